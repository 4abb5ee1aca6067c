"""What a writer does in the texts of a page, by chance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from lpd_desktop.gui.rich_text.note_list import NoteEdit
from lpd_desktop.gui.text_editor import RichTextEdit
from tests.gui.wandering.hands import CTRL, NONE, SHIFT, click_in_text, press, select, wait, write
from tests.gui.wandering.ledger import LENGTH, LETTERS, words_in
from tests.gui.wandering.wanderer import Wanderer

CLIPBOARDS = Path(__file__).resolve().parents[2] / "data" / "clipboard"
_EXTRAS = (
    "Maßnahmen für Ältere", "😀", "e\u0301tude", "„Zitat“", "- ", "1. ", "a) ", '"so"', " -- ",
    "§ 16i SGB II", "2,4 Mio. €", "שלום", "👩‍👩‍👧", "z. B.", "\u200b", "  ", "Straße", "1.000 €",
)  # fmt: skip
_COMMANDS = (
    "bold", "italic", "paragraph", "heading1", "heading2", "bullet", "number", "letter",
    "indent", "outdent", "row_above", "row_below", "column_left", "column_right", "header_row",
    "header_column", "two_header_rows",
)  # fmt: skip
_REMOVING = ("remove_row", "remove_column", "remove_table")
_MOVES = (
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home,
    Qt.Key.Key_End,
)  # fmt: skip
_MARKED = set(LETTERS) | set("wq")


def raw_text(edit: RichTextEdit) -> str:
    """The letters of a document, as many as Qt counts."""
    return re.sub("[\U00010000-\U0010ffff]", "\ufffd\ufffd", edit.document().toRawText())


def place(who: Wanderer, edit: RichTextEdit) -> None:
    """Sets the cursor anywhere but into a marked word."""
    text = raw_text(edit)
    at = who.random.randint(0, max(0, len(text) - 1))
    select(edit, *([outside(text, at)] * 2))


def outside(text: str, at: int) -> int:
    """The next place that does not cut a marked word."""
    while 0 < at < len(text) - 1 and {text[at - 1], text[at]} <= _MARKED:
        at += 1
    return min(at, max(0, len(text) - 1))


def place_safely(edit: RichTextEdit) -> None:
    """Leaves a marked word, so that it is not cut; takes a selection back."""
    at = outside(raw_text(edit), edit.textCursor().position())
    select(edit, at, at)


def select_some(who: Wanderer, edit: RichTextEdit) -> None:
    """Selects a stretch, also over the edges of tables."""
    text = raw_text(edit)
    ends = sorted(who.random.randint(0, max(0, len(text) - 1)) for _ in range(2))
    if who.random.random() < 0.7:
        ends[1] = min(ends[1], ends[0] + 40)
    ends = [outside(text, each) for each in ends]
    if who.random.random() < 0.3:
        ends.reverse()
    select(edit, *ends)


def endangered(edit: RichTextEdit, reach: int = LENGTH + 3) -> set[str]:
    """The marked words that deleting at the cursor may take: selected, or close by."""
    cursor, text = edit.textCursor(), raw_text(edit)
    start = max(0, cursor.selectionStart() - reach)
    words = set(words_in(text[start : cursor.selectionEnd() + reach]))
    return words | noted(edit)


def noted(edit: RichTextEdit) -> set[str]:
    """The marked words in the footnotes of a text, whose marks may be deleted."""
    return {
        word
        for run in _runs(edit)
        if run.is_footnote
        for word in words_in("".join(each.words for each in run.note))
    }


def _runs(edit: RichTextEdit) -> Iterator[object]:
    from lpd_desktop.plan.rich_text import walk_runs

    for _block, runs in walk_runs(edit.blocks):
        yield from runs


def type_words(who: Wanderer) -> None:
    edit = who.some_editor()
    if edit is None:
        return
    place_safely(edit)
    for _ in range(who.random.randint(1, 3)):
        word = who.ledger.new_word()
        write(edit, f" {word} ")
        if not edit.isReadOnly():
            who.typed.add(word)
        if who.random.random() < 0.4:
            write(edit, who.random.choice(_EXTRAS))
    if who.random.random() < 0.5:
        press(edit, Qt.Key.Key_Return, who.random.choice((NONE, NONE, SHIFT)))
        write(edit, who.random.choice(_EXTRAS))


def move_about(who: Wanderer) -> None:
    edit = who.some_editor()
    if edit is None:
        return
    if who.random.random() < 0.4:
        click_in_text(edit, who.random.random(), who.random.random())
    elif who.random.random() < 0.5:
        place(who, edit)
    for _ in range(who.random.randint(0, 6)):
        press(edit, who.random.choice(_MOVES), who.random.choice((NONE, SHIFT, CTRL, CTRL | SHIFT)))


def delete(who: Wanderer) -> None:
    edit = who.some_editor()
    if edit is None:
        return
    if who.random.random() < 0.5:
        select_some(who, edit)
    key = who.random.choice((Qt.Key.Key_Backspace, Qt.Key.Key_Delete))
    modifier = who.random.choice((NONE, NONE, NONE, CTRL))
    who.may_go |= endangered(edit, 30)
    press(edit, key, modifier)


def type_over(who: Wanderer) -> None:
    """Writes over a selection."""
    edit = who.some_editor()
    if edit is None or edit.isReadOnly():
        return
    select_some(who, edit)
    who.may_go |= endangered(edit)
    word = who.ledger.new_word()
    write(edit, word)
    who.typed.add(word)


def command(who: Wanderer) -> None:
    edit = who.some_editor()
    if edit is None or edit.isReadOnly():
        return
    if who.random.random() < 0.5:
        select_some(who, edit)
    edit.run(who.random.choice(_COMMANDS))


def press_tab(who: Wanderer) -> None:
    edit = who.some_editor()
    if edit is not None:
        modifier = who.random.choice((NONE, SHIFT, CTRL, CTRL | SHIFT))
        press(edit, Qt.Key.Key_Tab, modifier)


def insert_table(who: Wanderer) -> None:
    from lpd_desktop.gui.rich_text.tables import insert_table as put

    edit = who.some_editor()
    if edit is None or edit.isReadOnly():
        return
    place_safely(edit)
    put(edit.textCursor(), who.random.randint(1, 3), who.random.randint(1, 4))
    write(edit, who.random.choice(_EXTRAS))


def shrink_table(who: Wanderer) -> None:
    edit = who.some_editor()
    table = edit.textCursor().currentTable() if edit is not None else None
    if edit is None or table is None or edit.isReadOnly():
        return
    text = raw_text(edit)
    first, last = table.firstPosition(), table.lastPosition()
    who.may_go |= set(words_in(text[first:last])) | noted(edit)
    edit.run(who.random.choice(_REMOVING))


def footnote(who: Wanderer) -> None:
    edit = who.some_editor()
    if edit is None or edit.isReadOnly():
        return
    place_safely(edit)
    count = edit.notes.count
    edit.run("footnote")
    note = QApplication.focusWidget()
    if not isinstance(note, NoteEdit):
        return
    if who.random.random() < 0.6 or edit.notes.count == count:
        word = who.ledger.new_word()
        select(note, *([len(raw_text(note))] * 2))
        write(note, f" {word} Ämter")
        who.typed.add(word)
    press(note, Qt.Key.Key_Escape)


def paste_foreign(who: Wanderer) -> None:
    """Pastes a recorded clipboard, a long one now and then."""
    edit = who.some_editor()
    if edit is None:
        return
    place_safely(edit)
    source = QMimeData()
    path = who.random.choice(sorted(CLIPBOARDS.glob("*.html")))
    html = path.read_text(encoding="utf-8", errors="replace")
    if who.random.random() < 0.1:
        html += "<p>Lorem ipsum dolor sit amet.</p>" * 3000
    source.setHtml(html)
    text = path.with_suffix(".txt")
    source.setText(text.read_text(encoding="utf-8") if text.exists() else "Zeile\nZeile zwei")
    QApplication.clipboard().setMimeData(source)
    if who.random.random() < 0.3:
        edit.run("paste_plain")
    else:
        press(edit, Qt.Key.Key_V, CTRL)


def cut_and_paste(who: Wanderer) -> None:
    """Cuts words and puts them in again, mostly."""
    edit = who.some_editor()
    if edit is None or not _marked(who, edit):
        return
    cuts = who.random.random() < 0.6
    press(edit, Qt.Key.Key_X if cuts else Qt.Key.Key_C, CTRL)
    if who.random.random() < 0.3:
        who.some_editor()
    goal = who.focused_editor() or edit
    place_safely(goal)
    press(goal, Qt.Key.Key_V, CTRL)


def _marked(who: Wanderer, edit: RichTextEdit) -> bool:
    """Marks something that may go; whether there was anything to mark."""
    if edit.isReadOnly():
        return False
    select_some(who, edit)
    if not edit.textCursor().hasSelection():
        return False
    who.may_go |= endangered(edit, 0)
    return True


def drag(who: Wanderer) -> None:
    """Drag and drop inside of a text, as Qt does it."""
    edit = who.some_editor()
    if edit is None or not _marked(who, edit):
        return
    taken = edit.createMimeDataFromSelection()
    edit.textCursor().removeSelectedText()
    wait()
    place(who, edit)
    edit.insertFromMimeData(taken)


def undo_storm(who: Wanderer) -> None:
    """Ctrl+Z and Ctrl+Y as the fingers like it, wherever the focus is."""
    for _ in range(who.random.randint(1, 8)):
        who.undo_or_redo(redo=who.random.random() < 0.35)


def there_and_back(who: Wanderer) -> None:
    """Some undo in one text, and as much redo, give the text again."""
    edit = who.some_editor()
    if edit is None or edit.isReadOnly():
        return
    edit.flush()
    before, count = edit.blocks, 0
    while count < 12 and edit.document().isUndoAvailable() and not edit.step_to_undo.number:
        edit.undo()
        count += 1
    for _ in range(count):
        edit.redo()
    assert edit.blocks == before, "undo and redo did not lead back"
