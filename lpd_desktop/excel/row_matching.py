"""Which row of the form a label of a workbook means, with a score and never by a guess."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lpd_desktop.form.model import BudgetItem, BudgetRow
from lpd_desktop.form.similarity import normalised, similarity

SURE = 85
"""From this score on a label is taken as the row."""

ASKED = 68
"""From this score on it is asked whether the label means the row; below, it is a row of its own."""

_NEARLY_AS_GOOD = 3
_BY_VARIANT = 1
_PART = re.compile(r"^(?:davon|darunter|hiervon)\b:?\s*")
_MINUS = re.compile(r"^(?:abzgl|abzüglich|minus|\./\.|-)")
_PLUS = re.compile(r"^(?:zzgl|zuzüglich|plus|\+)")


@dataclass(frozen=True)
class RowMatch:
    """The row of the form that one label means.

    Attributes:
        label: Index of the label.
        rival: Another row that fits nearly as well, None for none.
    """

    label: int
    row: BudgetRow
    score: int
    rival: BudgetRow | None = None

    @property
    def is_sure(self) -> bool:
        """Whether nobody needs to be asked."""
        return self.score >= SURE and self.rival is None


def match_rows(item: BudgetItem, labels: Sequence[str]) -> dict[int, RowMatch]:
    """From the index of a label to the row it means; each row is given away once, best first."""
    scores = [
        (score, -index, -place, row)
        for index, label in enumerate(labels)
        for place, row in enumerate(item.rows)
        if (score := score_of(label, row)) >= ASKED
    ]
    taken: dict[int, RowMatch] = {}
    given: set[str] = set()
    for score, negative, _place, row in sorted(scores, key=lambda each: each[:3], reverse=True):
        index = -negative
        if index not in taken and row.key not in given:
            taken[index] = RowMatch(index, row, score)
            given.add(row.key)
    return {index: _with_rival(match, scores, given) for index, match in taken.items()}


def _with_rival(
    match: RowMatch, scores: Iterable[tuple[int, int, int, BudgetRow]], given: set[str]
) -> RowMatch:
    rivals = (
        row
        for score, negative, _place, row in scores
        if -negative == match.label
        and row.key not in given
        and score >= match.score - _NEARLY_AS_GOOD
    )
    is_certain = match.score == 100
    rival = None if is_certain else next(rivals, None)
    return RowMatch(match.label, match.row, match.score, rival)


def best_score(item: BudgetItem, label: str) -> int:
    """How well a label fits the row that it fits best."""
    return max((score_of(label, row) for row in item.rows), default=0)


def score_of(label: str, row: BudgetRow) -> int:
    """How well a label fits a row by its label and synonyms, 0 where its sign forbids it."""
    if not _sign_allows(normalised(label), row):
        return 0
    variants = _variants(label)
    scores = (
        similarity(variant, name) - (_BY_VARIANT if index else 0)
        for index, variant in enumerate(variants)
        for name in (row.label, *row.synonyms)
    )
    return max(scores, default=0)


def _sign_allows(label: str, row: BudgetRow) -> bool:
    if _MINUS.match(label):
        return row.role == "subtrahend"
    if _PLUS.match(label):
        return row.role != "subtrahend"
    return not (_PART.match(label) and row.role == "total")


def _variants(label: str) -> list[str]:
    """The label itself, then without a leading `davon`, brackets, years, and short signs."""
    plain = normalised(label)
    longer = re.sub(r"\bzzgl\b\.?", "zuzüglich", re.sub(r"\babzgl\b\.?", "abzüglich", plain))
    bare = re.sub(r"\([^)]*\)", " ", _PART.sub("", longer))
    bare = re.sub(r"(?<!\d)(?:19|20)\d\d(?!\d)", " ", bare)
    tries = (plain, longer, _PART.sub("", longer), bare)
    return list(dict.fromkeys(normalised(each) for each in tries if normalised(each)))
