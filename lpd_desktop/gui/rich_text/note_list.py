"""The footnotes of a text as a list below it, each edited in its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.rich_text.shortcuts import command_of
from lpd_desktop.plan.rich_text import Blocks, Paragraph, Runs, plain_text
from lpd_desktop.runtime.identity import new_id

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_MARGIN = 5
_SIZE = 0.9
_HELP = "Mit Esc kommen Sie zurück zur Stelle im Text."


class NoteEdit(RichTextEdit):
    """The text of one footnote.

    Attributes:
        left: Somebody wants back to the text.
        given_up: The focus went elsewhere.
    """

    left = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, inline_only=True)
        self.setAccessibleDescription(_HELP)
        self.document().setDocumentMargin(_MARGIN)

    def event(self, event: QEvent) -> bool:
        is_wanted = isinstance(event, QKeyEvent) and self._leaves(event)
        if is_wanted and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._leaves(event):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.given_up.emit()

    @staticmethod
    def _leaves(event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape or command_of(event) == "footnote"

    @property
    def runs(self) -> Runs:
        """What is written."""
        return tuple(run for block in self.blocks for run in getattr(block, "runs", ()))


class NoteRow(QWidget):
    """Number, text, and a button that takes both away.

    Attributes:
        changed: The text is another one.
        place_wanted: The number's place in the text is to be shown.
        unwanted: The footnote is to go.
    """

    changed = Signal()
    place_wanted = Signal()
    unwanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.edit = NoteEdit()
        self._number = _button("Zur Stelle im Text")
        self._number.clicked.connect(self.place_wanted)
        self._delete = _button("Fußnote löschen")
        self._delete.setText("×")
        self._delete.clicked.connect(self.unwanted)
        self.edit.left.connect(self.place_wanted)
        self.edit.blocks_changed.connect(self._on_blocks_changed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for widget in (self._number, self.edit, self._delete):
            line.addWidget(widget)
            line.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
        line.setStretchFactor(self.edit, 1)

    def show_note(self, number: int, note: Runs, *, read_only: bool) -> None:
        """Shows a footnote; what is being typed here and agrees with it stays."""
        self._number.setText(str(number))
        self._number.setAccessibleName(f"Zur Stelle der Fußnote {number}")
        self._delete.setAccessibleName(f"Fußnote {number} löschen")
        self._delete.setDisabled(read_only)
        self.edit.setReadOnly(read_only)
        self.edit.setAccessibleName(f"Fußnote {number}")
        if not self.edit.has_news and self.edit.runs != note:
            self.edit.set_blocks((Paragraph(new_id(), note),) if note else ())

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written."""
        return not plain_text(self.edit.runs).strip()

    @Slot(object)
    def _on_blocks_changed(self, _blocks: Blocks) -> None:
        self.changed.emit()


class NoteList(QWidget):
    """Shows nothing where a text has no footnotes."""

    def __init__(self, edit: RichTextEdit) -> None:
        super().__init__()
        self._edit = edit
        self._rows: list[NoteRow] = []
        self._shown: tuple[tuple[str, ...], list[int], bool] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        title = QLabel("Fußnoten")
        self._column.addWidget(title)
        edit.document().contentsChange.connect(self._soon.start)
        edit.notes.opened.connect(self._on_opened)
        self.refresh()

    @property
    def editors(self) -> list[NoteEdit]:
        """The fields of all footnotes in order."""
        return [row.edit for row in self._rows]

    def flush(self) -> None:
        """Hands over at once what was typed last."""
        for row in tuple(self._rows):
            row.edit.flush()

    @Slot()
    def refresh(self) -> None:
        """Shows the footnotes of the text as they are now."""
        self._soon.stop()
        notes = self._edit.notes
        self.setMaximumWidth(self._edit.maximumWidth())
        shown = (notes.written(), notes.numbers(), self._edit.isReadOnly())
        if shown == self._shown:
            return
        self._shown = shown
        texts = notes.texts()
        while len(self._rows) < len(texts):
            self._add_row()
        while len(self._rows) > len(texts):
            self._drop_row()
        for row, number, text in zip(self._rows, notes.numbers(), texts, strict=True):
            row.show_note(number, text, read_only=self._edit.isReadOnly())
        self.setVisible(bool(texts))

    def _add_row(self) -> None:
        row = NoteRow()
        row.edit.setFont(_smaller(self._edit.font()))
        row.changed.connect(self._on_row_changed)
        row.place_wanted.connect(self._on_place_wanted)
        row.unwanted.connect(self._on_unwanted)
        row.edit.given_up.connect(self._on_given_up)
        above = self._rows[-1].edit if self._rows else self._edit
        self._rows.append(row)
        self._column.addWidget(row)
        QWidget.setTabOrder(above, row.edit)

    def _drop_row(self) -> None:
        row = self._rows.pop()
        if row.edit.hasFocus():
            self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _index_of(self, sender: object) -> int:
        """The row that a signal came from; -1 where it is gone."""
        found = (at for at, row in enumerate(self._rows) if sender in (row, row.edit))
        return next(found, -1)

    @Slot(int)
    def _on_opened(self, index: int) -> None:
        self.refresh()
        if index < len(self._rows):
            self._rows[index].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_row_changed(self) -> None:
        index = self._index_of(self.sender())
        self._shown = None
        if 0 <= index < self._edit.notes.count:
            self._edit.notes.change(index, self._rows[index].edit.runs)

    @Slot()
    def _on_place_wanted(self) -> None:
        index = self._index_of(self.sender())
        self.flush()
        self._edit.notes.show_place(index)

    @Slot()
    def _on_unwanted(self) -> None:
        index = self._index_of(self.sender())
        if 0 <= index < self._edit.notes.count:
            self._edit.notes.delete(index)
            self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_given_up(self) -> None:
        """A footnote that was left empty goes with its number."""
        index = self._index_of(self.sender())
        if 0 <= index < self._edit.notes.count and self._rows[index].is_blank:
            self._edit.notes.give_up(index)


def _smaller(font: QFont) -> QFont:
    """As on the page, where footnotes are set in smaller letters."""
    font.setPointSizeF(font.pointSizeF() * _SIZE)
    return font


def _button(tip: str) -> QToolButton:
    """A flat button for the mouse; the keyboard has its own way."""
    button = QToolButton()
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setToolTip(tip)
    return button
