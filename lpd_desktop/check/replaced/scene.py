"""What stands around a figure: which rows its sentence speaks of, and what it says of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lpd_desktop.check.prose.directions import speaks_of_change
from lpd_desktop.check.prose.figures import Figure
from lpd_desktop.check.prose.stretches import Sentence, Stretch
from lpd_desktop.check.replaced.row_words import RowWords, speaks_of_money

_COMPARED = re.compile(
    r"\b(?:gegenüber|Vorjahr\w*|[Vv]ergleich\w*|verglichen|[Vv]eränder\w*|[Ää]nderung\w*|"
    r"[Dd]ifferenz|[Aa]bweich\w*|[Uu]nterschied\w*)"
)
_SHARED = re.compile(
    r"[Aa]nteil|\bentspr[aeio]ch|\bentf[aä]ll|\bdavon\b|\b[Qq]uote|\bumfass|\bmach\w*\b|\bbeträgt\b|"
    r"(?:%|[Pp]rozent)\s+(?:der|des|vom|von|am|an|aller|unserer|seiner|ihrer)\b"
)
_TOGETHER = re.compile(
    r"\b(?:ins)?gesamt\w*|\bGesamt\w+|\b[Zz]usammen\w*|\bSumme|\b[Bb]eide\w*|\b[Ss]ummier\w*"
)
_SUBTRACTED = re.compile(
    r"\b(?:abzüglich|nach Abzug|verbleib\w*|bleib\w*|[Rr]est\w*|ohne|übersteig\w*|über|unter)\b"
)
_YEAR = re.compile(r"(?<![\d.,])(20\d\d)(?![\d.,]\d)")


@dataclass(frozen=True)
class Scene:
    """The surroundings of one sentence.

    Attributes:
        rows: The rows that its own words name.
        around: Those of the nearest sentence before it, or of its headings, where it names none;
            for shares both are read.
        in_budget: Whether it belongs to the text of the budget.
        years: The years it names.
        beside: Rows of amounts in the sentence that follow from the older table.
    """

    rows: frozenset[str]
    around: frozenset[str]
    in_budget: bool
    money: bool
    change: bool
    share: bool
    together: bool
    subtracted: bool
    years: frozenset[int]
    beside: frozenset[str] = frozenset()

    @property
    def named(self) -> frozenset[str]:
        """The rows that the sentence speaks of."""
        return (self.rows or self.around) | self.beside

    def with_beside(self, rows: frozenset[str]) -> Scene:
        """The scene with the rows of amounts that stand in it."""
        return replace(self, beside=self.beside | rows, money=True) if rows else self


def scene_of(sentence: Sentence, item: str, words: RowWords) -> Scene:
    """The surroundings of a sentence, read with the words of one budget."""
    stretch, text = sentence.stretch, sentence.text
    whole = " ".join(filter(None, (stretch.row_label, stretch.column_label, text)))
    in_budget = stretch.where.item == item
    return Scene(
        rows=words.rows_in(whole),
        around=_rows_around(sentence, words),
        in_budget=in_budget,
        money=speaks_of_money(whole),
        change=speaks_of_change(whole) or _COMPARED.search(whole) is not None,
        share=_SHARED.search(whole) is not None,
        together=_TOGETHER.search(whole) is not None,
        subtracted=_SUBTRACTED.search(whole) is not None,
        years=frozenset(int(year) for year in _YEAR.findall(whole)),
    )


def _rows_around(sentence: Sentence, words: RowWords) -> frozenset[str]:
    stretch = sentence.stretch
    earlier = [each for each in stretch.sentences if each.start < sentence.start]
    for text in (*(each.text for each in reversed(earlier)), *reversed(stretch.headings)):
        rows = words.rows_in(text)
        if rows:
            return rows
    return frozenset()


def sentence_with(stretch: Stretch, figure: Figure) -> Sentence:
    """The sentence of a stretch in which a figure stands."""
    for sentence in stretch.sentences:
        if sentence.start <= figure.start < sentence.start + len(sentence.text):
            return sentence
    return Sentence(stretch, stretch.text, 0)
