"""The order in which Tab goes: one part of the window after the other.

Qt puts every widget that is made later behind all others, so pages, which are built when they are
first shown, would come behind the buttons below them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def order_tabs(parts: Sequence[QWidget]) -> None:
    """Lets Tab go through the parts in this order; within each the order is that of its making."""
    for one, other in pairwise(each for part in parts for each in _taking_tab(part)):
        QWidget.setTabOrder(one, other)


def _taking_tab(part: QWidget) -> list[QWidget]:
    """A part and what stands in it, as far as Tab goes there, as they were put into it.

    The chain of Qt is not read: `nextInFocusChain` makes PySide take what it gives for a child of
    the widget that was asked, and when that one is destroyed all behind it count as gone.
    """
    window = part.window()
    return [
        each
        for each in (part, *part.findChildren(QWidget))
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.window() is window
    ]
