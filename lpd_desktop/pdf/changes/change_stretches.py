"""What a change document must say, straight from the comparison, in its order.

Whole lines alone: words inside a line stand in brackets, where blanks do not part them. Cells are
told one by one, for in a table as in a line something else stands between them.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.pdf.changes.marked_pieces import named
from lpd_desktop.pdf.page_text import settled
from lpd_desktop.plan.comparing.comparison import Comparison
from lpd_desktop.plan.comparing.line_changes import LineChange
from lpd_desktop.plan.comparing.marked_text import shown_text
from lpd_desktop.plan.comparing.text_lines import CELLS


def change_stretches(comparison: Comparison) -> tuple[str, ...]:
    """Each place, and each line that went, came or was moved."""
    return tuple(settled(named(text)) for text in _texts(comparison))


def _texts(comparison: Comparison) -> Iterator[str]:
    for place in comparison.places:
        yield place.place
        for line in place.lines:
            if _is_whole(line):
                yield from map(shown_text, line.pieces[0].text.split(CELLS))


def _is_whole(line: LineChange) -> bool:
    """Statements and amounts have two sides."""
    is_text = line.kind not in ("amount", "fact")
    return is_text and line.status in ("added", "removed", "moved") and len(line.pieces) == 1
