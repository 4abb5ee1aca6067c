"""Notices above the drafts: shown, answered, taken away, never cut off."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from lpd_desktop.gui.start.start_notices import StartNotices

LONG = "„/home/jörg müller/" + "ein-sehr-langer-ordner/" * 9 + "drafts.db“ liegt im Netz."


def test_notices_are_replaced_by_key_and_urgent_ones_stand_first(qtbot) -> None:
    notices = StartNotices()
    qtbot.addWidget(notices)
    notices.put("backup", "Bitte wählen Sie einen Ordner.")
    notices.put("damage", "Die Ablage ist beschädigt.", urgent=True)
    notices.put("backup", "Es fehlt ein Ordner.")
    layout = notices.layout()
    shown = [layout.itemAt(place).widget().label.sentence for place in range(layout.count())]
    assert shown == ["Die Ablage ist beschädigt.", "Es fehlt ein Ordner."]
    notices.drop("damage")
    notices.drop("backup")
    assert notices.isHidden()


def test_answers_are_given_with_the_keyboard_and_say_what_they_answer(qtbot) -> None:
    notices, answered = StartNotices(), []
    qtbot.addWidget(notices)
    notices.show()
    notices.put("x", "Etwas ist zu tun.", [("Tun…", lambda: answered.append(1))])
    (button,) = notices.notice("x").buttons
    assert button.accessibleDescription() == "Etwas ist zu tun."
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert answered == [1]


def test_a_long_path_wraps_and_the_page_stays_narrow(qtbot, window) -> None:
    window.start.notices.put("place", LONG, [("Ändern…", print)], urgent=True)
    window.resize(640, 480)
    label = window.start.notices.notice("place").label
    qtbot.waitUntil(lambda: label.width() < window.width())
    assert label.height() >= label.heightForWidth(label.width())
    assert label.height() >= label.fontMetrics().height() * 3
