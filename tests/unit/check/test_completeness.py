"""Errors for what is missing, too much, or unknown."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from lpd_desktop.form.derive import confirm_form, derive_form
from lpd_desktop.plan.budget import TypedText
from lpd_desktop.plan.model import Answer, Figure, Jobcenter, Potential, TopicAnswer
from lpd_desktop.plan.rich_text import Paragraph, Run, text_run
from lpd_desktop.plan.work import ImportNote, Work

from .plans import (
    FORM,
    SECOND,
    budget_item,
    codes,
    complete,
    findings,
    table,
    text,
    topic_answer,
    with_potential,
    with_table,
)


@pytest.mark.parametrize("form", [FORM, SECOND], ids=lambda form: form.id)
def test_a_complete_plan_has_no_findings(form) -> None:
    assert codes(complete(form), form) == []


def test_a_plan_without_jobcenter_and_stand_has_both_errors_on_the_cover() -> None:
    found = findings(replace(complete(), jobcenter=Jobcenter(name=" "), as_of=""))
    assert [(each.rule, each.where, each.level) for each in found] == [
        ("JOBCENTER-MISSING", "cover/jobcenter", "error"),
        ("STAND-MISSING", "cover/as_of", "error"),
    ]


def test_a_stand_that_the_calendar_does_not_know_is_no_date() -> None:
    assert codes(replace(complete(), as_of="2022-11-31")) == ["STAND-NO-DATE"]


def test_a_derived_form_is_a_hint_until_it_is_confirmed() -> None:
    derived = derive_form(FORM, 2027)
    found = findings(complete(derived), derived)
    assert [(each.rule, each.level) for each in found] == [("FORM-UNCONFIRMED", "hint")]
    assert codes(complete(derived), confirm_form(derived, "2026-10-01", "Vorlage")) == []


@pytest.mark.parametrize("blank", [(), text(""), text(" \u00a0\n")])
def test_a_required_text_of_blanks_alone_is_missing(blank) -> None:
    plan = complete().with_answer("A.staff", Answer(text=blank))
    assert [(each.rule, each.where) for each in findings(plan)] == [("ANSWER-MISSING", "A.staff")]


def test_a_footnote_alone_is_an_answer() -> None:
    noted = (Paragraph("p", (Run(footnote=(text_run("Siehe Anlage des Kreises."),)),)),)
    assert codes(complete().with_answer("A.staff", Answer(text=noted))) == []


def test_each_unanswered_question_of_a_chosen_topic_is_an_error_of_its_own() -> None:
    plan = complete(SECOND)
    emptied = TopicAnswer(key=plan.topics[1].key, answers={"need": text("Ja, das gilt.")})
    found = findings(plan.with_topic(emptied), SECOND)
    where = [f"2.topics/{emptied.key}/{key}" for key in ("steps", "partners")]
    assert [(each.rule, each.where) for each in found] == [("ANSWER-MISSING", w) for w in where]
    assert "Frage 2" in found[0].message
    assert "2031" in found[0].message


def test_a_topic_with_questions_of_its_own_is_asked_those() -> None:
    plan = complete(SECOND)
    swapped = replace(
        plan, topics=(*plan.topics[:4], TopicAnswer(key="prevention", answers={"need": text("x")}))
    )
    found = findings(swapped, SECOND)
    assert [each.rule for each in found] == ["ANSWER-MISSING", "ANSWER-MISSING", "ANSWER-UNKNOWN"]
    assert [each.where for each in found[:2]] == [
        "2.topics/prevention/risks",
        "2.topics/prevention/help",
    ]


def test_prose_or_table_of_the_budget_may_stand_alone() -> None:
    item = budget_item()
    only_table = complete().with_answer(item.key, Answer(table=table(FORM, {"recoveries": 5})))
    assert codes(only_table) == []
    nothing = complete().with_answer(item.key, Answer(table=table(FORM, {})))
    assert codes(nothing) == ["BUDGET-MISSING"]
    kept_back = replace(table(FORM, {"recoveries": 5}), print=False)
    assert codes(complete().with_answer(item.key, Answer(table=kept_back))) == ["BUDGET-MISSING"]
    below = Answer(text_below=text("Alles ist gesagt."), table=kept_back)
    assert codes(complete().with_answer(item.key, below)) == []


@pytest.mark.parametrize(
    ("number", "rule", "message"),
    [
        (0, "TOPICS-MISSING", "keine Themen"),
        (2, "TOPICS-MISSING", "2 Themen"),
        (4, "TOPICS-COUNT", "4 Themen"),
    ],
)
def test_the_number_of_topics_is_that_of_the_form(number: int, rule: str, message: str) -> None:
    assert FORM.topics is not None
    keys = [topic.key for topic in FORM.topics.topics][:number]
    plan = replace(complete(), topics=tuple(topic_answer(FORM, key) for key in keys))
    (found,) = findings(plan)
    assert (found.rule, found.where, found.level) == (rule, "B.topics", "error")
    assert message in found.message
    assert "verlangt 3" in found.message


def test_a_free_topic_comes_on_top_and_needs_a_title() -> None:
    plan = complete(SECOND)
    titled = replace(plan, topics=(*plan.topics, topic_answer(SECOND, "own", "Wohnen")))
    assert codes(titled, SECOND) == []
    untitled = replace(plan, topics=(*plan.topics, topic_answer(SECOND, "own")))
    assert codes(untitled, SECOND) == ["TOPIC-TITLE-MISSING"]
    instead = replace(plan, topics=(*plan.topics[1:], topic_answer(SECOND, "own", "Wohnen")))
    assert codes(instead, SECOND) == ["TOPICS-MISSING"]


def test_more_free_topics_than_the_form_allows_are_an_error() -> None:
    assert SECOND.topics is not None
    second_free = replace(SECOND.topics.topics[-1], key="own_2")
    item = replace(SECOND.topics, topics=(*SECOND.topics.topics, second_free))
    sections = tuple(
        replace(part, items=tuple(item if each.key == item.key else each for each in part.items))
        for part in SECOND.sections
    )
    form = replace(SECOND, sections=sections)
    free = tuple(topic_answer(form, key, "Wohnen") for key in ("own", "own_2"))
    plan = complete(form)
    (found,) = findings(replace(plan, topics=(*plan.topics, *free)), form)
    assert found.rule == "TOPICS-COUNT"
    assert "2 eigene Themen" in found.message


def test_unknown_and_double_topics_are_errors_at_their_place() -> None:
    plan = complete()
    unknown = replace(plan, topics=(*plan.topics[:2], TopicAnswer(key="tourism", answers={})))
    assert "TOPIC-UNKNOWN" in codes(unknown)
    double = replace(plan, topics=(*plan.topics[:2], plan.topics[0]))
    assert codes(double) == ["TOPIC-DUPLICATE"]


@pytest.mark.parametrize(
    ("potential", "wanted"),
    [
        (Potential(topic="Ablage", development=text("Sie wird verbessert.")), []),
        (Potential(topic="Ablage"), [("POTENTIAL-HALF", "C.potentials/1/development")]),
        (
            Potential(topic=" ", background=text("Es war einmal.")),
            [
                ("POTENTIAL-HALF", "C.potentials/1/topic"),
                ("POTENTIAL-HALF", "C.potentials/1/development"),
            ],
        ),
        (
            Potential(topic="", development=text("Sie wird verbessert.")),
            [("POTENTIAL-HALF", "C.potentials/1/topic")],
        ),
        (Potential(topic=""), [("POTENTIAL-EMPTY", "C.potentials/1")]),
    ],
)
def test_a_potential_is_whole_or_empty(potential: Potential, wanted) -> None:
    found = findings(with_potential(complete(), potential))
    assert [(each.rule, each.where) for each in found] == wanted


def test_the_heading_of_an_empty_potential_is_told_as_it_is_printed() -> None:
    item = FORM.potentials
    assert item is not None
    headed = replace(item, heading="Potential {n} für {year}")
    sections = tuple(
        replace(part, items=tuple(headed if each is item else each for each in part.items))
        for part in FORM.sections
    )
    plan = with_potential(complete(), Potential(topic=""))
    [found] = findings(plan, replace(FORM, sections=sections))
    assert found.message.startswith("„Potential 1 für 2023“ ist leer")


def test_more_potentials_than_the_form_allows_are_an_error_and_empty_ones_do_not_count() -> None:
    plan = complete(SECOND)
    for _each in range(2):
        plan = with_potential(plan, Potential(topic="Ablage", development=text("Es wird besser.")))
    assert codes(with_potential(plan, Potential(topic="")), SECOND) == ["POTENTIAL-EMPTY"]
    third = with_potential(plan, Potential(topic="Post", development=text("Es wird besser.")))
    assert codes(third, SECOND) == ["POTENTIALS-TOO-MANY"]


def test_a_missing_target_and_one_that_is_no_number_differ() -> None:
    figures = (
        Figure(key="placement_rate", value=TypedText("etwa 3")),
        Figure(key="training_starts", value=0),
    )
    found = findings(complete(SECOND).with_answer("3.targets", Answer(figures=figures)), SECOND)
    assert [each.rule for each in found] == ["TARGET-NO-NUMBER", "TARGET-MISSING"]
    assert "„etwa 3“" in found[0].message


def test_an_answer_for_a_key_that_the_form_does_not_know_is_named() -> None:
    (found,) = findings(complete().with_answer("D.more", Answer(text=text("Noch etwas."))))
    assert (found.rule, found.level) == ("ANSWER-UNKNOWN", "error")
    assert "„D.more“" in found.message


def _words(count: int) -> str:
    return " ".join(f"w{number}" for number in range(count)) + "."


def test_one_word_above_the_limit_is_a_warning() -> None:
    at_limit = Answer(text=text(_words(400)))
    assert codes(complete(SECOND).with_answer("1.situation", at_limit), SECOND) == []
    above = Answer(text=text(_words(401)))
    assert codes(complete(SECOND).with_answer("1.situation", above), SECOND) == ["WORD-LIMIT"]


def test_an_answer_above_the_limit_of_its_question_is_a_warning() -> None:
    asked = tuple(replace(each, word_limit=2) for each in FORM.topics.questions)
    form = replace(
        FORM,
        sections=tuple(
            replace(
                part,
                items=tuple(
                    replace(item, questions=asked) if item == FORM.topics else item
                    for item in part.items
                ),
            )
            for part in FORM.sections
        ),
    )
    found = [each for each in findings(complete(form), form) if each.rule == "WORD-LIMIT"]
    assert len(found) == FORM.topics.needed * len(asked)
    assert found[0].where == f"{FORM.topics.key}/{FORM.topics.topics[0].key}/{asked[0].key}"
    assert "hat 4 Wörter; gewünscht sind höchstens 2" in found[0].message


def test_findings_stand_in_the_order_of_the_document() -> None:
    plan = replace(complete(), as_of="", topics=())
    plan = with_potential(plan, Potential(topic=""))
    plan = with_table(plan, FORM, table(FORM, {"transfer_in": TypedText("1.00")}))
    plan = plan.with_answer("A.staff", Answer())
    assert codes(plan) == [
        "STAND-MISSING",
        "AMOUNT-UNREADABLE",
        "ANSWER-MISSING",
        "TOPICS-MISSING",
        "POTENTIAL-EMPTY",
    ]


def test_above_the_table_the_table_and_below_it_is_the_order_of_a_budget() -> None:
    item = budget_item()
    odd = Answer(
        text=text("Oben 漢.", "p1"),
        table=table(FORM, {"transfer_in": TypedText("1.00")}),
        text_below=text("Unten 漢.", "p1"),
    )
    found = findings(complete().with_answer(item.key, odd))
    assert [each.where for each in found] == [
        f"{item.key}#p1",
        f"{item.key}/table/transfer_in/plan",
        f"{item.key}/below#p1",
    ]
    assert found[-1].place == "A Budget, Text unter der Tabelle"


def test_at_one_place_errors_stand_before_warnings() -> None:
    blocks = text("Leitung 漢: N.N.", "p1")
    found = findings(complete().with_answer("A.staff", Answer(text=blocks)))
    assert [(each.rule, each.level) for each in found] == [
        ("CHARACTER", "error"),
        ("PLACEHOLDER", "warning"),
    ]
    deduction = table(SECOND, {"refunds": -5}).rows[8]
    nameless = replace(deduction, label="", plan=TypedText("1.00"), previous=-500)
    plan = with_table(complete(SECOND), SECOND, replace(table(SECOND, {}), rows=(nameless,)))
    assert [each.level for each in findings(plan, SECOND)] == ["error", "error", "warning"]


def test_an_error_and_an_older_warning_at_the_same_place_are_sorted_by_level() -> None:
    note = ImportNote(rule="I-FOOTNOTE", where="A.staff", quote="1", done="ihr Text fehlt")
    plan = complete().with_answer("A.staff", Answer())
    found = findings(plan, work=Work(import_notes=(note,)))
    hint = ImportNote(rule="I-ENCODING", where="A.staff", quote="x", done="so")
    more = findings(plan, work=Work(import_notes=(hint, note)))
    assert [each.level for each in found] == ["error", "warning"]
    assert [each.level for each in more] == ["error", "warning", "hint"]
