"""What people do to the form's own words and to the shape of a file, and where text then goes."""

from __future__ import annotations

import io
import unicodedata

import pytest
from docx import Document

from lpd_desktop.form.library import form_for_year
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
    [("1. ", "2. "), ("a) ", "b) "), ("Frage 1: ", "Frage 2: "), ("B.1.1 ", "B.1.2 "), ("– ", "– ")],
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
