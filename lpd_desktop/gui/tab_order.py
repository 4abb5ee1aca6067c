"""The order in which Tab goes: one part of the window after the other.

Qt puts every widget that is made later behind all others, so pages, which are built when they are
first shown, would come behind the buttons below them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def order_tabs(parts: Sequence[QWidget]) -> None:
    """Lets Tab go through the parts in this order; within each the order stays."""
    chain = [each for each in _chain(parts[0].window()) if _takes_tab(each)]
    wanted = [each for part in parts for each in chain if each is part or part.isAncestorOf(each)]
    inside = set(wanted)
    if wanted != [each for each in chain if each in inside]:
        for one, other in pairwise(wanted):
            QWidget.setTabOrder(one, other)


def _chain(window: QWidget) -> Iterator[QWidget]:
    each = window.nextInFocusChain()
    while each is not None and each is not window:
        yield each
        each = each.nextInFocusChain()


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
