"""The notice of a derived form in the window."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from lpd_desktop.form.library import form_for_year
from lpd_desktop.gui.menus import MENUS
from lpd_desktop.gui.pages.form_notice import FormNotice
from lpd_desktop.plan.new import jobcenter_named, new_file
from lpd_desktop.plan.sample import sample_file
from tests.gui.test_access import mnemonic, mnemonics_on


def test_a_derived_form_is_confirmed_on_the_cover_and_undone(qtbot, window, take) -> None:
    wizard = take(window, new_file(form_for_year(2027), jobcenter_named("Kleve", 2027)))
    notice = wizard.findChild(FormNotice)
    assert notice.isVisible()
    qtbot.keyClicks(notice.findChild(QLineEdit), "Vorlage 2027")
    buttons = notice.findChildren(QPushButton)
    button = next(each for each in buttons if "bestätigen" in each.text())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not notice.isVisible()
    assert not window.session.file.form.is_unconfirmed
    window.session.draft.undo()
    assert notice.isVisible()


def test_the_ministrys_own_form_needs_no_confirmation(window, take) -> None:
    assert not take(window, sample_file()).findChild(FormNotice).isVisible()


def test_the_notice_takes_no_mnemonic_that_the_page_has_already(window, take) -> None:
    wizard = take(window, new_file(form_for_year(2027), jobcenter_named("Kleve", 2027)))
    bar = [mnemonic(caption) for caption, _entries in MENUS]
    found = Counter([*bar, *mnemonics_on(wizard)])
    assert [key for key, count in found.items() if count > 1] == []
