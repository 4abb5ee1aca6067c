"""Every fault of a form, each as one German sentence with its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from lpd_desktop.form.identities import SumIdentity, rows_of
from lpd_desktop.form.model import (
    FORM_SCHEMA,
    BudgetItem,
    Form,
    Item,
    PotentialsItem,
    Question,
    RichTextItem,
    TargetsItem,
    TopicsItem,
)
from lpd_desktop.form.starter_table import StarterTable
from lpd_desktop.form.structure_lint import structure_faults
from lpd_desktop.form.term_lint import term_faults
from lpd_desktop.runtime.typed_data import converted

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_PART_KEY = re.compile(r"[A-Za-z0-9_-]+")
_FIELDS = {"year", "previous_year"}
_MOST_COLUMNS = 10


def lint_form(raw: dict[str, Any]) -> list[str]:
    """All faults of a form's content; an empty list for a sound form."""
    try:
        form = converted(raw, Form, strict=True)
    except msgspec.ValidationError as error:
        return structure_faults(raw) or [f"Form: Der Inhalt passt nicht zum Format ({error})."]
    return list(_meaning_faults(form))


def _meaning_faults(form: Form) -> Iterator[str]:
    if form.schema != FORM_SCHEMA:
        yield f"schema: Diese Version kennt nur Formen mit der Nummer {FORM_SCHEMA}."
    yield from _key_faults("id", (form.id,))
    yield from _key_faults("sections", (section.key for section in form.sections))
    yield from _key_faults("items", (item.key for item in form.items))
    yield from _singles(form)
    yield from term_faults(form.terms)
    yield from _key_faults("terms", (term.key for term in form.terms), _PART_KEY)
    yield from _wording_faults(form)
    for item in form.items:
        yield from (f"{item.key}: {fault}" for fault in _item_faults(item))


def _key_faults(place: str, keys: Iterable[str], pattern: re.Pattern[str] = _KEY) -> Iterator[str]:
    for key, count in Counter(keys).items():
        if count > 1:
            yield f"{place}: Der Schlüssel „{key}“ kommt {count}-mal vor."
        if not pattern.fullmatch(key):
            yield f"{place}: „{key}“ ist kein Schlüssel aus Buchstaben, Ziffern und Unterstrichen."


def _singles(form: Form) -> Iterator[str]:
    for kind, name in ((TopicsItem, "topics"), (PotentialsItem, "potentials")):
        if sum(isinstance(item, kind) for item in form.items) > 1:
            yield f"items: Eine Form hat höchstens einen Teil der Art „{name}“."


def _wording_faults(form: Form) -> Iterator[str]:
    for place, text in _texts(msgspec.to_builtins(form), ""):
        unknown = set(re.findall(r"\{([^{}]*)\}", text)) - _FIELDS
        if "topic_heading" in place or place.endswith(".heading"):
            unknown -= {"n"}
        for name in sorted(unknown):
            yield f"{place}: Der Platzhalter „{{{name}}}“ ist unbekannt."


def _texts(raw: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(raw, str):
        yield place.removeprefix("."), raw
    elif isinstance(raw, dict):
        for key, value in raw.items():
            yield from _texts(value, f"{place}.{key}")
    elif isinstance(raw, list | tuple):
        for number, value in enumerate(raw, 1):
            yield from _texts(value, f"{place}[{number}]")


def _item_faults(item: Item) -> Iterator[str]:
    if isinstance(item, BudgetItem):
        yield from _budget_faults(item)
    elif isinstance(item, TopicsItem):
        yield from _topics_faults(item)
    elif isinstance(item, PotentialsItem) and item.at_most < 1:
        yield "at_most muss mindestens 1 sein."
    elif isinstance(item, TargetsItem):
        yield from _key_faults("targets", (target.key for target in item.targets), _PART_KEY)
    elif isinstance(item, RichTextItem):
        yield from _length_faults("", item)
        if item.starter_table is not None:
            yield from _starter_faults(item.starter_table)


def _starter_faults(table: StarterTable) -> Iterator[str]:
    if not 2 <= len(table.columns) <= _MOST_COLUMNS or not table.rows:
        yield f"starter_table braucht 2 bis {_MOST_COLUMNS} Spalten und mindestens eine Zeile."


def _length_faults(place: str, field: RichTextItem | Question) -> Iterator[str]:
    target, most = field.word_target, field.word_limit
    if target < 0 or most < 0:
        yield f"{place}word_target und word_limit dürfen nicht negativ sein."
    elif most and target > most:
        yield f"{place}word_target ist mit {target} größer als word_limit mit {most}."


def _budget_faults(item: BudgetItem) -> Iterator[str]:
    known = {row.key for row in item.rows}
    yield from _key_faults("rows", (row.key for row in item.rows), _PART_KEY)
    for number, identity in enumerate(item.identities, 1):
        for key in rows_of(identity):
            if key not in known:
                yield f"identities[{number}]: Die Zeile „{key}“ gibt es nicht."
        if isinstance(identity, SumIdentity) and not identity.plus:
            yield f"identities[{number}]: Die Summe hat keine Summanden."


def _topics_faults(item: TopicsItem) -> Iterator[str]:
    yield from _key_faults("topics", (topic.key for topic in item.topics), _PART_KEY)
    yield from _key_faults("questions", (each.key for each in item.questions), _PART_KEY)
    choosable = sum(not topic.fixed and not topic.free for topic in item.topics)
    if item.choose > choosable:
        yield f"choose: {item.choose} von {choosable} Themen lassen sich nicht wählen."
    if item.choose < 0 or item.free_at_most < 0:
        yield "choose und free_at_most dürfen nicht negativ sein."
    if item.free_at_most > sum(topic.free for topic in item.topics):
        yield "free_at_most: Es gibt weniger freie Themen als erlaubt."
    for question in (*item.questions, *(each for topic in item.topics for each in topic.questions)):
        yield from _length_faults(f"questions „{question.key}“: ", question)
    if not item.questions and not all(topic.questions for topic in item.topics):
        yield "questions: Nicht jedes Thema hat Fragen."
