"""Faults in the list of terms of a form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from lpd_desktop.form.term import Term

_WORD = re.compile(r"[^*\s][^*]+\*?")


def term_faults(terms: Sequence[Term]) -> Iterator[str]:
    """German sentences, one for each fault."""
    for number, term in enumerate(terms, 1):
        yield from (f"terms[{number}]: {fault}" for fault in _faults(term))


def _faults(term: Term) -> Iterator[str]:
    if not term.words:
        yield "words: Mindestens eine Schreibweise wird gebraucht."
    for word in term.words:
        if not _WORD.fullmatch(word):
            yield f"words: „{word}“ ist kein Wort; ein Stern darf nur am Ende stehen."
    days = [day for day in (term.since, term.until) if day]
    wrong = [day for day in days if not _is_date(day)]
    for day in wrong:
        yield f"„{day}“ ist kein Datum wie 2022-12-31."
    if len(days) == 2 and not wrong and term.since > term.until:
        yield "until liegt vor since."
    if not days and not term.draft:
        yield "Es fehlt since, until oder draft."
    if days and term.draft:
        yield "Ein Wort aus einem Entwurf hat weder since noch until."


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
