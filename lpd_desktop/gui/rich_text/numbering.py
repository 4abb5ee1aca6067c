"""With which number an item begins, and the dialog that asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout

from lpd_desktop.gui.look.scrolling_dialog import ScrollingDialog
from lpd_desktop.gui.rich_text.count_box import count_box
from lpd_desktop.gui.rich_text.dressing import change_shapes
from lpd_desktop.gui.rich_text.selection import index_at
from lpd_desktop.gui.rich_text.shapes import Shape
from lpd_desktop.gui.rich_text.structure import item_at, number_above, number_of, started_at
from lpd_desktop.gui.rich_text.to_blocks import elements_of

if TYPE_CHECKING:
    from lpd_desktop.gui.rich_text.editor import RichTextEdit

_MOST = 999
_TITLE = "Nummer festlegen"


class NumberingDialog(ScrollingDialog):
    """Asks for the number of the item at the cursor; opened with `open()`."""

    def __init__(self, editor: RichTextEdit, item: int, proposed: int) -> None:
        super().__init__(editor.window())
        self._editor, self._item = editor, item
        self.setWindowTitle(_TITLE)
        self.number = count_box(proposed, _MOST, "Nummer dieses Punktes")
        self.number.selectAll()
        layout = QFormLayout(self)
        layout.addRow("&Nummer dieses Punktes", self.number)
        kinds = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        box.button(kinds.Ok).setText("Ü&bernehmen")
        box.button(kinds.Cancel).setText("&Abbrechen")
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        layout.addRow(box)
        self.accepted.connect(self._on_accepted)
        self.finished.connect(self.deleteLater)

    @Slot()
    def _on_accepted(self) -> None:
        number = self.number.value()
        with self._editor.step(_TITLE):
            change_shapes(
                self._editor.document(), lambda shapes: started_at(shapes, self._item, number)
            )
        self._editor.setFocus()
        self._editor.flush()


def ask_number(editor: RichTextEdit) -> NumberingDialog | None:
    """Opens the dialog for the numbered item at the cursor; None where there is none.

    The first item of a list is offered the number that goes on with the list above.
    """
    shapes = _shapes(editor)
    item = item_at(shapes, index_at(elements_of(editor.document()), editor.textCursor().position()))
    if item is None:
        return None
    number = number_of(shapes, item)
    level = shapes[item].lists[-1]
    goes_on = number_above(shapes, item) if number == level.start else None
    dialog = NumberingDialog(editor, item, goes_on or number)
    dialog.open()
    return dialog


def _shapes(editor: RichTextEdit) -> Sequence[Shape]:
    return [element.shape for element in elements_of(editor.document())]
