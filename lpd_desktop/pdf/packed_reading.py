"""Reads a file of this program back from its bytes, quickly, for the check before it goes out.

It shares nothing with the writing side. It understands only what the program writes; whatever it
does not understand counts as damaged. Files from elsewhere are read by `reading`, and a test
compares the two. Loading a library for PDF would take longer than the whole check.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn, TypeVar

from lpd_desktop.pdf.content_reading import CodeMap, PageText, parse_to_unicode, read_plain_content
from lpd_desktop.pdf.reading import Document, Element, UnreadablePdfError

_START = re.compile(rb"startxref\n(\d+)\n%%EOF\n$")
_HEAD = re.compile(rb"(\d+) 0 obj\n<< (.*?) /Length (\d+) >>\nstream\n", re.DOTALL)
_ROLE = re.compile(rb"/S /(\w+) ")
_OWN_PAGE = re.compile(rb"/P \d+ 0 R /Pg (\d+) 0 R ")
_KIDS = re.compile(rb"/K \[([^\]]*)\]")
_KID = re.compile(
    rb"<< /Type /MCR /Pg (?P<page>\d+) 0 R /MCID (?P<there>\d+) >>"
    rb"|<< /Type /OBJR /Pg \d+ 0 R /Obj (?P<link>\d+) 0 R >>"
    rb"|(?P<element>\d+) 0 R"
    rb"|(?P<here>\d+)"
)
_REFERENCE = re.compile(rb"(\d+) 0 R")
_FONT = re.compile(rb"(/\S+) (\d+) 0 R")
_FILE = re.compile(rb"<FEFF([0-9A-F]*)> (\d+) 0 R")
_ROW_BYTES = 7
_TOGETHER, _ALONE = 2, 1

Found = TypeVar("Found")


def read_packed(data: bytes) -> Document:
    """What a file that this program has just made says.

    Raises:
        UnreadablePdfError: anything in it is not as the program writes it.
    """
    with _damage_named():
        return _Reader(_Objects(data)).read()


def packed_attachments(data: bytes) -> dict[str, bytes]:
    """The files that a file of this program carries, by name; its pages are not read.

    Raises:
        UnreadablePdfError: as `read_packed`.
    """
    with _damage_named():
        objects = _Objects(data)
        return dict(_attachments(objects, objects.plain(objects.root)))


@contextmanager
def _damage_named() -> Iterator[None]:
    """Whatever is not as the program writes it is one error."""
    try:
        yield
    except (ValueError, KeyError, IndexError, AttributeError, zlib.error) as error:
        message = "Das PDF lässt sich nicht lesen oder hat keine Gliederung."
        raise UnreadablePdfError(message) from error


class _Objects:
    """The objects of a file with a cross-reference stream, by number."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._together: dict[int, list[bytes]] = {}
        self._places: dict[int, tuple[int, int, int]] = {}
        start = _required(_START.search(data, len(data) - 40))
        entries, table = self._stream_at(int(start[1]))
        for number, at in enumerate(range(0, len(table), _ROW_BYTES)):
            row = table[at : at + _ROW_BYTES]
            place = (row[0], int.from_bytes(row[1:5], "big"), int.from_bytes(row[5:7], "big"))
            self._places[number] = place
        self.root = int(_required(re.search(rb"/Root (\d+) 0 R", entries))[1])

    def plain(self, number: int) -> bytes:
        """An object that stands in a stream with others."""
        kind, holder, index = self._places[number]
        if kind != _TOGETHER:
            _refuse(f"object {number} is a stream")
        if holder not in self._together:
            self._together[holder] = self._members(holder)
        return self._together[holder][index]

    def stream(self, number: int) -> bytes:
        """The unpacked content of a stream."""
        kind, at, _index = self._places[number]
        if kind != _ALONE:
            _refuse(f"object {number} is no stream")
        return self._stream_at(at)[1]

    def _stream_at(self, at: int) -> tuple[bytes, bytes]:
        head = _required(_HEAD.match(self._data, at))
        end = head.end() + int(head[3])
        if not self._data.startswith(b"\nendstream\nendobj\n", end):
            _refuse(f"no end of the stream at {at}")
        content = self._data[head.end() : end]
        packed = b"/Filter /FlateDecode" in head[2]
        return head[2], zlib.decompress(content) if packed else content

    def _members(self, holder: int) -> list[bytes]:
        content = self.stream(holder)
        first = content.index(b"\n") + 1
        starts = [first + int(word) for word in content[:first].split()[1::2]]
        ends = [*(start - 1 for start in starts[1:]), len(content)]
        return [content[start:end] for start, end in zip(starts, ends, strict=True)]


class _Reader:
    """Walks catalog, pages and structure tree of one file."""

    def __init__(self, objects: _Objects) -> None:
        self._objects = objects
        self._catalog = objects.plain(objects.root)
        pages = objects.plain(self._number(self._catalog, rb"/Pages"))
        kids = _required(re.search(rb"/Kids \[([^\]]*)\]", pages))[1]
        self._pages = {int(each): at for at, each in enumerate(_REFERENCE.findall(kids))}
        self._maps: dict[int, CodeMap] = {}
        self._texts = {each: self._read_page(objects.plain(each)) for each in self._pages}

    def read(self) -> Document:
        """All that the file says."""
        tree = self._objects.plain(self._number(self._catalog, rb"/StructTreeRoot"))
        root = Element("Root")
        self._read_kids(root, tree, 0)
        stray = tuple(text for page in self._texts.values() for text in page.stray)
        return Document(root, stray, dict(_attachments(self._objects, self._catalog)))

    def _number(self, source: bytes, key: bytes) -> int:
        return int(_required(re.search(key + rb"\s+(\d+) 0 R", source))[1])

    def _read_kids(self, parent: Element, source: bytes, page: int) -> None:
        kids = _required(_KIDS.search(source))[1]
        if _KID.sub(b"", kids).strip():
            _refuse("unknown kids")
        for kid in _KID.finditer(kids):
            if kid["here"]:
                parent.kids.append(self._text(page, int(kid["here"])))
            elif kid["there"]:
                parent.kids.append(self._text(int(kid["page"]), int(kid["there"])))
            elif kid["link"]:
                parent.destination = self._destination(int(kid["link"]))
            else:
                parent.kids.append(self._element(int(kid["element"])))

    def _element(self, number: int) -> Element:
        source = self._objects.plain(number)
        element = Element(_required(_ROLE.search(source))[1].decode("ascii"))
        page = _OWN_PAGE.search(source)
        self._read_kids(element, source, int(page[1]) if page else 0)
        return element

    def _text(self, page: int, number: int) -> str:
        return self._texts[page].marked.get(number, "")

    def _destination(self, link: int) -> int | None:
        leads_to = re.search(rb"/Dest \[(\d+) 0 R", self._objects.plain(link))
        return self._pages.get(int(leads_to[1])) if leads_to else None

    def _read_page(self, page: bytes) -> PageText:
        shared = re.search(rb"/Font (\d+) 0 R", page)
        fonts = self._objects.plain(int(shared[1])) if shared else b""
        numbers = {name.decode("ascii"): int(number) for name, number in _FONT.findall(fonts)}
        content = self._objects.stream(self._number(page, rb"/Contents"))
        return _required(read_plain_content(content, lambda name: self._map_of(numbers[name])))

    def _map_of(self, font: int) -> CodeMap:
        if font not in self._maps:
            stream = self._number(self._objects.plain(font), rb"/ToUnicode")
            self._maps[font] = CodeMap(parse_to_unicode(self._objects.stream(stream)))
        return self._maps[font]


def _attachments(objects: _Objects, catalog: bytes) -> Iterator[tuple[str, bytes]]:
    names = re.search(rb"/EmbeddedFiles << /Names \[([^\]]*)\]", catalog)
    for name, specification in _FILE.findall(names[1] if names else b""):
        source = objects.plain(int(specification))
        embedded = int(_required(re.search(rb"/EF << /F (\d+) 0 R", source))[1])
        decoded = bytes.fromhex(name.decode("ascii")).decode("utf-16-be")
        yield decoded, objects.stream(embedded)


def _required(found: Found | None) -> Found:
    if found is None:
        _refuse("something is missing")
    return found


def _refuse(what: str) -> NoReturn:
    raise ValueError(what)
