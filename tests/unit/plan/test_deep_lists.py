"""Lists in lists: up to a limit they are read, imported and set; beyond it a sentence says so."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from lpd_desktop.plan.file import LpdFile, NotAPlanError, read_lpd, write_lpd
from lpd_desktop.plan.model import Answer
from lpd_desktop.plan.rich_text import DEEPEST_LIST, ListBlock, paragraph
from lpd_desktop.plan.sample import sample_file


def nested(levels: int) -> ListBlock:
    """Lists in each other, each with one item."""
    block = ListBlock("1", "bullet", ((paragraph("innen"),),))
    for level in range(2, levels + 1):
        block = ListBlock(str(level), "bullet", ((paragraph("Zeile"), block),))
    return block


def with_staff(file: LpdFile, block: ListBlock) -> LpdFile:
    answers = {**file.plan.answers, "A.staff": Answer(text=(block,))}
    return replace(file, plan=msgspec.structs.replace(file.plan, answers=answers))


def test_the_deepest_list_is_read_again() -> None:
    file = with_staff(sample_file(), nested(DEEPEST_LIST))
    assert read_lpd(write_lpd(file)).plan == file.plan


def test_no_list_is_made_deeper() -> None:
    with pytest.raises(ValueError, match="lists in each other"):
        nested(DEEPEST_LIST + 1)


@pytest.mark.parametrize("more", [1, 60, 200])
def test_a_file_of_deeper_lists_is_refused_with_the_place(more: int) -> None:
    data = write_lpd(with_staff(sample_file(), nested(DEEPEST_LIST)))
    raw = msgspec.json.decode(data)
    text = raw["plan"]["answers"]["A.staff"]["text"]
    for level in range(more):
        text[:] = [{"id": f"x{level}", "type": "list", "style": "bullet", "items": [list(text)]}]
    with pytest.raises(NotAPlanError, match=r"„plan\.answers\[A\.staff\]\.text\[0\]“ stehen mehr"):
        read_lpd(msgspec.json.encode(raw))


def test_what_is_nested_without_end_is_refused_as_such() -> None:
    with pytest.raises(NotAPlanError, match="zu tief verschachtelt"):
        read_lpd(b"[" * 100_000)
