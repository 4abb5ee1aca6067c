"""Text that somebody else wrote, made harmless where it is read or shown."""

from __future__ import annotations

import re

_BREAKS = re.compile("\r\n|[\n\v\f\r\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""What steers a terminal or turns the order of letters; line breaks and tabs are told apart."""

_NO_LETTER = "\ufffd"


def shown_line(text: str) -> str:
    """The text as one line of a terminal: nothing in it steers that or begins a new line.

    What was taken out is seen as `�`, a line break as a blank.
    """
    return _UNSEEN.sub(_NO_LETTER, _BREAKS.sub(" ", text))


def escaped_json(text: str) -> str:
    """JSON that says the same and holds nothing that steers a terminal."""
    return _UNSEEN.sub(_escape, _BREAKS.sub(_escape_break, text))


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _escape_break(match: re.Match[str]) -> str:
    """JSON itself has plain line feeds between its parts."""
    return match[0] if match[0] == "\n" else _escape(match)


def clean_line(text: str) -> str:
    """A name on one line, without characters that nobody sees and doubled blanks."""
    return " ".join(_UNSEEN.sub("", _BREAKS.sub(" ", text)).split())


def clean_text(text: str) -> str:
    """A text with its paragraphs, without characters that steer what shows it."""
    return without_unseen(_BREAKS.sub("\n", text))


def without_unseen(text: str) -> str:
    """The text as it is, but for what steers a terminal or turns the order of letters."""
    return _UNSEEN.sub("", text)
