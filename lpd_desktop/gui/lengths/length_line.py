"""The quiet line below a text: its words and about how many pages they take."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel

from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.plan.counting import BlockCounter, Limits, about_pages
from lpd_desktop.plan.rich_text import Blocks
from lpd_desktop.runtime.german import counted, grouped

_PAUSE_MS = 400


class LengthLine(QLabel):
    """Counts when typing pauses; a block that stayed is not counted again.

    Attributes:
        counted: What the line says now.
    """

    counted = Signal(str)

    def __init__(self, limits: Limits) -> None:
        super().__init__()
        quiet = quiet_label("")
        self.setFont(quiet.font())
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._limits = limits
        self._counter = BlockCounter()
        self._blocks: Blocks = ()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._count)

    def follow(self, blocks: Blocks) -> None:
        """The text is another one now; it is counted after a pause."""
        self._blocks = blocks
        self._pause.start()

    def show_at_once(self, blocks: Blocks) -> None:
        """Counts a text that nobody is typing."""
        self._blocks = blocks
        self._count()

    @Slot()
    def _count(self) -> None:
        self._pause.stop()
        said = length_sentence(self._counter.count(self._blocks).words, self._limits)
        if said != self.text():
            self.setText(said)
            self.counted.emit(said)


def length_sentence(words: int, limits: Limits) -> str:
    """`412 Wörter · etwa 1 Seite`, with what the form wishes for; empty for an empty text."""
    if not words:
        return ""
    number = counted(words, "Wort", "Wörter").replace(str(words), grouped(words))
    wishes = []
    if limits.target:
        wishes.append(f"gewünscht etwa {grouped(limits.target)}")
    if limits.most:
        over = words - limits.most
        wishes.append(
            f"höchstens {grouped(limits.most)}" + (f", {over} zu viel" if over > 0 else "")
        )
    return " · ".join([number, *wishes, about_pages(words)])
