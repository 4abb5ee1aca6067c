"""Changes as lines of plain text, to be read without colour and by ear."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from lpd_desktop.plan.comparing.comparison import Comparison
from lpd_desktop.plan.comparing.gap_changes import told_gaps, visible_pieces
from lpd_desktop.plan.comparing.gaps import PARAGRAPH_BREAK
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
PARAGRAPH_SIGN = " ¶ "
"""Stands between paragraphs of one line."""


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
    no_word = ["kein Wort"] if all(map(has_gaps_alone, change.changed_lines)) else []
    told = ", ".join([*words, *_unseen(change), *no_word])
    return f"{status}: {told}" if told else status


def told_counts(change: PlaceChange | Comparison) -> str:
    """`3 Wörter neu, 2 entfallen, 22 Leerzeichen anders`; empty where nothing can be counted."""
    added, removed = change.words_added, change.words_removed
    words = [f"{counted(added, 'Wort', 'Wörter')} neu", f"{removed} entfallen"]
    return ", ".join([*(words if added or removed else []), *_unseen(change)])


def _unseen(change: PlaceChange | Comparison) -> Iterator[str]:
    if change.blanks_changed:
        yield f"{change.blanks_changed} Leerzeichen anders"
    if change.unseen_changed:
        number = counted(change.unseen_changed, "unsichtbares", "unsichtbare")
        yield f"{number} Zeichen anders"


def has_gaps_alone(line: LineChange) -> bool:
    """Whether nothing but blanks and unseen characters of a line changed."""
    return (
        line.status == "changed"
        and bool(line.gap_changes)
        and all(piece.sign == "same" for piece in visible_pieces(line.pieces))
    )


def marked_line(line: LineChange) -> str:
    """One line with its label, its words and its remark; what stayed is shortened."""
    label = f"{line.label}: " if line.label and (line.pieces or line.remark) else line.label
    gaps = told_gaps(line.gap_changes)
    if has_gaps_alone(line):
        words, gaps = gaps, ""
    else:
        words = _marked_words(line if not gaps else with_visible_pieces(line))
    empty = _EMPTY if not words and not line.label else ""
    remarks = "".join(f" ({each})" for each in (line.remark, gaps) if each)
    return f"{label}{words or empty}{remarks}".strip()


def with_visible_pieces(line: LineChange) -> LineChange:
    """The line without changes of blanks, which `told_gaps` tells."""
    return replace(line, pieces=visible_pieces(line.pieces))


def _marked_words(line: LineChange) -> str:
    return "".join(_marked(line, place, piece) for place, piece in enumerate(line.pieces))


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
    if len(start) + len(end) > len(text):
        return text.replace("\n", " ")
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
    shown = text.replace("\n", " ").replace(CELLS, BAR)
    return shown.replace(PARAGRAPH_BREAK, PARAGRAPH_SIGN)
