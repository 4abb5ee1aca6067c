"""Damages to pages and fonts."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Dictionary, Name

from tests.conformance.damages.registry import damage, fonts, rewrite_page


@damage("content-marked", "ua1", "7.1-3")
def line_without_mark(pdf: pikepdf.Pdf) -> None:
    rewrite_page(pdf, lambda page: page + b"\n0 0 m 10 10 l S")


@damage("marks-nested", "ua1", "7.1-2")
def content_in_artifact(pdf: pikepdf.Pdf) -> None:
    rewrite_page(pdf, lambda page: b"/Artifact BMC\n" + page + b"\nEMC")


@damage("marks-balanced")
def mark_ends_inside_of_text(pdf: pikepdf.Pdf) -> None:
    rewrite_page(pdf, lambda page: re.sub(rb"ET\s+EMC", b"EMC ET", page, count=1))


@damage("marks-balanced", "ua1", "7.1-3")
def mark_that_stays_open(pdf: pikepdf.Pdf) -> None:
    rewrite_page(pdf, lambda page: page[: page.rindex(b"EMC")])


@damage("marks-numbered")
def number_of_a_mark_twice(pdf: pikepdf.Pdf) -> None:
    rewrite_page(pdf, lambda page: re.sub(rb"/MCID 1\b", b"/MCID 0", page, count=1))


@damage("marks-in-forms")
def form_with_marks(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(
        b"/P <</MCID 0>> BDC EMC",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=[0, 0, 1, 1],
        StructParents=0,
    )
    pdf.pages[-1].Resources.XObject = Dictionary(Form=form)


@damage("no-references")
def form_of_another_file(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1])
    form.Ref = Dictionary(F="andere.pdf", Page=0)
    pdf.pages[-1].Resources.XObject = Dictionary(Form=form)


@damage("tab-order", "ua1", "7.18.3-1")
def page_without_tab_order(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1].obj["/Tabs"]


@damage("text-readable", "ua1", "7.21.7-1")
def font_without_characters(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        del font.ToUnicode


@damage("text-readable", "ua1", "7.21.7-2")
def font_with_a_forbidden_character(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        told = font.ToUnicode.read_bytes()
        font.ToUnicode.write(told.replace(b"<0065>", b"<FEFF>"))


@damage("fonts-embedded", "3a", "6.2.11.4.1-1")
def font_that_is_not_embedded(pdf: pikepdf.Pdf) -> None:
    del fonts(pdf)[0].FontDescriptor.FontFile2


@damage("glyphs-present", "ua1", "7.21.4.1-2")
def font_without_its_glyphs(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        program = font.FontDescriptor.FontFile2
        opened = TTFont(BytesIO(program.read_bytes()))
        table = opened["cmap"].tables[0]
        table.cmap = dict.fromkeys(table.cmap, ".notdef")
        target = BytesIO()
        opened.save(target)
        program.write(target.getvalue())


@damage("glyph-widths", "3a", "6.2.11.5-1")
def font_without_its_widths(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        font.FirstChar = 120
        font.Widths = list(font.Widths)[:2]


@damage("glyph-widths", "3a", "6.2.11.5-1")
def font_with_other_widths(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        font.Widths = [int(width) + 50 for width in font.Widths]


@damage("font-kinds", "3a", "6.2.11.2-6")
def font_with_a_width_too_many(pdf: pikepdf.Pdf) -> None:
    fonts(pdf)[0].Widths = [*fonts(pdf)[0].Widths, 500]


@damage("font-kinds", "3a", "6.2.11.6-3")
def symbols_with_an_encoding(pdf: pikepdf.Pdf) -> None:
    fonts(pdf)[0].Encoding = Name.WinAnsiEncoding


@damage("font-kinds")
def font_of_no_kind(pdf: pikepdf.Pdf) -> None:
    fonts(pdf)[0].Subtype = Name("/Schrift")


@damage("text-readable", "3a", "6.2.11.7.3-1")
def font_with_a_private_character(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        told = font.ToUnicode.read_bytes()
        font.ToUnicode.write(told.replace(b"<0065>", b"<E065>"))


@damage("")
def other_letters_shown(pdf: pikepdf.Pdf) -> None:
    def swapped(page: bytes) -> bytes:
        return re.sub(rb"<([0-9a-f]{2})([0-9a-f]{2})", rb"<\2\1", page)

    rewrite_page(pdf, swapped)


@damage("")
def font_that_reads_otherwise(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        told = font.ToUnicode.read_bytes()
        font.ToUnicode.write(told.replace(b"<0065>", b"<0061>"))


@damage("")
def text_that_became_an_artifact(pdf: pikepdf.Pdf) -> None:
    """Sound in itself: the tree forgets a paragraph, and the page calls it an artifact."""
    tree = pdf.Root.StructTreeRoot
    page = pdf.pages[-1]
    entries = dict(zip(tree.ParentTree.Nums[::2], tree.ParentTree.Nums[1::2], strict=True))
    owners = entries[page.obj.StructParents]
    lost = len(owners) - 1
    owner = owners[lost]
    owner.K = [kid for kid in owner.K if kid != lost]
    del owners[lost]
    pattern = rb"/\w+ <<\s*/MCID %d\s*>> BDC" % lost
    rewrite_page(pdf, lambda content: re.sub(pattern, b"/Artifact BMC", content))
