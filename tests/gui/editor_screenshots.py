"""Pictures of what a text can hold, its footnotes, its menu for tables, and its dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from lpd_desktop.gui.rich_text.numbering import NumberingDialog
from lpd_desktop.gui.rich_text.table_menu import TableSizeDialog
from lpd_desktop.gui.text_row import TextRow
from lpd_desktop.plan.rich_text import (
    Heading,
    ListBlock,
    Paragraph,
    Run,
    Table,
    paragraph,
    text_run,
)
from lpd_desktop.runtime.identity import new_id

if TYPE_CHECKING:
    from tests.gui.screenshots import Camera, Wait


def shoot_editor(camera: Camera, wait: Wait) -> None:
    """Everything that is written is taken back in the end."""
    window = camera.window
    step = next(each for each in window.wizard.steps if each.kind == "topic")
    window.wizard.go_to(step.key)
    row = window.wizard.page.findChildren(TextRow)[0]
    _fill(row)
    wait(lambda: bool(row.notes.editors))
    camera.shoot("editor")
    row.edit.setTextCursor(row.edit.document().find("Bereich"))
    menu = row.edit.createStandardContextMenu(row.edit.cursorRect().center())
    tables = menu.findChild(QMenu)
    tables.popup(window.mapToGlobal(window.rect().center()))
    camera.shoot("editor-table-menu", tables)
    menu.close()
    menu.deleteLater()
    camera.shoot_dialog("table-size", TableSizeDialog(window), lambda: True)
    camera.shoot_dialog("numbering", NumberingDialog(row.edit, 0, 3), lambda: True)
    while row.edit.document().isUndoAvailable():
        row.edit.undo()
    row.flush()


def _fill(row: TextRow) -> None:
    """Everything that a text can hold, in front of what is written."""
    inner = ListBlock(new_id(), "letter", ((paragraph("darunter"),), (paragraph("und noch"),)))
    items = ((paragraph("dritter Punkt"),), (paragraph("vierter Punkt"), inner))
    note = Run(footnote=(text_run("Eine Anmerkung zu diesem Satz."),))
    cells = (("Bereich", "Stellen"), ("Beratung", "12,5"), ("Leitung", "./."))
    table = tuple(tuple((text_run(cell),) for cell in row) for row in cells)
    shown = (
        Heading(new_id(), 1, (text_run("Zwischentitel"),)),
        Paragraph(new_id(), (text_run("Ein Satz"), note, text_run(" mit einer Fußnote."))),
        ListBlock(new_id(), "number", items, 3),
        Table(new_id(), table, header_rows=1, header_column=True),
    )
    row.edit.replace_blocks((*shown, *row.edit.blocks[:1]), "Bilder")
    row.edit.setFocus()
