"""Rules on links: element and annotation know each other, and each link says where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lpd_desktop.pdf.accessibility.opened import Opened, Part, as_list
from lpd_desktop.pdf.accessibility.rule import Found, Rule

_PRINT = 4
_HIDDEN = 1 | 2 | 32 | 256
"""Invisible, hidden, not viewed, view toggled (ISO 32000-1, 12.5.3; ISO 19005-3, 6.3.2)."""


def _owners(opened: Opened) -> dict[tuple[int, int], Part]:
    return {key: part for part in opened.parts for key in part.objects}


def _structure(opened: Opened) -> Iterator[Found]:
    owners = _owners(opened)
    seen = set()
    for page, annotation in opened.annotations():
        seen.add(annotation.objgen)
        owner = owners.get(annotation.objgen)
        if owner is None:
            yield Found("Eine Verknüpfung steht nicht in der Gliederung.", page)
        elif annotation.get("/Subtype") == "/Link" and owner.role != "Link":
            yield Found("Eine Verknüpfung steht in keinem Element Link.", page)
        entry = opened.parent_tree.get(int(annotation.get("/StructParent", -1)))
        if entry is None or (owner is not None and entry.objgen != owner.entries.objgen):
            yield Found("Eine Verknüpfung führt nicht in die Gliederung zurück.", page)
    for key, part in owners.items():
        if key not in seen:
            yield Found("Die Gliederung nennt eine Verknüpfung, die es nicht gibt.", part.place)


def _empty_links(opened: Opened) -> Iterator[Found]:
    for link in opened.with_role("Link"):
        if not link.objects:
            yield Found("Ein Element Link hat keine Verknüpfung.", link.place)


def _contents(opened: Opened) -> Iterator[Found]:
    for page, annotation in opened.annotations():
        if not str(annotation.get("/Contents", "")).strip():
            yield Found("Eine Verknüpfung sagt nicht, wohin sie führt (Contents).", page)


def _flags(opened: Opened) -> Iterator[Found]:
    """Source: ISO 19005-3, 6.3.2, 6.3.3."""
    for page, annotation in opened.annotations():
        flags = int(annotation.get("/F", 0))
        if not flags & _PRINT or flags & _HIDDEN:
            yield Found("Eine Verknüpfung ist verborgen oder wird nicht gedruckt.", page)
        if set(annotation.get("/AP", {}).keys()) - {"/N"}:
            yield Found("Eine Verknüpfung sieht anders aus, wenn man auf sie zeigt.", page)


def _targets(opened: Opened) -> Iterator[Found]:
    for page, annotation in opened.annotations():
        if annotation.get("/Subtype") != "/Link":
            yield Found("Neben Verknüpfungen gibt es Anmerkungen anderer Art.", page)
        elif not _leads_somewhere(opened, annotation):
            yield Found("Eine Verknüpfung führt nirgendwohin.", page)


def _leads_somewhere(opened: Opened, annotation: Any) -> bool:
    destination = as_list(annotation.get("/Dest"))
    if destination:
        return destination[0].objgen in opened.page_numbers
    action = annotation.get("/A", {})
    inside = as_list(action.get("/D"))
    if inside:
        return inside[0].objgen in opened.page_numbers
    return bool(str(action.get("/URI", "")))


def _tab_order(opened: Opened) -> Iterator[Found]:
    for number, page in enumerate(opened.pdf.pages, 1):
        if page.obj.get("/Tabs") != "/S":
            yield Found("Die Tabulatortaste folgt nicht der Gliederung (Tabs).", number)


RULES = (
    Rule(
        "link-structure",
        "Verknüpfungen und Gliederung nennen sich gegenseitig.",
        ("28-011",),
        _structure,
    ),
    Rule("link-elements", "Jedes Element Link hat eine Verknüpfung.", (), _empty_links),
    Rule(
        "link-contents",
        "Verknüpfungen sagen, wohin sie führen.",
        ("28-004", "28-012"),
        _contents,
    ),
    Rule("link-flags", "Verknüpfungen sind sichtbar und werden gedruckt.", (), _flags),
    Rule(
        "link-targets",
        "Es gibt nur Verknüpfungen, und sie führen zu einem Ziel.",
        ("28-002",),
        _targets,
    ),
    Rule(
        "tab-order",
        "Die Tabulatortaste folgt der Gliederung.",
        ("28-008", "28-009"),
        _tab_order,
    ),
)
