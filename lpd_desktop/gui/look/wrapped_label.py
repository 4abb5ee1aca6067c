"""A sentence in as many lines as it needs, also with a long path in it."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

_MAY_BREAK = re.compile(r"(?<=[/\\_-])(?=\w)")
_BREAK = "\N{ZERO WIDTH SPACE}"


class WrappedLabel(QLabel):
    """Shows plain text; screen readers get it as it was said."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.show_sentence(sentence)

    def show_sentence(self, sentence: str) -> None:
        """Lets long paths break behind their separators, which Qt does not do by itself."""
        self.setText(_MAY_BREAK.sub(_BREAK, sentence))
        self.setAccessibleName(sentence)

    @property
    def sentence(self) -> str:
        """What was said."""
        return self.accessibleName()
