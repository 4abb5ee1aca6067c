"""Rules on what may stand in what: tables, lists, contents, figures, notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lpd_desktop.pdf.accessibility.opened import Opened, Part
from lpd_desktop.pdf.accessibility.rule import Found, Rule

_IN_TABLES = {
    "Table": {"Caption", "TR", "THead", "TBody", "TFoot"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
}
_IN_LISTS = {"L": {"Caption", "L", "LI"}, "LI": {"Lbl", "LBody"}}
_IN_CONTENTS = {
    "TOC": {"Caption", "TOC", "TOCI"},
    "TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC"},
}
_WITHOUT_WORDS = frozenset(("Table", "THead", "TBody", "TFoot", "TR", "L", "TOC"))
"""Elements that hold elements alone (ISO 32000-1, 14.8.4.3)."""


def _kids(opened: Opened, allowed: dict[str, set[str]]) -> Iterator[Found]:
    """Elements that stand where they may not, seen from above and from below."""
    inside = {kid: role for role, kids in allowed.items() for kid in kids if role != kid}
    only_here = {kid for kid in inside if kid in ("TR", "TH", "TD", "LI", "LBody", "TOCI")}
    for part in opened.parts:
        if part.role in allowed:
            strange = sorted({kid.role for kid in part.kids} - allowed[part.role])
            if strange:
                sentence = f"In einem Element {part.role} steht {', '.join(strange)}."
                yield Found(sentence, part.place)
        if part.role in _WITHOUT_WORDS and part.contents:
            yield Found(
                f"In einem Element {part.role} steht Text ohne eigenes Element.", part.place
            )
        above = part.parent.role if part.parent is not None else ""
        if part.role in only_here and part.role not in allowed.get(above, ()):
            yield Found(f"Ein Element {part.role} steht nicht an seinem Ort.", part.place)


def _tables(opened: Opened) -> Iterator[Found]:
    """Source: ISO 14289-1, 7.2 with ISO 32000-1, 14.8.4.3.4."""
    yield from _kids(opened, _IN_TABLES)
    for table in opened.with_role("Table"):
        count = Counter(kid.role for kid in table.kids)
        headed = count["THead"] or count["TFoot"]
        if max(count["THead"], count["TFoot"]) > 1 or (headed and not count["TBody"]):
            yield Found("Eine Tabelle hat zwei Köpfe oder keinen Rumpf.", table.place)
        yield from _captions(table, (0, len(table.kids) - 1))


def _captions(part: Part, places: tuple[int, ...]) -> Iterator[Found]:
    """A caption stands once, and at one of these places."""
    found = [place for place, kid in enumerate(part.kids) if kid.role == "Caption"]
    if len(found) > 1 or not set(found) <= set(places):
        yield Found(f"Eine Beschriftung in {part.role} steht nicht an ihrem Ort.", part.place)


def _lists(opened: Opened) -> Iterator[Found]:
    yield from _kids(opened, _IN_LISTS)
    for each in opened.with_role("L"):
        yield from _captions(each, (0,))
    for item in opened.with_role("LI"):
        if not item.kids or item.kids[-1].role != "LBody":
            yield Found("Ein Punkt einer Liste hat keinen Text (LBody).", item.place)
    for each in opened.with_role("L"):
        numbered = any(kid.role == "Lbl" for item in each.kids for kid in item.kids)
        if numbered and each.attribute("/List", "/ListNumbering") is None:
            yield Found("Eine Liste sagt nicht, wie sie gezählt wird.", each.place)


def _contents(opened: Opened) -> Iterator[Found]:
    yield from _kids(opened, _IN_CONTENTS)
    for each in opened.with_role("TOC"):
        yield from _captions(each, (0,))


def _alternatives(opened: Opened) -> Iterator[Found]:
    for figure in opened.with_role("Figure", "Formula"):
        said = figure.entries.get("/Alt", figure.entries.get("/ActualText", ""))
        if not str(said).strip():
            yield Found("Eine Abbildung hat keinen Alternativtext.", figure.place)


def _boxes(opened: Opened) -> Iterator[Found]:
    for figure in opened.with_role("Figure"):
        box = figure.attribute("/Layout", "/BBox")
        if box is None or len(box) != 4:
            yield Found("Eine Abbildung nennt ihren Ort nicht (BBox).", figure.place)


def _notes(opened: Opened) -> Iterator[Found]:
    notes = list(opened.with_role("Note"))
    names = Counter(_ident(note) for note in notes)
    listed = _listed(opened)
    for note in notes:
        name = _ident(note)
        if not name:
            yield Found("Eine Fußnote hat keine Kennung.", note.place)
        elif names[name] > 1:
            yield Found("Die Kennung einer Fußnote ist nicht eindeutig.", note.place)
        elif listed.get(name) != note.entries.objgen:
            yield Found("Eine Fußnote ist unter ihrer Kennung nicht zu finden.", note.place)
    if list(listed) != sorted(listed):
        yield Found("Die Kennungen stehen nicht in ihrer Reihenfolge.")


def _ident(note: Part) -> bytes:
    ident = note.entries.get("/ID")
    return b"" if ident is None else bytes(ident)


def _listed(opened: Opened) -> dict[bytes, tuple[int, int]]:
    entries = list(opened.root["/StructTreeRoot"].get("/IDTree", {}).get("/Names", []))
    pairs = zip(entries[::2], entries[1::2], strict=True)
    return {bytes(name): element.objgen for name, element in pairs}


RULES = (
    Rule("table-nesting", "Tabellen bestehen aus Zeilen und Zellen.", ("09-004",), _tables),
    Rule("list-nesting", "Listen bestehen aus Punkten mit Zeichen und Text.", ("09-005",), _lists),
    Rule("toc-nesting", "Das Inhaltsverzeichnis besteht aus Einträgen.", ("09-006",), _contents),
    Rule(
        "figure-alt", "Abbildungen haben einen Alternativtext.", ("13-004", "17-002"), _alternatives
    ),
    Rule("figure-box", "Abbildungen nennen ihren Ort auf der Seite.", (), _boxes),
    Rule(
        "note-ids",
        "Fußnoten haben eindeutige Kennungen, unter denen sie zu finden sind.",
        ("19-003", "19-004"),
        _notes,
    ),
)
