"""What is said to those who listen, and what is not."""

from __future__ import annotations

import pytest

from lpd_desktop.gui import announcing
from lpd_desktop.gui.announcing import announce, heard
from lpd_desktop.gui.job_runner import JobRunner
from lpd_desktop.gui.wizard_frame import BottomBar


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
