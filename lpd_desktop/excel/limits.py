"""How much of a workbook is looked at; what lies beyond is told, never dropped in silence."""

from __future__ import annotations

ROWS_LIMIT = 2_000
COLUMNS_LIMIT = 100

CELLS_LIMIT = 150_000
"""Cells of all sheets together; sheets beyond are not read."""

ELEMENTS_LIMIT = 1_500_000
"""XML elements of all parts together; a budget table has some thousands."""

RECORDS_LIMIT = 1_500_000
"""Records of a binary workbook."""

TEXT_LIMIT = 1_000
"""Labels and amounts are shorter; Excel allows 32,767 signs in a cell."""
