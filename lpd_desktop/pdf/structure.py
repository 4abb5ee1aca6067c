"""Writes the logical tree and the canvas's record as structure tree, parent tree and id tree."""

from __future__ import annotations

from typing import Any

from lpd_desktop.pdf.canvas import Kid, LinkArea, TaggedCanvas
from lpd_desktop.pdf.tree import Node
from lpd_desktop.pdf.web_addresses import ascii_address

_STANDS_EMPTY = ("TD", "TH")
"""Cells stay without content, so that the table is regular."""


class RawObject:
    """An object whose PDF syntax we write ourselves; reportlab numbers it."""

    def __init__(self, objects: dict[str, Any], name: str) -> None:
        """Takes reportlab's objects by name, and which one this is."""
        self._objects = objects
        self._name = name

    @property
    def source(self) -> str:
        """The syntax; it may be set when all numbers are known."""
        source: bytes = self._objects[self._name]
        return source.decode()

    @source.setter
    def source(self, source: str) -> None:
        self._objects[self._name] = source.encode()  # texts are encoded slowly by reportlab


def add_object(document: Any, source: str = "") -> tuple[RawObject, str]:
    """A new numbered object and the reference to it."""
    name = f"Raw{len(document.idToObject)}"
    document.Reference(source.encode(), name)
    number, version = document.idToObjectNumberAndVersion[name]
    return RawObject(document.idToObject, name), f"{number} {version} R"


def text_string(text: str) -> str:
    """A text string in PDF syntax."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


class StructureWriter:
    """Turns one finished canvas into structure objects."""

    def __init__(self, canvas: TaggedCanvas, root: Node) -> None:
        """Takes a canvas on which all pages are drawn, and the tree's root."""
        self._canvas = canvas
        self._root = root
        self._document = canvas.document
        self._kept: set[Node] = set()
        self._objects: dict[Node | LinkArea, tuple[RawObject, str]] = {}

    def write(self) -> None:
        """Adds tree, annotations and page entries to the document."""
        self._find_kept(self._root)
        kept = [node for node in self._in_order(self._root) if node in self._kept]
        areas = [area for page in self._canvas.pages for area in page.links]
        parts: list[Node | LinkArea] = [*kept, *areas]
        self._objects = {each: self._new_object() for each in parts}
        for node in kept:
            self._objects[node][0].source = self._element(node)
        root, tree = self._new_object()
        self._objects[self._root][0].source = self._element(self._root, parent=tree)
        parents = self._parent_tree()
        root.source = (
            f"<< /Type /StructTreeRoot /K [{self._reference(self._root)}] /ParentTree {parents}"
            f" /ParentTreeNextKey {self._next_key} /RoleMap << /Title /P >>"
            f" /IDTree {self._id_tree(kept)} >>"
        )
        self._document.Catalog.StructTreeRoot = tree

    def _new_object(self) -> tuple[RawObject, str]:
        return add_object(self._document)

    def _reference(self, each: Node | LinkArea) -> str:
        return self._objects[each][1]

    def _page(self, page: int) -> str:
        number, version = self._document.idToObjectNumberAndVersion[f"Page{page + 1}"]
        return f"{number} {version} R"

    def _kids(self, node: Node) -> list[Kid]:
        return [*self._canvas.record.get(node, ()), *node.children]

    def _in_order(self, node: Node) -> list[Node]:
        found = [node]
        for kid in self._kids(node):
            if isinstance(kid, Node):
                found.extend(self._in_order(kid))
        return found

    def _find_kept(self, node: Node) -> bool:
        """Notes a node and all below it that show something, or must stand."""
        below = [self._find_kept(kid) for kid in self._kids(node) if isinstance(kid, Node)]
        stands = node.role in _STANDS_EMPTY or node in self._canvas.record
        if stands or any(below):
            self._kept.add(node)
        return node in self._kept

    def _element(self, node: Node, parent: str = "") -> str:
        kids = [kid for kid in self._kids(node) if not isinstance(kid, Node) or kid in self._kept]
        page = next((kid.page for kid in kids if not isinstance(kid, Node)), None)
        if node.parent is not None:
            parent = self._reference(node.parent)
        entries = [f"/Type /StructElem /S /{node.role} /P {parent}"]
        if page is not None:
            entries.append(f"/Pg {self._page(page)}")
        entries.append(f"/K [{' '.join(self._kid(kid, page) for kid in kids)}]")
        entries.extend(self._properties(node))
        return f"<< {' '.join(entries)} >>"

    def _properties(self, node: Node) -> list[str]:
        entries = []
        if node.alt:
            entries.append(f"/Alt {text_string(node.alt)}")
        if node.ident:
            entries.append(f"/ID ({node.ident})")
        if node is self._root:
            entries.append("/Lang (de-DE)")
        for owner, attributes in node.attributes.items():
            pairs = " ".join(f"/{name} {value}" for name, value in attributes.items())
            entries.append(f"/A << /O /{owner} {pairs} >>")
        return entries

    def _kid(self, kid: Kid, page: int | None) -> str:
        if isinstance(kid, Node):
            return self._reference(kid)
        if isinstance(kid, LinkArea):
            return f"<< /Type /OBJR /Pg {self._page(kid.page)} /Obj {self._reference(kid)} >>"
        if kid.page == page:
            return str(kid.number)
        return f"<< /Type /MCR /Pg {self._page(kid.page)} /MCID {kid.number} >>"

    @property
    def _next_key(self) -> int:
        pages = self._canvas.pages
        return len(pages) + sum(len(page.links) for page in pages)

    def _parent_tree(self) -> str:
        """Page numbers and link numbers share one counter: first all pages, then all links."""
        entries = []
        key = len(self._canvas.pages)
        annotations: list[tuple[int, LinkArea]] = []
        for index, page in enumerate(self._canvas.pages):
            entries.append(f"{index} [{' '.join(self._reference(node) for node in page.nodes)}]")
            self._finish_page(index, [self._reference(area) for area in page.links])
            for area in page.links:
                annotations.append((key, area))
                key += 1
        for number, area in annotations:
            entries.append(f"{number} {self._reference(area.node)}")
            self._objects[area][0].source = self._annotation(area, number)
        tree, reference = self._new_object()
        tree.source = f"<< /Nums [{' '.join(entries)}] >>"
        return reference

    def _finish_page(self, index: int, annotations: list[str]) -> None:
        """Sets the entries that reportlab's page does not know of itself."""
        from reportlab.pdfbase.pdfdoc import PDFName

        page = self._document.Pages.pages[index]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = index
        page.Tabs = PDFName("S")
        page.Trans = None  # reportlab would write an empty transition between pages
        if annotations:
            page.Annots = annotations

    def _annotation(self, area: LinkArea, number: int) -> str:
        rect = " ".join(f"{value:.2f}" for value in area.rect)
        return (
            f"<< /Type /Annot /Subtype /Link /Rect [{rect}] /Border [0 0 0] /F 4"
            f" /Contents {text_string(area.node.contents)} /StructParent {number}"
            f" {self._leading_to(area.node)} >>"
        )

    def _leading_to(self, node: Node) -> str:
        target = node.target
        if target is None:
            return f"/A << /S /URI /URI <{ascii_address(node.uri).encode().hex()}> >>"
        return f"/Dest [{self._page(target.page)} /XYZ 0 {target.top:.2f} 0]"

    def _id_tree(self, kept: list[Node]) -> str:
        named = sorted((node.ident, self._reference(node)) for node in kept if node.ident)
        tree, reference = self._new_object()
        tree.source = f"<< /Names [{' '.join(f'({name}) {at}' for name, at in named)}] >>"
        return reference
