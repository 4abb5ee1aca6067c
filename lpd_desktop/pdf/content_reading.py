"""Reads the text of a page from its final bytes: content stream, fonts, ToUnicode maps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

_SHOWS = ("Tj", "TJ", "'", '"')
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")


@dataclass(eq=False)
class PageText:
    """The texts of one page.

    Attributes:
        marked: Text by the number of its marked content.
        artifacts: Text that is no part of the logical text, in drawing order.
        stray: Text outside of any mark; a sound file has none.
    """

    marked: dict[int, str] = field(default_factory=dict)
    artifacts: list[str] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)


def read_page(page: pikepdf.Page) -> PageText:
    """The texts of a page, decoded code by code."""
    import pikepdf

    reader = _PageReader(page)
    for instruction in pikepdf.parse_content_stream(page):
        reader.read(str(instruction.operator), list(instruction.operands))
    return reader.result


class _PageReader:
    """Follows marks and fonts through one content stream."""

    def __init__(self, page: Any) -> None:
        self.result = PageText()
        self._fonts = dict(page.get("/Resources", {}).get("/Font", {}))
        self._maps: dict[str, dict[int, str]] = {}
        self._map: dict[int, str] = {}
        self._marks: list[int | str] = []

    def read(self, operator: str, operands: list[Any]) -> None:
        """Takes one instruction."""
        if operator in ("BDC", "BMC"):
            self._marks.append(_mark_of(operands))
        elif operator == "EMC":
            if self._marks:
                self._marks.pop()
        elif operator == "Tf":
            self._map = self._map_of(str(operands[0]))
        elif operator in _SHOWS:
            self._show(operands[-1])

    def _map_of(self, name: str) -> dict[int, str]:
        if name not in self._maps:
            stream = self._fonts[name].get("/ToUnicode") if name in self._fonts else None
            self._maps[name] = parse_to_unicode(stream.read_bytes()) if stream is not None else {}
        return self._maps[name]

    def _show(self, operand: Any) -> None:
        parts = operand if hasattr(operand, "__iter__") and not _is_string(operand) else [operand]
        codes = b"".join(bytes(part) for part in parts if _is_string(part))
        text = "".join(self._map.get(code, "\ufffd") for code in codes)
        mark = next((mark for mark in reversed(self._marks) if mark != ""), "")
        if isinstance(mark, int):
            self.result.marked[mark] = self.result.marked.get(mark, "") + text
        elif mark == "Artifact":
            self.result.artifacts.append(text)
        else:
            self.result.stray.append(text)


def _is_string(operand: Any) -> bool:
    import pikepdf

    return isinstance(operand, pikepdf.String)


def _mark_of(operands: list[Any]) -> int | str:
    """The number of a marked content, `Artifact`, or nothing for other marks."""
    if str(operands[0]) == "/Artifact":
        return "Artifact"
    properties = operands[1] if len(operands) > 1 else {}
    number = properties.get("/MCID") if hasattr(properties, "get") else None
    return int(number) if number is not None else ""


def parse_to_unicode(data: bytes) -> dict[int, str]:
    """The map from one-byte codes to text in a ToUnicode stream."""
    found: dict[int, str] = {}
    for section in _SECTION.finditer(data):
        if section[1] == b"bfchar":
            codes = [match[1] for match in _HEX.finditer(section[2])]
            for code, text in zip(codes[::2], codes[1::2], strict=False):
                found[int(code, 16)] = _decoded(text)
        else:
            found.update(_range_entries(section[2]))
    return found


def _range_entries(data: bytes) -> Iterator[tuple[int, str]]:
    tokens = [match[1] if match[1] is not None else match[0] for match in _HEX.finditer(data)]
    position = 0
    while position + 2 < len(tokens):
        first, last = int(tokens[position], 16), int(tokens[position + 1], 16)
        position += 2
        if tokens[position] == b"[":
            end = tokens.index(b"]", position)
            for offset, text in enumerate(tokens[position + 1 : end]):
                yield first + offset, _decoded(text)
            position = end + 1
        else:
            start = _decoded(tokens[position])
            for code in range(first, last + 1):
                yield code, start[:-1] + chr(ord(start[-1]) + code - first)
            position += 1


def _decoded(text: bytes) -> str:
    return bytes.fromhex(text.decode("ascii")).decode("utf-16-be", "replace")
