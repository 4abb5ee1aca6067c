from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace as changed

from lpd_desktop.editing.form_wording import (
    CorrectedWording,
    FaultyWordingError,
    original_form,
    with_wordings,
    wording_faults,
    wordings,
)
from lpd_desktop.editing.open_draft import NotADraftError, OpenDraft
from lpd_desktop.form.canonical import form_digest
from lpd_desktop.form.derive import confirm_form, derive_form
from lpd_desktop.form.library import form_with_id
from lpd_desktop.form.lint import lint_form
from lpd_desktop.form.model import Form
from lpd_desktop.form.reading import read_form
from lpd_desktop.plan.sample import sample_file

SECOND_FORM = Path(__file__).resolve().parents[2] / "data" / "forms" / "second-form.toml"
WHY = "B.topics/questions/why"


@pytest.fixture(params=["first", "second", "derived"])
def form(request: pytest.FixtureRequest) -> Form:
    if request.param == "second":
        return read_form(SECOND_FORM)
    first = form_with_id("lpd-2023")
    return first if request.param == "first" else derive_form(first, 2025)


def texts(form: Form) -> dict[str, str]:
    return {each.where: each.text for each in wordings(form)}


def test_every_wording_can_be_corrected_and_nothing_else_changes(form: Form) -> None:
    for each in wordings(form):
        new = with_wordings(form, {each.where: "Ein anderer Wortlaut"}, "2024-01-02")
        found = texts(new)
        assert found.pop(each.where) == "Ein anderer Wortlaut"
        assert found == {key: text for key, text in texts(form).items() if key != each.where}
        assert lint_form(msgspec.to_builtins(new)) == []
        assert form_digest(new) != form_digest(form)


def test_titles_topics_and_questions_are_among_them(form: Form) -> None:
    found = set(texts(form).values())
    for topic in form.topics.topics:
        assert form.text(topic.title) in found
        assert all(form.text(each.text) in found for each in topic.questions)
    assert all(form.text(each.text) in found for each in form.topics.questions)
    headings = {form.text(section.heading) for section in form.sections if section.heading}
    assert headings <= found
    names = [each.where for each in wordings(form)]
    assert len(set(names)) == len(names)


def test_keys_stay(form: Form) -> None:
    new = with_wordings(form, {where: f"{text} neu" for where, text in texts(form).items()}, "")
    assert [item.key for item in new.items] == [item.key for item in form.items]
    assert [topic.key for topic in new.topics.topics] == [t.key for t in form.topics.topics]


def test_the_same_text_changes_nothing(form: Form) -> None:
    same = {where: f" {text} " for where, text in texts(form).items()}
    assert with_wordings(form, same, "2024-01-02") is form


def test_years_of_a_wording_stay_tied_to_the_years_of_the_form() -> None:
    form = derive_form(form_with_id("lpd-2023"), 2025)
    text = texts(form)[WHY].replace("konkret", "2024 und 2025 genau")
    new = with_wordings(form, {WHY: text}, "2024-01-02")
    later = texts(derive_form(new, 2026))[WHY]
    assert "2026" in later
    assert "2025" not in later
    assert "2024" in later


def test_the_provenance_says_so_once_and_the_confirmation_is_gone() -> None:
    form = confirm_form(derive_form(form_with_id("lpd-2023"), 2025), "2024-10-01", "Vorlage")
    assert not form.is_unconfirmed
    new = with_wordings(form, {WHY: "Warum?"}, "2024-11-04")
    newer = with_wordings(new, {WHY: "Warum denn?"}, "2024-11-05")
    assert newer.provenance.source == (
        f"{form.provenance.source}; Wortlaut berichtigt am 05.11.2024"
    )
    assert newer.is_unconfirmed


@pytest.mark.parametrize(("text", "said"), [("", "leer"), ("  \n", "leer"), ("{x}", "Klammern")])
def test_what_no_form_can_say_is_refused_with_its_place(text: str, said: str) -> None:
    form = form_with_id("lpd-2023")
    assert said in wording_faults(form, {WHY: text, "title": form.text(form.title)})[WHY]
    with pytest.raises(FaultyWordingError, match="Frage 1 zu jedem Thema"):
        with_wordings(form, {WHY: text}, "2024-11-04")


def test_the_original_is_that_of_the_library_in_the_year_of_the_plan(form: Form) -> None:
    if form.id == "rap-2031":
        assert original_form(form) is None
        return
    corrected = with_wordings(form, {WHY: "Warum?"}, "2024-11-04")
    assert texts(original_form(corrected)) == texts(form)


def test_a_correction_is_one_step_and_refused_for_an_approved_plan() -> None:
    draft = OpenDraft(sample_file())
    before = draft.file
    draft.change("Wortlaut berichtigen", CorrectedWording({WHY: "Warum?"}, "2022-11-04"))
    assert texts(draft.file.form)[WHY] == "Warum?"
    assert draft.plan == before.plan
    draft.undo()
    assert draft.file == before
    draft.move_on("x", replace(before, work=changed(before.work, state="approved")))
    with pytest.raises(NotADraftError):
        draft.change("Wortlaut berichtigen", CorrectedWording({WHY: "Warum?"}, "2022-11-04"))
