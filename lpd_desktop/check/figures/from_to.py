"""Changes from one figure to another, as sentences tell them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lpd_desktop.check.prose.directions import is_difference
from lpd_desktop.check.prose.figures import Figure, figures_in
from lpd_desktop.check.prose.units import FigureKind

_HEDGES = r"(?:(?:rund|ca\.?|circa|etwa|knapp|gut|über|fast|nahezu|mehr als|jeweils)\s)?"
_FROM = re.compile(
    rf"(?<!Höhe )\b[Vv]on\s(?:(?:vormals|zuvor|bisher|zuletzt|noch|ehemals|damals)\s)?{_HEDGES}$"
)
_TO = re.compile(
    rf"\b[Aa]uf\s(?:(?:nun|jetzt|aktuell|zuletzt|nunmehr|voraussichtlich)\s)?{_HEDGES}$"
)
_AFTER = re.compile(
    r"(?:\bnach|\bgegenüber|\bstatt|\bim Vergleich zu|\bVorjahr(?:eswert)?:?|\bzuvor:?|"
    r"\bbisher:?)\s"
    rf"(?:noch\s|zuletzt\s|den\s|zuvor\s)?{_HEDGES}$"
)
_CONCLUSION = re.compile(
    rf"(?:\b(?:also|mithin|somit|(?:das|dies) (?:sind|ist|entspricht|bedeutet|waren)|"
    rf"entspricht|entsprechend|d\.\s?h\.|nämlich|sprich|demnach|"
    rf"ein(?:em|en)?)|=)\s*(?:einem?\s)?(?:minus\s|plus\s)?{_HEDGES}$"
)
_OTHER_THING = re.compile(r",\s|\b(?:je|pro)\s")
_IN_BRACKETS = re.compile(rf"\((?:minus\s|plus\s)?{_HEDGES}$")
_RATES = ("percent", "points")
_REPEATED = re.compile(rf"\s?(?:,|/|;|\bbzw\.|\boder|\bund damit|,?\s?also|\(|=)\s?{_HEDGES}")
_CLAUSE = re.compile(
    r";|,\s(?=(?:jedoch|aber|während|wohingegen|dagegen|doch|hingegen|allerdings|obwohl|wobei)\b)"
)


@dataclass(frozen=True)
class Change:
    """A change in one clause: from `before` to `after`; `text` is the clause.

    `is_reversible`: whether the words leave open which of both is the older one.
    """

    text: str
    before: Figure
    after: Figure
    is_reversible: bool = False

    @property
    def kind(self) -> FigureKind:
        """What both count."""
        return self.after.kind

    def differences(self, kind: FigureKind) -> list[Figure]:
        """The figures of a kind that say by how much it changes."""
        return [
            figure
            for figure in figures_in(self.text)
            if figure.kind == kind
            and figure not in (self.before, self.after)
            and figure.is_bounded
            and says_how_much(self.text, figure)
            and self._is_beside(figure)
        ]

    def _is_beside(self, figure: Figure) -> bool:
        """Whether no other figure of the same kind stands between a figure and the change."""
        start = min(self.before.start, self.after.start)
        end = max(self.before.end, self.after.end)
        first, last = (figure.end, start) if figure.end <= start else (end, figure.start)
        return not any(
            first <= other.start < last and other.kind == self.kind
            for other in figures_in(self.text)
        )


def says_how_much(text: str, figure: Figure) -> bool:
    """Whether a figure stands where a sentence draws the difference.

    So does one that only repeats such a figure in another unit: `−7,9 %, rund 2,4 Mio. €`.
    """
    if figure.sign or is_difference(text, *figure.span):
        return True
    before = text[: figure.start]
    if _CONCLUSION.search(before) or (figure.kind in _RATES and _IN_BRACKETS.search(before)):
        return True
    earlier = [other for other in figures_in(text) if other.end <= figure.start]
    if not earlier or not _REPEATED.fullmatch(text[earlier[-1].end : figure.start]):
        return False
    return earlier[-1].kind != figure.kind and says_how_much(text, earlier[-1])


def clauses(text: str) -> Iterator[str]:
    """The parts of a sentence between which the subject may change."""
    return (part for part in _CLAUSE.split(text) if part)


def changes_in(text: str) -> Iterator[Change]:
    """`von A auf B` and `B nach A` in the clauses of a sentence."""
    for clause in clauses(text):
        figures = [figure for figure in figures_in(clause) if figure.is_bounded]
        for place, figure in enumerate(figures):
            later = figures[place + 1 :]
            change = _from_to(clause, figure, later) or _after(clause, figure, later[:1])
            if change:
                yield change


def _from_to(clause: str, first: Figure, later: list[Figure]) -> Change | None:
    """`von A auf B`, also `ein Anstieg von A auf B`."""
    if not _FROM.search(clause[: first.start]):
        return None
    for other in later:
        between = clause[first.end : other.start]
        if other.kind == first.kind and _TO.search(between) and not _OTHER_THING.search(between):
            return Change(clause, first, other)
        if other.kind == first.kind and not says_how_much(clause, other):
            return None
    return None


def _after(clause: str, first: Figure, later: list[Figure]) -> Change | None:
    """`B nach A im Vorjahr`: the older figure stands behind."""
    for other in later:
        between = clause[first.end : other.start]
        is_older = other.kind == first.kind and len(between) < 60 and _AFTER.search(between)
        if is_older and not says_how_much(clause, first):
            is_open = "noch" in clause[max(0, first.start - 25) : first.start]
            return Change(clause, other, first, is_open)
    return None
