"""Whether everything that the form requires is there, and nothing that it does not know."""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.rules import (
    ANSWER_MISSING,
    ANSWER_UNKNOWN,
    BUDGET_MISSING,
    TARGET_MISSING,
    TARGET_NO_NUMBER,
    WORD_LIMIT,
)
from lpd_desktop.form.model import (
    RichTextItem,
    Target,
    TargetsItem,
    TopicsItem,
    item_name,
)
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.budget import TypedText
from lpd_desktop.plan.counting import count_blocks, limits_at
from lpd_desktop.plan.model import TopicAnswer
from lpd_desktop.plan.rich_text import is_blank

_FORGOTTEN = "Bitte übernehmen Sie den Text in ein Feld der Form oder löschen Sie ihn."


def required_texts(context: Context) -> Iterator[Finding]:
    """Every required text is written."""
    for item in context.form.items:
        if isinstance(item, RichTextItem) and item.required:
            if is_blank(context.plan.answer(item.key).text):
                yield context.finding(
                    ANSWER_MISSING,
                    Address(item.key),
                    f"Die Antwort zu „{context.form.text(item_name(item))}“ fehlt.",
                )
        elif isinstance(item, TopicsItem):
            for topic in context.plan.topics:
                yield from _missing_answers(context, item, topic)


def _missing_answers(context: Context, item: TopicsItem, topic: TopicAnswer) -> Iterator[Finding]:
    if item.topic(topic.key) is None:
        return
    for number, question in enumerate(item.questions_of(topic.key), 1):
        if is_blank(topic.answer(question.key)):
            yield context.finding(
                ANSWER_MISSING,
                Address(item.key, (topic.key, question.key)),
                f"Die Antwort auf Frage {number} fehlt: „{context.form.text(question.text)}“",
            )


def required_budgets(context: Context) -> Iterator[Finding]:
    """A required budget has prose, a table that is printed, or both."""
    for item in context.form.budgets:
        answer = context.plan.answer(item.key)
        if item.required and answer.printed_table is None and not answer.has_text:
            yield context.finding(
                BUDGET_MISSING,
                Address(item.key),
                "Zum Budget gibt es weder Text noch eine Tabelle mit Beträgen, die gedruckt wird.",
                "Bitte füllen Sie eines von beiden aus.",
            )


def targets(context: Context) -> Iterator[Finding]:
    """Every required target has its figure, and a figure is a number."""
    for item in context.form.items:
        if isinstance(item, TargetsItem):
            values = {each.key: each.value for each in context.plan.answer(item.key).figures}
            for target in item.targets:
                yield from _target(context, item, target, values.get(target.key))


def _target(
    context: Context, item: TargetsItem, target: Target, value: object
) -> Iterator[Finding]:
    where = Address(item.key, (target.key,))
    label = context.form.text(target.label)
    if isinstance(value, TypedText):
        yield context.finding(
            TARGET_NO_NUMBER,
            where,
            f"„{value.text}“ ist keine Zahl; erwartet wird der Zielwert zu „{label}“.",
            "Bitte schreiben Sie die Zahl ohne Zusatz, etwa 2,5.",
            value.text,
        )
    elif not isinstance(value, int) and item.required:
        yield context.finding(TARGET_MISSING, where, f"Der Zielwert zu „{label}“ fehlt.")


def word_limits(context: Context) -> Iterator[Finding]:
    """A text is not longer than the form wishes."""
    for where, blocks in context.texts():
        most = limits_at(context.form, where).most
        if most and (words := count_blocks(blocks).words) > most:
            message = f"Der Text hat {words} Wörter; gewünscht sind höchstens {most}."
            yield context.finding(WORD_LIMIT, where, message, "Bitte kürzen Sie ihn.")


def unknown_answers(context: Context) -> Iterator[Finding]:
    """Nothing is written that has no place in the form."""
    known = {item.key for item in context.form.items}
    for key in sorted(context.plan.answers.keys() - known):
        yield context.finding(
            ANSWER_UNKNOWN,
            Address(key),
            f"Zu „{key}“ gibt es eine Antwort, aber kein Feld in dieser Form.",
            _FORGOTTEN,
        )
    item = context.form.topics
    for topic in context.plan.topics if item else ():
        questions = {question.key for question in item.questions_of(topic.key)} if item else set()
        for key in sorted(topic.answers.keys() - questions):
            yield context.finding(
                ANSWER_UNKNOWN,
                Address(item.key if item else "", (topic.key, key)),
                f"Zu „{key}“ gibt es eine Antwort, aber keine Frage in dieser Form.",
                _FORGOTTEN,
            )
