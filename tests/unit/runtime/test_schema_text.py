"""Schemas are the same whatever Python made them."""

from __future__ import annotations

from lpd_desktop.runtime.schema_text import with_clean_descriptions


def test_a_description_loses_the_indentation_of_the_source() -> None:
    schema = {"$defs": {"Row": {"description": "A row.\n\n    Attributes:\n        key: Its key."}}}
    cleaned = with_clean_descriptions(schema)
    assert cleaned["$defs"]["Row"]["description"] == "A row.\n\nAttributes:\n    key: Its key."


def test_a_property_called_description_stays_a_property() -> None:
    schema = {"properties": {"description": {"type": "string"}}, "enum": [1, "  a\n   b"]}
    assert with_clean_descriptions(schema) == schema
