"""Damages that put into the file what no archive takes: actions, foreign contents, excesses."""

from __future__ import annotations

import re

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.conformance.damages.registry import damage, links, rewrite_metadata


@damage("no-scripts", "3a", "6.5.1-1")
def script_on_a_link(pdf: pikepdf.Pdf) -> None:
    links(pdf)[0].AA = Dictionary(E=Dictionary(S=Name.JavaScript, JS="app.beep();"))


@damage("no-scripts", "3a", "6.5.1-1")
def script_after_a_jump(pdf: pikepdf.Pdf) -> None:
    link = links(pdf)[0]
    beep = Dictionary(S=Name.JavaScript, JS="app.beep();")
    link.A = Dictionary(S=Name.GoTo, D=link.Dest, Next=pdf.make_indirect(beep))
    del link.Dest


@damage("no-scripts", "3a", "6.5.1-1")
def bookmark_that_starts_a_program(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines.First.A = Dictionary(S=Name.Launch, F="lpd.exe")


@damage("no-scripts", "3a", "6.5.2-1")
def script_when_the_file_is_closed(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AA = Dictionary(WC=Dictionary(S=Name.JavaScript, JS="app.beep();"))


@damage("no-scripts", "3a", "6.5.2-2")
def script_when_a_page_is_opened(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS="app.beep();"))


@damage(
    "streams",
    "3a",
    "6.1.7.2-1",
    rewrite=lambda data: data.replace(b"/OldDecode", b"/LZWDecode"),
)
def stream_in_a_filter_of_old(pdf: pikepdf.Pdf) -> None:
    """The filter gets its name in the saved bytes: saving would replace it."""
    pdf.Root.Extra = pdf.make_stream(b"\x80\x0b\x60\x50", Filter=Name("/OldDecode"))


@damage("streams", "3a", "6.1.7.1-3")
def stream_in_another_file(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Extra = pdf.make_stream(b"", F="daten.bin")


@damage("limits", "3a", "6.1.13-4")
def name_that_is_too_long(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Extra = Name("/" + "x" * 128)


@damage("limits", "3a", "6.1.13-3")
def string_that_is_too_long(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Extra = pikepdf.String("x" * 32_768)


@damage("limits", "3a", "6.1.13-1")
def number_that_is_too_large(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Extra = Array([2_147_483_648])


@damage("file-frame", "3a", "6.1.2-1", rewrite=lambda data: data.replace(b"%PDF-1.7", b"%PDF-2.0"))
def file_of_another_version(_pdf: pikepdf.Pdf) -> None:
    """The first line is changed in the saved bytes."""


@damage("file-frame", "3a", "6.1.3-3", rewrite=lambda data: data + b"more\n")
def file_that_goes_on_behind_its_end(_pdf: pikepdf.Pdf) -> None:
    """More bytes stand behind the saved ones."""


@damage(
    "file-frame",
    "3a",
    "6.1.2-2",
    rewrite=lambda data: data.replace(b"%\xbf\xf7\xa2\xfe", b"%text"),
)
def file_that_looks_like_text(_pdf: pikepdf.Pdf) -> None:
    """The second line is changed in the saved bytes."""


@damage("nothing-special", "3a", "6.1.12-1")
def file_with_permissions(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Perms = Dictionary(Foo=Dictionary())


@damage("nothing-special", "3a", "6.11-1")
def file_with_requirements(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Requirements = Array([Dictionary(S=Name.EnableJavaScripts)])


@damage("nothing-special", "3a", "6.10-1")
def file_with_presentations(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Names.AlternatePresentations = Dictionary(Names=Array())


@damage("nothing-special", "3a", "6.10-2")
def page_in_steps(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.PresSteps = Dictionary(Type=Name.NavNode)


@damage("nothing-special", "3a", "6.4.2-2")
def file_that_must_be_made_first(pdf: pikepdf.Pdf) -> None:
    pdf.Root.NeedsRendering = True


@damage("no-layers")
def page_that_can_be_hidden(pdf: pikepdf.Pdf) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Ebene"))
    links(pdf)[0].OC = group


@damage("attachments", "3a", "6.8-1")
def attachment_of_no_kind(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AF[0].EF.F.Subtype = Name("/json")


@damage("attachments", "3a", "6.8-4")
def second_attachment_in_a_branch(pdf: pikepdf.Pdf) -> None:
    data = pdf.make_stream(b"x", Type=Name.EmbeddedFile, Subtype=Name("/text/plain"))
    other = Dictionary(Type=Name.Filespec, F="x.txt", UF="x.txt", EF=Dictionary(F=data, UF=data))
    other.AFRelationship = Name.Data
    old = pdf.Root.Names.EmbeddedFiles
    new = Dictionary(
        Limits=["x.txt", "x.txt"], Names=Array([pikepdf.String("x.txt"), pdf.make_indirect(other)])
    )
    old.Limits = ["lpd.json", "lpd.json"]
    kids = [pdf.make_indirect(old), pdf.make_indirect(new)]
    pdf.Root.Names.EmbeddedFiles = Dictionary(Kids=Array(kids))


@damage("link-flags", "3a", "6.3.2-1")
def link_without_flags(pdf: pikepdf.Pdf) -> None:
    del links(pdf)[0]["/F"]


@damage("link-flags", "3a", "6.3.2-2")
def link_that_hides_when_touched(pdf: pikepdf.Pdf) -> None:
    links(pdf)[0].F = 4 + 256


@damage("metadata-form", "3a", "6.6.2.1-3")
def metadata_that_name_their_encoding(pdf: pikepdf.Pdf) -> None:
    rewrite_metadata(pdf, b'id="W5M0', b'encoding="UTF-8" id="W5M0')


@damage("metadata-form", "3a", "6.6.2.1-5")
def metadata_in_another_encoding(pdf: pikepdf.Pdf) -> None:
    told = pdf.Root.Metadata.read_bytes().decode("utf-8")
    pdf.Root.Metadata.write(told.encode("utf-16"))


@damage("metadata-form", "3a", "6.6.4-4")
def identification_with_another_prefix(pdf: pikepdf.Pdf) -> None:
    told = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(told.replace(b"pdfaid", b"archive"))


@damage("metadata-form", "ua1", "5-3")
def accessibility_with_another_prefix(pdf: pikepdf.Pdf) -> None:
    told = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(told.replace(b"pdfuaid:", b"access:").replace(b":pdfuaid", b":access"))


@damage("metadata-form", "3a", "6.6.2.3.1-2")
def date_that_is_none(pdf: pikepdf.Pdf) -> None:
    rewrite_metadata(pdf, b"<xmp:MetadataDate>", b"<xmp:MetadataDate>am ")


@damage("metadata-form", "3a", "6.6.2.3.1-2")
def author_outside_of_a_list(pdf: pikepdf.Pdf) -> None:
    rewrite_metadata(pdf, b"<dc:creator><rdf:Seq>", b"<dc:creator><rdf:Alt>")
    rewrite_metadata(pdf, b"</rdf:Seq></dc:creator>", b"</rdf:Alt></dc:creator>")


@damage("metadata-described", "3a", "6.6.2.3.1-1")
def statement_that_nobody_describes(pdf: pikepdf.Pdf) -> None:
    rewrite_metadata(pdf, b"<dc:format>", b"<dc:taste>herb</dc:taste><dc:format>")


@damage("metadata-described", "3a", "6.6.2.3.3-9")
def description_of_no_category(pdf: pikepdf.Pdf) -> None:
    rewrite_metadata(pdf, b">internal<", b">sometimes<")


@damage("info")
def title_that_stands_elsewhere_otherwise(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo.Title = "Ein anderer Titel"


@damage("info")
def date_that_stands_elsewhere_otherwise(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo.ModDate = "D:20010101000000Z"


@damage("file-frame", rewrite=lambda data: re.sub(rb"(?<=startxref\n)\d+", b"1", data))
def file_that_must_be_repaired_to_be_read(_pdf: pikepdf.Pdf) -> None:
    """The place of the table of objects is changed in the saved bytes."""
