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
_TEXTS_REMEMBERED = 4096
_MONEY_ENDING = re.compile(r"(\w{6,}?)s?(?:mittel|kost|budget|titel|leistung|ausgab)")
_SEPARABLE = re.compile(r"(um|ein|aus|ab|zu|an|auf|vor|zurück)(\w{4,})ung")
_MONEY = re.compile(
    r"\b(?:\w*[Bb]udgets?|(?<![Ii]m )(?:[A-ZÄÖÜ]\w*m|M)itteln?(?:zuteilung|ansatz|ausstattung)?|"
    r"\w+s[Tt]itels?|[Hh]aushalt\w*|[Ff]inanz\w*|[Zz]uteilung\w*|[Zz]uweisung\w*|[Uu]mschicht\w*|"
    r"umgeschichtet\w*|\w*[Kk]osten\w*|EGT|VWT|KFA)\b|€|\bEuro\b|\bEUR\b"
)


@dataclass(frozen=True)
class _Name:
    """One name of a row: its noun, and the adjectives that must stand in the sentence too."""

    noun: re.Pattern[str]
    adjectives: tuple[str, ...] = ()

    def is_in(self, text: str) -> bool:
        if self.noun.search(text) is None:
            return False
        return not self.adjectives or all(each in text.casefold() for each in self.adjectives)


class RowWords:
    """The names of all rows of one budget."""

    def __init__(self, names: dict[str, tuple[_Name, ...]]) -> None:
        """Takes the names by the key of their row."""
        self._names = names
        self._read: dict[str, frozenset[str]] = {}

    def rows_in(self, text: str) -> frozenset[str]:
        """The keys of the rows that a text may speak of."""
        if text not in self._read:
            if len(self._read) > _TEXTS_REMEMBERED:
                self._read.clear()
            self._read[text] = frozenset(
                key for key, names in self._names.items() if any(each.is_in(text) for each in names)
            )
        return self._read[text]


@lru_cache(maxsize=16)
def row_words(item: BudgetItem | None, labels: tuple[tuple[str, str], ...]) -> RowWords:
    """The words for the rows of a table, given as key and label, with the synonyms of the form."""
    every = {}
    for key, label in labels:
        row = item.row(key) if item else None
        written = (label, *((row.label, *row.synonyms) if row else ()))
        names = (name for each in written if (name := _name(each)))
        every[key] = tuple(dict.fromkeys(names))
    return RowWords(every)


@lru_cache(maxsize=4096)
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
            return _Name(_noun(token), tuple(adjectives))
    return None


def _noun(token: str) -> re.Pattern[str]:
    """A pattern for a noun in all its cases, for what it is made of, and for its verb.

    `Verwaltungsmittel` is meant by `Verwaltung` too, `Umschichtung` by `umgeschichtet`.
    """
    if token.isupper():
        return re.compile(rf"\b{re.escape(token)}\b")
    stem = _stem(token.casefold())
    words = [re.escape(stem)]
    made_of = _MONEY_ENDING.fullmatch(stem)
    if made_of:
        words.append(rf"\b{made_of[1]}")
    verb = _SEPARABLE.fullmatch(stem)
    if verb:
        words += [verb[1] + verb[2], f"{verb[1]}ge{verb[2]}"]
    return re.compile("|".join(words), re.IGNORECASE)


def _stem(folded: str) -> str:
    return re.sub(r"(?:en|er|es|em|e|n|s)$", "", folded) if len(folded) > 6 else folded
