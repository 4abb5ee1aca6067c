"""A field for a small number in the editor's dialogs."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox


def count_box(value: int, most: int, name: str) -> QSpinBox:
    """From 1 up to `most`; named for screen readers."""
    box = QSpinBox()
    box.setRange(1, most)
    box.setValue(value)
    for named in (box, box.lineEdit()):
        named.setAccessibleName(name)
    return box
