"""What the window remembers between two starts: its size, the panels, the colours."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class WindowMemory:
    """Kept in one small file of the data folder; losing it costs no text.

    Attributes:
        while_open: What is remembered as long as the program runs, in no file.
    """

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.while_open: dict[str, object] = {}

    def geometry(self) -> QByteArray:
        """Place and size of the window."""
        value = self._settings.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    def remember_geometry(self, geometry: QByteArray) -> None:
        """Notes place and size of the window."""
        self._settings.setValue("geometry", geometry)

    def shows(self, panel: str) -> bool:
        """Whether a panel is shown."""
        return str(self._settings.value(f"panels/{panel}", "true")) == "true"

    def remember_panel(self, panel: str, shown: bool) -> None:
        """Notes whether a panel is shown."""
        self._settings.setValue(f"panels/{panel}", "true" if shown else "false")

    def panel_tab(self) -> int:
        """Which tab of the panel beside the page was in front, from 0."""
        return _number(self._settings.value("panels/tab", "0"))

    def remember_panel_tab(self, tab: int) -> None:
        """Notes the tab of the panel."""
        self._settings.setValue("panels/tab", str(tab))

    def widths(self) -> list[int]:
        """How wide steps, page and panel were, in pixels; empty where nobody was there."""
        text = str(self._settings.value("panels/widths", ""))
        return [_number(part) for part in text.split() if part]

    def remember_widths(self, widths: Sequence[int]) -> None:
        """Notes how wide steps, page and panel are."""
        self._settings.setValue("panels/widths", " ".join(map(str, widths)))

    def sharing(self) -> str:
        """How page and panel share the window, one of `beside.columns`; empty for as usual."""
        return str(self._settings.value("panels/sharing", ""))

    def remember_sharing(self, sharing: str) -> None:
        """Notes how page and panel share the window."""
        self._settings.setValue("panels/sharing", sharing)

    def scheme(self) -> str:
        """The chosen colours, one of `schemes.SCHEMES`; empty for the system's."""
        return str(self._settings.value("scheme", ""))

    def remember_scheme(self, scheme: str) -> None:
        """Notes the chosen colours."""
        self._settings.setValue("scheme", scheme)

    def person(self) -> tuple[str, str]:
        """Name and function that somebody typed last when a state was changed."""
        name, role = (str(self._settings.value(f"person/{key}", "")) for key in ("name", "role"))
        return name, role

    def remember_person(self, name: str, role: str) -> None:
        """Notes who changed a state, to be proposed the next time."""
        self._settings.setValue("person/name", name)
        self._settings.setValue("person/role", role)

    def remark_author(self) -> tuple[str, str, str]:
        """Name, function and side of who remarked last, as typed."""
        keys = ("name", "role", "side")
        name, role, side = (str(self._settings.value(f"remarks/{key}", "")) for key in keys)
        return name, role, side

    def remember_remark_author(self, name: str, role: str, side: str) -> None:
        """Notes who remarks."""
        for key, value in (("name", name), ("role", role), ("side", side)):
            self._settings.setValue(f"remarks/{key}", value)

    def only_remarks(self, draft: str) -> bool:
        """Whether a draft is read to remark on it alone."""
        return str(self._settings.value(f"remarks/only/{draft}", "false")) == "true"

    def remember_only_remarks(self, draft: str, wanted: bool) -> None:
        """Notes whether a draft is read to remark on it alone."""
        if wanted:
            self._settings.setValue(f"remarks/only/{draft}", "true")
        else:
            self._settings.remove(f"remarks/only/{draft}")

    def edition(self) -> str:
        """The edition of the PDF chosen last, in words of `pdf_export.remembered_edition`."""
        return str(self._settings.value("pdf/edition", ""))

    def remember_edition(self, words: str) -> None:
        """Notes the edition of the PDF that was chosen."""
        self._settings.setValue("pdf/edition", words)

    def pastes_plain(self) -> bool:
        """Whether text of other programs always comes in without any style."""
        return str(self._settings.value("paste_plain", "false")) == "true"

    def remember_plain_pasting(self, wanted: bool) -> None:
        """Notes whether text of other programs always comes in without any style."""
        self._settings.setValue("paste_plain", "true" if wanted else "false")

    def replaces_while_typing(self) -> bool:
        """Whether quotes, dashes and lists are set while somebody types."""
        return str(self._settings.value("typing/replaces", "true")) == "true"

    def remember_replacing_while_typing(self, wanted: bool) -> None:
        """Notes whether quotes, dashes and lists are set while somebody types."""
        self._settings.setValue("typing/replaces", "true" if wanted else "false")


def _number(value: object) -> int:
    text = str(value)
    return int(text) if text.isdecimal() else 0
