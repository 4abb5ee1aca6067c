"""Which rows of a budget a sentence speaks of, by the words of their labels and synonyms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lpd_desktop.form.model import BudgetItem

_TOKEN = re.compile(r"[A-Za-zÄÖÜäöüß][\w-]*")
_ADJECTIVE = re.compile(r"(?:[a-zäöüß]{4,}|[A-ZÄÖÜ][a-zäöüß]{3,})(?:e|er|es|en|em)$")
_NO_TOPIC = re.compile(
    r"davon|darunter|hiervon|zzgl|zuzüglich|abzgl|abzüglich|plus|minus|summe|einnahmen|ausgaben|"
    r"zuteilung|zuführung|mittel|leistungen|anteile?|teil|bund|land|kreis|stadt|kommune|"
    r"zusätzliche|weitere|sonstige|insgesamt|gesamt|prognose|ansatz|betr[aä]ge?"
)
_MONEY = re.compile(
    r"\b(?:\w*[Bb]udgets?|(?<!im )(?:[A-ZÄÖÜ]\w*m|M)itteln?(?:zuteilung|ansatz|ausstattung)?|"
    r"\w+s[Tt]itels?|[Hh]aushalt\w*|[Ff]inanz\w*|[Zz]uteilung\w*|[Zz]uweisung\w*|[Uu]mschicht\w*|"
    r"umgeschichtet\w*|\w*[Kk]osten\w*|EGT|VWT|KFA)\b|€|\bEuro\b|\bEUR\b"
)


@dataclass(frozen=True)
class _Name:
    """One name of a row: its noun, and the adjectives that must stand in the sentence too."""

    noun: str
    adjectives: tuple[str, ...] = ()

    def is_in(self, text: str, folded: str) -> bool:
        if self.noun.isupper():
            return re.search(rf"\b{re.escape(self.noun)}\b", text) is not None
        return self.noun in folded and all(each in folded for each in self.adjectives)


@dataclass(frozen=True)
class RowWords:
    """The names of all rows of one budget."""

    names: tuple[tuple[str, tuple[_Name, ...]], ...]

    def rows_in(self, text: str) -> frozenset[str]:
        """The keys of the rows that a text may speak of."""
        folded = text.casefold()
        return frozenset(
            key for key, names in self.names if any(name.is_in(text, folded) for name in names)
        )


@lru_cache(maxsize=16)
def row_words(item: BudgetItem | None, labels: tuple[tuple[str, str], ...]) -> RowWords:
    """The words for the rows of a table, given as key and label, with the synonyms of the form."""
    every = []
    for key, label in labels:
        row = item.row(key) if item else None
        written = (label, *((row.label, *row.synonyms) if row else ()))
        names = (name for each in written if (name := _name(each)))
        every.append((key, tuple(dict.fromkeys(names))))
    return RowWords(tuple(every))


def speaks_of_money(text: str) -> bool:
    """Whether a word for money or budgets stands in a text."""
    return _MONEY.search(text) is not None


def _name(label: str) -> _Name | None:
    adjectives: list[str] = []
    tokens = _TOKEN.findall(label)
    for place, token in enumerate(tokens):
        folded = token.casefold()
        if _NO_TOPIC.fullmatch(folded) or len(token) < 3:
            continue
        follows = tokens[place + 1 : place + 2]
        is_before_noun = bool(follows) and follows[0][0].isupper()
        if _ADJECTIVE.match(token) and is_before_noun and (place == 0 or token[0].islower()):
            adjectives.append(_stem(folded))
        elif token[0].isupper():
            return _Name(token if token.isupper() else _stem(folded), tuple(adjectives))
    return None


def _stem(folded: str) -> str:
    return re.sub(r"(?:en|er|es|em|e|n|s)$", "", folded) if len(folded) > 6 else folded
