"""The log of the program: on this machine, bounded, without a word of any plan."""

from __future__ import annotations

import faulthandler
import logging
import re
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path, PurePath
from types import TracebackType
from typing import Any, TextIO

from lpd_desktop.runtime.code_places import kind_and_places
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import make_private_folder, read_bounded

LOGGER = "lpd_desktop"
LOG_FILE = "lpd-desktop.log"
HARD_CRASH_FILE = "hard-crash.log"
_LOG_BYTES, _OLDER_LOGS = 500_000, 2
_HARD_CRASH_BYTES = 200_000
_ERROR_LINE = re.compile(r"(\d{4}-\d\d-\d\d) \S+ ERROR ")

_TELLABLE = (str, int, float, PurePath, type(None))

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WordlessFormatter(logging.Formatter):
    """Of errors only kinds and places in the code are written, whoever logs them."""

    def __init__(self) -> None:
        """Sets the form of a line."""
        super().__init__("%(asctime)s %(levelname)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """One entry; what may hold words among its arguments is named by its kind."""
        wordless = logging.makeLogRecord(record.__dict__)
        wordless.exc_text = None
        wordless.msg = _wordless(record.msg)
        if isinstance(record.args, tuple):
            wordless.args = tuple(map(_wordless, record.args))
        elif record.args:
            wordless.args = {key: _wordless(each) for key, each in record.args.items()}
        return super().format(wordless)

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802
        """Kinds and places, in the form of a crash report."""
        return "\n".join(kind_and_places(ei[1])) if ei[1] is not None else ""


class _LogFile(RotatingFileHandler):
    """A file that may stand on a full disk."""

    def handleError(self, _record: logging.LogRecord) -> None:  # noqa: N802
        """An entry is lost in silence; the library would print it with a traceback."""


def _wordless(argument: Any) -> Any:
    return argument if isinstance(argument, _TELLABLE) else type(argument).__name__


def log_folder(folder: Path) -> Path:
    """Where the logs of a data folder lie."""
    return folder / "log"


def open_log(folder: Path) -> logging.Handler:
    """Sends what the program logs to a file that never grows beyond its bound.

    Where no file can be written nothing is logged; that keeps nobody from working.
    """
    handler: logging.Handler
    try:
        make_private_folder(log_folder(folder))
        path = log_folder(folder) / LOG_FILE
        handler = _LogFile(path, maxBytes=_LOG_BYTES, backupCount=_OLDER_LOGS, encoding="utf-8")
    except (LpdError, OSError):
        handler = logging.NullHandler()
    handler.setFormatter(WordlessFormatter())
    logging.getLogger(LOGGER).addHandler(handler)
    return handler


def close_log(handler: logging.Handler) -> None:
    """Ends what `open_log` began."""
    logging.getLogger(LOGGER).removeHandler(handler)
    handler.close()


def hard_crash_file(folder: Path) -> Path:
    """Where the places in the code stand at which the process ended at once."""
    return log_folder(folder) / HARD_CRASH_FILE


def log_hard_crashes(folder: Path) -> TextIO | None:
    """Faults that end the process leave the places in the code in a file that stays open.

    Returns:
        The file; None where none can be written.
    """
    path = hard_crash_file(folder)
    with suppress(LpdError, OSError):
        make_private_folder(path.parent)
        if path.exists() and path.stat().st_size > _HARD_CRASH_BYTES:
            path.replace(path.with_suffix(".log.1"))
        file = path.open("a", encoding="utf-8")
        faulthandler.enable(file)
        return file
    return None


def last_error_day(folder: Path) -> str:
    """The ISO date of the newest entry in the log that tells of an error; empty for none."""
    try:
        text = read_bounded(log_folder(folder) / LOG_FILE).decode("utf-8", "replace")
    except LpdError:
        return ""
    days = [found[1] for line in text.splitlines() if (found := _ERROR_LINE.match(line))]
    return days[-1] if days else ""
