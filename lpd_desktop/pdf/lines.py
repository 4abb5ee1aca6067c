"""Lines as they are set, and as they are remembered for the next time."""

from __future__ import annotations

import msgspec

from lpd_desktop.pdf.fonts import Face
from lpd_desktop.pdf.inline import Piece
from lpd_desktop.pdf.line_words import Segment


class Line(msgspec.Struct, frozen=True, eq=False):
    """One line; `width` is that of what is seen, without a closing blank."""

    segments: tuple[Segment, ...]
    width: float

    @property
    def text(self) -> str:
        """What the line says."""
        return "".join(segment.text for segment in self.segments)


Look = tuple[str, Face, float, bool, bool, bool]
"""What decides how wide a piece is and where it may be parted."""

KnownLine = tuple[tuple[tuple[int, str], ...], float]
"""The segments of a line by the place of their piece, and its width."""


def look_of(piece: Piece) -> Look:
    """What two pieces have in common that are equally wide and parted at the same places."""
    ink = piece.ink
    is_address = bool(piece.node.uri)
    return (piece.text, ink.face, ink.size, bool(piece.rise), piece.note is not None, is_address)


def without_pieces(lines: list[Line], pieces: list[Piece]) -> list[KnownLine]:
    """Lines by the places of their pieces."""
    places = {id(piece): at for at, piece in enumerate(pieces)}
    return [
        (tuple((places[id(each.piece)], each.text) for each in line.segments), line.width)
        for line in lines
    ]


def as_line(known: KnownLine, pieces: list[Piece]) -> Line:
    """A line of the pieces that are there this time."""
    segments, width = known
    return Line(tuple(Segment(text, pieces[at]) for at, text in segments), width)
