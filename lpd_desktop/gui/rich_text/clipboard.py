"""Copies the selection out and takes foreign text in, reduced to the subset."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication, QTextCursor

from lpd_desktop.gui.rich_text.cell_filling import fill_cells
from lpd_desktop.gui.rich_text.formats import table_at
from lpd_desktop.gui.rich_text.insertion import in_one_line, insert_leaves
from lpd_desktop.gui.rich_text.markup import html_of
from lpd_desktop.gui.rich_text.paste_default import PasteDefault
from lpd_desktop.gui.rich_text.selected_blocks import selected_blocks
from lpd_desktop.gui.rich_text.shapes import Leaf, Shape, flatten
from lpd_desktop.plan.rich_text import Blocks, Runs
from lpd_desktop.plan.text_lines import text_of
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.identity import new_id
from lpd_desktop.runtime.progress import Progress
from lpd_desktop.word.html_tokens import TooMuchToPasteError
from lpd_desktop.word.pasting import Clip, Pasted, read_clip, read_clip_plain

if TYPE_CHECKING:
    from lpd_desktop.gui.rich_text.editor import RichTextEdit

OWN_FORMAT = "application/x-lpd-blocks"
LONG = 40_000
"""Characters that are read beside the GUI thread; so many take about 30 ms."""
MOST_LEAVES = 800
"""Paragraphs at once; for more the editor would stand still."""

_FORMATS = ("text/html", "text/plain", OWN_FORMAT, "text/rtf", "application/rtf")
_READING = "Der Text aus der Zwischenablage wird gelesen …"

Reader = Callable[[Clip], Pasted]


def mime_of_selection(cursor: QTextCursor) -> QMimeData:
    """The selection for other programs (HTML and text) and for our own."""
    blocks = selected_blocks(cursor)
    result = QMimeData()
    result.setText(text_of(blocks))
    result.setHtml(html_of(blocks))
    result.setData(OWN_FORMAT, msgspec.json.encode(blocks))
    return result


def has_something(source: QMimeData) -> bool:
    """Whether a clipboard holds what can be pasted, or what a sentence is said about."""
    return any(source.hasFormat(each) for each in _FORMATS) or source.hasImage()


def clip_of(source: QMimeData) -> Clip:
    """The contents of a clipboard; a copied file is no text."""
    own = bytes(source.data(OWN_FORMAT).data()) if source.hasFormat(OWN_FORMAT) else b""
    return Clip(
        own=own,
        html=source.html() if source.hasHtml() else "",
        text=source.text() if source.hasFormat("text/plain") else "",
        has_picture=source.hasImage(),
    )


def insert_mime(editor: RichTextEdit, source: QMimeData) -> None:
    """Puts the clipboard's content where the cursor stands."""
    clip = clip_of(source)
    is_plain = PasteDefault.is_plain and not clip.own
    _paste(editor, clip, read_clip_plain if is_plain else read_clip)


def paste_plain(editor: RichTextEdit) -> None:
    """Puts the clipboard's text where the cursor stands, without any style."""
    source = QGuiApplication.clipboard().mimeData()
    if not editor.isReadOnly() and source is not None:
        _paste(editor, clip_of(source), read_clip_plain)


def _paste(editor: RichTextEdit, clip: Clip, read: Reader) -> None:
    if clip.size > LONG and editor.jobs is not None:
        LongPaste(editor, clip, read)
        return
    try:
        pasted = read(clip)
    except TooMuchToPasteError as error:
        pasted = Pasted((), str(error))
    insert_pasted(editor, editor.textCursor(), pasted)


def insert_pasted(editor: RichTextEdit, cursor: QTextCursor, pasted: Pasted) -> None:
    """Puts blocks where a cursor stands; tells what there is to tell, also that it is nothing."""
    told = pasted.told
    try:
        _insert(editor, cursor, pasted.blocks)
    except LpdError as error:
        told = str(error)
    editor.left_out.emit(Pasted((), told))


def _insert(editor: RichTextEdit, cursor: QTextCursor, blocks: Blocks) -> None:
    leaves = list(flatten(blocks))
    if len(leaves) > MOST_LEAVES:
        raise TooMuchToPasteError
    if not leaves:
        return
    table = table_at(cursor)
    if editor.inline_only:
        insert_leaves(cursor, [Leaf(Shape(new_id()), _text_only(leaves))])
    elif table is not None and len(leaves) == 1 and leaves[0].table is not None:
        fill_cells(cursor, table, leaves[0].table.rows)
    else:
        insert_leaves(cursor, leaves)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()


def _text_only(leaves: list[Leaf]) -> Runs:
    """The text in one piece, without footnotes."""
    return tuple(run for run in in_one_line(leaves) if not run.is_footnote)


class LongPaste(QObject):
    """A paste whose text is read on the worker thread; it goes where the cursor was."""

    def __init__(self, editor: RichTextEdit, clip: Clip, read: Reader) -> None:
        super().__init__(editor)
        self._editor = editor
        self._cursor = editor.textCursor()
        editor.left_out.emit(Pasted((), _READING))
        assert editor.jobs is not None
        job = editor.jobs.start("Einfügen", partial(_read, read, clip))
        job.succeeded.connect(self._on_read)
        job.failed.connect(self._on_failed)
        job.ended.connect(self.deleteLater)

    @Slot(object)
    def _on_read(self, pasted: Pasted) -> None:
        if not self._editor.isReadOnly():
            insert_pasted(self._editor, self._cursor, pasted)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, LpdError):
            raise error
        self._editor.left_out.emit(Pasted((), str(error)))


def _read(read: Reader, clip: Clip, _progress: Progress) -> Pasted:
    return read(clip)
