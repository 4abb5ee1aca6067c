"""Damages to what the file says of itself."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.conformance.damages.registry import damage, rewrite_metadata


@damage("metadata")
def no_metadata(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


@damage("pdfua-named", "ua1")
def pdfua_not_claimed(pdf: pikepdf.Pdf) -> None:
    rewrite_metadata(pdf, b"<pdfuaid:part>1</pdfuaid:part>", b"")


@damage("pdfa-named", "3a")
def pdfa_not_claimed(pdf: pikepdf.Pdf) -> None:
    rewrite_metadata(pdf, b"<pdfaid:part>3</pdfaid:part>", b"")


@damage("metadata-described", "3a", "6.6.2.3.1-1")
def pdfua_not_described(pdf: pikepdf.Pdf) -> None:
    rewrite_metadata(pdf, b"URI>http://www.aiim.org/pdfua", b"URI>http://www.aiim.org/other")


@damage("title", "ua1", "7.1-9")
def no_title(pdf: pikepdf.Pdf) -> None:
    rewrite_metadata(pdf, b"dc:title", b"dc:source")


@damage("title-shown", "ua1", "7.1-10")
def title_not_shown(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


@damage("marked", "ua1", "6.2-1")
def not_marked(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


@damage("marked", "ua1", "7.1-4")
def structure_that_is_suspect(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Suspects = True


@damage("language", "ua1", "7.2-33")
def no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang
    for element in pdf.Root.StructTreeRoot.K:
        del element.Lang


@damage("colour", "3a", "6.2.4.3-2")
def no_output_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


@damage("attachments", "3a", "6.8-3")
def attachment_without_purpose(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AF[0].AFRelationship


@damage("attachments", "3a", "6.8-4")
def attachment_of_nothing(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AF


@damage("attachments", "3a", "6.8-2")
def attachment_without_name(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AF[0].UF


@damage("bookmarks")
def no_bookmarks(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Outlines


@damage("bookmarks")
def bookmarks_in_a_broken_chain(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines.First.Parent = pdf.Root.Outlines.First


@damage("no-scripts", "3a", "6.5.1-1")
def script_at_the_start(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.beep();")


@damage("no-layers", "ua1", "7.10-1")
def layers(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OCProperties = Dictionary(OCGs=Array(), D=Dictionary())


@damage("no-threads")
def threads(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Threads = Array()


@damage("no-forms")
def form(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array())


@damage("no-xfa", "3a", "6.4.2-1")
def form_made_when_opened(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array(), XFA=pdf.make_stream(b"<xdp/>"))


@damage("no-encryption", encrypted=True)
def encrypted(_pdf: pikepdf.Pdf) -> None:
    """Saved with a password; veraPDF takes the empty one for wrong at some random salts."""


@damage("file-id", "3a", "6.1.3-1", rewrite=lambda data: data.replace(b"/ID [", b"/IX ["))
def no_id(_pdf: pikepdf.Pdf) -> None:
    """The id is taken out of the saved bytes."""
