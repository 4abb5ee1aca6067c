"""The Budgetstände of one budget: described, compared, brought back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lpd_desktop.editing.budget_versions import (
    compare_versions,
    describe_version,
    hold_version,
    restore_version,
)
from lpd_desktop.gui.budget.comparison_table import ComparisonTable
from lpd_desktop.gui.budget_versions.version_details import VersionDetails
from lpd_desktop.gui.budget_versions.version_list import VersionList, version_caption
from lpd_desktop.gui.form_row import FormRow, QuietComboBox
from lpd_desktop.plan.budget import Basis, BudgetTable
from lpd_desktop.plan.budget_changes import RowChange, compare_tables
from lpd_desktop.plan.budget_versions import versions_of
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.work import BudgetVersion
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.german import counted

Change = Callable[[str, Callable[[LpdFile], LpdFile]], bool]
_BEFORE, _NOW = "before", "now"


class VersionPage(QWidget):
    """Shows the newest state; what somebody decides goes to the draft as one step each."""

    def __init__(self, item: str, year: int, file: Callable[[], LpdFile], change: Change) -> None:
        super().__init__()
        self._item, self._file, self._change = item, file, change
        self._editable = True
        self._list = VersionList()
        self._details = VersionDetails(year)
        self._other = QuietComboBox()
        self._summary = QLabel()
        self._table = ComparisonTable("Vergleich zweier Budgetstände", year)
        self._restore = QPushButton("&Wiederherstellen")
        self._hold = QPushButton("Stand &festhalten")
        self._hold.setToolTip("Die nächste Änderung beginnt dann einen neuen Stand.")
        self._arrange()
        self.setFocusProxy(self._list)
        self._connect()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self._list, 2)
        column.addWidget(self._details)
        line = QHBoxLayout()
        line.addWidget(FormRow("&Vergleichen mit", self._other), 1)
        for button in (self._restore, self._hold):
            button.setAutoDefault(False)
            line.addWidget(button)
        column.addLayout(line)
        column.addWidget(self._summary)
        column.addWidget(self._table, 3)

    def _connect(self) -> None:
        self._list.version_changed.connect(self._on_version_changed)
        self._other.activated.connect(self._compare)
        self._restore.clicked.connect(self._on_restore_clicked)
        self._hold.clicked.connect(self._on_hold_clicked)
        self._details.basis_changed.connect(self._on_basis_changed)
        self._details.note_changed.connect(self._on_note_changed)

    def show_newest(self, *, editable: bool) -> None:
        """Shows the versions as they are now."""
        self._editable = editable
        self._list.show_versions(self._versions(), self._present)
        self._on_version_changed()

    def _versions(self) -> tuple[BudgetVersion, ...]:
        return versions_of(self._file().work, self._item)

    @property
    def _present(self) -> BudgetTable:
        file = self._file()
        return file.plan.table_of(file.form, self._item)

    @Slot()
    def _on_version_changed(self) -> None:
        current = self._list.current
        self._details.show_version(current, editable=self._editable)
        is_other = current is not None and current.table.rows != self._present.rows
        self._restore.setEnabled(self._editable and is_other)
        self._hold.setEnabled(self._editable)
        self._offer_others(current)
        self._compare()

    def _offer_others(self, current: BudgetVersion | None) -> None:
        """The version before, the table as it is, and every other version."""
        wanted = self._other.currentData()
        self._other.clear()
        if current is None:
            return
        self._other.addItem("dem Stand davor", _BEFORE)
        self._other.addItem("der Tabelle, wie sie jetzt ist", _NOW)
        for version in reversed(self._versions()):
            if version.id != current.id:
                self._other.addItem(version_caption(version), version.id)
        self._other.setCurrentIndex(max(0, self._other.findData(wanted)))

    @Slot()
    def _compare(self) -> None:
        current = self._list.current
        if current is None:
            self._table.show_changes((), "alt", "neu")
            self._summary.setText("Noch gibt es keinen Budgetstand.")
            return
        rows, old, new = self._changes(current, str(self._other.currentData()))
        number = self._table.show_changes(rows, old, new)
        self._summary.setText(
            f"{counted(number, 'Betrag ist', 'Beträge sind')} anders."
            if number
            else "Beide nennen dieselben Beträge."
        )

    def _changes(
        self, current: BudgetVersion, other: str
    ) -> tuple[tuple[RowChange, ...], str, str]:
        """The rows from the older to the newer of both, and the captions of their columns."""
        versions = self._versions()
        place = versions.index(current)
        if other == _NOW:
            return compare_versions(self._file(), current.id), "dieser Stand", "jetzt"
        if other == _BEFORE:
            before = versions[place - 1].table if place else BudgetTable()
            return compare_tables(before, current.table), "davor", "dieser Stand"
        picked = next(each for each in versions if each.id == other)
        if versions.index(picked) < place:
            return compare_tables(picked.table, current.table), "der andere", "dieser Stand"
        return compare_tables(current.table, picked.table), "dieser Stand", "der andere"

    @Slot()
    def _on_restore_clicked(self) -> None:
        current = self._list.current
        if current is not None:
            step = partial(_restored, current.id)
            self._change("Budgetstand wiederherstellen", step)

    @Slot()
    def _on_hold_clicked(self) -> None:
        self._change("Budgetstand festhalten", partial(_held, self._item))

    @Slot(str, object)
    def _on_basis_changed(self, version: str, basis: Basis) -> None:
        self._change("Budgetstand beschreiben", partial(_based, version, basis))

    @Slot(str, str)
    def _on_note_changed(self, version: str, note: str) -> None:
        self._change("Budgetstand beschreiben", partial(_noted, version, note))


def _restored(version: str, file: LpdFile) -> LpdFile:
    return restore_version(file, version, time=utc_now())


def _held(item: str, file: LpdFile) -> LpdFile:
    return hold_version(file, item, time=utc_now())


def _based(version: str, basis: Basis, file: LpdFile) -> LpdFile:
    return describe_version(file, version, basis=basis)


def _noted(version: str, note: str, file: LpdFile) -> LpdFile:
    return describe_version(file, version, note=note)
