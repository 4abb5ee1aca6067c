"""The text to be read: a cursor to walk with, links that lead, words that are found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QUrl, Slot
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from lpd_desktop.gui.look.letters import reading_font
from lpd_desktop.gui.reading.read_document import Heading, address_of, fill
from lpd_desktop.pdf.read_text import Part


@dataclass(frozen=True)
class _Place:
    """Where the cursor stands: the block as the nth of its address, and how high it is seen."""

    address: str
    number: int
    offset: int
    height: int


class TextReader(QTextBrowser):
    """Read-only; what it shows may be replaced by a newer state."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: list[Heading] = []
        self._parts: tuple[Part, ...] = ()
        self.setOpenLinks(False)
        self.setFont(reading_font(self.font()))
        self.document().setDocumentMargin(16)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName("Text des Dokuments")
        self.setAccessibleDescription(
            "Nur zum Lesen. Strg+F sucht, Strg+Eingabe führt zu der Frage, unter der der Absatz "
            "geschrieben wurde."
        )
        self.anchorClicked.connect(self._on_link_clicked)

    def show_parts(self, parts: Iterable[Part]) -> None:
        """Shows a newer state; the cursor and what is seen stay where they are."""
        self._parts = tuple(parts)
        place = self._place()
        self.document().setDefaultFont(self.font())
        self.headings = fill(self.document(), self._parts, self.palette())
        self._return_to(place)

    def changeEvent(self, event: QEvent) -> None:
        """Links and rules have the colours of the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._parts:
            self.show_parts(self._parts)

    @property
    def address(self) -> str:
        """What of the plan the cursor stands in; in a form's text, what comes before it."""
        block = self.textCursor().block()
        while block.isValid() and not address_of(block):
            block = block.previous()
        return address_of(block) if block.isValid() else ""

    def go_to(self, position: int) -> None:
        """Sets the cursor to a position, at the upper edge of the view."""
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self._scroll(self.cursorRect().top() - 8)

    def find_next(self, words: str, *, backward: bool = False) -> str:
        """Selects the next place of some words; returns a sentence about what was found."""
        if not words:
            return ""
        way = QTextDocument.FindFlag.FindBackward if backward else QTextDocument.FindFlag(0)
        found = self.document().find(words, self.textCursor(), way)
        if found.isNull():
            start = QTextCursor(self.document())
            if backward:
                start.movePosition(QTextCursor.MoveOperation.End)
            found = self.document().find(words, start, way)
        if found.isNull():
            return "Nicht gefunden"
        self.setTextCursor(found)
        self.ensureCursorVisible()
        return self._told(words, found)

    def _told(self, words: str, found: QTextCursor) -> str:
        text, wanted = self.toPlainText().casefold(), words.casefold()
        before = text[: found.selectionStart()].count(wanted)
        return f"{before + 1} von {max(before + 1, text.count(wanted))}"

    def _place(self) -> _Place:
        cursor = self.textCursor()
        block = cursor.block()
        address, number = address_of(block), 0
        while block.isValid() and block.previous().isValid():
            block = block.previous()
            number += address_of(block) == address
        return _Place(address, number, cursor.positionInBlock(), self.cursorRect().top())

    def _return_to(self, place: _Place) -> None:
        same = [block for block in self._blocks() if address_of(block) == place.address]
        if not same:
            return
        block = same[min(place.number, len(same) - 1)]
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(place.offset, max(0, block.length() - 1)))
        self.setTextCursor(cursor)
        self._scroll(self.cursorRect().top() - place.height)

    def _scroll(self, by: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + by)

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    @Slot(QUrl)
    def _on_link_clicked(self, url: QUrl) -> None:
        """Footnotes lead there and back, the contents to their headings."""
        for block in self._blocks():
            position = _anchor_in(block, url.fragment())
            if position >= 0:
                self.go_to(position)
                return


def _anchor_in(block: QTextBlock, name: str) -> int:
    """The position of what has this name, -1 where it is not in the block."""
    parts = block.begin()
    while not parts.atEnd():
        fragment = parts.fragment()
        if name in fragment.charFormat().anchorNames():
            return fragment.position()
        parts += 1
    return -1
