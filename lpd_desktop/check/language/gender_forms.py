"""Names for people in more than one pattern: with star, with colon, in pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.language.rules import GENDER_FORMS
from lpd_desktop.plan.addresses import Address

_SIGNED = re.compile(r"[*:_/(I](?<=[a-zäöüß].)(?:(?<=I)|-?[iI])nn?\)?(?:en)?(?![\wäöüß])")
_STEM = re.compile(r"(?<!\w)[A-ZÄÖÜ][a-zäöüß-]{2,40}\Z")
_PAIR = re.compile(
    r"\b(?P<stem>[A-ZÄÖÜ][a-zäöüß]{2,40}?)innen\s(?:und|oder|bzw\.|sowie)\s(?P<male>[A-ZÄÖÜ][a-zäöüß]+)\b"
    r"|\b(?P<first>[A-ZÄÖÜ][a-zäöüß]+)\s(?:und|oder|bzw\.|sowie)\s(?P<second>[A-ZÄÖÜ][a-zäöüß]{2,40}?)innen\b"
)
_NAMES = {
    "*": "Stern",
    ":": "Doppelpunkt",
    "_": "Unterstrich",
    "/": "Schrägstrich",
    "I": "großem I",
    "(": "Klammer",
    "pair": "beiden Wörtern",
}
_REMEDY = "Bitte entscheiden Sie sich für eine Form; feste Namen von Angeboten dürfen bleiben."


@dataclass(frozen=True)
class _Form:
    """One name for people: pattern, words, place, the stem both patterns share."""

    sign: str
    words: str
    where: Address
    stem: str


def gender_forms(context: Context) -> Iterator[Finding]:
    """Two patterns in one plan; both words beside a sign only where it is the same noun."""
    if "inn" not in context.whole_text and "Inn" not in context.whole_text:
        return
    stretches = context.stretches
    signed = [form for each in stretches for form in _signed(each.where, each.text)]
    stems = {form.stem for form in signed}
    pairs = [
        form
        for each in stretches
        for form in _pairs(each.where, each.text)
        if any(form.stem.startswith(stem) or stem.startswith(form.stem) for stem in stems)
    ]
    forms = signed + pairs
    if len({form.sign for form in forms}) > 1:
        yield _finding(context, forms)


def _signed(where: Address, text: str) -> Iterator[_Form]:
    for match in _SIGNED.finditer(text):
        stem = _STEM.search(text, max(0, match.start() - 42), match.start())
        if stem:
            sign = match[0][0]
            yield _Form(sign, stem[0] + match[0], where, _stem(stem[0]))


def _pairs(where: Address, text: str) -> Iterator[_Form]:
    if "innen" not in text:
        return
    for match in _PAIR.finditer(text):
        stem, other = (
            (match["stem"], match["male"]) if match["stem"] else (match["second"], match["first"])
        )
        if other.startswith(stem[:-1]):
            yield _Form("pair", match[0], where, _stem(stem))


def _stem(word: str) -> str:
    return word.casefold().rstrip("-")


def _finding(context: Context, forms: Sequence[_Form]) -> Finding:
    counts = {sign: sum(form.sign == sign for form in forms) for sign in _NAMES}
    usual = max(counts, key=lambda sign: counts[sign])
    order = {str(stretch.where): place for place, stretch in enumerate(context.stretches)}
    others = [form for form in forms if form.sign != usual]
    first = min(others, key=lambda form: order[str(form.where)])
    listed = ", ".join(f"mit {_NAMES[sign]} {count}-mal" for sign, count in counts.items() if count)
    message = f"„{first.words}“ folgt einem anderen Muster als die meisten: {listed}."
    return context.finding(GENDER_FORMS, first.where, message, _REMEDY, first.words)
