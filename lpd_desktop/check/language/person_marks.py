"""What leads to one human being: names, numbers, addresses, single fates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_MONTH = r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"
_DAY = rf"\d{{1,2}}\.\s?(?:\d{{1,2}}\.|{_MONTH})\s?(?:19|20)?\d\d"
_TITLE = r"(?:(?:Dr|Prof|Dipl)\.(?:-\w+\.)?\s*(?:\w{2,4}\.\s*)?)*"
_NAME = r"[A-ZÄÖÜ][a-zäöüßéèç]+(?:[- ][A-ZÄÖÜ][a-zäöüßéèç]+)?"
_OFFICE = re.compile(
    r"(?:(?:Staats|Regierungs|Ober|Kreis|Erste[rn]?|Stadt|Bundes|Landes|Sozial|Fach)*\W?)?"
    r"(?:[Mm]inister|[Ss]ekretär|[Pp]räsident|[Bb]ürgermeister|[Ll]andr[aä]t|[Dd]ezernent|[Dd]irektor"
    r"|[Bb]eigeordnet|[Vv]orstand|[Gg]eschäftsführ|[Kk]ämmer|[Aa]bgeordnet|[Bb]eauftragte|[Ll]eiter"
    r"|[Vv]orsitzende|[Pp]rofessor|[Rr]at\b|[Kk]anzler|[Ss]enator)"
)
_NO_NAME = re.compile(
    r"(?:\w+(?:ung|heit|keit|schaft|tion|tät|markt|kurs|projekt|haus|beruf|arbeit|berufe)(?:e?n|s)?"
    r"|Beruf|Familie|Mann|Kind|Gesellschaft|Wirtschaft|Arbeit|Karriere|Politik|Technik)$"
)
_CASE_PERSON = (
    r"(?:Kund|Frau\b|Mann\b|Mutter|Vater|Leistungs[bp]|Klient|Teilnehm|Person\b|Bewerber|Mitarbeiter"
    r"|Syrer|Ukrain|Afghan|Iraker|Irak|Rumän|Bulgar|Türk|Albaner|Albanisch|Geflücht|Flüchtling"
    r"|Alleinerzieh|Witwe|Rentner|Schüler|Jugendlich|Langzeit|Arbeitslos|Akademiker|Handwerker)"
)
_SHARED_MAIL = re.compile(
    r"(?:info|post\w*|poststelle|jobcenter\w*|jc\w*|kontakt|service\w*|mail|office|verwaltung|team[\w.-]*"
    r"|presse\w*|sgb\w*|amt\w*|soziales|kreis\w*|stadt\w*|zentrale|buero|datenschutz|bca|agentur\w*"
    r"|beratung\w*|leistung\w*|vermittlung\w*|bewerbung\w*|arbeitgeber\w*|ags\w*|lpd\w*|grundsicherung"
    r"\w*)$",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"BSG|BVerfG|BVerwG|EuGH|LSG|\bSG\b|Gericht|Urteil|Beschluss|BMAS|MAGS|Ministeri|Erlass|Schreiben"
    r"|Drucksache|Vorlage|Rundschreiben|Weisung"
)


@dataclass(frozen=True)
class Mark:
    """A stretch of words that leads to somebody: what it is in German, and the words."""

    what: str
    quote: str


_Judge = Callable[[str, re.Match[str]], bool]


@dataclass(frozen=True)
class _Kind:
    what: str
    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    is_meant: _Judge


def _always(_text: str, _match: re.Match[str]) -> bool:
    return True


def _is_name(text: str, match: re.Match[str]) -> bool:
    """No office, no common noun behind `Frau`."""
    name = match["name"]
    before = text[max(0, match.start() - 14) : match.start()]
    is_woman = (
        re.search(r"\b(?:[Jj]ede|[Ee]ine|[Dd]ie|der|einer|pro|je|als|zur?)\s$", before) is not None
    )
    return not (_OFFICE.match(name) or _NO_NAME.search(name) or (is_woman and match[1] == "Frau"))


def _is_private_mail(_text: str, match: re.Match[str]) -> bool:
    return not _SHARED_MAIL.match(match[1])


def _is_no_office_number(text: str, match: re.Match[str]) -> bool:
    around = text[max(0, match.start() - 80) : match.end() + 30]
    return not _OFFICIAL.search(around)


def _is_old_enough(_text: str, match: re.Match[str]) -> bool:
    return 14 <= int(match[1]) <= 99


def _kind(what: str, signs: str, pattern: str, judge: _Judge = _always) -> _Kind:
    return _Kind(what, tuple(signs.split("|")), re.compile(pattern), judge)


_KINDS = (
    _kind(
        "einen Namen",
        "Herr|Frau |Hr.|Fr. ",
        rf"\b(Herrn?|Frau|Hr\.|Fr\.)\s+{_TITLE}(?P<name>{_NAME})",
        _is_name,
    ),
    _kind(
        "eine Telefonnummer",
        "Tel|tel|Mobil|Handy|Fax|Durchwahl|erreichbar",
        r"\b(?:Tel(?:efon)?(?:nummer|-Nr)?|Mobil(?:nummer)?|Handy(?:nummer)?|Fax(?:nummer)?|Durchwahl"
        r"|telefonisch unter|erreichbar unter)\b[.:\s]*(?:Nr\.)?[:\s]*[(+]?\d[\d\s/()–-]{2,}\d",
    ),
    _kind(
        "eine Telefonnummer",
        "+49|0049| 0|(0",
        r"(?:\+|\b00)49[\s\d/()-]{6,18}\d|(?<![\w.,/-])\(?0[1-9]\d{1,4}\)?\s?[/–-]?\s?\d{3,}(?:[\s-]?\d{2,})*"
        r"(?![\w.,]\d)",
    ),
    _kind(
        "eine E-Mail-Adresse",
        "@",
        r"(?<![\w.+-])([\w.+-]+)@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,10}\b",
        _is_private_mail,
    ),
    _kind("eine BG-Nummer", "BG|//", r"\b\d{5}\s?(?:BG|//)\s?\d{7}\b"),
    _kind("eine Kundennummer", "", r"[0-9](?<!\w.)[0-9]{2}[A-Z][0-9]{6}(?!\w)"),
    _kind(
        "ein Aktenzeichen",
        "Kundenn|Kunden-Nr|BG-Nr|BG-Nummer|Aktenz|Az.|AZ:|AZ |Az:|Fallnummer|Geschäftsz",
        r"\b(?:Kundennummer|Kunden-Nr\.?|Kundennr\.?|BG-Nr\.?|BG-Nummer|Aktenzeichen|Az\.?|AZ|Fallnummer"
        r"|Geschäftszeichen)\s*:?\s*(?=[\w./ -]*\d)[A-Z0-9][\w./-]{2,}(?:\s\d[\w./-]+)?",
        _is_no_office_number,
    ),
    _kind(
        "eine Versicherungsnummer",
        "",
        r"[0-9](?<!\w.)[0-9]\s?[0-3]\d[01]\d{3}\s?[A-Z]\s?\d{3}(?!\w)",
    ),
    _kind(
        "ein Geburtsdatum",
        "geb.|Geb.|geboren|Geburts",
        rf"[Gg](?<!\w.)eb(?:\.(?:-Dat\.)?|oren(?:\s+am)?|urtsdatum|urtstag)\s*:?\s*{_DAY}\b",
    ),
    _kind("ein Geburtsdatum", "*", rf"\*\s?{_DAY}\b"),
    _kind("eine Kontonummer", "DE", r"\bDE\d{2}\s?(?:\d{4}\s?){4}\d{2}\b"),
    _kind("eine Kontonummer", "IBAN", r"\bIBAN\s*:?\s*[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}"),
    _kind(
        "ein Kennzeichen",
        "ennzeichen|Kfz|KFZ|Pkw|PKW|Fahrzeug|Wagen|wagen",
        r"(?:[Kk]ennzeichen|Kfz|KFZ|Pkw|PKW|Fahrzeug|[Ww]agen)\b[^.\d]{0,30}?\b"
        r"[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2}[- ]?\d{1,4}[EH]?\b",
    ),
    _kind(
        "Angaben zu einem einzelnen Menschen",
        "jährige",
        r"\b(?:[Ee]ine?[mnrs]?|[Dd](?:er|ie|en|em)|[Uu]nser[en]?)\s(?:\w+\s)?(\d{2})[- ]?"
        r"jährige[rnms]?\s"
        rf"(?:[a-zäöüß]+\s){{0,3}}\w*{_CASE_PERSON}\w*",
        _is_old_enough,
    ),
    _kind(
        "Angaben zu einem einzelnen Menschen",
        "Jährige",
        r"\b(?:[Ee]ine?[mnrs]?|[Dd](?:er|em)|[Uu]nser[en]?)\s(?:\w+\s)?(\d{2})[- ]?Jährige[rnm]?\b",
        _is_old_enough,
    ),
)


KindsOfMarks = tuple[_Kind, ...]


def possible_kinds(whole: str) -> KindsOfMarks:
    """The kinds of which a sign stands somewhere in a whole document."""
    return tuple(kind for kind in _KINDS if any(sign in whole for sign in kind.signs))


def person_marks(text: str, kinds: KindsOfMarks = _KINDS) -> Iterator[Mark]:
    """Everything in a text that leads to one human being, the first of each kind."""
    seen: set[str] = set()
    has_digits = any(char in text for char in "0123456789")
    for kind in kinds:
        if kind.what in seen or not _may_hold(kind, text, has_digits=has_digits):
            continue
        matches = (each for each in kind.pattern.finditer(text) if kind.is_meant(text, each))
        match = next(matches, None)
        if match:
            seen.add(kind.what)
            yield Mark(kind.what, match[0].strip())


def _may_hold(kind: _Kind, text: str, *, has_digits: bool) -> bool:
    if kind.signs == ("",):
        return has_digits
    return any(sign in text for sign in kind.signs)
