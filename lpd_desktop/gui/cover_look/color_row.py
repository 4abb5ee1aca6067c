"""The colour of headings: one of some, or the code of one's own; its contrast in words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from lpd_desktop.gui.form_row import FormRow, QuietComboBox
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.plan.accent import (
    STANDARD_ACCENT,
    accent_named,
    contrast_to_white,
    is_readable,
    printed_accent,
)

_COLORS = {
    "": "Dunkelblau (Standard)",
    "#1d5f9e": "Blau",
    "#0b6b62": "Petrol",
    "#2f6b2a": "Grün",
    "#6f5a00": "Ocker",
    "#9c3d00": "Rostrot",
    "#a31621": "Rot",
    "#7a1f4b": "Beere",
    "#54308c": "Violett",
    "#3c4148": "Dunkelgrau",
}
_OWN = "Eigene Farbe"
_ABOUT = "Die Überschriften und Linien des Dokuments haben diese Farbe."
_CODE_ABOUT = "Wie in der Gestaltungsrichtlinie Ihres Hauses, zum Beispiel #7a1f4b."
_NO_COLOR = "Das ist keine Farbe; bitte schreiben Sie sie mit sechs Zeichen wie #7a1f4b."


class ColorRow(QWidget):
    """Emits `changed` with every other colour."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choice = QuietComboBox()
        for accent, name in _COLORS.items():
            self._choice.addItem(_swatch(printed_accent(accent)), name, accent)
        self._choice.addItem(_OWN, None)
        self.code = QLineEdit()
        self.code.setMaxLength(20)
        self.code.setMaximumWidth(160)
        self._code_row = FormRow("Farb&code", self.code, _CODE_ABOUT, _CODE_ABOUT)
        self.contrast = quiet_label("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FormRow("&Farbe", self._choice, _ABOUT, _ABOUT))
        column.addWidget(self._code_row)
        column.addWidget(self.contrast)
        self._choice.activated.connect(self._on_chosen)
        self.code.textEdited.connect(self._on_typed)
        self.show_accent("")

    @property
    def accent(self) -> str | None:
        """The colour as a plan stores it; None while the code is none."""
        named = accent_named(self.code.text())
        return "" if named == STANDARD_ACCENT else named

    def show_accent(self, accent: str) -> None:
        """Shows a colour of a plan."""
        self.code.setText(accent or STANDARD_ACCENT)
        self._show()

    @Slot()
    def _on_chosen(self) -> None:
        accent = self._choice.currentData()
        if accent is None:
            self.code.setFocus()
            self.code.selectAll()
            return
        self.show_accent(accent)
        self.changed.emit()

    @Slot()
    def _on_typed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        accent = self.accent
        known = self._choice.findData(accent) if accent is not None else -1
        self._choice.setCurrentIndex(known if known >= 0 else self._choice.count() - 1)
        self._code_row.hold("error", _NO_COLOR if accent is None else "")
        self.contrast.setText(contrast_words(accent) if accent is not None else "")
        self._code_row.describe_also(self.contrast.text())


def contrast_words(accent: str) -> str:
    """How well headings of a colour can be read."""
    contrast = _ratio(accent)
    if is_readable(accent):
        return f"Kontrast zu Weiß {contrast}: gut lesbar."
    shade = printed_accent(accent)
    return (
        f"Kontrast zu Weiß {contrast}: für Überschriften zu blass. Im Dokument steht dafür der "
        f"dunklere Ton {shade} mit {_ratio(shade)}."
    )


def _ratio(accent: str) -> str:
    return f"{contrast_to_white(accent):.1f} : 1".replace(".", ",")


def _swatch(color: str) -> QIcon:
    picture = QPixmap(QSize(16, 16))
    picture.fill(QColor(color))
    return QIcon(picture)
