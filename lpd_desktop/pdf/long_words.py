"""Words wider than a line: what of them can stand on it, and where they are cut by force."""

from __future__ import annotations

import re
from itertools import accumulate
from operator import add

from lpd_desktop.pdf.hyphenation import division_points
from lpd_desktop.pdf.line_words import Segment, Word, cut_at, cutting_places, text_of, width_of
from lpd_desktop.pdf.page_text import SOFT_HYPHEN, with_fixed_blanks

_VERY_LONG = 500
"""Characters; so many are wider than a line."""

_LEAST_LETTERS = 2
"""Of a word cut by force, before and after a division mark."""

_FIXED_BLANKS = re.compile("[\u00a0\u2007\u202f]")


def near_part(word: Word, measure: float) -> Word:
    """What of a word decides about the next line; that of a huge one is its beginning.

    Each line looks at a piece of bounded length, so time grows with the text and no faster.
    """
    if sum(len(segment.text) for segment in word) <= _VERY_LONG:
        return word
    near = cut_at(word, _VERY_LONG)[0]
    return near if width_of(near) > measure else word


def loosened(chain: Word) -> list[Word]:
    """The words that no-break blanks join; the one word itself where there are none.

    What belongs together, such as `§ 16i`, stays joined as long as there are other places.
    """
    texts = [each.text for each in chain]
    if not any(map(_FIXED_BLANKS.search, texts)):
        return [chain]
    blanked = "".join(
        text if each.piece.note is not None else _FIXED_BLANKS.sub(" ", text)
        for each, text in zip(chain, texts, strict=True)
    )
    fixed = with_fixed_blanks(blanked)
    if " " in fixed:
        signs = zip(fixed, "".join(texts), strict=True)
        blanked = "".join(" " if new == " " else old for new, old in signs)
    return _at_blanks(chain, blanked)


def _at_blanks(chain: Word, text: str) -> list[Word]:
    """The words that stand between the blanks of a text as long as the chain's own."""
    words: list[list[Segment]] = [[]]
    start = 0
    for segment in chain:
        end = start + len(segment.text)
        first, *others = text[start:end].split(" ")
        words[-1].append(Segment(first, segment.piece))
        words += ([Segment(other, segment.piece)] for other in others)
        start = end
    found = (tuple(each for each in word if each.text) for word in words)
    return [word for word in found if word]


def widths_up_to(word: Word) -> list[float]:
    """How wide a word is up to each of its characters, in points; the first is 0."""
    widths = [0.0]
    for segment in word:
        text, ink = segment.text, segment.piece.ink
        pairs = map(ink.face.pairs.__getitem__, map(add, text, text[1:]))
        each = map(add, map(ink.face.words.__getitem__, text), (0, *pairs))
        start, scale = widths[-1], ink.size / 1000
        widths += [start + width * scale for width in accumulate(each)]
    return widths


def forced_place(word: Word, measure: float) -> tuple[int, str]:
    """Where a word is cut that may be parted nowhere, and with what mark.

    Between letters it gets a division mark, and stands between syllables if it can; a key or a
    figure gets none, because the mark would be taken for a part of it.
    """
    widths, cuts = widths_up_to(word), cutting_places(word)
    if text_of(word).isalpha() and not any(each.piece.node.uri for each in word):
        room = measure - word[0].piece.ink.width(SOFT_HYPHEN)
        inner = range(_LEAST_LETTERS, len(widths) - _LEAST_LETTERS)
        fitting = [cut for cut in cuts if cut in inner and widths[cut] <= room]
        syllables = set(division_points(text_of(word), _LEAST_LETTERS)).intersection(fitting)
        cut = max(syllables or fitting, default=0)
        if cut:
            return cut, SOFT_HYPHEN
    return max((cut for cut in cuts if widths[cut] <= measure), default=cuts[0]), ""
