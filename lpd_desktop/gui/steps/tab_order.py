"""The order in which Tab goes: one part of the window after the other.

Qt puts every widget that is made later behind all others, so pages, which are built when they are
first shown, would come behind the buttons below them. Its own chain is left as it is: mending it
with `setTabOrder` while widgets come and go breaks it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget


def next_stop(parts: Sequence[QWidget], focused: QWidget, *, forward: bool) -> QWidget | None:
    """Where Tab (forward) or Shift+Tab leads; None where the focus is in none of the parts.

    What else the window shows comes behind the last part.
    """
    stops = [each for part in parts for each in _stops_in(part)]
    if focused not in stops:
        return None
    known = set(stops)
    window = focused.window()
    stops += [each for each in _stops_among(window.findChildren(QWidget)) if each not in known]
    place = stops.index(focused) + (1 if forward else -1)
    return stops[place % len(stops)]


def _stops_in(part: QWidget) -> Iterator[QWidget]:
    """A part itself and what is in it, in the order in which it was put together."""
    if isinstance(part, QTabWidget):
        yield from _stops_among([part.tabBar()])
        part = part.currentWidget()
    yield from _stops_among([part, *part.findChildren(QWidget)])


def _stops_among(widgets: Iterable[QWidget]) -> Iterator[QWidget]:
    for each in widgets:
        takes_tab = bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_tab and each.isEnabled() and each.isVisible() and each.focusProxy() is None:
            yield each
