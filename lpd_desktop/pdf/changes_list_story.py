"""The list behind the approval note: what a version changes against the one it replaces."""

from __future__ import annotations

from msgspec.structs import replace

from lpd_desktop.pdf.inline import piece
from lpd_desktop.pdf.page_text import one_line
from lpd_desktop.pdf.signature_sheet import APPROVAL
from lpd_desktop.pdf.story import Story, plain_setting
from lpd_desktop.pdf.styles import GROUND, SMALL, TABLE, TABLE_HEAD, TABLE_RULES, TABLE_SPACE
from lpd_desktop.pdf.table_columns import columns_of
from lpd_desktop.pdf.tables import Cell, Row, table_strips
from lpd_desktop.pdf.tree import Node
from lpd_desktop.plan.work import Release, ReleasedChange

CAPTIONS = ("Stelle", "Änderung")
NOTHING = "Die Daten beider Fassungen sind dieselben."
_PLACE_SHARE = 0.42
_WHAT_IS_LISTED = (
    "Verglichen sind die Daten beider Fassungen. Bei Texten ist gezählt, wie viele Wörter neu und "
    "wie viele entfallen sind; Beträge und Angaben sind genannt."
)


def changes_heading(release: Release) -> str:
    """The heading of the list."""
    return f"Änderungen gegenüber Fassung {release.version - 1}"


def add_changes_list(story: Story, parent: Node, release: Release) -> None:
    """Adds the list of a version that replaces another; nothing where none could be made."""
    if release.changes is None:
        return
    story.heading(parent, changes_heading(release), 2, address=APPROVAL)
    if not release.changes:
        story.text(parent, NOTHING, SMALL, plain_setting(APPROVAL))
        return
    setting = replace(plain_setting(APPROVAL), keep_with_next=True)
    story.text(parent, _WHAT_IS_LISTED, SMALL, setting)
    _add_table(story, parent, release.changes)


def _add_table(story: Story, parent: Node, changes: tuple[ReleasedChange, ...]) -> None:
    table = parent.add("Table")
    table.address = APPROVAL
    rows = [_head(table), *(_row(table, each) for each in changes)]
    width = story.column.width
    shares = (_PLACE_SHARE * width, (1 - _PLACE_SHARE) * width)
    strips = table_strips(rows, columns_of(shares, story.column), 1, TABLE_RULES)
    strips[-1] = replace(strips[-1], after=TABLE_SPACE)
    story.strips += strips


def _head(table: Node) -> Row:
    row = table.add("TR")
    cells = []
    for caption in CAPTIONS:
        node = row.add("TH")
        node.attributes["Table"] = {"Scope": "/Column"}
        cells.append(Cell([piece(caption, node, TABLE_HEAD)], TABLE_HEAD, address=APPROVAL))
    return Row(tuple(cells), fill=GROUND, rule_above=True)


def _row(table: Node, change: ReleasedChange) -> Row:
    row = table.add("TR")
    name = row.add("TH")
    name.attributes["Table"] = {"Scope": "/Row"}
    place = Cell([piece(one_line(change.place), name, TABLE_HEAD)], TABLE_HEAD, address=APPROVAL)
    said = Cell([piece(one_line(change.sentence), row.add("TD"), TABLE)], TABLE, address=APPROVAL)
    return Row((place, said))
