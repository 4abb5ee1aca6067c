"""Python's cyclic garbage is collected on the GUI thread alone.

Collected on another thread, a forgotten widget is destroyed there, and Qt ends the process.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_PERIOD_IN_MS = 1000

_NEWEST = 0
_YOUNG = 1

_GROWTH = 1.0
"""All objects are looked through when as many came to stay since; Python itself does it after a
quarter. It takes 20 milliseconds and more, which somebody who types would notice."""


class Collector(QObject):
    """Takes the place of the automatic collection, generation by generation."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._limits = gc.get_threshold()
        gc.disable()
        self._stayed = 0
        self._old = 0
        timer = QTimer(self)
        timer.timeout.connect(self.collect_due)
        timer.start(_PERIOD_IN_MS)

    @Slot()
    def collect_due(self) -> None:
        """Collects the oldest generation whose limit is passed, the younger ones with it."""
        newest, young, old = (
            count > limit for count, limit in zip(gc.get_count(), self._limits, strict=True)
        )
        if old and self._stayed > self._old * _GROWTH:
            self._collect_all()
        elif young or old:
            self._collect(_YOUNG)
        elif newest:
            self._collect(_NEWEST)

    def _collect(self, generation: int) -> None:
        made = gc.get_count()[0]
        self._stayed = max(0, self._stayed + made - gc.collect(generation))

    def _collect_all(self) -> None:
        gc.collect()
        self._old, self._stayed = _size(), 0


def _size() -> int:
    """How many objects there are.

    `gc.get_objects` would hold each of them for a moment, also a tuple that another thread is
    making just then; Python refuses to go on with such a tuple.
    """
    gc.freeze()
    size = gc.get_freeze_count()
    gc.unfreeze()
    return size
