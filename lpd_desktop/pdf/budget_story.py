"""The table of a budget item, and what its amounts rest on."""

from __future__ import annotations

import msgspec
from msgspec import UNSET
from msgspec.structs import replace

from lpd_desktop.form.model import BUDGET_COLUMNS, BudgetColumn, BudgetItem, Form
from lpd_desktop.pdf.inline import TextStyle, piece
from lpd_desktop.pdf.natural_widths import natural_width
from lpd_desktop.pdf.paragraph import Setting
from lpd_desktop.pdf.story import Story
from lpd_desktop.pdf.styles import (
    GROUND,
    PARAGRAPH_SPACE,
    SMALL,
    TABLE,
    TABLE_HEAD,
    TABLE_RULES,
    TABLE_SPACE,
)
from lpd_desktop.pdf.table_columns import columns_of
from lpd_desktop.pdf.tables import PAD_X, Cell, Row, table_strips
from lpd_desktop.pdf.tree import Node
from lpd_desktop.plan.addresses import Address, cell_address
from lpd_desktop.plan.amounts import format_amount
from lpd_desktop.plan.budget import Amount, Basis, BudgetTable, TableRow
from lpd_desktop.runtime.german import german_date

_AMOUNT_WIDTH = 76.0
"""At least."""
_OF_WHICH_INDENT = 12.0
_STATUS_NAMES = {"provisional": "vorläufig", "final": "endgültig", "": ""}


def add_budget_table(
    story: Story, parent: Node, form: Form, item: BudgetItem, table: BudgetTable
) -> None:
    """Adds the rows and columns of a table that hold anything, and their basis."""
    _TableWriter(story, form, item, table).write(parent)
    for column in BUDGET_COLUMNS:
        text = _basis_text(form, column, table.basis.of(column))
        if text:
            address = str(Address(item.key, ("table",)))
            story.strips[-1] = replace(story.strips[-1], keep=True)
            setting = Setting(after=PARAGRAPH_SPACE / 2, address=address)
            story.text(parent, text, SMALL, setting)


class _TableWriter(msgspec.Struct, frozen=True, eq=False):
    story: Story
    form: Form
    item: BudgetItem
    table: BudgetTable

    @property
    def rows(self) -> list[TableRow]:
        """The rows with an amount."""
        return [
            row
            for row in self.table.rows
            if any(row.amount(c) is not UNSET for c in BUDGET_COLUMNS)
        ]

    @property
    def columns(self) -> list[BudgetColumn]:
        """The columns with an amount."""
        rows = self.table.rows
        return [c for c in BUDGET_COLUMNS if any(row.amount(c) is not UNSET for row in rows)]

    @property
    def with_cents(self) -> bool:
        """Whether any amount has cents; then all show them."""
        amounts = (row.cents(column) for row in self.rows for column in self.columns)
        return any(cents is not None and cents % 100 for cents in amounts)

    def write(self, parent: Node) -> None:
        node = parent.add("Table")
        node.address = str(Address(self.item.key, ("table",)))
        columns, room = self.columns, self.story.column
        rows = [self._head(node, columns), *(self._row(node, row, columns) for row in self.rows)]
        amounts = [_column_width(rows, index, room.width) for index in range(1, len(columns) + 1)]
        widths = columns_of([room.width - sum(amounts), *amounts], room)
        strips = table_strips(rows, widths, 1, TABLE_RULES)
        extent = room.extent(str(Address(self.item.key, ("table",))))
        strips = [replace(strip, extents=(*strip.extents, extent)) for strip in strips]
        strips[0] = replace(strips[0], before=TABLE_SPACE)
        strips[-1] = replace(strips[-1], after=TABLE_SPACE)
        self.story.strips += strips

    def _head(self, parent: Node, columns: list[BudgetColumn]) -> Row:
        row = parent.add("TR")
        corner = row.add("TD")
        cells = [Cell([piece("", corner, TABLE)], TABLE)]
        captions = {"plan": self.item.plan_caption, "previous": self.item.previous_caption}
        for column in columns:
            node = row.add("TH")
            node.attributes["Table"] = {"Scope": "/Column"}
            caption = piece(self.form.text(captions[column]), node, TABLE_HEAD)
            cells.append(Cell([caption], TABLE_HEAD, align="right"))
        return Row(tuple(cells), fill=GROUND, rule_above=True)

    def _row(self, parent: Node, row: TableRow, columns: list[BudgetColumn]) -> Row:
        node = parent.add("TR")
        node.address = str(Address(self.item.key, ("table", row.key)))
        total = row.role == "total"
        style = TABLE_HEAD if total else TABLE
        label = node.add("TH")
        label.attributes["Table"] = {"Scope": "/Row"}
        cells = [
            Cell(
                [piece(row.label, label, style)],
                style,
                indent=_OF_WHICH_INDENT if row.role == "of_which" else 0.0,
                address=node.address,
            )
        ]
        cells += [self._amount(node, row, column, style) for column in columns]
        return Row(tuple(cells), rule_above=total)

    def _amount(self, parent: Node, row: TableRow, column: BudgetColumn, style: TextStyle) -> Cell:
        shown = amount_text(row.amount(column), with_cents=self.with_cents)
        address = str(cell_address(self.item.key, row.key, column))
        pieces = [piece(shown, parent.add("TD"), style)]
        return Cell(pieces, style, align="right", foot=True, address=address)


def _column_width(rows: list[Row], index: int, room: float) -> float:
    """Wide enough that neither an amount nor a word of the caption is broken."""
    widest = max(natural_width(row.cells[index].pieces)[1] for row in rows)
    return max(_AMOUNT_WIDTH, min(widest + 2 * PAD_X + 1, room / 3))


def amount_text(amount: Amount, *, with_cents: bool) -> str:
    """An amount as printed; text that is no amount stands as it was typed."""
    if amount is UNSET:
        return ""
    if isinstance(amount, int):
        return format_amount(amount, with_cents=with_cents)
    return amount.text


def _basis_text(form: Form, column: BudgetColumn, basis: Basis | None) -> str:
    if basis is None or not (basis.source or basis.date or basis.status):
        return ""
    year = form.year if column == "plan" else form.year - 1
    dated = f"{basis.source} vom {german_date(basis.date)}" if basis.date else basis.source
    parts = [part for part in (dated.strip(), _STATUS_NAMES[basis.status]) if part]
    return f"Grundlage {year}: {', '.join(parts)}"
