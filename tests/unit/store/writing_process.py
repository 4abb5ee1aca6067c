"""Real processes that write to a store: killed, side by side, without space.

python -m tests.unit.store.writing_process count FOLDER DRAFT
python -m tests.unit.store.writing_process add FOLDER NUMBER
python -m tests.unit.store.writing_process fill FOLDER DRAFT BYTES
"""

from __future__ import annotations

import resource
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.store.draft_store import DraftStore


def say(line: object) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def numbered(file: LpdFile, number: int, size: int = 1) -> LpdFile:
    """The file with a number in every answer, so that a save writes several rows."""
    plan = file.plan
    for key in plan.answers:
        text = (paragraph(f"{number} " * size),)
        plan = plan.with_answer(key, changed(plan.answer(key), text=text))
    return replace(file, plan=plan)


def numbers_in(file: LpdFile) -> set[int]:
    """The numbers in the answers: one, if saves are all or nothing."""
    texts = [answer.text[0].runs[0].text for answer in file.plan.answers.values()]
    return {int(text.split()[0]) for text in texts}


def write_without_end(folder: Path, draft: str) -> None:
    """Saves and tells each number after its save was reported."""
    file = sample_file()
    with DraftStore.open(folder) as store:
        start = max(numbers_in(store.load(draft)))
        for number in count(start + 1):
            store.save(draft, numbered(file, number))
            say(number)


def add_many(folder: Path, number: int) -> None:
    """Opens a store that may not be there yet, and adds drafts."""
    for _ in range(number):
        with DraftStore.open(folder) as store:
            say(store.add(sample_file()))


def write_without_space(folder: Path, draft: str, limit: int) -> None:
    """Saves ever larger texts until the file may not grow any more."""
    with DraftStore.open(folder) as store:
        file = sample_file()
        store.save(draft, numbered(file, 1))
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        for number in count(2):
            try:
                store.save(draft, numbered(file, number, size=20_000 * number))
            except LpdError as error:
                say(f"refused {number} {type(error).__name__} {error}")
                break
            say(f"saved {number}")
        say(f"still {max(numbers_in(store.load(draft)))}")


def main(what: str, folder: str, *rest: str) -> None:
    if what == "count":
        write_without_end(Path(folder), rest[0])
    elif what == "add":
        add_many(Path(folder), int(rest[0]))
    else:
        write_without_space(Path(folder), rest[0], int(rest[1]))


if __name__ == "__main__":
    main(*sys.argv[1:])
