"""The rules of this group; `docs/regeln.md` explains each."""

from __future__ import annotations

from lpd_desktop.check.rule import Rule

FORM_WORDING = "FORM-WORDING"
TYPED_NUMBER = "TYPED-NUMBER"
TYPED_LIST = "TYPED-LIST"
TYPED_NOTE = "TYPED-NOTE"
PAGE_REMAINS = "PAGE-REMAINS"
PART_EMPTY = "PART-EMPTY"
HEADING_TWICE = "HEADING-TWICE"
TEMPLATE_TEXT = "TEMPLATE-TEXT"
REVIEW_NOTE = "REVIEW-NOTE"
MARKUP = "MARKUP"
ANSWER_SHORT = "ANSWER-SHORT"
TEXT_TWICE = "TEXT-TWICE"
ANSWER_NO_GOAL = "ANSWER-NO-GOAL"
ANSWER_NO_MEASURE = "ANSWER-NO-MEASURE"
SPELLING_VARIANTS = "SPELLING-VARIANTS"
GENDER_FORMS = "GENDER-FORMS"
ABBREVIATION = "ABBREVIATION"
PERSON = "PERSON"
PERSON_QUOTED = "PERSON-QUOTED"
SMALL_GROUP = "SMALL-GROUP"
WORD_TWICE = "WORD-TWICE"
WORD_SPLIT = "WORD-SPLIT"
QUESTION_MARK = "QUESTION-MARK"
PAIRED_MARKS = "PAIRED-MARKS"
SENTENCE_OPEN = "SENTENCE-OPEN"
NUMBER_SINGULAR = "NUMBER-SINGULAR"
TYPOGRAPHY = "TYPOGRAPHY"
UNCHANGED = "UNCHANGED"
UNCHANGED_FIGURES = "UNCHANGED-FIGURES"

LANGUAGE_RULES: tuple[Rule, ...] = (
    Rule(FORM_WORDING, "warning", "Wortlaut des Vordrucks im Text"),
    Rule(TYPED_NUMBER, "warning", "Nummer, die das Programm selbst druckt"),
    Rule(TYPED_LIST, "hint", "Getippte Aufzählung"),
    Rule(TYPED_NOTE, "hint", "Getipptes Fußnotenzeichen"),
    Rule(PAGE_REMAINS, "warning", "Rest einer Seite"),
    Rule(PART_EMPTY, "warning", "Überschrift oder Aufzählungspunkt ohne Text"),
    Rule(HEADING_TWICE, "hint", "Doppelte Überschrift"),
    Rule(TEMPLATE_TEXT, "warning", "Rest einer Vorlage"),
    Rule(REVIEW_NOTE, "warning", "Anmerkung aus der Bearbeitung"),
    Rule(MARKUP, "warning", "Schreibzeichen eines Textformats"),
    Rule(ANSWER_SHORT, "warning", "Antwort aus wenigen Wörtern"),
    Rule(TEXT_TWICE, "warning", "Text kommt zweimal vor"),
    Rule(ANSWER_NO_GOAL, "hint", "Kein Ziel erkennbar"),
    Rule(ANSWER_NO_MEASURE, "hint", "Keine Maßnahme erkennbar"),
    Rule(SPELLING_VARIANTS, "hint", "Verschiedene Schreibweisen"),
    Rule(GENDER_FORMS, "hint", "Verschiedene Formen der Personenbezeichnung"),
    Rule(ABBREVIATION, "hint", "Abkürzung nicht eingeführt"),
    Rule(PERSON, "warning", "Angabe zu einer Person"),
    Rule(PERSON_QUOTED, "hint", "Wörtliche Äußerung"),
    Rule(SMALL_GROUP, "warning", "Sehr kleine Personengruppe"),
    Rule(WORD_TWICE, "hint", "Doppeltes Wort"),
    Rule(WORD_SPLIT, "warning", "Getrenntes Wort"),
    Rule(QUESTION_MARK, "hint", "Frage mit Punkt"),
    Rule(PAIRED_MARKS, "hint", "Klammer oder Anführungszeichen ohne Gegenstück"),
    Rule(SENTENCE_OPEN, "hint", "Satz ohne Ende"),
    Rule(NUMBER_SINGULAR, "hint", "Mehrzahl mit einem Wort in der Einzahl"),
    Rule(TYPOGRAPHY, "hint", "Kleine Schreibversehen"),
    Rule(UNCHANGED, "hint", "Absatz wie im Vorjahr"),
    Rule(UNCHANGED_FIGURES, "warning", "Absatz mit Zahlen oder Jahr des Vorjahres"),
)
