"""The inline signs of Markdown: bold, italic, escapes, footnote marks.

A single asterisk inside a word is no sign of emphasis: `Kund*innen` stays as it is.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from lpd_desktop.word.source import Span, Spans, merged

_TOKEN = re.compile(
    r"""(?P<escape>\\[\\`*_{}\[\]()\#+\-.!|<>~])
    |<sup>\s*\[?(?P<sup>[0-9]{1,3}|[*])\]?\s*</sup>
    |\[\^(?P<mark>[^\]\s]{1,20})\]
    |(?P<strong>\*\*|__)
    |(?P<emphasis>[*_])
    |(?P<break><br\s*/?>)
    |(?P<tag></?(?:u|b|i|strong|em|span|sup|sub|p|div)(?:\s[^>]{0,100})?>)
    |(?P<entity>&(?:[a-zA-Z]{2,8}|\#[0-9]{2,5});)""",
    re.VERBOSE,
)
_FOOTNOTE_LINE = re.compile(
    r"\s*(?:<sup>\s*\[?([0-9]{1,3}|[*])\]?\s*</sup>|\[\^([^\]\s]{1,20})\]:)\s*(?=\S)"
)
_SIGNS = re.compile(r"^#{1,6}\s|\*\*\S|\\[*_\[\]#.-]|<sup>|\[\^[^\]]+\]", re.MULTILINE)


def looks_like_markdown(text: str) -> bool:
    """Whether a text uses Markdown, whatever its name ends with."""
    return _SIGNS.search(text) is not None


def footnote_line(line: str) -> tuple[str, str] | None:
    """Mark and text of a line that gives a footnote's text."""
    match = _FOOTNOTE_LINE.match(line)
    return (match[1] or match[2], line[match.end() :]) if match else None


@dataclass
class InlineParser:
    """Turns lines into spans and counts what it cleaned.

    Attributes:
        marks: The footnote marks met so far; a mark's number is its place here, from 1.
        escapes: Words with an escaped sign, as they stood.
        strays: How many signs of emphasis had no partner.
    """

    marks: list[str] = field(default_factory=list)
    escapes: list[str] = field(default_factory=list)
    strays: int = 0

    def spans(self, line: str) -> Spans:
        """The spans of one line."""
        tokens = list(_TOKEN.finditer(line))
        pairs = _pairs(line, tokens)
        self.strays += sum(
            token["strong"] is not None and index not in pairs for index, token in enumerate(tokens)
        )
        return self._walk(line, tokens, pairs)

    def _walk(self, line: str, tokens: list[re.Match[str]], pairs: dict[int, str]) -> Spans:
        result: list[Span] = []
        bold = italic = False
        position = 0
        for index, token in enumerate(tokens):
            result.append(Span(line[position : token.start()], bold, italic))
            position = token.end()
            if index in pairs:
                bold ^= pairs[index] == "strong"
                italic ^= pairs[index] == "emphasis"
            else:
                result.append(self._literal(line, token, bold, italic))
        result.append(Span(line[position:], bold, italic))
        return merged(result)

    def _literal(self, line: str, token: re.Match[str], bold: bool, italic: bool) -> Span:
        mark = token["sup"] or token["mark"]
        if mark:
            self.marks.append(mark)
            return Span(note=len(self.marks))
        if token["escape"]:
            self.escapes.append(_word_around(line, token.start()))
        return Span(_plain(token), bold, italic)


def _plain(token: re.Match[str]) -> str:
    if token["escape"]:
        return token[0][1]
    if token["break"]:
        return "\n"
    if token["entity"]:
        return html.unescape(token[0])
    return token["emphasis"] or ""


def _word_around(line: str, position: int) -> str:
    start = max(line.rfind(" ", 0, position), line.rfind("\t", 0, position)) + 1
    return line[start:].split(maxsplit=1)[0]


def _pairs(line: str, tokens: list[re.Match[str]]) -> dict[int, str]:
    """Which tokens open or close an emphasis, by index."""
    pairs: dict[int, str] = {}
    opened: dict[str, int] = {}
    for index, token in enumerate(tokens):
        kind = "strong" if token["strong"] else "emphasis" if token["emphasis"] else ""
        if not kind:
            continue
        sign = token[0]
        if sign in opened and _may_close(line, token):
            pairs[opened.pop(sign)] = pairs[index] = kind
        elif sign not in opened and _may_open(line, token):
            opened[sign] = index
    return pairs


def _may_open(line: str, token: re.Match[str]) -> bool:
    before, after = line[: token.start()][-1:], line[token.end() :][:1]
    return not before.isalnum() and bool(after.strip())


def _may_close(line: str, token: re.Match[str]) -> bool:
    before, after = line[: token.start()][-1:], line[token.end() :][:1]
    loose = token["strong"] is not None
    return bool(before.strip()) and (loose or not after.isalnum())
