"""What somebody must know before the drafts are opened: sentences with answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.look.flow_layout import FlowLayout
from lpd_desktop.gui.look.wrapped_label import WrappedLabel

Answer = tuple[str, Callable[[], object]]
_WARNING, _NOTICE = "⚠", "ℹ"


class StartNotices(QWidget):
    """Each notice has a key, under which it is replaced or taken away. Hidden while it is empty."""

    def __init__(self) -> None:
        super().__init__()
        self._notices: dict[str, Notice] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def put(
        self, key: str, sentence: str, answers: Sequence[Answer] = (), *, urgent: bool = False
    ) -> None:
        """Shows a sentence in the place of the one with this key; an urgent one comes first."""
        self.drop(key)
        notice = self._notices[key] = Notice(sentence, answers, urgent=urgent)
        self._column.insertWidget(0 if urgent else self._column.count(), notice)
        self.show()
        announce(self, sentence)

    def drop(self, key: str) -> None:
        """Takes a notice away; nothing happens where there is none."""
        notice = self._notices.pop(key, None)
        if notice is not None:
            self._column.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
        self.setVisible(bool(self._notices))

    def holds(self, key: str) -> bool:
        """Whether a notice with this key is shown."""
        return key in self._notices

    def notice(self, key: str) -> Notice:
        """The notice with this key."""
        return self._notices[key]


class Notice(QFrame):
    """A sentence that wraps, and buttons that say what can be done."""

    def __init__(self, sentence: str, answers: Sequence[Answer], *, urgent: bool) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.label = WrappedLabel(sentence)
        self.buttons = [self._button(caption, sentence, do) for caption, do in answers]
        mark = QLabel(_WARNING if urgent else _NOTICE)
        mark.setAccessibleName("Warnung" if urgent else "Hinweis")
        line = QHBoxLayout()
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.label, 1)
        column = QVBoxLayout(self)
        column.addLayout(line)
        if self.buttons:
            flow = FlowLayout()
            for button in self.buttons:
                flow.addWidget(button)
            column.addLayout(flow)

    def _button(self, caption: str, sentence: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(caption)
        button.setAutoDefault(False)
        button.setAccessibleDescription(sentence)
        button.clicked.connect(do)
        return button
