"""What people do to the form's own words and to the shape of a file, and where text then goes."""

from __future__ import annotations

import pytest
from msgspec import UNSET

from lpd_desktop.form.library import form_for_year
from lpd_desktop.plan.budget import TypedText
from lpd_desktop.word.importing import import_document
from tests.unit.word.written import field_text

FORM = form_for_year(2023)
TOPICS = FORM.topics
FIRST = TOPICS.topics[0]
WHY, HOW = (FORM.text(question.text) for question in TOPICS.questions_of(FIRST.key))


def heading(number: int, title: str) -> str:
    return TOPICS.topic_heading.replace("{n}", str(number)) + "\n\n" + title


def imported(text: str, name: str = "plan.txt"):
    return import_document(text.encode(), name, FORM)


def of_first_topic(result, question: str) -> str:
    where = f"{TOPICS.key}/{FIRST.key}/{question}"
    return field_text(FORM, result.file.plan, where)


@pytest.mark.parametrize(
    ("first", "second"),
    [("1. ", "2. "), ("a) ", "b) "), ("Frage 1: ", "Frage 2: "), ("B.1.1 ", "B.1.2 ")],
)
def test_a_question_with_a_number_of_its_own_is_still_the_question(first, second):
    parts = [
        FORM.text(FORM.sections[1].heading),
        heading(1, FORM.text(FIRST.title)),
        first + WHY,
        "Der Grund steht hier.",
        second + HOW,
        "Der Weg steht hier.",
    ]
    result = imported("\n\n".join(parts))
    assert of_first_topic(result, "why") == "Der Grund steht hier."
    assert of_first_topic(result, "how") == "Der Weg steht hier."
    assert result.notes == ()


def budget_with(row: str):
    """The budget table whose last row is this line, in text without a grid."""
    item = next(iter(FORM.budgets))
    rows = [f"{each.label} 1.000 2.000" for each in item.rows[:3]]
    captions = f"{FORM.text(item.plan_caption)}\n\n{FORM.text(item.previous_caption)}"
    title = FORM.text(FORM.sections[0].heading)
    result = imported("\n\n".join([title, item.title, captions, *rows, row]))
    return result.file.plan.answer(item.key).table.rows


@pytest.mark.parametrize(
    ("figures", "plan", "previous"),
    [
        ("780,000 790,000", TypedText("780,000"), TypedText("790,000")),
        ("78O.OOO 790.000", TypedText("78O.OOO"), 79_000_000),
        ("780.000 (vorl.) 790.000", TypedText("780.000 (vorl.)"), 79_000_000),
        ("780 000 790 000", TypedText("780 000 790 000"), UNSET),
        ("780'000 790'000", TypedText("780'000"), TypedText("790'000")),
        ("780.000 790.000", 78_000_000, 79_000_000),
    ],
)
def test_figures_that_are_no_amounts_stay_in_their_column_and_out_of_the_label(
    figures, plan, previous
):
    known = next(iter(FORM.budgets)).rows[-1]
    last = budget_with(f"{known.label} {figures}")[-1]
    assert (last.key, last.label) == (known.key, known.label)
    assert (last.plan, last.previous) == (plan, previous)


def test_a_number_in_the_label_of_a_row_of_the_plans_own_stays_there():
    last = budget_with("Mittel nach § 16e 780.000 790.000")[-1]
    assert (last.label, last.plan) == ("Mittel nach § 16e", 78_000_000)
