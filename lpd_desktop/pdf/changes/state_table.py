"""The two states side by side: what they are called, of which day, in which condition."""

from __future__ import annotations

from lpd_desktop.pdf.changes.change_tables import NONE, ChangeTable
from lpd_desktop.pdf.changes.compared_state import ComparedState
from lpd_desktop.pdf.story import Story
from lpd_desktop.pdf.tree import Node
from lpd_desktop.plan.comparing.word_pieces import Piece

_HEADS = ("Verglichen", "Ältere Fassung", "Neuere Fassung")


def add_states(story: Story, parent: Node, old: ComparedState, new: ComparedState) -> None:
    """Adds the table of both states; what is known of neither is left out."""
    table = ChangeTable.begun(story, parent, _HEADS, figures=False)
    for (caption, before), (_caption, after) in zip(old.facts(), new.facts(), strict=True):
        if before or after:
            cells = tuple((Piece("same", text or NONE),) for text in (before, after))
            table.add(caption, cells, whole=True)
    table.end()
