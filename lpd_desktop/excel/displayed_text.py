"""What a displayed text says of the format behind it, where the format itself is not read."""

from __future__ import annotations

import re
from decimal import Decimal

_NUMBER = re.compile(r"[0-9][0-9.,'\u00a0\u202f ]*")
_SCALES = (0, 1, 2)


def displayed_decimals(number: Decimal, shows: str) -> int | None:
    """How many decimals of a number are displayed, negative where thousands are left out.

    Args:
        number: The exact number.
        shows: The displayed text in German or English notation.

    Returns:
        None where the text shows the whole number or says nothing of it.
    """
    match = _NUMBER.search(shows)
    if match is None or abs(number) >= Decimal(10) ** 15:
        return None
    for digits in _readings(match[0].strip()):
        for scale in _SCALES:
            decimals = -int(digits.as_tuple().exponent)
            step = Decimal(1).scaleb(-decimals)
            if abs(abs(number) / 1000**scale - digits) * 2 <= step:
                return decimals - 3 * scale
    return None


def _readings(text: str) -> list[Decimal]:
    """The text as German number, then as English one, where it is one."""
    bare = re.sub(r"[\u00a0\u202f' ]", "", text)
    tries = (
        bare.replace(".", "").replace(",", "."),
        bare.replace(",", ""),
    )
    return [Decimal(each) for each in tries if re.fullmatch(r"\d{1,15}(?:\.\d{1,10})?", each)]
