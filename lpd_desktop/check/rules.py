"""The table of all rules: stable code, level, German title. `docs/regeln.md` explains each."""

from __future__ import annotations

from lpd_desktop.check.dates.rules import DATE_RULES
from lpd_desktop.check.figures.rules import FIGURE_RULES
from lpd_desktop.check.finding import Level
from lpd_desktop.check.language.rules import LANGUAGE_RULES
from lpd_desktop.check.money.rules import MONEY_RULES
from lpd_desktop.check.rule import Rule
from lpd_desktop.plan.import_rules import IMPORT_RULES

JOBCENTER_MISSING = "JOBCENTER-MISSING"
STAND_MISSING = "STAND-MISSING"
STAND_NO_DATE = "STAND-NO-DATE"
FORM_UNCONFIRMED = "FORM-UNCONFIRMED"
LOGO_ALT_MISSING = "LOGO-ALT-MISSING"
LOGO_UNREADABLE = "LOGO-UNREADABLE"
LOGO_COARSE = "LOGO-COARSE"
ACCENT_PALE = "ACCENT-PALE"
ANSWER_MISSING = "ANSWER-MISSING"
BUDGET_MISSING = "BUDGET-MISSING"
ANSWER_UNKNOWN = "ANSWER-UNKNOWN"
TARGET_MISSING = "TARGET-MISSING"
TARGET_NO_NUMBER = "TARGET-NO-NUMBER"
TOPICS_COUNT = "TOPICS-COUNT"
TOPICS_MISSING = "TOPICS-MISSING"
TOPIC_UNKNOWN = "TOPIC-UNKNOWN"
TOPIC_DUPLICATE = "TOPIC-DUPLICATE"
TOPIC_FIXED_MISSING = "TOPIC-FIXED-MISSING"
TOPIC_TITLE_MISSING = "TOPIC-TITLE-MISSING"
POTENTIAL_HALF = "POTENTIAL-HALF"
POTENTIAL_EMPTY = "POTENTIAL-EMPTY"
POTENTIALS_TOO_MANY = "POTENTIALS-TOO-MANY"
AMOUNT_UNREADABLE = "AMOUNT-UNREADABLE"
BUDGET_SUM = "BUDGET-SUM"
BUDGET_SHARE = "BUDGET-SHARE"
BUDGET_EQUAL = "BUDGET-EQUAL"
BUDGET_AT_MOST = "BUDGET-AT-MOST"
BUDGET_SIGN = "BUDGET-SIGN"
ROW_LABEL_MISSING = "ROW-LABEL-MISSING"
AMOUNT_REPLACED = "AMOUNT-REPLACED"
FIGURE_REPLACED = "FIGURE-REPLACED"
CHARACTER = "CHARACTER"
TABLE_WIDE = "TABLE-WIDE"
PLACEHOLDER = "PLACEHOLDER"
WORD_LIMIT = "WORD-LIMIT"
REMARKS_OPEN = "REMARKS-OPEN"


_TABLE = (
    Rule(JOBCENTER_MISSING, "error", "Kein Jobcenter"),
    Rule(STAND_MISSING, "error", "Kein Stand"),
    Rule(STAND_NO_DATE, "error", "Der Stand ist kein Datum"),
    Rule(FORM_UNCONFIRMED, "hint", "Form noch nicht abgeglichen"),
    Rule(LOGO_ALT_MISSING, "error", "Logo ohne Alternativtext"),
    Rule(LOGO_UNREADABLE, "error", "Logo beschädigt"),
    Rule(LOGO_COARSE, "hint", "Logo mit wenigen Bildpunkten"),
    Rule(ACCENT_PALE, "hint", "Farbe zu blass"),
    Rule(ANSWER_MISSING, "error", "Fehlende Antwort"),
    Rule(BUDGET_MISSING, "error", "Kein Budget"),
    Rule(ANSWER_UNKNOWN, "error", "Antwort ohne Feld in der Form"),
    Rule(TARGET_MISSING, "error", "Fehlender Zielwert"),
    Rule(TARGET_NO_NUMBER, "error", "Zielwert ist keine Zahl"),
    Rule(TOPICS_COUNT, "error", "Zu viele Themen"),
    Rule(TOPICS_MISSING, "error", "Noch zu wenige Themen"),
    Rule(TOPIC_UNKNOWN, "error", "Unbekanntes Thema"),
    Rule(TOPIC_DUPLICATE, "error", "Doppeltes Thema"),
    Rule(TOPIC_FIXED_MISSING, "error", "Vorgegebenes Thema fehlt"),
    Rule(TOPIC_TITLE_MISSING, "error", "Eigenes Thema ohne Titel"),
    Rule(POTENTIAL_HALF, "error", "Halb ausgefülltes Potential"),
    Rule(POTENTIAL_EMPTY, "warning", "Leeres Potential"),
    Rule(POTENTIALS_TOO_MANY, "error", "Zu viele Potentiale"),
    Rule(AMOUNT_UNREADABLE, "error", "Betrag nicht lesbar"),
    Rule(BUDGET_SUM, "warning", "Summe geht nicht auf"),
    Rule(BUDGET_SHARE, "warning", "Anteil passt nicht"),
    Rule(BUDGET_EQUAL, "warning", "Zwei Beträge müssten gleich sein"),
    Rule(BUDGET_AT_MOST, "warning", "Betrag größer als sein Rahmen"),
    Rule(BUDGET_SIGN, "warning", "Betrag mit Minus"),
    Rule(ROW_LABEL_MISSING, "error", "Zeile ohne Bezeichnung"),
    Rule(AMOUNT_REPLACED, "warning", "Text nennt einen ersetzten Betrag"),
    Rule(FIGURE_REPLACED, "warning", "Angabe folgt aus ersetzten Beträgen"),
    Rule(CHARACTER, "error", "Zeichen nicht setzbar"),
    Rule(TABLE_WIDE, "hint", "Tabelle zu breit"),
    Rule(PLACEHOLDER, "warning", "Platzhalter"),
    Rule(WORD_LIMIT, "warning", "Zu viele Wörter"),
    Rule(REMARKS_OPEN, "hint", "Offene Anmerkungen"),
    *MONEY_RULES,
    *FIGURE_RULES,
    *DATE_RULES,
    *LANGUAGE_RULES,
)

RULES: dict[str, Rule] = {rule.code: rule for rule in _TABLE}


def all_codes() -> dict[str, Level]:
    """Every code that a finding can have, those of the import included, with its level."""
    own: dict[str, Level] = {rule.code: rule.level for rule in _TABLE}
    return own | {rule.code: rule.level for rule in IMPORT_RULES.values()}
