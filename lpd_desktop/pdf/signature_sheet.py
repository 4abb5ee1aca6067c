"""The sheet on which a printed document is signed: who, in which function, where and when."""

from __future__ import annotations

from lpd_desktop.pdf.inline import piece
from lpd_desktop.pdf.paragraph import Setting
from lpd_desktop.pdf.story import Story
from lpd_desktop.pdf.styles import BODY, GROUND, TABLE, TABLE_HEAD, TABLE_RULES, TABLE_SPACE
from lpd_desktop.pdf.table_columns import columns_of
from lpd_desktop.pdf.tables import Cell, Row, table_strips
from lpd_desktop.pdf.tree import Node
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.runtime.german import german_date

APPROVAL = "approval"
"""Stands for an address: what is printed of the approval is no answer of the plan."""

_CAPTIONS = ("Name und Funktion", "Ort, Datum", "Unterschrift")
_SHARES = (0.38, 0.24, 0.38)
_ROW = 58.0
"""Points; 20 mm, enough for a signature with a stamp beside it."""


def add_signature_sheet(story: Story, file: LpdFile) -> None:
    """Adds a page with a row for each who signs: first those who approved.

    Without any name there is one empty row.
    """
    node = story.root.add("Sect")
    story.heading(node, "Unterschriften", 1, address=APPROVAL, new_page=True)
    setting = Setting(after=TABLE_SPACE, keep_with_next=True, address=APPROVAL)
    story.text(node, _what_is_signed(file), BODY, setting)
    table = node.add("Table")
    table.address = APPROVAL
    signers = _signers(file)
    empty = max(file.plan.options.signature_lines, 0 if signers else 1)
    rows = [_head(table), *(_row(table, signer) for signer in signers)]
    rows += [_row(table, None) for _ in range(empty)]
    widths = [share * story.column.width for share in _SHARES]
    story.strips += table_strips(rows, columns_of(widths, story.column), 1, TABLE_RULES)


def _signers(file: LpdFile) -> list[Signatory]:
    """Who approved, then who else is to sign; nobody twice."""
    approved = file.release.signatories if file.release is not None else ()
    return list(dict.fromkeys((*approved, *file.plan.options.signers)))


def _what_is_signed(file: LpdFile) -> str:
    jobcenter = file.plan.jobcenter
    parts = [file.form.text(file.form.title), jobcenter.own_name or jobcenter.name]
    if file.plan.as_of:
        parts.append(f"Stand {german_date(file.plan.as_of)}")
    if file.release is None:
        parts.append("Entwurf")
    else:
        parts.append(f"Fassung {file.release.version}")
        parts.append(f"Siegel der Daten {file.release.seal[:8]}")
    return f"Dieses Blatt gehört zu: {', '.join(part for part in parts if part)}."


def _head(table: Node) -> Row:
    row = table.add("TR")
    cells = []
    for caption in _CAPTIONS:
        node = row.add("TH")
        node.attributes["Table"] = {"Scope": "/Column"}
        cells.append(Cell([piece(caption, node, TABLE_HEAD)], TABLE_HEAD, address=APPROVAL))
    return Row(tuple(cells), fill=GROUND, rule_above=True)


def _row(table: Node, signer: Signatory | None) -> Row:
    """A row to sign in; without a signer one writes the name too."""
    row = table.add("TR")
    node = row.add("TD" if signer is None else "TH")
    pieces = [piece("", node, TABLE)]
    if signer is not None:
        node.attributes["Table"] = {"Scope": "/Row"}
        pieces = [piece(f"{signer.name}\n", node, TABLE_HEAD), piece(signer.role, node, TABLE)]
    named = Cell(pieces, TABLE, address=APPROVAL)
    rest = [Cell([piece("", row.add("TD"), TABLE)], TABLE) for _ in _CAPTIONS[1:]]
    return Row((named, *rest), least=_ROW)
