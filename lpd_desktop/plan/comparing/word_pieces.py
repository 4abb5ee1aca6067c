"""Two texts word by word: what stayed, what went, what came."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

import msgspec

Sign = Literal["same", "removed", "added"]

_LETTERS = r"[\w\u0300-\u036f]+"
"""Accents that were typed apart stay with their letters."""
_TOKEN = re.compile(rf"[\t\n]|[^\S\t\n]+|{_LETTERS}(?:[-*:_/.,’'\u00ad]{_LETTERS})*|[^\w\s]")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*\s*|[.!?\n]+\s*")
_MANY_PAIRS = 1_000_000
"""Above this many pairs of words whole sentences lead, since comparing words takes too long."""
_WEAK_LETTERS = 4
"""So few letters between two changes are no help to a reader: „und“, „der“, a comma."""
_BOUNDARIES = frozenset("\t[]")
"""Of cells and footnotes: a change does not reach over them."""


class Piece(msgspec.Struct, frozen=True):
    """A stretch of text; `removed` stands in the older text alone, `added` in the newer one."""

    sign: Sign
    text: str


def word_pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Both texts in pieces; the same and removed ones make the old text, the others the new."""
    before, after = _tokens(old), _tokens(new)
    start = _same_at_start(before, after)
    end = _same_at_start(before[start:][::-1], after[start:][::-1])
    head, tail = before[:start], before[len(before) - end :]
    middle = _differing(before[start : len(before) - end], after[start : len(after) - end])
    return tuple(_joined([Piece("same", "".join(head)), *middle, Piece("same", "".join(tail))]))


def text_before(pieces: Iterable[Piece]) -> str:
    """The older text of pieces."""
    return "".join(piece.text for piece in pieces if piece.sign != "added")


def text_after(pieces: Iterable[Piece]) -> str:
    """The newer text of pieces."""
    return "".join(piece.text for piece in pieces if piece.sign != "removed")


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _same_at_start(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    shorter = min(len(one), len(other))
    return next((place for place, (left, right) in pairs if left != right), shorter)


def _differing(before: list[str], after: list[str]) -> Iterator[Piece]:
    if len(before) * len(after) <= _MANY_PAIRS:
        yield from _by_units(before, after)
        return
    sentences = [_SENTENCE.findall("".join(tokens)) for tokens in (before, after)]
    yield from _by_units(*sentences)


def _by_units(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(str.isspace, before, after, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        removed, added = "".join(before[start:end]), "".join(after[new_start:new_end])
        if kind == "equal":
            yield Piece("same", removed)
        else:
            yield Piece("removed", removed)
            yield Piece("added", added)


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Neighbouring changes as one, also where only a weak piece stands between them."""
    removed, added = "", ""
    last = len(pieces) - 1
    for place, piece in enumerate(pieces):
        is_inside = 0 < place < last and (removed or added)
        if piece.sign == "same" and not (is_inside and _is_weak(piece.text)):
            yield from _change(removed, added)
            removed = added = ""
            if piece.text:
                yield piece
        else:
            removed += piece.text if piece.sign != "added" else ""
            added += piece.text if piece.sign != "removed" else ""
    yield from _change(removed, added)


def _change(removed: str, added: str) -> Iterator[Piece]:
    """The change without what both begin and end with, which is left as it is."""
    before, after = _tokens(removed), _tokens(added)
    start = _same_at_start(before, after)
    end = _same_at_start(before[start:][::-1], after[start:][::-1])
    parts = (
        Piece("same", "".join(before[:start])),
        Piece("removed", "".join(before[start : len(before) - end])),
        Piece("added", "".join(after[start : len(after) - end])),
        Piece("same", "".join(before[len(before) - end :])),
    )
    yield from (part for part in parts if part.text)


def _is_weak(text: str) -> bool:
    return not _BOUNDARIES & set(text) and sum(map(str.isalnum, text)) <= _WEAK_LETTERS
