"""Files that say by themselves that nobody has changed them."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lpd_desktop.runtime.written_mark import (
    is_document_as_written,
    is_text_as_written,
    marked_document,
    marked_text,
)
from tests.extent import examples

FACTS = b"<cp:coreProperties></cp:coreProperties>"


def package(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return target.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        return {name: made.read(name) for name in made.namelist()}


def test_a_part_that_was_added_changed_or_taken_away_is_noticed() -> None:
    made = marked_document(package({"docProps/core.xml": FACTS, "a.xml": b"a", "b.xml": b"b"}))
    parts = parts_of(made)
    assert is_document_as_written(made)
    assert is_document_as_written(package(dict(reversed(parts.items()))))
    assert not is_document_as_written(package(parts | {"a.xml": b"c"}))
    assert not is_document_as_written(package(parts | {"c.xml": b""}))
    assert not is_document_as_written(package({k: v for k, v in parts.items() if k != "b.xml"}))
    facts = parts["docProps/core.xml"]
    assert not is_document_as_written(package(parts | {"docProps/core.xml": facts + b" "}))
    assert not is_document_as_written(package(parts | {"docProps/core.xml": FACTS}))


@given(st.binary(max_size=200))
def test_other_bytes_are_no_document_as_written(data: bytes) -> None:
    assert not is_document_as_written(data)
    assert not is_text_as_written(data)


def test_a_document_without_metadata_cannot_be_marked() -> None:
    with pytest.raises(ValueError, match="core"):
        marked_document(package({"a.xml": b"a"}))


@settings(max_examples=examples(20, 200))
@given(st.binary(min_size=1, max_size=80), st.data())
def test_each_byte_of_a_text_counts(text: bytes, data: st.DataObject) -> None:
    made = marked_text(text)
    assert is_text_as_written(made)
    place = data.draw(st.integers(0, len(made) - 1))
    other = bytearray(made)
    other[place] ^= 1
    assert not is_text_as_written(bytes(other))
    assert not is_text_as_written(made + b"\n")
