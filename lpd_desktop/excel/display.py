"""What Excel shows of a number, as far as budgets need it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_QUOTED = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.')
_DIGITS = re.compile(r"[0#?][0#?,. ]*")


@dataclass(frozen=True)
class NumberFormat:
    """The first section of a number format.

    Attributes:
        decimals: None for `General`: as many as there are.
        scale: How many thousands the display leaves out.
        suffix: Text behind the number, such as ` €`.
    """

    decimals: int | None = None
    scale: int = 0
    is_percent: bool = False
    is_grouped: bool = False
    suffix: str = ""


def number_format(code: str) -> NumberFormat:
    """The format of a code such as `#,##0.00" €"`; what is not understood counts as General."""
    section = code.split(";", maxsplit=1)[0]
    bare = _QUOTED.sub("", section)
    digits = _DIGITS.search(bare)
    if digits is None:
        return NumberFormat()
    pattern = digits[0].strip(" ")
    core = pattern.rstrip(",")
    whole, _, fraction = core.partition(".")
    return NumberFormat(
        decimals=sum(sign in "0#?" for sign in fraction),
        scale=len(pattern) - len(core),
        is_percent="%" in bare,
        is_grouped="," in whole,
        suffix=_suffix(section),
    )


def _suffix(section: str) -> str:
    literals = re.findall(r'"([^"]*)"', section)
    currency = re.search(r"\[\$([^\]-]*)", section)
    found = literals[-1] if literals else f" {currency[1]}" if currency and currency[1] else ""
    return found if found.strip() else ""


def shown(number: Decimal, how: NumberFormat) -> str:
    """The number in German notation as the format displays it."""
    value = number * 100 if how.is_percent else number / (Decimal(1000) ** how.scale)
    if how.decimals is None:
        text = format(value.normalize(), "f")
    else:
        step = Decimal(1).scaleb(-how.decimals)
        text = format(value.quantize(step, ROUND_HALF_UP), ",f" if how.is_grouped else "f")
    german = text.translate(str.maketrans(",.", ".,")).replace("-", "\u2212")
    return german + (" %" if how.is_percent else how.suffix)
