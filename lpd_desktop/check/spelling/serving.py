"""The spelling process: answers requests from its input until that ends.

The dictionary is a file from elsewhere, and the library that reads it is written in C++: what goes
wrong there ends this process and not the window. It also computes while the window goes on.
`python -m lpd_desktop.check.spelling.serving FOLDER NAME`
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

import msgspec

from lpd_desktop.check.spelling.dictionary import Dictionary, HunspellDictionary
from lpd_desktop.check.spelling.dictionary_files import DictionaryFiles, check_dictionary
from lpd_desktop.check.spelling.field_words import field_words
from lpd_desktop.check.spelling.judging import Judge
from lpd_desktop.check.spelling.messages import (
    Answer,
    Ask,
    Done,
    Known,
    Proposals,
    Propose,
    Refused,
    Request,
)
from lpd_desktop.check.spelling.suggesting import suggestions
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.typed_data import decoded


def serve(files: DictionaryFiles, source: BinaryIO, sink: BinaryIO) -> int:
    """Answers line by line; the first line says whether the dictionary was loaded."""
    try:
        check_dictionary(files)
        dictionary = HunspellDictionary(files)
    except LpdError as error:
        _write(sink, Refused(str(error)))
        return error.exit_status
    judge = Judge(dictionary, field_words())
    _write(sink, Done())
    for line in source:
        _write(sink, _answer(judge, dictionary, line))
    return 0


def _answer(judge: Judge, dictionary: Dictionary, line: bytes) -> Answer:
    request = decoded(line, Request)
    if isinstance(request, Ask):
        return Known(tuple(map(judge.knows, request.words)))
    if isinstance(request, Propose):
        return Proposals(tuple(suggestions(judge, dictionary, request.word, request.limit)))
    judge.accept(request.words)
    return Done()


def _write(sink: BinaryIO, answer: Answer) -> None:
    sink.write(msgspec.json.encode(answer) + b"\n")
    sink.flush()


def main(arguments: list[str]) -> int:
    """Serves the dictionary whose folder and name are given."""
    folder, name = arguments
    files = DictionaryFiles(Path(folder), name, "")
    return serve(files, sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
