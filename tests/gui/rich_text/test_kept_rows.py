"""Rows stay with their footnotes."""

from __future__ import annotations

import pytest

from lpd_desktop.gui.rich_text.kept_rows import kept_rows


@pytest.mark.parametrize(
    ("held", "places", "kept"),
    [
        ([None, 8], [8], [1]),
        ([4, None], [4, 7, 10], [0, 1, None]),
        ([4, 10], [4, 7, 10], [0, None, 1]),
        ([4, None, 10], [4, 7, 10], [0, 1, 2]),
        ([None, None, 5], [2, 5], [0, 2]),
        ([None, None], [1, 2, 3], [0, 1, None]),
        ([5, 5], [5], [1]),
        ([3], [], []),
    ],
)
def test_a_row_stays_with_its_footnote(held, places, kept):
    assert kept_rows(held, places) == kept
