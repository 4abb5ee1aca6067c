"""The chart of a budget: one figure for each row, with its facts as alternative text.

The labels are text of the figure, so whoever takes the text out of a page finds the amounts, and
the comparison of pages and data covers them.
"""

from __future__ import annotations

import msgspec

from lpd_desktop.form.model import BudgetItem, Form, item_name
from lpd_desktop.pdf.canvas import Color, Ink, TaggedCanvas
from lpd_desktop.pdf.fonts import face
from lpd_desktop.pdf.page_text import cleaned
from lpd_desktop.pdf.paragraph import Column, Setting
from lpd_desktop.pdf.story import Story
from lpd_desktop.pdf.strips import Strip
from lpd_desktop.pdf.styles import (
    ACCENT,
    INK,
    PAPER,
    PARAGRAPH_SPACE,
    QUIET,
    SMALL,
    TABLE_HEAD,
    TABLE_SPACE,
)
from lpd_desktop.pdf.tree import Node
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.budget import BudgetTable
from lpd_desktop.plan.chart.facts import BudgetChart, Group, chart_of
from lpd_desktop.plan.chart.layout import Area, GroupLayout, Label, Line, Sheet, Tone, lay_out
from lpd_desktop.plan.chart.sentences import group_sentence, left_out_words

_SIZE = 8.6
_COLORS: dict[Tone, Color] = {"plan": ACCENT, "previous": QUIET, "text": INK, "paper": PAPER}


def add_budget_chart(
    story: Story, parent: Node, form: Form, item: BudgetItem, table: BudgetTable
) -> None:
    """Adds the chart of a table below it."""
    chart = chart_of(item, table, form.year)
    if not chart.groups:
        return
    address = str(Address(item.key, ("table",)))
    setting = Setting(TABLE_SPACE, PARAGRAPH_SPACE / 2, keep_with_next=True, address=address)
    story.text(parent, _caption(form, item, chart), TABLE_HEAD, setting)
    layouts = lay_out(chart, Sheet(story.column.width, _SIZE, _measure))
    for group, layout in zip(chart.groups, layouts, strict=True):
        drawing = _Drawing(_figure(parent, group, address), layout, story.column)
        story.strips.append(_strip(drawing, address))
    if chart.left_out:
        setting = Setting(after=PARAGRAPH_SPACE, address=address)
        story.text(parent, left_out_words(chart), SMALL, setting)


def _caption(form: Form, item: BudgetItem, chart: BudgetChart) -> str:
    years = " und ".join(str(year) for year in chart.years)
    return f"Schaubild: {form.text(item_name(item))} {years}"


def _figure(parent: Node, group: Group, address: str) -> Node:
    node = parent.add("Figure")
    node.alt = cleaned(group_sentence(group))
    node.address = address
    return node


def _strip(drawing: _Drawing, address: str) -> Strip:
    labels = [shape for shape in drawing.layout.shapes if isinstance(shape, Label)]
    drawing.node.content += [_shown(label) for label in labels]
    extents = (drawing.column.extent(address),)
    return Strip(drawing.layout.height, drawing, after=TABLE_SPACE, extents=extents)


def _shown(label: Label) -> str:
    """A label as it is set; the blank parts it from the next one in what is read."""
    cut = face(bold=label.bold)
    return f"{cut.settable(cleaned(label.text))} "


def _measure(text: str, is_bold: bool) -> float:
    cut = face(bold=is_bold)
    return cut.width(cut.settable(cleaned(text)), _SIZE)


class _Drawing(msgspec.Struct, frozen=True, eq=False):
    """Draws one figure; all of it stands in the figure's mark."""

    node: Node
    layout: GroupLayout
    column: Column

    def __call__(self, canvas: TaggedCanvas, top: float) -> None:
        """Draws the shapes and tells the figure where it stands."""
        left = self.column.x
        box = (left, top - self.layout.height, left + self.column.width, top)
        sides = " ".join(f"{side:.2f}" for side in box)
        self.node.attributes["Layout"] = {"Placement": "/Block", "BBox": f"[{sides}]"}
        for shape in self.layout.shapes:
            if isinstance(shape, Area):
                self._area(canvas, top, shape)
            elif isinstance(shape, Line):
                stroke = shape.stroke
                ends = [(stroke.x0, stroke.y0), (stroke.x1, stroke.y1)]
                points = [(left + x, top - y) for x, y in ends]
                canvas.outline(self.node, points, shape.width, _COLORS[shape.tone])
            elif isinstance(shape, Label):
                ink = Ink(face(bold=shape.bold), _SIZE, INK)
                canvas.text(self.node, (left + shape.x, top - shape.y), _shown(shape), ink)

    def _area(self, canvas: TaggedCanvas, top: float, area: Area) -> None:
        left = self.column.x + area.x
        right = left + area.width
        upper, lower = top - area.y, top - area.y - area.height
        rect = (left, lower, area.width, area.height)
        canvas.fill(rect, _COLORS[area.tone], target=self.node)
        if area.line:
            corners = [(left, lower), (right, lower), (right, upper), (left, upper)]
            points = [*corners, corners[0]]
            canvas.outline(self.node, points, area.line, _COLORS[area.line_tone])
