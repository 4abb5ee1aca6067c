"""The rules of this group; `docs/regeln.md` explains each."""

from __future__ import annotations

from lpd_desktop.check.rule import Rule

FIGURE_SUM = "FIGURE-SUM"
FIGURE_TABLE_SUM = "FIGURE-TABLE-SUM"

FIGURE_RULES: tuple[Rule, ...] = (
    Rule(FIGURE_SUM, "warning", "Teile ergeben nicht die genannte Summe"),
    Rule(FIGURE_TABLE_SUM, "warning", "Summe in einer Texttabelle geht nicht auf"),
)
