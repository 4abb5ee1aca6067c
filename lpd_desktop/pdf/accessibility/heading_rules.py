"""Rules on headings and bookmarks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lpd_desktop.pdf.accessibility.opened import Opened, as_list
from lpd_desktop.pdf.accessibility.rule import Found, Rule

_NUMBERED = re.compile(r"H([1-6])")
_MOST_BOOKMARKS = 20_000


def _levels(opened: Opened) -> Iterator[Found]:
    last = 0
    for part in opened.parts:
        numbered = _NUMBERED.fullmatch(part.role)
        if numbered is None:
            continue
        level = int(numbered[1])
        if last == 0 and level != 1:
            yield Found(f"Die erste Überschrift ist eine H{level} statt H1.", part.place)
        elif level > last + 1:
            yield Found(f"Auf H{last} folgt H{level}; eine Ebene fehlt.", part.place)
        last = level


def _one_system(opened: Opened) -> Iterator[Found]:
    plain = next(opened.with_role("H"), None)
    if plain is not None and any(_NUMBERED.fullmatch(part.role) for part in opened.parts):
        yield Found("Überschriften mit und ohne Ebene sind gemischt.", plain.place)
    above = Counter(id(part.parent) for part in opened.with_role("H"))
    if plain is not None and max(above.values()) > 1:
        yield Found("Zwei Überschriften ohne Ebene stehen nebeneinander.", plain.place)


def _bookmarks(opened: Opened) -> Iterator[Found]:
    headings = [part for part in opened.parts if _NUMBERED.fullmatch(part.role)]
    outline = opened.root.get("/Outlines")
    entries = [] if outline is None else list(_entries(outline))
    if not entries and len(headings) > 1:
        yield Found("Die Datei hat Überschriften, aber keine Lesezeichen.")
    for entry in entries:
        if not str(entry.get("/Title", "")).strip():
            yield Found("Ein Lesezeichen hat keinen Titel.")
        destination = as_list(entry.get("/Dest"))
        if not destination or destination[0].objgen not in opened.page_numbers:
            yield Found("Ein Lesezeichen führt zu keiner Seite.")


def _entries(parent: Any) -> Iterator[Any]:
    """All bookmarks; raises where their chain is broken, so that the rule fails."""
    waiting = [parent]
    count = 0
    while waiting:
        above = waiting.pop()
        entry, before = above.get("/First"), None
        while entry is not None:
            count += 1
            same = entry.get("/Prev") if before is None else entry["/Prev"]
            wrong_before = (same is None) != (before is None) or (
                before is not None and same.objgen != before.objgen
            )
            if wrong_before or entry["/Parent"].objgen != above.objgen or count > _MOST_BOOKMARKS:
                message = "a broken chain of bookmarks"
                raise ValueError(message)
            yield entry
            waiting.append(entry)
            before, entry = entry, entry.get("/Next")


RULES = (
    Rule(
        "heading-levels",
        "Überschriften beginnen mit H1 und überspringen keine Ebene.",
        ("14-002", "14-003"),
        _levels,
    ),
    Rule(
        "heading-system", "Alle Überschriften nennen ihre Ebene.", ("14-006", "14-007"), _one_system
    ),
    Rule("bookmarks", "Lesezeichen führen zu den Überschriften.", (), _bookmarks),
)
