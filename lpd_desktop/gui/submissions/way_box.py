"""The ways on which a document is handed over, to choose one."""

from __future__ import annotations

from lpd_desktop.gui.form_row import QuietComboBox
from lpd_desktop.store.submission_entries import WAY_NAMES, Way


class WayBox(QuietComboBox):
    """Whoever chooses knows the way, so „nicht genannt“ is not among them."""

    def __init__(self) -> None:
        super().__init__()
        for key, caption in WAY_NAMES.items():
            if key != "unknown":
                self.addItem(caption, key)

    def choose(self, way: Way) -> None:
        """Shows this way; the first one for a way that is not known."""
        self.setCurrentIndex(max(0, self.findData(way)))

    @property
    def way(self) -> Way:
        """The chosen one."""
        way: Way = self.currentData()
        return way
