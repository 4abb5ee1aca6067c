"""The rules of this group; `docs/regeln.md` explains each."""

from __future__ import annotations

from lpd_desktop.check.rule import Rule

DATE_IMPOSSIBLE = "DATE-IMPOSSIBLE"
DATE_WEEKDAY = "DATE-WEEKDAY"
DATE_RANGE = "DATE-RANGE"
DATE_STAND_OLD = "DATE-STAND-OLD"
DATE_STAND_LATE = "DATE-STAND-LATE"
DATE_PAST_AHEAD = "DATE-PAST-AHEAD"
DATE_FUTURE_BEHIND = "DATE-FUTURE-BEHIND"
DATE_YEAR = "DATE-YEAR"
DATE_YEAR_FAR = "DATE-YEAR-FAR"
DATE_WAITING = "DATE-WAITING"
DONE_AND_PLANNED = "DONE-AND-PLANNED"
COMPARE_MONTHS = "COMPARE-MONTHS"
COMPARE_PERIODS = "COMPARE-PERIODS"
COMPARE_UNFINISHED = "COMPARE-UNFINISHED"
PERCENT_OR_POINTS = "PERCENT-OR-POINTS"
POINTS_OR_PERCENT = "POINTS-OR-PERCENT"
BASE_MISSING = "BASE-MISSING"
BASE_OLD = "BASE-OLD"
KEY_FIGURE_BARE = "KEY-FIGURE-BARE"
SOURCE_UNDATED = "SOURCE-UNDATED"
TERM_DRAFT = "TERM-DRAFT"
TERM_OTHER_TIME = "TERM-OTHER-TIME"

DATE_RULES: tuple[Rule, ...] = (
    Rule(DATE_IMPOSSIBLE, "warning", "Kein Datum des Kalenders"),
    Rule(DATE_WEEKDAY, "warning", "Wochentag passt nicht zum Datum"),
    Rule(DATE_RANGE, "warning", "Ende liegt vor dem Anfang"),
    Rule(DATE_STAND_OLD, "warning", "Angabe ist älter als ein Jahr"),
    Rule(DATE_STAND_LATE, "warning", "Angabe ist jünger als der Stand"),
    Rule(DATE_PAST_AHEAD, "warning", "Künftiges als vergangen erzählt"),
    Rule(DATE_FUTURE_BEHIND, "hint", "Vergangenes als künftig erzählt"),
    Rule(DATE_YEAR, "warning", "Jahr passt nicht zum Planjahr"),
    Rule(DATE_YEAR_FAR, "hint", "Jahr liegt sehr weit voraus"),
    Rule(DATE_WAITING, "hint", "Wartezeit noch nicht abgelaufen"),
    Rule(DONE_AND_PLANNED, "hint", "Erledigt und zugleich geplant"),
    Rule(COMPARE_MONTHS, "warning", "Verschiedene Monate verglichen"),
    Rule(COMPARE_PERIODS, "hint", "Verschieden lange Zeiträume verglichen"),
    Rule(COMPARE_UNFINISHED, "hint", "Laufendes Jahr wie ein ganzes verglichen"),
    Rule(PERCENT_OR_POINTS, "warning", "Prozent statt Prozentpunkte"),
    Rule(POINTS_OR_PERCENT, "warning", "Prozentpunkte statt Prozent"),
    Rule(BASE_MISSING, "hint", "Veränderung ohne Vergleichswert"),
    Rule(BASE_OLD, "hint", "Planung beruht auf einem früheren Jahr"),
    Rule(KEY_FIGURE_BARE, "hint", "Kennzahl ohne Monat oder Einheit"),
    Rule(SOURCE_UNDATED, "hint", "Quelle ohne Datum"),
    Rule(TERM_DRAFT, "warning", "Wort aus einem Gesetzentwurf"),
    Rule(TERM_OTHER_TIME, "hint", "Wort einer anderen Rechtslage"),
)
