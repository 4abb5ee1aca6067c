"""The rules under which an import notes what it changed, and what they say to a person.

`message` may hold `{quote}` and `{done}` of the note.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

HEADING_QUESTION = "I-HEADING-QUESTION"
OLD_TITLE = "I-OLD-TITLE"
UNKNOWN_TOPIC = "I-UNKNOWN-TOPIC"
TOPIC_TWICE = "I-TOPIC-TWICE"
NUMBERING = "I-NUMBERING"
RENUMBERED = "I-RENUMBERED"
SECTION_LETTER = "I-SECTION-LETTER"
EMPTY_POTENTIAL = "I-EMPTY-POTENTIAL"
TOPIC_WITHOUT_CAPTION = "I-TOPIC-WITHOUT-CAPTION"
TEXT_BEFORE_QUESTION = "I-TEXT-BEFORE-QUESTION"
JOINED_WORD = "I-JOINED-WORD"
JOINED_PARAGRAPH = "I-JOINED-PARAGRAPH"
HEADING_BY_LOOK = "I-HEADING-BY-LOOK"
HEADING_LEVEL = "I-HEADING-LEVEL"
ESCAPE = "I-ESCAPE"
FOOTNOTE = "I-FOOTNOTE"
ENCODING = "I-ENCODING"
OTHER_YEAR = "I-OTHER-YEAR"
JOBCENTER_UNKNOWN = "I-JOBCENTER-UNKNOWN"
JOBCENTER_SUGGESTED = "I-JOBCENTER-SUGGESTED"
BUDGET_COLUMNS = "I-BUDGET-COLUMNS"
BUDGET_OWN_ROW = "I-BUDGET-OWN-ROW"
AMOUNT_SIGN = "I-AMOUNT-SIGN"
DELETED_TEXT = "I-DELETED-TEXT"
REPLACED = "I-REPLACED"
UNPLACED = "I-UNPLACED"


@dataclass(frozen=True)
class ImportRule:
    """What a note under this rule says as a finding.

    Attributes:
        done: What was done, for notes that say nothing of their own.
    """

    code: str
    level: Literal["warning", "hint"]
    message: str
    suggestion: str = ""
    done: str = ""


_RULES = (
    ImportRule(
        HEADING_QUESTION,
        "warning",
        "In der Überschrift „{quote}“ stand eine Frage des Vordrucks.",
        "Die Überschrift und die Frage werden wieder getrennt gedruckt; bitte prüfen Sie, "
        "ob der Text darunter zur richtigen Frage gehört.",
        done="Überschrift und Frage wurden getrennt",
    ),
    ImportRule(
        OLD_TITLE,
        "warning",
        "Die Überschrift „{quote}“ ist nicht der Wortlaut dieses Jahres; {done}.",
        "Bitte prüfen Sie, ob das Thema richtig zugeordnet ist und der Text zum heutigen "
        "Wortlaut passt.",
    ),
    ImportRule(
        UNKNOWN_TOPIC,
        "warning",
        "Das Thema „{quote}“ steht nicht in der Form dieses Jahres.",
        "Der Text dazu steht unter den nicht zugeordneten Texten; bitte übernehmen Sie ihn "
        "von dort in das passende Thema.",
        done="der Text darunter blieb ohne Zuordnung",
    ),
    ImportRule(
        TOPIC_TWICE,
        "warning",
        "Das Thema „{quote}“ kam im Dokument mehr als einmal vor.",
        "Die Texte stehen jetzt hintereinander in einem Thema; bitte prüfen Sie, ob einer "
        "davon zu einem anderen Thema gehört.",
        done="die Texte stehen in einem Thema",
    ),
    ImportRule(
        NUMBERING,
        "warning",
        "Die Überschrift „{quote}“ war doppelt nummeriert.",
        "Die Nummer wird jetzt vom Programm vergeben; Sie müssen nichts tun.",
        done="die zweite Nummer wurde weggelassen",
    ),
    ImportRule(
        RENUMBERED,
        "hint",
        "Die Liste der Themen war anders nummeriert als im Vordruck („{quote}“).",
        "Die Liste wird im Wortlaut des Vordrucks gedruckt; Sie müssen nichts tun.",
        done="die Nummern des Vordrucks gelten",
    ),
    ImportRule(
        SECTION_LETTER,
        "hint",
        "Bei der Überschrift „{quote}“ fehlte der Buchstabe des Abschnitts.",
        "Er wird jetzt vom Programm gedruckt; Sie müssen nichts tun.",
        done="der Abschnitt wurde am Wortlaut erkannt",
    ),
    ImportRule(
        EMPTY_POTENTIAL,
        "warning",
        "„{quote}“ war im Dokument leer.",
        "Bitte füllen Sie es aus oder entfernen Sie es; leer wird es nicht gedruckt.",
        done="es wurde leer übernommen",
    ),
    ImportRule(
        TOPIC_WITHOUT_CAPTION,
        "hint",
        "„{quote}“ wurde als Thema übernommen, obwohl das Wort „Thema“ davor fehlte.",
        "Bitte prüfen Sie, ob das Thema so heißen soll.",
        done="als Thema übernommen",
    ),
    ImportRule(
        TEXT_BEFORE_QUESTION,
        "hint",
        "Der Text „{quote}“ stand vor der ersten Frage und steht jetzt in der Antwort darauf.",
        "Bitte prüfen Sie, ob er dorthin gehört.",
        done="der ersten Frage zugeordnet",
    ),
    ImportRule(
        JOINED_WORD,
        "hint",
        "Ein getrenntes Wort wurde zu „{quote}“ zusammengesetzt.",
        "Bitte prüfen Sie das Wort.",
        done="ein getrenntes Wort wurde zusammengesetzt",
    ),
    ImportRule(
        JOINED_PARAGRAPH,
        "hint",
        "Zwei Teile eines Satzes wurden bei „{quote}“ zu einem Absatz zusammengesetzt.",
        "Bitte prüfen Sie den Absatz.",
        done="zwei Teile eines Satzes wurden zusammengesetzt",
    ),
    ImportRule(
        HEADING_BY_LOOK,
        "hint",
        "„{quote}“ wurde als Zwischenüberschrift übernommen ({done}).",
        "Bitte prüfen Sie, ob es eine Überschrift sein soll.",
    ),
    ImportRule(
        HEADING_LEVEL,
        "hint",
        "Zwischenüberschriften, die zusammengehören, hatten verschiedene Ebenen („{quote}“).",
        "Sie stehen jetzt auf derselben Ebene; bitte prüfen Sie die Gliederung.",
        done="die Ebenen wurden angeglichen",
    ),
    ImportRule(
        ESCAPE,
        "hint",
        "Schreibzeichen wie in „{quote}“ wurden bereinigt ({done}).",
        "Sie müssen nichts tun.",
    ),
    ImportRule(
        FOOTNOTE,
        "warning",
        "Zur Fußnote „{quote}“ fehlt das Gegenstück: {done}.",
        "Bitte ergänzen Sie die Fußnote oder entfernen Sie ihr Zeichen.",
    ),
    ImportRule(
        ENCODING,
        "hint",
        "Die Datei war nicht in UTF-8 gespeichert ({done}).",
        "Bitte prüfen Sie Umlaute und Sonderzeichen.",
    ),
    ImportRule(
        OTHER_YEAR,
        "warning",
        "Das Dokument nennt an der Stelle „{quote}“ ein anderes Jahr als die Form: {done}.",
        "Bitte prüfen Sie, ob Sie das richtige Dokument und das richtige Jahr gewählt haben.",
    ),
    ImportRule(
        JOBCENTER_UNKNOWN,
        "hint",
        "„{quote}“ gehört nicht zu den 53 Jobcentern und wurde als freier Name übernommen.",
        "Bitte wählen Sie das Jobcenter aus der Liste, wenn es dort steht.",
        done="als freier Name übernommen",
    ),
    ImportRule(
        JOBCENTER_SUGGESTED,
        "hint",
        "Das Dokument hat kein Deckblatt; im Text kommt „{quote}“ am häufigsten vor.",
        "Bitte wählen Sie auf dem Deckblatt das Jobcenter.",
        done="nur ein Vorschlag, nichts wurde eingetragen",
    ),
    ImportRule(
        BUDGET_COLUMNS,
        "hint",
        "Die Spalten der Budgettabelle standen in anderer Reihenfolge („{quote}“).",
        "Die Beträge stehen jetzt in den Spalten der Form; bitte prüfen Sie beide.",
        done="die Beträge stehen in den Spalten der Form",
    ),
    ImportRule(
        BUDGET_OWN_ROW,
        "hint",
        "Die Zeile „{quote}“ kennt die Form nicht; sie wurde als eigene Zeile übernommen.",
        "Bitte prüfen Sie, ob sie einer Zeile der Form entspricht.",
        done="als eigene Zeile übernommen",
    ),
    ImportRule(
        AMOUNT_SIGN,
        "hint",
        "Der Abzug „{quote}“ stand mit einem Minus; er wird ohne Vorzeichen gespeichert.",
        "Sie müssen nichts tun.",
        done="ohne Vorzeichen gespeichert",
    ),
    ImportRule(
        DELETED_TEXT,
        "hint",
        "Das Dokument enthielt nachverfolgte Löschungen ({done}); sie wurden nicht übernommen.",
        "Bitte prüfen Sie die Stellen, wenn die Löschungen noch nicht angenommen waren.",
    ),
    ImportRule(
        REPLACED,
        "warning",
        "Der bisherige Text „{quote}“ wurde beim Übernehmen ersetzt.",
        "Bitte prüfen Sie, ob etwas davon erhalten bleiben soll.",
        done="der bisherige Text wurde ersetzt",
    ),
    ImportRule(
        UNPLACED,
        "warning",
        "Der Text „{quote}“ konnte nicht zugeordnet werden.",
        "Bitte übernehmen Sie ihn an die passende Stelle oder verwerfen Sie ihn.",
        done="nicht zugeordnet",
    ),
)

IMPORT_RULES: dict[str, ImportRule] = {rule.code: rule for rule in _RULES}
