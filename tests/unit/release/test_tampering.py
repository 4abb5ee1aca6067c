"""Whatever is done to a document is named for what it is, and never ends in a traceback."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace as changed

from lpd_desktop.pdf.edition import Edition
from lpd_desktop.pdf.inspection import original
from lpd_desktop.pdf.rendering import render_edition
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release.approval import Approval
from lpd_desktop.release.sign_off import SignedOff, sign_off
from lpd_desktop.release.verdicts import lines_of
from lpd_desktop.release.verification import Verdicts, verify
from lpd_desktop.runtime.errors import LpdError
from tests.extent import examples
from tests.short_plan import short_plan
from tests.unit.pdf.conftest import with_text
from tests.unit.release import rewriters, tamperings
from tests.unit.release.rewriters import edited

pytestmark = pytest.mark.usefixtures("originals_are_made_once")

OTHER = Approval((Signatory(name="B. Weitere", role="Leitung"),), "Anderswo", "2022-12-01")

SAME = "no yes yes yes yes"
"""File, only saved anew, data, text, look: of a file that another program saved anew."""

BESIDE = "no no yes yes yes"
"""Something was changed that stands on no page."""

SEEN = "no no yes yes no"
"""Pages look otherwise and say the same."""

SAID = "no no yes no no"
"""Pages say and show something else."""


def answers(verdicts: Verdicts) -> str:
    """The answers on file, saving anew, data, text and look."""
    return " ".join(verdict.answer for verdict in list(verdicts.each())[:5])


def kinds(verdicts: Verdicts) -> set[str]:
    return {each.kind for each in verdicts.deviations}


RESAVED: dict[str, dict[str, Any]] = {
    "as it is": {},
    "linearized": {"linearize": True},
    "without object streams": {"object_stream_mode": pikepdf.ObjectStreamMode.disable},
    "with new object streams": {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
    "uncompressed": {
        "compress_streams": False,
        "stream_decode_level": pikepdf.StreamDecodeLevel.all,
    },
    "compressed anew": {"recompress_flate": True},
    "contents written anew": {"normalize_content": True},
    "for editors": {"qdf": True},
    "older version": {"force_version": "1.5"},
    "without an identity": {"deterministic_id": True},
}


@pytest.mark.parametrize("options", RESAVED.values(), ids=list(RESAVED))
def test_a_file_saved_anew_by_pikepdf_is_named_so(
    signed: SignedOff, options: dict[str, Any]
) -> None:
    assert_resaved(verify(edited(signed.pdf, **options)))


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--linearize",),
        ("--object-streams=disable", "--stream-data=uncompress"),
        ("--coalesce-contents", "--normalize-content=y"),
        ("--qdf",),
    ],
)
def test_a_file_saved_anew_by_qpdf_is_named_so(
    signed: SignedOff, tmp_path: Path, options: tuple[str, ...]
) -> None:
    assert_resaved(verify(rewriters.saved_by_qpdf(signed.pdf, tmp_path, *options)))


def test_a_file_saved_anew_by_pdfium_is_named_so(signed: SignedOff) -> None:
    assert_resaved(verify(rewriters.saved_by_pdfium(signed.pdf)))


def assert_resaved(verdicts: Verdicts) -> None:
    assert (answers(verdicts), kinds(verdicts)) == (SAME, set())
    assert verdicts.outcome == "resaved"
    assert verdicts.summary.startswith("Neu gespeichert, Inhalt gleich: ")
    assert not verdicts.is_sound


@pytest.mark.parametrize("switches", [(False, False), (True, False), (False, True), (True, True)])
def test_a_draft_of_any_edition_is_recognised_when_it_was_saved_anew(
    switches: tuple[bool, bool],
) -> None:
    short = with_text(short_plan(), (paragraph("Das Jobcenter berät."),))
    draft = render_edition(short, Edition("draft", *switches)).data
    assert verify(draft).outcome == "draft"
    verdicts = verify(edited(draft))
    assert (answers(verdicts), verdicts.outcome) == ("no yes not_applicable yes yes", "resaved")
    assert kinds(verify(edited(draft, tamperings.last_page_removed))) == {"page_missing"}


EDITS: dict[str, tuple[Callable[[pikepdf.Pdf], object], str, str]] = {
    "a digit of an amount": (tamperings.digit_swapped, SAID, "text"),
    "text only for copying": (tamperings.said_otherwise, "no no yes no yes", "text"),
    "a white rectangle": (tamperings.painted(b"q 1 1 1 rg 90 600 300 60 re f Q"), SEEN, "look"),
    "a drawn stamp": (tamperings.painted(b"q 1 0 0 RG 6 w 200 500 150 60 re S Q"), SEEN, "look"),
    "white on white": (tamperings.white_on_white, SEEN, "look"),
    "a picture over text": (tamperings.image_over_text, SEEN, "image"),
    "a page removed": (tamperings.page_removed, SAID, "page_missing"),
    "a page added": (tamperings.blank_page_added, SEEN, "page_added"),
    "a page moved": (tamperings.page_moved, SEEN, "page_moved"),
    "a page replaced": (tamperings.page_replaced, SAID, "page_replaced"),
    "a comment": (tamperings.annotated("/Text", Contents="Hallo"), SEEN, "annotation"),
    "a stamp": (tamperings.annotated("/Stamp"), BESIDE, "annotation"),
    "a marked place": (
        tamperings.annotated(
            "/Highlight", QuadPoints=[100, 130, 180, 130, 100, 100, 180, 100], C=[1, 1, 0]
        ),
        SEEN,
        "annotation",
    ),
    "a place marked for blacking out": (tamperings.annotated("/Redact"), BESIDE, "annotation"),
    "a form field": (tamperings.field_added(pikepdf.Name.Tx), BESIDE, "form"),
    "an electronic signature": (
        tamperings.field_added(pikepdf.Name.Sig),
        BESIDE,
        "signature form",
    ),
    "title": (tamperings.title_changed, BESIDE, "metadata"),
    "author": (tamperings.author_changed, BESIDE, "metadata"),
    "date": (tamperings.date_changed, BESIDE, "metadata"),
    "a bookmark": (tamperings.outline_changed, BESIDE, "outline"),
    "a link": (tamperings.link_changed, BESIDE, "links"),
    "a link with a script": (tamperings.link_runs_script, BESIDE, "links script"),
    "a script at opening": (tamperings.script_at_opening, BESIDE, "script"),
    "layers": (tamperings.layers_added, BESIDE, "layers"),
    "another file attached": (tamperings.file_attached, BESIDE, "attachment"),
    "the data renamed": (tamperings.attachment_renamed, BESIDE, "attachment"),
    "the data described otherwise": (tamperings.attachment_described, BESIDE, "attachment"),
    "another file associated": (tamperings.file_associated, BESIDE, "attachment"),
    "an empty form": (tamperings.form_announced, BESIDE, "form"),
    "numbers of pages": (
        tamperings.in_catalog(
            PageLabels=pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(S=pikepdf.Name.r)])
        ),
        BESIDE,
        "setting",
    ),
    "a hidden toolbar": (
        tamperings.in_catalog(ViewerPreferences=pikepdf.Dictionary(HideToolbar=True)),
        BESIDE,
        "setting",
    ),
    "full screen": (
        tamperings.in_catalog(PageMode=pikepdf.Name.FullScreen),
        BESIDE,
        "setting",
    ),
    "another page first": (
        tamperings.in_catalog(OpenAction=pikepdf.Array([3, pikepdf.Name.Fit])),
        BESIDE,
        "setting",
    ),
    "a transition": (
        tamperings.on_page(Trans=pikepdf.Dictionary(S=pikepdf.Name.Wipe)),
        BESIDE,
        "setting",
    ),
    "information": (tamperings.information_added, BESIDE, "metadata"),
    "scale": (tamperings.on_all_pages(UserUnit=2), SEEN, "page_size"),
    "size of a page": (tamperings.on_page(MediaBox=[0, 0, 595, 600]), SEEN, "page_size"),
    "pages of a kilometre": (
        tamperings.on_all_pages(MediaBox=[0, 0, 3_000_000, 3_000_000]),
        SEEN,
        "page_size",
    ),
    "a cut-out": (tamperings.on_page(CropBox=[0, 300, 595, 842]), SEEN, "crop"),
    "a rotation by no number": (tamperings.on_page(Rotate=pikepdf.Name.Foo), SAID, "damaged"),
    "a rotated page": (tamperings.on_page(Rotate=90), SEEN, "rotation"),
    "all pages rotated": (tamperings.rotated_by_tree, SEEN, "rotation"),
    "a page that unpacks hugely": (tamperings.page_packed_hugely, SAID, "oversized"),
    "tags lost": (tamperings.tags_lost, BESIDE, "tags"),
    "the language": (tamperings.language_changed, BESIDE, "tags"),
    "heads of tables": (tamperings.header_cells_lost, BESIDE, "tags"),
    "alternative text": (tamperings.alternative_text_changed, BESIDE, "tags"),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_named_for_what_it_is(signed: SignedOff, name: str) -> None:
    edit, expected, kind = EDITS[name]
    verdicts = verify(edited(signed.pdf, edit))
    assert (answers(verdicts), kinds(verdicts)) == (expected, set(kind.split()))
    assert verdicts.outcome == "changed"
    assert verdicts.summary.startswith("Verändert: ")
    assert verdicts.deviations[0].sentence.rstrip(".") in verdicts.summary
    assert not verdicts.is_sound


FORGED = (
    "a digit of an amount",
    "text only for copying",
    "a white rectangle",
    "a page removed",
    "a comment",
    "title",
    "a script at opening",
)


@pytest.mark.parametrize("name", FORGED)
def test_an_edit_is_named_also_when_the_checksum_was_computed_anew(
    signed: SignedOff, name: str
) -> None:
    edit, expected, kind = EDITS[name]
    forged = tamperings.with_new_checksum(edited(signed.pdf, edit))
    verdicts = verify(forged)
    assert (answers(verdicts), kinds(verdicts)) == (f"yes{expected[2:]}", set(kind.split()))
    assert verdicts.summary.startswith("Verändert, mit neu berechneter Prüfsumme: ")
    assert not verdicts.is_sound
    assert verify(forged, thorough=False).is_sound  # which is why the quick one is called so


def test_an_edited_digit_is_quoted_with_its_page(signed: SignedOff) -> None:
    deviation = verify(edited(signed.pdf, tamperings.digit_swapped)).deviations[0]
    assert deviation.page == tamperings.PAGE + 1
    assert " statt „" in deviation.sentence


def test_a_forger_who_makes_everything_anew_leaves_no_trace() -> None:
    """The limit of all of it: who has the program can make another document that is whole."""
    other = sign_off(short_plan(), OTHER)
    assert verify(other.pdf).outcome == "original"


def test_lost_data_are_named_so(signed: SignedOff) -> None:
    verdicts = verify(edited(signed.pdf, tamperings.attachment_dropped))
    assert answers(verdicts) == "no no no unknown unknown"
    assert verdicts.outcome == "data_missing"
    assert verdicts.summary.startswith("Daten fehlen: ")


def test_unreadable_data_are_named_so(signed: SignedOff) -> None:
    verdicts = verify(edited(signed.pdf, tamperings.with_attachment(b"{")))
    assert (answers(verdicts), verdicts.outcome) == ("no no no unknown unknown", "data_missing")


def test_the_data_of_another_valid_document_are_named_so(signed: SignedOff) -> None:
    plan = changed(short_plan().plan, as_of="2022-10-01")
    other = sign_off(replace(short_plan(), plan=plan), OTHER)
    content = tamperings.attached(other.pdf)
    swapped = tamperings.with_attachment(json.dumps(content, indent=2).encode())
    verdicts = verify(edited(signed.pdf, swapped))
    assert answers(verdicts).startswith("no no yes no")
    assert verdicts.deviations[0].kind == "data_swapped"
    assert "gehören nicht zusammen" in verdicts.summary


def test_edited_data_do_not_fit_their_seal(signed: SignedOff) -> None:
    verdicts = verify(tamperings.with_other_text(signed.pdf, resealed=False))
    assert answers(verdicts) == "no no no no unknown"
    assert "Siegel" in verdicts.summary


def test_edited_data_with_a_new_seal_do_not_fit_the_pages(signed: SignedOff) -> None:
    verdicts = verify(tamperings.with_other_text(signed.pdf, resealed=True))
    assert answers(verdicts).startswith("no no yes no")
    assert verdicts.deviations[0].kind == "data_swapped"


def test_another_name_in_the_data_differs_from_the_page_of_approval(signed: SignedOff) -> None:
    verdicts = verify(tamperings.with_other_names(signed.pdf))
    assert answers(verdicts).startswith("no no yes no")
    assert "„A. Probe" in verdicts.summary


def test_pages_drawn_anew_by_ghostscript_are_named_so(signed: SignedOff, tmp_path: Path) -> None:
    verdicts = verify(rewriters.saved_by_ghostscript(signed.pdf, tmp_path))
    assert answers(verdicts)[:6] == "no no "
    assert verdicts.outcome in ("changed", "data_missing")
    assert kinds(verdicts) & {"redrawn"} or verdicts.outcome == "data_missing"


def test_what_a_printer_made_of_it_is_no_plan_any_more(signed: SignedOff, tmp_path: Path) -> None:
    printed = rewriters.printed_to_pdf(signed.pdf, tmp_path)
    with pytest.raises(LpdError, match="keine Plandaten"):
        verify(printed)


def test_protection_against_changes_is_named(signed: SignedOff) -> None:
    protection = pikepdf.Encryption(owner="geheim", user="")
    verdicts = verify(edited(signed.pdf, encryption=protection))
    assert (answers(verdicts), kinds(verdicts)) == (BESIDE, {"encryption"})


def test_a_password_is_named_and_nothing_is_said_of_the_rest(signed: SignedOff) -> None:
    protection = pikepdf.Encryption(owner="geheim", user="geheim")
    with pytest.raises(LpdError, match="Kennwort"):
        verify(edited(signed.pdf, encryption=protection))


LENGTHENED = "no not_applicable yes yes yes"
"""The original is whole, and something stands before or behind it that changes nothing."""

ADDED: dict[str, tuple[bytes, bytes, str]] = {
    "one byte": (b"", b"\n", "Hinter dem unveränderten Original steht 1 Byte, das nicht"),
    "zeros": (b"", b"\0" * 5000, "Hinter dem unveränderten Original stehen 5.000 Bytes, die"),
    "an end": (b"", b"%PDF-1.4\n%%EOF\n", "Hinter dem unveränderten Original stehen 15 Bytes"),
    "a line before": (b"junk\n", b"", "Vor dem unveränderten Original stehen 5 Bytes"),
    "both": (b"ab\n", b"c", "stehen 3 Bytes und hinter ihm 1 Byte"),
}


@pytest.mark.parametrize("name", ADDED)
def test_bytes_around_the_original_are_counted(signed: SignedOff, name: str) -> None:
    before, behind, sentence = ADDED[name]
    verdicts = verify(before + signed.pdf + behind)
    assert (answers(verdicts), kinds(verdicts)) == (LENGTHENED, set())
    assert verdicts.outcome == "lengthened"
    assert sentence in verdicts.file_unchanged.sentence
    assert sentence in verdicts.summary
    assert not verdicts.is_sound
    quick = verify(before + signed.pdf + behind, thorough=False)
    assert (quick.outcome, sentence in quick.summary) == ("unclear", True)
    assert not any("neu gespeichert" in line.partition(":")[2] for line in lines_of(quick))


def test_an_update_behind_the_original_is_named(signed: SignedOff) -> None:
    verdicts = verify(tamperings.updated_behind(signed.pdf))
    assert (answers(verdicts), verdicts.outcome) == (LENGTHENED, "lengthened")
    assert "wie es Programme tun, die Änderungen speichern" in verdicts.file_unchanged.sentence


def test_what_an_update_behind_the_original_changes_is_named(signed: SignedOff) -> None:
    changed_language = (b"/Lang (de-DE)", b"/Lang (fi-FI)")
    verdicts = verify(tamperings.updated_behind(signed.pdf, changed_language))
    assert (answers(verdicts), kinds(verdicts)) == (BESIDE, {"tags"})
    assert verdicts.summary.startswith("Verändert. Hinter dem unveränderten Original stehen ")
    assert "Tags" in verdicts.summary


def test_a_lost_beginning_is_named_and_no_page_is_called_painted(signed: SignedOff) -> None:
    verdicts = verify(signed.pdf[100:])
    assert kinds(verdicts) == {"truncated", "damaged"}
    assert "Der Anfang der Datei fehlt. Ihre ersten 100 Bytes sind verloren" in verdicts.summary
    assert len(verdicts.deviations) == 2


@pytest.mark.parametrize("place", [-2, -3, -6])
def test_a_damaged_end_is_not_called_cut(signed: SignedOff, place: int) -> None:
    data = bytearray(signed.pdf)
    data[place] ^= 1
    verdicts = verify(bytes(data))
    assert kinds(verdicts) == {"damaged"}
    assert "abgeschnitten" not in verdicts.summary
    assert "1 Byte von" in verdicts.summary
    quick = verify(bytes(data), thorough=False)
    assert "Das Ende der Datei ist beschädigt" in quick.summary


def test_shapes_of_pages_are_told_in_figures_and_once_for_all_pages(signed: SignedOff) -> None:
    told = {
        name: [each.sentence for each in verify(edited(signed.pdf, EDITS[name][0])).deviations]
        for name in ("scale", "size of a page", "a cut-out", "all pages rotated")
    }
    assert told == {
        "scale": ["Auf allen Seiten wurde der Maßstab geändert (UserUnit): 2-fache Größe."],
        "size of a page": [
            "Auf Seite 4 wurde die Seitengröße geändert: 21,0 × 21,2 cm statt 21,0 × 29,7 cm."
        ],
        "a cut-out": [
            "Auf Seite 4 ist nur ein Ausschnitt zu sehen: 21,0 × 19,1 cm von 21,0 × 29,7 cm."
        ],
        "all pages rotated": [
            "Auf allen Seiten wurde die Drehung geändert: um 90 Grad nach rechts."
        ],
    }


def test_links_that_qpdf_removes_are_called_removed(signed: SignedOff, tmp_path: Path) -> None:
    flat = rewriters.saved_by_qpdf(signed.pdf, tmp_path, "--flatten-annotations=all")
    verdicts = verify(flat)
    assert kinds(verdicts) == {"links"}
    assert all(each.sentence.endswith("Verweise entfernt.") for each in verdicts.deviations)


def test_a_cut_file_is_named_so_wherever_it_was_cut(signed: SignedOff) -> None:
    size = len(signed.pdf)
    step = size // examples(8, 20)
    for length in [*range(step, size, step), size - 1, size - 2, size - 7, size - 20]:
        verdicts = verify(signed.pdf[:length])
        assert kinds(verdicts) == {"truncated"}, length
        assert "abgeschnitten" in verdicts.summary
        assert not verdicts.is_sound


def test_a_file_cut_before_it_says_what_it_is_is_refused(signed: SignedOff) -> None:
    for length in (1, 5, 9, 40):
        with pytest.raises(LpdError):
            verify(signed.pdf[:length])


@settings(max_examples=examples(50, 150), deadline=None)
@given(place=st.floats(0, 1, exclude_max=True), change=st.integers(1, 255))
@example(place=0.0, change=1)
@example(place=0.9999, change=32)
def test_no_single_changed_byte_escapes_the_quick_verification(
    signed: SignedOff, place: float, change: int
) -> None:
    assert_noticed(signed, int(place * len(signed.pdf)), change, thorough=False)


@settings(max_examples=examples(5, 15), deadline=None)
@given(place=st.floats(0, 1, exclude_max=True), change=st.integers(1, 255))
def test_no_single_changed_byte_is_taken_for_saving_anew(
    signed: SignedOff, place: float, change: int
) -> None:
    assert_noticed(signed, int(place * len(signed.pdf)), change, thorough=True)


def assert_noticed(signed: SignedOff, place: int, change: int, *, thorough: bool) -> None:
    data = bytearray(signed.pdf)
    data[place] ^= change
    verdicts = verify(bytes(data), thorough=thorough)
    assert verdicts.file_unchanged.answer == "no"
    assert not verdicts.is_sound
    if thorough:
        assert verdicts.only_resaved.answer == "no"


REGIONS = {
    "header": b"%PDF-",
    "stream": b"stream\n",
    "metadata": b"<dc:title>",
    "cross-reference": b"/Type /XRef",
    "identity": b"/ID [<",
    "end": b"%%EOF",
}


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("offset", [0, 3, 9])
def test_a_changed_byte_is_named_with_its_place(
    signed: SignedOff, region: str, offset: int
) -> None:
    place = signed.pdf.index(REGIONS[region]) + offset
    if place >= len(signed.pdf):
        place = len(signed.pdf) - 1
    data = bytearray(signed.pdf)
    data[place] ^= 1
    verdicts = verify(bytes(data))
    assert verdicts.outcome in ("changed", "data_missing")
    assert kinds(verdicts) & {"damaged", "truncated"} or verdicts.outcome == "data_missing"


def test_another_version_of_the_program_is_no_accusation(signed: SignedOff) -> None:
    """Another version words labels otherwise and sets pages otherwise; the data stand there."""
    edit = tamperings.with_version_named("0.0.1", tamperings.title_changed)
    verdicts = verify(edited(signed.pdf, edit))
    assert (answers(verdicts), kinds(verdicts)) == (SAME, set())
    painted = tamperings.painted(b"q 1 1 1 rg 90 600 300 60 re f Q")
    verdicts = verify(edited(signed.pdf, tamperings.with_version_named("0.0.1", painted)))
    assert answers(verdicts) == "no unknown yes yes unknown"
    assert "Mit anderer Programmfassung geschrieben (0.0.1)" in verdicts.only_resaved.sentence
    assert verdicts.outcome == "unclear"


def test_words_of_the_data_are_missed_whatever_version_wrote_the_pages(signed: SignedOff) -> None:
    edit = tamperings.with_version_named("0.0.1", tamperings.digit_swapped)
    verdicts = verify(edited(signed.pdf, edit))
    assert answers(verdicts) == "no no yes no unknown"
    assert "aus den Daten" in verdicts.summary


def test_fixed_words_of_another_version_are_no_accusation(
    signed: SignedOff, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The approval's page was worded otherwise when the document was made."""
    from lpd_desktop.pdf import approval_story

    monkeypatch.setattr(approval_story, "_WHAT_THE_SEAL_IS", "Dieser Satz ist neu.")
    monkeypatch.setattr(original, "render_edition", render_edition)
    newer = edited(signed.pdf, tamperings.with_version_named("0.0.1"))
    verdicts = verify(newer)
    assert answers(verdicts) == "no unknown yes yes unknown"
    assert "andere Programmfassung (0.0.1)" in verdicts.text_equals_data.sentence


def test_the_quick_verification_says_what_it_left_out(signed: SignedOff) -> None:
    verdicts = verify(signed.pdf, thorough=False)
    assert answers(verdicts) == "yes not_applicable yes unknown unknown"
    assert (verdicts.outcome, verdicts.is_sound) == ("original", True)
    resaved = verify(edited(signed.pdf), thorough=False)
    assert answers(resaved) == "no unknown yes unknown unknown"
    assert resaved.outcome == "unclear"


def test_the_quick_verification_renders_nothing(
    signed: SignedOff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(original, "render_edition", None)
    assert verify(signed.pdf, thorough=False).is_sound


@pytest.mark.parametrize("data", [b"", b"Guten Tag", b"%PDF-1.7\n", b"%PDF-1.7\n" + b"x" * 9999])
def test_what_is_no_document_is_refused_in_one_sentence(data: bytes) -> None:
    for thorough in (True, False):
        with pytest.raises(LpdError):
            verify(data, thorough=thorough)
