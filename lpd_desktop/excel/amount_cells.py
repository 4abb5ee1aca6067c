"""What one cell of a workbook means as an amount, or why it means none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from msgspec.structs import replace

from lpd_desktop.excel.stored_results import StaleResult
from lpd_desktop.excel.workbook import WorkbookCell
from lpd_desktop.form.model import BudgetRole
from lpd_desktop.plan.amounts import (
    UNIT_FACTORS,
    AmountError,
    Unit,
    format_amount,
    parse_amount,
)

CellStatus = Literal["ok", "asked", "refused", "skipped"]
HIDDEN_NOTE = "die Zeile oder Spalte ist verborgen"
_NOTHING = frozenset({"-", "–", "—", "./.", "k.A.", "k. A.", "entfällt", "."})
_UNITS = re.compile(r"\s*(?:T€|TEUR|T EUR|Tsd\.?|Mio\.?|Mill\.?)\s*(?:€|EUR|Euro)?$", re.IGNORECASE)
_LARGEST = Decimal(10) ** 15
_NOISE = Decimal("0.001")
"""Cents by which the sums of a computer may be off; no person ever typed such a part."""


@dataclass(frozen=True)
class Reading:
    """What was read: `ok` and `asked` have cents, the others a reason."""

    status: CellStatus
    cents: int | None = None
    note: str = ""


def read_amount(cell: WorkbookCell, unit: Unit, role: BudgetRole) -> Reading:
    """The amount of one cell in cents; subtrahends come out positive."""
    if cell.is_hidden:
        return Reading("skipped", note=HIDDEN_NOTE)
    if cell.kind == "number":
        return _signed(_number(cell, unit), role)
    if cell.kind == "text":
        return _signed(_text(cell.shows, unit), role)
    return Reading("refused", note=_REASONS[cell.kind])


def questioned(cell: WorkbookCell, stale: StaleResult, unit: Unit, role: BudgetRole) -> Reading:
    """The amount of a formula whose stored result contradicts its inputs: always asked.

    What follows from the inputs is proposed where it can be reckoned.
    """
    if stale.expected is None:
        reading = read_amount(cell, unit, role)
        note = "gespeichert ist 0, obwohl die Formel Zellen nennt, die nicht 0 sind"
        return Reading("asked", reading.cents, note) if reading.cents is not None else reading
    meant = _without_noise(stale.expected)
    reading = read_amount(replace(cell, number=meant, shows=_german(meant)), unit, role)
    note = (
        f"gespeichert ist {_german(cell.number)}, aus den Eingaben der Formel folgt "
        f"{_german(meant)}; die Mappe wurde nach der letzten Änderung nicht neu berechnet"
    )
    return Reading("asked", reading.cents, note) if reading.cents is not None else reading


def _without_noise(number: Decimal) -> Decimal:
    return Decimal(format(number, ".15g"))


_REASONS = {
    "error": "die Zelle enthält einen Fehlerwert",
    "no_result": "das Ergebnis der Formel ist nicht gespeichert; "
    "öffnen und speichern Sie die Mappe in Excel",
    "other": "die Zelle enthält ein Datum oder einen Wahrheitswert",
}


def _number(cell: WorkbookCell, unit: Unit) -> Reading:
    if cell.is_percent:
        return Reading("refused", note="die Zelle enthält einen Prozentwert")
    if not cell.number.is_finite() or abs(cell.number) * UNIT_FACTORS[unit] >= _LARGEST:
        return Reading("refused", note="die Zahl ist zu groß")
    cents = cell.number * UNIT_FACTORS[unit] * 100
    rounded = cents.to_integral_value()
    exact = rounded / 100 / UNIT_FACTORS[unit]
    if exact != cell.number and abs(cents - rounded) <= _NOISE:
        return _number(replace(cell, number=exact), unit)
    displayed = _displayed(cell)
    if displayed == cell.number and rounded == cents:
        if cell.number and not cell.shows:
            note = f"die Zelle zeigt nichts, enthält aber {_german(cell.number)}"
            return Reading("asked", int(rounded), note)
        if not _shows_another(cell):
            return Reading("ok", int(rounded))
        note = f"die Zelle zeigt „{cell.shows}“, enthält aber {_german(cell.number)}"
        return Reading("asked", int(rounded), note)
    is_rounded = cell.decimals is not None and cell.decimals >= 0
    meant = displayed * UNIT_FACTORS[unit] * 100 if is_rounded else rounded
    note = f"die Zelle zeigt weniger, als sie enthält: genau {_german(cell.number)}"
    return Reading("asked", int(meant.to_integral_value()), note)


def _shows_another(cell: WorkbookCell) -> bool:
    """Whether a person reads another number: thousands left out, or zeros of the format."""
    try:
        return parse_amount(_UNITS.sub("", cell.shows)) != cell.number * 100
    except AmountError:
        return False


def _displayed(cell: WorkbookCell) -> Decimal:
    """The number as far as it is displayed; a display in thousands leaves digits out."""
    if cell.decimals is None:
        return cell.number
    return cell.number.quantize(Decimal(1).scaleb(-cell.decimals), ROUND_HALF_UP)


def _german(number: Decimal) -> str:
    return format(number.normalize(), ",f").translate(str.maketrans(",.", ".,"))


def _text(text: str, unit: Unit) -> Reading:
    if text in _NOTHING:
        return Reading("skipped", note="in der Zelle steht kein Betrag")
    try:
        return Reading("ok", parse_amount(text, unit))
    except AmountError as error:
        return Reading("refused", note=error.reason)


def _signed(reading: Reading, role: BudgetRole) -> Reading:
    if reading.cents is None or reading.cents >= 0:
        return reading
    if role == "subtrahend":
        positive = -reading.cents
        note = f"der Abzug steht mit einem Minus und würde als {format_amount(positive)} übernommen"
        return Reading("asked", positive, note)
    return Reading("asked", reading.cents, "der Betrag ist negativ")
