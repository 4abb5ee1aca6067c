"""Composition root of the window: builds the objects and hands them over."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from lpd_desktop.runtime.data_folder import data_folder

if TYPE_CHECKING:
    from lpd_desktop.editing.writer import DraftWriter
    from lpd_desktop.gui.autosave import SaveNews
    from lpd_desktop.gui.main_window import MainWindow
    from lpd_desktop.gui.stored_drafts import StoredDrafts


def run_window(arguments: list[str]) -> int:
    """Shows the window until it is closed; returns the exit status."""
    from lpd_desktop.gui.application import create_application, run_event_loop
    from lpd_desktop.gui.crash_report import install_crash_report
    from lpd_desktop.gui.start.only_window import OnlyWindow
    from lpd_desktop.gui.start.place_dialog import settled_folder
    from lpd_desktop.gui.start.start_up import StartUp
    from lpd_desktop.gui.window_memory import WindowMemory
    from lpd_desktop.runtime.log_files import log_hard_crashes
    from lpd_desktop.runtime.run_mark import RunMark

    options = _parser().parse_args(arguments)
    wanted = data_folder(options.data)
    chosen = options.scheme or os.environ.get("LPD_SCHEME", "")
    scheme = chosen or WindowMemory(wanted).scheme()
    app = create_application(["lpd-desktop"], scheme)
    folder = settled_folder(app, wanted)
    if folder is None:
        return 1
    only = OnlyWindow(folder)
    status = only.give_way(app, options.file)
    if status is not None:
        return status
    mark = RunMark(folder)
    bad_end = mark.begin()
    log_hard_crashes(folder)
    window = build_window(folder)
    only.listen_for(window)
    install_crash_report(window, folder)
    StartUp(window, bad_end)
    app.commitDataRequest.connect(mark.end)
    if options.file is not None:
        window.opening.open_file(str(options.file))
    status = run_event_loop(app, window)
    mark.end()
    return status


def build_window(folder: Path) -> MainWindow:
    """The window over the drafts of a data folder. Needs an application object."""
    from lpd_desktop.gui.job_runner import JobRunner
    from lpd_desktop.gui.main_window import MainWindow
    from lpd_desktop.gui.services import Services
    from lpd_desktop.gui.steps.bookmarks import Bookmarks
    from lpd_desktop.gui.stored_drafts import StoredDrafts
    from lpd_desktop.gui.window_memory import WindowMemory

    drafts = StoredDrafts(folder)
    services = Services(
        drafts=drafts,
        open_autosave=_writers(folder, drafts),
        jobs=JobRunner(),
        checks=JobRunner(),
        previews=JobRunner(),
        memory=WindowMemory(folder),
        bookmarks=Bookmarks(folder),
        added_forms=folder / "forms",
        data_folder=folder,
    )
    return MainWindow(services)


def _writers(folder: Path, drafts: StoredDrafts) -> Callable[[str, SaveNews], DraftWriter]:
    def open_writer(draft: str, news: SaveNews) -> DraftWriter:
        from lpd_desktop.editing.writer import DraftWriter

        return DraftWriter(
            folder,
            draft,
            on_saved=news.tell_saved,
            on_failed=news.tell_failed,
            revision=drafts.revision_of(draft),
        )

    return open_writer


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="lpd-desktop", description="Das Fenster von LPD Desktop")
    known = ".lpd, unser PDF oder .lpd-remarks"
    parser.add_argument("file", nargs="?", type=Path, metavar="DATEI", help=known)
    parser.add_argument("--data", type=Path, metavar="ORDNER", help="Ordner für Entwürfe")
    parser.add_argument("--scheme", choices=("light", "dark", "contrast"), help="Farben")
    return parser
