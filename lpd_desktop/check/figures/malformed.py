"""Numbers in texts that are no German numbers: wrong groups, points for commas, English signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.figures.rules import NUMBER_MALFORMED
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.units import unit_behind

_TOKEN = re.compile(r"(?<![\w.,:/§+-])\d+(?:[.,]\d+)+(?![\w/:]|[.,]\d|-\d)")
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
    r"\s?(?:[a-zäöüß]+\s)?(?:e[Ll]b|ELB|BG|Bedarfsgem|Leistungsb|Person|Kund|Fälle|LZB)"
)


def malformed_numbers(context: Context) -> Iterator[Finding]:
    """Numbers that nobody can read for sure."""
    for stretch in context.stretches:
        for match in _TOKEN.finditer(stretch.text):
            fault = _fault(stretch.text, match)
            if fault:
                yield context.finding(
                    NUMBER_MALFORMED,
                    stretch.where,
                    f"„{match[0]}“ ist keine eindeutige Zahl: {fault}.",
                    "Bitte schreiben Sie sie wie 1.234.567 oder 2,4.",
                    match[0],
                )


def _fault(text: str, match: re.Match[str]) -> str:
    number = match[0]
    unit = unit_behind(text, match.end())
    if _GERMAN.fullmatch(number):
        return _three_decimals(
            text, match, is_money=unit is not None and unit.kind == "money" and unit.factor == 1
        )
    if _ENGLISH.fullmatch(number):
        return "Kommas trennen Tausender"
    before = text[max(0, match.start() - 16) : match.start()]
    if unit is not None and not _is_date(number, before):
        return _group_fault(number)
    if _MONTH_OF_YEAR.fullmatch(number) or _DATE_WITH_NOTE.fullmatch(number):
        return ""
    is_long = sum(sign.isdigit() for sign in number) >= 6 and _GROUPS.fullmatch(number)
    has_group = re.search(r"\.\d{3,4}(?!\d)", number)
    if (
        is_long
        and has_group
        and not _DATE.fullmatch(number)
        and not _NO_NUMBER_BEFORE.search(before)
    ):
        return _group_fault(number)
    return ""


def _three_decimals(text: str, match: re.Match[str], *, is_money: bool) -> str:
    has_three = re.fullmatch(r"[1-9]\d{0,2},\d{3}", match[0])
    if has_three and (is_money or _PEOPLE.match(text, match.end())):
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
