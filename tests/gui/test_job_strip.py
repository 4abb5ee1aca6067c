"""Long work shows itself and can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from lpd_desktop.gui import job_strip
from lpd_desktop.gui.announcing import heard
from lpd_desktop.gui.job_runner import JobRunner
from lpd_desktop.gui.job_strip import JobStrip
from lpd_desktop.gui.look.elided_label import ElidedLabel
from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.runtime.progress import Progress


class LongWork:
    """Goes on until somebody stops it or it may end."""

    def __init__(self) -> None:
        self.begun, self.may_end = threading.Event(), threading.Event()

    def __call__(self, progress: Progress) -> str:
        self.begun.set()
        for percent in range(100):
            progress.step(percent, f"Teil {percent}")
            if self.may_end.wait(0.02):
                break
        return "fertig"


@pytest.fixture
def runner():
    runner = JobRunner()
    yield runner
    runner.shut_down()


@pytest.fixture
def strip(qtbot, runner: JobRunner, monkeypatch) -> Iterator[JobStrip]:
    monkeypatch.setattr(job_strip, "SHOWN_AFTER_MS", 40)
    page = QWidget()
    QVBoxLayout(page).addWidget(strip := JobStrip(runner))
    qtbot.addWidget(page)
    page.show()
    yield strip
    page.close()


def text_of(strip: JobStrip) -> str:
    return strip.findChild(ElidedLabel).text()


def test_short_work_shows_nothing(qtbot, runner: JobRunner, strip: JobStrip) -> None:
    shown = []
    job = runner.start("Kurz", lambda _progress: None)
    with qtbot.waitSignal(job.ended):
        shown.append(strip.isVisible())
    qtbot.wait(60)
    assert shown == [False]
    assert not strip.isVisible()


def test_long_work_shows_its_name_how_far_it_is_and_goes_away(
    qtbot, runner: JobRunner, strip: JobStrip
) -> None:
    work = LongWork()
    runner.start("PDF", work)
    qtbot.waitUntil(strip.isVisible)
    qtbot.waitUntil(lambda: strip.findChild(QProgressBar).value() > 2)
    assert text_of(strip).startswith("PDF: Teil ")
    assert "PDF" in strip.findChild(QProgressBar).accessibleName()
    work.may_end.set()
    qtbot.waitUntil(lambda: not strip.isVisible())


def test_the_button_is_reached_with_tab_stops_the_work_and_it_is_said(
    qtbot, runner: JobRunner, strip: JobStrip
) -> None:
    said: list[str] = []
    job = runner.start("PDF", LongWork())
    qtbot.waitUntil(strip.cancel.isVisible)
    assert strip.cancel.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert "PDF" in strip.cancel.accessibleName()
    with heard(said.append), qtbot.waitSignal(job.cancelled, timeout=200):
        qtbot.keyClick(strip.cancel, Qt.Key.Key_Space)
    assert said == ["Abgebrochen: PDF"]
    assert strip.isVisible()
    assert not strip.cancel.isVisible()


def test_short_work_does_not_take_the_place_of_what_is_said(
    qtbot, runner: JobRunner, strip: JobStrip
) -> None:
    job = runner.start("PDF", LongWork())
    qtbot.waitUntil(strip.cancel.isVisible)
    with qtbot.waitSignal(job.cancelled):
        strip.cancel.click()
    with qtbot.waitSignal(runner.start("Lesen", lambda progress: progress.step(1, "")).ended):
        pass
    assert text_of(strip) == "Abgebrochen: PDF"


def test_the_next_job_in_the_queue_is_shown_after_the_first(
    qtbot, runner: JobRunner, strip: JobStrip
) -> None:
    first, second = LongWork(), LongWork()
    runner.start("Eins", first)
    runner.start("Zwei", second)
    qtbot.waitUntil(strip.isVisible)
    assert text_of(strip).startswith("Eins")
    first.may_end.set()
    qtbot.waitUntil(lambda: text_of(strip).startswith("Zwei") and strip.isVisible())
    second.may_end.set()


def test_what_is_stopped_while_it_waits_does_not_begin(qtbot, runner: JobRunner) -> None:
    first, second = LongWork(), LongWork()
    runner.start("Eins", first)
    job = runner.start("Zwei", second)
    job.cancel()
    with qtbot.waitSignal(job.cancelled):
        first.may_end.set()
    assert not second.begun.is_set()


def test_the_start_page_shows_and_stops_long_openings(qtbot, window: MainWindow, tmp_path) -> None:
    strip = window.start.findChild(JobStrip)
    window.services.jobs.start("Datei öffnen", LongWork())
    qtbot.waitUntil(strip.isVisible, timeout=2000)
    qtbot.mouseClick(strip.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: text_of(strip) == "Abgebrochen: Datei öffnen")
    assert not window.services.jobs.is_busy


def test_the_wizard_shows_long_work_in_the_bar_below(qtbot, sample_wizard: PlanWizard) -> None:
    strip = sample_wizard.bar.job
    work = LongWork()
    sample_wizard.window().services.jobs.start("PDF", work)
    qtbot.waitUntil(strip.cancel.isVisible, timeout=2000)
    assert sample_wizard.bar.next.isVisible()
    work.may_end.set()
    qtbot.waitUntil(lambda: not strip.isVisible())
