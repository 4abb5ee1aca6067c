"""Tables of the blank form: the rows that the form proposes, with empty cells."""

from __future__ import annotations

from msgspec.structs import replace

from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetItem, Form, TargetsItem
from lpd_desktop.pdf.budget_story import add_budget_table
from lpd_desktop.pdf.story import Story
from lpd_desktop.pdf.targets_story import add_targets
from lpd_desktop.pdf.tree import Node
from lpd_desktop.pdf.writing_room import add_writing_room
from lpd_desktop.plan.budget import BudgetTable, TableRow, TypedText, proposed_table
from lpd_desktop.plan.model import Answer, Figure

_OWN_ROWS = 2
_NOTHING = TypedText("")


def add_blank_budget(story: Story, parent: Node, form: Form, item: BudgetItem) -> None:
    """Adds the table with empty cells, rows for own labels, and a line for the basis."""
    own = [TableRow(key=f"own{number}", label="", role="addend") for number in range(_OWN_ROWS)]
    rows = [*proposed_table(item).rows, *own]
    emptied = tuple(replace(row, plan=_NOTHING, previous=_NOTHING) for row in rows)
    add_budget_table(story, parent, form, item, BudgetTable(rows=emptied))
    for column in BUDGET_COLUMNS:
        year = form.year if column == "plan" else form.year - 1
        caption = f"Grundlage {year} (Quelle, Datum, vorläufig oder endgültig):"
        add_writing_room(story, parent, caption, 1)


def add_blank_targets(story: Story, parent: Node, form: Form, item: TargetsItem) -> None:
    """Adds the table of the figures, without any."""
    figures = tuple(Figure(key=target.key, value=_NOTHING) for target in item.targets)
    add_targets(story, parent, form, item, Answer(figures=figures))
