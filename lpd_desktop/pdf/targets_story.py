"""The figures of a targets item."""

from __future__ import annotations

from msgspec import UNSET
from msgspec.structs import replace

from lpd_desktop.form.model import Form, TargetsItem
from lpd_desktop.pdf.inline import piece
from lpd_desktop.pdf.story import Story
from lpd_desktop.pdf.styles import GROUND, TABLE, TABLE_HEAD, TABLE_RULES, TABLE_SPACE
from lpd_desktop.pdf.table_columns import columns_of
from lpd_desktop.pdf.tables import Cell, Row, table_strips
from lpd_desktop.pdf.tree import Node
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.figures import format_figure
from lpd_desktop.plan.model import Answer

_VALUE_WIDTH = 130.0


def has_figures(answer: Answer) -> bool:
    """Whether any figure holds something."""
    return any(figure.value is not UNSET for figure in answer.figures)


def add_targets(story: Story, parent: Node, form: Form, item: TargetsItem, answer: Answer) -> None:
    """Adds a table of the figures that hold something."""
    figures = {figure.key: figure for figure in answer.figures if figure.value is not UNSET}
    node = parent.add("Table")
    rows = [_head(node)]
    for target in item.targets:
        if target.key in figures:
            figure = format_figure(figures[target.key].value)
            value = f"{figure} {form.units[target.unit]}".strip()
            address = str(Address(item.key, (target.key,)))
            rows.append(_row(node, form.text(target.label), value, address))
    widths = (story.column.width - _VALUE_WIDTH, _VALUE_WIDTH)
    strips = table_strips(rows, columns_of(widths, story.column), 1, TABLE_RULES)
    strips[-1] = replace(strips[-1], after=TABLE_SPACE)
    story.strips += strips


def _head(parent: Node) -> Row:
    row = parent.add("TR")
    cells = []
    for caption, align in (("Ziel", "left"), ("Wert", "right")):
        node = row.add("TH")
        node.attributes["Table"] = {"Scope": "/Column"}
        pieces = [piece(caption, node, TABLE_HEAD)]
        cells.append(Cell(pieces, TABLE_HEAD, align="right" if align == "right" else "left"))
    return Row(tuple(cells), fill=GROUND, rule_above=True)


def _row(parent: Node, label: str, value: str, address: str) -> Row:
    row = parent.add("TR")
    row.address = address
    name = row.add("TH")
    name.attributes["Table"] = {"Scope": "/Row"}
    cells = (
        Cell([piece(label, name, TABLE)], TABLE, address=address),
        Cell([piece(value, row.add("TD"), TABLE)], TABLE, align="right", foot=True),
    )
    return Row(cells)
