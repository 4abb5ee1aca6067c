"""Changes as lines of plain text, to be read without colour and by ear."""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.plan.comparing.line_changes import LineChange, LineStatus
from lpd_desktop.plan.comparing.place_change import STATUS_NAMES, PlaceChange
from lpd_desktop.plan.comparing.text_lines import CELLS, FOOTNOTE
from lpd_desktop.plan.comparing.word_pieces import Piece, text_after
from lpd_desktop.plan.search import context_after, context_before
from lpd_desktop.runtime.german import counted

SIGNS: dict[LineStatus, str] = {
    "same": " ",
    "changed": "~",
    "added": "+",
    "removed": "-",
    "moved": ">",
}
SIGNS_EXPLAINED = "~ geändert, + neu, - entfallen, > verschoben; im Text [-entfallen-] und [+neu+]."
_NOTE_GOES_ON = f"…{FOOTNOTE} …"
_EMPTY = "(leere Zeile)"
BAR = " | "
"""Stands between cells."""


def marked_lines(change: PlaceChange) -> Iterator[str]:
    """The place, and below it each line that did not stay."""
    yield f"{change.place} ({told_amount(change)})"
    for line in change.changed_lines:
        yield f"  {SIGNS[line.status]} {marked_line(line)}"


def told_amount(change: PlaceChange) -> str:
    """How the place changed: `geändert: 3 Wörter neu, 1 Wort entfallen`, `neu: 12 Wörter`."""
    status = STATUS_NAMES[change.status]
    amounts = ((change.words_added, " neu"), (change.words_removed, " entfallen"))
    is_changed = change.status == "changed"
    words = [
        f"{counted(number, 'Wort', 'Wörter')}{how if is_changed else ''}"
        for number, how in amounts
        if number
    ]
    return f"{status}: {', '.join(words)}" if words else status


def marked_line(line: LineChange) -> str:
    """One line with its label, its words and its remark; what stayed is shortened."""
    label = f"{line.label}: " if line.label and (line.pieces or line.remark) else line.label
    remark = f" ({line.remark})" if line.remark else ""
    words = "".join(_marked(line, place, piece) for place, piece in enumerate(line.pieces))
    empty = _EMPTY if not words and not line.label else ""
    return f"{label}{words or empty}{remark}".strip()


def _marked(line: LineChange, place: int, piece: Piece) -> str:
    text = piece.text
    if piece.sign == "same":
        return shown_text(shortened_context(line, place))
    if line.status in ("added", "removed"):
        return shown_text(text)
    sign = "+" if piece.sign == "added" else "-"
    replaces = piece.sign == "added" and place and line.pieces[place - 1].sign == "removed"
    return f"{' ' if replaces else ''}[{sign}{shown_text(text)}{sign}]"


def shortened_context(line: LineChange, place: int) -> str:
    """What stayed, beside a change; the whole where nothing of the line changed.

    The brackets of a footnote stand also where it is cut.
    """
    text = line.pieces[place].text
    if len(line.pieces) == 1:
        return text
    before = text_after(line.pieces[:place])
    if place == 0:
        return _end_of(text, before)
    start = context_after(text, 0)
    if start == text.replace("\n", " "):
        return start
    if place == len(line.pieces) - 1:
        return with_note_closed(start, before)
    return _joined_over_gap(start, text, before)


def _joined_over_gap(start: str, text: str, before: str) -> str:
    """Start and end of a text; brackets of footnotes are added where one of both lacks them."""
    end = _end_of(text, before)
    if _is_in_note(before + start) and end.startswith(_NOTE_GOES_ON):
        return f"{start.rstrip('…')} … {end.removeprefix(_NOTE_GOES_ON)}"
    return f"{with_note_closed(start, before).rstrip('…')} … {end.lstrip('…')}"


def with_note_closed(start: str, before: str = "") -> str:
    """The start of a text with the bracket of the footnote in which it was cut."""
    return f"{start}]" if _is_in_note(before + start) else start


def _end_of(text: str, before: str) -> str:
    """The end of a text with the bracket of the footnote in which it was cut."""
    end = context_before(text, len(text))
    if end == text.replace("\n", " "):
        return end
    left_out = text[: len(text) - len(end.removeprefix("…"))]
    return end.replace("…", _NOTE_GOES_ON, 1) if _is_in_note(before + left_out) else end


def _is_in_note(text: str) -> bool:
    return text.rfind(FOOTNOTE) > text.rfind("]")


def shown_text(text: str) -> str:
    """A text in one line, with visible bars between cells."""
    return text.replace("\n", " ").replace(CELLS, BAR)
