"""The rules of this group; `docs/regeln.md` explains each."""

from __future__ import annotations

from lpd_desktop.check.rule import Rule

BUDGET_INCOMPLETE = "BUDGET-INCOMPLETE"
BUDGET_CHANGE = "BUDGET-CHANGE"
BUDGET_TRANSFER = "BUDGET-TRANSFER"
BUDGET_SAME = "BUDGET-SAME"
BUDGET_SWAPPED = "BUDGET-SWAPPED"
FEDERAL_AMOUNT = "FEDERAL-AMOUNT"
FEDERAL_BASE = "FEDERAL-BASE"

MONEY_RULES: tuple[Rule, ...] = (
    Rule(BUDGET_INCOMPLETE, "warning", "Budget unvollständig"),
    Rule(BUDGET_CHANGE, "warning", "Große Veränderung ohne ein Wort dazu"),
    Rule(BUDGET_TRANSFER, "warning", "Sehr große Umschichtung"),
    Rule(BUDGET_SAME, "warning", "Betrag genau wie im Vorjahr"),
    Rule(BUDGET_SWAPPED, "warning", "Spalten vermutlich vertauscht"),
    Rule(FEDERAL_AMOUNT, "warning", "Bundesmittel passen nicht zum Jobcenter"),
    Rule(FEDERAL_BASE, "hint", "Bundesmittel auf anderer Grundlage"),
)
