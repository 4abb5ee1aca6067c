"""A check of tagged PDF of our own, from the final bytes alone; it lists what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

PAINTING = {
    *("S", "s", "f", "F", "f*", "B", "B*", "b", "b*"),
    *("Tj", "TJ", "'", '"', "Do", "sh", "INLINE IMAGE", "EI", "BI"),
}
PATH_OPENING = {"m", "re"}
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")


def faults_of(data: bytes) -> list[str]:
    """All faults found in a file; none for a sound one."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [*_page_faults(pdf), *_tree_faults(pdf), *_link_faults(pdf), *_file_faults(pdf)]


def _page_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        if page.get("/Tabs") != "/S" or "/StructParents" not in page:
            yield f"page {number}: no tab order or no StructParents"
        yield from _mark_faults(page, number)


def _mark_faults(page: pikepdf.Page, number: int) -> Iterator[str]:
    marks: list[str] = []
    seen: set[int] = set()
    in_text = False
    marks_at_text = 0
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator in ("BDC", "BMC"):
            marks.append(str(instruction.operands[0]))
            properties = instruction.operands[1] if operator == "BDC" else {}
            if "/MCID" in properties:
                if int(properties["/MCID"]) in seen:
                    yield f"page {number}: a number stands twice"
                seen.add(int(properties["/MCID"]))
        elif operator == "EMC":
            if not marks:
                yield f"page {number}: a mark is closed that was not opened"
                return
            marks.pop()
        elif operator == "BT":
            in_text, marks_at_text = True, len(marks)
        elif operator == "ET":
            if not in_text or len(marks) != marks_at_text:
                yield f"page {number}: marks and texts cross"
            in_text = False
        elif operator in PAINTING | PATH_OPENING and len(marks) != 1:
            yield f"page {number}: {operator} stands in {len(marks)} marks"
    if marks or in_text:
        yield f"page {number}: something stays open"


def _elements(node: Any, depth: int = 0) -> Iterator[tuple[Any, int]]:
    kids = node.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids] if kids is not None else []:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid, depth
            yield from _elements(kid, depth + 1)


def _contents(element: Any) -> Iterator[tuple[Any, int]]:
    """Page and number of each marked content that is a kid of this element."""
    for kid in element.get("/K", []):
        if isinstance(kid, int):
            yield element["/Pg"].objgen, kid
        elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
            yield kid["/Pg"].objgen, int(kid["/MCID"])


def _tree_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root["/StructTreeRoot"]
    numbers = _number_tree(root["/ParentTree"])
    elements = [element for element, _depth in _elements(root)]
    from_tree = {content: element.objgen for element in elements for content in _contents(element)}
    from_pages = {
        (page.obj.objgen, number): parent.objgen
        for page in pdf.pages
        for number, parent in enumerate(numbers[int(page["/StructParents"])])
    }
    if from_tree != from_pages:
        yield "parent tree and structure tree name different contents"
    for element in elements:
        yield from _element_faults(element)
    yield from _heading_faults(elements)
    yield from _id_faults(root, elements)


def _number_tree(tree: Any) -> dict[int, Any]:
    entries = list(tree["/Nums"])
    return {int(key): value for key, value in zip(entries[::2], entries[1::2], strict=True)}


def _element_faults(element: Any) -> Iterator[str]:
    role = str(element["/S"])[1:]
    for kid in element.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid and kid["/P"] != element:
            yield f"{role}: a kid names another parent"
    if role == "TH" and element["/A"].get("/Scope") not in ("/Row", "/Column"):
        yield "TH without Scope"
    if role == "Table":
        widths = {len([k for k in row["/K"] if "/S" in k]) for row in element["/K"]}
        if len(widths) != 1:
            yield f"a table's rows have {sorted(widths)} cells"
    if role == "LI" and [str(kid["/S"]) for kid in element["/K"]][-1] != "/LBody":
        yield "LI without LBody"
    if role == "Figure" and "/Alt" not in element:
        yield "Figure without Alt"


def _heading_faults(elements: list[Any]) -> Iterator[str]:
    last = 0
    for element in elements:
        role = str(element["/S"])[1:]
        if role in HEADINGS:
            level = int(role[1])
            if level > last + 1:
                yield f"{role} follows H{last}"
            last = level


def _id_faults(root: Any, elements: list[Any]) -> Iterator[str]:
    notes = [element for element in elements if element["/S"] == "/Note"]
    names = [bytes(note["/ID"]) for note in notes]
    entries = list(root["/IDTree"].get("/Names", []))
    listed = {bytes(key): value for key, value in zip(entries[::2], entries[1::2], strict=True)}
    if len(set(names)) != len(names) or set(names) != set(listed):
        yield "ids of notes are not unique or not listed"
    if [bytes(key) for key in entries[::2]] != sorted(listed):
        yield "ids are not in order"


def _link_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root["/StructTreeRoot"]
    numbers = _number_tree(root["/ParentTree"])
    owners = {
        kid["/Obj"].objgen: element.objgen
        for element, _depth in _elements(root)
        for kid in element.get("/K", [])
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
    }
    found = 0
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            found += 1
            if numbers[int(annotation["/StructParent"])].objgen != owners[annotation.objgen]:
                yield "a link and its element do not name each other"
            if not str(annotation.get("/Contents", "")) or int(annotation["/F"]) != 4:
                yield "a link without contents or print flag"
            if annotation["/Dest"][0].get("/Type") != "/Page":
                yield "a link that leads nowhere"
    if found != len(owners):
        yield "links without element, or elements without link"


def _file_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if str(root.get("/Lang")) != "de-DE" or not bool(root["/MarkInfo"]["/Marked"]):
        yield "no language or not marked"
    if not bool(root["/ViewerPreferences"]["/DisplayDocTitle"]):
        yield "the title is not shown"
    if root["/OutputIntents"][0]["/S"] != "/GTS_PDFA1":
        yield "no output intent"
    if str(root["/AF"][0]["/AFRelationship"]) != "/Source":
        yield "the attachment is no source"
    for font in pdf.pages[0]["/Resources"]["/Font"].values():
        if "/ToUnicode" not in font or "/FontFile2" not in font["/FontDescriptor"]:
            yield f"{font['/BaseFont']}: not embedded or without ToUnicode"
