"""Reckoning with rounded figures: from the least to the greatest that may be meant."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Interval:
    """All values from `least` to `greatest`, both included."""

    least: Decimal
    greatest: Decimal

    def __add__(self, other: Interval) -> Interval:
        """All sums."""
        return Interval(self.least + other.least, self.greatest + other.greatest)

    def __sub__(self, other: Interval) -> Interval:
        """All differences."""
        return Interval(self.least - other.greatest, self.greatest - other.least)

    def __mul__(self, other: Interval) -> Interval:
        """All products."""
        products = [one * two for one in self._ends for two in other._ends]
        return Interval(min(products), max(products))

    def __truediv__(self, other: Interval) -> Interval:
        """All quotients.

        Raises:
            ZeroDivisionError: the divisor may be zero.
        """
        if other.least <= 0 <= other.greatest:
            raise ZeroDivisionError
        quotients = [one / two for one in self._ends for two in other._ends]
        return Interval(min(quotients), max(quotients))

    @property
    def _ends(self) -> tuple[Decimal, Decimal]:
        return self.least, self.greatest

    def meets(self, other: Interval) -> bool:
        """Whether both may mean the same."""
        return self.least <= other.greatest and other.least <= self.greatest

    def widened(self, by: Decimal) -> Interval:
        """The same with a tolerance on both sides."""
        return Interval(self.least - by, self.greatest + by)


def exactly(value: Decimal | int) -> Interval:
    """One value."""
    return Interval(Decimal(value), Decimal(value))
