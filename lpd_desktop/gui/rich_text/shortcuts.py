"""The editor's keys. Those that Word's German edition has are the same here."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, QKeySequence

SHORTCUTS: dict[str, tuple[str, ...]] = {
    "bold": ("Ctrl+B", "Ctrl+Shift+F"),
    "italic": ("Ctrl+I", "Ctrl+Shift+K"),
    "paragraph": ("Ctrl+Shift+N",),
    "heading1": ("Alt+1",),
    "heading2": ("Alt+2",),
    "bullet": ("Ctrl+Shift+L",),
    "number": ("Ctrl+Shift+O",),
    "letter": (),
    "indent": ("Ctrl+Tab", "Ctrl+M", "Alt+Shift+Right"),
    "outdent": ("Ctrl+Shift+Tab", "Ctrl+Shift+M", "Alt+Shift+Left"),
    "footnote": ("Ctrl+Alt+F",),
    "paste_plain": ("Ctrl+Shift+V",),
    "tool_bar": ("Alt+F10",),
}

_GERMAN_KEYS = {"Ctrl": "Strg", "Shift": "Umschalt", "Right": "Rechts", "Left": "Links"}


def shown(command: str) -> str:
    """The first key of a command as German keyboards name it, empty where there is none."""
    keys = SHORTCUTS.get(command, ())
    if not keys:
        return ""
    return "+".join(_GERMAN_KEYS.get(part, part) for part in keys[0].split("+"))


_COMMANDS = {
    QKeySequence(key).toString(): command for command, keys in SHORTCUTS.items() for key in keys
}
_COMMANDS["Ctrl+Shift+Backtab"] = "outdent"
_COMMANDS["Ctrl+Backtab"] = "outdent"


def command_of(event: QKeyEvent) -> str | None:
    """The command that a key press means, if any."""
    return _COMMANDS.get(QKeySequence(event.keyCombination()).toString())
