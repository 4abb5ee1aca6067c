"""What a template tells the person who fills it in, and what a text program leaves behind."""

from __future__ import annotations

import re

from lpd_desktop.check.language.phrases import Phrase, first_unquoted, phrase

_DO = (
    r"(?:erläutern|beschreiben|benennen|nennen|angeben|geben|tragen|füllen|begründen|wählen"
    r"|ergänzen|stellen|schildern|skizzieren|gehen|führen|legen|verwenden|fügen|ersetzen|löschen"
    r"|streichen|kreuzen|beachten|machen|kürzen|überschreiben|passen|berücksichtigen|listen)"
)
_KNOWN_FIELD = (
    r"(?:[Nn]ame|[Vv]orname|[Nn]achname|[Aa]nrede|[Tt]itel|[Ff]irma|[Jj]obcenter|[Kk]reis|[Ss]tadt"
    r"|[Kk]ommune|[Oo]rt|PLZ|[Dd]atum|[Jj]ahr|[Pp]lanjahr|[Ss]tand|[Ss]tra(?:ss|ß)e|[Tt]elefon"
    r"|[Aa]nsprechpartner|[Bb]etrag|[Tt]hema|[Ee]-?[Mm]ail|[Ll]andrat|[Tt]räger)"
)
_THING = (
    r"(?:Name|Vorname|Bezeichnung|Jobcenter|Kreis|Stadt|Kommune|Ort|Datum|Jahr|Jahreszahl|Zahl"
    r"|Zahlen|Anzahl|Werte?|Betrag|Beträge|Summe|Prozent|Prozentwert|Quote|Quelle|Text|Titel"
    r"|Thema|Maßnahme|Beispiel|Ansprechpartner|Ansprechperson|Stand|Platzhalter|Tabelle|Grafik"
    r"|Abbildung|Bild|Logo|Diagramm|Zielgruppe|Zeitraum|Monat|Angaben?|Funktion|Unterschrift"
    r"|Überschrift|Adresse|Telefonnummer|Freitext|Textbaustein|Textfeld|Inhalt)"
)
_FILL = r"(?:einfügen|einsetzen|eintragen|ergänzen|angeben|auswählen|löschen|nennen)"
_COUNT = r"(?:\d[\d.]*|einer?|zwei|drei|vier|fünf|zehn)"
_FIELD_CODE = (
    r"(?:PAGE|NUMPAGES|SECTIONPAGES|DATE|TIME|TOC|REF|PAGEREF|SEQ|FILENAME|DOCPROPERTY|STYLEREF"
    r"|HYPERLINK|IF|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN|INCLUDEPICTURE|MERGEFIELD)"
)

_INSTRUCTIONS = (
    phrase("itte ", rf"\b[Bb]itte\s+(?:\w+\s+){{0,2}}{_DO}\s+Sie\b"),
    phrase(
        " Sie ",
        r"(?:^|(?<=[.:(\[])\s*|(?<=\n))(?:Beschreiben|Erläutern|Benennen|Begründen|Tragen|Schildern|Skizzieren"
        r"|Füllen|Nennen)\s+Sie\s+(?:hier|bitte|kurz|die|den|das|Ihre[nr]?|in|an|aus|nachfolgend"
        r"|konkret|mindestens|bis)\b",
    ),
    phrase("usfüll|USFÜLL", r"\(?\b(?:Ausfüllhinweise?|Ausfüllhilfe|AUSFÜLLHINWEISE?)\b"),
    phrase(
        "inweis", r"\bHinweise?\s+(?:zum\s+Ausfüllen|zur\s+Befüllung)\b|\bBearbeitungshinweise?\s*:"
    ),
    phrase("inweis", r"\(?\bHinweise?\s+für\s+(?:die|das|den)\s+\w*(?:[Bb]earbeit|[Aa]usfüll)\w*"),
    phrase(
        "Seite|Zeichen|Wörter|Zeilen|Sätze",
        rf"(?:\b[Mm]ax(?:\.|imal)|\b[Hh]öchstens|\([Cc]a\.|\([Ee]twa|\([Uu]mfang:?)\s+{_COUNT}"
        r"(?:\s?[-–/]\s?\d+|\s+bis\s+\w+)?\s+(?:halbe\s+)?(?:DIN[- ]?A4[- ]?\s?)?"
        r"(?:Seiten?|Zeichen|Wörter|Zeilen|Sätze)\b",
    ),
    phrase("ankreuzen", r"\b(?:Zutreffendes|[Bb]itte|Entsprechendes)\s+(?:bitte\s+)?ankreuzen\b"),
    phrase(
        "utreffendes",
        r"\b(?:Nicht\s?[Zz]utreffendes|Unzutreffendes)\s+(?:bitte\s+)?(?:streichen|löschen)",
    ),
    phrase(
        "(",
        r"\((?:falls|wenn|sofern|soweit)\s+(?:zutreffend|vorhanden|relevant|gewünscht)\)"
        r"|\((?:optional|Freitext|Pflichtfeld|freiwillige Angabe|bitte auswählen)\)",
    ),
    phrase(
        "alls |enn ",
        r"\b(?:[Ff]alls|[Ww]enn)\s+nicht\s+\w+,?\s+(?:bitte\s+)?(?:löschen|streichen)\b",
    ),
    phrase("Mehrfachnennung", r"\bMehrfachnennung(?:en)?\s+(?:sind\s+)?möglich\b"),
    phrase("Arial|Zeilenabstand", r"\bArial\s+1[0-2]\b|\bZeilenabstand\s+1,\d"),
)
_PROMPTS = (
    phrase(
        "Klicken|klicken", r"\bKlicken\s+(?:oder\s+tippen\s+)?Sie\b[^.]{0,60}\.?|\bHier\s+klicken\b"
    ),
    phrase(
        "Click|Choose",
        r"\bClick\s+(?:or\s+tap\s+)?(?:here\s+)?to\b[^.]{0,30}\.?|\bChoose\s+an\s+item\.?",
    ),
    phrase("Wählen", r"\bWählen\s+Sie\s+ein\s+(?:Element|Datum)(?:\s+aus)?\.?"),
    phrase("Auswahl", r"^\s*Auswahl(?:\s+treffen)?\.?\s*$|[\[(]\s*Auswahl\b[^\])]*[\])]"),
    phrase("Text", r"\bText\s+(?:hier\s+)?(?:eingeben|einfügen|eintragen)\b|\bHier\s+Text\b"),
    phrase("Geben", r"\bGeben\s+Sie\s+(?:hier|bitte)\b[^.]{0,40}\sein\b\.?"),
    phrase("ropdown", r"(?:^|[\[(])\s*Dropdown(?:-?\w+)?\s*(?:[\])]|$)", re.MULTILINE),
    phrase(
        "Platzhaltertext|Formularfeld|Textfeld",
        r"\bPlatzhaltertext\b|^\s*(?:Formular|Text)feld\s*\d*\s*$",
        re.MULTILINE,
    ),
    phrase(
        "[",
        rf"\[\s*{_THING}(?:\s[^\]\d]{{1,60}})?\s*\]|\[\s*(?:[Bb]itte|hier|Hier|Ihr[en]?)\s[^\]]{{1,80}}\]",
    ),
    phrase("[", rf"\[[^\]]{{1,80}}\s{_FILL}\s*\]|\[[\s_]*\]|\[\s*[xX]{{1,4}}\s*\]"),
    phrase(
        "<",
        rf"<\s*{_THING}(?:\s[^<>\d]{{1,60}})?\s*>|<\s*(?:[Bb]itte|[Hh]ier|Ihr[en]?)\s[^<>]{{1,80}}>",
    ),
    phrase("<<", r"<<\s*[^<>]{1,60}\s*>>"),
)
_LEFTOVERS = (
    phrase("«", rf"«\s*(?:{_KNOWN_FIELD}|\w+_\w+|[A-ZÄÖÜ][a-zäöüß]+[A-ZÄÖÜ]\w+|[A-Z]\d+)\s*»"),
    phrase("MERGE", r"\{?\s*\bMERGE(?:FIELD|FORMAT)\b(?:\s+\w+)?[^}\n]{0,30}\}?"),
    phrase(
        "{",
        r"\{\{\s*\w[\w .]*\}\}|\$\{\s*\w[\w.]*\s*\}"
        rf"|\{{\s*{_FIELD_CODE}\b[^}}\n]{{0,60}}\}}?",
    ),
    phrase(
        "TOC |FORM|HYPERLINK", r'\bTOC\s+\\[a-z]|\bFORM(?:TEXT|CHECKBOX|DROPDOWN)\b|\bHYPERLINK\s+"'
    ),
    phrase(
        "Fehler!|Error!",
        r"(?:Fehler|Error)!\s*(?:Verweisquelle|Textmarke|Keine?|Es\s+wurde|Unbekannte\w?|Ungültige\w?"
        r"|Formatvorlage|Hyperlink|Reference|Bookmark|No\s+text|Not\s+a|Unknown|Use\s+the)"
        r"[^.\n]{0,80}\.?",
    ),
    phrase(
        "Verweisquelle|Reference source",
        r"\bVerweisquelle\s+konnte\s+nicht\b|\bReference\s+source\s+not\s+found\b",
    ),
    phrase("#", r"\#(?:REF|BEZUG|WERT|DIV/0|NV|N/A|ZAHL|VALUE|NAME)[!?]?(?!\w)"),
    phrase("[", r"\[(?:Bild|Grafik|Logo|[Ii]mage|Foto)[\s:_-]?\s?\d*(?:\.(?:png|jpe?g|gif))?\]"),
    phrase("%", r"%(?:NAME|JAHR|DATUM|ORT|JOBCENTER|YEAR)%"),
)
TEMPLATE_PHRASES: tuple[Phrase, ...] = (*_INSTRUCTIONS, *_PROMPTS, *_LEFTOVERS)


def template_text_in(text: str, phrases: tuple[Phrase, ...] = TEMPLATE_PHRASES) -> str:
    """The first words of a template in a text, empty for none."""
    return first_unquoted(text, phrases)
