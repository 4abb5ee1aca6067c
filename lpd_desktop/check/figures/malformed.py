"""Numbers in texts that are no German numbers: wrong groups, points for commas, English signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.figures.rules import NUMBER_MALFORMED
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.stretches import Stretch
from lpd_desktop.check.prose.units import unit_behind

_TOKEN = re.compile(r"(?<![\w.,:/§+-])\d+(?:[.,]\d+)+(?![\w/:]|[.,]\d|-\d)")
_BEHEADED = re.compile(r"(?<=\s)[.,]\d+(?:\.\d{3})*(?![\w/:])")
_GERMAN = re.compile(r"(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d+)?")
_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])(?:\.(?:\d{2}|\d{4}))?")
_GROUPS = re.compile(r"[1-9]\d{0,2}(?:\.\d{1,4})+(?:,\d{1,2})?")
_MONTH_OF_YEAR = re.compile(r"\d{1,2}\.(?:19|20)\d\d")
_DATE_WITH_NOTE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d\.\d+")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+")
_NO_NUMBER_BEFORE = re.compile(
    r"(?:\b(?:Nr|Az|Tel|Fax|Ziff|Abs|Kap|Vers|Rn|Abb|Tab|Punkt|Version|Kapitel|Abschnitt|Ziffer|Telefon|DIN|"
    r"ISO|PLZ|IBAN|Aktenzeichen|Anlage|Tabelle|Abbildung|Release|\w*[Tt]itels?|"
    r"am|vom|bis|zum|ab|Stand:?|um)\.?|§)\s*$"
)
_PEOPLE = re.compile(
    r"\s(?:[a-zäöüß]+\s)?(?:e[Ll]b\b|ELB\b|BG\b|Bedarfsgemeinschaften|Leistungsb\w+|Personen\b|"
    r"Kund\w+|Fällen?\b|LZB\b)"
)


def malformed_numbers(context: Context) -> Iterator[Finding]:
    """Numbers that nobody can read for sure."""
    for stretch in context.stretches:
        for match in _BEHEADED.finditer(stretch.text):
            yield _finding(context, stretch, match[0], "davor fehlen Ziffern")
        for match in _TOKEN.finditer(stretch.text):
            fault = _fault(stretch.text, match)
            if fault:
                yield _finding(context, stretch, match[0], fault)


def _finding(context: Context, stretch: Stretch, number: str, fault: str) -> Finding:
    return context.finding(
        NUMBER_MALFORMED,
        stretch.where,
        f"„{number}“ ist keine eindeutige Zahl: {fault}.",
        "Bitte schreiben Sie sie wie 1.234.567 oder 2,4.",
        number,
    )


def _fault(text: str, match: re.Match[str]) -> str:
    number = match[0]
    unit = unit_behind(text, match.end())
    if _GERMAN.fullmatch(number):
        is_money = unit is not None and unit.kind == "money" and unit.factor == 1
        return _wrong_decimals(text, match, is_money=is_money)
    if _ENGLISH.fullmatch(number):
        return "Kommas trennen Tausender"
    before = text[max(0, match.start() - 16) : match.start()]
    if unit is not None:
        return "" if _is_date(number, before) else _group_fault(number)
    is_other = _MONTH_OF_YEAR.fullmatch(number) or _DATE_WITH_NOTE.fullmatch(number)
    if is_other or _NO_NUMBER_BEFORE.search(before):
        return ""
    is_of_people = _PEOPLE.match(text, match.end()) is not None
    return _group_fault(number) if is_of_people or _is_long(number) else ""


def _is_long(number: str) -> bool:
    """Whether a number without a unit can hardly be a date or a numbering."""
    if _DATE.fullmatch(number) or not _GROUPS.fullmatch(number):
        return False
    digits = sum(sign.isdigit() for sign in number)
    has_group = re.search(r"\.\d{3}(?!\d)", number) is not None
    return (digits >= 6 and has_group) or re.search(r"\.\d{4}(?!\d)", number) is not None


def _wrong_decimals(text: str, match: re.Match[str], *, is_money: bool) -> str:
    """`3,000 €` may be three thousand, and `1.234.567,000 €` has no cents."""
    whole, _comma, decimals = match[0].partition(",")
    if is_money and len(decimals) > 2 and whole.strip("0"):
        return "nach dem Komma stehen mehr als zwei Ziffern"
    may_be_thousands = re.fullmatch(r"[1-9]\d{0,2},\d{3}", match[0])
    if may_be_thousands and _PEOPLE.match(text, match.end()):
        return "nach dem Komma stehen drei Ziffern"
    return ""


def _is_date(number: str, before: str) -> bool:
    return _DATE.fullmatch(number) is not None and bool(_NO_NUMBER_BEFORE.search(before))


def _group_fault(number: str) -> str:
    if re.fullmatch(r"\d+\.\d{1,2}", number):
        return "vor den Nachkommastellen steht ein Punkt statt eines Kommas"
    whole = number.partition(",")[0]
    wrong = next((group for group in whole.split(".")[1:] if len(group) != 3), "")
    return f"die Gruppe „{wrong}“ hat nicht drei Ziffern" if wrong else "die Gruppen stimmen nicht"
