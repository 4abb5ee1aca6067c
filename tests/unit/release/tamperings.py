"""What can be done to a document, by accident and on purpose; each gives the changed bytes."""

from __future__ import annotations

import json
import re
import zlib
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from lpd_desktop.form.canonical import digest_of
from lpd_desktop.pdf.checksum import stamp_checksum
from lpd_desktop.pdf.content_reading import parse_to_unicode
from tests.unit.release.rewriters import edited

PAGE = 3
"""A page with a table of amounts, from 0."""

_FONT_OR_CODES = re.compile(rb"(/F\S+) [\d.]+ Tf|<([0-9A-Fa-f]+)>")
_AMOUNT = re.compile(r"(?<![\d.])\d{1,3}\.\d{3}\b")


def digit_swapped(pdf: Pdf) -> None:
    """One digit of an amount becomes another one of the same font."""
    page = pdf.pages[PAGE]
    content = page.Contents.read_bytes()
    fonts = {
        str(name): dict(parse_to_unicode(font.ToUnicode.read_bytes()))
        for name, font in page.Resources.Font.items()
    }
    letters: dict[int, str] = {}
    for match in _FONT_OR_CODES.finditer(content):
        if match[1]:
            letters = fonts[match[1].decode()]
            continue
        codes = bytearray.fromhex(match[2].decode())
        text = "".join(letters.get(code, "?") for code in codes)
        if _AMOUNT.search(text):
            place = next(at for at, char in enumerate(text) if char in "123456789")
            other = "2" if text[place] == "1" else "1"
            codes[place] = next(code for code, char in letters.items() if char == other)
            start, end = match.span(2)
            page.Contents.write(content[:start] + codes.hex().encode() + content[end:])
            return
    raise AssertionError


def said_otherwise(pdf: Pdf) -> None:
    """Only what programs copy and read aloud is another digit; the picture stays."""
    for font in pdf.pages[PAGE].Resources.Font.values():
        table = font.ToUnicode.read_bytes()
        font.ToUnicode.write(table.replace(b"<0031>", b"<0032>"))


def painted(source: bytes) -> Any:
    """Something is painted over a page."""
    return lambda pdf: pdf.pages[PAGE].contents_add(source)


def white_on_white(pdf: Pdf) -> None:
    """All text of a page becomes invisible."""
    contents = pdf.pages[PAGE].Contents
    contents.write(re.sub(rb"[\d.]+ [\d.]+ [\d.]+ rg", b"1 1 1 rg", contents.read_bytes()))


def image_over_text(pdf: Pdf) -> None:
    """A picture is put over a page."""
    image = pdf.make_stream(
        bytes(300),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=10,
        Height=10,
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
    )
    page = pdf.pages[PAGE]
    page.add_resource(image, Name.XObject, Name.Im0)
    page.contents_add(b"q 100 0 0 100 200 400 cm /Im0 Do Q")


def annotated(subtype: str, **entries: Any) -> Any:
    """An annotation of a viewer is put on a page."""

    def edit(pdf: Pdf) -> None:
        annotation = Dictionary(
            Type=Name.Annot, Subtype=Name(subtype), Rect=[100, 100, 180, 130], **entries
        )
        page = pdf.pages[PAGE]
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(pdf.make_indirect(annotation))

    return edit


def field_added(kind: Name) -> Any:
    """A field of a form, such as one with an electronic signature."""

    def edit(pdf: Pdf) -> None:
        annotated("/Widget", FT=kind)(pdf)
        pdf.Root.AcroForm = Dictionary(Fields=[pdf.pages[PAGE].Annots[-1]])

    return edit


def page_removed(pdf: Pdf) -> None:
    """A page is taken out."""
    del pdf.pages[PAGE]


def last_page_removed(pdf: Pdf) -> None:
    """As by somebody who leaves out what stands at the end."""
    del pdf.pages[-1]


def blank_page_added(pdf: Pdf) -> None:
    """An empty page comes at the end."""
    pdf.add_blank_page()


def page_moved(pdf: Pdf) -> None:
    """A page comes to another place."""
    page = pdf.pages[PAGE]
    pdf.pages.insert(PAGE + 3, page)
    del pdf.pages[PAGE]


def page_replaced(pdf: Pdf) -> None:
    """An empty page comes in the place of a page."""
    pdf.add_blank_page()
    pdf.pages[PAGE] = pdf.pages[-1]
    del pdf.pages[-1]


def title_changed(pdf: Pdf) -> None:
    """What the file says of itself."""
    pdf.docinfo["/Title"] = "Ein anderes Dokument"


def author_changed(pdf: Pdf) -> None:
    """Likewise in the XMP alone."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:creator"] = ["Jemand anderes"]


def date_changed(pdf: Pdf) -> None:
    """Likewise the day on which it was made."""
    pdf.docinfo["/CreationDate"] = "D:20200101000000Z"


def outline_changed(pdf: Pdf) -> None:
    """A bookmark has another title."""
    pdf.Root.Outlines.First.Title = "Etwas anderes"


def link_changed(pdf: Pdf) -> None:
    """A link leads to another page."""
    link = next(each for page in pdf.pages for each in page.get("/Annots", []))
    link.Dest[0] = pdf.pages[0].obj


def link_runs_script(pdf: Pdf) -> None:
    """A link runs a script."""
    link = next(each for page in pdf.pages for each in page.get("/Annots", []))
    del link["/Dest"]
    link.A = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def script_at_opening(pdf: Pdf) -> None:
    """A script runs when the document is opened."""
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def layers_added(pdf: Pdf) -> None:
    """Parts of a page can be hidden."""
    pdf.Root.OCProperties = Dictionary(OCGs=[], D=Dictionary())


def file_attached(pdf: Pdf) -> None:
    """Another file travels with the document."""
    pdf.attachments["notiz.txt"] = b"Hallo"


def tags_lost(pdf: Pdf) -> None:
    """A program that knows no tags."""
    del pdf.Root["/StructTreeRoot"]


def alternative_text_changed(pdf: Pdf) -> None:
    """What is read aloud in the place of an element."""
    pdf.Root.StructTreeRoot.K[0].ActualText = "Etwas anderes"


def language_changed(pdf: Pdf) -> None:
    """In which language the document is read aloud."""
    pdf.Root.Lang = "fi-FI"


def header_cells_lost(pdf: Pdf) -> None:
    """Which cells of tables are heads, and of what."""
    for element in pdf.objects:
        if isinstance(element, Dictionary) and element.get("/S") == "/TH" and "/A" in element:
            del element["/A"]


def attachment_renamed(pdf: Pdf) -> None:
    """The attached data are shown under another name."""
    spec = pdf.attachments["lpd.json"].obj
    spec.UF = spec.F = "rechnung.exe"


def attachment_described(pdf: Pdf) -> None:
    """The attached data are said to be something else."""
    pdf.attachments["lpd.json"].obj.Desc = "Rechnung"


def file_associated(pdf: Pdf) -> None:
    """Another file belongs to the document without standing in the index of files."""
    spec = pikepdf.AttachedFileSpec(pdf, b"Hallo", filename="notiz.txt")
    pdf.Root.AF.append(spec.obj)


def form_announced(pdf: Pdf) -> None:
    """An empty form that says there are signatures."""
    pdf.Root.AcroForm = Dictionary(Fields=[], SigFlags=3)


def in_catalog(**entries: Any) -> Any:
    """The document gets entries."""

    def edit(pdf: Pdf) -> None:
        for key, value in entries.items():
            pdf.Root[f"/{key}"] = value

    return edit


def on_page(**entries: Any) -> Any:
    """A page gets entries."""

    def edit(pdf: Pdf) -> None:
        for key, value in entries.items():
            pdf.pages[PAGE][f"/{key}"] = value

    return edit


def on_all_pages(**entries: Any) -> Any:
    """All pages get entries."""

    def edit(pdf: Pdf) -> None:
        for page in pdf.pages:
            for key, value in entries.items():
                page[f"/{key}"] = value

    return edit


def rotated_by_tree(pdf: Pdf) -> None:
    """All pages are rotated where they inherit it."""
    for page in pdf.pages:
        del page["/Rotate"]
    pdf.Root.Pages.Rotate = 90


def information_added(pdf: Pdf) -> None:
    """The file says something of itself that the program never says."""
    pdf.docinfo["/Company"] = "Beispiel GmbH"


def page_packed_hugely(pdf: Pdf) -> None:
    """A few kB that would be 96 MB, packed twice."""
    packed = zlib.compress(zlib.compress(b"0 g\n" * 24_000_000, 1), 9)
    pdf.pages[PAGE].Contents.write(packed, filter=Array([Name.FlateDecode] * 2))


def attachment_dropped(pdf: Pdf) -> None:
    """A program that knows no attachments."""
    del pdf.attachments["lpd.json"]


def with_attachment(content: bytes) -> Any:
    """Other data come in the place of the attached ones."""
    return lambda pdf: pdf.attachments["lpd.json"].obj.EF.F.write(content)


def attached(data: bytes) -> dict[str, Any]:
    """The attached data."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found: dict[str, Any] = json.loads(pdf.attachments["lpd.json"].get_file().read_bytes())
    return found


def with_other_text(data: bytes, *, resealed: bool) -> bytes:
    """The attached data with one text changed, with the old seal or a new one that fits."""
    raw = attached(data)
    raw["plan"]["answers"]["A.staff"]["text"][0]["runs"][0]["text"] = "Ausgetauscht."
    if resealed:
        raw["release"]["seal"] = digest_of({key: raw[key] for key in ("form", "plan", "schema")})
    return edited(data, with_attachment(json.dumps(raw, indent=2, sort_keys=True).encode()))


def with_other_names(data: bytes) -> bytes:
    """The attached data name another person; the seal does not cover the approval."""
    raw = attached(data)
    raw["release"]["signatories"][0]["name"] = "Z. Anders"
    return edited(data, with_attachment(json.dumps(raw, indent=2, sort_keys=True).encode()))


def with_version_named(version: str, edit: Any = None) -> Any:
    """The document says that another version of the program made it."""

    def change(pdf: Pdf) -> None:
        pdf.docinfo["/Creator"] = f"LPD Desktop {version}"
        if edit is not None:
            edit(pdf)

    return change


def with_new_checksum(data: bytes) -> bytes:
    """A forger computes the file's checksum anew."""
    return stamp_checksum(data)


def updated_behind(data: bytes, change: tuple[bytes, bytes] | None = None) -> bytes:
    """An incremental update: what viewers append when they save.

    Args:
        data: The file.
        change: Old and new words in the catalog; None for an update that changes nothing.
    """
    start = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    size = int(re.findall(rb"/Size (\d+)", data)[-1])
    root, info = (re.findall(rb"/%s (\d+ 0 R)" % key, data)[-1] for key in (b"Root", b"Info"))
    entries = b"/Size %d /Root %s /Info %s /Prev %d" % (size, root, info, start)
    added, section = b"", b"0 0\n"
    if change is not None:
        number = int(root.split()[0])
        added = b"%d 0 obj\n%s\nendobj\n" % (number, _catalog(data).replace(*change))
        section = b"%d 1\n%010d 00000 n \n" % (number, len(data))
    at = len(data + added)
    table = added + b"xref\n%strailer\n<< %s >>\n" % (section, entries)
    return data + table + b"startxref\n%d\n%%%%EOF\n" % at


def _catalog(data: bytes) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf:
        return bytes(pdf.Root.unparse(resolved=True))
