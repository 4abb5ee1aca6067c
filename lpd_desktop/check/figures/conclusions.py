"""Figures that a text itself calls a result of those before: `Das entspricht …`, `also um …`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from lpd_desktop.check.context import Context
from lpd_desktop.check.figures.changes import Wrong, changes
from lpd_desktop.check.figures.how_much import HEDGES, is_span_of_time, says_how_much
from lpd_desktop.check.figures.numbers import german
from lpd_desktop.check.figures.points import differences_of_rates
from lpd_desktop.check.figures.results import results
from lpd_desktop.check.figures.rules import FIGURE_CHANGE, FIGURE_POINTS, FIGURE_SHARE
from lpd_desktop.check.figures.shares import shares
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.dates import dates_in
from lpd_desktop.check.prose.directions import is_difference
from lpd_desktop.check.prose.figures import Figure, figures_in
from lpd_desktop.check.prose.intervals import Interval, exactly
from lpd_desktop.check.prose.stretches import Sentence, Stretch
from lpd_desktop.check.prose.units import FigureKind

_CONCLUDES = re.compile(
    r"\b(?:[Dd]as|[Dd]ies)\s(?:ist|sind|war|waren|entspr\w+|bedeute\w+|ergib\w+|mach\w+)\b|"
    r"\b(?:ist|sind|entspricht|bedeutet)\s(?:das|dies)\b|\bentspr(?:icht|echen)\b|"
    r"\b(?:[Aa]lso|[Mm]ithin|[Ss]omit|[Dd]emnach|[Dd]amit)\b"
)
_DISTANCE = re.compile(
    r"\b(?:[Dd]er|[Dd]ieser|[Dd]ie|[Dd]iese)\s(?:Abstand|Unterschied|Differenz|Lücke)\s"
    rf"(?:von|beträgt|betrug|liegt bei|lag bei)\s(?:damit\s|somit\s)?{HEDGES}$"
)
_OTHER_BASE = re.compile(
    r"\b(?:[Gg]egenüber|[Vv]ergleich\w*|[Vv]orjahr\w*|als|bundesweit\w*|landesweit\w*|"
    r"Durchschnitt\w*|Ziel\w*)\b"
)
_EARLIER = re.compile(
    r"\b(?:[Vv]orjahr\w*|zuvor|[Vv]ergleichs\w+|damals|bisher|bislang)\b|\((?:im Jahr )?20\d\d:"
)
_FROM_TO = re.compile(r"\b[Vv]on\s[^.;]{0,40}\d[^.;]{0,60}\bauf\s[^.;]{0,30}\d")
_MORE_THAN = re.compile(r"\s(?:weniger|mehr|niedriger|höher|geringer)\sals\b")
_MORE_THAN_FIGURE = re.compile(_MORE_THAN.pattern + rf"[^.;()\d]*(?:20\d\d)?\s?\(?{HEDGES}")
_SHARE = re.compile(
    r"(?:\b(?:[Dd]as|[Dd]ies)\s(?:sind|ist|waren|entspricht(?:\s(?:einem|einer))?)|"
    r"\b(?:sind|entspricht)\s(?:das|dies)|\b(?:also|mithin|somit))\s"
    rf"(?:(?:ein(?:em|er|e)?\s)?(?:Anteil|Quote)\s(?:von\s)?)?{HEDGES}$"
)
_OF_WHOLE = re.compile(r"\s(?:aller|der|des|von)\s")
_OF_THEM = re.compile(r"\b(?:[Vv]on\s(?:ihnen|diesen|den)|[Dd]avon|[Dd]arunter)\b")
_HUNDRED = exactly(100)
_PLACE_OF_NUMBER = 20
_SENTENCES_BEFORE = 2
_NEAR = 60
_COUNTED: tuple[FigureKind, ...] = ("money", "posts", "count")
_KINDS: dict[FigureKind, tuple[FigureKind, ...]] = {
    "points": ("percent",),
    "money": ("money",),
    "percent": _COUNTED,
}
_TOLERANCE = Decimal("0.005")


def figures_that_follow(context: Context) -> Iterator[Finding]:
    """Changes, differences and shares that do not follow from the figures beside or before them."""
    seen: set[tuple[str, str]] = set()
    for rule in (changes, results, differences_of_rates, shares):
        for finding in rule(context):
            seen.add((finding.where, finding.quote))
            yield finding
    for finding in conclusions(context):
        if (finding.where, finding.quote) not in seen:
            yield finding


def conclusions(context: Context) -> Iterator[Finding]:
    """Results that no two of the figures before them give."""
    for stretch in context.stretches:
        if stretch.kind not in ("paragraph", "item", "note") or len(figures_in(stretch.text)) < 3:
            continue
        for place, sentence in enumerate(stretch.sentences):
            for told in figures_in(sentence.text):
                if told.is_bounded and not is_span_of_time(told):
                    yield from _judged(context, stretch, place, told)


def _judged(context: Context, stretch: Stretch, place: int, told: Figure) -> Iterator[Finding]:
    sentence = stretch.sentences[place]
    before = sentence.text[: told.start]
    if told.kind == "percent" and _SHARE.search(before):
        yield from _share(context, stretch, place, told)
    elif told.kind == "points" and _DISTANCE.search(before):
        yield from _result(context, stretch, place, told)
    elif told.kind == "percent" and _MORE_THAN.match(sentence.text, told.end):
        yield from _more_than(context, sentence, told)
    elif _is_a_told_change(sentence.text, told) and _CONCLUDES.search(before):
        behind = sentence.text[told.end :]
        if not _OTHER_BASE.search(behind) and _has_two_times(stretch, place, told):
            yield from _result(context, stretch, place, told)


def _is_a_told_change(text: str, told: Figure) -> bool:
    return told.kind in ("percent", "points", "money") and (
        is_difference(text, *told.span) or says_how_much(text, told)
    )


def _has_two_times(stretch: Stretch, place: int, told: Figure) -> bool:
    """Whether the words before name two times: those of the two figures that are compared."""
    words, end = _passage(stretch, place, told)
    words = words[:end]
    years = {mention.year for mention in dates_in(words)}
    is_told = _EARLIER.search(words) or _FROM_TO.search(words)
    return len(years) > 1 or (bool(years) and is_told is not None)


def _passage(stretch: Stretch, place: int, told: Figure) -> tuple[str, int]:
    """A sentence, with those before it that it needs for two figures; where the result stands."""
    first, words = place, stretch.sentences[place].text
    start = told.start
    while first > max(0, place - _SENTENCES_BEFORE) and len(_operands(words, start, told)) < 2:
        first -= 1
        earlier = stretch.sentences[first].text
        words, start = f"{earlier} {words}", start + len(earlier) + 1
    return words, start


def _operands(words: str, end: int, told: Figure) -> list[Figure]:
    """The figures before a result that are no results themselves and may lead to it."""
    kinds = _KINDS[told.kind]
    return [
        each
        for each in figures_in(words)
        if each.end <= end
        and each.kind in kinds
        and not each.spelled
        and not each.sign
        and not is_difference(words, *each.span)
        and not is_span_of_time(each)
    ]


def _candidates(stretch: Stretch, place: int, told: Figure) -> list[Figure]:
    return _operands(*_passage(stretch, place, told), told)


def _result(context: Context, stretch: Stretch, place: int, told: Figure) -> Iterator[Finding]:
    """A change between the only two figures of a kind that stand before it."""
    pair = _candidates(stretch, place, told)
    sentence = stretch.sentences[place]
    if len(pair) != 2 or pair[0].kind != pair[1].kind:
        return
    if told.kind == "percent":
        yield from _percent(context, sentence, told, pair)
    elif not _fits(told, _difference(*pair)):
        rule = FIGURE_POINTS if told.kind == "points" else FIGURE_CHANGE
        right = german(abs(pair[0].value - pair[1].value), told.kind)
        yield _finding(context, rule, sentence, (told, right), pair)


def _more_than(context: Context, sentence: Sentence, told: Figure) -> Iterator[Finding]:
    """`8.400 Fälle, 5 % weniger als im Vorjahr (8.842)`."""
    text = sentence.text
    before = [each for each in figures_in(text) if told.start - _NEAR <= each.end <= told.start]
    behind = [each for each in figures_in(text) if each.start >= told.end]
    if not before or not behind or before[-1].kind != behind[0].kind or before[-1].sign:
        return
    if _MORE_THAN_FIGURE.fullmatch(text[told.end : behind[0].start]):
        yield from _percent(context, sentence, told, [before[-1], behind[0]])


def _percent(
    context: Context, sentence: Sentence, told: Figure, pair: Sequence[Figure]
) -> Iterator[Finding]:
    if pair[0].kind in ("percent", "points", "ratio") or min(e.interval.least for e in pair) <= 0:
        return
    ways = [(one.interval - two.interval) * _HUNDRED / two.interval
            for one, two in permutations(pair)]  # fmt: skip
    if any(_fits(told, way) for way in ways):
        return
    smaller, larger = sorted(each.value for each in pair)
    right = german(round((larger - smaller) * 100 / smaller, 1), "percent")
    less = german(round((larger - smaller) * 100 / larger, 1), "percent")
    yield _finding(context, FIGURE_CHANGE, sentence, (told, f"+{right} oder −{less}"), pair)


def _difference(one: Figure, other: Figure) -> Interval:
    return one.interval - other.interval


def _fits(told: Figure, reckoned: Interval) -> bool:
    is_plain = told.kind in ("points", "money")
    slack = Decimal(0) if is_plain else max(told.step / 2, told.value * _TOLERANCE)
    interval = told.interval.widened(slack)
    return interval.meets(reckoned) or interval.meets(exactly(0) - reckoned)


def _share(context: Context, stretch: Stretch, place: int, told: Figure) -> Iterator[Finding]:
    """`288 von ihnen, das sind 45 %`, `Das sind 68 Prozent der 7.050 …`."""
    sentence = stretch.sentences[place]
    if is_difference(sentence.text, *told.span):
        return
    parts = [each for each in _candidates(stretch, place, told) if each.kind in ("count", "posts")]
    wholes = _wholes(sentence.text, told)
    if _OF_WHOLE.match(sentence.text, told.end):
        pairs = [(part, whole) for whole in wholes for part in parts if part.value < whole.value]
    elif _OF_THEM.search(sentence.text[: told.start]):
        pairs = [(one, two) for one, two in permutations(parts, 2) if one.value < two.value]
    else:
        return
    if pairs and not any(_fits(told, _quotient(*pair)) for pair in pairs):
        part, whole = min(
            pairs, key=lambda pair: abs(pair[0].value * 100 / pair[1].value - told.value)
        )
        right = german(round(part.value * 100 / whole.value, 1), "percent")
        yield _finding(context, FIGURE_SHARE, sentence, (told, right), [part, whole])


def _wholes(text: str, told: Figure) -> list[Figure]:
    """The number right behind `68 Prozent der`."""
    return [
        each
        for each in figures_in(text)
        if told.end < each.start <= told.end + _PLACE_OF_NUMBER
        and each.kind in ("count", "posts")
        and not each.spelled
    ]


def _quotient(part: Figure, whole: Figure) -> Interval:
    return part.interval * _HUNDRED / whole.interval


def _finding(
    context: Context, rule: str, sentence: Sentence, wrong: Wrong, pair: Sequence[Figure]
) -> Finding:
    told, right = wrong
    one, other = pair
    return context.finding(
        rule,
        sentence.where,
        f"Aus {one.quote} und {other.quote} ergibt sich {right}, genannt sind {told.quote}.",
        "Bitte prüfen Sie alle drei Zahlen.",
        told.quote,
    )
