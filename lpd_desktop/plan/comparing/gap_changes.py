"""Blanks and unseen characters that changed between words that stayed, told by their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from lpd_desktop.plan.comparing.gaps import PARAGRAPH_BREAK, Piece, Sign, is_gap, without_hidden
from lpd_desktop.plan.comparing.text_lines import CELLS
from lpd_desktop.plan.shown_blanks import unseen_name
from lpd_desktop.runtime.german import quoted

_MOST_LETTERS = 24
"""So much of a word is quoted on each side."""
_NEAR = 200
"""So far from a gap its words are looked for."""


class GapChange(msgspec.Struct, frozen=True):
    """A gap that is another one now.

    Attributes:
        old: What went; empty where something came.
        new: What came; empty where something went.
        around: The words beside it as they stand in the newer text.
    """

    old: str
    new: str
    around: str

    @property
    def is_break(self) -> bool:
        """Whether a paragraph was divided here, or two were joined."""
        return PARAGRAPH_BREAK in self.old + self.new

    @property
    def is_blank(self) -> bool:
        """Whether blanks alone changed, nothing that never shows."""
        return (self.old + self.new).isspace()

    @property
    def told(self) -> str:
        """`Leerzeichen → festes Leerzeichen`, `weiches Trennzeichen entfallen`."""
        if not self.new:
            return f"{unseen_name(self.old)} entfallen"
        if not self.old:
            return f"{unseen_name(self.new)} eingefügt"
        return f"{unseen_name(self.old)} → {unseen_name(self.new)}"


def visible_pieces(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces without changes of gaps, which stand there as in the newer text."""
    found: list[Piece] = []
    for piece in pieces:
        shown = _shown(piece)
        if shown is not None and shown.sign == "same" and found and found[-1].sign == "same":
            found[-1] = Piece("same", found[-1].text + shown.text)
        elif shown is not None:
            found.append(shown)
    return tuple(found)


def _shown(piece: Piece) -> Piece | None:
    if piece.sign == "same" or not is_gap(piece.text):
        return piece
    return Piece("same", piece.text) if piece.sign == "added" else None


def gap_changes(pieces: Sequence[Piece]) -> tuple[GapChange, ...]:
    """All changes of gaps in the order of the text."""
    text = "".join(piece.text for piece in pieces if piece.sign != "removed")
    return tuple(
        GapChange(old, new, _around(text, place, place + len(new)))
        for old, new, place in _places(pieces)
    )


def _places(pieces: Sequence[Piece]) -> Iterator[tuple[str, str, int]]:
    """What went, what came, and where that stands in the newer text."""
    place, old = 0, ""
    for number, piece in enumerate(pieces):
        if piece.sign == "removed" and is_gap(piece.text):
            if not _is_gap_of(pieces[number + 1 : number + 2], "added"):
                yield piece.text, "", place
            else:
                old = piece.text
        elif piece.sign == "added" and is_gap(piece.text):
            yield old, piece.text, place
            old = ""
        place += len(piece.text) if piece.sign != "removed" else 0


def _is_gap_of(pieces: Sequence[Piece], sign: Sign) -> bool:
    return any(piece.sign == sign and is_gap(piece.text) for piece in pieces)


def _around(text: str, start: int, end: int) -> str:
    """The word before and the one behind, with what stands between them."""
    before = without_hidden(text[max(0, start - _NEAR) : start]).rpartition(CELLS)[2]
    behind = without_hidden(text[end : end + _NEAR]).partition(CELLS)[0]
    left, right = before.split()[-1:], behind.split()[:1]
    gap = before[len(before.rstrip()) :] + text[start:end]
    gap += behind[: len(behind) - len(behind.lstrip())]
    between = _between(gap) if left and right else ""
    word = "".join(right)[:_MOST_LETTERS]
    return f"{''.join(left)[-_MOST_LETTERS:]}{between}{word.rstrip(',;:') or word}"


def _between(gap: str) -> str:
    blanks = without_hidden(gap)
    if PARAGRAPH_BREAK in blanks:
        return " ¶ "
    return blanks[:1].replace("\n", " ")


def told_gaps(changes: Iterable[GapChange]) -> str:
    """`2 × Leerzeichen → festes Leerzeichen bei „§ 16i“, „z. B.“`; empty where there are none."""
    kinds: dict[str, list[str]] = {}
    for change in changes:
        kinds.setdefault(change.told, []).append(change.around)
    return "; ".join(_told_kind(kind, words) for kind, words in kinds.items())


def _told_kind(kind: str, words: Sequence[str]) -> str:
    number = f"{len(words)} × " if len(words) > 1 else ""
    places = [
        f"{quoted(word)} ({times} ×)" if times > 1 else quoted(word)
        for word, times in Counter(filter(None, words)).items()
    ]
    return f"{number}{kind}{' bei ' if places else ''}{', '.join(places)}"
