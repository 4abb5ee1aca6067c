"""The findings of one field, below it: icon and text, never colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from lpd_desktop.check.finding import LEVEL_NAMES, LEVELS, Finding, Level
from lpd_desktop.gui.look.grids import clear_grid
from lpd_desktop.gui.look.marks import MarkLabel, mark
from lpd_desktop.gui.steps.step_states import is_gap

_Kind = Literal["missing"] | Level
_NAMES: dict[_Kind, str] = {
    **{level: LEVEL_NAMES[level] for level in LEVELS},
    "missing": "Fehlt noch",
}
_MARKS: dict[_Kind, str] = {**{level: level for level in LEVELS}, "missing": "empty"}

AT_MOST = 4
_ACCEPT = "Zur Kenntnis nehmen…"


class FindingNotes(QWidget):
    """Up to four lines, the gravest first; the review page shows all.

    `acceptance_wanted` tells the finding that somebody wants to accept.
    """

    acceptance_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._shown: tuple[tuple[_Kind, str, Finding | None], ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2, 2, 0, 2)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self.hide()

    def show_findings(self, findings: Sequence[Finding], *, with_place: bool = False) -> None:
        """Shows the gravest findings of the field."""
        gravest = sorted(findings, key=lambda each: LEVELS.index(each.level))[:AT_MOST]
        lines: list[tuple[_Kind, str, Finding | None]] = [
            (
                "missing" if is_gap(each, None) else each.level,
                f"{each.place}: {_sentence(each)}" if with_place else _sentence(each),
                each if each.rule and each.level != "error" else None,
            )
            for each in gravest
        ]
        if len(findings) > AT_MOST:
            more = len(findings) - AT_MOST
            told = f"und {more} weitere; alle stehen auf der Seite „Prüfung“."
            lines.append(("hint", told, None))
        self._show(tuple(lines))

    def show_error(self, sentence: str) -> None:
        """Shows one error, or nothing."""
        self._show((("error", sentence, None),) if sentence else ())

    def explain(self, sentence: str) -> None:
        """Shows why something was not done although nothing is wrong."""
        self._show((("hint", sentence, None),))

    def _show(self, lines: tuple[tuple[_Kind, str, Finding | None], ...]) -> None:
        if lines == self._shown:
            return
        self._shown = lines
        self.text = " ".join(f"{_NAMES[kind]}: {text}" for kind, text, _what in lines)
        clear_grid(self._grid)
        for row, (kind, text, finding) in enumerate(lines):
            self._add(row, kind, text)
            if finding is not None:
                self._add_button(row, finding)
        self.setVisible(bool(lines))

    def _add(self, row: int, kind: _Kind, text: str) -> None:
        icon = MarkLabel(mark(_MARKS[kind]), _NAMES[kind])
        line = QLabel(text)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.setWordWrap(True)
        self._grid.addWidget(icon, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(line, row, 1)

    def _add_button(self, row: int, finding: Finding) -> None:
        button = QToolButton()
        button.setText(_ACCEPT)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleDescription(f"{LEVEL_NAMES[finding.level]}: {finding.message}")
        button.clicked.connect(partial(self.acceptance_wanted.emit, finding))
        self._grid.addWidget(button, row, 2, Qt.AlignmentFlag.AlignTop)


def _sentence(finding: Finding) -> str:
    return f"{finding.message} {finding.suggestion}".strip()
