"""What a command changed at the cursor, in a few words for those who listen."""

from __future__ import annotations

from lpd_desktop.gui.rich_text.selection import CursorState

_KINDS = {"paragraph": "Absatz", "heading1": "Überschrift 1", "heading2": "Überschrift 2"}
_LISTS = {"bullet": "Aufzählung", "number": "Nummerierung", "letter": "Buchstaben"}


def spoken_change(before: CursorState, after: CursorState) -> str:
    """What is different now; empty where nothing is."""
    if before.bold != after.bold:
        return f"Fett {_on(after.bold)}"
    if before.italic != after.italic:
        return f"Kursiv {_on(after.italic)}"
    if (before.header_rows, before.header_column) != (after.header_rows, after.header_column):
        return _headers(after)
    place = ("kind", "list_style", "list_depth")
    if any(getattr(before, name) != getattr(after, name) for name in place):
        return _place(after)
    return ""


def _on(is_on: bool) -> str:
    return "ein" if is_on else "aus"


def _place(state: CursorState) -> str:
    if state.list_style is None:
        return _KINDS.get(state.kind, "")
    level = f", Ebene {state.list_depth}" if state.list_depth > 1 else ""
    name = f"{_LISTS[state.list_style]}{level}"
    return name if state.kind == "paragraph" else f"{_KINDS[state.kind]}, {name}"


def _headers(state: CursorState) -> str:
    rows = {0: "keine Kopfzeile", 1: "eine Kopfzeile"}
    column = "mit" if state.header_column else "ohne"
    return f"{rows.get(state.header_rows, f'{state.header_rows} Kopfzeilen')}, {column} Kopfspalte"
