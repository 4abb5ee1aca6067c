"""What can be hidden in a document where a map or a viewer shows one thing only."""

from __future__ import annotations

from typing import Any

from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Pdf

from tests.unit.release.tamperings import PAGE, annotated


def _spec(pdf: Pdf, name: str = "lpd.json", content: bytes = b"{}") -> Any:
    return pdf.make_indirect(AttachedFileSpec(pdf, content, filename=name).obj)


def second_entry(name: str, *, first: bool = True) -> Any:
    """A second file stands in the index under the name of the data."""

    def edit(pdf: Pdf) -> None:
        old = list(pdf.Root.Names.EmbeddedFiles.Names)
        new = ["lpd.json", _spec(pdf, name)]
        pdf.Root.Names.EmbeddedFiles.Names = Array([*new, *old] if first else [*old, *new])

    return edit


def second_entry_below(pdf: Pdf) -> None:
    """Likewise in a branch of the index."""
    index = pdf.Root.Names.EmbeddedFiles
    limits = ["lpd.json", "lpd.json"]
    names = (Array(["lpd.json", _spec(pdf, "x.exe")]), Array(list(index.Names)))
    kids = [pdf.make_indirect(Dictionary(Limits=limits, Names=each)) for each in names]
    pdf.Root.Names.EmbeddedFiles = Dictionary(Kids=kids)


def index_in_itself(pdf: Pdf) -> None:
    """The index leads back into itself."""
    index = pdf.make_indirect(pdf.Root.Names.EmbeddedFiles)
    index.Limits = Array(["lpd.json", "lpd.json"])
    pdf.Root.Names.EmbeddedFiles = pdf.make_indirect(Dictionary(Kids=[index]))
    index.Kids = Array([pdf.Root.Names.EmbeddedFiles])


def entry_outside_limits(pdf: Pdf) -> None:
    """Programs that trust the limits of a branch do not find what others find."""
    index = pdf.make_indirect(pdf.Root.Names.EmbeddedFiles)
    index.Limits = Array(["x", "z"])
    pdf.Root.Names.EmbeddedFiles = Dictionary(Kids=[index])


def other_spec_associated(pdf: Pdf) -> None:
    """The same content belongs to the document under another name."""
    old = pdf.Root.Names.EmbeddedFiles.Names[1]
    pdf.Root.AF = Array([pdf.make_indirect(Dictionary(Type=Name.Filespec, UF="x.exe", EF=old.EF))])


def file_at_an_element(pdf: Pdf) -> None:
    """A file belongs to an element of the structure."""
    pdf.Root.StructTreeRoot.K[0].AF = Array([_spec(pdf, "notiz.txt")])


def file_at_an_annotation(pdf: Pdf) -> None:
    """A file hangs on a page."""
    annotated("/FileAttachment", FS=_spec(pdf, "rechnung.exe"))(pdf)


def bookmark_with_address(pdf: Pdf) -> None:
    """A bookmark keeps its page, and leads away."""
    pdf.Root.Outlines.First.A = Dictionary(S=Name.URI, URI="https://evil.example")


def bookmark_with_script(pdf: Pdf) -> None:
    """A bookmark keeps its page, and runs something."""
    pdf.Root.Outlines.First.A = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def script_by_name(pdf: Pdf) -> None:
    """A script that stands in the index of scripts only."""
    action = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
    pdf.Root.Names.JavaScript = Dictionary(Names=["a", action])


def destinations(pdf: Pdf) -> None:
    """Names of places."""
    pdf.Root.Names.Dests = Dictionary(Names=["a", [pdf.pages[0].obj, Name.Fit]])


def page_acts(pdf: Pdf) -> None:
    """Something runs when a page is shown."""
    action = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
    pdf.pages[PAGE].AA = Dictionary(O=action)


def same_page_twice(pdf: Pdf) -> None:
    """The tree of pages names one page twice."""
    pdf.Root.Pages.Kids.append(pdf.pages[PAGE].obj)
    pdf.Root.Pages.Count = len(pdf.pages) + 1


def lone_window(pdf: Pdf) -> None:
    """The window of a comment that is not there."""
    annotated("/Popup", Contents="Hallo", Open=True)(pdf)


def unused_font(pdf: Pdf) -> None:
    """A page names a font that nothing is written with."""
    fonts = pdf.pages[PAGE].Resources.Font
    fonts["/Fx"] = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def letters_for_copying(pdf: Pdf) -> None:
    """The map of a font says more letters than the pages have."""
    font = next(iter(pdf.pages[PAGE].Resources.Font.values()))
    table = font.ToUnicode.read_bytes()
    font.ToUnicode.write(
        table.replace(b"endcmap", b"1 beginbfchar\n<FE> <0041>\nendbfchar\nendcmap")
    )


def replacement_text(pdf: Pdf) -> None:
    """What is copied in the place of a mark of the page."""
    page = pdf.pages[PAGE]
    page.contents_add(b"/Span << /ActualText (Hallo) >> BDC EMC")


def drawn_nowhere(pdf: Pdf) -> None:
    """Something is drawn that nobody sees."""
    pdf.pages[PAGE].contents_add(b"q 1 1 1 rg 0 0 0 0 re f Q")


def form_in_resources(pdf: Pdf) -> None:
    """A page carries a drawing that another program could show."""
    form = pdf.make_stream(b"0 g", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    pdf.pages[PAGE].add_resource(form, Name.XObject, Name.Fm0)


def colours_swapped(pdf: Pdf) -> None:
    """Another profile of colours, which only some programs heed."""
    pdf.Root.OutputIntents[0].DestOutputProfile.write(b"nichts")


def link_look(pdf: Pdf) -> None:
    """A link gets a drawing of its own in another state."""
    link = next(each for page in pdf.pages for each in page.get("/Annots", []))
    form = pdf.make_stream(b"0 g", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    link.AP = Dictionary(N=pdf.make_stream(b"", Subtype=Name.Form, BBox=[0, 0, 9, 9]), D=form)


def layer_on_page(pdf: Pdf) -> None:
    """Words of a page stand in a layer that can be hidden, with no word of it in the catalog."""
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Ebene"))
    page = pdf.pages[PAGE]
    page.Resources.Properties = Dictionary(oc=group)
    page.contents_add(b"/OC /oc BDC", prepend=True)
    page.contents_add(b"EMC")


def layer_with_catalog(pdf: Pdf) -> None:
    """Likewise, and the catalog hides it."""
    layer_on_page(pdf)
    group = pdf.pages[PAGE].Resources.Properties.oc
    pdf.Root.OCProperties = Dictionary(OCGs=[group], D=Dictionary(OFF=[group]))
