"""The annex of remarks: each word of each remark, accessible, the same bytes for the same data."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace as changed

from lpd_desktop.pdf.accessibility.checking import check_pdf
from lpd_desktop.pdf.attachment import NoPlanInPdfError, extract_published
from lpd_desktop.pdf.edition_marks import kind_without_data
from lpd_desktop.pdf.page_text import settled
from lpd_desktop.pdf.reading import read_structure
from lpd_desktop.pdf.remarks.remark_document import render_remarks
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.remark import Remark, Reply
from lpd_desktop.plan.remark_changes import with_answer, with_standing
from lpd_desktop.plan.sample import sample_file
from tests.extent import examples
from tests.unit.pdf.conftest import with_release
from tests.unit.plan.remarked import (
    JAN,
    LATER,
    block,
    field_of,
    plan_with,
    remarked,
    the_remark,
)


def with_remarks(file: LpdFile, *remarks: Remark) -> LpdFile:
    return replace(file, work=changed(file.work, remarks=remarks))


def reviewed() -> LpdFile:
    file = plan_with(block("p1", "Die Quote steigt auf 20 Prozent."))
    file = remarked(
        file, field_of(file).at_block("p1"), "20 Prozent", text="Quelle?\n\nBitte bald."
    )
    ident = the_remark(file).id
    remarks = with_answer(file.work.remarks, ident, "Steht in der Fußnote.", JAN, time=LATER)
    return with_remarks(file, *with_standing(remarks, ident, JAN, resolved=True, time=LATER))


def said(data: bytes) -> str:
    return " ".join(" ".join(text.split()) for _role, text in read_structure(data).texts())


def test_place_quote_remark_answer_standing_author_and_time_are_told() -> None:
    text = said(render_remarks(reviewed()))
    assert "Anmerkung 1, erledigt von Jan Beispiel am 09.11.2022, 11:00 Uhr" in text
    assert "Zu: „20 Prozent“" in text
    assert "Eva Muster, Fachaufsicht, MAGS · 08.11.2022, 10:30 Uhr: Quelle? Bitte bald." in text
    assert "Antwort von Jan Beispiel, Sachgebiet Finanzen" in text
    assert "Steht in der Fußnote." in text


def test_places_and_remarks_are_headings() -> None:
    headings = [
        (role, text)
        for role, text in read_structure(render_remarks(reviewed())).texts()
        if role in ("H1", "H2", "H3")
    ]
    assert [role for role, _text in headings] == ["H1", "H2", "H3"]
    assert headings[1][1].startswith("B.1 ")


def test_the_annex_is_accessible_and_carries_no_plan() -> None:
    data = render_remarks(remarked(sample_file(), ""))
    assert check_pdf(data) == ()
    assert kind_without_data(data) == "remarks"
    with pytest.raises(NoPlanInPdfError, match="nur Anmerkungen"):
        extract_published(data)


def test_verifying_the_annex_says_what_it_is() -> None:
    from lpd_desktop.release.verification import verify

    verdicts = verify(render_remarks(reviewed()))
    assert any("Liste von Anmerkungen" in verdict.sentence for verdict in verdicts.each())


def test_a_list_without_remarks_says_so() -> None:
    data = render_remarks(with_remarks(reviewed()))
    assert "Es gibt keine Anmerkungen." in said(data)
    assert check_pdf(data) == ()


def test_only_open_remarks_are_told_where_that_is_wanted() -> None:
    file = remarked(reviewed(), "", text="Noch offen.")
    text = said(render_remarks(file, only_open=True))
    assert "Noch offen." in text
    assert "Quelle?" not in text


def test_the_same_remarks_give_the_same_bytes() -> None:
    file = reviewed()
    assert render_remarks(file) == render_remarks(replace(file, as_read={}))


def test_a_released_plan_names_version_and_seal() -> None:
    file = with_release(reviewed())
    assert file.release is not None
    text = said(render_remarks(file))
    assert f"Fassung {file.release.version}" in text
    assert file.release.seal[:16] in text


TEXT = st.text(max_size=80)


@settings(max_examples=examples(10, 25), deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT, TEXT), max_size=4))
def test_every_word_of_any_remark_stands_in_the_finished_file(texts) -> None:
    remarks = [
        Remark(id=f"{n}", where="", text=text, name=name, quote=quote, replies=(_reply(text),))
        for n, (text, name, quote) in enumerate(texts)
    ]
    data = render_remarks(with_remarks(reviewed(), *remarks))
    whole = "".join(said(data).split())
    for text, _name, _quote in texts:
        for word in settled(text).split():
            assert word.replace("\xad", "") in whole.replace("\xad", "")


def _reply(text: str) -> Reply:
    return Reply(id="r", text=text)
