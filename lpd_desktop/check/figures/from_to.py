"""Changes from one figure to another, as sentences tell them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lpd_desktop.check.figures.how_much import HEDGES, is_span_of_time, says_how_much
from lpd_desktop.check.prose.figures import Figure, figures_in
from lpd_desktop.check.prose.units import FigureKind

_FROM = re.compile(
    rf"(?<!Höhe )\b[Vv]on\s(?:(?!de[nrm]\b|insgesamt|diese|alle|je)[a-zäöü]+\s)?{HEDGES}$"
)
_PLUS_OF = re.compile(rf"\b(?:Plus|Minus|Zuwachs|Einzugs?|Verlust\w*)\s+von\s{HEDGES}$")
_CHANGE_OF = re.compile(
    rf"\b(?:Anstieg\w*|Rückgang\w*|Erhöhung|Steigerung|Senkung|Kürzung|Zunahme|Abnahme)\s+von\s{HEDGES}$"
)
_TO = re.compile(
    rf"\b[Aa]uf\s(?:(?:nun|jetzt|aktuell|zuletzt|nunmehr|voraussichtlich|mittlerweile)\s)?{HEDGES}$"
)
_AFTER = re.compile(
    r"(?P<how>\bnach|\bgegenüber|\bstatt|\bim Vergleich zu|\bVorjahr(?:eswert)?:?|\bzuvor:?|"
    r"\bbisher:?)\s"
    rf"(?:noch\s|zuletzt\s|den\s|zuvor\s)?{HEDGES}$"
)
_OTHER_THING = re.compile(
    r",\s|\b(?:wurden?|wird|werden|ist|sind|eine?|und)\s|\b(?:je|pro)\s|/\s?[A-ZÄÖÜm]"
)
_PER = re.compile(r"\s?(?:je|pro)\s|\s?/\s?[A-ZÄÖÜm]")
_NEW_CLAUSE = re.compile(
    r",\s(?!also|das\s|dies|mithin|somit|ein\s|entspr|d\.|rund|rd\.|ca|um\s|nämlich|sprich|demnach|"
    r"[-−–+\d])|[.;:]\s(?!(?i:das|dies|damit|somit|mithin|also|ein)\b)"
)
_CLAUSE = re.compile(
    r";(?!\s(?:das|dies|damit|somit|mithin|also|ein)\b)|,\s(?=(?:jedoch|aber|während|wohingegen|dagegen|doch|hingegen|allerdings|obwohl|wobei|"
    r"ist|sind|war|waren|nahm|nahmen|stieg|stiegen|sank|sanken)\b)"
)
_MEAN = re.compile(
    r"\b(?:jährlich\w*|pro Jahr|[\w]*durchschnitt\w*|im Mittel|je Jahr)\b", re.IGNORECASE
)
_AROUND = 70


@dataclass(frozen=True)
class Change:
    """A change in one clause: from `before` to `after`; `text` is the clause.

    Attributes:
        is_open: Whether the words leave open which of both is the older one.
        is_listed: Whether the older one only stands beside the other (`Vorjahr: …`).
        may_be_part: Whether `Anstieg von A auf B` may also mean that A is the difference.
    """

    text: str
    before: Figure
    after: Figure
    is_open: bool = False
    is_listed: bool = False
    may_be_part: bool = False

    @property
    def kind(self) -> FigureKind:
        """What both count."""
        return self.after.kind

    @property
    def start(self) -> int:
        """Where the first of both begins."""
        return min(self.before.start, self.after.start)

    @property
    def end(self) -> int:
        """Where the last of both ends."""
        return max(self.before.end, self.after.end)

    @property
    def words(self) -> str:
        """The words around the change, as far as they belong to it."""
        before = self.text[max(0, self.start - _AROUND) : self.start]
        behind = self.text[self.end : self.end + _AROUND]
        stop = _NEW_CLAUSE.search(behind)
        return before + self.text[self.start : self.end] + behind[: stop.start() if stop else None]

    def differences(self, kind: FigureKind) -> list[Figure]:
        """The figures of a kind that say by how much it changes."""
        if _MEAN.search(self.text):
            return []
        pairs = {each for change in _in_clause(self.text) for each in (change.before, change.after)}
        return [
            figure
            for figure in figures_in(self.text)
            if figure.kind == kind
            and figure not in pairs
            and figure.is_bounded
            and says_how_much(self.text, figure)
            and self._is_beside(figure)
        ]

    def _is_beside(self, figure: Figure) -> bool:
        """Whether a figure belongs to this change: nothing else stands between both.

        Before the change only `um …` does; a sign or bracket follows what it speaks of.
        """
        if self.start <= figure.start < self.end:
            return True
        is_behind = figure.start >= self.end
        first, last = (self.end, figure.start) if is_behind else (figure.end, self.start)
        if not is_behind and (figure.sign or self.text[: figure.start].rstrip().endswith("(")):
            return False
        between = [other for other in figures_in(self.text) if first <= other.start < last]
        if any(not says_how_much(self.text, other) for other in between):
            return False
        return last - first <= 2 * _AROUND and not _NEW_CLAUSE.search(self.text[first:last])


def clauses(text: str) -> Iterator[str]:
    """The parts of a sentence between which the subject may change."""
    return (part for part in _CLAUSE.split(text) if part)


def changes_in(text: str) -> Iterator[Change]:
    """`von A auf B` and `B nach A` in the clauses of a sentence."""
    for clause in clauses(text):
        yield from _in_clause(clause)


def starts_a_change(text: str, figure: Figure) -> bool:
    """Whether `von` stands before a figure."""
    return _FROM.search(text[: figure.start]) is not None


@lru_cache(maxsize=1024)
def _in_clause(clause: str) -> tuple[Change, ...]:
    figures = [
        figure for figure in figures_in(clause) if figure.is_bounded and not is_span_of_time(figure)
    ]
    found = (
        _from_to(clause, figure, figures[place + 1 :])
        or _after(clause, figure, figures[place + 1 : place + 2])
        for place, figure in enumerate(figures)
    )
    return tuple(change for change in found if change)


def _from_to(clause: str, first: Figure, later: list[Figure]) -> Change | None:
    """`von A auf B`, also `ein Anstieg von A auf B`."""
    before = clause[: first.start]
    if not _FROM.search(before) or _PLUS_OF.search(before):
        return None
    for other in later:
        between = clause[first.end : other.start]
        if other.kind == first.kind and _TO.search(between):
            is_other = _OTHER_THING.search(between) or _PER.match(clause, other.end)
            may_be_part = _CHANGE_OF.search(before) is not None and first.value < other.value
            return None if is_other else Change(clause, first, other, may_be_part=may_be_part)
        if other.kind not in ("percent", "points") and not says_how_much(clause, other):
            return None
    return None


def _after(clause: str, first: Figure, later: list[Figure]) -> Change | None:
    """`B nach A im Vorjahr`: the older figure stands behind."""
    for other in later:
        between = clause[first.end : other.start]
        how = _AFTER.search(between) if other.kind == first.kind and len(between) < 60 else None
        if how and not says_how_much(clause, first):
            noch = "noch" in clause[max(0, first.start - 25) : first.start]
            is_listed = _TO.search(clause[: first.start]) is None
            return Change(clause, other, first, noch or how["how"] == "statt", is_listed)
    return None
