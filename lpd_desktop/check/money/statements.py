"""What the text says of the federal money: an amount beside the name of its title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lpd_desktop.check.context import Context
from lpd_desktop.check.money.federal import Title, federal_budget
from lpd_desktop.check.prose.directions import is_difference, speaks_of_change
from lpd_desktop.check.prose.figures import Figure, figures_in
from lpd_desktop.check.prose.stretches import Sentence
from lpd_desktop.form.model import BudgetItem

_YEAR = re.compile(r"(?<![\d.])(20\d\d)(?![\d.]\d)")
_COMPARED = re.compile(
    r"\b(?:weniger|mehr|niedriger|geringer|höher)\s+als\b|[,(]\s?(?:nach|statt|gegenüber)\s|"
    r"\b(?:im Vergleich zu[mr]?|verglichen mit|gegenüber)\b"
)
_REACH = 70
_BEHIND = re.compile(
    r"(?:,-)?\s*(?:entfallen\s+)?(?:für|an|im|auf)\s+(?:(?:den|die|das|dem|der)\s+)?$"
)
_DENIED_BEFORE = re.compile(r"\b(?:[Kk]ein\w*|[Oo]hne|[Aa]uf|[Vv]on)\s(?:[a-zäöüß]+\s){0,3}$")
_DENIED_BEHIND = re.compile(
    r"\w*[^,;.]{0,70}\b(?:nicht|verzicht\w*|entfällt|entfallen|abgesehen)\b"
)


@dataclass(frozen=True)
class Statement:
    """An amount that a sentence gives for a title; `year` is None where it names none."""

    title: Title
    year: int | None
    figure: Figure
    sentence: Sentence


def statements(context: Context, item: BudgetItem) -> Iterator[Statement]:
    """The amounts of the titles in the text of a budget."""
    for sentence in budget_sentences(context, item):
        for figure in money_in(sentence.text):
            title = _title_of(sentence.text, figure)
            if title:
                yield Statement(title, year_near(sentence.text, figure), figure, sentence)


def budget_sentences(context: Context, item: BudgetItem) -> Iterator[Sentence]:
    """The sentences of the text of a budget."""
    for stretch in context.stretches:
        if stretch.where.item == item.key:
            yield from stretch.sentences


def money_in(text: str) -> list[Figure]:
    """The sums of money in a sentence."""
    return [figure for figure in figures_in(text) if figure.kind == "money"]


def year_near(text: str, figure: Figure) -> int | None:
    """The only year of a sentence, or the one beside the figure; none of what it is compared with.

    `8,4 Mio. €, nach 9,1 Mio. € im Jahr 2022` says nothing of the year of the first.
    """
    years = [
        (match.start(), int(match[1]))
        for match in _YEAR.finditer(text)
        if not _is_of_another(text, figure, match.start())
    ]
    if len({year for _place, year in years}) == 1:
        return years[0][1]
    near = [
        year
        for place, year in years
        if figure.start - 30 <= place <= figure.start or figure.end <= place <= figure.end + 20
    ]
    return near[0] if len(set(near)) == 1 else None


def _is_of_another(text: str, figure: Figure, year: int) -> bool:
    """Whether a comparison and another amount lead from a figure to a year behind it."""
    has_other = any(other.start > figure.end for other in money_in(text))
    return has_other and _COMPARED.search(text[figure.end : max(figure.end, year)]) is not None


def _title_of(text: str, figure: Figure) -> Title | None:
    if is_difference(text, *figure.span):
        return None
    before, behind = _surroundings(text, figure)
    for title in federal_budget().titles:
        word = _words(title).search(behind)
        if word and _BEHIND.match(behind[: word.start()]) and not _means_other(title, behind):
            return title
    found = [(match.end(), title) for title in federal_budget().titles
             for match in _words(title).finditer(before)]  # fmt: skip
    if not found:
        return None
    place, title = max(found, key=lambda pair: pair[0])
    is_clear = not speaks_of_change(before[place:]) and not speaks_of_transfer(before)
    return title if is_clear and not _means_other(title, before[max(0, place - 60) :]) else None


def _surroundings(text: str, figure: Figure) -> tuple[str, str]:
    others = [other for other in money_in(text) if other != figure]
    start = max((other.end for other in others if other.end <= figure.start), default=0)
    end = min((other.start for other in others if other.start >= figure.end), default=len(text))
    return text[max(start, figure.start - _REACH) : figure.start], text[figure.end : end]


@cache
def _words(title: Title) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, title.words))})\w*")


@cache
def _others(title: Title) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, title.words_of_others)), re.IGNORECASE)


def _means_other(title: Title, words: str) -> bool:
    return bool(title.words_of_others) and bool(_others(title).search(words))


@cache
def _transfer_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    transfer = federal_budget().transfer
    one, other = (
        re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE)
        for words in (transfer.words, transfer.phrases)
    )
    return one, other


def speaks_of_transfer(text: str) -> bool:
    """Whether words speak of money that moves between the titles."""
    words, phrases = _transfer_words()
    return bool(words.search(text) or phrases.search(text))


def speaks_of_money(context: Context, item: BudgetItem) -> bool:
    """Whether the text names a sum, a title or a transfer at all."""
    return any(
        money_in(sentence.text)
        or speaks_of_transfer(sentence.text)
        or any(_words(title).search(sentence.text) for title in federal_budget().titles)
        for sentence in budget_sentences(context, item)
    )


def transfers_named(context: Context, item: BudgetItem, year: int) -> bool:
    """Whether the text gives the amount of a transfer for the year, or says there is none."""
    return any(_names_transfer(sentence.text, year) for sentence in budget_sentences(context, item))


def _names_transfer(text: str, year: int) -> bool:
    words, phrases = _transfer_words()
    word = words.search(text)
    if word and _is_denied(text, word):
        return True
    amounts = [
        each
        for each in money_in(text)
        if year_near(text, each) in (None, year) and not is_difference(text, *each.span)
    ]
    if phrases.search(text) and amounts:
        return True
    return word is not None and any(_is_beside(text, word, amount) for amount in amounts)


def _is_denied(text: str, word: re.Match[str]) -> bool:
    """`keine Umschichtung`, `Eine Umschichtung ist nicht geplant`, `auf eine … verzichtet`."""
    before = _DENIED_BEFORE.search(text[: word.start()])
    behind = _DENIED_BEHIND.match(text, word.end())
    if before and before[0][:2].casefold() in ("au", "vo"):
        return behind is not None
    return before is not None or behind is not None


def _is_beside(text: str, word: re.Match[str], amount: Figure) -> bool:
    between = text[word.end() : amount.start] or text[amount.end : word.start()]
    return len(between) <= 2 * _REACH
