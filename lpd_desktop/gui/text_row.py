"""A row with a rich-text editor, bound to one text field of the draft."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent

from lpd_desktop.editing.open_draft import Change
from lpd_desktop.gui.form_row import FormRow
from lpd_desktop.gui.lengths.length_line import LengthLine
from lpd_desktop.gui.look.letters import reading_font
from lpd_desktop.gui.rich_text.note_list import NoteList
from lpd_desktop.gui.session import PlanSession
from lpd_desktop.gui.text_editor import RichTextEdit
from lpd_desktop.gui.text_places import cursor_at
from lpd_desktop.plan.addresses import Address, blocks_at
from lpd_desktop.plan.counting import limits_at
from lpd_desktop.plan.rich_text import Blocks
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.word.pasting import Pasted

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class TextRow(FormRow):
    """What is typed goes to the draft at once; what the draft changes itself is shown.

    Attributes:
        told: What a paste did not bring in, for where it is seen however long the text is.
    """

    told = Signal(str)

    def __init__(
        self,
        session: PlanSession,
        address: Address,
        caption: str,
        help_text: str = "",
        note: str = "",
    ) -> None:
        self._has_news = False
        self.edit = RichTextEdit(None)
        self.edit.setFont(reading_font(self.edit.font()))
        super().__init__(caption, self.edit, help_text, note)
        self.address = address
        self._known: Blocks | None = None
        self._session = session
        self.length = LengthLine(limits_at(session.file.form, address))
        self.length.counted.connect(self.describe_also)
        self.notes = NoteList(self.edit)
        self.add_below(self.notes)
        self.add_below(self.length)
        self.show_newest()
        self.edit.notes.count_from(session.first_footnote(address))
        self.edit.draft_undoes, self.edit.draft_redoes = self._draft_undoes, self._draft_redoes
        self.edit.blocks_changed.connect(self._on_edit_blocks_changed)
        self.edit.left_out.connect(self._on_edit_left_out)

    def refresh(self, change: Change | None) -> None:
        """Shows the newest text unless this editor typed it."""
        if change is None or change.text_at != self.address:
            self.show_newest(change.title if change else "")
        self.edit.notes.count_from(self._session.first_footnote(self.address))

    def show_newest(self, title: str = "") -> None:
        """Shows the text of the draft where the editor shows another.

        A change with a title can be undone in the editor like what is typed there.
        """
        blocks = blocks_at(self._session.file.form, self._session.file.plan, self.address)
        if blocks is None or blocks == self._known:
            return
        self._known = blocks
        self.length.show_at_once(blocks)
        if title:
            self.edit.replace_blocks(blocks, title, self._session.draft.undo_number)
        else:
            self.edit.set_blocks(blocks)

    def flush(self) -> None:
        """Hands over at once what was typed last."""
        self.notes.flush()
        self.edit.flush()

    def go_to(self, block: str, quote: str) -> None:
        """Sets the cursor to a block and selects the words concerned."""
        self.edit.setTextCursor(cursor_at(self.edit.document(), block, quote))

    def _draft_undoes(self, number: int) -> bool:
        """Undoes a step of the draft that this editor shows as its newest."""
        draft = self._session.draft
        if draft.undo_number != number:
            return False
        draft.undo()
        return True

    def _draft_redoes(self, number: int) -> bool:
        draft = self._session.draft
        if draft.redo_number != number:
            return False
        draft.redo()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What a paste did not bring in is said until the field is left."""
        if self._has_news and isinstance(event, QFocusEvent) and _leaves(event):
            self._tell("")
        return super().eventFilter(watched, event)

    def _tell(self, sentence: str) -> None:
        self._has_news = bool(sentence)
        self.hold("hint", sentence)

    @Slot(object)
    def _on_edit_left_out(self, pasted: Pasted) -> None:
        self._tell(pasted.sentence())
        if pasted.sentence():
            self.told.emit(pasted.sentence())

    @Slot(object)
    def _on_edit_blocks_changed(self, blocks: Blocks) -> None:
        self._known = blocks
        self.length.follow(blocks)
        try:
            self._session.draft.set_text(self.address, blocks)
        except (LpdError, KeyError) as error:
            self.show_error(str(error) if isinstance(error, LpdError) else "")
            self._known = None
            self.show_newest()


def _leaves(event: QFocusEvent) -> bool:
    """Whether the focus goes to another field rather than to a menu or another window."""
    return event.lostFocus() and event.reason() not in _PASSING
