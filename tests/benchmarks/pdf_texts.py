"""The plans that are set: the largest published one, ten times its text, and long tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.benchmarks.drafts import largest_plan

if TYPE_CHECKING:
    from lpd_desktop.plan.file import LpdFile
    from lpd_desktop.plan.rich_text import Block, Blocks

COLUMNS = 5
TIMES = 10


def many_times(times: int = TIMES) -> LpdFile:
    """The largest plan with every text so many times."""
    from lpd_desktop.plan.addresses import text_fields

    file = largest_plan()
    texts = list(text_fields(file.form, file.plan))
    for address, blocks in texts:
        file = with_text(file, address, tuple(blocks) * times)
    return file


def with_table(rows: int) -> LpdFile:
    """The sample with one long table as an answer."""
    from lpd_desktop.plan.rich_text import Table, text_run
    from lpd_desktop.runtime.identity import new_id

    cells = tuple(
        tuple((text_run(f"Träger {row} {column}, Maßnahme"),) for column in range(COLUMNS))
        for row in range(rows)
    )
    return sample_with(Table(new_id(), cells, header_rows=1))


def with_cell(words: int) -> LpdFile:
    """The sample with a table of which one cell holds so many words."""
    from lpd_desktop.plan.rich_text import Table, text_run
    from lpd_desktop.runtime.identity import new_id

    texts = (("Kopf", "Inhalt"), ("Träger", "Maßnahme im Bezirk " * (words // 3)))
    cells = tuple(tuple((text_run(text),) for text in row) for row in texts)
    return sample_with(Table(new_id(), cells, header_rows=1))


def with_word(characters: int) -> LpdFile:
    """The sample with a word that has no end, as pasted keys and pictures have."""
    from lpd_desktop.plan.rich_text import Paragraph, text_run
    from lpd_desktop.runtime.identity import new_id

    word = "iVBORw0KGgo/AAAANSUhEUgAAB+" * (characters // 27)
    return sample_with(Paragraph(new_id(), (text_run(word),)))


def sample_with(block: Block) -> LpdFile:
    """The sample whose first answer is one block."""
    from lpd_desktop.plan.addresses import text_fields
    from lpd_desktop.plan.sample import sample_file

    file = sample_file()
    address = next(address for address, _blocks in text_fields(file.form, file.plan))
    return with_text(file, address, (block,))


def with_text(file: LpdFile, address: object, blocks: Blocks) -> LpdFile:
    """A plan with other blocks at an address."""
    from lpd_desktop.plan.addresses import with_blocks

    plan = with_blocks(file.form, file.plan, address, blocks)  # type: ignore[arg-type]
    return replace(file, plan=plan, as_read={})
