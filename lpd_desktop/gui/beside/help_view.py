"""„Hilfe“: what the form says to the page and to the question at the cursor."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser

from lpd_desktop.form.help_texts import HelpText, help_texts
from lpd_desktop.form.model import Form
from lpd_desktop.gui.steps.steps import Step
from lpd_desktop.plan.addresses import Address

_OWN_HELP = {
    "review": "Hier stehen alle Befunde des ganzen Dokuments. Fehler verhindern nur die Freigabe, "
    "nie das Schreiben. Die Eingabetaste oder ein Doppelklick führt zur Stelle; F8 führt zum "
    "nächsten Befund, Umschalt+F8 zum vorigen. Warnungen und Hinweise, die so bleiben sollen, "
    "nehmen Sie mit einer Begründung zur Kenntnis; sie stehen dann am Ende der Liste.",
    "approval": "Mit der Freigabe wird das Dokument besiegelt und als PDF geschrieben. Bis zur "
    "Abgabe können Sie die Freigabe zurücknehmen und weiterschreiben.",
}
_SPACE_BELOW = 8


class HelpView(QTextBrowser):
    """One text for each page; it scrolls with the cursor of the page unless somebody reads here."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Hilfe zu dieser Seite")
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(12)
        self._shown: tuple[HelpText, ...] = ()
        self._places: dict[tuple[str, ...], int] = {}

    def show_page(self, form: Form, step: Step) -> None:
        """Shows what the form says about a page, from its start; the same text stays as it is."""
        texts = tuple(_texts_of(form, step))
        if texts == self._shown:
            return
        self._shown = texts
        self._places.clear()
        self.clear()
        cursor = self.textCursor()
        for text in texts:
            self._places[text.parts] = self.document().blockCount() if cursor.position() else 0
            self._write(cursor, text.caption, 600)
            self._write(cursor, text.text, 400)
        self.setTextCursor(QTextCursor(self.document()))
        self.verticalScrollBar().setValue(0)

    def _write(self, cursor: QTextCursor, text: str, weight: int) -> None:
        if not text:
            return
        if cursor.position():
            cursor.insertBlock()
        block = cursor.blockFormat()
        block.setBottomMargin(_SPACE_BELOW)
        cursor.setBlockFormat(block)
        style = cursor.charFormat()
        style.setFontWeight(weight)
        cursor.insertText(text, style)

    def follow(self, where: Address) -> None:
        """Scrolls to the help for a question, unless the text is being read just now."""
        number = self._places.get(where.parts) or self._places.get(where.parts[:2])
        if number is None or self.hasFocus() or self.underMouse():
            return
        block = self.document().findBlockByNumber(number)
        self.setTextCursor(QTextCursor(block))
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(round(top) - _SPACE_BELOW)


def _texts_of(form: Form, step: Step) -> Iterator[HelpText]:
    item = form.item(step.item)
    if item is None:
        yield HelpText((), step.label, _OWN_HELP.get(step.kind, ""))
        return
    head, *others = help_texts(form, item, step.part if step.kind == "topic" else "")
    yield HelpText((), step.label, head.text)
    yield from (text for text in others if text.text)
