"""The rules of this group; `docs/regeln.md` explains each."""

from __future__ import annotations

from lpd_desktop.check.rule import Rule

FIGURE_SUM = "FIGURE-SUM"
FIGURE_TABLE_SUM = "FIGURE-TABLE-SUM"
FIGURE_CHANGE = "FIGURE-CHANGE"
FIGURE_DIRECTION = "FIGURE-DIRECTION"
FIGURE_POINTS = "FIGURE-POINTS"
FIGURE_RATIO = "FIGURE-RATIO"
CASELOAD = "CASELOAD"
NUMBER_MALFORMED = "NUMBER-MALFORMED"
BUDGET_CHANGE_TOLD = "BUDGET-CHANGE-TOLD"
AMOUNT_SLIP = "AMOUNT-SLIP"
AMOUNT_OTHER = "AMOUNT-OTHER"
AMOUNT_YEAR = "AMOUNT-YEAR"
FIGURE_TWICE = "FIGURE-TWICE"
FIGURE_SHARE = "FIGURE-SHARE"
KEY_CHANGE = "KEY-CHANGE"
MONEY_STYLE = "MONEY-STYLE"
UNIT_MISSING = "UNIT-MISSING"
COUNT_DECIMALS = "COUNT-DECIMALS"
CELL_TWO_VALUES = "CELL-TWO-VALUES"

FIGURE_RULES: tuple[Rule, ...] = (
    Rule(FIGURE_SUM, "warning", "Teile ergeben nicht die genannte Summe"),
    Rule(FIGURE_TABLE_SUM, "warning", "Summe in einer Texttabelle geht nicht auf"),
    Rule(FIGURE_CHANGE, "warning", "Veränderung passt nicht zu ihren Zahlen"),
    Rule(FIGURE_DIRECTION, "warning", "Richtung einer Veränderung passt nicht"),
    Rule(FIGURE_POINTS, "warning", "Abstand zweier Prozentwerte stimmt nicht"),
    Rule(FIGURE_RATIO, "warning", "Schlüssel passt nicht zu Stellen und Fällen"),
    Rule(CASELOAD, "hint", "Auffälliger Betreuungsschlüssel"),
    Rule(NUMBER_MALFORMED, "warning", "Zahl nicht eindeutig"),
    Rule(FIGURE_SHARE, "warning", "Anteil passt nicht zu seinen Zahlen"),
    Rule(BUDGET_CHANGE_TOLD, "warning", "Veränderung des Budgets passt nicht zu den Beträgen"),
    Rule(AMOUNT_SLIP, "warning", "Betrag weicht um einen Tippfehler von der Tabelle ab"),
    Rule(AMOUNT_OTHER, "warning", "Betrag im Text anders als in der Tabelle"),
    Rule(AMOUNT_YEAR, "warning", "Betrag eines anderen Jahres"),
    Rule(FIGURE_TWICE, "warning", "Dieselbe Zahl zweimal verschieden"),
    Rule(KEY_CHANGE, "hint", "Kennzahl und Zahlen auf verschiedener Grundlage"),
    Rule(MONEY_STYLE, "hint", "Beträge verschieden geschrieben"),
    Rule(UNIT_MISSING, "hint", "Währung fehlt"),
    Rule(COUNT_DECIMALS, "hint", "Schlüssel ohne Bezug"),
    Rule(CELL_TWO_VALUES, "hint", "Mehrere Werte in einer Zelle"),
)
