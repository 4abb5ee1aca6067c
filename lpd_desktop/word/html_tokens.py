"""HTML cut into tags, texts and comments, in time that grows only with its length.

Clipboards hold markup of any quality and of any size; a tag, quote or comment without an end costs
nothing but itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Literal

from lpd_desktop.runtime.errors import LpdError

MOST_CHARACTERS = 20_000_000
MOST_TAGS = 150_000

TokenKind = Literal["open", "close", "text", "comment"]

_TAG = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s=>/\"'][^\s=>/]*)(?:\s*=\s*)?")
_BARE_VALUE = re.compile(r"[^\s>]*")
_RAW_ENDS = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}
_CONTROLS = re.compile("[\0-\x08\x0b\x0e-\x1f\ufffe\uffff]")
_PICTURE_DATA = re.compile(r"(?<=;base64,)[A-Za-z0-9+/=\s]{200,}")


class TooMuchToPasteError(LpdError):
    """The clipboard holds more than can be taken in at once."""

    def __init__(self) -> None:
        """Says what to do."""
        super().__init__(
            "Die Zwischenablage enthält zu viel für einmal. Bitte kopieren Sie den Text in "
            "mehreren Teilen."
        )


@dataclass(frozen=True)
class Token:
    """One piece of markup; `name` is that of a tag, `text` what stands in a text or comment."""

    kind: TokenKind
    name: str = ""
    text: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    is_closed: bool = False


def tokens_of(markup: str) -> Iterator[Token]:
    """The tokens in order.

    Raises:
        TooMuchToPasteError: more than `MOST_CHARACTERS` or `MOST_TAGS`.
    """
    if len(markup) > MOST_CHARACTERS:
        raise TooMuchToPasteError
    cleaned = _CONTROLS.sub("", _PICTURE_DATA.sub("", markup))
    return _Scanner(_without_header(cleaned)).tokens()


def _without_header(markup: str) -> str:
    """Without the lines of numbers that Windows puts before a clipboard's HTML."""
    return markup[markup.find("<") :] if markup.startswith("Version:") else markup


class _Scanner:
    """Goes through the markup once; what was looked for in vain is not looked for again."""

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._missing: set[str] = set()
        self._tags = 0

    def tokens(self) -> Iterator[Token]:
        place, text_from, end = 0, 0, len(self._markup)
        while (place := self._find("<", place)) < end:
            found = self._at(place)
            if found is None:
                place += 1
                continue
            if text_from < place:
                yield self._text(text_from, place)
            token, place = found
            text_from = place
            if token is not None:
                yield token
        if text_from < end:
            yield self._text(text_from, end)

    def _find(self, what: str, start: int) -> int:
        """Where something stands next, the end of the markup where it does not."""
        found = -1 if what in self._missing else self._markup.find(what, start)
        if found < 0:
            self._missing.add(what)
            return len(self._markup)
        return found

    def _text(self, start: int, end: int) -> Token:
        text = self._markup[start:end]
        return Token("text", text=unescape(text) if "&" in text else text)

    def _at(self, place: int) -> tuple[Token | None, int] | None:
        """The token at a `<`, None for none there, and the place behind it; None for a sign."""
        if self._markup.startswith("<!--", place):
            return self._comment(place)
        if self._markup.startswith(("<!", "<?"), place):
            return self._declaration(place)
        tag = _TAG.match(self._markup, place)
        if tag is None or self._find(">", place) == len(self._markup):
            return None
        self._tags += 1
        if self._tags > MOST_TAGS:
            raise TooMuchToPasteError
        return self._tag(tag)

    def _comment(self, place: int) -> tuple[Token | None, int]:
        end = self._find("-->", place + 2)
        if end == len(self._markup):
            return None, place + 4
        return Token("comment", text=self._markup[place + 4 : end]), end + 3

    def _declaration(self, place: int) -> tuple[Token | None, int] | None:
        end = self._find(">", place)
        if end == len(self._markup):
            return None
        return Token("comment", text=self._markup[place + 2 : end]), end + 1

    def _tag(self, tag: re.Match[str]) -> tuple[Token | None, int]:
        name = tag[1].lower()
        if self._markup[tag.start() + 1] == "/":
            return Token("close", name), self._find(">", tag.end()) + 1
        attributes, end = self._attributes(tag.end())
        is_closed = self._markup[end - 2 : end] == "/>"
        if name in _RAW_ENDS and not is_closed:
            return self._raw(name, attributes, end)
        return Token("open", name, attributes=attributes, is_closed=is_closed), end

    def _raw(self, name: str, attributes: dict[str, str], start: int) -> tuple[Token | None, int]:
        """A script or style sheet with what stands in it; nothing where it does not end."""
        stop = None if name in self._missing else _RAW_ENDS[name].search(self._markup, start)
        if stop is None:
            self._missing.add(name)
            return None, start
        text, end = self._markup[start : stop.start()], self._find(">", stop.end())
        return Token("open", name, text, attributes, is_closed=True), end + 1

    def _attributes(self, place: int) -> tuple[dict[str, str], int]:
        """The attributes of a tag, and the place behind its end."""
        found: dict[str, str] = {}
        while match := _ATTRIBUTE.match(self._markup, place):
            place = match.end()
            value = ""
            if match[0].rstrip().endswith("="):
                value, place = self._value(place)
            found.setdefault(match[1].lower(), unescape(value) if "&" in value else value)
        return found, self._find(">", place) + 1

    def _value(self, place: int) -> tuple[str, int]:
        quote = self._markup[place : place + 1]
        if quote and quote in "\"'":
            end = self._find(quote, place + 1)
            if end < len(self._markup):
                return self._markup[place + 1 : end], end + 1
        bare = _BARE_VALUE.match(self._markup, place)
        return (bare[0], bare.end()) if bare else ("", place)
