"""Answers of a word or two, answers without a goal or a measure, texts that come twice."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from lpd_desktop.check.language.answers import (
    answers_without_goal,
    answers_without_measure,
    short_answers,
)
from lpd_desktop.check.language.repetition import (
    repeated_answers,
    repeated_long_sentences,
    repeated_paragraphs,
    repeated_sentences,
)
from lpd_desktop.plan.model import Plan, Potential
from lpd_desktop.plan.rich_text import Blocks
from tests.unit.check.plans import FORM, complete, text, topic_answer, with_potential

from .words import found, items, paragraph, paragraphs, plan_with, quotes_in, table

LONG = (
    "Die Lage auf dem Arbeitsmarkt der Region war in den vergangenen Monaten schwierig, weil viele "
    "Betriebe ihre Aufträge verloren haben und die Kosten für Energie und Material stark gestiegen "
    "sind, worunter vor allem kleine Unternehmen litten."
)


def with_topic(why: str, how: str) -> Plan:
    assert FORM.topics is not None
    first = FORM.topics.topics[0].key
    answers = {"why": text(why), "how": text(how, "p2")}
    answer = replace(topic_answer(FORM, first), answers=answers)
    return replace(complete(), topics=(answer, *complete().topics[1:]))


@pytest.mark.parametrize(
    "words",
    [
        "Ja",
        "Unverändert.",
        "Keine Änderungen",
        "Es sind keine Veränderungen geplant.",
        "Keine Besonderheiten",
        "Entfällt",
        "entfällt.",
        "Trifft nicht zu.",
        "Nichts Neues",
        "Unverändert gegenüber dem Vorjahr",
        "Derzeit keine Maßnahmen geplant",
        "Alles wie bisher",
        "Mehr Beratung",
    ],
)
def test_an_answer_of_a_word_or_two_is_found(words: str) -> None:
    (finding,) = found(short_answers, paragraph(words))
    assert (finding.level, finding.where, finding.quote) == ("warning", "A.staff#p1", words)


@pytest.mark.parametrize(
    "blocks",
    [
        (),
        paragraphs("Wir stellen ein."),
        paragraphs("Keine Änderungen sind geplant, außer dass zwei Stellen neu besetzt werden."),
        (items("Beratung", "Vermittlung", "Ausbildung"),),
        (table(("", "2022"), ("Stellen", "4")),),
        paragraphs("folgt"),
        paragraphs("Dies", "und", "das"),
    ],
)
def test_a_sentence_a_list_or_a_table_is_an_answer(blocks: Blocks) -> None:
    assert found(short_answers, plan=plan_with(*blocks)) == []


def test_a_budget_with_a_table_and_a_background_need_no_words() -> None:
    potential = Potential(topic="Post", background=text("Neu."), development=text("Sie wird neu."))
    assert found(short_answers, plan=with_potential(complete(), potential)) == []
    brief = Potential(topic="Post", development=text("Besser."))
    (finding,) = found(short_answers, plan=with_potential(complete(), brief))
    assert finding.where == "C.potentials/1/development#p1"


def test_a_long_answer_without_goal_and_figure_is_found() -> None:
    (finding,) = found(answers_without_goal, plan=with_topic(LONG, "Dazu ist viel geplant."))
    assert (finding.rule, finding.level) == ("ANSWER-NO-GOAL", "hint")
    assert finding.where.endswith("/why")


@pytest.mark.parametrize(
    "more",
    [
        " Ziel ist eine niedrigere Quote.",
        " Der Anteil soll sinken.",
        " Wir wollen das ändern.",
        " Der Anteil liegt bei 12 %.",
        " Angestrebt wird ein Rückgang.",
        " Das gilt es zu verbessern.",
        " Wir möchten die Wege verkürzen.",
        " Hauptziel bleibt die Beratung.",
    ],
)
def test_a_goal_or_a_figure_is_enough(more: str) -> None:
    assert found(answers_without_goal, plan=with_topic(LONG + more, "Viel ist geplant.")) == []


def test_years_and_paragraphs_are_no_figures() -> None:
    words = LONG + " Das war 2021 und 2022 nach § 16 SGB II so."
    assert len(found(answers_without_goal, plan=with_topic(words, "Viel ist geplant."))) == 1


def test_short_answers_and_other_questions_are_not_asked_for_a_goal() -> None:
    assert found(answers_without_goal, plan=with_topic("Die Lage ist schwer.", LONG)) == []
    assert found(answers_without_goal, plan=plan_with(paragraph(LONG))) == []


def test_an_answer_about_activities_that_names_none_is_found() -> None:
    (finding,) = found(answers_without_measure, plan=with_topic("Ziel ist Arbeit.", LONG))
    assert finding.where.endswith("/how")
    more = LONG + " Deshalb beginnt im Mai ein Kurs."
    assert found(answers_without_measure, plan=with_topic("Ziel ist Arbeit.", more)) == []


def test_two_equal_answers_are_one_finding_at_the_second_that_names_the_first() -> None:
    (finding,) = found(repeated_answers, plan=with_topic(LONG, LONG))
    assert finding.where.endswith("/how")
    assert "Frage 1" in finding.message
    assert found(repeated_paragraphs, plan=with_topic(LONG, LONG)) == []


def test_short_equal_answers_are_fine() -> None:
    assert found(repeated_answers, plan=complete()) == []


def test_a_paragraph_copied_to_another_answer_is_found() -> None:
    plan = with_topic(LONG, f"Dazu kommt etwas.\n{LONG}")
    assert found(repeated_paragraphs, plan=plan) == []
    both = plan_with(paragraph(LONG, "p1"), paragraph("Neu.", "p2"))
    plan = both.with_answer("A.budget", replace(both.answer("A.staff"), text=text(LONG, "q1")))
    (finding,) = found(repeated_paragraphs, plan=plan)
    assert finding.where == "A.staff#p1"
    assert finding.quote == "Die Lage auf dem Arbeitsmarkt der Region war in den"


def test_a_paragraph_twice_in_one_answer_is_found_once() -> None:
    blocks = paragraphs(LONG, "Dazwischen steht etwas.", LONG)
    (finding,) = found(repeated_paragraphs, *blocks)
    assert finding.where == "A.staff#p3"
    assert found(repeated_sentences, *blocks) == []


SENTENCE = "Die Beratung wird an allen Standorten ausgebaut."


@pytest.mark.parametrize(
    "words",
    [
        (f"{SENTENCE} {SENTENCE}",),
        (SENTENCE, f"Das ist neu. {SENTENCE} Das hilft."),
        (f"Erst das. {SENTENCE}", "Dann mehr. Die Beratung wird an allen Standorten ausgebaut!"),
        (f"{SENTENCE} Dann kommt mehr.", "Und weiter.", f"Zuletzt dies. {SENTENCE}"),
    ],
)
def test_a_sentence_twice_in_one_answer_is_found(words: tuple[str, ...]) -> None:
    assert len(found(repeated_sentences, *paragraphs(*words))) == 1


def test_short_sentences_and_sentences_of_other_answers_may_come_again() -> None:
    assert quotes_in(repeated_sentences, "Das hilft. Das hilft.") == []
    plan = with_topic(f"Ziel ist das. {SENTENCE}", f"Geplant ist das. {SENTENCE}")
    assert found(repeated_sentences, plan=plan) == []


WORKSHOP = "Die Werkstatt am Bahnhof nimmt im Mai acht Menschen auf und begleitet sie ein Jahr."


def test_a_long_sentence_in_another_answer_is_found() -> None:
    plan = with_topic(f"{WORKSHOP} Danach folgt ein Praktikum.", f"Es geht weiter. {WORKSHOP}")
    (finding,) = found(repeated_long_sentences, plan=plan)
    assert finding.quote == WORKSHOP


def test_short_sentences_and_whole_paragraphs_are_not_named_again() -> None:
    short = "Das Angebot wird auch im kommenden Jahr fortgeführt."
    assert found(repeated_long_sentences, plan=with_topic(f"Ja. {short}", f"Nein. {short}")) == []
    assert found(repeated_long_sentences, plan=with_topic(WORKSHOP, WORKSHOP)) == []
