"""Damages that hide: in the bytes between objects, in second profiles, in descriptions."""

from __future__ import annotations

import re

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.conformance.damages.painting import painted, show_image
from tests.conformance.damages.registry import (
    add_resource,
    damage,
    elements,
    first,
    fonts,
    kids,
    links,
    rewrite_metadata,
    rewrite_page,
)


@damage("file-frame", "3a", "6.1.9-1", rewrite=lambda data: data.replace(b"\nendobj", b" endobj"))
def objects_that_end_within_a_line(_pdf: pikepdf.Pdf) -> None:
    """The line before the end of each object is joined in the saved bytes."""


@damage(
    "file-frame",
    "3a",
    "6.1.7.1-1",
    rewrite=lambda data: re.sub(
        rb"(?<=/Type /Metadata /Length )(\d+)", lambda n: b"%d" % (int(n[1]) - 9), data
    ),
)
def stream_that_is_longer_than_it_says(_pdf: pikepdf.Pdf) -> None:
    """The length of the metadata is changed in the saved bytes."""


@damage("limits", "3a", "6.1.6-1")
def word_with_half_a_letter(pdf: pikepdf.Pdf) -> None:
    name = next(iter(pdf.pages[-1].Resources.Font.keys())).encode()
    painted(pdf, b"BT " + name + b" 9 Tf <414> Tj ET")


@damage("limits", "3a", "6.1.13-5")
def number_that_is_too_small(pdf: pikepdf.Pdf) -> None:
    painted(pdf, b"0." + b"0" * 40 + b"1 w")


@damage("limits", "3a", "6.1.13-1")
def number_on_a_page_that_is_too_large(pdf: pikepdf.Pdf) -> None:
    painted(pdf, b"2147483648 0 m 0 0 l S")


@damage("limits", "3a", "6.1.13-3")
def word_on_a_page_that_is_too_long(pdf: pikepdf.Pdf) -> None:
    name = next(iter(pdf.pages[-1].Resources.Font.keys())).encode()
    painted(pdf, b"BT " + name + b" 9 Tf <" + b"20" * 32_768 + b"> Tj ET")


@damage("colour", "3a", "6.2.3-2")
def second_output_profile(pdf: pikepdf.Pdf) -> None:
    other = pdf.make_stream(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes(), N=3)
    intent = Dictionary(Type=Name.OutputIntent, S=Name("/GTS_PDFX"), OutputConditionIdentifier="x")
    intent.DestOutputProfile = other
    pdf.Root.OutputIntents.append(intent)


@damage("colour", "3a", "6.2.3-3")
def output_profile_elsewhere(pdf: pikepdf.Pdf) -> None:
    intent = Dictionary(Type=Name.OutputIntent, S=Name("/GTS_PDFX"), OutputConditionIdentifier="x")
    intent.DestOutputProfileRef = Dictionary()
    pdf.Root.OutputIntents.append(intent)


@damage("images", "3a", "6.2.8-5")
def stencil_of_eight_bits(pdf: pikepdf.Pdf) -> None:
    sizes = {"Width": 1, "Height": 1, "BitsPerComponent": 8, "ImageMask": True}
    show_image(pdf, Mask=pdf.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, **sizes))


@damage("link-flags", "3a", "6.3.3-2")
def link_that_looks_otherwise_when_pressed(pdf: pikepdf.Pdf) -> None:
    look = pdf.make_stream(
        b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1], Resources=Dictionary()
    )
    links(pdf)[0].AP = Dictionary(N=look, D=look)


@damage("metadata-described", "3a", "6.6.2.3.3-8")
def description_of_no_type(pdf: pikepdf.Pdf) -> None:
    rewrite_metadata(pdf, b">Integer<", b">Zahl<")


@damage("metadata-described", "3a", "6.6.2.3.3-5")
def descriptions_in_no_order(pdf: pikepdf.Pdf) -> None:
    rewrite_metadata(pdf, b"<pdfaSchema:property><rdf:Seq>", b"<pdfaSchema:property><rdf:Bag>")
    rewrite_metadata(pdf, b"</rdf:Seq></pdfaSchema:property>", b"</rdf:Bag></pdfaSchema:property>")


@damage("metadata-described", "3a", "6.6.2.3.2-1")
def description_that_says_too_much(pdf: pikepdf.Pdf) -> None:
    more = b"<pdfaProperty:taste>herb</pdfaProperty:taste><pdfaProperty:name>"
    rewrite_metadata(pdf, b"<pdfaProperty:name>", more)


@damage("metadata-described", "3a", "6.6.2.3.3-2")
def schema_without_words(pdf: pikepdf.Pdf) -> None:
    rewrite_metadata(
        pdf, b"<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>", b""
    )


@damage("marks-in-forms")
def form_with_marks_on_two_pages(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(
        b"/P <</MCID 0>> BDC 0 0 1 1 re f EMC",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=[0, 0, 1, 1],
        Resources=Dictionary(),
    )
    add_resource(pdf, "XObject", "Form", form)
    painted(pdf, b"q /Form Do Q q /Form Do Q")


@damage("content-marked", "ua1", "7.1-3")
def form_outside_of_any_mark(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(
        b"0 0 1 1 re f",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=[0, 0, 1, 1],
        Resources=Dictionary(),
    )
    add_resource(pdf, "XObject", "Form", form)
    rewrite_page(pdf, lambda page: page + b"\nq /Form Do Q")


@damage("table-grid", "ua1", "7.2-43")
def cell_that_reaches_below_its_table(pdf: pikepdf.Pdf) -> None:
    rows = kids(first(pdf, "Table"))
    cell = kids(rows[-1])[0]
    cell.A = Dictionary(O=Name.Table, RowSpan=3)


@damage("table-scope", "ua1", "7.5-1")
def heads_with_a_scope_of_no_table(pdf: pikepdf.Pdf) -> None:
    for head in elements(pdf, "TH"):
        head.A.O = Name.Layout


@damage("tree-parents", "ua1", "7.2-42")
def head_that_is_called_no_element(pdf: pikepdf.Pdf) -> None:
    first(pdf, "TH").Type = Name("/Kopf")


@damage("marked", "ua1", "7.1-3")
def tree_that_is_called_none(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot.Type


@damage("attachments", "3a", "6.8-2")
def attachment_with_a_number_for_a_name(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AF[0].F = 5


@damage("table-nesting", "ua1", "7.2-39")
def table_with_two_captions(pdf: pikepdf.Pdf) -> None:
    table = first(pdf, "Table")
    captions = [
        pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Caption, P=table, K=Array()))
        for _ in range(2)
    ]
    table.K = Array([captions[0], *kids(table), captions[1]])


@damage("list-nesting", "ua1", "7.2-40")
def caption_below_its_list(pdf: pikepdf.Pdf) -> None:
    each = first(pdf, "L")
    caption = Dictionary(Type=Name.StructElem, S=Name.Caption, P=each, K=Array())
    each.K = Array([*kids(each), pdf.make_indirect(caption)])


@damage("colour-spaces", "3a", "6.2.4.3-3")
def pattern_in_the_colours_of_another_device(pdf: pikepdf.Pdf) -> None:
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 1, 1])
    shading.Function = Dictionary(
        FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 0, 0, 1], N=1
    )
    add_resource(pdf, "Shading", "Verlauf", shading)
    painted(pdf, b"/Verlauf sh")


@damage("font-kinds", "3a", "6.2.11.2-7")
def font_program_of_no_kind(pdf: pikepdf.Pdf) -> None:
    fonts(pdf)[0].FontDescriptor.FontFile2.Subtype = Name("/Schrift")


@damage("metadata-form", "3a", "6.6.2.1-1")
def metadata_that_are_called_otherwise(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata.Subtype = Name("/Text")
