"""Finds every field by its name in the accessibility tree and has it typed into.

Runs with the system's Python, which has pyatspi; it knows the program by its tree alone. Reads the
steps with their fields as JSON from the first argument, prints what happened to each as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pyatspi

PROGRAM = "LPD Desktop"
PATIENCE = 15.0
_POLL = 0.05


def until(look: Callable[[], Any]) -> Any:
    """What `look` gives as soon as it gives something; None when patience ends."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = look()
        except Exception:  # the tree changes while it is read
            found = None
        if found:
            return found
        time.sleep(_POLL)
    return None


def program() -> Any:
    desktop = pyatspi.Registry.getDesktop(0)
    return next((each for each in desktop if each is not None and each.name == PROGRAM), None)


def below(node: Any) -> Iterator[Any]:
    """All that is shown below a node."""
    for child in node:
        if child is None or not child.getState().contains(pyatspi.STATE_SHOWING):
            continue
        yield child
        yield from below(child)


def named(root: Any, name: str, roles: tuple[int, ...]) -> Any:
    """The first thing shown with this name and one of the roles."""
    return next(
        (each for each in below(root) if each.name == name and each.getRole() in roles), None
    )


def choose_step(root: Any, label: str) -> bool:
    """Chooses a step in the list of steps, as a screen reader does."""
    steps = until(lambda: named(root, "Schritte", (pyatspi.ROLE_LIST,)))
    if steps is None:
        return False
    index = next((i for i, item in enumerate(steps) if item.name.startswith(label)), None)
    return index is not None and bool(steps.querySelection().selectChild(index))


FIELDS = (
    pyatspi.ROLE_TEXT,
    pyatspi.ROLE_ENTRY,
    pyatspi.ROLE_PARAGRAPH,
    pyatspi.ROLE_COMBO_BOX,
    pyatspi.ROLE_DOCUMENT_TEXT,
    pyatspi.ROLE_TABLE,
    pyatspi.ROLE_CHECK_BOX,
)


def type_into(root: Any, name: str, words: str) -> str:
    """Empty when the words stand in the field, else what did not happen."""
    field = until(lambda: named(root, name, FIELDS))
    if field is None:
        return "nicht gefunden"
    if field.getRole() == pyatspi.ROLE_CHECK_BOX:
        return tick(field)
    if field.getRole() == pyatspi.ROLE_TABLE:
        return type_amount(field, words)
    field.queryComponent().grabFocus()
    if not until(lambda: has_focus(field)):
        return "bekommt den Fokus nicht"
    subprocess.run(["xdotool", "key", "ctrl+End"], check=True)
    subprocess.run(["xdotool", "type", "--delay", "5", words], check=True)
    if not until(lambda: words in text_of(field)):
        return f"enthält {text_of(field)[:60]!r}"
    return ""


def tick(box: Any) -> str:
    """Takes a tick away and sets it again; one that may not be set must say why."""
    if not is_ticked(box):
        before = box.description
        press(box)
        refused = until(lambda: not is_ticked(box) and box.description != before)
        return "" if refused else f"sagt {box.description!r}"
    press(box)
    if not until(lambda: not is_ticked(box)):
        return "bleibt angekreuzt"
    press(box)
    return "" if until(lambda: is_ticked(box)) else "lässt sich nicht ankreuzen"


def press(box: Any) -> None:
    box.queryAction().doAction(0)


def is_ticked(box: Any) -> bool:
    return bool(box.getState().contains(pyatspi.STATE_CHECKED))


def type_amount(table: Any, digits: str) -> str:
    """Types an amount into the first cell of the plan year; it is read with its points."""
    shown = f"{int(digits):,}".replace(",", ".")
    table.queryComponent().grabFocus()
    if not until(lambda: has_focus(table)):
        return "bekommt den Fokus nicht"
    subprocess.run(["xdotool", "key", "ctrl+Home", "Right"], check=True)
    subprocess.run(["xdotool", "type", "--delay", "5", digits], check=True)
    subprocess.run(["xdotool", "key", "Return"], check=True)
    if not until(lambda: shown in table.queryTable().getAccessibleAt(0, 1).name):
        return f"enthält {table.queryTable().getAccessibleAt(0, 1).name!r}"
    return ""


def has_focus(field: Any) -> bool:
    states = [field.getState(), *(child.getState() for child in below(field))]
    return any(state.contains(pyatspi.STATE_FOCUSED) for state in states)


def text_of(field: Any) -> str:
    """The text of a field, or of the line that it holds."""
    for each in (field, *below(field)):
        try:
            text = each.queryText()
        except NotImplementedError:
            continue
        return text.getText(0, text.characterCount)
    return ""


def main() -> None:
    steps = json.loads(sys.argv[1])
    root = until(program)
    results = []
    for step in steps:
        chosen = root is not None and choose_step(root, step["label"])
        for name, words in step["fields"].items():
            problem = type_into(root, name, words) if chosen else "Schritt nicht erreicht"
            results.append({"step": step["label"], "field": name, "problem": problem})
    if root is not None:
        choose_step(root, steps[0]["label"])
        until(lambda: named(root, "Gespeichert", (pyatspi.ROLE_LABEL,)))
    sys.stdout.write(json.dumps(results))


if __name__ == "__main__":
    main()
