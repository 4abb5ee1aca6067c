"""The rules of this group; `docs/regeln.md` explains each."""

from __future__ import annotations

from lpd_desktop.check.rule import Rule

FIGURE_SUM = "FIGURE-SUM"
FIGURE_TABLE_SUM = "FIGURE-TABLE-SUM"
FIGURE_CHANGE = "FIGURE-CHANGE"
FIGURE_DIRECTION = "FIGURE-DIRECTION"
FIGURE_POINTS = "FIGURE-POINTS"

FIGURE_RULES: tuple[Rule, ...] = (
    Rule(FIGURE_SUM, "warning", "Teile ergeben nicht die genannte Summe"),
    Rule(FIGURE_TABLE_SUM, "warning", "Summe in einer Texttabelle geht nicht auf"),
    Rule(FIGURE_CHANGE, "warning", "Veränderung passt nicht zu ihren Zahlen"),
    Rule(FIGURE_DIRECTION, "warning", "Richtung einer Veränderung passt nicht"),
    Rule(FIGURE_POINTS, "warning", "Abstand zweier Prozentwerte stimmt nicht"),
)
