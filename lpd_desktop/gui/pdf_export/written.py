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
    "zuständig ist. Sie finden es im Ordner „{folder}“."
)
_GONE = "„{name}“ liegt nicht mehr im Ordner „{folder}“."


def tell_written(window: QWidget, title: str, target: Path) -> QMessageBox:
    """Says where a file lies, and offers to open it or its folder."""
    sentence = f"„{target.name}“ liegt jetzt im Ordner „{target.parent}“."
    ways = (
        ("Datei ö&ffnen", partial(open_with_system, window, target)),
        ("&Ordner öffnen", partial(open_with_system, window, target.parent)),
    )
    return tell_with_ways(window, title, sentence, ways)


def open_with_system(window: QWidget, path: Path) -> None:
    """Opens a file or folder in the program that the system has for it; says why where not."""
    if not path.exists():
        tell(window, "Öffnen", _GONE.format(name=path.name, folder=path.parent))
    elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        tell(window, "Öffnen", _NOT_OPENED.format(name=path.name, folder=path.parent))
