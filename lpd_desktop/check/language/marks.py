"""Quotation marks and brackets without their other half; small slips of typing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.language.rules import PAIRED_MARKS, TYPOGRAPHY
from lpd_desktop.check.prose.stretches import Stretch
from lpd_desktop.check.typography.slips import REPORTED, Slip
from lpd_desktop.plan.addresses import Address

_PAIRED = re.compile(r"[()\[\]„“”»«\"]")
_OPENERS, _CLOSERS = "([„»", ")]“”«"
_LIST_MARK = re.compile(r"(?:^|[\s;,:/–-])[a-zA-Z0-9]{1,3}\.?$")
_QUOTE_REMEDY = "Bitte ergänzen Sie das fehlende Zeichen oder löschen Sie dieses."
_TYPO_REMEDY = "Bitte berichtigen Sie die Stellen dieser Antwort."


@dataclass(frozen=True)
class _Slipped:
    stretch: Stretch
    name: str
    match: re.Match[str]


def unpaired_marks(context: Context) -> Iterator[Finding]:
    """The first quotation mark or bracket of a stretch that has no counterpart."""
    for stretch in context.stretches:
        position = unpaired_in(stretch.text)
        if position >= 0:
            quote = _around(stretch.text, position)
            mark = stretch.text[position]
            what = "Zur Klammer" if mark in "()[]" else "Zum Anführungszeichen"
            message = f"{what} bei „{quote}“ fehlt das Gegenstück."
            yield context.finding(PAIRED_MARKS, stretch.where, message, _QUOTE_REMEDY, quote)


def unpaired_in(text: str) -> int:
    """Where the first unpaired mark stands, -1 for none."""
    open_marks: list[tuple[str, int]] = []
    for match in _PAIRED.finditer(text):
        mark, position = match[0], match.start()
        if _opens(text, position, mark, open_marks):
            open_marks.append((_kind(mark), position))
        elif open_marks and open_marks[-1][0] == _kind(mark):
            open_marks.pop()
        elif not _is_harmless(text, position, mark):
            return position
    return open_marks[0][1] if open_marks else -1


def _kind(mark: str) -> str:
    return mark.translate(str.maketrans(")]", "([")) if mark in "()[]" else '"'


def _opens(text: str, position: int, mark: str, open_marks: list[tuple[str, int]]) -> bool:
    if mark in "([":
        return True
    if mark in ")]":
        return False
    before = text[position - 1] if position else " "
    begins_word = before.isspace() or before in "(-–/[„»"
    is_open = any(kind == '"' for kind, _place in open_marks)
    return mark == "„" or (begins_word and (mark in "»«" or not is_open))


def _is_harmless(text: str, position: int, mark: str) -> bool:
    """`a)` and `1)` count a list; inches and minutes are no quotation."""
    if mark == ")":
        return _LIST_MARK.search(text[:position]) is not None
    return mark == '"' and text[position - 1 : position].isdecimal()


def _around(text: str, position: int) -> str:
    """The mark with the word it stands at."""
    before = re.search(r"\S{0,30}$", text[:position])
    after = re.match(r"\S{0,30}", text[position:])
    return (before[0] if before else "") + (after[0] if after else "")


def typing_slips(context: Context) -> Iterator[Finding]:
    """Blanks and points out of place: one finding for a field, at its first slip."""
    fields: dict[Address, list[_Slipped]] = {}
    slips = tuple(each for each in REPORTED if each.sign in context.whole_text)
    for stretch in context.stretches:
        found = _slips_in(stretch, slips)
        if found:
            fields.setdefault(stretch.where.field, []).extend(found)
    for each in fields.values():
        yield _slips_finding(context, each)


def _slips_in(stretch: Stretch, slips: tuple[Slip, ...]) -> list[_Slipped]:
    text = stretch.text
    found = [
        _Slipped(stretch, slip.name, match)
        for slip in slips
        if slip.sign in text
        for match in slip.pattern.finditer(text)
    ]
    return sorted(found, key=lambda each: each.match.start())


def _around_match(text: str, match: re.Match[str]) -> str:
    before = re.search(r"\S{0,30}$", text[: match.start()])
    after = re.match(r"\S{0,30}", text[match.end() :])
    return (before[0] if before else "") + match[0] + (after[0] if after else "")


def _slips_finding(context: Context, slips: list[_Slipped]) -> Finding:
    first = slips[0]
    quote = _around_match(first.stretch.text, first.match)
    names = ", ".join(dict.fromkeys(slip.name for slip in slips))
    more = "" if len(slips) == 1 else f", insgesamt {len(slips)} Stellen"
    message = f"Kleines Versehen bei „{quote}“{more}: {names}."
    return context.finding(TYPOGRAPHY, first.stretch.where, message, _TYPO_REMEDY, quote)
