"""Runs commands and the window once and prints what they said, for comparison between machines.

`python -m tests.end_to_end.foreign_surroundings PLAN`; the data folder comes from LPD_DATA. The
last line names what was written beside the program.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import sys
from pathlib import Path
from urllib.parse import unquote

PROJECT = Path(__file__).resolve().parents[2]
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.truncate", "sqlite3.connect"}
_written: list[str] = []


def _tell(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")


def _watch(event: str, given: tuple[object, ...]) -> None:
    """Notes what is opened for writing in the folder of the program."""
    writes = event == "open" and isinstance(given[2], int) and bool(given[2] & _WRITING)
    if writes or event in _CHANGES:
        with contextlib.suppress(TypeError, ValueError):
            name = os.fsdecode(given[0]).removeprefix("file://").removesuffix("?mode=ro")
            path = Path(unquote(name)).resolve()
            if path.is_relative_to(PROJECT):
                _written.append(path.name)


def _commands(plan: str) -> None:
    from lpd_desktop import cli

    target = Path(os.environ["LPD_DATA"]) / "Äußerst günstig.pdf"
    for words in (
        ["check", "--json", plan],
        ["show", plan],
        ["count", plan],
        ["form", "list"],
        ["drafts", "add", plan],
        ["export", plan, "-o", str(target), "--draft"],
        ["extract", str(target), "-o", str(target.with_suffix(".lpd"))],
    ):
        out = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="strict")
        with contextlib.redirect_stdout(out):
            status = cli.main(words)
        out.flush()
        said = out.buffer.getvalue()
        if words[0] == "drafts":
            said = b""  # a new id each time
        _tell(words[0], status, hashlib.sha256(said).hexdigest()[:16])
    _tell(hashlib.sha256(target.read_bytes()).hexdigest()[:16])


def _window() -> None:
    from PySide6.QtCore import QDate, QLocale

    from lpd_desktop.app import build_window
    from lpd_desktop.gui.application import create_application
    from lpd_desktop.gui.stored_drafts import StoredDrafts

    folder = Path(os.environ["LPD_DATA"])
    create_application(["lpd-desktop"])
    window = build_window(folder)
    window.show()
    _tell(ascii(QLocale().toString(1234.5, "f", 2)), ascii(QLocale().toString(QDate(2022, 3, 4))))
    _tell([ascii(row.jobcenter) for row in StoredDrafts(folder).rows()])
    window.close()


if __name__ == "__main__":
    sys.addaudithook(_watch)
    _commands(sys.argv[1])
    _window()
    _tell("beside the program:", sorted(set(_written)))
