"""„Erscheinungsbild“: logo, words and colour by mouse, keyboard, clipboard and dropped files."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from lpd_desktop.editing.look import Look, LookTaken, keep_office_look, look_of, office_look
from lpd_desktop.form.library import form_with_id
from lpd_desktop.gui.cover_look.color_row import contrast_words
from lpd_desktop.gui.cover_look.look_dialog import LookDialog
from lpd_desktop.gui.cover_look.offered_image import offered_image
from lpd_desktop.gui.start.opening import Opening
from lpd_desktop.pdf.logo_reading import logo_of
from lpd_desktop.plan.model import PageOptions
from lpd_desktop.plan.new import jobcenter_named, new_file
from tests.gui.looked_over import faults_in
from tests.logos import ALT, plain_png


@pytest.fixture
def image(tmp_path):
    path = tmp_path / "logo.png"
    path.write_bytes(plain_png(640, 160))
    return path


@pytest.fixture
def dialog(qtbot, sample_wizard):
    window = sample_wizard.window()
    window.actions_by_key["cover_look"].trigger()
    found = window.findChild(LookDialog)
    qtbot.waitUntil(found.isVisible)
    return found


def _options(wizard) -> PageOptions:
    return wizard._session.file.plan.options


def _button(dialog, words: str) -> QPushButton:
    buttons = dialog.findChildren(QPushButton)
    return next(each for each in buttons if words in each.text().replace("&", ""))


def _told(window) -> QMessageBox:
    return next(box for box in window.findChildren(QMessageBox) if box.isVisible())


def _with_logo(qtbot, dialog, image) -> None:
    dialog._on_chosen(str(image))
    qtbot.waitUntil(lambda: dialog.look.logo is not None)


def test_logo_words_and_colour_are_one_step_that_is_undone(qtbot, sample_wizard, dialog, image):
    before = _options(sample_wizard)
    _with_logo(qtbot, dialog, image)
    assert dialog.alt.edit.hasFocus()
    qtbot.keyClicks(dialog.alt.edit, ALT)
    dialog.color.code.setFocus()
    dialog.color.code.selectAll()
    qtbot.keyClicks(dialog.color.code, "#7a1f2b")
    assert _options(sample_wizard) == before
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    options = _options(sample_wizard)
    assert (options.logo.alt, options.logo.size, options.accent) == (ALT, (640, 160), "#7a1f2b")
    draft = sample_wizard._session.draft
    assert draft.undo_title == "Erscheinungsbild ändern"
    draft.undo()
    assert _options(sample_wizard) == before


def test_the_dialog_says_how_large_and_sharp_the_logo_is(qtbot, dialog, image, tmp_path):
    assert dialog.about.text().startswith("Kein Logo.")
    _with_logo(qtbot, dialog, image)
    assert "640 × 160 Bildpunkte, gedruckt 7,0 × 1,8 cm." in dialog.about.text()
    assert "unscharf" not in dialog.about.text()
    image.write_bytes(plain_png(120, 30))
    dialog._on_chosen(str(image))
    qtbot.waitUntil(lambda: "unscharf" in dialog.about.text())


def test_missing_words_are_a_warning_at_the_field(qtbot, dialog, image):
    assert not dialog.alt.isEnabled()
    _with_logo(qtbot, dialog, image)
    assert "Ohne Alternativtext" in dialog.alt.edit.accessibleDescription()
    dialog.alt.edit.setText(ALT)
    dialog.take.setFocus()
    assert "Ohne Alternativtext" not in dialog.alt.edit.accessibleDescription()


def test_a_file_that_is_no_image_is_told_and_changes_nothing(qtbot, dialog, tmp_path):
    wrong = tmp_path / "logo.svg"
    wrong.write_text("<svg/>")
    dialog._on_chosen(str(wrong))
    qtbot.waitUntil(lambda: any(b.isVisible() for b in dialog.findChildren(QMessageBox)))
    assert "als SVG vor" in _told(dialog).text()
    assert dialog.look.logo is None


def test_an_image_is_pasted_with_the_keyboard(qtbot, dialog):
    picture = QImage(300, 90, QImage.Format.Format_RGB32)
    picture.fill(QColor("#a31621"))
    QGuiApplication.clipboard().setImage(picture)
    dialog.take.setFocus()
    qtbot.keyClick(dialog.take, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.look.logo is not None)
    assert dialog.look.logo.size == (300, 90)
    QGuiApplication.clipboard().clear()


def test_text_is_pasted_into_the_field_that_has_the_focus(qtbot, dialog, image):
    _with_logo(qtbot, dialog, image)
    QGuiApplication.clipboard().setText("Wappen")
    dialog.alt.edit.setFocus()
    qtbot.keyClick(dialog.alt.edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dialog.look.logo.alt == "Wappen"
    QGuiApplication.clipboard().clear()


def test_pasting_without_an_image_says_what_to_do(qtbot, dialog):
    QGuiApplication.clipboard().setText("kein Bild")
    _button(dialog, "einfügen").click()
    assert "Zwischenablage ist kein Bild" in _told(dialog).text()
    QGuiApplication.clipboard().clear()


def test_a_dropped_file_is_read(qtbot, dialog, image):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(image))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(dialog, enter)
    assert enter.isAccepted()
    event = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(dialog, event)
    qtbot.waitUntil(lambda: dialog.look.logo is not None)


def test_what_programs_offer_as_png_is_taken_as_it_is_and_large_images_made_smaller(qtbot):
    ready, drawn = QMimeData(), QMimeData()
    ready.setData("image/png", plain_png(9, 9))
    assert offered_image(ready) == plain_png(9, 9)
    picture = QImage(4000, 1000, QImage.Format.Format_ARGB32)
    picture.fill(QColor("#a31621"))
    drawn.setImageData(picture)
    offered = offered_image(drawn)
    assert isinstance(offered, bytes)
    assert logo_of(offered, "").size == (1600, 400)
    assert offered_image(QMimeData()) is None


@pytest.mark.parametrize(
    ("accent", "words"),
    [
        ("", "11,1 : 1: gut lesbar."),
        ("#ffcc00", "1,5 : 1: für Überschriften zu blass."),
        ("#ffffff", "Ton #767676 mit 4,5 : 1."),
    ],
)
def test_contrast_is_told_in_words(accent, words):
    assert words in contrast_words(accent)


def test_colours_are_chosen_from_a_list_or_typed(qtbot, dialog):
    box, color = dialog.color._choice, dialog.color
    assert box.currentText() == "Dunkelblau (Standard)"
    index = box.findText("Rot")
    box.setCurrentIndex(index)
    box.activated.emit(index)
    assert color.code.text() == color.accent == "#a31621"
    color.code.setFocus()
    color.code.selectAll()
    qtbot.keyClicks(color.code, "163D66")
    assert (color.accent, box.currentText()) == ("", "Dunkelblau (Standard)")
    color.code.selectAll()
    qtbot.keyClicks(color.code, "#123456")
    assert (color.accent, box.currentText()) == ("#123456", "Eigene Farbe")


def test_every_colour_of_the_list_is_printed_as_it_is(dialog):
    box = dialog.color._choice
    accents = [box.itemData(index) for index in range(box.count() - 1)]
    assert len(accents) > 5
    assert all("gut lesbar" in contrast_words(accent) for accent in accents)


def test_a_code_that_is_no_colour_keeps_the_dialog_open(qtbot, sample_wizard, dialog):
    before = _options(sample_wizard)
    dialog.color.code.setFocus()
    dialog.color.code.selectAll()
    qtbot.keyClicks(dialog.color.code, "rot")
    assert dialog.look is None
    dialog.take.click()
    assert dialog.isVisible()
    assert dialog.color.code.hasFocus()
    assert _options(sample_wizard) == before


def test_a_look_is_kept_for_new_plans_and_taken_again(qtbot, window, sample_wizard, dialog, image):
    _with_logo(qtbot, dialog, image)
    dialog.alt.edit.setText(ALT)
    dialog.color.show_accent("#7a1f4b")
    look = dialog.look
    _button(dialog, "merken").click()
    folder = window.services.data_folder
    qtbot.waitUntil(lambda: office_look(folder) == look)
    qtbot.waitUntil(lambda: any(b.isVisible() for b in dialog.findChildren(QMessageBox)))
    _told(dialog).accept()
    _button(dialog, "Standard").click()
    assert dialog.look.logo is None
    _button(dialog, "hinterlegt").click()
    qtbot.waitUntil(lambda: dialog.look == look)


def test_the_logo_is_removed(qtbot, sample_wizard, dialog, image):
    _with_logo(qtbot, dialog, image)
    _button(dialog, "entfernen").click()
    assert dialog.look.logo is None
    assert dialog.alt.edit.text() == ""


def test_every_field_has_a_name_and_every_letter_one_meaning(qtbot, dialog, image):
    _with_logo(qtbot, dialog, image)
    assert faults_in(dialog) == []
    assert dialog.sketch.accessibleDescription().startswith("Rechts oben steht das Logo.")


def test_the_cover_page_names_the_look_and_leads_to_the_dialog(qtbot, window, sample_wizard):
    wizard = sample_wizard
    wizard.go_to("cover")
    assert "Ohne Logo, Farbe des Programms." in wizard.page._look_words.text()
    look = changed(office_look(window.services.data_folder), logo=logo_of(plain_png(640, 160), ALT))
    wizard._session.draft.change("Erscheinungsbild ändern", LookTaken(look))
    assert f"Mit Logo „{ALT}“" in wizard.page._look_words.text()
    wizard.page._look.field.click()
    assert window.findChild(LookDialog).isVisible()


def test_an_approved_plan_keeps_its_look(qtbot, window, sample_wizard):
    session = sample_wizard._session
    work = changed(session.file.work, state="approved")
    session.draft.move_on("Freigabe", replace(session.file, work=work))
    window.actions_by_key["cover_look"].trigger()
    assert window.findChild(LookDialog) is None
    assert "freigegeben" in _told(window).text()


def test_the_sketch_shows_logo_and_colour_on_white_paper(qtbot, dialog, image):
    _with_logo(qtbot, dialog, image)
    dialog.color.show_accent("#a31621")
    dialog._show()
    picture = dialog.sketch.grab().toImage()
    width, height = picture.width(), picture.height()
    colors = {picture.pixelColor(x, y).name() for x in range(width) for y in range(height)}
    assert {"#ffffff", "#a31621", "#c02020"} <= colors


def test_a_plan_that_is_begun_in_the_window_has_the_look_of_the_office(qtbot, window):
    look = Look(logo_of(plain_png(640, 160), ALT), "#7a1f4b")
    keep_office_look(window.services.data_folder, look)
    form = form_with_id("lpd-2023")
    opening = window.findChild(Opening)
    opening._on_made(new_file(form, jobcenter_named("Coesfeld", form.year)))
    qtbot.waitUntil(lambda: window.session is not None)
    assert look_of(window.session.file) == look
