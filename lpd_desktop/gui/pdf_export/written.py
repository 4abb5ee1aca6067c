"""After a file was written: where it lies, and the ways to it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from lpd_desktop.gui.messages import tell, tell_with_ways

_NOT_OPENED = (
    "„{name}“ lässt sich von hier aus nicht öffnen, weil kein Programm dieses Rechners dafür "
    "zuständig ist. Die Datei liegt im Ordner „{folder}“."
)


def tell_written(window: QWidget, title: str, target: Path) -> QMessageBox:
    """Says where a file lies, and offers to open it or its folder."""
    sentence = f"„{target.name}“ liegt jetzt im Ordner „{target.parent}“."
    ways = (
        ("Datei ö&ffnen", partial(_show, window, target, target)),
        ("&Ordner öffnen", partial(_show, window, target, target.parent)),
    )
    return tell_with_ways(window, title, sentence, ways)


def _show(window: QWidget, target: Path, wanted: Path) -> None:
    """In the program that the system has for it."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(wanted))):
        sentence = _NOT_OPENED.format(name=wanted.name, folder=target.parent)
        tell(window, "Öffnen", sentence, warning=False)
