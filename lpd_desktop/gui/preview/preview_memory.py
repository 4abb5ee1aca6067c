"""How somebody left the preview: open or not, where, how large."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from lpd_desktop.gui.preview.zoom import Zoom, zoom_from

_WIDTH = 420


class PreviewMemory:
    """A part of what the window remembers; losing it costs nothing."""

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    @property
    def is_open(self) -> bool:
        """Whether the preview is shown."""
        return self._told("open", "false") == "true"

    @is_open.setter
    def is_open(self, shown: bool) -> None:
        self._note("open", "true" if shown else "false")

    @property
    def is_beside(self) -> bool:
        """Whether it stands beside the page; otherwise it has a window of its own."""
        return self._told("beside", "true") == "true"

    @is_beside.setter
    def is_beside(self, beside: bool) -> None:
        self._note("beside", "true" if beside else "false")

    @property
    def follows(self) -> bool:
        """Whether it shows the place that is being edited."""
        return self._told("follows", "true") == "true"

    @follows.setter
    def follows(self, follows: bool) -> None:
        self._note("follows", "true" if follows else "false")

    @property
    def zoom(self) -> Zoom:
        """How far pages are magnified."""
        return zoom_from(self._told("zoom", "width"))

    @zoom.setter
    def zoom(self, zoom: Zoom) -> None:
        self._note("zoom", str(zoom))

    @property
    def width(self) -> int:
        """Of the preview beside the page, in pixels."""
        told = self._told("width", str(_WIDTH))
        return int(told) if told.isdecimal() else _WIDTH

    @width.setter
    def width(self, width: int) -> None:
        self._note("width", str(width))

    @property
    def geometry(self) -> QByteArray:
        """Place and size of its own window."""
        value = self._settings.value("preview/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("preview/geometry", geometry)

    def _told(self, name: str, default: str) -> str:
        return str(self._settings.value(f"preview/{name}", default))

    def _note(self, name: str, value: str) -> None:
        self._settings.setValue(f"preview/{name}", value)
