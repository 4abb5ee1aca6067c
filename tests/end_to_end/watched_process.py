"""Runs the program in a process that tells of every connection it tries; prints what it found.

python -m tests.end_to_end.watched_process lpd COMMANDS    lists of words as JSON
python -m tests.end_to_end.watched_process window FILE
"""

from __future__ import annotations

import json
import sys
from typing import Any

from tests import network_guard


def _run_commands(given: list[str]) -> None:
    """One after the other: none of them loads or tries less because another one ran before."""
    from lpd_desktop.cli import main

    for words in json.loads(given[0]):
        before = len(network_guard.attempts)
        main(words)
        network_guard.attempts[before:] = [
            f"{words[0]}: {tried}" for tried in network_guard.attempts[before:]
        ]


def _start_window(words: list[str]) -> None:
    """The window on a plan, with check and preview, until nothing is left to do."""
    from PySide6.QtCore import QTimer

    from lpd_desktop import app
    from lpd_desktop.gui import application

    run = application.run_event_loop

    def run_and_close(qt: Any, window: Any) -> int:
        def close_when_idle() -> None:
            services = window.services
            jobs = (services.jobs, services.checks, services.previews)
            if window.plan is None or any(each.is_busy for each in jobs):
                QTimer.singleShot(100, close_when_idle)
            else:
                window.close()

        def look_around() -> None:
            if window.plan is None:
                QTimer.singleShot(100, look_around)
                return
            for key in ("preview", "check", "next_page"):
                window.actions_by_key[key].trigger()
            close_when_idle()

        look_around()
        status: int = run(qt, window)
        return status

    application.run_event_loop = run_and_close
    app.run_window(words)


if __name__ == "__main__":
    network_guard.install()
    what, *given = sys.argv[1:]
    (_run_commands if what == "lpd" else _start_window)(given)
    loaded = sorted({"http.client", "ssl", "urllib.request", "socket"} & sys.modules.keys())
    found = {"tried": network_guard.attempts, "loaded": loaded}
    sys.stderr.write(f"{json.dumps(found)}\n")
