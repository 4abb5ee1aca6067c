"""What a release changes against the version it replaces, short enough to be printed behind it."""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.plan.comparing.comparison import compare_plans
from lpd_desktop.plan.comparing.line_changes import LineChange
from lpd_desktop.plan.comparing.marked_text import told_amount
from lpd_desktop.plan.comparing.place_change import PlaceChange
from lpd_desktop.plan.file import LpdFile, read_lpd, seal_digest
from lpd_desktop.plan.work import ReleasedChange, Work
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.german import quoted

_MOST_LINES = 12
"""So many amounts and facts of one place are told; the change document tells all."""


def replaced_file(work: Work) -> LpdFile | None:
    """The published data of the replaced version; None where they are not at hand or not whole."""
    replaced = work.replaced
    if replaced is None or not replaced.content:
        return None
    try:
        file = read_lpd(replaced.content.encode("utf-8"))
    except (LpdError, UnicodeError):
        return None
    return file if seal_digest(file) == replaced.seal else None


def changes_of(file: LpdFile) -> tuple[ReleasedChange, ...] | None:
    """Place by place what differs from the replaced version; None where that is not at hand."""
    before = replaced_file(file.work)
    if before is None:
        return None
    return tuple(map(_released, compare_plans(before, file).places))


def _released(change: PlaceChange) -> ReleasedChange:
    return ReleasedChange(
        where=change.where or change.old_where,
        place=change.place,
        words_in=change.words_added,
        words_out=change.words_removed,
        sentence=_sentence(change),
    )


def _sentence(change: PlaceChange) -> str:
    """Words are counted; amounts, facts and choices are named, the new before the old.

    Words that are gone are not repeated: they may be the reason for the new version.
    """
    told = list(_told_lines(change)) if change.kind in ("table", "fact", "choice") else []
    if not told:
        return f"{told_amount(change)}."
    more = len(told) - _MOST_LINES
    rest = [f"und {more} weitere"] if more > 0 else []
    return f"{'; '.join([*told[:_MOST_LINES], *rest])}."


def _told_lines(change: PlaceChange) -> Iterator[str]:
    return map(_told, change.changed_lines)


_ALONE = {"added": "neu", "removed": "entfallen", "moved": "verschoben"}


def _told(line: LineChange) -> str:
    """`Zeile „…“, 2023: 450.000 € statt 400.000 €`."""
    new, old = _text(line, without="removed"), _text(line, without="added")
    if line.status in _ALONE:
        words = quoted((new or old).rstrip(".")) if new or old else ""
        named = ": ".join(part for part in (line.label, words) if part)
        return f"{named} {_ALONE[line.status]}"
    if new == old:
        return f"{line.label or new} geändert"
    words = f"{new or 'keine Angabe'} statt {old or 'keine Angabe'}"
    return f"{line.label}: {words}" if line.label else words


def _text(line: LineChange, *, without: str) -> str:
    """The line as it is without the words of one sign; cells are divided by commas."""
    kept = [piece.text for piece in line.pieces if piece.sign != without]
    return " ".join("".join(kept).replace("\t", ", ").split())
