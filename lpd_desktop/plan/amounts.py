"""German amounts of money: one strict grammar, integer cents, no guesses.

Accepted: `29.521.177`, `450000`, `616.126,00 €`, `15.774.877,- Euro`, `€ 80`, `−1.000`, and with
a named unit `1,5 Mio. €` and `29.521 T€`. Digits in groups of three or in none.
"""

from __future__ import annotations

import re
from typing import Literal

from lpd_desktop.runtime.errors import NotAllowedError

Unit = Literal["eur", "teur", "mio"]
UNIT_FACTORS: dict[Unit, int] = {"eur": 1, "teur": 1_000, "mio": 1_000_000}

_DIGITS_AT_MOST = 15
_BLANKS = " \t\u00a0\u202f\u2009\u2007"
_SIGN = r"(?P<sign>[+\-\u2212\u2013]?)"
_CURRENCY = r"(?:€|EUR|Euro)"
_UNIT = r"(?P<teur>T€|T ?EUR|TEUR|Tsd\. ?" + _CURRENCY + r")|(?P<mio>Mio\. ?" + _CURRENCY + "?)"
_AMOUNT = re.compile(
    rf"(?:{_CURRENCY} ?)?{_SIGN} ?(?P<number>[0-9.,]*[0-9](?:,-{{1,2}}|,\u2013)?)"
    rf" ?(?:{_UNIT}|{_CURRENCY})?"
)
_WHOLE = re.compile(r"0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:\.[0-9]{3})+")


class AmountError(NotAllowedError):
    """A text that is no strict amount; `reason` is the middle of a sentence."""

    def __init__(self, text: str, reason: str) -> None:
        """Takes what was typed and why it is refused."""
        self.text = text
        self.reason = reason
        shown = text if len(text) <= 40 else f"{text[:40]}…"
        super().__init__(
            f"„{shown}“ ist kein Betrag: {reason}. "
            "Bitte schreiben Sie ihn wie 1.234.567 oder 1.234,56 €."
        )


def parse_amount(text: str, unit: Unit = "eur") -> int:
    """The amount in cents.

    Args:
        text: What was typed.
        unit: The unit of a text that names none itself.

    Raises:
        AmountError: anything that is no strict amount, with the reason in German.
    """
    cleaned = " ".join(text.translate({ord(blank): " " for blank in _BLANKS}).split())
    if not cleaned:
        raise AmountError(text, "das Feld ist leer")
    match = _AMOUNT.fullmatch(cleaned)
    if match is None:
        raise AmountError(text, _why_no_number(cleaned))
    named: Unit = "teur" if match["teur"] else "mio" if match["mio"] else unit
    cents = _cents(text, match["number"], named)
    return -cents if match["sign"] in ("-", "\u2212", "\u2013") else cents


def _cents(text: str, number: str, unit: Unit) -> int:
    whole, _, fraction = number.partition(",")
    fraction = "" if fraction.strip("-\u2013") == "" else fraction
    if _WHOLE.fullmatch(whole) is None:
        raise AmountError(text, _why_bad_groups(whole))
    if not re.fullmatch(r"[0-9]{0,2}" if unit == "eur" else r"[0-9]{0,3}", fraction):
        raise AmountError(text, "nach dem Komma stehen höchstens zwei Ziffern")
    digits = whole.replace(".", "")
    if len(digits) > _DIGITS_AT_MOST:
        raise AmountError(text, "die Zahl ist zu groß")
    scaled = int(digits + fraction.ljust(3, "0")) * UNIT_FACTORS[unit]
    return scaled // 10


def _why_no_number(cleaned: str) -> str:
    if not re.search(r"[0-9]", cleaned):
        return "es steht keine Zahl darin"
    if re.fullmatch(rf"[0-9., ]+ ?{_CURRENCY}?", cleaned) and " " in cleaned:
        return "zwischen den Ziffern steht ein Leerzeichen"
    if re.fullmatch(r"[0-9.,]+ ?[-\u2212]|\([0-9.,]+\)", cleaned):
        return "ein Minus steht vor der Zahl"
    return "neben der Zahl steht anderer Text"


def _why_bad_groups(whole: str) -> str:
    if "." not in whole:
        return "die Zahl beginnt mit einer Null" if whole.startswith("0") else "die Zahl fehlt"
    if re.match(r"0+(?:\.|$)", whole):
        return "die Zahl beginnt mit einer Null"
    groups = whole.split(".")
    if "" in groups:
        return "ein Punkt steht ohne Ziffern daneben"
    wrong = next((group for group in groups[1:] if len(group) != 3), groups[0])
    digits = "Ziffer" if len(wrong) == 1 else "Ziffern"
    return f"die Gruppe „{wrong}“ hat {len(wrong)} {digits} statt drei"


def format_amount(cents: int, *, with_cents: bool = False) -> str:
    """`2952117700` as `29.521.177`, with `,00` where asked for or where cents occur."""
    whole, fraction = divmod(abs(cents), 100)
    text = f"{whole:,}".replace(",", ".")
    if with_cents or fraction:
        text = f"{text},{fraction:02d}"
    return f"\u2212{text}" if cents < 0 else text


def format_euro(cents: int) -> str:
    """`29.521.177 €`, with a no-break space."""
    return f"{format_amount(cents)}\u00a0€"


def told_reading(text: str, cents: int) -> str:
    """What to say where an amount is shown with other digits than it was typed with; else empty.

    `450000` and `616.126,00 €` need no word; `1,5 Mio. €` does.
    """
    typed, _, fraction = re.sub(r"[^0-9,]", "", text).partition(",")
    whole, rest = divmod(abs(cents), 100)
    if typed == str(whole) and fraction in ("", f"{rest:02d}") and (fraction or not rest):
        return ""
    return f"„{text.strip()}“ ist als {format_euro(cents)} gelesen."


def possible_readings(text: str) -> tuple[int, ...]:
    """What a malformed amount could have meant, in cents, for a proof by sums; never for a guess.

    Tried are: the digits without any dots, one digit too many in a group, the English way of
    writing, blanks or apostrophes between groups, and a minus behind the number or brackets.
    """
    number = re.sub(rf"\s|{_CURRENCY}|(?<=\d)['’](?=\d{{3}})", "", text)
    minus = re.fullmatch(
        r"\(([0-9.,]+)\)|([0-9.,]+)[-\u2212\u2013]|[-\u2212\u2013]([0-9.,]+)", number
    )
    if minus is not None and not re.search(r",[-\u2013]+$", number):
        bare = next(part for part in minus.groups() if part)
        return tuple(sorted(-cents for cents in _readings_of(bare)))
    return _readings_of(number)


def _readings_of(number: str) -> tuple[int, ...]:
    match = re.fullmatch(r"([0-9][0-9.]*)(?:,(?:[0-9]{2}|-{1,2}))?", number)
    if match is None:
        return tuple(sorted(_readings_of_comma(number)))
    groups = match[1].split(".")
    tries = {"".join(groups)}
    for index, group in enumerate(groups[1:], 1):
        if len(group) == 4:
            shorter = {group[:cut] + group[cut + 1 :] for cut in range(4)}
            tries |= {"".join((*groups[:index], one, *groups[index + 1 :])) for one in shorter}
        if len(group) == 2:
            tries.add("".join((*groups[:index], group + "0", *groups[index + 1 :])))
    cents = {int(digits) * 100 for digits in tries if len(digits) <= _DIGITS_AT_MOST}
    return tuple(sorted(cents | _english_cents(number)))


def _english_cents(number: str) -> set[int]:
    """`12.50` with a point before the cents."""
    found = re.fullmatch(r"([0-9]{1,15})\.([0-9]{2})", number)
    return {int(found[1]) * 100 + int(found[2])} if found else set()


def _readings_of_comma(number: str) -> set[int]:
    """`3,000` may be three thousand or three; `1,234.56` is the English way of writing."""
    english = re.fullmatch(r"([0-9]{1,3}(?:,[0-9]{3})+)(?:\.([0-9]{2}))?", number)
    if english is None:
        return set()
    readings = {int(english[1].replace(",", "")) * 100 + int(english[2] or 0)}
    if english[2] is None and number.count(",") == 1:
        readings.add(int(number.split(",", maxsplit=1)[0]) * 100)
    return readings
