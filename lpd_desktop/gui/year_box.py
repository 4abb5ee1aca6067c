"""The box for the year of a plan."""

from __future__ import annotations

from lpd_desktop.form.library import YEARS
from lpd_desktop.gui.form_row import QuietSpinBox


class YearBox(QuietSpinBox):
    """Page keys and the wheel move by one year, as the arrows do."""

    def __init__(self, year: int) -> None:
        super().__init__()
        self.setRange(YEARS[0], YEARS[-1])
        self.setValue(year)

    def stepBy(self, steps: int) -> None:
        super().stepBy(max(-1, min(steps, 1)))
