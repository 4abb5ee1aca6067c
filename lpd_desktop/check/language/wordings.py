"""The fixed wording of a form, ready to be found again in answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from lpd_desktop.form.model import (
    BudgetItem,
    Form,
    PotentialsItem,
    RichTextItem,
    TopicsItem,
)
from lpd_desktop.form.similarity import normalised, similarity

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_NUMBERED = re.compile(
    r"^\s*(?:[A-Z]\.(?:\s?\d{1,2})?\.?|[IVX]{1,4}\.|\d{1,2}\.(?:\d{1,2}\.?)?|\d{1,2}\))\s+"
)
_ALIKE = 92
_MIN_PART = 5
_MIN_LENGTH = 15
_MIN_TITLE = 3


@dataclass(frozen=True)
class Wording:
    """One fixed text of a form.

    Attributes:
        what: What it is, in German, for messages.
        text: As the form prints it.
        folded: Without case, dashes and years.
        owner: The key of the topic or item that it belongs to.
        is_question: Whether a sentence or a part of it may be it, not only a whole line.
    """

    what: str
    text: str
    folded: str
    owner: str
    is_question: bool = False

    @cached_property
    def lengths(self) -> range:
        """How long a line with slips of typing may be: 15 percent more or less."""
        length = len(self.folded)
        return range(length - 15 * length // 100, length + 15 * length // 100 + 1)

    @cached_property
    def head(self) -> str:
        """What stands before the first bracket, of the title of an item alone."""
        return self.folded.partition(" (")[0] if "." in self.owner and not self.is_question else ""


@lru_cache(maxsize=8)
def wordings_of(form_id: str, texts: tuple[tuple[str, str, str, bool], ...]) -> tuple[Wording, ...]:
    """The wordings for (what, text, owner, is question)."""
    return tuple(
        Wording(what, text, fold(text), owner, is_question)
        for what, text, owner, is_question in texts
        if len(fold(text)) > _MIN_TITLE
    )


def form_wordings(form: Form) -> tuple[Wording, ...]:
    """Section headings, titles, instructions, questions, topics, captions of a form."""
    return wordings_of(form.id, tuple(_texts(form)))


def _texts(form: Form) -> Iterator[tuple[str, str, str, bool]]:
    for section in form.sections:
        yield "die Überschrift eines Abschnitts", form.text(section.heading), "", False
    for item in form.items:
        yield "eine Überschrift des Vordrucks", form.text(item.title), item.key, False
        if isinstance(item, TopicsItem):
            yield from _of_topics(form, item)
        elif isinstance(item, PotentialsItem):
            yield from _of_questions(form, item.instruction, item.key)
            yield "eine Überschrift des Vordrucks", form.text(item.development_caption), "", False
        elif isinstance(item, BudgetItem | RichTextItem):
            yield from _of_questions(form, item.question, item.key)


def _of_topics(form: Form, item: TopicsItem) -> Iterator[tuple[str, str, str, bool]]:
    yield "die Anleitung des Vordrucks", form.text(item.instruction), item.key, True
    for topic in item.topics:
        for title in (topic.title, *topic.former_titles):
            yield "der Titel eines Schwerpunktthemas", form.text(title), topic.key, False
    asked = {q.text for topic in item.topics for q in item.questions_of(topic.key)}
    for text in sorted(asked):
        yield from _of_questions(form, text, item.key)


def _of_questions(form: Form, wording: str, owner: str) -> Iterator[tuple[str, str, str, bool]]:
    """A wording of several sentences is also its sentences, and the halves around an `und`."""
    text = form.text(wording).strip()
    if not text:
        return
    parts = [text, *re.split(r"(?<=[?.!])\s+", text)]
    parts += [half for part in parts for half in _halves(part)]
    for part in dict.fromkeys(parts):
        yield "eine Frage des Vordrucks", part, owner, True


def _halves(question: str) -> list[str]:
    halves = re.split(r"\s+und\s+(?=(?:was|wie|welche|warum|wo|wer)\b)", question)
    return [half for half in halves if len(half.split()) >= _MIN_PART] if len(halves) > 1 else []


def fold(text: str) -> str:
    """A text as it is compared: without number in front, case, dashes, end marks, years."""
    return _YEAR.sub("0000", normalised(_NUMBERED.sub("", text))).strip(" ?!.:")


def is_alike(folded: str, wording: Wording) -> bool:
    """Whether a whole folded line is this wording, small slips of typing aside."""
    if folded == wording.folded:
        return True
    if len(folded) < _MIN_LENGTH or len(folded) not in wording.lengths:
        return False
    return similarity(folded, wording.folded) >= _ALIKE
