"""Rules on the structure tree: it names all contents, and everything finds its way back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lpd_desktop.pdf.accessibility.opened import STANDARD_ROLES, Opened, as_list
from lpd_desktop.pdf.accessibility.rule import Found, Rule


def _marked(opened: Opened) -> Iterator[Found]:
    info = opened.root.get("/MarkInfo", {})
    if not bool(info.get("/Marked", False)):
        yield Found("Die Datei ist nicht als gegliedert gekennzeichnet.")
    if opened.root["/StructTreeRoot"].get("/Type") != "/StructTreeRoot":
        yield Found("Die Gliederung ist nicht als solche gekennzeichnet.")
    if bool(info.get("/Suspects", False)):
        yield Found("Die Datei nennt ihre Gliederung selbst zweifelhaft.")


def _roles(opened: Opened) -> Iterator[Found]:
    for role in sorted(STANDARD_ROLES & opened.role_map.keys()):
        yield Found(f"Die feste Art {role} ist umgedeutet.")
    for role, count in Counter(part.role for part in opened.parts).items():
        if role not in STANDARD_ROLES:
            yield Found(f"{count} Element(e) sind von der unbekannten Art {role}.")


def _parents(opened: Opened) -> Iterator[Found]:
    tree = opened.root["/StructTreeRoot"].objgen
    for part in opened.parts:
        if part.entries.get("/Type", "/StructElem") != "/StructElem":
            yield Found(f"Ein Element {part.role} ist nicht als Element gekennzeichnet.", part.page)
        above = tree if part.parent is None else part.parent.entries.objgen
        if part.entries.get("/P") is None or part.entries["/P"].objgen != above:
            yield Found(f"Ein Element {part.role} nennt ein falsches Element über sich.", part.page)


def _same_everywhere(opened: Opened) -> Iterator[Found]:
    """What pages mark, what the tree names and what the parent tree leads back to."""
    named = Counter(content for part in opened.parts for content in part.contents)
    if any(count > 1 for count in named.values()):
        yield Found("Ein Inhalt gehört zu zwei Stellen der Gliederung.")
    from_tree = {content: part.entries.objgen for part in opened.parts for content in part.contents}
    for number, page in enumerate(opened.pdf.pages, 1):
        key = page.obj.objgen
        marked = set(opened.contents[number - 1].numbers)
        in_tree = {content[1] for content in from_tree if content[0] == key}
        if marked != in_tree:
            yield Found("Gliederung und Seite nennen verschiedene Inhalte.", number)
        entries = opened.parent_tree.get(int(page.obj.get("/StructParents", -1)))
        back = {at: entry.objgen for at, entry in enumerate(as_list(entries))}
        if back != {at: from_tree[(key, at)] for at in sorted(in_tree)}:
            yield Found("Der Rückweg von der Seite zur Gliederung stimmt nicht.", number)


RULES = (
    Rule("marked", "Die Datei ist als gegliedert gekennzeichnet.", ("01-007",), _marked),
    Rule(
        "roles",
        "Jedes Element ist von einer Art, die Vorlesegeräte kennen.",
        ("02-001", "02-003", "02-004"),
        _roles,
    ),
    Rule("tree-parents", "Jedes Element nennt das Element, in dem es steht.", (), _parents),
    Rule(
        "parent-tree",
        "Seiten, Gliederung und Rückweg nennen dieselben Inhalte.",
        (),
        _same_everywhere,
    ),
)
