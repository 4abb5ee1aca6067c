"""Which cells a merged range covers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lpd_desktop.excel.workbook import MergedRange

_SPANS_LIMIT = 50_000


def covered_places(
    merged: Iterable[MergedRange], columns: Mapping[int, Iterable[int]]
) -> set[tuple[int, int]]:
    """Places inside merged ranges that nobody sees; old values may still stand there.

    Args:
        merged: The merged ranges.
        columns: The columns of the cells that hold something, by row.
    """
    areas = tuple(merged)
    tops = {(area.top, area.left) for area in areas}
    return {
        (row, column)
        for row, spans in _spans_by_row(areas, columns).items()
        for column in columns[row]
        if any(left <= column <= right for left, right in spans)
    } - tops


def _spans_by_row(
    areas: Iterable[MergedRange], columns: Mapping[int, Iterable[int]]
) -> dict[int, set[tuple[int, int]]]:
    by_row: dict[int, set[tuple[int, int]]] = {}
    left = _SPANS_LIMIT
    for area in areas:
        left -= area.bottom - area.top + 1
        if left < 0:
            break
        for row in range(area.top, area.bottom + 1):
            if row in columns:
                by_row.setdefault(row, set()).add((area.left, area.right))
    return by_row
