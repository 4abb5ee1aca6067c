"""Sentences for those who listen to the screen: one at a time, and only where something happened.

Visible changes at the focus are read anyway. Announced is what happens elsewhere: another page,
findings of a field that was left, saving that fails or works again, long work that has ended.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6 import QtGui
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

Listener = Callable[[str], object]

_listeners: list[Listener] = []


def announce(source: QWidget, sentence: str, *, urgent: bool = False) -> None:
    """Says a sentence through the screen reader; where Qt cannot, nothing happens.

    Args:
        source: The widget that it is about, or its window.
        sentence: What is said.
        urgent: Interrupts what is being read; for what threatens the text alone.
    """
    if not sentence:
        return
    for listener in _listeners:
        listener(sentence)
    event_type = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
    if event_type is None or not QAccessible.isActive():
        return
    event = event_type(source, sentence)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


@contextmanager
def heard(listener: Listener) -> Iterator[None]:
    """Tells a listener as well what is announced meanwhile."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.remove(listener)
