"""Plans in which somebody remarked on words, and what is done with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from msgspec.structs import replace as changed
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QDialog

from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.remarks.marks import RemarkMarks
from lpd_desktop.gui.remarks.remark_dialog import RemarkDialog
from lpd_desktop.gui.remarks.remarks import Remarks
from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.addresses import Address, with_blocks
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.remark import Author, Remark
from lpd_desktop.plan.rich_text import Paragraph, text_run
from lpd_desktop.plan.sample import sample_file
from tests.unit.plan.remarked import remarked

STAFF = Address("A.staff")
JAN = Author(name="Jan Beispiel", role="Sachgebiet Finanzen")
FIRST = "Die Beratung beginnt im Januar."
SECOND = "Bis Juni sollen 20 Prozent der Stellen besetzt sein."


def written() -> LpdFile:
    """The sample with two paragraphs of its own and no remarks."""
    file = sample_file()
    blocks = (
        Paragraph("p1", (text_run(FIRST),)),
        Paragraph("p2", (text_run(SECOND),)),
    )
    plan = with_blocks(file.form, file.plan, STAFF, blocks)
    return replace(file, plan=plan, work=changed(file.work, remarks=()))


def with_remarks() -> LpdFile:
    """Two remarks of the ministry on words, one on a topic."""
    file = remarked(written(), STAFF, "20 Prozent", text="Warum nicht mehr?")
    file = remarked(file, STAFF, "Januar", text="Welches Jahr?")
    return remarked(file, "B.topics", text="Die Reihenfolge ist gut.")


@pytest.fixture
def remarks_of(qtbot) -> Callable[[MainWindow], Remarks]:
    """The remarks of the open plan, once they are listed."""

    def found(window: MainWindow) -> Remarks:
        remarks = next(
            each for each in window.findChildren(Remarks) if each._session is window.session
        )
        qtbot.waitUntil(lambda: remarks.is_newest)
        return remarks

    return found


@pytest.fixture
def open_plan(window: MainWindow, take, remarks_of) -> Callable[[LpdFile], PlanWizard]:
    """Opens a plan for somebody who has said his name before."""

    def opened(file: LpdFile, author: Author | None = JAN) -> PlanWizard:
        if author is not None:
            memory = window.services.memory
            memory.remember_remark_author(author.name, author.role, author.kind)
        wizard = take(window, file)
        remarks_of(window)
        return wizard

    return opened


def editor(wizard: PlanWizard) -> RichTextEdit:
    """The text about staff, with the focus."""
    wizard.go_to("A.staff")
    edit = wizard.page.rows["A.staff"].field
    assert isinstance(edit, RichTextEdit)
    edit.setFocus()
    return edit


def select(edit: RichTextEdit, words: str) -> None:
    """Selects words of a text."""
    found = edit.document().find(words)
    assert not found.isNull(), words
    edit.setTextCursor(found)


def set_cursor(edit: RichTextEdit, words: str) -> None:
    """Sets the cursor into words."""
    found = edit.document().find(words)
    cursor = QTextCursor(edit.document())
    cursor.setPosition(found.selectionStart() + 2)
    edit.setTextCursor(cursor)


def marked(wizard: PlanWizard) -> list[str]:
    """The words of the text about staff that are marked."""
    marks = wizard.page.rows["A.staff"].field.findChild(RemarkMarks)
    return sorted(marks.words) if isinstance(marks, RemarkMarks) else []


def dialog(window: MainWindow, kind: type[QDialog]) -> QDialog:
    """The dialog of this kind that is open."""
    found = [each for each in window.findChildren(kind) if each.isVisible()]
    assert len(found) == 1, kind
    return found[0]


def press(qtbot, window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """Presses a key where the focus is."""
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifiers)


def write(qtbot, window: MainWindow, text: str) -> None:
    """Writes into the dialog that is open, and finishes."""
    shown = dialog(window, RemarkDialog)
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.text.selectAll()
    shown.text.insertPlainText(text)
    qtbot.keyClick(shown.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def said(window: MainWindow) -> list[tuple[str, str, str]]:
    """Words, text and name of each remark of the open plan."""
    return [(each.quote, each.text, each.name) for each in all_of(window)]


def all_of(window: MainWindow) -> tuple[Remark, ...]:
    """The remarks of the open plan."""
    return window.session.file.work.remarks
