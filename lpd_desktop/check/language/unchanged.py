"""Paragraphs that came over from the plan of the year before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.language.rules import UNCHANGED, UNCHANGED_FIGURES
from lpd_desktop.check.prose.stretches import Stretch
from lpd_desktop.form.similarity import similarity
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.rich_text import Blocks, Heading, Table, plain_text, walk_blocks, walk_runs

_MIN_WORDS = 8
_MIN_WORDS_WITH_FIGURES = 5
_ALIKE = 95
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_DAY = re.compile(r"\b\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZÄÖÜ][a-zäöü]+)(?=\s?0000)")
_FIGURE = re.compile(
    r"(?<![\d.,§])(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+|\d+(?=\s?(?:%|€|Prozent|Euro|Mio|Mrd|T€|VZÄ))"
    r"|[1-9]\d{2,})(?![\d])"
)
_HINT = "Bitte prüfen Sie, ob er noch stimmt; wenn ja, kann er so bleiben."
_WARNING = "Bitte prüfen Sie Jahr und Zahlen."


def unchanged_paragraphs(context: Context) -> Iterator[Finding]:
    """Paragraphs and items that are those of the previous plan, years and small changes aside."""
    if context.previous is None:
        return
    former = _Former(context.previous)
    for stretch in context.stretches:
        if stretch.kind not in ("paragraph", "item", "note") or _is_too_short(stretch.text):
            continue
        before = former.paragraph_like(stretch.text)
        if before:
            yield _finding(context, stretch, before)


def _is_too_short(text: str) -> bool:
    words = len(text.split())
    return words < (_MIN_WORDS_WITH_FIGURES if _FIGURE.search(text) else _MIN_WORDS)


class _Former:
    """The paragraphs of the previous plan, to be found by their words."""

    def __init__(self, plan: Plan) -> None:
        self._by_words: dict[str, str] = {}
        self._by_length: dict[int, list[tuple[str, str]]] = {}
        for text in _paragraphs(plan):
            folded = _without_years(text)
            self._by_words.setdefault(folded, text)
            self._by_length.setdefault(len(folded) // 20, []).append((folded, text))

    def paragraph_like(self, text: str) -> str:
        """The same paragraph as it stood, or one that is the same but for a few letters."""
        folded = _without_years(text)
        same = self._by_words.get(folded)
        if same is not None:
            return same
        place = len(folded) // 20
        near = (each for step in (0, -1, 1) for each in self._by_length.get(place + step, ()))
        beginning, end = folded[:6], folded[-6:]
        alike = (
            before
            for other, before in near
            if (other.startswith(beginning) or other.endswith(end))
            and similarity(folded, other) >= _ALIKE
        )
        return next(alike, "")


def _paragraphs(plan: Plan) -> Iterator[str]:
    """All paragraphs and footnotes; the previous plan may have been written for another form."""
    for blocks in _fields(plan):
        for block in walk_blocks(blocks):
            if isinstance(block, Heading | Table):
                continue
            for _block, runs in walk_runs((block,)):
                yield plain_text(runs)
                yield from (plain_text(run.note) for run in runs if run.is_footnote)


def _fields(plan: Plan) -> Iterator[Blocks]:
    for answer in plan.answers.values():
        yield answer.text
        yield answer.text_below
    yield from (text for topic in plan.topics for text in topic.answers.values())
    for potential in plan.potentials:
        yield potential.background
        yield potential.development


def _without_years(text: str) -> str:
    return _DAY.sub("0", _YEAR.sub("0000", " ".join(text.casefold().split())))


def _finding(context: Context, stretch: Stretch, before: str) -> Finding:
    quote = _beginning(stretch.text)
    years, figures = _left_over(context, stretch.text, before)
    if years:
        message = f"Der Absatz „{quote} …“ ist der des Vorjahres und nennt noch {years}."
    elif figures:
        message = f"Der Absatz „{quote} …“ ist der des Vorjahres, mit derselben Zahl {figures}."
    else:
        message = f"Der Absatz „{quote} …“ ist der des Vorjahres."
        return context.finding(UNCHANGED, stretch.where, message, _HINT, quote)
    return context.finding(UNCHANGED_FIGURES, stretch.where, message, _WARNING, years or figures)


def _left_over(context: Context, now: str, before: str) -> tuple[str, str]:
    """The year that should have moved on, and the first figure that did not change."""
    kept_years = [year for year in _YEAR.findall(now) if year in _YEAR.findall(before)]
    last = str(context.form.year - 1)
    moved = str(context.form.year) in now
    year = last if last in kept_years and not moved else ""
    former = set(_FIGURE.findall(_YEAR.sub("", before)))
    figures = [figure for figure in _FIGURE.findall(_YEAR.sub("", now)) if figure in former]
    return year, figures[0] if figures else ""


def _beginning(text: str) -> str:
    """Enough words to find a paragraph."""
    words = text.split()
    return text if len(words) <= 8 else text[: text.index(words[7]) + len(words[7])]
