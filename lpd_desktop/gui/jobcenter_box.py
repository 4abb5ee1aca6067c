"""The list of the 53 Jobcenter, in which another name may be typed as well."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from lpd_desktop.form.jobcenters import all_jobcenters, find_jobcenter
from lpd_desktop.gui.form_row import QuietComboBox
from lpd_desktop.plan.model import Jobcenter


def unlisted_note(name: str) -> str:
    """What is said of a name that is none of the 53; empty for those and for no name."""
    if not name or find_jobcenter(name):
        return ""
    return f"„{name}“ gehört nicht zu den 53 Jobcentern und wird als freier Name übernommen."


class JobcenterBox(QuietComboBox):
    """Emits `chosen` with the name that was picked or typed."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(16)
        for entry in all_jobcenters():
            self.addItem(entry.name, entry.key)
        self.setCurrentIndex(-1)
        line = QLineEdit()
        line.setPlaceholderText("Name oder Nummer")
        self.setLineEdit(line)
        self.activated.connect(self._on_activated)
        self._prepare_completer()
        line.returnPressed.connect(self._on_return_pressed)
        line.editingFinished.connect(self._on_editing_finished)
        self._told = ""

    def show_jobcenter(self, jobcenter: Jobcenter) -> None:
        """Shows the Jobcenter of the plan."""
        index = self.findData(jobcenter.key) if jobcenter.key else -1
        self._told = self.itemText(index) if index >= 0 else jobcenter.name
        self.setCurrentIndex(index)
        self.setEditText(self._told)

    @property
    def text(self) -> str:
        """What stands in the box."""
        return self.currentText().strip()

    def _prepare_completer(self) -> None:
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)

    @Slot(int)
    def _on_activated(self, _index: int) -> None:
        self._tell()

    @Slot()
    def _on_return_pressed(self) -> None:
        """Takes the only one that the list proposes; several leave the choice open."""
        if not self.text or find_jobcenter(self.text):
            return
        typed = self.text.casefold()
        names = [entry.name for entry in all_jobcenters() if typed in entry.name.casefold()]
        if len(names) == 1:
            self.setCurrentIndex(self.findText(names[0]))

    @Slot()
    def _on_editing_finished(self) -> None:
        self._tell()

    def _tell(self) -> None:
        if self.text and self.text != self._told:
            self._told = self.text
            self.chosen.emit(self.text)
