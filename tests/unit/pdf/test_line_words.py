"""Words before they are set: found across pieces, and set in bulk as if one by one."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.pdf import line_breaking
from lpd_desktop.pdf.inline import Piece, TextStyle, piece
from lpd_desktop.pdf.line_breaking import break_lines
from lpd_desktop.pdf.line_words import Run, Segment, text_of, words_of
from lpd_desktop.pdf.page_text import with_fixed_blanks
from lpd_desktop.pdf.tree import Node

STYLE = TextStyle(10.2, 15.0)
TEXTS = st.lists(st.text("aTVo,.-§5 \n", max_size=30), max_size=5)
PROSE = st.lists(st.sampled_from(["Tagesförderung", "AV", "und", "in", "Wort-\nUmbruch", "Te."]))


def pieces_of(texts: list[str]) -> list[Piece]:
    node = Node("P")
    return [piece(text, node, STYLE, bold=index % 2 == 1) for index, text in enumerate(texts)]


def one_by_one(pieces: list[Piece]):
    for words in words_of(pieces):
        if isinstance(words, Run):
            yield from ((Segment(word, words.piece),) for word in words.words)
        else:
            yield words


@given(TEXTS)
def test_words_are_what_stands_between_blanks_whatever_piece_it_comes_from(texts: list[str]):
    found = ["\n" if word is None else text_of(word) for word in one_by_one(pieces_of(texts))]
    whole = with_fixed_blanks("".join(texts))
    assert found == re.findall(r"\n|[^ \n]+", whole)


@given(st.lists(PROSE.map(" ".join), max_size=4), st.floats(20, 300), st.booleans())
def test_words_set_in_bulk_stand_where_they_stand_one_by_one(
    texts: list[str], width: float, divide: bool
):
    pieces = pieces_of(texts)
    line_breaking._known.clear()
    bulk = break_lines(pieces, width, divide=divide)
    filler = line_breaking._Filler(width, divide=divide)
    for word in one_by_one(pieces):
        filler.take(word)
    filler.finish("")
    assert [line.text for line in bulk] == [line.text for line in filler.lines]
    widths = zip(bulk, filler.lines, strict=True)
    assert all(abs(one.width - other.width) < 1e-6 for one, other in widths)


@given(TEXTS.filter(lambda texts: any(text.strip() for text in texts)))
def test_a_line_is_as_wide_as_its_segments(texts: list[str]):
    for line in break_lines(pieces_of(texts), float("inf")):
        seen = sum(each.piece.ink.width(each.text) for each in line.segments)
        assert seen - line.width >= -1e-6
