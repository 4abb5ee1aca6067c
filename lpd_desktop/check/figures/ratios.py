"""Cases for one post: ratio = cases / posts, in sentences and in tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from lpd_desktop.check.context import Context
from lpd_desktop.check.figures.caseload_words import (
    ACTIVE,
    CASES,
    PASSIVE,
    POSTS,
    RATIO,
    qualifiers,
)
from lpd_desktop.check.figures.numbers import german, meant_by
from lpd_desktop.check.figures.rules import FIGURE_RATIO
from lpd_desktop.check.figures.tables import Grid, Line, grids
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.figures import Figure, figures_in
from lpd_desktop.check.prose.stretches import Stretch
from lpd_desktop.plan.addresses import Address

_SUGGESTION = "Bitte prüfen Sie Stellen, Fälle und Schlüssel."
_SLACK = Decimal("1.005")


def ratios_in_text(context: Context) -> Iterator[Finding]:
    """Ratios that cases and posts beside them do not give."""
    previous: Stretch | None = None
    for stretch in context.stretches:
        if stretch.kind in ("heading", "cell"):
            continue
        if any(_ratios(sentence.text) for sentence in stretch.sentences):
            is_next = previous is not None and previous.where.field == stretch.where.field
            before = previous if is_next else None
            yield from _in_stretch(context, stretch, before)
        previous = stretch


def _in_stretch(context: Context, stretch: Stretch, before: Stretch | None) -> Iterator[Finding]:
    passages = [sentence.text for sentence in stretch.sentences]
    found = [wrong for text in passages for wrong in _triples(text)]
    if not found and len(passages) > 1:
        found = list(_triples(stretch.text))
    for posts, cases, ratio in found:
        yield _finding(context, stretch.where, posts, cases, ratio)
    if not found:
        yield from _same_cases(context, stretch, before)


Triple = tuple[Figure, Figure, Figure]


def _triples(text: str) -> Iterator[Triple]:
    """The wrong ones among as many posts, cases and ratios, taken in order."""
    posts, cases, ratios = _posts(text), _cases(text), _ratios(text)
    if not len(posts) == len(cases) == len(ratios):
        return
    triples = list(zip(posts, cases, ratios, strict=True))
    wrong = [triple for triple in triples if not _fits(*triple)]
    if len(triples) == 1 or len(wrong) < len(triples):
        yield from wrong


def _posts(text: str) -> list[Figure]:
    return [figure for figure in figures_in(text) if figure.kind == "posts" and figure.is_bounded]


def _ratios(text: str) -> list[Figure]:
    return [figure for figure in figures_in(text) if figure.kind == "ratio" and figure.is_bounded]


def _cases(text: str) -> list[Figure]:
    return [
        figure
        for figure in figures_in(text)
        if figure.kind == "count" and figure.is_bounded and CASES.match(figure.noun)
    ]


def _fits(posts: Figure, cases: Figure, ratio: Figure) -> bool:
    if posts.value <= 0 or posts.interval.least <= 0:
        return True
    reckoned = meant_by(cases, (cases,)) / posts.interval
    told = ratio.interval
    return told.least <= reckoned.greatest * _SLACK and reckoned.least <= told.greatest * _SLACK


def _finding(
    context: Context, where: Address, posts: Figure, cases: Figure, ratio: Figure
) -> Finding:
    right = german(round(cases.value / posts.value, 1), "ratio")
    return context.finding(
        FIGURE_RATIO,
        where,
        f"{german(cases.value)} Fälle auf {german(posts.value, 'posts')} sind {right}, "
        f"genannt ist {ratio.quote}.",
        _SUGGESTION,
        ratio.quote,
    )


def _same_cases(context: Context, stretch: Stretch, before: Stretch | None) -> Iterator[Finding]:
    """Two areas that serve the same cases: posts times ratio is the same number in both."""
    ratios = _ratios(stretch.text)
    text, posts = stretch.text, _posts(stretch.text)
    if not posts and before is not None:
        text, posts = before.text, _posts(before.text)
    if len(ratios) != 2 or len(posts) != 2 or ratios[0].noun != ratios[1].noun:
        return
    if not ratios[0].noun or not (_both_areas(text) and _both_areas(stretch.text)):
        return
    one, other = (pair[0].interval * pair[1].interval for pair in zip(posts, ratios, strict=True))
    if not one.meets(other):
        numbers = [pair[0].value * pair[1].value for pair in zip(posts, ratios, strict=True)]
        yield context.finding(
            FIGURE_RATIO,
            stretch.where,
            f"Nach Stellen und Schlüssel wären es einmal rund {german(numbers[0])} und einmal rund "
            f"{german(numbers[1])} {ratios[0].noun}.",
            _SUGGESTION,
            ratios[0].quote,
        )


def _both_areas(text: str) -> bool:
    return bool(PASSIVE.search(text) and ACTIVE.search(text))


def ratios_in_tables(context: Context) -> Iterator[Finding]:
    """Ratios in a row or column that those of cases and posts do not give."""
    for grid in grids(context):
        yield from _in_lines(context, grid, grid.rows)
        yield from _in_lines(context, grid, grid.columns)


def _in_lines(context: Context, grid: Grid, lines: Sequence[Line]) -> Iterator[Finding]:
    ratios = [line for line in lines if RATIO.search(line.label)]
    others = [line for line in lines if not RATIO.search(line.label)]
    posts = [line for line in others if POSTS.search(line.label)]
    cases = [line for line in others if CASES.search(line.label) and line not in posts]
    for line in ratios:
        for place, ratio in enumerate(line.figures):
            pairs = list(_pairs(line, posts, cases, place)) if ratio else []
            if ratio and pairs and not any(_fits(*pair, ratio) for pair in pairs):
                yield _finding(context, grid.where, *pairs[0], ratio)


def _pairs(
    ratio: Line, posts: Sequence[Line], cases: Sequence[Line], place: int
) -> Iterator[tuple[Figure, Figure]]:
    """Posts and cases at one place of lines that mean the same time, group and kind of figure."""
    for one in posts:
        for other in cases:
            of_posts, of_cases = one.figures[place], other.figures[place]
            if _mean_the_same((one.label, other.label, ratio.label)) and of_posts and of_cases:
                yield of_posts, of_cases


def _mean_the_same(labels: Sequence[str]) -> bool:
    """Whether labels agree; one that names no year goes with any, if the others name one."""
    read = [qualifiers(label) for label in labels]
    years = {each[2] for each in read if each[2]}
    return len(years) <= 1 and len({(each[0], each[1], each[3]) for each in read}) == 1
