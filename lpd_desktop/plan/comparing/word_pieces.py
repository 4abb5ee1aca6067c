"""Two texts word by word: what stayed, what went, what came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lpd_desktop.plan.comparing.gaps import (
    Piece,
    Sign,
    bare,
    changed_gap,
    gap_pieces,
    is_gap,
)
from lpd_desktop.plan.comparing.word_blocks import blocks_of
from lpd_desktop.plan.comparing.word_tokens import Token, tokens_of

__all__ = ["Piece", "Sign", "text_after", "text_before", "word_pieces"]


def word_pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Both texts in pieces; the same and removed ones make the old text, the others the new.

    A piece that went or came holds whole words, or gaps alone: blanks, soft hyphens and the like
    that changed between words that stayed.
    """
    if bare(old) == bare(new):
        return tuple(_merged(gap_pieces(old, new)))
    return tuple(_merged(_Texts(old, new).pieces()))


def text_before(pieces: Iterable[Piece]) -> str:
    """The older text of pieces."""
    return "".join(piece.text for piece in pieces if piece.sign != "added")


def text_after(pieces: Iterable[Piece]) -> str:
    """The newer text of pieces."""
    return "".join(piece.text for piece in pieces if piece.sign != "removed")


class _Texts:
    """Two texts, gone through from one stretch that stayed to the next."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._before, self._after = tokens_of(old), tokens_of(new)

    def pieces(self) -> Iterator[Piece]:
        place = new_place = 0
        for block in blocks_of(self._before, self._after):
            start, end = _span(self._before, block.start, block.end)
            new_start, new_end = _span(self._after, block.new_start, block.new_end)
            yield from _between(self._old[place:start], self._new[new_place:new_start])
            yield from gap_pieces(self._old[start:end], self._new[new_start:new_end])
            place, new_place = end, new_end
        yield from _between(self._old[place:], self._new[new_place:])


def _span(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    return tokens[start].start, tokens[end - 1].end


def _between(old: str, new: str) -> Iterator[Piece]:
    """What stands between two stretches that stayed; gaps beside words that went or came stay."""
    before, removed, behind = _parts(old)
    new_before, added, new_behind = _parts(new)
    if not removed and not added:
        yield from changed_gap(old, new)
    elif removed and added:
        yield from changed_gap(before, new_before)
        yield from (Piece("removed", removed), Piece("added", added))
        yield from changed_gap(behind, new_behind)
    elif added:
        yield from _one_sided(old, (new_before, added, new_behind), "added")
    else:
        yield from _one_sided(new, (before, removed, behind), "removed")


def _parts(text: str) -> tuple[str, str, str]:
    """The gap before the words, the words, the gap behind; without words the gap before."""
    tokens = tokens_of(text)
    if not tokens:
        return text, "", ""
    start, end = tokens[0].start, tokens[-1].end
    return text[:start], text[start:end], text[end:]


def _one_sided(gap: str, parts: tuple[str, str, str], sign: Sign) -> Iterator[Piece]:
    """Words that stand where there was but a gap: that gap is found again beside them."""
    before, words, behind = parts
    if before == gap:
        yield from (Piece("same", gap), Piece(sign, words + behind))
    elif behind == gap or not gap:
        yield from (Piece(sign, before + words + behind[len(gap) :]), Piece("same", gap))
    else:
        yield from changed_gap(*((gap, before) if sign == "added" else (before, gap)))
        yield Piece(sign, words + behind)


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbours of one sign as one, words and gaps that changed apart; none is empty."""
    last: Piece | None = None
    for piece in pieces:
        if not piece.text:
            continue
        if last is not None and _belong_together(last, piece):
            last = Piece(last.sign, last.text + piece.text)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _belong_together(one: Piece, other: Piece) -> bool:
    if one.sign != other.sign:
        return False
    return one.sign == "same" or is_gap(one.text) == is_gap(other.text)
