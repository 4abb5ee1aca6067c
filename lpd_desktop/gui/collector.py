"""Python's cyclic garbage is collected on the GUI thread alone.

Collected on another thread, a forgotten widget is destroyed there, and Qt ends the process.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_PERIOD_IN_MS = 1000


class Collector(QObject):
    """Takes the place of the automatic collection, generation by generation."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._limits = gc.get_threshold()
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(self.collect_due)
        timer.start(_PERIOD_IN_MS)

    @Slot()
    def collect_due(self) -> None:
        """Collects the oldest generation whose limit is passed, the younger ones with it."""
        due = [place for place, count in enumerate(gc.get_count()) if count > self._limits[place]]
        if due:
            gc.collect(due[-1])
