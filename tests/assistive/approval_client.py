"""Approves a plan with what the accessibility tree offers: buttons and fields by their names.

Runs with the system's Python beside `client`. Reads from the first argument the step, what is to
be typed, the buttons and where the PDF is to lie; prints what went wrong as JSON, empty for
nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pyatspi
from client import below, choose_step, has_focus, named, press, program, type_into, until

BUTTONS = (pyatspi.ROLE_PUSH_BUTTON,)


def windows(root: Any) -> Iterator[Any]:
    """All windows of the program, the newest first."""
    yield from reversed([each for each in root if each is not None])


def push(root: Any, name: str) -> str:
    """Presses a button; empty when it could be pressed."""
    button = until(lambda: _ready(named(root, name, BUTTONS)))
    if button is None:
        return f"{name}: kein Knopf, der sich drücken lässt"
    press(button)
    return ""


def _ready(button: Any) -> Any:
    return button if button and button.getState().contains(pyatspi.STATE_ENABLED) else None


def headed(root: Any, title: str) -> Any:
    """The window whose title ends so."""
    return next((each for each in windows(root) if each.name.endswith(title)), None)


def save_as(root: Any, title: str, path: str) -> str:
    """Types a path into the dialog that asks for it."""
    dialog = until(lambda: headed(root, title))
    if dialog is None:
        return f"{title}: kein Fenster"
    field = until(lambda: next(each for each in below(dialog) if _takes_a_name(each)))
    if field is None:
        return f"{title}: kein Feld mit dem Cursor"
    subprocess.run(["xdotool", "key", "ctrl+a"], check=True)
    subprocess.run(["xdotool", "type", "--delay", "5", path], check=True)
    subprocess.run(["xdotool", "key", "Return"], check=True)
    return ""


def _takes_a_name(field: Any) -> bool:
    return field.getRole() in (pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY) and has_focus(field)


def acts(root: Any, told: dict[str, Any]) -> Iterator[str]:
    """What went wrong with each act, empty where nothing did."""
    yield "" if choose_step(root, told["step"]) else "Schritt nicht erreicht"
    yield push(root, told["open"])
    for title in told["pages"]:
        yield "" if until(lambda t=title: headed(root, t)) else f"{title}: nicht gezeigt"
        if title == told["names"]:
            for field, words in told["fields"].items():
                yield type_into(headed(root, title), field, words)
        if title != told["pages"][-1]:
            yield push(headed(root, title), told["next"])
    yield push(headed(root, told["pages"][-1]), told["sign"])
    yield save_as(root, told["save"], told["path"])
    yield "" if until(lambda: headed(root, told["done"])) else f"{told['done']}: nicht gesagt"


def main() -> None:
    told = json.loads(sys.argv[1])
    root = until(program)
    problem = "Programm nicht gefunden"
    if root is not None:
        problem = next((each for each in acts(root, told) if each), "")
    sys.stdout.write(json.dumps(problem))


if __name__ == "__main__":
    main()
