"""Sums in sentences: a whole and the parts it is said to consist of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from lpd_desktop.check.context import Context
from lpd_desktop.check.figures.numbers import german, sum_meets, sum_of
from lpd_desktop.check.figures.rules import FIGURE_SUM
from lpd_desktop.check.figures.sum_words import (
    Strength,
    announcements,
    announces_whole,
    is_partial,
    parts_end,
    without_brackets,
)
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.directions import is_difference
from lpd_desktop.check.prose.figures import Figure, figures_in
from lpd_desktop.check.prose.slips import significant_digits, slip_between
from lpd_desktop.check.prose.stretches import Sentence
from lpd_desktop.plan.addresses import Address

_SPANS_OF_TIME = re.compile(
    r"(?:Jahr|Monat|Woche|Tag|Stunde|Minute|Uhr|Quartal|Halbjahr|Lebensjahr|Prozent|Mal\b)",
    re.IGNORECASE,
)
_PER = re.compile(r"\s?/|\s(?:je|pro)\b")
_OF_CHANGE = re.compile(
    r"\b(?:Anstieg\w*|Rückgang\w*|Zuwachs\w*|Steigerung|Erhöhung|Senkung|Kürzung|Mehr\w+|Differenz|"
    r"Abnahme|Zunahme|Saldo|Veränderung)\b"
)
_TOTALS = re.compile(r"\b(?:insgesamt|zusammen|Summe)\b")
_CONTAINERS = re.compile(r"\b(?:auf|in)\s*$")
_GOES_ON = re.compile(r"(?:Der Rest|Die übrigen|Die restlichen|Die verbleibenden|Weitere)\b")
_DETERMINED = re.compile(
    r"\b(?:den|die|der|dem|des|das|in|auf|aus|an|am|bei|mit|nach|vor|aller?|allen|unter|über|ab|alle|"
    r"diese[nrm]?|beiden|weiteren|ersten|letzten|nächsten)\s$"
)
_ONE_SIDED = re.compile(r"\b(?:Frauen|weiblich\w*|Teilzeit|befristet\w*|Alleinerziehend\w*)\b")
_OTHER_SIDE = re.compile(r"\b(?:Männer\w*|männlich\w*|Vollzeit|unbefristet\w*)\b")
_VON = re.compile(r"Von\s(?:(?:den|diesen|allen|insgesamt)\s)*")
_PLACES = re.compile(r"(?:[Pp]lätzen?|[Ss]tellen|[Rr]äumen?|[Bb]üros|[Ww]ohnungen)$")
_ONE = re.compile(r"\bein(?:e[nrsm]?|s)?\b")
_PARTS_AT_MOST = 8
_THREE_DIGITS = 100
_DIGITS_OF_NO_CHANCE = 4


@dataclass(frozen=True)
class Sum:
    """A whole and its parts, perhaps the items of a list; `where` is the place of the whole."""

    where: Address
    whole: Figure
    parts: tuple[Figure, ...]
    strength: Strength
    is_listed: bool = False

    @property
    def closes(self) -> bool:
        """Whether the parts may add up; in sentences other counts may stand among them."""
        if sum_meets(self.whole, self.parts):
            return True
        may_stray = self.whole.kind == "count" and not self.is_listed
        sizes = range(2, len(self.parts)) if may_stray and len(self.parts) <= _PARTS_AT_MOST else ()
        return any(
            sum_meets(self.whole, some) for size in sizes for some in combinations(self.parts, size)
        )

    @property
    def overflows(self) -> bool:
        """Whether parts that cannot overlap, as posts and money, are more than their whole."""
        is_of_things = _PLACES.search(self.whole.noun) is not None and not self.whole.scaled
        cannot_overlap = (
            self.whole.kind in ("posts", "money") or is_of_things or _are_both_sexes(self.parts)
        )
        return cannot_overlap and sum_of(self.parts) > self.whole.value

    @property
    def looks_like_a_slip(self) -> bool:
        """Whether one digit of whole or part would close the sum, and it nearly closes."""
        total, whole = sum_of(self.parts), self.whole.value
        is_near = abs(total - whole) <= (whole / 4 if total > whole else whole / 8)
        meant = [(self.whole, total)]
        meant += [(part, part.value + whole - total) for part in self.parts]
        return any(_is_slip(figure, value, is_near=is_near) for figure, value in meant if value > 0)


def _is_slip(figure: Figure, meant: Decimal, *, is_near: bool) -> bool:
    """Two digits are swapped, one of many is wrong, or one of three and all nearly closes."""
    typed, right = int(figure.value / figure.step), round(meant / figure.step)
    slip = slip_between(typed, right)
    if slip == "swap" or slip is None:
        return slip is not None
    if min(significant_digits(typed), significant_digits(right)) >= _DIGITS_OF_NO_CHANCE:
        return slip in ("digit", "missing", "extra")
    return slip == "digit" and is_near and typed >= _THREE_DIGITS


def sums_in_sentences(context: Context) -> Iterator[Finding]:
    """Wholes whose parts do not add up."""
    for stretch in context.stretches:
        if stretch.kind in ("heading", "cell"):
            continue
        sentences = stretch.sentences
        for place, sentence in enumerate(sentences):
            following = sentences[place + 1].text if place + 1 < len(sentences) else ""
            if len(figures_in(sentence.text)) < 2 or _GOES_ON.match(following):
                continue
            previous = sentences[place - 1] if place else None
            for found in (
                *_announced(sentence, previous), *_concluded(sentence), *_both_sexes_of(sentence)
            ):  # fmt: skip
                if is_wrong(found):
                    yield sum_finding(context, found)


def is_wrong(found: Sum) -> bool:
    """Whether a sum surely does not close: a promise of all parts, or what looks like a slip."""
    if found.closes:
        return False
    return found.strength == "all" or found.overflows or found.looks_like_a_slip


def sum_finding(context: Context, found: Sum) -> Finding:
    """The finding at the whole."""
    kind = found.whole.kind
    reckoned = " + ".join(german(part.value, kind) for part in found.parts)
    return context.finding(
        FIGURE_SUM,
        found.where,
        f"Die Teile ergeben {german(sum_of(found.parts), kind)} ({reckoned}), genannt sind aber "
        f"{found.whole.quote}.",
        "Bitte prüfen Sie die Summe und ihre Teile.",
        found.whole.quote,
    )


def _announced(sentence: Sentence, previous: Sentence | None) -> Iterator[Sum]:
    """`X setzt sich zusammen aus A und B`, `X. Davon entfallen A auf … und B auf …`."""
    text = sentence.text
    plain = without_brackets(text)
    for strength, start, begin in announcements(plain):
        end = parts_end(plain, begin)
        parts = parts_between(text, begin, end)
        if not _are_both_sexes(parts) and (
            is_partial(plain[start:end]) or (strength == "some" and _is_one_sided(text))
        ):
            continue
        if parts and _are_containers(text[:begin], parts[0]):
            continue
        whole = _whole_before(text[:start], parts) if parts else None
        if parts and whole is None and previous is not None:
            whole = _whole_before(previous.text, parts)
        if _OF_CHANGE.search(text[:begin]) or _has_negative(text, begin, end):
            continue
        if whole is not None and not _has_single_parts(text[begin:end], whole, parts):
            yield Sum(sentence.where, whole, parts, strength)


def _both_sexes_of(sentence: Sentence) -> Iterator[Sum]:
    """`Von den 4.520 Personen sind 2.310 Männer und 2.210 Frauen`."""
    match = _VON.match(sentence.text)
    figures = [each for each in figures_in(sentence.text) if each.kind == "count"]
    if match is None or len(figures) != 3 or figures[0].start != match.end():
        return
    if _are_both_sexes(figures[1:]) and all(each.is_bounded for each in figures):
        yield Sum(sentence.where, figures[0], tuple(figures[1:]), "some")


def _are_both_sexes(parts: Sequence[Figure]) -> bool:
    """`4.310 Frauen und 4.210 Männer`: nobody is in both parts."""
    nouns = " ".join(part.noun for part in parts)
    return len(parts) == 2 and bool(_ONE_SIDED.search(nouns) and _OTHER_SIDE.search(nouns))


def _has_negative(text: str, begin: int, end: int) -> bool:
    return any(figure.sign < 0 for figure in figures_in(text) if begin <= figure.start < end)


def _are_containers(before: str, first: Figure) -> bool:
    """`34 Räume, verteilt auf fünf Gebäude`: the parts are no part of the whole."""
    is_next = first.start - len(before) <= 1
    return (
        first.kind == "count" and bool(first.noun) and is_next and bool(_CONTAINERS.search(before))
    )


def _has_single_parts(zone: str, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether `eine` and `einen`, which are no figures, stand for what is missing."""
    missing = whole.value - sum_of(parts)
    return whole.kind == "count" and 0 < missing <= len(_ONE.findall(zone))


def _is_one_sided(text: str) -> bool:
    return bool(_ONE_SIDED.search(text)) and not _OTHER_SIDE.search(text)


def parts_between(text: str, start: int, end: int) -> tuple[Figure, ...]:
    """The parts in a piece of text: figures of one kind, those in brackets only if all are."""
    inside = [
        figure
        for figure in figures_in(text)
        if start <= figure.start and figure.end <= end and _may_be_part(text, figure, start)
    ]
    for kind in ("money", "posts", "percent", "count"):
        of_kind = [figure for figure in inside if figure.kind == kind]
        outside = [figure for figure in of_kind if not _is_in_brackets(text, figure)]
        parts = outside or of_kind
        if len(parts) > 1:
            return tuple(parts) if all(part.is_bounded for part in parts) else ()
    return ()


def _may_be_part(text: str, figure: Figure, start: int) -> bool:
    if figure.sign or is_difference(text, *figure.span) or _SPANS_OF_TIME.match(figure.noun):
        return False
    if _PER.match(text, figure.end):
        return False
    return figure.start - start <= 3 or not (
        figure.spelled and _DETERMINED.search(text[: figure.start])
    )


def _is_in_brackets(text: str, figure: Figure) -> bool:
    before = text[: figure.start]
    return before.rfind("(") > before.rfind(")")


def _whole_before(text: str, parts: Sequence[Figure]) -> Figure | None:
    """The last figure of the same kind that is neither a difference nor smaller than a part."""
    largest = max(part.value for part in parts)
    candidates = [
        figure
        for figure in figures_in(text)
        if (figure.kind == parts[0].kind or _is_without_unit(figure, parts))
        and figure.is_bounded
        and not figure.sign
        and not _is_in_brackets(text, figure)
        and not _SPANS_OF_TIME.match(figure.noun)
        and not is_difference(text, *figure.span)
        and (figure.value >= largest or figure.kind in ("money", "posts"))
    ]
    return candidates[-1] if candidates else None


def _is_without_unit(whole: Figure, parts: Sequence[Figure]) -> bool:
    """`42 Vollzeitäquivalente, davon 26 in … und 18 in …`: the parts leave the unit out."""
    return whole.kind == "posts" and all(part.kind == "count" and not part.noun for part in parts)


def _concluded(sentence: Sentence) -> Iterator[Sum]:
    """`A für … und B für …, zusammen C`."""
    text = sentence.text
    figures = [
        figure
        for figure in figures_in(text)
        if figure.is_bounded
        and _may_be_part(text, figure, -9)
        and not _is_in_brackets(text, figure)
    ]
    for place, whole in enumerate(figures):
        start = figures[place - 1].end if place else 0
        if place < 2 or not announces_whole(text[start : whole.start]):
            continue
        parts = [figure for figure in figures[:place] if figure.kind == whole.kind]
        zone = text[parts[0].start : whole.start] if parts else ""
        has_larger = any(part.value >= whole.value for part in parts)
        strength = "some" if has_larger else _strength_of(zone)
        is_partly = is_partial(text[: whole.start])
        if len(parts) > 1 and not is_partly and _is_one_row(text, parts):
            yield Sum(sentence.where, whole, tuple(parts), strength)


def _is_one_row(text: str, parts: Sequence[Figure]) -> bool:
    """Whether no comparison and no part of a part stands among the parts."""
    zone = text[parts[0].start : parts[-1].end]
    return parts_end(zone, 0) == len(zone) and not _TOTALS.search(zone)


def _strength_of(zone: str) -> Strength:
    return "all" if re.search(r"\b(?:zusammen|ergeb\w+|ergibt|Summe)\b", zone) else "some"
