"""Workbooks dropped onto the window, and the budget saved as one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from lpd_desktop.gui.excel_import.excel_import_dialog import ExcelImportDialog
from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.start.file_drop import dropped_file
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.file import save_lpd
from lpd_desktop.plan.sample import sample_file, sample_workbook
from tests.gui.test_journey import click, dialog, name_file

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard)", extend=True
)


def data_of(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(widget: QWidget, path: Path) -> bool:
    """Drags a file in and lets it go; whether it was taken."""
    data = data_of(path)
    how = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, *how)
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, *how)
        QApplication.sendEvent(widget, event)
    return enter.isAccepted()


def test_a_dropped_workbook_is_shown_before_it_is_taken(qtbot, sample_wizard: PlanWizard):
    window = sample_wizard.window()
    before = window.session.file
    assert drop(window, sample_workbook())
    found = dialog(qtbot, window, ExcelImportDialog)
    qtbot.waitUntil(lambda: not window.services.jobs.is_busy)
    found.reject()
    assert window.session.file is before


def test_a_workbook_without_a_plan_is_told_what_to_do(qtbot, window: MainWindow):
    assert drop(window, sample_workbook())
    box = dialog(qtbot, window, QMessageBox)
    assert "zuerst ein Planungsdokument" in box.text()
    qtbot.keyClick(box, Qt.Key.Key_Return)


def test_a_dropped_plan_is_opened(qtbot, window: MainWindow, tmp_path: Path):
    path = tmp_path / "Plan.lpd"
    save_lpd(path, sample_file())
    with qtbot.waitSignal(window.opening.opened):
        assert drop(window, path)


def test_other_things_are_not_taken(qtbot, window: MainWindow, tmp_path: Path):
    assert not drop(window, tmp_path / "Bild.png")
    assert dropped_file(data_of(tmp_path / "a.xlsx", tmp_path / "b.xlsx")) is None
    web = QMimeData()
    web.setUrls([QUrl("https://example.org/a.xlsx")])
    assert dropped_file(web) is None


def test_the_table_is_saved_as_a_workbook(qtbot, sample_wizard: PlanWizard, tmp_path: Path):
    window = sample_wizard.window()
    sample_wizard.go_to("A.budget")
    click(qtbot, sample_wizard.page, "Als Excel-Datei")
    target = tmp_path / "Budget.xlsx"
    name_file(qtbot, window, target)
    box = dialog(qtbot, window, QMessageBox)
    assert "Budget.xlsx" in box.text()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert target.read_bytes().startswith(b"PK")
