"""What people write to each other while a draft is on its way."""

from __future__ import annotations

from lpd_desktop.check.language.phrases import Phrase, first_unquoted, phrase

_DO = (
    r"(?:prüfen|überprüfen|nachprüfen|klären|abklären|ergänzen|aktualisieren|anpassen|abstimmen"
    r"|überarbeiten|streichen|löschen|kürzen|nachfragen|rückfragen|verifizieren|gegenlesen"
    r"|abgleichen|umformulieren|nachtragen|nachreichen|bestätigen|kommentieren|zuliefern"
    r"|übernehmen|einpflegen|konkretisieren|belegen)"
)
_TO_DO = (
    r"(?:zu\s+)?(?:prüfen|überprüfen|klären|ergänzen|aktualisieren|abzustimmen|abstimmen"
    r"|anzupassen|überarbeiten|streichen|löschen|kürzen|verifizieren|abzugleichen|nachzutragen)"
)
_OPEN = rf"(?:(?:noch|nochmals?|erneut|ggf\.)\s+(?:\w+\s+){{0,3}})?{_TO_DO}"
_COLOURS = r"(?:[Gg]elb|[Rr]ot|[Gg]rün)\w*\s+(?:[Mm]arkier\w+|[Hh]interleg\w+|[Uu]nterleg\w+)"

REVIEW_PHRASES: tuple[Phrase, ...] = (
    phrase(
        "itte ",
        rf"\b[Bb]itte\s+(?!um\b)(?:(?!Sie\b)[\w./-]+\s+){{0,4}}{_DO}\b(?!\s+Sie\b)[!?]*",
    ),
    phrase("(", rf"\((?:\w+\s+){{0,2}}{_OPEN}\s*[!?]*\)"),
    phrase("[", rf"\[(?:\w+\s+){{0,3}}{_OPEN}\s*[!?]*[^\]]{{0,40}}\]"),
    phrase(
        "ommentar|nmerkung|Anm|otiz|RÜCKFRAGE|ückfrage",
        r"\[\s*(?:Kommentar|Anmerkung|Anm\.|Notiz|Rückfrage|Hinweis|Frage)\b[^\]]{0,120}\]"
        r"|\bKommentar\s+\[?[A-ZÄÖÜ]{1,4}\d{1,3}\]?\s?:?"
        r"|(?:^|\n)\s*(?:Kommentar|Anmerkung(?:\s+(?:von|der|des)\s+[\w. -]{2,30})?|Anm\.|Notiz"
        r"|Rückfrage)\s*(?:\([^)]{1,30}\))?:"
        r"|\bAnm(?:\.|erkung)\s+(?:von|für|d\.)\s[\w. -]{2,20}:",
    ),
    phrase("->|→|=>", rf"(?:-+>|→|=+>)\s*[^.!?]{{0,60}}\b{_TO_DO}\b\s*!*"),
    phrase("[", r"\[[A-ZÄÖÜ]{1,3}\d{1,3}\](?!\()"),
    phrase("@", r"(?<![\w.@/])@\s?[A-ZÄÖÜ][\wäöüß.-]*(?:\s+[A-ZÄÖÜ][a-zäöüß]+)?"),
    phrase("??|!!|?!", r"(?<!\?)\?{2}(?!\?)|!{2,}|\(\s*[?!]{1,2}\s*\)|\?!"),
    phrase("(?)|[?]", r"\(\?\)|\[\?\]"),
    phrase(
        "elöscht|ormatiert|ingefügt",
        r"(?:^|\n)\s*(?:Gelöscht|Formatiert|Eingefügt|Feldfunktion geändert):"
        r"|\[(?:gelöscht|eingefügt|gestrichen|geändert)[^\]]{0,40}\]",
    ),
    phrase("{", r"\{(?:\+\+|--|~~|>>|==).{0,200}?(?:\+\+|--|~~|<<|==)\}"),
    phrase(
        "timmt |st das |Stand |tand:|tand ",
        r"\b[Ss]timmt\s+(?:das|dies|die\s+Zahl|der\s+Wert)(?:\s+(?:so|noch|hier))*\s*\?"
        r"|\b[Ii]st\s+das\s+(?:so\s+)?(?:noch\s+)?(?:richtig|korrekt|aktuell|gewollt)\s*\?"
        r"|[(\[](?:noch\s+)?Stand(?:\s+(?:des|aus\s+dem))?\s+Vorjahrs?(?:es)?[)\]]",
    ),
    phrase(
        "orjahr|lter|lte |eue|opie",
        r"[(\[](?:alter?\s+(?:Text|Wert|Stand)|alte\s+(?:Zahl|Zahlen|Werte|Fassung)|neuer?\s+Text|neu:?"
        r"|aus\s+Vorjahr|Text\s+aus\s+(?:dem\s+)?Vorjahr|Vorjahrestext|Kopie\s+\w+)[)\]]",
    ),
    phrase(
        "arkier|interleg|nterleg",
        rf"[(\[]?\b{_COLOURS}\s*(?:=|:|bitte\b|prüfen|noch\b)[^.)\]]{{0,30}}[)\]]?",
    ),
    phrase(
        "uarbeit|uliefer|nput|ückmeld",
        r"[(\[](?:Zuarbeit|Zulieferung|Input|Rückmeldung|Text|Beitrag)\s+(?:von|durch|aus|steht|fehlt|"
        r"kommt)\b[^)\]]{0,50}[)\]]"
        r"|\b(?:Zuarbeit|Zulieferung|Rückmeldung)\s+(?:steht\s+(?:noch\s+)?aus|fehlt(?:\s+noch)?)\s*[.!)]?",
    ),
    phrase(
        "ACHTUNG|WICHTIG|PRÜFEN|KLÄREN|OFFEN", r"\b(?:ACHTUNG|WICHTIG|PRÜFEN|KLÄREN|OFFEN)\b\s*[:!]"
    ),
    phrase("FIXME|XXX:|FYI", r"\b(?:FIXME|FYI)\b"),
)


def review_note_in(text: str, phrases: tuple[Phrase, ...] = REVIEW_PHRASES) -> str:
    """The first note of an editor in a text, empty for none."""
    return first_unquoted(text, phrases)
