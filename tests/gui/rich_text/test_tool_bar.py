"""The toolbar serves the editor it follows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget

from lpd_desktop.gui.announcing import heard
from lpd_desktop.gui.look.icons import icon
from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.rich_text.tool_bar import RichTextToolBar
from lpd_desktop.plan.rich_text import Heading, ListBlock, Table, paragraph, text_run
from tests.gui.rich_text.outline import outline
from tests.gui.rich_text.test_typing import put_cursor, select


@pytest.fixture
def page(qtbot):
    widget = QWidget()
    layout = QVBoxLayout(widget)
    widget.bar, widget.one, widget.two = RichTextToolBar(widget), RichTextEdit(), RichTextEdit()
    for each in (widget.bar, widget.one, widget.two):
        layout.addWidget(each)
    qtbot.addWidget(widget)
    widget.show()
    with qtbot.waitActive(widget):
        widget.activateWindow()
    return widget


def click(qtbot, page, command):
    button = page.bar.widgetForAction(page.bar.commands[command])
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_without_an_editor_nothing_can_be_pressed(page):
    assert not page.bar.isEnabled()


def test_the_buttons_show_what_holds_at_the_cursor(page):
    page.one.set_blocks(
        (
            Heading("h", 2, (text_run("Titel"),)),
            ListBlock("l", "letter", ((paragraph("Punkt"),),)),
            Table("t", (((text_run("Zelle", bold=True),),),)),
        )
    )
    page.bar.follow(page.one)
    put_cursor(page.one, "Titel")
    assert page.bar.style_box.currentText() == "Überschrift 2"

    put_cursor(page.one, "Punkt")
    assert page.bar.commands["letter"].isChecked()
    assert not page.bar.commands["bullet"].isChecked()

    select(page.one, "Zelle")
    assert page.bar.commands["bold"].isChecked()
    assert not page.bar.commands["indent"].isEnabled()
    assert not page.bar.style_box.isEnabled()


def test_a_button_works_on_the_followed_editor_alone(page, qtbot):
    for edit in (page.one, page.two):
        edit.set_blocks((paragraph("Wort"),))
        edit.selectAll()
    page.bar.follow(page.one)
    page.bar.follow(page.two)
    click(qtbot, page, "bold")
    click(qtbot, page, "bullet")

    assert outline(page.one.blocks) == ["p Wort"]
    assert outline(page.two.blocks) == ["- *Wort*"]
    assert QApplication.focusWidget() is page.two


def test_the_style_box_makes_headings(page, qtbot):
    page.one.set_blocks((paragraph("Wort"),))
    page.bar.follow(page.one)
    page.bar.style_box.setFocus()
    qtbot.keyClick(page.bar.style_box, Qt.Key.Key_Down)

    assert outline(page.one.blocks) == ["h1 Wort"]


def test_a_table_of_the_chosen_size_is_inserted(page, qtbot):
    page.one.set_blocks((paragraph("Wort"),))
    page.bar.follow(page.one)
    page.bar.table_menu.actions()[0].trigger()
    dialog = page.bar.table_menu.dialog
    dialog.rows.setValue(2)
    dialog.columns.setValue(4)
    dialog.accept()
    qtbot.keyClicks(page.one, "x")

    assert outline(page.one.blocks) == ["p Wort", "| x |  |  | ", "|  |  |  | "]
    assert page.one.blocks[1].header_rows == 1


def test_every_button_has_a_name_and_a_tooltip(page):
    for button in page.bar.findChildren(QToolButton):
        if button.isVisible():
            assert button.accessibleName()
            assert button.toolTip()


def test_the_bar_survives_the_end_of_its_editor(qtbot):
    bar, edit = RichTextToolBar(), RichTextEdit()
    qtbot.addWidget(bar)
    bar.follow(edit)
    with qtbot.waitSignal(edit.destroyed):
        edit.deleteLater()

    assert not bar.isEnabled()
    bar.run("bold")


def test_icons_have_the_colour_of_the_palettes_text(qapp):
    before = qapp.palette()
    palette = QPalette(before)
    palette.setColor(QPalette.ColorRole.ButtonText, QColor("#12ab34"))
    qapp.setPalette(palette)
    try:
        image = icon("bold").pixmap(32, 32).toImage()
    finally:
        qapp.setPalette(before)
    colors = {image.pixelColor(x, y).name() for x in range(32) for y in range(32)}

    assert "#12ab34" in colors


def test_a_key_leads_into_the_bar_arrows_go_on_and_escape_leads_back(page, qtbot):
    page.one.set_blocks((paragraph("Wort"),))
    page.bar.follow(page.one)
    page.one.setFocus()
    page.one.selectAll()
    qtbot.keyClick(page.one, Qt.Key.Key_F10, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is page.bar.style_box

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert QApplication.focusWidget().accessibleName() == "Fett"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    assert QApplication.focusWidget().accessibleName() == "Tabelle"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert QApplication.focusWidget() is page.bar.style_box
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert outline(page.one.blocks) == ["p *Wort*"]
    assert QApplication.focusWidget() is page.one

    qtbot.keyClick(page.one, Qt.Key.Key_F10, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.one


def test_what_a_key_switches_is_said(page, qtbot):
    page.one.setFocus()
    said = []
    with heard(said.append):
        for key in (Qt.Key.Key_B, Qt.Key.Key_B):
            qtbot.keyClick(page.one, key, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(page.one, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
        shifted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        qtbot.keyClick(page.one, Qt.Key.Key_L, shifted)
        qtbot.keyClick(page.one, Qt.Key.Key_L, shifted)

    assert said == [
        "Fett ein",
        "Fett aus",
        "Überschrift 1",
        "Überschrift 1, Aufzählung",
        "Überschrift 1",
    ]
