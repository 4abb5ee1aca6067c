"""Budgetstände, changed rows and sentences as lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lpd_desktop.commands.budget_output import SentenceOutput, VersionOutput, version_outputs
from lpd_desktop.form.model import BUDGET_COLUMNS
from lpd_desktop.plan.amounts import format_euro
from lpd_desktop.plan.budget import Amount, TypedText
from lpd_desktop.plan.budget_changes import CellChange, RowChange, signed_euro, signed_percent
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.german import counted, german_date

ID_LENGTH = 12
"""So many letters from the end of an id tell versions apart in practice."""

_STATUS = {"provisional": "vorläufig", "final": "endgültig"}
_COLUMN = {"plan": "Planjahr", "previous": "Vorjahr"}


def version_lines(file: LpdFile) -> Iterator[str]:
    """A line for each version."""
    for each in version_outputs(file):
        parts = (each.id[-ID_LENGTH:], f"{each.time[:16].replace('T', ' ')}", each.source,
                 _letter(each), each.note, counted(each.changes, "Zeile", "Zeilen") + " geändert",
                 "← heute" if each.is_present else "")  # fmt: skip
        yield "  ".join(filter(None, parts))


def _letter(version: VersionOutput) -> str:
    dated = f"vom {german_date(version.date)}" if version.date else ""
    return " ".join(filter(None, (version.letter, dated, _STATUS.get(version.status, ""))))


def change_lines(rows: Iterable[RowChange]) -> Iterator[str]:
    """A line for each cell that changed, and for each row that came, went, moved or was renamed."""
    for row in rows:
        if row.status in ("added", "removed"):
            yield f"{row.label}: Zeile {'neu' if row.status == 'added' else 'entfernt'}"
        if row.is_renamed:
            yield f"{row.old_label}: heißt jetzt „{row.label}“"
        if row.moved:
            yield f"{row.label}: verschoben"
        yield from (
            _cell_line(row, cell) for cell in map(row.cell, BUDGET_COLUMNS) if cell.is_change
        )


def _cell_line(row: RowChange, cell: CellChange) -> str:
    line = f"{row.label}, {_COLUMN[cell.column]}: {_shown(cell.old)} → {_shown(cell.new)}"
    if cell.difference is None:
        return line
    percent = f"; {signed_percent(cell.percent)}" if cell.percent is not None else ""
    return f"{line} ({signed_euro(cell.difference)}{percent})"


def _shown(amount: Amount) -> str:
    if isinstance(amount, int):
        return format_euro(amount)
    return f"„{amount.text}“" if isinstance(amount, TypedText) else "leer"


def sentence_lines(sentences: Iterable[SentenceOutput]) -> Iterator[str]:
    """Two lines for each figure: where and what, and the sentence."""
    for each in sentences:
        yield f"{each.place}: „{each.quote}“ → {_new(each)}"
        yield f"    {each.sentence.strip()}"


def _new(sentence: SentenceOutput) -> str:
    if sentence.new_text:
        return f"„{sentence.new_text}“"
    possible = [each for each in sentence.candidates if each.new_text]
    named = " oder ".join(f"„{each.new_text}“ ({each.meaning})" for each in possible)
    return named or "neu zu schreiben"
