"""When a line goes on with the one before, and how the two are put together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from lpd_desktop.word.source import SourceLine, Span, Spans, merged, spans_text

Join = Literal["blank", "line_break", "new_paragraph"]

_ENDED = re.compile(r"[.!?:;…][\"“”„»«’')\]]*$")
_HYPHENS = ("-", "‐")
_TAIL = 200
"""Characters at the end of a text that tell how it goes on."""
_CONJUNCTIONS = frozenset(
    {"und", "oder", "bzw.", "bzw", "beziehungsweise", "sowie", "als", "wie", "noch", "aber"}
    | {"statt", "u.", "bis", "auch"}
)
_ARTICLES = {"der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer"}
_PREPOSITIONS = {"für", "mit", "von", "vom", "zu", "zum", "zur", "im", "in", "ins", "am", "an"} | {
    *("auf", "aus", "bei", "durch", "nach", "über", "unter", "um", "ohne", "gegen", "vor"),
    "zwischen",
}
_VERBS = {"ist", "sind", "wird", "werden", "sich", "dass"}
_DANGLING = frozenset(_ARTICLES | _PREPOSITIONS | _VERBS | {"und", "oder", "sowie", "eines"})
"""No sentence and no heading ends with one of these."""


@dataclass(frozen=True)
class Joined:
    """Spans put together; `word` is a divided word that became one."""

    spans: Spans
    word: str = ""


def has_ended(text: str) -> bool:
    """Whether a text ends like a sentence or an announcement."""
    return _ENDED.search(text[-_TAIL:].rstrip()) is not None


def _last_word(text: str) -> str:
    return next(reversed(text[-_TAIL:].split()), "")


def _divided_part(text: str) -> str:
    """The last word without its hyphen; empty for a text that ends otherwise."""
    word = _last_word(text)
    return word[:-1] if word.endswith(_HYPHENS) else ""


def how_to_join(before: str, before_full: bool, line: SourceLine) -> Join:
    """How a line of plain text goes on with the text before it."""
    text = line.text.lstrip()
    if line.gap == "break":
        return "line_break"
    runs_on = _runs_on(before, text)
    if line.gap == "paragraph":
        divided = bool(_divided_part(before)) and text[:1].islower()
        return "blank" if divided or (before_full and runs_on) else "new_paragraph"
    if runs_on or (before_full and not has_ended(before)):
        return "blank"
    if line.gap == "page":
        return "new_paragraph"
    if before_full:
        return "blank"
    return "new_paragraph" if has_ended(before) else "line_break"


def _runs_on(before: str, text: str) -> bool:
    """Whether the words themselves say that the sentence is not over."""
    if _divided_part(before):
        return True
    if has_ended(before) or not _last_word(before):
        return False
    return text[:1].islower() or _last_word(before).lower() in _DANGLING


def join(left: Spans, right: Spans, how: Join) -> Joined:
    """The two with a blank, a line break, or nothing where a word was divided."""
    if how == "line_break":
        return Joined(merged((*left, Span("\n"), *right)))
    part = _divided_part(spans_text(left))
    first = next(iter(spans_text(right).split(maxsplit=1)), "")
    if not part or first.lower() in _CONJUNCTIONS:
        return Joined(merged((*left, Span(" "), *right)))
    if _keeps_hyphen(part, first):
        return Joined(merged((*left, *right)))
    word = part + first
    return Joined(merged((*_without_last_sign(left), *right)), word.strip('.,;:!?()„“"»«'))


def _keeps_hyphen(part: str, following: str) -> bool:
    return not following[:1].islower() or not part[-1].isalpha() or part[-1].isupper()


def _without_last_sign(spans: Spans) -> Spans:
    """Without the hyphen at the end; marks stay."""
    result = list(spans)
    for index in range(len(result) - 1, -1, -1):
        text = result[index].text.rstrip()
        if text:
            span = result[index]
            result[index] = Span(text[:-1], span.bold, span.italic)
            break
    return tuple(result)


_DIVIDED_IN_CELL = re.compile(r"\b([A-Za-zÄÖÜäöüß]{3,}[a-zäöüß])- ([a-zäöüß]{4,})")


def undivided(text: str) -> tuple[str, list[str]]:
    """A cell's text with words put together that were divided in the narrow column."""
    words: list[str] = []

    def put_together(match: re.Match[str]) -> str:
        if match[2] in _CONJUNCTIONS:
            return match[0]
        words.append(match[1] + match[2])
        return words[-1]

    return _DIVIDED_IN_CELL.sub(put_together, text), words
