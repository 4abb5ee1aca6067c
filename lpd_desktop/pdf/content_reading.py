"""Reads the text of a page from its final bytes: content stream, fonts, ToUnicode maps."""

from __future__ import annotations

import re
from binascii import unhexlify
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from lpd_desktop.pdf.unpacking import KnownSizes, is_bearable

if TYPE_CHECKING:
    import pikepdf

_SHOWS = ("Tj", "TJ", "'", '"')
_CODES = rb"(?:[0-9A-Fa-f][0-9A-Fa-f])*+"
_PLAIN = re.compile(
    rb"/(?P<tag>\w+)\s+(?:<<(?P<entries>[^<>]*)>>\s+BDC|BMC)\b"
    rb"|E(?<=\sE)(?P<end>MC)\b"
    rb"|/(?P<font>[\w+.\-]+)\s+[\d.]+\s+Tf\b"
    rb"|<(?P<codes>" + _CODES + rb")>\s*Tj\b"
    rb"|\[(?P<parts>[-+.\d\s]*+(?:<" + _CODES + rb">[-+.\d\s]*+)*+)\]\s*TJ\b"
)
"""The operators that text depends on, as this program writes them.

Each begins with a sign of its own, so that all other bytes are passed over quickly.
"""

_COUNTED = (b"BDC", b"BMC", b"EMC", b"Tf", b"Tj", b"TJ")
_NOT_PLAIN = (b"(", b"%", b"'", b'"', b"BI")
_NUMBER = re.compile(rb"/MCID\s+(\d+)")
_STRING = re.compile(rb"<([^>]*+)>")
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")


class PageText(msgspec.Struct, eq=False):
    """The texts of one page.

    Attributes:
        marked: Text by the number of its marked content.
        artifacts: Text that is no part of the logical text, in drawing order.
        stray: Text outside of any mark; a sound file has none.
    """

    marked: dict[int, str] = msgspec.field(default_factory=dict)
    artifacts: list[str] = msgspec.field(default_factory=list)
    stray: list[str] = msgspec.field(default_factory=list)


class CodeMap(dict[int, str]):
    """From the codes of a font to text; a code without text gives the replacement mark."""

    def __missing__(self, code: int) -> str:
        """What is shown for a code that the font's map does not name."""
        return "\ufffd"


KnownMaps = dict[tuple[int, int], CodeMap]
"""The maps of a file's fonts that were read already, by the number of their stream."""


class Known(msgspec.Struct, eq=False):
    """What the pages of one file share, so that it is read once."""

    maps: KnownMaps = msgspec.field(default_factory=dict)
    sizes: KnownSizes = msgspec.field(default_factory=dict)


def read_page(page: pikepdf.Page, known: Known | None = None) -> PageText:
    """The texts of a page, decoded code by code.

    Args:
        page: Of a file that is open.
        known: Shared between the pages of one file.

    Raises:
        ValueError: the page would unpack to more than any page holds.
    """
    import pikepdf

    known = known or Known()
    if not is_bearable(page, known.sizes):
        raise ValueError
    fonts = _Fonts(page, known.maps)
    contents = page.get("/Contents")
    if isinstance(contents, pikepdf.Stream):
        plain = read_plain_content(contents.read_bytes(), fonts.map_of)
        if plain is not None:
            return plain
    reader = _PageReader(fonts.map_of)
    for instruction in pikepdf.parse_content_stream(page):
        reader.read(str(instruction.operator), list(instruction.operands))
    return reader.result


def read_plain_content(data: bytes, map_of: Callable[[str], CodeMap]) -> PageText | None:
    """The texts of a content that has nothing but what this program writes; None for others.

    Without literal strings, comments and inline images no byte can be taken for an operator that
    is none; if any operator is written in another way, the counts differ.

    Args:
        data: The content, unpacked.
        map_of: The map of a font by its name on the page, such as `/F1+0`.
    """
    if any(sign in data for sign in _NOT_PLAIN):
        return None
    found = list(_PLAIN.finditer(data))
    if len(found) != sum(map(data.count, _COUNTED)):
        return None
    reader = _PageReader(map_of)
    reader.read_plain(found)
    return reader.result


class _Fonts:
    """The maps of a page's fonts."""

    def __init__(self, page: Any, known: KnownMaps) -> None:
        self._fonts = dict(page.get("/Resources", {}).get("/Font", {}))
        self._known = known

    def map_of(self, name: str) -> CodeMap:
        """The map of a font; an empty one where it has none."""
        stream = self._fonts[name].get("/ToUnicode") if name in self._fonts else None
        if stream is None:
            return CodeMap()
        if stream.objgen not in self._known:
            self._known[stream.objgen] = CodeMap(parse_to_unicode(stream.read_bytes()))
        return self._known[stream.objgen]


class _PageReader:
    """Follows marks and fonts through one content stream."""

    def __init__(self, map_of: Callable[[str], CodeMap]) -> None:
        self.result = PageText()
        self._map_of_font = map_of
        self._maps: dict[str, CodeMap] = {}
        self._map = CodeMap()
        self._marks: list[int | str] = []

    def read_plain(self, operators: list[re.Match[bytes]]) -> None:
        """Takes all operators of a plain content."""
        for operator in operators:
            kind = operator.lastgroup
            if kind == "parts":
                self._show_codes(unhexlify(b"".join(_STRING.findall(operator[kind]))))
            elif kind == "codes":
                self._show_codes(unhexlify(operator[kind]))
            elif kind == "font":
                self._map = self._map_of(f"/{operator[kind].decode('ascii')}")
            elif kind == "end":
                self._close()
            else:
                self._open(_plain_mark(operator["tag"], operator["entries"] or b""))

    def read(self, operator: str, operands: list[Any]) -> None:
        """Takes one instruction."""
        if operator in ("BDC", "BMC"):
            self._open(_mark_of(operands))
        elif operator == "EMC":
            self._close()
        elif operator == "Tf":
            self._map = self._map_of(str(operands[0]))
        elif operator in _SHOWS:
            self._show(operands[-1])

    def _open(self, mark: int | str) -> None:
        """Begins a mark; one that says nothing of texts leaves them to that around it."""
        around = self._marks[-1] if self._marks else ""
        self._marks.append(around if mark == "" else mark)

    def _close(self) -> None:
        if self._marks:
            self._marks.pop()

    def _map_of(self, name: str) -> CodeMap:
        if name not in self._maps:
            self._maps[name] = self._map_of_font(name)
        return self._maps[name]

    def _show(self, operand: Any) -> None:
        parts = operand if hasattr(operand, "__iter__") and not _is_string(operand) else [operand]
        self._show_codes(b"".join(bytes(part) for part in parts if _is_string(part)))

    def _show_codes(self, codes: bytes) -> None:
        text = codes.decode("latin-1").translate(self._map)
        mark = self._marks[-1] if self._marks else ""
        if isinstance(mark, int):
            self.result.marked[mark] = self.result.marked.get(mark, "") + text
        elif mark == "Artifact":
            self.result.artifacts.append(text)
        else:
            self.result.stray.append(text)


def _plain_mark(tag: bytes, entries: bytes) -> int | str:
    if tag == b"Artifact":
        return "Artifact"
    number = _NUMBER.search(entries)
    return int(number[1]) if number is not None else ""


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
