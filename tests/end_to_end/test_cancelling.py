"""Long work stops soon after somebody asked for it, and leaves nothing half done."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from lpd_desktop.check.engine import check_plan
from lpd_desktop.gui.plan_jobs import RenderTo
from lpd_desktop.pdf.edition import DRAFT
from lpd_desktop.pdf.rendering import render_plan
from lpd_desktop.plan.addresses import Address, with_blocks
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import Paragraph, Run
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.runtime.progress import JobCancelled, Progress, stop_if_cancelled

SENTENCE = "Die Beratung vor Ort wird im kommenden Jahr weiter gestärkt. "


def long_plan(paragraphs: int) -> LpdFile:
    """The sample with an answer of many paragraphs."""
    file = sample_file()
    words = (Run(text=SENTENCE * 8),)
    blocks = tuple(Paragraph(f"p{number}", words) for number in range(paragraphs))
    return replace(file, plan=with_blocks(file.form, file.plan, Address("A.staff"), blocks))


def cancelled() -> Progress:
    progress = Progress()
    progress.cancel()
    return progress


@pytest.mark.parametrize("after", [0.02, 0.3])
def test_setting_a_very_long_plan_stops_and_writes_no_file(tmp_path: Path, after: float) -> None:
    progress, target = Progress(), tmp_path / "plan.pdf"
    work = RenderTo(long_plan(2500), target, DRAFT)
    timer = threading.Timer(after, progress.cancel)
    timer.start()
    with pytest.raises(JobCancelled), progress.as_current():
        work(progress)
    assert list(tmp_path.iterdir()) == []


def test_while_a_long_plan_is_set_it_asks_often_whether_to_stop() -> None:
    """A thousand paragraphs take about a second; somebody who waits is asked for often enough."""
    progress, asked = Progress(), []
    progress.stop_if_cancelled = lambda: asked.append(1)
    with progress.as_current():
        render_plan(long_plan(500), draft=True)
    assert len(asked) > 500


def test_a_file_that_is_there_already_stays_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"the one before")
    with pytest.raises(JobCancelled):
        RenderTo(sample_file(), target, DRAFT)(cancelled())
    assert target.read_bytes() == b"the one before"


def test_after_a_stopped_document_the_next_one_has_the_same_bytes() -> None:
    file = sample_file()
    expected = render_plan(file, draft=True).data
    progress = Progress()
    calls = 0

    def stop_later() -> None:
        nonlocal calls
        calls += 1
        if calls > 40:
            raise JobCancelled

    progress.stop_if_cancelled = stop_later
    with pytest.raises(JobCancelled), progress.as_current():
        render_plan(long_plan(60), draft=True)
    assert render_plan(file, draft=True).data == expected


def test_a_check_that_was_overtaken_stops_between_two_rules() -> None:
    file = sample_file()
    with pytest.raises(JobCancelled), cancelled().as_current():
        check_plan(file.plan, file.work, file.form)


def test_a_reader_of_workbooks_does_not_take_stopping_for_a_damaged_file() -> None:
    from lpd_desktop.excel.reading import read_workbook
    from lpd_desktop.runtime.resources import resource

    data = resource("sample/budget.xlsx").read_bytes()
    with pytest.raises(JobCancelled), cancelled().as_current():
        read_workbook(data, "budget.xlsx")


def test_a_reader_of_documents_does_not_either() -> None:
    from lpd_desktop.word.importing import import_document

    file = sample_file()
    with pytest.raises(JobCancelled), cancelled().as_current():
        import_document(b"Personal\n\nEs bleibt dabei.\n", "plan.txt", file.form)


def test_nothing_stops_where_nobody_asked() -> None:
    stop_if_cancelled()
    progress = Progress()
    with progress.as_current():
        stop_if_cancelled()
    progress.cancel()
    stop_if_cancelled()
