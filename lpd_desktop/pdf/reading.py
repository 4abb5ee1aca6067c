"""Reads the logical text of a tagged PDF from its final bytes, element by element.

It knows nothing of how the file was made: it walks the structure tree, takes the marked contents
that the tree names from the pages, and decodes them with the fonts' ToUnicode maps.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import msgspec

from lpd_desktop.pdf.content_reading import Known, PageText, read_page
from lpd_desktop.pdf.page_text import SOFT_HYPHEN
from lpd_desktop.runtime.errors import LpdError

INLINE_ROLES = ("Link", "Reference", "Span")
_DEEPEST = 250


class UnreadablePdfError(LpdError):
    """The bytes are no readable PDF, or one without structure."""


class Element(msgspec.Struct, eq=False):
    """One structure element as the file has it.

    Attributes:
        kids: Texts and elements in logical order.
        entries: The element's dictionary, for checks.
        destination: The page, from 0, to which its link leads; None for others.
    """

    role: str
    kids: list[str | Element] = msgspec.field(default_factory=list)
    entries: Any = None
    destination: int | None = None

    @property
    def text(self) -> str:
        """Its own text with that of inline elements; words divided at line ends are joined."""
        parts = [
            kid if isinstance(kid, str) else kid.text
            for kid in self.kids
            if isinstance(kid, str) or kid.role in INLINE_ROLES
        ]
        return "".join(parts).replace(SOFT_HYPHEN, "")

    def texts(self) -> Iterator[tuple[str, str]]:
        """Role and text of this element and all below it in logical order, where there is text."""
        text = self.text
        if text:
            yield self.role, text
        for kid in self.kids:
            if isinstance(kid, Element) and kid.role not in INLINE_ROLES:
                yield from kid.texts()

    def of_role(self, role: str) -> Iterator[Element]:
        """All elements of a role below this one, in logical order."""
        for kid in self.kids:
            if isinstance(kid, Element):
                if kid.role == role:
                    yield kid
                yield from kid.of_role(role)


class Document(msgspec.Struct, frozen=True, eq=False):
    """What a PDF says: its logical text, text in no mark at all, and the files it carries."""

    root: Element
    stray: tuple[str, ...]
    attachments: dict[str, bytes]


def read_structure(data: bytes) -> Element:
    """The structure tree of a PDF with its texts.

    Raises:
        UnreadablePdfError: no PDF, damaged, or without a structure tree.
    """
    return read_document(data).root


def read_document(data: bytes) -> Document:
    """The structure tree of a PDF with its texts, and what it carries besides.

    Raises:
        UnreadablePdfError: no PDF, damaged, or without a structure tree.
    """
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            reader = _TreeReader(pdf)
            root = reader.read()
            return Document(root, tuple(reader.stray_texts()), _attachments(pdf))
    except (pikepdf.PdfError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        message = (
            "Das PDF lässt sich nicht lesen oder hat keine Gliederung. "
            "Bitte verlangen Sie das Original."
        )
        raise UnreadablePdfError(message) from error


class _TreeReader:
    """Walks one structure tree."""

    def __init__(self, pdf: Any) -> None:
        self._root = pdf.Root["/StructTreeRoot"]
        self._texts: dict[tuple[int, int], PageText] = {}
        self._pages = {page.obj.objgen: page for page in pdf.pages}
        self._numbers = {each: number for number, each in enumerate(self._pages)}
        self._known = Known()

    def read(self) -> Element:
        """The root element."""
        root = Element("Root", entries=self._root)
        for kid in _as_list(self._root.get("/K")):
            self._read_kid(root, kid, None, 0)
        return root

    def _read_kid(self, parent: Element, kid: Any, page: Any, depth: int) -> None:
        if depth > _DEEPEST:
            message = "too deep"
            raise ValueError(message)
        if isinstance(kid, int) or not hasattr(kid, "get"):
            parent.kids.append(self._text(page, int(kid)))
        elif kid.get("/Type") == "/MCR":
            parent.kids.append(self._text(kid.get("/Pg", page), int(kid["/MCID"])))
        elif kid.get("/Type") == "/OBJR":
            parent.destination = self._destination(kid)
        else:
            element = Element(str(kid["/S"])[1:], entries=kid)
            parent.kids.append(element)
            page = kid.get("/Pg", page)
            for each in _as_list(kid.get("/K")):
                self._read_kid(element, each, page, depth + 1)

    def stray_texts(self) -> Iterator[str]:
        """Texts of all pages that stand in no mark."""
        for key in self._pages:
            yield from self._page(key).stray

    def _destination(self, kid: Any) -> int | None:
        leads_to = _as_list(kid["/Obj"].get("/Dest"))
        return self._numbers.get(leads_to[0].objgen) if leads_to else None

    def _text(self, page: Any, number: int) -> str:
        return self._page(page.objgen).marked.get(number, "")

    def _page(self, key: tuple[int, int]) -> PageText:
        if key not in self._texts:
            self._texts[key] = read_page(self._pages[key], self._known)
        return self._texts[key]


def _attachments(pdf: Any) -> dict[str, bytes]:
    return {name: pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments}


def _as_list(kids: Any) -> list[Any]:
    import pikepdf

    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]
