"""„Budgetstände“: earlier states of one budget, and what the text still says of them."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from lpd_desktop.gui.budget_versions.old_figures import OldFigures
from lpd_desktop.gui.budget_versions.replaced_list import ReplacedList
from lpd_desktop.gui.budget_versions.version_page import VersionPage
from lpd_desktop.gui.draft_dialog import DraftDialog
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.plan.file import LpdFile


class BudgetVersionsDialog(DraftDialog):
    """Two tabs over the newest state of the draft."""

    def __init__(
        self, parent: QWidget, context: PageContext, item: str, *, at_text: bool = False
    ) -> None:
        super().__init__(parent, context, "Budgetstände")
        year = self._session.file.form.year
        self._versions = VersionPage(item, year, self._newest, self._change)
        self._replaced = ReplacedList()
        self._figures = OldFigures(self._replaced, self._session, self._change)
        self._replaced.place_wanted.connect(self._on_place_wanted)
        self._tabs = QTabWidget()
        for named in (self._tabs, self._tabs.tabBar()):
            named.setAccessibleName("Ansichten")
        self._tabs.addTab(self._versions, "Stände und Ver&gleich")
        self._tabs.addTab(_framed(self._replaced), "")
        self._arrange()
        self._show_newest()
        self._tabs.setCurrentIndex(1 if at_text else 0)
        (self._replaced.list if at_text else self._versions).setFocus()
        self._session.changed.connect(self._on_changed)
        self._session.findings_changed.connect(self._show_text)

    def _arrange(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)  # Enter in a field takes what was typed
        layout = QVBoxLayout(self)
        layout.addWidget(self._tabs, 1)
        layout.addWidget(buttons)
        self.resize(980, 640)

    def _newest(self) -> LpdFile:
        return self._session.file

    def _show_newest(self) -> None:
        self._versions.show_newest(editable=self._session.draft.is_editable)
        self._show_text()

    @Slot()
    def _on_changed(self) -> None:
        self._versions.show_newest(editable=self._session.draft.is_editable)

    @Slot()
    def _show_text(self) -> None:
        self._tabs.setTabText(1, f"Beträge im &Text ({self._figures.show_newest()})")


def _framed(widget: QWidget) -> QWidget:
    """The widget with the margins of a page."""
    frame = QWidget()
    QVBoxLayout(frame).addWidget(widget)
    return frame
