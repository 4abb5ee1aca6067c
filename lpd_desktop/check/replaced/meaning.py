"""What a derived figure is, in German words."""

from __future__ import annotations

from collections.abc import Mapping

from lpd_desktop.check.replaced.derivations import Cell, Derivation
from lpd_desktop.runtime.german import enumerate_german


class Meanings:
    """Knows the labels of the rows and the years of the columns."""

    def __init__(self, labels: Mapping[str, str], year: int) -> None:
        """Takes the labels by key, and the plan year."""
        self._labels = labels
        self._year = year

    def of(self, derivation: Derivation) -> str:
        """Such as `Summe aus „A“ und „B“, 2023`."""
        plus, minus = self._rows(derivation.plus), self._rows(derivation.minus)
        match derivation.kind:
            case "cell":
                text = f"„{plus}“"
            case "sum":
                text = f"Summe aus {self._quoted(derivation.plus)}"
            case "difference":
                text = f"„{plus}“ weniger „{minus}“"
            case "share":
                text = f"Anteil von „{plus}“ an {self._quoted(derivation.of)}"
            case _:
                what = self._quoted(derivation.plus)
                return f"Veränderung von {what} gegenüber {self._year - 1}"
        return f"{text}, {self._year_of(derivation.plus)}"

    def _rows(self, cells: tuple[Cell, ...]) -> str:
        return enumerate_german([self._labels.get(row, row) for row, _column in cells])

    def _quoted(self, cells: tuple[Cell, ...]) -> str:
        return enumerate_german([f"„{self._labels.get(row, row)}“" for row, _column in cells])

    def _year_of(self, cells: tuple[Cell, ...]) -> int:
        return self._year if cells[0][1] == "plan" else self._year - 1
