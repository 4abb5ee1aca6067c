"""Rules on pages: everything painted is marked, and the marks are sound."""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.pdf.accessibility.opened import Opened
from lpd_desktop.pdf.accessibility.page_content import PageContent
from lpd_desktop.pdf.accessibility.rule import Found, Rule


def _pages(opened: Opened) -> Iterator[tuple[int, PageContent]]:
    return enumerate(opened.contents, 1)


def _unbalanced(opened: Opened) -> Iterator[Found]:
    for number, content in _pages(opened):
        yield from (Found(sentence, number) for sentence in content.unbalanced)


def _nested(opened: Opened) -> Iterator[Found]:
    for number, content in _pages(opened):
        yield from (Found(sentence, number) for sentence in content.nested)


def _unmarked(opened: Opened) -> Iterator[Found]:
    for number, content in _pages(opened):
        if content.unmarked:
            count, first = len(content.unmarked), content.unmarked[0]
            sentence = f"{count}-mal wird ohne Markierung gemalt, zuerst mit „{first}“."
            yield Found(sentence, number)


def _twice(opened: Opened) -> Iterator[Found]:
    for number, content in _pages(opened):
        if len(set(content.numbers)) != len(content.numbers):
            yield Found("Die Nummer einer Markierung kommt zweimal vor.", number)


def _marks_in_forms(opened: Opened) -> Iterator[Found]:
    for content in opened.form_contents:
        if content.numbers:
            yield Found("Ein wiederverwendetes Bild enthält eigene Markierungen.")


RULES = (
    Rule(
        "marks-balanced",
        "Markierungen beginnen und enden paarweise und überkreuzen keine Textobjekte.",
        (),
        _unbalanced,
    ),
    Rule(
        "marks-nested",
        "Beiwerk und Inhalt stehen nie ineinander.",
        ("01-003", "01-004"),
        _nested,
    ),
    Rule(
        "content-marked",
        "Alles, was gemalt wird, ist als Inhalt oder als Beiwerk gekennzeichnet.",
        ("01-005",),
        _unmarked,
    ),
    Rule("marks-numbered", "Jede Nummer kommt auf ihrer Seite einmal vor.", (), _twice),
    Rule(
        "marks-in-forms",
        "Wiederverwendete Bilder tragen keine eigenen Markierungen.",
        ("30-002",),
        _marks_in_forms,
    ),
)
