"""The client of the spelling process: starts it, asks it, ends it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

import lpd_desktop
from lpd_desktop.check.spelling.dictionary_files import DictionaryError, DictionaryFiles
from lpd_desktop.check.spelling.messages import (
    Accept,
    Answer,
    Ask,
    Done,
    Known,
    Proposals,
    Propose,
    Refused,
    Request,
)
from lpd_desktop.runtime.typed_data import decoded

_PATIENCE_SECONDS = 20
_AnswerT = TypeVar("_AnswerT", Done, Known, Proposals)


class SpellingEndedError(DictionaryError):
    """The process ended while it was asked, as with a damaged dictionary."""


class SpellingProcess:
    """One dictionary in a process of its own. Calls wait for the answer; one thread uses it."""

    def __init__(self, files: DictionaryFiles) -> None:
        """Starts the process.

        Raises:
            DictionaryError: the dictionary cannot be used.
        """
        self._files = files
        self._process = _started(files)
        try:
            self._read(Done)
        except DictionaryError:
            self.close()
            raise

    def accept(self, words: Sequence[str]) -> None:
        """From now on these words are known besides the dictionary's.

        Raises:
            SpellingEndedError: the process has ended.
        """
        self._ask(Accept(tuple(words)), Done)

    def knows(self, words: Sequence[str]) -> tuple[bool, ...]:
        """For each word whether it is spelled right.

        Raises:
            SpellingEndedError: the process has ended.
        """
        return self._ask(Ask(tuple(words)), Known).known

    def suggest(self, word: str, limit: int = 7) -> tuple[str, ...]:
        """What a word may have been, the likeliest first.

        Raises:
            SpellingEndedError: the process has ended.
        """
        return self._ask(Propose(word, limit), Proposals).words

    def close(self) -> None:
        """Ends the process, from any thread and also while it is asked."""
        process = self._process
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # what was not yet sent to the ended process
                    continue

    def _ask(self, request: Request, kind: type[_AnswerT]) -> _AnswerT:
        sink = self._process.stdin
        try:
            if sink is not None:
                sink.write(msgspec.json.encode(request) + b"\n")
                sink.flush()
        except (OSError, ValueError) as error:
            raise self._ended() from error
        return self._read(kind)

    def _read(self, kind: type[_AnswerT]) -> _AnswerT:
        source = self._process.stdout
        watchdog = threading.Timer(_PATIENCE_SECONDS, self._process.kill)
        watchdog.daemon = True
        watchdog.start()
        try:
            line = source.readline() if source is not None else b""
        except (OSError, ValueError):
            line = b""
        finally:
            watchdog.cancel()
        if not line.endswith(b"\n"):
            raise self._ended()
        answer = decoded(line, Answer)
        if isinstance(answer, Refused):
            raise DictionaryError(answer.sentence)
        if not isinstance(answer, kind):
            raise self._ended()
        return answer

    def _ended(self) -> SpellingEndedError:
        message = (
            f"Das Wörterbuch „{self._files.words}“ ließ sich nicht benutzen; vermutlich ist es "
            "beschädigt. Bitte ersetzen Sie beide Dateien."
        )
        return SpellingEndedError(message)


def _started(files: DictionaryFiles) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*_command(), str(files.folder), files.name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _command() -> list[str]:
    """The frozen program has no interpreter; its command line serves instead."""
    if getattr(sys, "frozen", False):
        name = "lpd.exe" if sys.platform == "win32" else "lpd"
        return [str(Path(sys.executable).with_name(name)), "dict", "serve"]
    return [sys.executable, "-m", "lpd_desktop.check.spelling.serving"]


def _environment() -> dict[str, str]:
    """The process finds this very package, from wherever the program was started."""
    if getattr(sys, "frozen", False):
        return dict(os.environ)
    package = str(Path(lpd_desktop.__file__).resolve().parent.parent)
    paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
