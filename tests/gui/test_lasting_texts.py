"""A text lasts as long as its page, whatever else of the window comes and goes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid

from lpd_desktop.gui.text_editor import RichTextEdit
from lpd_desktop.gui.wizard import PlanWizard


def test_a_text_outlives_the_widget_before_it_in_the_order_of_tab(
    qtbot, sample_wizard: PlanWizard
) -> None:
    wizard = sample_wizard
    wizard.go_to("A.staff")
    edit = wizard.page.findChild(RichTextEdit)
    document = edit.document()
    passing = QPushButton(wizard.page)
    passing.show()
    QWidget.setTabOrder(passing, edit)
    wizard.go_to("cover")
    qtbot.wait(10)
    passing.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert isValid(document)
    assert edit.notes.count == 1
