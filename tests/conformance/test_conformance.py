"""Every document is PDF/A-3a and PDF/UA-1 at once, and says what its data say."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import chain

import pikepdf
import pytest
from pikepdf import pdfa

from lpd_desktop.pdf.accessibility.checking import check_pdf
from lpd_desktop.pdf.accessibility.report import accessibility_report
from lpd_desktop.pdf.comparison import first_difference, shown_words
from lpd_desktop.pdf.page_text import words_of
from lpd_desktop.pdf.plan_story import plan_story
from lpd_desktop.pdf.reading import read_structure
from lpd_desktop.pdf.rendering import render_raw_edition
from lpd_desktop.plan.addresses import text_fields
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import plain_text, walk_runs
from tests.conformance.conftest import Bytes
from tests.conformance.corpus import DOCUMENTS, OTHERS
from tests.conformance.verapdf import PATIENCE, Verdicts

ALL = (*DOCUMENTS, *OTHERS)
ANSWERED = [name for name, each in DOCUMENTS.items() if each.edition.kind != "blank"]
RULES = {"3a": 155, "ua1": 106}
"""How many rules veraPDF 1.30 has for each profile."""

_XMP_NAMESPACE = "ISO_19005_3:6.6.2.3.1-1"
_CONFORMANCE = "ISO_19005_3:6.6.4-3"


@pytest.mark.timeout(PATIENCE)
@pytest.mark.parametrize("name", ALL)
def test_verapdf_finds_a_document_archivable_and_accessible(name: str, verdicts: Verdicts):
    assert {profile: verdict.failures for profile, verdict in verdicts[name].items()} == {
        "3a": frozenset(),
        "ua1": frozenset(),
    }
    assert {profile: verdict.rules for profile, verdict in verdicts[name].items()} == RULES


@pytest.mark.parametrize("name", ALL)
def test_the_own_check_finds_no_fault_in_a_document(name: str, document: Bytes):
    assert check_pdf(document(name)) == ()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_says_what_its_data_say_word_for_word(name: str, document: Bytes):
    each = DOCUMENTS[name]
    file = _as_printed(each.plan(), draft=each.edition.is_draft)
    shown = list(shown_words(read_structure(document(name)).texts()))
    told = (text.split() for _role, text in plan_story(file, each.edition).root.texts())
    assert first_difference(shown, list(chain.from_iterable(told))) == ""


@pytest.mark.parametrize("name", ANSWERED)
def test_every_word_of_every_answer_stands_in_its_document_in_order(name: str, document: Bytes):
    texts = (text for _role, text in read_structure(document(name)).texts())
    shown = "".join(" ".join(texts).split())
    place = 0
    for word in _words(DOCUMENTS[name].plan()):
        found = shown.find(word, place)
        assert found >= 0, word
        place = found + len(word)


@pytest.mark.parametrize("name", ["sample-final", "sample-logo", "blank", "footnotes"])
def test_the_file_is_sound_before_and_after_it_is_rewritten_small(name: str, document: Bytes):
    each = DOCUMENTS[name]
    raw = render_raw_edition(each.plan(), each.edition).data
    for data in (raw, document(name)):
        with pikepdf.open(BytesIO(data), attempt_recovery=False) as pdf:
            assert pdf.check_pdf_syntax() == []
            assert pdf.get_warnings() == []


@pytest.mark.parametrize("name", ["sample-final", "sample-logo", "blank", "changes", "addresses"])
def test_a_second_validator_finds_nothing_but_what_it_does_not_know(name: str, document: Bytes):
    """That of pikepdf knows neither PDF/A-3a nor extension schemas, and refuses the unknown."""
    with pikepdf.open(BytesIO(document(name))) as pdf:
        found = {(each.rule, each.message) for each in pdfa.check(pdf, "3b").findings}
    assert {rule for rule, _message in found} == {_XMP_NAMESPACE, _CONFORMANCE}
    about_xmp = [message for rule, message in found if rule == _XMP_NAMESPACE]
    assert all("pdfa" in message or "pdfuaid" in message for message in about_xmp)


def test_a_report_names_all_checkpoints_and_what_is_left_for_people(document: Bytes):
    report = accessibility_report(document("sample-final"), "plan.pdf")
    assert report.failures == 0
    assert [each.number for each in report.checkpoints] == [f"{n:02}" for n in range(1, 32)]
    assert {each.state for each in report.checkpoints} == {"passed", "absent", "unjudged"}
    assert all(each.question for each in report.checkpoints if each.state == "unjudged")
    assert all(each.rules for each in report.checkpoints if each.state != "unjudged")


def _as_printed(file: LpdFile, *, draft: bool) -> LpdFile:
    return replace(file, release=None) if draft else file


def _words(file: LpdFile) -> list[str]:
    """The words of all answers in order; those of a note behind the stretch it stands in."""
    found: list[str] = []
    for _address, blocks in text_fields(file.form, file.plan):
        for _block, runs in walk_runs(blocks):
            found += words_of("".join(" " if run.is_footnote else run.words for run in runs))
            for run in runs:
                found += words_of(plain_text(run.note))
    return found
