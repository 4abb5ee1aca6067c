"""The list of drafts on the start page."""

from __future__ import annotations

from lpd_desktop.gui.drafts import DraftRow
from lpd_desktop.gui.job_runner import JobRunner
from lpd_desktop.gui.start.start_page import StartPage


def test_drafts_of_the_same_name_are_told_apart_in_the_list(qtbot) -> None:
    times = [f"2022-11-0{day}T09:30:00Z" for day in (7, 8, 9)]
    rows = [
        DraftRow(time, name, "Lokales Planungsdokument 2023", 2023, "Entwurf", 80, time, time)
        for time, name in zip(times, ("Kreis A", "Kreis A", "Kreis B"), strict=True)
    ]
    jobs = JobRunner()
    page = StartPage(jobs)
    qtbot.addWidget(page)
    page.show_drafts(rows)
    names = [page._list.topLevelItem(row).text(0) for row in range(3)]
    assert names[0].startswith("Kreis A (angelegt 07.11.2022")
    assert names[1].startswith("Kreis A (angelegt 08.11.2022")
    assert names[2] == "Kreis B"
    jobs.shut_down()
