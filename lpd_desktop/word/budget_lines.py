"""One line of a budget that lost its grid: the label, and the figures at its end."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lpd_desktop.word.source import SourceLine

_AMOUNT = (
    r"(?:€\s?)?[-−–+]?\s?\d[\d.]*(?:,(?:\d{1,2}|-{1,2}|–))?"
    r"(?:\s?(?:€|EUR\b|Euro\b|T€|TEUR\b|Mio\.(?:\s?€)?))?"
)
_ROW = re.compile(rf"(?P<label>.*?)(?P<amounts>(?:(?:^|\s+){_AMOUNT}){{1,2}})\s*")
_ONE = re.compile(_AMOUNT)
_BESIDE_A_FIGURE = re.compile(r"\(.*\)|€|T€|EUR|Euro|TEUR|Mio\.|Tsd\.")
_LONGEST_LABEL = 160
_WORDS_OF_FIGURES = 8
_CLEARLY_THE_ROW = 90
_COLUMNS = 2


@dataclass(frozen=True)
class BudgetLine:
    """One row as it stood: its label and what stands beside it."""

    label: str
    amounts: tuple[str, ...]


def line_with_amounts(line: SourceLine) -> BudgetLine | None:
    """Label and amounts of a line that ends with one or two amounts."""
    text = " ".join(line.text.split())
    match = _ROW.fullmatch(text)
    if line.cells or match is None or len(text) > _LONGEST_LABEL:
        return None
    amounts = [each[0].strip() for each in _ONE.finditer(match["amounts"])]
    label = match["label"].strip()
    if not all(map(is_amount, amounts)) or label.endswith((",", ";")):
        return None
    return BudgetLine(label, tuple(amounts))


def line_with_typed_figures(
    line: SourceLine, row: BudgetLine | None, score: Callable[[str], int], *, below: bool
) -> BudgetLine | None:
    """The row with figures that are no amounts (`100,000`, `1OO.OOO`) beside its label, not in it.

    Args:
        line: One line of the budget.
        row: What `line_with_amounts` made of it.
        score: How well a text fits the label of a row of the form.
        below: The label may stand in the lines above.
    """
    amounts = row.amounts if row else ()
    words = (row.label if row else line.text).split()
    room = _COLUMNS - len(amounts)
    if not room or line.cells or len(words) > _LONGEST_LABEL:
        return row
    start = _start_of_figures(words, score, below=below)
    if start == len(words):
        return row
    typed = _cells(words[start:], room)
    return BudgetLine(" ".join(words[:start]), (*typed, *amounts))


def _start_of_figures(words: list[str], score: Callable[[str], int], *, below: bool) -> int:
    """Where the label ends and figures begin; the number of words where there are none."""
    end = len(words)
    best, best_score = end, score(" ".join(words))
    for start in range(end - 1, max(-1, end - 1 - _WORDS_OF_FIGURES), -1):
        word = words[start]
        if not (_is_figure(word) or _BESIDE_A_FIGURE.fullmatch(word)):
            break
        if not _is_figure(word):
            continue
        fits = _CLEARLY_THE_ROW if below and start == 0 else score(" ".join(words[:start]))
        if fits >= _CLEARLY_THE_ROW and fits > best_score:
            best, best_score = start, fits
    return best


def _is_figure(word: str) -> bool:
    """Digits, and at most signs or the letters that are taken for digits beside them."""
    return re.fullmatch(r"[-−–+]?[\dOolI.,'’]*\d[\dOolI.,'’]*(?:€|,-+|,–)?", word) is not None


def _cells(words: list[str], room: int) -> tuple[str, ...]:
    """One cell for each figure with what stands beside it; all in one where they do not fit."""
    cells: list[str] = []
    for word in words:
        if _is_figure(word) or not cells:
            cells.append(word)
        else:
            cells[-1] += f" {word}"
    return tuple(cells) if len(cells) <= room else (" ".join(cells),)


def is_amount(text: str) -> bool:
    """A figure that looks like money: grouped, long, zero or with a currency; a year is none."""
    match = _ONE.fullmatch(text.strip())
    if match is None or re.fullmatch(r"(?:19|20)\d\d", text.strip()):
        return False
    digits = sum(sign.isdigit() for sign in text)
    return digits >= 4 or "." in text or text.strip() == "0" or not text.strip()[-1].isdigit()


def is_prose(line: SourceLine) -> bool:
    """A sentence or a heading: no part of a row's label."""
    text = line.text.strip()
    return len(text) > _LONGEST_LABEL or text.endswith(".") or bool(line.heading)
