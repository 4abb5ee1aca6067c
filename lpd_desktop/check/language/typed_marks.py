"""List marks and footnote marks that were typed instead of made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.language.rules import TYPED_LIST, TYPED_NOTE
from lpd_desktop.check.prose.stretches import Stretch

_BULLET = re.compile(r"[ \t\xa0]*(?:[-–—•●▪■◦○‣∙·*+➢➔→✓✔]|o(?=\s+[A-ZÄÖÜ]))[ \t\xa0]+(?=[\w(„\"])")
_COUNTED = re.compile(r"[ \t\xa0]*\(?(?:(\d{1,2})|([a-h]))(?:\.\)|[.)])[ \t\xa0]+(?=[\w(„\"])")
_MONTH = re.compile(
    r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|Quartal|Halbjahr|Hälfte|Jahr|Tag|Woche|Monat|Lebensjahr|Kapitel|Platz|Rang|Stelle)"
)
_LIST = "Bitte machen Sie daraus eine Aufzählung (Schaltfläche über dem Text)."
_DOUBLE = "Bitte löschen Sie das getippte Zeichen; der Punkt hat schon eines."
_NOTE = (
    "Bitte fügen Sie die Fußnote mit der Schaltfläche ein, damit Zeichen und Text zusammengehören."
)
_NOTE_MARK = re.compile(
    r"[\[*1-9¹²³⁴⁵⁶⁷⁸⁹](?:(?<=\[)\d{1,2}\](?!\()"
    r"|(?<=[a-zäöüß.,;“\")][¹²³⁴⁵⁶⁷⁸⁹])[¹²³⁴⁵⁶⁷⁸⁹]*\)?(?!\w)"
    r"|(?<=[a-zäöüß]{4}[1-9])(?:\)|(?=[.,;](?:\s|$)))"
    r"|(?<=\w\*)\*{0,2}\))"
)
_NOTE_TEXT = re.compile(r"\s*(?:[¹²³⁴⁵⁶⁷⁸⁹]\)?|\[\d{1,2}\]|\*{1,3}\)|\*{2,3}(?=\s))\s*\S")
_MEASURES = re.compile(r"(?:\b[kcdm]?m|\bCO)$")


@dataclass(frozen=True)
class _Line:
    """A line that begins with a list mark; `count` is 0 for a bullet."""

    stretch: Stretch
    mark: str
    count: int


def typed_lists(context: Context) -> Iterator[Finding]:
    """Paragraphs or lines that begin with bullets or with counted numbers; one finding a list."""
    run: list[_Line] = []
    for stretch in context.stretches:
        if stretch.kind == "note":
            continue
        if run and run[-1].stretch.where.field != stretch.where.field:
            yield from _list_finding(context, run)
            run = []
        if stretch.kind == "item":
            yield from _marked_item(context, stretch)
        lines = list(_lines(stretch)) if stretch.kind == "paragraph" else []
        if not lines:
            yield from _list_finding(context, run)
            run = []
        run.extend(lines)
    yield from _list_finding(context, run)


def _lines(stretch: Stretch) -> Iterator[_Line]:
    for text in stretch.text.split("\n"):
        bullet = _BULLET.match(text)
        if bullet:
            yield _Line(stretch, _quote(text, bullet.end()), 0)
            continue
        counted = _COUNTED.match(text)
        if counted and not _MONTH.match(text, counted.end()):
            number = int(counted[1]) if counted[1] else ord(counted[2]) - ord("a") + 1
            yield _Line(stretch, _quote(text, counted.end()), number)


def _quote(text: str, end: int) -> str:
    """The mark and the word behind it."""
    word = re.match(r"[^\s,;:]+", text[end:])
    return text[: end + (word.end() if word else 0)].strip()


def _list_finding(context: Context, run: Sequence[_Line]) -> Iterator[Finding]:
    counts = [line.count for line in run if line.count]
    is_counted = any(right == left + 1 for left, right in pairwise(counts))
    first = next((line for line in run if not line.count or is_counted), None)
    if first is None or (len(run) == 1 and first.mark[-1].isdecimal()):
        return
    message = f"Mit „{first.mark}“ beginnt eine getippte Aufzählung."
    yield context.finding(TYPED_LIST, first.stretch.where, message, _LIST, first.mark)


def _marked_item(context: Context, stretch: Stretch) -> Iterator[Finding]:
    bullet = _BULLET.match(stretch.text)
    if bullet:
        quote = _quote(stretch.text, bullet.end())
        message = f"Der Punkt „{quote}“ der Aufzählung hat noch ein getipptes Zeichen."
        yield context.finding(TYPED_LIST, stretch.where, message, _DOUBLE, quote)


def typed_notes(context: Context) -> Iterator[Finding]:
    """Footnote marks as characters: `[1]`, `¹`, `Plätze1)`."""
    for stretch in context.stretches:
        if stretch.kind in ("heading", "note"):
            continue
        quote = _typed_note(stretch)
        if quote:
            message = f"„{quote}“ sieht nach einem getippten Fußnotenzeichen aus."
            yield context.finding(TYPED_NOTE, stretch.where, message, _NOTE, quote)


def _typed_note(stretch: Stretch) -> str:
    text = stretch.text
    opening = _NOTE_TEXT.match(text)
    if opening and stretch.kind != "cell":
        return opening[0][:-1].strip()
    for match in _NOTE_MARK.finditer(text):
        before = text[: match.start()]
        is_measure = match[0][0] in "²³" and _MEASURES.search(before)
        in_bracket = match[0].endswith(")") and before.count("(") > before.count(")")
        if not is_measure and not in_bracket:
            return _word_before(before) + match[0]
    return ""


def _word_before(before: str) -> str:
    word = re.search(r"[\w.,“\")]{1,40}$", before)
    return word[0] if word else ""
