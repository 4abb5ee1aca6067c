"""Sheets that hold the same table with other amounts: `alt` and `neu`, a draft and its copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from lpd_desktop.excel.columns import with_doubt
from lpd_desktop.excel.labelled_rows import LabelledRow
from lpd_desktop.form.model import BUDGET_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lpd_desktop.excel.recognition import RecognisedTable

_AS_FULL = 0.75
"""From this part of the rows on, another sheet is as good a table as the first one."""


def with_rivals(best: RecognisedTable, others: Sequence[RecognisedTable]) -> RecognisedTable:
    """The table, asked about as a whole where another visible sheet tells other amounts."""
    rival = next((each for each in others if _is_rival(best, each)), None)
    if rival is None:
        return best
    doubt = f"das Blatt „{rival.sheet.name}“ nennt andere Beträge"
    doubted = {id(row.columns): with_doubt(row.columns, doubt) for row in best.rows}
    return replace(
        best,
        columns=with_doubt(best.columns, doubt),
        rows=tuple(replace(row, columns=doubted[id(row.columns)]) for row in best.rows),
    )


def _is_rival(best: RecognisedTable, other: RecognisedTable) -> bool:
    ours, theirs = _by_key(best), _by_key(other)
    shared = ours.keys() & theirs.keys()
    if not shared or len(shared) < _AS_FULL * len(ours):
        return False
    return any(_tells_another(ours[key], theirs[key]) for key in shared)


def _by_key(table: RecognisedTable) -> dict[str, LabelledRow]:
    return {
        row.match.row.key: row for row in table.rows if row.match is not None and row.match.is_sure
    }


def _tells_another(ours: LabelledRow, theirs: LabelledRow) -> bool:
    both = (name for name in BUDGET_COLUMNS if name in ours.cells and name in theirs.cells)
    return any(
        (ours.cells[name].number, ours.cells[name].shows)
        != (theirs.cells[name].number, theirs.cells[name].shows)
        for name in both
    )
