"""How an edition without data says in its metadata what it is."""

from __future__ import annotations

from typing import Literal

Kind = Literal["final", "draft", "proposal", "publishing", "blank", "changes", "remarks"]

MARKS: dict[Kind, str] = {
    "publishing": "Veröffentlichungsfassung ohne beigefügte Daten",
    "blank": "leeres Formular",
    "changes": "Änderungsdokument ohne Plandaten",
    "remarks": "Anmerkungen ohne Plandaten",
}


def kind_without_data(data: bytes) -> Kind | None:
    """Which edition without data a PDF says it is; None for all others.

    It is found in the metadata, which stand in the file as they are, also in a damaged one.
    """
    marked = (kind for kind, mark in MARKS.items() if mark_element(mark).encode() in data)
    return next(marked, None)


def mark_element(mark: str) -> str:
    """How the metadata hold the mark."""
    return f"<pdf:Keywords>{mark}</pdf:Keywords>"
