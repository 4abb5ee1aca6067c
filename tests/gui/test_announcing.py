"""What is said to those who listen, and what is not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from lpd_desktop.gui import announcing
from lpd_desktop.gui.announcing import announce, heard
from lpd_desktop.gui.job_runner import JobRunner
from lpd_desktop.gui.steps.step_list import StepList
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.gui.wizard_frame import BottomBar
from tests.gui.conftest import checked


@pytest.fixture
def said():
    sentences: list[str] = []
    with heard(sentences.append):
        yield sentences


@pytest.fixture
def events(monkeypatch) -> list[tuple[str, object]]:
    """What reaches Qt, as if a screen reader listened."""
    sent: list[tuple[str, object]] = []

    class Listening:
        AnnouncementPoliteness = announcing.QAccessible.AnnouncementPoliteness

        @staticmethod
        def isActive() -> bool:
            return True

        @staticmethod
        def updateAccessibility(event: object) -> None:
            sent.append((event.message(), event.politeness()))

    monkeypatch.setattr(announcing, "QAccessible", Listening)
    return sent


@pytest.fixture
def bar(qtbot) -> BottomBar:
    runner = JobRunner()
    bar = BottomBar(runner)
    qtbot.addWidget(bar)
    yield bar
    runner.shut_down()


def test_a_sentence_reaches_qt_politely(bar, events) -> None:
    announce(bar, "Seite 2")
    announce(bar, "Nicht gespeichert", urgent=True)
    announce(bar, "")
    politeness = announcing.QAccessible.AnnouncementPoliteness
    assert events == [
        ("Seite 2", politeness.Polite),
        ("Nicht gespeichert", politeness.Assertive),
    ]


def test_an_older_qt_without_announcements_is_silent(bar, said, monkeypatch) -> None:
    monkeypatch.delattr(announcing.QtGui, "QAccessibleAnnouncementEvent")
    announce(bar, "Seite 2")
    assert said == ["Seite 2"]


def test_saving_is_said_only_when_it_fails_and_when_it_works_again(bar, said) -> None:
    for _ in range(3):
        bar.show_saving("Wird gespeichert …")
        bar.show_saved()
    assert said == []
    bar.show_saving("Nicht gespeichert: voll.", failed=True)
    bar.show_saving("Nicht gespeichert: voll.", failed=True)
    bar.show_saving("Wird gespeichert …")
    assert said == ["Nicht gespeichert: voll."]
    bar.show_saved()
    bar.show_saved()
    assert said == ["Nicht gespeichert: voll.", "Wieder gespeichert"]
    bar.show_saving("Nicht gespeichert: voll.", failed=True)
    assert said[-1] == "Nicht gespeichert: voll."


def test_a_notice_gives_way_to_how_saving_stands_and_at_once_where_that_is_urgent(bar) -> None:
    bar.show_notice("Befund 1 von 3")
    bar.show_saved()
    assert bar.saved.text() == "Befund 1 von 3"
    bar.show_saving("voll", failed=True)
    assert bar.saved.text() == "⚠ voll"


def test_another_page_is_said_with_its_place_unless_the_list_reads_it(
    qtbot, sample_wizard: PlanWizard, said
) -> None:
    sample_wizard.focus_page()
    sample_wizard.go_next()
    assert said == ["A Budget, Seite 2 von 13"]
    steps = sample_wizard.findChild(StepList)
    steps.setFocus()
    said.clear()
    qtbot.keyClick(steps, Qt.Key.Key_Down)
    assert sample_wizard.steps.current.key == "A.staff"
    assert said == []


def type_a_placeholder(qtbot, wizard: PlanWizard) -> None:
    edit = wizard.page.text_rows()[0].edit
    edit.setFocus()
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(edit, "XXX und TODO ")


def test_findings_of_a_field_are_said_once_when_it_was_left_and_not_while_typing(
    qtbot, sample_wizard: PlanWizard, said
) -> None:
    window = sample_wizard.window()
    sample_wizard.go_to("A.staff")
    said.clear()
    type_a_placeholder(qtbot, sample_wizard)
    sample_wizard.flush()
    checked(qtbot, window)
    assert any(each.where.startswith("A.staff") for each in window.session.findings)
    assert said == []
    sample_wizard.bar.next.setFocus()
    assert len(said) == 1
    assert said[0].startswith("Zum vorigen Feld: ")
    sample_wizard.focus_page()
    sample_wizard.bar.next.setFocus()
    assert len(said) == 1


def test_who_leaves_a_field_before_it_is_checked_hears_of_it_afterwards(
    qtbot, sample_wizard: PlanWizard, said
) -> None:
    sample_wizard.go_to("A.staff")
    type_a_placeholder(qtbot, sample_wizard)
    said.clear()
    sample_wizard.bar.next.setFocus()
    assert said == []
    checked(qtbot, sample_wizard.window())
    assert len(said) == 1


def test_a_clock_does_not_tick(qtbot, sample_wizard: PlanWizard, said) -> None:
    sample_wizard.go_to("A.staff")
    said.clear()
    edit = sample_wizard.page.text_rows()[0].edit
    edit.setFocus()
    with qtbot.waitSignal(sample_wizard.window().plan_actions._news.saved, timeout=3000):
        qtbot.keyClicks(edit, "Guter Text. ")
        sample_wizard.flush()
    checked(qtbot, sample_wizard.window())
    assert said == []
