"""What people or files write is shown as it stands: no name becomes a link or a heading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from msgspec.structs import replace as changed
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget

from lpd_desktop.gui.look.schemes import choose_scheme
from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.messages import tell
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.own_dates import OwnDate
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release.approval import Approval, approve
from tests.gui.test_every_dialog import MAKERS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)

MARKUP = '<b>Eva</b> <a href="https://evil.example">Klick</a><h1>ECHT</h1>'
APPROVAL = Approval((Signatory(name=MARKUP, role=MARKUP),), MARKUP, "2022-11-08")


def marked_up() -> LpdFile:
    """A plan with markup wherever it says something of its own."""
    file = sample_file()
    jobcenter = changed(file.plan.jobcenter, own_name=MARKUP)
    potentials = tuple(changed(each, topic=MARKUP) for each in file.plan.potentials)
    plan = changed(file.plan, jobcenter=jobcenter, potentials=potentials)
    dates = (OwnDate(label=MARKUP, date="2099-12-14"),)
    return replace(file, plan=plan, work=changed(file.work, dates=dates))


def rich(holder: QWidget) -> Iterator[str]:
    """The labels that would interpret what they show."""
    for label in holder.findChildren(QLabel):
        shown = label.textFormat()
        if label.isVisible() and shown != Qt.TextFormat.PlainText and label.text():
            yield f"{label.objectName() or type(label).__name__}: {label.text()[:60]}"


@pytest.mark.parametrize("is_approved", [False, True])
def test_no_page_interprets_what_it_shows(window: MainWindow, take, is_approved: bool) -> None:
    file = marked_up()
    wizard = take(window, approve(file, APPROVAL) if is_approved else file)
    for step in list(wizard.steps):
        wizard.go_to(step.key)
        assert list(rich(window)) == [], step.key
    if is_approved:
        wizard.go_to("approval")
        assert MARKUP in wizard.page.state.text()


def test_no_dialog_interprets_what_it_shows(window: MainWindow, take, qtbot) -> None:
    wizard = take(window, marked_up())
    found = {}
    for kind, make in MAKERS.items():
        dialog = make(wizard)
        dialog.show()
        qtbot.waitUntil(lambda: not window.services.jobs.is_busy)
        found[kind.__name__] = list(rich(dialog))
        dialog.reject()
    assert {name: labels for name, labels in found.items() if labels} == {}


def test_the_start_page_interprets_nothing(window: MainWindow, take) -> None:
    take(window, marked_up())
    window.close_plan()
    assert list(rich(window)) == []


@pytest.mark.parametrize("scheme", ["", "dark", "contrast"])
def test_messages_and_tips_interpret_nothing_in_any_scheme(window: MainWindow, scheme: str) -> None:
    choose_scheme(scheme)
    try:
        box = tell(window, MARKUP, MARKUP)
        box.setInformativeText(MARKUP)
        assert list(rich(box)) == []
        box.close()
        QToolTip.showText(QPoint(10, 10), MARKUP, window)
        tips = [each for each in QApplication.topLevelWidgets() if each.inherits("QTipLabel")]
        assert [tip.textFormat() for tip in tips] == [Qt.TextFormat.PlainText]
        QToolTip.hideText()
    finally:
        choose_scheme("")
