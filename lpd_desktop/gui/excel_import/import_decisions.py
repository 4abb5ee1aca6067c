"""What a person decided about single cells, kept while the workbook is read anew."""

from __future__ import annotations

from dataclasses import dataclass, field

from lpd_desktop.excel.preview import BudgetPreview, PreviewCell, with_reading

CONFIRMED = "von Ihnen bestätigt"
TYPED = "von Ihnen eingetragen"
LEFT_OUT = "von Ihnen ausgelassen"
PROVED = "aus den Summen eingesetzt"


@dataclass
class Decisions:
    """By the address of a cell: its amount in cents, None to leave it out, and how it came."""

    _taken: dict[str, tuple[int | None, str]] = field(default_factory=dict)

    def decide(self, cell: PreviewCell, cents: int | None, how: str) -> None:
        """Notes a decision."""
        self._taken[cell.cell] = (cents, how)

    def forget(self) -> None:
        """Another sheet or file begins."""
        self._taken.clear()

    def applied(self, preview: BudgetPreview) -> BudgetPreview:
        """The preview as a person decided."""
        for cell in preview.cells:
            if cell.cell in self._taken:
                cents, _how = self._taken[cell.cell]
                preview = with_reading(preview, cell.row, cell.column, cents)
        return preview

    def words(self, preview: BudgetPreview) -> dict[tuple[str, str], str]:
        """What the table says of the cells that were decided."""
        return {
            (cell.row, cell.column): self._taken[cell.cell][1]
            for cell in preview.cells
            if cell.cell in self._taken
        }
