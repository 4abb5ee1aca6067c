"""Words in a line that is too narrow for all of it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from lpd_desktop.gui.changes.piece_painting import Piece, fitted

LONG = Piece(
    "Davor steht sehr viel, das ", "Jobcenter", " steht mitten darin und danach viel mehr."
)


@pytest.mark.parametrize("width", [160, 200, 300])
def test_a_line_that_is_too_long_ends_in_ellipses_and_keeps_its_words(qapp, width: int) -> None:
    shown = fitted(LONG, QFont(), width)
    assert shown.before.startswith("…")
    assert shown.after.endswith("…")
    assert shown.words == LONG.words
    assert QFontMetricsF(QFont()).horizontalAdvance(shown.text) <= width


def test_a_line_with_room_is_shown_whole(qapp) -> None:
    assert fitted(LONG, QFont(), 2000) == LONG
