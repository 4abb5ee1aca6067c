"""Pictures of every page and dialog, from the sample plan, in all colours and at 200 %."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QWidget

from lpd_desktop.app import build_window
from lpd_desktop.editing.acknowledging import acknowledge
from lpd_desktop.editing.budget_rows import set_amount
from lpd_desktop.form.model import BudgetItem
from lpd_desktop.gui.application import create_application
from lpd_desktop.gui.budget.budget_chart_panel import BudgetChartPanel
from lpd_desktop.gui.budget_versions.budget_versions_dialog import BudgetVersionsDialog
from lpd_desktop.gui.crash_report import CrashDialog
from lpd_desktop.gui.excel_import.excel_import_dialog import ExcelImportDialog
from lpd_desktop.gui.findings.finding_dialog import FindingDialog
from lpd_desktop.gui.findings.finding_list import LineList
from lpd_desktop.gui.look.schemes import choose_scheme
from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.start.new_plan_assistant import NewPlanAssistant
from lpd_desktop.gui.start.text_import_dialog import TextImportDialog
from lpd_desktop.gui.steps.led_place import LedPlace
from lpd_desktop.plan.sample import sample_story, sample_workbook
from tests.gui.approval_screenshots import shoot_approval
from tests.gui.backup_screenshots import shoot_backup
from tests.gui.beside.screenshots import shoot_beside
from tests.gui.damage_screenshots import shoot_damage
from tests.gui.dates_screenshots import shoot_dates, shoot_settings
from tests.gui.editor_screenshots import shoot_editor
from tests.gui.files_screenshots import shoot_files
from tests.gui.hand_over_screenshots import shoot_hand_over, shoot_register
from tests.gui.look_screenshots import shoot_look
from tests.gui.pasting_screenshots import shoot_pasting
from tests.gui.printed_screenshots import shoot_printed
from tests.gui.remarks.screenshots import shoot_remarks
from tests.gui.spelling_screenshots import shoot_spelling
from tests.gui.versions_screenshots import shoot_trash, shoot_versions
from tests.gui.window_screenshots import shoot_notices, shoot_window
from tests.gui.wording_screenshots import shoot_wording

Wait = Callable[[Callable[[], bool]], bool]
SIZE = QSize(1366, 768)
SCHEMES = ("light", "dark", "contrast")
DOUBLE = "double"
"""The light scheme on the same screen with everything twice as large; a process of its own."""
SCREEN = Path(__file__).resolve().parent / "screen.json"
"""A screen as large as the window; Qt's own without one is 800 × 800, and dialogs shrink to it."""
DOCUMENT = Path(__file__).resolve().parent.parent / "data" / "documents" / "wiesenland.md"


def wait_until(condition: Callable[[], bool], milliseconds: int = 10_000) -> bool:
    """Lets the window work until something holds; False when it does not in time."""
    loop, poll, end = QEventLoop(), QTimer(), QTimer()
    poll.timeout.connect(lambda: condition() and loop.quit())
    end.setSingleShot(True)
    end.timeout.connect(loop.quit)
    poll.start(10)
    end.start(milliseconds)
    loop.exec()
    return condition()


def settle(milliseconds: int = 120) -> None:
    """Lets the window lay itself out."""
    wait_until(lambda: False, milliseconds)


def write(picture: QPixmap, target: Path) -> None:
    picture.save(str(target))


class Camera:
    """Takes the pictures of one window in one scheme."""

    def __init__(self, folder: Path, scheme: str, window: MainWindow) -> None:
        self.folder, self.scheme, self.window = folder, scheme, window
        self._number = 0

    def shoot(self, name: str, widget: QWidget | None = None) -> None:
        settle()
        self._number += 1
        target = self.folder / f"{self.scheme}-{self._number:02d}-{name}.png"
        write((widget or self.window).grab(), target)

    def shoot_dialog(self, name: str, dialog: QDialog, ready: Callable[[], bool]) -> None:
        dialog.open()
        wait_until(ready)
        self.shoot(name, dialog)
        dialog.reject()
        settle()


def main(folder: Path) -> None:
    """Writes the pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or create_application(["lpd-desktop"])
    assert isinstance(app, QApplication)
    is_double = app.devicePixelRatio() > 1
    try:
        for scheme in (DOUBLE,) if is_double else SCHEMES:
            choose_scheme("light" if is_double else scheme)
            _in_one_scheme(folder, scheme, SIZE / app.devicePixelRatio())
    finally:
        # Python is gone when Qt lets go of it, and the process would crash.
        app.clipboard().clear()
        choose_scheme("")


def _in_one_scheme(folder: Path, scheme: str, size: QSize) -> None:
    data = Path(tempfile.mkdtemp())
    window = build_window(data)
    window.resize(size)
    window.show()
    _tour(Camera(folder, scheme, window))
    window.close()
    shutil.rmtree(data, ignore_errors=True)


def _tour(camera: Camera) -> None:
    window = camera.window
    camera.shoot("start-empty")
    window.opening.open_sample()
    wait_until(lambda: window.session is not None and window.session.is_checked)
    _plant_slip(window)
    _pages(camera)
    _dialogs(camera)
    shoot_printed(camera, wait_until)
    shoot_pasting(camera, wait_until)
    shoot_look(camera)
    shoot_wording(camera, wait_until)
    shoot_spelling(camera, wait_until)
    shoot_editor(camera, wait_until)
    shoot_versions(camera, wait_until)
    _review(camera)
    shoot_window(camera, wait_until)
    shoot_remarks(camera, wait_until)
    shoot_beside(camera, wait_until)
    shoot_files(camera, wait_until)
    shoot_approval(camera, wait_until)
    shoot_dates(camera, wait_until)
    shoot_settings(camera, wait_until)
    window.show_start()
    wait_until(lambda: bool(window.start.chosen))
    camera.shoot("start")
    shoot_trash(camera, wait_until)
    shoot_hand_over(camera, wait_until)
    shoot_register(camera, wait_until)
    shoot_notices(camera, wait_until)
    shoot_backup(camera, wait_until)
    shoot_damage(camera, wait_until)


def _plant_slip(window: MainWindow) -> None:
    story = sample_story()
    slip, item = story["refused"], story["item"]
    window.session.draft.change(
        "Betrag ändern",
        lambda file: set_amount(file, item, slip["row"], slip["column"], slip["shows"]),
    )
    window.session.check_now()
    wait_until(lambda: window.session.is_checked)


def _pages(camera: Camera) -> None:
    window = camera.window
    for step in list(window.wizard.steps):
        window.wizard.go_to(step.key)
        camera.shoot(step.key.replace("/", "-"))
        if step.kind == "budget":
            window.wizard.lead_to(f"{step.key}/table")
            camera.shoot("budget-table")
            window.wizard.page.findChild(LedPlace).leave()
            bar = window.wizard.page.scroll_area().verticalScrollBar()
            bar.setValue(bar.maximum())
            camera.shoot("budget-end")
            _chart(camera)


def _chart(camera: Camera) -> None:
    """The chart as a picture and as a table."""
    page = camera.window.wizard.page
    panel = page.findChild(BudgetChartPanel)
    bar = page.scroll_area().verticalScrollBar()
    bar.setValue(panel.mapTo(page, panel.rect().topLeft()).y())
    camera.shoot("budget-chart")
    panel.findChild(QCheckBox).click()
    camera.shoot("budget-chart-table")
    panel.findChild(QCheckBox).click()


def _dialogs(camera: Camera) -> None:
    window = camera.window
    assistant = NewPlanAssistant(window, window.services.added_forms)
    assistant.open()
    camera.shoot("new-jobcenter", assistant)
    assistant.page(0)._box.setEditText("Kreis Coesfeld")
    assistant.next()
    camera.shoot("new-year", assistant)
    assistant.reject()
    item = next(window.session.file.form.budgets)
    context = window.wizard._context
    _excel(camera, item)
    for name, at_text in (("versions", False), ("old-amounts", True)):
        versions = BudgetVersionsDialog(window, context, item.key, at_text=at_text)
        camera.shoot_dialog(name, versions, lambda: window.session.is_checked)
    for finding in window.session.findings[:2]:
        shown = FindingDialog(window, finding)
        camera.shoot_dialog(f"finding-{finding.level}", shown, lambda: True)
    text = TextImportDialog(window, window.services.jobs, DOCUMENT, window.services.added_forms)
    camera.shoot_dialog("text", text, lambda: text._result is not None)
    crash = CrashDialog(window, "", "LPD Desktop\nValueError\nsession.py:10 check_now")
    camera.shoot_dialog("crash", crash, lambda: True)


def _review(camera: Camera) -> None:
    """The review page with an accepted finding and opened groups."""
    session = camera.window.session
    finding = next(each for each in session.findings if each.level != "error")
    session.draft.change("x", lambda file: acknowledge(file, finding, reason="so beschlossen"))
    session.check_now()
    wait_until(lambda: session.is_checked)
    camera.window.wizard.go_to("review")
    findings = camera.window.wizard.page.findChild(LineList)
    for line in [each for each in findings.lines if each.fold and not each.is_open]:
        findings.fold_wanted.emit(line)
    camera.shoot("review-open")


def _excel(camera: Camera, item: BudgetItem) -> None:
    """The assistant with an open question, and what it shows after the workbook was taken."""
    window = camera.window
    excel = ExcelImportDialog(window, window.wizard._context, item, sample_workbook())
    excel.open()
    wait_until(lambda: excel.page.preview is not None)
    camera.shoot("excel", excel)
    excel._on_accepted()
    wait_until(lambda: window.session.is_checked)
    camera.shoot("excel-taken", excel)
    excel.reject()
    settle()


def main_and_double(folder: Path) -> None:
    """Writes the pictures, and those of the doubled screen from a process of its own."""
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREEN}"
    if "QT_SCALE_FACTOR" not in os.environ:
        double = {**os.environ, "QT_SCALE_FACTOR": "2"}
        command = [sys.executable, "-m", "tests.gui.screenshots", str(folder)]
        subprocess.run(command, env=double, check=True)
    main(folder)


if __name__ == "__main__":
    main_and_double(Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots"))
