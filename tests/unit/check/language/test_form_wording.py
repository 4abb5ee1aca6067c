"""The form's own wording, typed or pasted into answers."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from lpd_desktop.check.language.form_wording import (
    form_wording_in_answers,
    typed_section_numbers,
)
from lpd_desktop.form.model import BudgetItem, RichTextItem
from lpd_desktop.plan.model import Potential
from tests.unit.check.plans import FORM, complete, text, topic_answer, with_potential

from .words import found, heading, items, paragraph, plan_with, quotes_in, table

assert FORM.topics is not None
assert FORM.potentials is not None
QUESTIONS = [FORM.text(question.text) for question in FORM.topics.questions]
TITLES = [topic.title for topic in FORM.topics.topics]
FORMER = [title for topic in FORM.topics.topics for title in topic.former_titles]


@pytest.mark.parametrize("question", [*QUESTIONS, FORM.text(FORM.potentials.instruction)])
@pytest.mark.parametrize(
    "variant",
    [
        "{}",
        "  {}  ",
        "{} Dazu ist viel zu sagen, und wir sagen es hier.",
        "Vorweg ein Satz. {}",
        "1. {}",
    ],
)
def test_a_question_is_found_wherever_it_stands(question: str, variant: str) -> None:
    assert quotes_in(form_wording_in_answers, variant.format(question))


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("year", ["2021", "2022", "2024"])
def test_the_question_of_another_year_is_the_same_question(question: str, year: str) -> None:
    assert quotes_in(form_wording_in_answers, question.replace("2023", year))


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_with_a_slip_is_still_the_question(question: str) -> None:
    slipped = question.replace("?", "").replace("e", "", 1).upper()
    assert quotes_in(form_wording_in_answers, slipped)


def test_half_of_a_question_is_found() -> None:
    for half in QUESTIONS[0].split(" und "):
        assert quotes_in(form_wording_in_answers, f"{half.strip('?')}?") != [], half


def test_a_question_glued_to_a_heading_is_found_with_its_words_only() -> None:
    glued = heading(f"{TITLES[0]} {QUESTIONS[0]}")
    (finding,) = found(form_wording_in_answers, glued, paragraph("Text."))
    assert finding.quote == QUESTIONS[0]


@pytest.mark.parametrize("title", [*TITLES, *FORMER])
@pytest.mark.parametrize("variant", ["{}", "B.2 {}", "2. {}", "Schwerpunktthema 2: {}", "III. {}"])
def test_the_title_of_a_topic_as_a_line_is_found(title: str, variant: str) -> None:
    line = variant.format(title)
    (as_heading,) = found(form_wording_in_answers, heading(line), paragraph("Text."))
    assert as_heading.level == "warning"
    assert quotes_in(form_wording_in_answers, line) == [line]
    assert quotes_in(form_wording_in_answers, line.rstrip(".")) == [line.rstrip(".")]


def test_the_title_of_another_topic_asks_where_the_text_belongs() -> None:
    first, second = FORM.topics.topics[0], FORM.topics.topics[1]  # type: ignore[union-attr]
    answer = topic_answer(FORM, first.key)
    why = (heading(second.title), paragraph("Text.", "p2"))
    own = (heading(first.title), paragraph("Text.", "p2"))
    plan = replace(complete(), topics=(replace(answer, answers={"why": why, "how": own}),))
    other, same = found(form_wording_in_answers, plan=plan)
    assert "gehört" in other.suggestion
    assert "selbst" in same.suggestion


@pytest.mark.parametrize("section", [part.heading for part in FORM.sections if part.heading])
def test_the_heading_of_a_section_is_found_with_and_without_its_letter(section: str) -> None:
    assert quotes_in(form_wording_in_answers, section) == [section]
    bare = section.split(" ", 1)[1]
    assert quotes_in(form_wording_in_answers, bare) == [bare]


@pytest.mark.parametrize(
    "item", [each for each in FORM.items if isinstance(each, BudgetItem | RichTextItem)]
)
def test_the_title_of_the_field_is_found_whole_and_shortened(
    item: BudgetItem | RichTextItem,
) -> None:
    for line in (item.title, item.title.split(" (")[0]):
        plan = plan_with(heading(line), paragraph("Text.", "p2"), field=item.key)
        assert [each.quote for each in found(form_wording_in_answers, plan=plan)] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "1. Internes Potential",
        "3. Internes Potenzial",
        "Internes Potential 2:",
        "Thema:",
        "Thema",
        "B.2 Schwerpunktthema 2:",
        "Geplante Weiterentwicklung in 2023:",
        "Geplante Weiterentwicklung in 2022",
    ],
)
def test_captions_of_the_form_are_found_as_lines(line: str) -> None:
    assert quotes_in(form_wording_in_answers, line) == [line]


@pytest.mark.parametrize(
    ("topic", "quote"),
    [("Thema: Online-Zugang", "Thema:"), ("2. Internes Potential: Post", "2. Internes Potential:")],
)
def test_captions_are_found_in_the_topic_of_a_potential(topic: str, quote: str) -> None:
    plan = with_potential(complete(), Potential(topic=topic, development=text("Besser als so.")))
    (finding,) = found(form_wording_in_answers, plan=plan)
    assert (finding.where, finding.quote) == ("C.potentials/1/topic", quote)


@pytest.mark.parametrize(
    "words",
    [
        f"Das Thema „{TITLES[0].rstrip('.')}“ bleibt für uns die wichtigste Aufgabe.",
        "Warum gelingt der Übergang so selten? Dem geht eine Arbeitsgruppe nach.",
        "Was wollen wir erreichen? Weniger Wechsel der Ansprechpersonen.",
        "Welche Angebote passen zu wem?",
        "Wir wollen in 2023 konkret erreichen, dass jede zweite Beratung vor Ort stattfindet.",
        "Dieses Schwerpunktthema haben wir gewählt, weil der Bestand wieder wächst.",
        "Thema: Wohnungslosigkeit",
        "Weiterentwicklung der Beratung",
        "Die geplante Weiterentwicklung in 2023 umfasst drei Schritte.",
        "Personalentwicklung:",
        "Interne Potentiale sehen wir vor allem in der Post.",
        "Frauen und Männer gleichberechtigt an Förderung zu beteiligen, bleibt Aufgabe.",
        "Schwerpunkt der Steuerung",
        "Finanzielle Ausstattung der Träger",
    ],
)
def test_sentences_that_speak_of_the_same_things_are_no_wording(words: str) -> None:
    assert quotes_in(form_wording_in_answers, words) == []


def test_cells_may_hold_words_of_the_form() -> None:
    rows = table(("Thema", "Zahl"), (TITLES[0], "1"))
    assert found(form_wording_in_answers, rows) == []


def test_an_item_of_a_list_is_looked_at() -> None:
    assert len(found(form_wording_in_answers, items(*TITLES))) == len(TITLES)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("B.2 Beratung vor Ort", "B.2"),
        ("B. 3 Beratung", "B. 3"),
        ("B.3 3. Beratung", "B.3"),
        ("C.1 Digitale Post", "C.1"),
        ("A.2. Stellen", "A.2."),
        ("B.2.1 Beratung", "B.2.1"),
    ],
)
def test_the_number_of_a_section_in_a_heading_is_found(line: str, number: str) -> None:
    (finding,) = found(typed_section_numbers, heading(line), paragraph("Text."))
    assert finding.quote == number
    assert [each.quote for each in found(typed_section_numbers, paragraph(line))] == [number]


@pytest.mark.parametrize(
    "line",
    [
        "a) Beratung",
        "1. Beratung",
        "Z.B. Beratung",
        "C.O.R.A. startet",
        "K.O. in Runde 1",
        "B2-Kurse",
    ],
)
def test_other_beginnings_are_no_number_of_a_section(line: str) -> None:
    assert found(typed_section_numbers, heading(line), paragraph("Text.")) == []
