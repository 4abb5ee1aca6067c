"""The text as it is printed, and the single places that differ from what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lpd_desktop.check.typography.protected import ProtectedSpans, is_of_figures
from lpd_desktop.check.typography.slips import MENDED, Slip
from lpd_desktop.form.model import Form
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.passages import Passage, passages
from lpd_desktop.plan.word_change import WordChange

_ROUNDS = 8
"""Mending one slip may show another; texts that are never done are left as they are."""

_NOTE = "\ufffc"
"""Stands for a footnote's mark, so that a blank before it has something behind it."""


@dataclass(frozen=True)
class Correction:
    """`old` at `start` of a text is printed as `new`; `names` are those of the slips."""

    start: int
    old: str
    new: str
    names: tuple[str, ...]


def slips_in_plan(form: Form, plan: Plan) -> list[WordChange]:
    """All that cleaning up changes, in the order of the document."""
    return [change for each in passages(form, plan) for change in slips_in_passage(each)]


def slips_in_passage(passage: Passage) -> Iterator[WordChange]:
    """What cleaning up changes in one passage; labels and cells of figures stay."""
    is_left_alone = passage.kind == "cell" and is_of_figures(passage.text)
    if is_left_alone or passage.kind == "label":
        return
    text = _with_notes(passage)
    for each in corrections(text):
        start = each.start - text.count(_NOTE, 0, each.start)
        yield WordChange(passage, start, each.old, each.new, " und ".join(each.names))


def _with_notes(passage: Passage) -> str:
    if not passage.runs:
        return passage.text
    return "".join(_NOTE if run.is_footnote else run.words for run in passage.runs)


def corrections(text: str) -> list[Correction]:
    """The places of a text that are printed otherwise, in order.

    No letter and no digit is among them: they are the fixed points between which old and new are
    compared.
    """
    cleaning = _Cleaning(text)
    cleaned = cleaning.run()
    if cleaned == text:
        return []
    return list(_differences(text, cleaned, cleaning.names))


def cleaned(text: str) -> str:
    """The text as it is printed."""
    return _Cleaning(text).run()


class _Cleaning:
    """Mends one text until nothing is left, and remembers between which letters and why."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.names: dict[int, list[str]] = {}

    def run(self) -> str:
        text = self._text
        for _round in range(_ROUNDS):
            before = text
            for slip in MENDED:
                if slip.sign in text:
                    text = self._mend(text, slip)
            if text == before:
                return text
        return self._text

    def _mend(self, text: str, slip: Slip) -> str:
        points = _PointsBefore(text)

        def mend(match: re.Match[str]) -> str:
            if slip.mended is None or _protected(text).holds(*match.span()):
                return match[0]
            new = slip.mended if isinstance(slip.mended, str) else slip.mended(match)
            if new != match[0]:
                self._note(points.at(match.start()), match[0], slip.name)
            return new

        return slip.pattern.sub(mend, text)

    def _note(self, first: int, found: str, name: str) -> None:
        """A slip belongs to all gaps between letters that its match touches."""
        for gap in range(first, first + _fixed_points(found) + 1):
            names = self.names.setdefault(gap, [])
            if name not in names:
                names.append(name)


class _PointsBefore:
    """Counts the letters and digits before places of a text that are asked for in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._place = self._count = 0

    def at(self, place: int) -> int:
        self._count += _fixed_points(self._text[self._place : place])
        self._place = place
        return self._count


@lru_cache(maxsize=8)
def _protected(text: str) -> ProtectedSpans:
    return ProtectedSpans(text)


def _is_fixed(sign: str) -> bool:
    return sign.isalnum() or sign == _NOTE


def _fixed_points(text: str) -> int:
    return sum(map(_is_fixed, text))


def _gaps(text: str) -> list[tuple[int, str]]:
    """What stands between each two letters or digits: place and signs, also where it is nothing."""
    result = []
    start = 0
    for place, sign in enumerate(text):
        if _is_fixed(sign):
            result.append((start, text[start:place]))
            start = place + 1
    return [*result, (start, text[start:])]


def _differences(old: str, new: str, names: dict[int, list[str]]) -> Iterator[Correction]:
    for number, ((start, before), (_start, after)) in enumerate(
        zip(_gaps(old), _gaps(new), strict=True)
    ):
        if before != after:
            offset, narrow_old, narrow_new = _narrowed(before, after)
            reasons = tuple(names.get(number, ()))
            yield Correction(start + offset, narrow_old, narrow_new, reasons)


def _narrowed(old: str, new: str) -> tuple[int, str, str]:
    """Without the signs at both ends that stay; one old sign is kept where there is one."""
    start = 0
    while len(old) > 1 and new and old[0] == new[0]:
        start, old, new = start + 1, old[1:], new[1:]
    while len(old) > 1 and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return start, old, new
