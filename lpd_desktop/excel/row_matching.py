"""Which row of the form a label of a workbook means, with a score and never by a guess.

A label is sure only when its words are those of the row, in any order, a slip of the pen apart.
A likeness of letters alone is asked about: `Mittel Land` looks much like `Mittel Bund`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from lpd_desktop.excel.label_words import HARMLESS, Words, same_words, without_signs, words_of
from lpd_desktop.form.identities import EqualIdentity
from lpd_desktop.form.model import BudgetItem, BudgetRow
from lpd_desktop.form.similarity import normalised, similarity

SURE = 85
"""From this score on a label is taken as the row."""

ASKED = 68
"""From this score on it is asked whether the label means the row; below, it is a row of its own."""

_CANDIDATES = 3
_BY_VARIANT = 1
_MANY_LABELS = 400
_BRACKETS = re.compile(r"\([^)]*\)")
_WITHOUT = frozenset({"ohne", "nicht", "exkl", "abzüglich", "außer"})
_PART = re.compile(r"^(?:davon|darunter|hiervon)\b:?\s*")
_MINUS = re.compile(r"^(?:abzgl|abzügl|minus\b)")
_PLUS = re.compile(r"^(?:zzgl|zuzügl|plus\b|\+)")


class Candidate(msgspec.Struct, frozen=True):
    """A row of the form that a label may mean, and how well it fits (0 to 100)."""

    row: BudgetRow
    score: int


class RowMatch(msgspec.Struct, frozen=True):
    """The row of the form that one label means.

    Attributes:
        label: Index of the label.
        rival: Another row that fits as well, None for none.
        is_chosen: Whether a person or a profile said so.
    """

    label: int
    row: BudgetRow
    score: int
    rival: BudgetRow | None = None
    is_chosen: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether nobody needs to be asked."""
        return self.is_chosen or (self.score >= SURE and self.rival is None)


class RowMatcher:
    """The rows of one budget with the words of all their names."""

    def __init__(self, item: BudgetItem) -> None:
        """Takes the budget whose rows are looked for."""
        self._rows = tuple(item.rows)
        self._names = {row.key: _names(row) for row in item.rows}
        self._mirrored = _mirrored(item)
        self._known: dict[str, tuple[Candidate, ...]] = {}
        self._sure: dict[str, tuple[BudgetRow, ...]] = {}

    @property
    def by_key(self) -> dict[str, BudgetRow]:
        """The rows of the form by their key."""
        return {row.key: row for row in self._rows}

    def candidates(self, label: str, *, is_quick: bool = False) -> tuple[Candidate, ...]:
        """The rows that a label may mean, best first.

        Args:
            label: As it stands in the workbook.
            is_quick: Whether likeness of letters is left out.
        """
        if is_quick:
            return tuple(Candidate(row, SURE) for row in self.named(label))
        if label not in self._known:
            rows = self.named(label)
            scored = (Candidate(row, self.score(label, row)) for row in rows or self._rows)
            likely = sorted(
                (each for each in scored if each.score >= ASKED), key=lambda each: -each.score
            )
            self._known[label] = tuple(likely[:_CANDIDATES])
        return self._known[label]

    def names_row(self, label: str) -> bool:
        """Whether a label is sure to mean some row."""
        return bool(self.named(label))

    def named(self, label: str) -> tuple[BudgetRow, ...]:
        """The rows that a label is sure to mean: one, or several that share a name."""
        if label not in self._sure:
            self._sure[label] = tuple(row for row in self._rows if self.is_sure(label, row))
        return self._sure[label]

    def is_sure(self, label: str, row: BudgetRow) -> bool:
        """Whether the words of a label are those of a row."""
        plain = normalised(without_signs(label))
        if not _sign_allows(plain, row) or (plain[:1] == "-" and row.key in self._mirrored):
            return False
        names = self._names[row.key]
        if any(_says(words, names) for words in _readings(label, row)):
            return True
        return _repeats_in_brackets(label, names) and any(
            _says(words, names) for words in _readings(_BRACKETS.sub(" ", label), row)
        )

    def score(self, label: str, row: BudgetRow) -> int:
        """How well a label fits a row, 0 where its sign forbids it; sure from `SURE` on."""
        if not _sign_allows(normalised(without_signs(label)), row):
            return 0
        variants = _variants(label)
        alike = max(
            similarity(variant, name) - (_BY_VARIANT if index else 0)
            for index, variant in enumerate(variants)
            for name in (row.label, *row.synonyms)
        )
        return max(alike, SURE) if row in self.named(label) else min(alike, SURE - 1)


def _mirrored(item: BudgetItem) -> frozenset[str]:
    """The rows that stand on both sides of one transfer: a dash before them may be a minus."""
    pairs = (each for each in item.identities if isinstance(each, EqualIdentity))
    return frozenset(key for each in pairs for key in (each.left, each.right))


def _names(row: BudgetRow) -> tuple[Words, ...]:
    """The words of all names of a row, with and without what stands in brackets."""
    texts = [
        text for name in (row.label, *row.synonyms) for text in (name, _BRACKETS.sub(" ", name))
    ]
    return tuple(dict.fromkeys(_bare(words_of(text)) for text in texts if words_of(text)))


def _bare(words: Words) -> Words:
    bare = tuple(word for word in words if word not in HARMLESS)
    return bare or words


def _readings(label: str, row: BudgetRow) -> list[Words]:
    """The words of a label, then without the sign or the `davon` before it."""
    words = _bare(words_of(label))
    droppable = {"addend": "zuzüglich", "for_information": "zuzüglich", "subtrahend": "abzüglich"}
    readings = [words]
    for word in (droppable.get(row.role, ""), "" if row.role == "total" else "davon"):
        if word in words and len(words) > 1:
            readings = [*readings, tuple(each for each in words if each != word)]
    return readings


def _repeats_in_brackets(label: str, names: Iterable[Words]) -> bool:
    """Whether the brackets only say with other words what the row is: `(§ 16a)`."""
    inside = {word for found in _BRACKETS.findall(label) for word in words_of(found)} - HARMLESS
    plain = (name for name in names if not _WITHOUT & set(name))
    return bool(inside) and any(inside <= set(name) for name in plain)


def _says(words: Words, names: Iterable[Words]) -> bool:
    """Whether the words are one name of a row, or two of its names together."""
    if not words:
        return False
    known = tuple(names)
    if any(len(name) == len(words) and same_words(words, name) for name in known):
        return True
    parts = [set(name) for name in known if set(name) <= set(words)]
    return any(one | other == set(words) for one in parts for other in parts)


def match_rows(item: BudgetItem, labels: Sequence[str]) -> dict[int, RowMatch]:
    """From the index of a label to the row it means; each row is given away once, best first."""
    return assigned(RowMatcher(item), labels)


def assigned(
    matcher: RowMatcher, labels: Sequence[str], given: frozenset[str] = frozenset()
) -> dict[int, RowMatch]:
    """As `match_rows`; rows in `given` are not given away any more."""
    scores = [
        (candidate.score, -index, candidate.row)
        for index, label in enumerate(labels)
        if label
        for candidate in matcher.candidates(label, is_quick=index >= _MANY_LABELS)
    ]
    taken: dict[int, RowMatch] = {}
    gone = set(given)
    for score, negative, row in sorted(scores, key=lambda each: each[:2], reverse=True):
        if -negative not in taken and row.key not in gone:
            taken[-negative] = RowMatch(-negative, row, score)
            gone.add(row.key)
    return {index: _with_rival(match, matcher, labels[index]) for index, match in taken.items()}


def _with_rival(match: RowMatch, matcher: RowMatcher, label: str) -> RowMatch:
    """Another row that fits about as well; an exact label has none."""
    others = (each for each in matcher.candidates(label) if each.row.key != match.row.key)
    rival = next((each.row for each in others if each.score >= min(SURE, match.score)), None)
    rival = None if match.score == 100 else rival
    return RowMatch(match.label, match.row, match.score, rival)


def score_of(label: str, row: BudgetRow) -> int:
    """How well a label fits one row by its label and synonyms, 0 where its sign forbids it."""
    item = BudgetItem(key="", plan_caption="", previous_caption="", rows=(row,))
    return RowMatcher(item).score(label, row)


def _sign_allows(label: str, row: BudgetRow) -> bool:
    if _MINUS.match(label):
        return row.role == "subtrahend"
    if _PLUS.match(label):
        return row.role != "subtrahend"
    return not (_PART.match(label) and row.role == "total")


def _variants(label: str) -> list[str]:
    """The label itself, then without a leading `davon`, brackets, years, and short signs."""
    plain = normalised(without_signs(label))
    longer = re.sub(r"\bzzgl\b\.?", "zuzüglich", re.sub(r"\babzgl\b\.?", "abzüglich", plain))
    bare = _BRACKETS.sub(" ", _PART.sub("", longer))
    bare = re.sub(r"(?<!\d)(?:19|20)\d\d(?!\d)", " ", bare)
    tries = (plain, longer, _PART.sub("", longer), bare)
    return list(dict.fromkeys(normalised(each) for each in tries if normalised(each))) or [""]
