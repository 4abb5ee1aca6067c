from __future__ import annotations

import threading

import pytest

from lpd_desktop.gui.job_runner import JobRunner
from lpd_desktop.runtime.progress import JobCancelled, Progress


@pytest.fixture
def runner():
    runner = JobRunner()
    yield runner
    runner.shut_down()


def test_a_result_arrives_on_the_thread_that_asked(qtbot, runner: JobRunner):
    threads = []
    job = runner.start("Arbeit", lambda _progress: threading.current_thread())
    job.succeeded.connect(lambda _result: threads.append(threading.current_thread()))
    with qtbot.waitSignal(job.succeeded) as caught:
        pass
    assert caught.args[0] is not threading.current_thread()
    assert threads == [threading.current_thread()]
    assert not runner.is_busy


def test_an_error_arrives_as_it_was_raised(qtbot, runner: JobRunner):
    error = ValueError("gone")

    def work(_progress: Progress) -> None:
        raise error

    job = runner.start("Arbeit", work)
    with qtbot.waitSignal(job.failed) as caught:
        pass
    assert caught.args[0] is error


def test_progress_is_told_in_order(qtbot, runner: JobRunner):
    told = []

    def work(progress: Progress) -> None:
        for percent in (0, 50, 100):
            progress.step(percent, "weiter")

    job = runner.start("Arbeit", work)
    job.progressed.connect(lambda percent, _text: told.append(percent))
    with qtbot.waitSignal(job.ended):
        pass
    assert told == [0, 50, 100]


def test_a_cancelled_job_says_so_and_gives_nothing(qtbot, runner: JobRunner):
    started, go_on = threading.Event(), threading.Event()

    def work(progress: Progress) -> int:
        started.set()
        go_on.wait(5)
        progress.step(50, "weiter")
        return 1

    job = runner.start("Arbeit", work)
    results = []
    job.succeeded.connect(results.append)
    started.wait(5)
    with qtbot.waitSignal(job.cancelled):
        job.cancel()
        go_on.set()
    assert results == []


def test_a_dropped_job_is_cancelled_and_tells_its_outcome_no_more(qtbot, runner: JobRunner):
    go_on, told = threading.Event(), []
    slots = {"succeeded": told.append, "failed": told.append, "cancelled": lambda: told.append("")}
    jobs = [runner.start("Arbeit", lambda _progress: go_on.wait(5)) for _ in range(2)]
    for job in jobs:
        for name, slot in slots.items():
            getattr(job, name).connect(slot)
    with qtbot.waitSignal(jobs[1].ended):
        for job in jobs:
            job.drop(**slots)
        go_on.set()
    assert told == []
    for job in jobs:
        with pytest.raises(JobCancelled):
            job.progress.stop_if_cancelled()


def test_five_thousand_emissions_leave_the_process_alive(qtbot, runner: JobRunner):
    told = []

    def work(progress: Progress) -> int:
        for number in range(5000):
            progress.step(number % 100, "weiter")
        return 5000

    job = runner.start("Arbeit", work)
    job.progressed.connect(lambda percent, _text: told.append(percent))
    with qtbot.waitSignal(job.succeeded, timeout=20_000):
        pass
    assert len(told) == 5000


def test_what_is_asked_for_after_the_end_is_cancelled_and_no_error(qtbot, runner: JobRunner):
    runner.shut_down()
    job = runner.start("Arbeit", lambda _progress: 1)
    with qtbot.waitSignal(job.cancelled):
        pass
    assert not runner.is_busy


def test_what_somebody_chose_is_still_done_when_the_window_closes() -> None:
    runner, done = JobRunner(), []
    runner.start("Arbeit", work_until_cancelled := Endless())
    runner.start("Einstellung", lambda _progress: done.append("kept"), is_kept=True)
    runner.start("Suche", lambda _progress: done.append("dropped"))
    work_until_cancelled.begun.wait(5)
    runner.shut_down()
    assert done == ["kept"]


class Endless:
    """Goes on until it is cancelled."""

    def __init__(self) -> None:
        self.begun = threading.Event()

    def __call__(self, progress: Progress) -> None:
        self.begun.set()
        while True:
            progress.stop_if_cancelled()
