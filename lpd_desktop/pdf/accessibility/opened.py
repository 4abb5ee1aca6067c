"""A PDF opened for checking: its pages, structure elements and parent tree, read once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from lpd_desktop.pdf.accessibility.objects import all_values, is_dictionary
from lpd_desktop.pdf.accessibility.page_content import PageContent, read_content

STANDARD_ROLES = frozenset(
    (
        *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI"),
        *("Index", "NonStruct", "Private", "H", "H1", "H2", "H3", "H4", "H5", "H6", "P"),
        *("L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"),
        *("Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby"),
        *("RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form"),
    )
)
"""The standard structure types of ISO 32000-1, 14.8.4."""

_DEEPEST = 250
_MOST_KIDS = 1_000_000

Content = tuple[tuple[int, int], int]
"""A marked content: object number of its page, and its own number there."""


@dataclass(eq=False)
class Part:
    """One structure element.

    Attributes:
        role: Its structure type; that of the standard where its own is mapped to one.
        page: From 1; that of its first content, else None.
        contents: Its own marked contents.
        objects: Object numbers of the annotations it names.
    """

    role: str
    entries: Any
    parent: Part | None
    page: int | None = None
    kids: list[Part] = field(default_factory=list)
    contents: list[Content] = field(default_factory=list)
    objects: list[tuple[int, int]] = field(default_factory=list)

    def attribute(self, owner: str, name: str) -> Any:
        """An attribute that an owner such as `/Table` understands, or None."""
        for each in as_list(self.entries.get("/A")):
            if is_dictionary(each) and each.get("/O") == owner and name in each:
                return each[name]
        return None

    def above(self, role: str) -> bool:
        """Whether an element of this type is among those it stands in."""
        part = self.parent
        while part is not None and part.role != role:
            part = part.parent
        return part is not None

    @property
    def place(self) -> int | None:
        """Its page, else the first page of what stands in it."""
        if self.page is not None:
            return self.page
        return next((place for kid in self.kids if (place := kid.place) is not None), None)


class Opened:
    """One file; everything is read when a rule first asks for it."""

    def __init__(self, pdf: Any, data: bytes) -> None:
        """Takes an open pikepdf document and the bytes it was read from."""
        self.pdf = pdf
        self.data = data
        self.root: Any = pdf.Root

    @cached_property
    def page_numbers(self) -> dict[tuple[int, int], int]:
        """Page numbers from 1 by object number."""
        return {page.obj.objgen: number for number, page in enumerate(self.pdf.pages, 1)}

    @cached_property
    def contents(self) -> list[PageContent]:
        """What the content stream of each page does."""
        return [read_content(page) for page in self.pdf.pages]

    def all_contents(self) -> Iterator[tuple[int | None, PageContent]]:
        """What is drawn on pages, with their numbers from 1, and in forms, without."""
        yield from enumerate(self.contents, 1)
        yield from ((None, content) for content in self.form_contents)

    def content_bytes(self) -> Iterator[bytes]:
        """The drawing instructions of each page and each form, unpacked."""
        for page in self.pdf.pages:
            yield b"\n".join(each.read_bytes() for each in as_list(page.obj.get("/Contents")))
        yield from (form.read_bytes() for form in self._drawn_forms)

    @cached_property
    def _drawn_forms(self) -> list[Any]:
        return [each for each in self.dictionaries if each.get("/Subtype") == "/Form"]

    @cached_property
    def form_contents(self) -> list[PageContent]:
        """What the content stream of each form does."""
        return [read_content(each) for each in self._drawn_forms]

    @cached_property
    def values(self) -> list[Any]:
        """Every value in the file, whatever leads to it."""
        return list(all_values(self.pdf))

    @cached_property
    def dictionaries(self) -> list[Any]:
        """Every dictionary and every stream."""
        return [value for value in self.values if is_dictionary(value)]

    def page_of(self, holder: Any) -> int | None:
        """The number from 1 of a page or of an annotation's page, if it is one."""
        return self.page_numbers.get(holder.objgen)

    @cached_property
    def parts(self) -> list[Part]:
        """All structure elements in logical order."""
        found: list[Part] = []
        self._collect(self.root["/StructTreeRoot"], None, None, found, 0)
        return found

    def with_role(self, *roles: str) -> Iterator[Part]:
        """The elements of these types in logical order."""
        return (part for part in self.parts if part.role in roles)

    @cached_property
    def parent_tree(self) -> dict[int, Any]:
        """The parent tree: from a page's or annotation's key to its entry."""
        return dict(_numbers(self.root["/StructTreeRoot"]["/ParentTree"], 0))

    def annotations(self) -> Iterator[tuple[int, Any]]:
        """Every annotation with its page from 1."""
        for number, page in enumerate(self.pdf.pages, 1):
            for annotation in as_list(page.obj.get("/Annots")):
                yield number, annotation

    @cached_property
    def fonts(self) -> dict[tuple[int, int], Any]:
        """All fonts that resources name, by object number."""
        found: dict[tuple[int, int], Any] = {}
        for holder in self.dictionaries:
            named = holder.get("/Font")
            if is_dictionary(named):
                found.update((font.objgen, font) for font in named.values())
        return found

    @cached_property
    def forms(self) -> list[Any]:
        """The form XObjects that pages name directly."""
        named = {
            each.objgen: each
            for page in self.pdf.pages
            for each in page.obj.get("/Resources", {}).get("/XObject", {}).values()
            if each.get("/Subtype") == "/Form"
        }
        return list(named.values())

    def _collect(
        self, node: Any, parent: Part | None, page: Any, found: list[Part], depth: int
    ) -> None:
        if depth > _DEEPEST or len(found) > _MOST_KIDS:
            message = "the structure tree is too deep"
            raise ValueError(message)
        for kid in as_list(node.get("/K")):
            if not hasattr(kid, "get"):
                self._add_content(parent, page, int(kid))
            elif kid.get("/Type") == "/MCR":
                self._add_content(parent, kid.get("/Pg", page), int(kid["/MCID"]))
            elif kid.get("/Type") == "/OBJR":
                if parent is not None:
                    parent.objects.append(kid["/Obj"].objgen)
            else:
                part = Part(self._role_of(str(kid["/S"])[1:]), kid, parent)
                found.append(part)
                if parent is not None:
                    parent.kids.append(part)
                self._collect(kid, part, kid.get("/Pg", page), found, depth + 1)

    def _role_of(self, written: str) -> str:
        """What the file maps a type to, in as many steps as it takes; types may go in circles."""
        if written in STANDARD_ROLES:
            return written
        mapped, met = self.role_map, {written}
        role = written
        while role not in STANDARD_ROLES and mapped.get(role, role) not in met:
            role = mapped[role]
            met.add(role)
        return role if role in STANDARD_ROLES else written

    @cached_property
    def role_map(self) -> dict[str, str]:
        """The types that a file has of its own, and what it maps them to."""
        mapping = self.root["/StructTreeRoot"].get("/RoleMap", {})
        return {str(name)[1:]: str(to)[1:] for name, to in mapping.items()}

    def _add_content(self, parent: Part | None, page: Any, number: int) -> None:
        if parent is None or page is None:
            message = "a content without element or page"
            raise ValueError(message)
        parent.contents.append((page.objgen, number))
        if parent.page is None:
            parent.page = self.page_numbers.get(page.objgen)


def as_list(value: Any) -> list[Any]:
    """An array's members; a single value as the only one; nothing for None."""
    import pikepdf

    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _numbers(tree: Any, depth: int) -> Iterator[tuple[int, Any]]:
    if depth > _DEEPEST:
        message = "the number tree is too deep"
        raise ValueError(message)
    entries = list(tree.get("/Nums", []))
    for key, value in zip(entries[::2], entries[1::2], strict=True):
        yield int(key), value
    for kid in as_list(tree.get("/Kids")):
        yield from _numbers(kid, depth + 1)
