"""How people mark a place in a text that is still to be written."""

from __future__ import annotations

import re

from lpd_desktop.check.language.phrases import Phrase, matches_of, phrase, possible

_FILL_IN = r"(?:einfügen|einsetzen|einzufügen|einzusetzen|ergänzen|eintragen|nachtragen|ausfüllen)"
_THING = r"(?:Text|Angaben?|Zahl(?:en)?|Betr[aä]ge?|Datum|Namen?|Ort|Quelle|Thema|Werte?)"
_MISSING = (
    r"(?:Text|Angaben?|Zahl(?:en)?|Betr[aä]g(?:e)?|Datum|Namen?|Werte?|Quote|Daten|Tabelle|Grafik"
    r"|Beschreibung|Begründung|Antwort|Absatz|Abschnitt|Kapitel|Beitrag|Termin|Ergebnis(?:se)?"
    r"|Erläuterung(?:en)?|Inhalte?|Details|Näheres|Weiteres|Kennzahl(?:en)?|Prozentwert)"
)
_LATER = r"(?: noch| später| in Kürze| demnächst| nach| bis \S+| nach \w+(?: \w+)?)?"
_ADDED = (
    r"(?:ergänzt|nachgereicht|nachgetragen|eingefügt|eingearbeitet|nachgeliefert|ausgefüllt"
    r"|eingetragen|zugeliefert|nachgezogen)"
)
_END = r"(?=\s*(?:[.;!)\]]|$))"

_OPEN = r"(?:noch )?(?:offen|unklar|in Arbeit|fehlt(?: noch)?)"

_DIGITS_TO_COME = (
    phrase("xxx|XXX|Xxx|xXX", r"\b[xX]{3,}\b"),
    phrase("XX", r"(?<![\w.,-])XX(?![\w.,-]|\s?[IVX]+\b)(?=\s*(?:%|€|[a-zäöüA-ZÄÖÜ(),;]|$))"),
    phrase(
        "x%|X%|x %|X %|x €|X €|x P|X P|x E|X E|x M|X M",
        r"(?<![\w.])[xX]{1,2}(?:,[xX]{1,2})?\s?(?:%|€|Prozent\b|Euro\b|Mio\b)",
    ),
    phrase("x.|X.", r"(?<![\w.])[xX]{2}\.(?:[xX]{2}(?:\.(?:\d{2,4}|[xX]{2,4}))?|\d{4})"),
    phrase("20x|20X|202x|202X|201X", r"(?<!\w)20(?:[xX]{2}|[0-9][xX])(?!\w)"),
    phrase(
        "00.00|99.99|1900",
        r"(?<!\d)(?:00\.00\.(?:\d{4}|\d{2})?|99\.99\.\d{2,4}|01\.01\.1900)(?!\d)",
    ),
    phrase(
        "JJ|yyyy|YYYY",
        r"\bTT\.\s?MM\.\s?(?:JJ){1,2}\b|\bMM[./]JJJJ\b|\bJJJJ\b|\bdd\.mm\.yyyy\b|\bYYYY\b",
    ),
    phrase("0,00", r"(?<![\d.,])0,00\s?(?:€|Euro\b|EUR\b)"),
    phrase("???", r"\?{3,}"),
    phrase("____", r"_{4,}"),
    phrase("__.", r"_{2,3}\.(?:_{2,}\.?)?"),
)
_NAMES_TO_COME = (
    phrase("tb|TB|t.b|t. b|T.B", r"\b(?:tbd|tba|TBD|TBA|t\.\s?b\.\s?[da]\.)(?!\w)"),
    phrase("TODO|ToDo|To-do:|To do:", r"\b(?:TODO|ToDo(?!-)|To-do:|To do:)(?!\w)"),
    phrase("N.N|N. N|n.n|n. n", r"\bN\.\s?N\.(?!\w)|:\s*n\.\s?n\.(?!\w)"),
    phrase("orem ", r"\b[Ll]orem [Ii]psum\b"),
    phrase(
        "Blindtext|Mustertext|Beispieltext|Platzhalter",
        r"\b(?:Blindtext|Mustertext|Beispieltext|Platzhalter)\b"
        r"(?!\s+(?:für|von|in|im|wird|werden)\b)",
    ),
    phrase(
        "Muster",
        r"\b(?:(?:Max|Erika|Herr|Frau)\s+)?Muster"
        r"(?:mann|frau|stadt|kreis|hausen|straße|gemeinde|firma)\b",
    ),
    phrase("la bla|la-bla|labla|asdf|qwert", r"\b[Bb]la[ -]?bla\b|\basdf\w*|\bqwert[zy]\w*"),
)
_WORDS_TO_COME = (
    phrase("ier ", rf"\b[Hh]ier (?:\w+ ){{0,3}}{_FILL_IN}\b"),
    phrase("[", rf"\[\s*(?:\w+ ){{0,3}}{_FILL_IN}\s*\]|\[\s*{_THING}\s*\]|\[{_OPEN}\]"),
    phrase("<", rf"<\s*{_THING}\s*>"),
    phrase(
        "ergänzt|nachge|einge|ausgefüllt|zugeliefert",
        rf"\b(?:[Ww]ird|[Ww]erden) (?:noch |später |bis \w+ )?{_ADDED}{_END}"
        rf"|\b(?:muss|müssen) noch (?:\w+ ){{0,2}}{_ADDED} werden\b",
    ),
    phrase(
        "noch zu |noch ein",
        r"\bnoch (?:zu (?:ergänzen|beziffern|formulieren|schreiben)|einzufügen|einzutragen)"
        rf"{_END}",
    ),
    phrase("(bitte|(noch|( ", rf"\(\s*(?:bitte|noch) {_FILL_IN}\s*\)"),
    phrase("offen)|unklar)|Arbeit)|fehlt)|noch)", rf"\({_OPEN}\)"),
    phrase("olgt noch|olgen noch", rf"\b(?:[Ff]olgt|[Ff]olgen) noch{_END}"),
    phrase(
        "ommt noch|ommen noch",
        rf"(?:^|[:(\[]\s*|\b{_MISSING} )(?:[Kk]ommt|[Kk]ommen) noch{_END}",
    ),
    phrase("folg", rf"[(\[](?:\w+ ){{0,2}}(?:folgt|folgen){_LATER}[)\]]"),
    phrase("folg", rf"\b{_MISSING} (?:folgt|folgen){_LATER}{_END}"),
    phrase(": noch|: offen|: fehlt|: unklar", rf":\s*{_OPEN}{_END}"),
)
_PHRASES: tuple[Phrase, ...] = (*_DIGITS_TO_COME, *_NAMES_TO_COME, *_WORDS_TO_COME)
_OMISSION = re.compile(r"\[\s*(?:…|\.{2,3})\s*\]")
_BEFORE = r"(?:s\.|siehe|vgl\.|vergleiche|wie|analog(?: zu[mr]?)?|identisch mit)"
_PLACE = (
    r"(?:o\.|u\.|oben|unten|(?:im |zum |letztes |aus dem )?Vorjahr(?:esbericht|esplan)?"
    r"|letztes Jahr|\w+blatt|Anlage(?: \d+)?|(?:Frage|Thema|Punkt|Abschnitt|Kapitel|Ziffer"
    r"|Schwerpunkt(?:thema)?|Antwort(?: zu)?)(?: (?:Frage|Thema))? ?[\dIVX.]*"
    r"|[A-C]\.? ?\d?(?:\.\d)?|Konzept|LPD(?: \d{4})?"
    r"|Planungsdokument(?: \d{4})?|Ausführungen (?:oben|unter|zu)[^.]{0,40})"
)
_ALONE = re.compile(
    r"(?:(?:\w+ ){0,2}(?:folgt|folgen)(?: noch| später| in Kürze| demnächst)?"
    rf"|{_BEFORE} ?{_PLACE}"
    r"|wie (?:oben|im |letztes |in den )?(?:Vorjahr|Vorjahren|Jahr)?"
    r"|wie oben|wie gehabt|dito|dto\.?|k\. ?A\.|keine Angaben?|n\. ?n\.|NN|n/a"
    r"|(?:noch )?(?:offen|unklar|in Arbeit|in Bearbeitung|zu klären|nicht bekannt|ausstehend)"
    r"|(?:steht|stehen|liegt|liegen|fehlt|fehlen|kommt|kommen)(?: noch)?(?: aus| nicht vor)?"
    r"|(?:Muster)?[Tt]ext(?: \d)?|Titel|Überschrift(?: \d)?|Absatz(?: \d)?|Test(?:text)?|Beispiel"
    r"|Stichworte?:?|Inhalt folgt|abc|x{1,2}|leer"
    r"|[-–—.…?!*•/]+|…)"
    r"[.…!]*",
    re.IGNORECASE,
)
_LONGEST_ALONE = 90
_OPEN_QUOTE, _CLOSE_QUOTE = "„»", "“«”"


def placeholder_phrases(whole: str) -> tuple[Phrase, ...]:
    """The phrases that can occur in any part of a text."""
    return possible(_PHRASES, whole)


def placeholder_in_text(text: str, phrases: tuple[Phrase, ...] = _PHRASES) -> str:
    """The placeholder in a paragraph, empty for none; a paragraph that is one counts too."""
    stripped = text.strip()
    if stripped and len(stripped) <= _LONGEST_ALONE and _ALONE.fullmatch(stripped):
        return stripped
    return first_placeholder(text, phrases)


def first_placeholder(text: str, phrases: tuple[Phrase, ...] = _PHRASES) -> str:
    """The first placeholder among other words, empty for none."""
    found = matches_of(text, phrases)
    if found:
        return found[0][0].strip()
    if "[" not in text:
        return ""
    omitted = (each for each in _OMISSION.finditer(text) if not _is_quoted(text, each.start()))
    omission = next(omitted, None)
    return omission[0] if omission else ""


def _is_quoted(text: str, position: int) -> bool:
    """Inside quotation marks `[…]` is an omission."""
    before = text[:position]
    opened = max(before.rfind(mark) for mark in _OPEN_QUOTE)
    closed = max(before.rfind(mark) for mark in _CLOSE_QUOTE)
    return opened > closed
