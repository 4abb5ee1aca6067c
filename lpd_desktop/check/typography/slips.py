"""The table of slips: blanks, dashes, quotation marks and points that are not as in print.

The check tells of those that everybody sees (`is_reported`); cleaning up mends all for which there
is a `mended` text. A pattern matches what changes, and little around it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lpd_desktop.check.typography.joined_words import (
    JOINED_WORDS,
    PLAIN_WORDS,
    loosened,
)
from lpd_desktop.check.typography.quotation import printed_quotation_mark

NBSP = "\u00a0"

_WORD = "[A-ZÄÖÜa-zäöüß]"
_LETTER = r"[^\W\d_]"
_MONTH = "(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"
_UNIT = (
    r"(?:[€%‰]|T€|m²|(?:Euro|EUR|TEUR|Prozent|Prozentpunkten?|Millionen|Milliarden|km|qm|VZÄ)\b"
    r"|(?:Tsd|Mio|Mrd|Std)\.)"
)
_NOT_A_DASH = r"(?!(?:und|oder|bzw|sowie|bis)\b)"

Mended = str | Callable[[re.Match[str]], str]


@dataclass(frozen=True)
class Slip:
    """One kind of slip.

    Attributes:
        name: In German, as a part of a sentence.
        sign: Stands in every text that has the slip, so that most texts are not searched.
        mended: What stands there in print; None where only the writer knows.
        is_reported: Whether the check tells of it.
    """

    name: str
    sign: str
    pattern: re.Pattern[str]
    mended: Mended | None = None
    is_reported: bool = False


def _slip(name: str, sign: str, pattern: str, mended: Mended | None = None) -> Slip:
    return Slip(name, sign, re.compile(pattern), mended)


def _reported(name: str, sign: str, pattern: str, mended: Mended | None = None) -> Slip:
    return Slip(name, sign, re.compile(pattern), mended, is_reported=True)


def _one_blank(match: re.Match[str]) -> str:
    """One blank; digits in columns are left alone."""
    text = match.string
    if text[match.start() - 1].isdigit() and text[match.end()].isdigit():
        return match[0]
    return NBSP if NBSP in match[0] else " "


def _without_blank(match: re.Match[str]) -> str:
    return match[0].replace(" ", "").replace(NBSP, "")


def _bound(match: re.Match[str]) -> str:
    return match[0].replace(" ", NBSP)


def _range(match: re.Match[str]) -> str:
    first, last = match[1], match[2]
    is_range = int(first) < int(last) and not first.startswith("0")
    return f"{first}–{last}" if is_range else match[0]


_BLANKS = "mehrere Leerzeichen"
_BEFORE_MARK = "ein Leerzeichen vor dem Satzzeichen"
_IN_BRACKET = "ein Leerzeichen in der Klammer"
_NO_BLANK = "kein Leerzeichen nach dem Satzzeichen"
_TWICE = "ein doppeltes Satzzeichen"
_HYPHEN = "ein Bindestrich statt eines Gedankenstrichs"
_MAY_BREAK = "kein festes Leerzeichen"
_JOINED = "feste Leerzeichen zwischen vielen Wörtern"
_TO = "ein Bindestrich statt eines Bis-Strichs"

SLIPS: tuple[Slip, ...] = (
    _reported(_BLANKS, "  ", r" {2,}(?<=\S )(?=\S)|(?<=\S)  +(?=\S)", _one_blank),
    _reported(
        _BEFORE_MARK,
        " ",
        r" [,;](?<=[\w)“] .)(?=\s|$)| [.!?](?<=[a-zäöüß] .)(?=\s|$)",
        _without_blank,
    ),
    _reported(_IN_BRACKET, "(", r"\( (?=\w)", _without_blank),
    _reported(_IN_BRACKET, " )", r" \)(?<=\w..)", _without_blank),
    _reported(_NO_BLANK, ",", rf",(?<=[a-zäöüß],)(?={_WORD}{{2}})"),
    _reported(
        _NO_BLANK,
        ".",
        r"\.(?<=[a-zäöüß]{5}\.)(?=[A-ZÄÖÜ][a-zäöüß]{2})"
        r"|\.(?<=[a-zäöüß]{3}\.)(?=(?:Der|Die|Das|Es|In|Im|Ein|Eine|Für|Mit|Zu|Bei|Wir|Dies\w*)\s)",
    ),
    _reported(_TWICE, ",,", r",,"),
    _reported(_TWICE, "..", r"\.\.(?<=\w..)(?!\.)"),
    _reported(_TWICE, ",.", r",\.(?!\w)"),
    _reported(
        "ein Leerzeichen hinter dem Stern",
        "* in",
        r"\* (?<=[a-zäöü]..)(?=in(?:nen)?\b)",
        _without_blank,
    ),
    _reported(_HYPHEN, " -", r" -(?<=\w..)(?=[a-zäöü]\w+[^-]{0,80}\w-(?:\s|$))"),
    _reported(
        "ein Leerzeichen neben dem Bindestrich",
        " - ",
        r" - (?<=\bund...)(?=[A-ZÄÖÜ][a-zäöü])| - (?<=\boder...)(?=[A-ZÄÖÜ][a-zäöü])",
    ),
    _reported(
        "ein Leerzeichen neben dem Schrägstrich",
        "/",
        rf"/ (?<=[a-zäöüß]{{3}}..)(?={_WORD}{{3}})| /(?<=[a-zäöüß]{{3}}..)(?={_WORD}{{3}})",
        _without_blank,
    ),
    _reported(_JOINED, NBSP, JOINED_WORDS),
    _slip(_JOINED, NBSP, PLAIN_WORDS, loosened),
    _slip(_BLANKS, NBSP, r"(?<=\S)[ \u00a0]{2,}(?=\S)", _one_blank),
    _slip(_BEFORE_MARK, " ", r"(?<=[^\W\d]|[)\]“’%€]) (?=[,;:!?](?:\s|$))", ""),
    _slip(_BEFORE_MARK, " ", r"(?<=\d) (?=[,;:!?](?:$|\s(?!\d)))", ""),
    _slip(
        _HYPHEN,
        " -",
        rf"(?<=[^\s\d:=;,(\[/–-]) -{{1,2}} (?=[^\s\d)\]–-]){_NOT_A_DASH}(?<!\bund...)"
        r"(?<!\boder...)|(?<=\d) -{1,2} (?=[^\s)\]–-])",
        " – ",
    ),
    _slip("gerade Anführungszeichen", '"', '"', printed_quotation_mark),
    _slip("drei einzelne Punkte", "...", r"(?<![\d.])\.{3}(?!\.)|(?<=\d)\.{3}(?![.\d])", "…"),
    _slip("ein gerader Apostroph", "'", rf"(?<={_LETTER})'(?={_LETTER})", "’"),
    _slip("ein Akzent als Apostroph", "´", rf"(?<={_LETTER})´(?={_LETTER})", "’"),
    _slip("ein Akzent als Apostroph", "`", rf"(?<={_LETTER})`(?={_LETTER})", "’"),
    _slip(_TO, "-", r"(?<![\w.,:/§-])((?:19|20)\d\d)-((?:19|20)\d\d)(?![\w/-]|[.,:]\d)", _range),
    _slip(_TO, "-", r"(?<![\w.,:/§-])(\d{1,3})-(\d{1,3})(?![\w/-]|[.,:]\d)", _range),
    _slip(_MAY_BREAK, "§", r"(?<=§) ?(?=\d)", NBSP),
    _slip(
        _MAY_BREAK,
        " ",
        r"\b(?:Abs|Nr|Art|Ziff|Kap|ca|rd|mind|max)\. (?=\d)|(?<![\w.])S\. (?=\d)",
        _bound,
    ),
    _slip(_MAY_BREAK, " ", rf"(?<=\d) (?={_UNIT})", NBSP),
    _slip(_MAY_BREAK, "%", r"(?<=\d)(?=%(?![\w-]))", NBSP),
    _slip(_MAY_BREAK, "€", r"(?<=\d)(?=€(?![\w-]))", NBSP),
    _slip(_MAY_BREAK, " ", r"(?<=Mio\.|Mrd\.|Tsd\.) (?=(?:Euro|EUR)\b|€)", NBSP),
    _slip(_MAY_BREAK, " ", rf"\b{_LETTER}\.(?:[ \u00a0]{_LETTER}\.)+", _bound),
    _slip(_MAY_BREAK, " ", r"(?<![\w.])[ÜU] (?=\d\d\b)", _bound),
    _slip(_MAY_BREAK, " ", rf"(?<![\d.,])\d{{1,2}}\. (?={_MONTH}\b)", _bound),
    _slip(
        _MAY_BREAK,
        " ",
        r"(?<![\d.,])\d{1,2}\.[ \u00a0]?\d{1,2}\.[ \u00a0]?(?:19|20)\d\d(?!\d)",
        _bound,
    ),
)

REPORTED = tuple(each for each in SLIPS if each.is_reported)
MENDED = tuple(each for each in SLIPS if each.mended is not None)
