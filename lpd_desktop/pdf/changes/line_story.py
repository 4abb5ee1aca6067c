"""The lines of one place as paragraphs and tables, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec
from msgspec.structs import replace

from lpd_desktop.pdf.changes.change_tables import (
    ChangeTable,
    add_amounts,
    add_statements,
    cells_of,
    is_row,
    row_runs,
)
from lpd_desktop.pdf.changes.marked_pieces import Marker
from lpd_desktop.pdf.inline import Piece
from lpd_desktop.pdf.paragraph import Setting, paragraph_strips
from lpd_desktop.pdf.story import Story, plain_setting
from lpd_desktop.pdf.styles import BODY, SMALL
from lpd_desktop.pdf.tree import Node
from lpd_desktop.plan.comparing.gap_changes import told_gaps
from lpd_desktop.plan.comparing.line_changes import LineChange, LineKind, LineStatus
from lpd_desktop.plan.comparing.marked_text import (
    has_gaps_alone,
    shortened_context,
    shown_text,
    with_note_closed,
    with_visible_pieces,
)
from lpd_desktop.plan.comparing.place_change import PlaceChange
from lpd_desktop.plan.comparing.word_pieces import Piece as WordPiece
from lpd_desktop.plan.search import context_after
from lpd_desktop.runtime.german import counted, quoted

STATUS_WORDS: dict[LineStatus, str] = {
    "same": "unverändert",
    "changed": "geändert",
    "added": "neu",
    "removed": "entfallen",
    "moved": "verschoben",
}
_KINDS: dict[LineKind, str] = {
    "paragraph": "Absatz",
    "heading": "Überschrift",
    "item": "Listenpunkt",
    "row": "Tabellenzeile",
    "title": "",
    "amount": "",
    "fact": "",
}
_EMPTY_LINE = "(leere Zeile)"


def add_lines(story: Story, parent: Node, change: PlaceChange, numbers: Iterator[int]) -> None:
    """Adds what changed at a place; what stayed is counted, and quoted where it helps to find.

    `numbers` are those of the changes inside lines.
    """
    amounts = [line for line in change.lines if line.kind == "amount"]
    if amounts:
        add_amounts(story, parent, amounts)
    others = [line for line in change.lines if line.kind != "amount"]
    writer = _LinesWriter(story, parent, _caption(change), numbers)
    for kind, group in groupby(others, _sort):
        writer.write(kind, list(group))


def _caption(change: PlaceChange) -> str:
    """Of short statements; empty where they are all there is, so that the place heads them."""
    if all(_sort(line) == "statement" for line in change.changed_lines):
        return ""
    return "Angaben zur ganzen Tabelle" if change.kind == "table" else "Weitere Angaben"


def _sort(line: LineChange) -> str:
    """How a line is set."""
    if is_row(line):
        return "row"
    if line.status == "same":
        return "same"
    is_statement = line.kind == "fact" and line.pieces and line.label
    return "statement" if is_statement and not line.gap_changes else "text"


class _LinesWriter(msgspec.Struct, eq=False):
    """Writes runs of lines; what stayed is told when something follows it."""

    story: Story
    parent: Node
    caption: str
    numbers: Iterator[int]
    stayed: tuple[LineChange, ...] = ()

    def write(self, sort: str, lines: list[LineChange]) -> None:
        if sort == "same" or all(line.status == "same" for line in lines):
            self.stayed += tuple(lines)
            return
        if sort == "row":
            for run in row_runs(lines):
                self._write_rows(run)
            return
        self._tell_stayed()
        if sort == "statement":
            add_statements(self.story, self.parent, lines, self.caption)
            return
        for line in lines:
            self._write_line(line)

    def _tell_stayed(self) -> None:
        if self.stayed:
            text = _left_out(self.stayed)
            setting = replace(plain_setting(), keep_with_next=True)
            self.story.text(self.parent, text, SMALL, setting)
        self.stayed = ()

    def _write_rows(self, run: list[LineChange]) -> None:
        """The first row, which may be the head, is shown although it stayed."""
        if all(line.status == "same" for line in run):
            self.stayed += tuple(run)
            return
        self._tell_stayed()
        shown = [line for place, line in enumerate(run) if place == 0 or line.status != "same"]
        columns = len(cells_of(run[0]) or ())
        heads = ("Änderung", *(f"Spalte {number}" for number in range(1, columns + 1)))
        table = ChangeTable.begun(
            self.story, self.parent, heads, figures=False, numbers=self.numbers
        )
        for line in shown:
            whole = line.status in ("added", "removed")
            table.add(_capital(_how(line)), cells_of(line) or (), whole=whole)
        table.end()

    def _write_line(self, line: LineChange) -> None:
        node = Node("P", self.parent)
        marker = Marker(node, BODY)
        colon = ": " if line.pieces or not line.label else ""
        pieces = [marker.plain(_introduction(line) + colon, bold=True), *self._words(marker, line)]
        strips = paragraph_strips(pieces, BODY, self.story.column, Setting(after=7.0))
        self.parent.children.append(node)
        self.story.strips += strips

    def _words(self, marker: Marker, line: LineChange) -> Iterator[Piece]:
        if not line.pieces:
            if not line.label:
                yield marker.plain(_EMPTY_LINE)
        elif line.status in ("added", "removed"):
            for part in line.pieces:
                yield marker.struck(part.text, part.sign)
        elif has_gaps_alone(line):
            yield marker.plain(f"{told_gaps(line.gap_changes)}.")
        else:
            yield from marker.marked(_shortened(with_visible_pieces(line)), self.numbers)
            if line.gap_changes:
                yield marker.plain(f" ({told_gaps(line.gap_changes)})")


def _shortened(line: LineChange) -> Iterator[WordPiece]:
    """The words of a line; what stayed is cut."""
    for place, part in enumerate(line.pieces):
        is_same = part.sign == "same"
        yield replace(part, text=shortened_context(line, place)) if is_same else part


def _how(line: LineChange) -> str:
    return ", ".join(part for part in (STATUS_WORDS[line.status], line.remark) if part)


def _introduction(line: LineChange) -> str:
    """`Absatz, neu`, `Titel, geändert`, `Neu`."""
    what = line.label or _KINDS[line.kind]
    return _capital(", ".join(part for part in (what, _how(line)) if part))


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _left_out(lines: Sequence[LineChange]) -> str:
    """How many lines stayed, and how the last of them begins."""
    number = counted(len(lines), "unveränderte Zeile", "unveränderte Zeilen")
    last_one = "zuletzt " if len(lines) > 1 else ""
    last = "".join(part.text for part in lines[-1].pieces)
    quote = with_note_closed(context_after(shown_text(last), 0).strip())
    return f"… {number}, {last_one}{quoted(quote)}" if quote else f"… {number}"
