"""What stands around a figure: which rows its sentence speaks of, and what it says of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lpd_desktop.check.prose.directions import is_difference, speaks_of_change
from lpd_desktop.check.prose.figures import Figure
from lpd_desktop.check.prose.stretches import Sentence, Stretch
from lpd_desktop.check.replaced.row_words import RowWords, speaks_of_money

_COMPARED = re.compile(
    r"\b(?:gegenüber|Vorjahr\w*|[Vv]ergleich\w*|verglichen|[Vv]eränder\w*|[Ää]nder[nt]\w*|"
    r"[Dd]ifferenz|[Aa]bweich\w*|[Uu]nterschied\w*)"
)
_SHARED = re.compile(
    r"[Aa]nteil|\bentspr[aeio]ch|\bentf[aä]ll|\bdavon\b|\b[Qq]uote|\bumfass|\bmach\w*\b|\bbeträgt\b|"
    r"(?:%|[Pp]rozent)\s+(?:der|des|vom|von|am|an|aller|unserer|seiner|ihrer)\b"
)
_TOGETHER = re.compile(
    r"\b(?:ins)?gesamt\w*|\bzusammen\w*|\bsumme|\bbeide\w*|\bsummier\w*", re.IGNORECASE
)
_SUBTRACTED = re.compile(
    r"\b(?:abzüglich|nach Abzug|verbleib\w*|bleib\w*|[Rr]est\w*|ohne|übersteig\w*|über|unter)\b"
)
_REFERS_BACK = re.compile(
    r"\W*(?:[Dd](?:as|ies\w*|amit|abei|avon|aran)|[Ss]omit|[Hh]ier\w*|[Ee][rs]|[Ss]ie|[Ii]hr\w*|"
    r"[Gg]egenüber|[Ii]m (?:Vergleich|Vorjahr|Jahr)|[Ee]in(?:e[rn]?|em)?|[Ee]ntspr\w+|"
    r"[Dd](?:er|ie|en|em) (?:Rückgang|Anstieg|Anteil|Differenz|\w+ung))\b"
)
_BRACKETS = re.compile(r"\([^()]*\)")
_LOOKS_BACK = re.compile(
    r"vorjahr|vorplanung|\bbislang|\bbisher|\bzuletzt|vergangen|\bletzt(?:en|es) jahr|unverändert|"
    r"\bwie (?:schon|bereits|zuvor)|\berneut|\bweiterhin|\bwieder\b|konstant|gleich",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,])(20\d\d)(?![\d.,]\d)")


@dataclass(frozen=True)
class Scene:
    """The surroundings of one sentence.

    Attributes:
        rows: The rows that its own words name.
        around: Those of the nearest sentence before it, or of its headings, where it names none;
            for shares both are read.
        refers_back: Whether it goes on about what the one before it speaks of.
        in_budget: Whether it belongs to the text of the budget.
        years: The years it names.
        looks_back: Whether it speaks of the year before, or of what stays as it was.
        says_difference: Whether the figure itself stands behind `um` or before `weniger`.
        beside: Rows of amounts in the sentence that follow from the older table.
    """

    rows: frozenset[str]
    around: frozenset[str]
    refers_back: bool
    in_budget: bool
    money: bool
    change: bool
    share: bool
    together: bool
    subtracted: bool
    years: frozenset[int]
    looks_back: bool
    says_difference: bool = False
    beside: frozenset[str] = frozenset()

    @property
    def named(self) -> frozenset[str]:
        """The rows that the sentence speaks of."""
        return (self.rows or self.around) | self.beside

    def around_figure(self, text: str, figure: Figure) -> Scene:
        """The scene for one figure of a text."""
        return replace(self, says_difference=is_difference(text, *figure.span))

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
        refers_back=_REFERS_BACK.match(text) is not None,
        in_budget=in_budget,
        money=speaks_of_money(whole),
        change=speaks_of_change(whole) or _COMPARED.search(whole) is not None,
        share=_SHARED.search(whole) is not None,
        together=_TOGETHER.search(whole) is not None,
        subtracted=_SUBTRACTED.search(whole) is not None,
        years=frozenset(int(year) for year in _YEAR.findall(whole)),
        looks_back=_LOOKS_BACK.search(whole) is not None,
    )


def _rows_around(sentence: Sentence, words: RowWords) -> frozenset[str]:
    """Read are ever more sentences before it, then its headings."""
    stretch = sentence.stretch
    earlier = [stretch.text[each.start : sentence.start] for each in reversed(stretch.sentences)]
    for text in (*filter(None, earlier), *reversed(stretch.headings)):
        rows = words.rows_in(text)
        if rows:
            return rows
    return frozenset()


def sentence_with(stretch: Stretch, figure: Figure) -> Sentence:
    """The sentence of a stretch, or its part between semicolons, in which a figure stands."""
    for sentence in stretch.sentences:
        if sentence.start <= figure.start < sentence.start + len(sentence.text):
            return _part_with(sentence, figure)
    return Sentence(stretch, stretch.text, 0)


def _part_with(sentence: Sentence, figure: Figure) -> Sentence:
    place = figure.start - sentence.start
    outside = _BRACKETS.sub(lambda match: " " * len(match[0]), sentence.text)
    start = outside.rfind(";", 0, place) + 1
    end = outside.find(";", place)
    text = sentence.text[start : end if end >= 0 else None]
    return Sentence(sentence.stretch, text, sentence.start + start)
