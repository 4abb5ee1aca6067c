"""A table that the form proposes, ready to be put into a text."""

from __future__ import annotations

from dataclasses import dataclass

from lpd_desktop.plan.rich_text import Runs, Table, text_run
from lpd_desktop.runtime.identity import new_id


@dataclass(frozen=True)
class Starter:
    """Captions of a proposed table, as they are written.

    Attributes:
        title: What it is, such as `Tabelle für Termine`.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]

    def table(self) -> Table:
        """A new table with these captions and empty cells."""
        head = tuple(map(_cell, self.columns))
        empty: tuple[Runs, ...] = ((),) * (len(self.columns) - 1)
        body = tuple((_cell(row), *empty) for row in self.rows)
        return Table(new_id(), (head, *body), header_rows=1, header_column=True)


def _cell(caption: str) -> Runs:
    return (text_run(caption),) if caption else ()
