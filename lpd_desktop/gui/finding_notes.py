"""The findings of one field, below it: icon and text, never colour alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from lpd_desktop.check.finding import LEVEL_NAMES, Finding, Level
from lpd_desktop.gui.grids import clear_grid
from lpd_desktop.gui.marks import MarkLabel, level_icon

AT_MOST = 4


class FindingNotes(QWidget):
    """Up to four lines; the review page shows all."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._shown: tuple[tuple[Level, str], ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2, 2, 0, 2)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self.hide()

    def show_findings(self, findings: Sequence[Finding], *, with_place: bool = False) -> None:
        """Shows the gravest findings of the field."""
        lines: list[tuple[Level, str]] = [
            (each.level, f"{each.place}: {_sentence(each)}" if with_place else _sentence(each))
            for each in findings[:AT_MOST]
        ]
        if len(findings) > AT_MOST:
            more = len(findings) - AT_MOST
            lines.append(("hint", f"und {more} weitere; alle stehen auf der Seite „Prüfung“."))
        self._show(tuple(lines))

    def show_error(self, sentence: str) -> None:
        """Shows one error, or nothing."""
        self._show((("error", sentence),) if sentence else ())

    def _show(self, lines: tuple[tuple[Level, str], ...]) -> None:
        if lines == self._shown:
            return
        self._shown = lines
        self.text = " ".join(f"{LEVEL_NAMES[level]}: {text}" for level, text in lines)
        clear_grid(self._grid)
        for row, (level, text) in enumerate(lines):
            self._add(row, level, text)
        self.setVisible(bool(lines))

    def _add(self, row: int, level: Level, text: str) -> None:
        mark = MarkLabel(level_icon(level), LEVEL_NAMES[level])
        line = QLabel(text)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.setWordWrap(True)
        self._grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(line, row, 1)


def _sentence(finding: Finding) -> str:
    return f"{finding.message} {finding.suggestion}".strip()
