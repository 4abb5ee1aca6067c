"""The footnotes of a text as a list below it, each edited in its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.rich_text.kept_rows import kept_rows
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

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written."""
        return not plain_text(self.runs).strip()


class NoteRow(QWidget):
    """Number, text, and a button that takes both away.

    Attributes:
        changed: The text is another one.
        place_wanted: The number's place in the text is to be shown.
        unwanted: The footnote is to go.
        mark: Selects the footnote's number in the text, nothing once it is gone.
    """

    changed = Signal()
    place_wanted = Signal()
    unwanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.edit = NoteEdit()
        self.mark = QTextCursor()
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
        self._follow_marks()
        for row, number, text in zip(self._rows, notes.numbers(), texts, strict=True):
            row.show_note(number, text, read_only=self._edit.isReadOnly())
        self.setVisible(bool(texts))

    def _follow_marks(self) -> None:
        """Each row stays with its footnote, so that nobody types into a row that goes."""
        marks = self._edit.notes.marks()
        rows = self._rows
        held = [_place_of(row) for row in rows]
        kept = kept_rows(held, [mark.selectionStart() for mark in marks])
        self._rows = [self._new_row() if each is None else rows[each] for each in kept]
        for row, mark in zip(self._rows, marks, strict=True):
            row.mark = mark
        for gone in set(range(len(rows))).difference(kept):
            self._drop(rows[gone])
        if None in kept:
            self._arrange()

    def _new_row(self) -> NoteRow:
        row = NoteRow()
        row.edit.setFont(_smaller(self._edit.font()))
        row.changed.connect(self._on_row_changed)
        row.place_wanted.connect(self._on_place_wanted)
        row.unwanted.connect(self._on_unwanted)
        row.edit.given_up.connect(self._on_given_up)
        return row

    def _arrange(self) -> None:
        """Rows stand below the title, and are reached with Tab, in the order of the text."""
        above: QWidget = self._edit
        for at, row in enumerate(self._rows, 1):
            if self._column.indexOf(row) != at:
                self._column.insertWidget(at, row)
            QWidget.setTabOrder(above, row.edit)
            above = row.edit

    def _drop(self, row: NoteRow) -> None:
        if row.edit.hasFocus():
            self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _index_of(self, sender: object) -> int:
        """The footnote whose row a signal came from; -1 where it is gone."""
        found = (_place_of(row) for row in self._rows if sender in (row, row.edit))
        return self._edit.notes.index_at(next(found, None))

    @Slot(int)
    def _on_opened(self, index: int) -> None:
        self.refresh()
        if index < len(self._rows):
            self._rows[index].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_row_changed(self) -> None:
        row = self.sender()
        index = self._index_of(row)
        self._shown = None
        if index >= 0 and isinstance(row, NoteRow):
            self._edit.notes.change(index, row.edit.runs)

    @Slot()
    def _on_place_wanted(self) -> None:
        index = self._index_of(self.sender())
        self.flush()
        self._edit.notes.show_place(index)

    @Slot()
    def _on_unwanted(self) -> None:
        index = self._index_of(self.sender())
        if index >= 0:
            self._edit.notes.delete(index)
            self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_given_up(self) -> None:
        """A footnote that was left empty goes with its number."""
        edit = self.sender()
        index = self._index_of(edit)
        if index >= 0 and isinstance(edit, NoteEdit) and edit.is_blank:
            self._edit.notes.give_up(index)


def _place_of(row: NoteRow) -> int | None:
    """Where the footnote's number stands in the text, None where it is gone."""
    return row.mark.selectionStart() if row.mark.hasSelection() else None


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
