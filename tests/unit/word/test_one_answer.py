"""One answer out of a colleague's document, and the year a document plans for."""

from __future__ import annotations

from pathlib import Path

import pytest

from lpd_desktop.form.library import form_for_year
from lpd_desktop.plan.model import Jobcenter
from lpd_desktop.plan.new import new_file
from lpd_desktop.plan.rich_text import plain_text
from lpd_desktop.plan.words import block_words
from lpd_desktop.word.importing import (
    AnswerMissingError,
    NoSuchAnswerError,
    import_document,
    import_into,
)
from lpd_desktop.word.planning_year import planning_year

FORM = form_for_year(2023)
DOCUMENTS = Path(__file__).resolve().parents[2] / "data" / "documents"
BUDGET = f"""# {FORM.text(FORM.sections[1].heading)}

## {FORM.item("A.budget").title}

Darüber steht das.

| | 2023 | 2022 |
|---|---|---|
| {FORM.item("A.budget").rows[0].label} | 1.100.000 | 1.000.000 |

Darunter steht dies.
"""


@pytest.fixture
def file():
    return new_file(FORM, Jobcenter(name="Kreis Auental"))


def staff(file) -> str:
    return " ".join(plain_text(block.runs) for block in file.plan.answer("A.staff").text)


def test_a_text_without_the_forms_words_is_the_whole_answer(file):
    changed = import_into(file, "A.staff", b"Wir sind zehn.\n\nUnd elf.", "personal.txt")
    assert staff(changed) == "Wir sind zehn. Und elf."
    assert changed.work.unplaced == ()


def test_a_document_with_the_forms_words_gives_the_same_place_only(file):
    data = (DOCUMENTS / "auental.txt").read_bytes()
    changed = import_into(file, "A.staff", data, "auental.txt")
    assert staff(changed).startswith("Der Kreis Auental nimmt")
    assert changed.plan.topics == ()
    assert changed.plan.answer("A.budget").text == ()


def test_the_text_that_stood_there_is_kept_in_a_note(file):
    once = import_into(file, "A.staff", b"Alter Text.", "a.txt")
    twice = import_into(once, "A.staff", b"Neuer Text.", "b.txt")
    assert staff(twice) == "Neuer Text."
    notes = [note for note in twice.work.import_notes if note.rule == "I-REPLACED"]
    assert [note.quote for note in notes] == ["Alter Text."]


def test_a_budget_is_taken_with_its_table_and_the_text_below(file):
    data = BUDGET.encode()
    there = import_document(data, "b.md", FORM).file.plan.answer("A.budget")
    assert there.table is not None
    assert block_words(there.text_below) == ["Darunter", "steht", "dies."]
    file = import_into(file, "A.budget/below", b"Alter Text.", "a.txt")
    changed = import_into(file, "A.budget", data, "b.md")
    assert changed.plan.answer("A.budget").table == there.table
    assert block_words(changed.plan.answer("A.budget").text_below) == block_words(there.text_below)
    notes = [note for note in changed.work.import_notes if note.rule == "I-REPLACED"]
    assert [(note.where, note.quote) for note in notes] == [("A.budget/below", "Alter Text.")]


def test_an_address_that_the_plan_lacks_is_refused(file):
    with pytest.raises(NoSuchAnswerError, match="keine Antwort dieses Plans"):
        import_into(file, "B.topics/long_term/why", b"Text", "a.txt")


def test_a_document_without_this_answer_is_refused(file):
    heading = FORM.text(FORM.sections[1].heading).encode()
    with pytest.raises(AnswerMissingError, match="keinen Text"):
        import_into(file, "A.staff", heading, "a.txt")


def test_the_planning_year_comes_from_title_or_questions():
    for name in ("auental.txt", "wiesenland.md", "wiesenland.docx"):
        assert planning_year((DOCUMENTS / name).read_bytes(), name, FORM) == 2023
    assert planning_year(b"Im Jahr 2019 war es so.", "a.txt", FORM) is None


def test_another_years_document_is_read_with_a_note():
    data = (DOCUMENTS / "wiesenland.md").read_bytes()
    result = import_document(data, "wiesenland.md", form_for_year(2024))
    assert len(result.file.plan.topics) == 3
    assert any(note.rule == "I-OTHER-YEAR" for note in result.notes)


def test_a_given_jobcenter_wins_over_the_cover():
    data = (DOCUMENTS / "wiesenland.md").read_bytes()
    given = Jobcenter(key="essen", name="Essen")
    result = import_document(data, "w.md", FORM, given)
    assert result.file.plan.jobcenter == given
    assert [each.text for each in result.unplaced] == ["Wiesenland-Kreis"]
    assert result.words_in == result.words_placed + result.words_form + result.words_unplaced


def test_a_topic_named_at_the_start_of_a_line_inside_an_answer_stays_text():
    topics = FORM.topics
    title, question = topics.topics[0].title, FORM.text(topics.questions[0].text)
    lines = [
        FORM.text(FORM.sections[2].heading),
        f"B.1 Schwerpunktthema 1: {topics.topics[1].title}",
        question,
        f"{title} ist auch unser Ziel.",
    ]
    result = import_document("\n\n".join(lines).encode(), "plan.md", FORM)
    (answer,) = result.file.plan.topics
    (block,) = answer.answer(topics.questions[0].key)
    assert plain_text(block.runs) == f"{title} ist auch unser Ziel."
