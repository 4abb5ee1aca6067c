"""Descriptions in JSON schemas that come from docstrings."""

from __future__ import annotations

import inspect
from typing import Any


def with_clean_descriptions(schema: Any) -> Any:
    """The same schema with its descriptions free of the indentation they have in the source.

    Python keeps that indentation in docstrings up to 3.12 and removes it from 3.13 on.
    """
    if isinstance(schema, dict):
        return {key: _cleaned(key, value) for key, value in schema.items()}
    if isinstance(schema, list):
        return [with_clean_descriptions(part) for part in schema]
    return schema


def _cleaned(key: str, value: Any) -> Any:
    if key == "description" and isinstance(value, str):
        return inspect.cleandoc(value)
    return with_clean_descriptions(value)
