"""Two answers line by line: what stayed, was changed, came, went, stands elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from lpd_desktop.plan.comparing.gap_changes import GapChange, gap_changes
from lpd_desktop.plan.comparing.gaps import PARAGRAPH_BREAK, bare
from lpd_desktop.plan.comparing.line_merges import merged_lines
from lpd_desktop.plan.comparing.line_pairs import PairedLine, has_enough_words, paired_lines
from lpd_desktop.plan.comparing.text_lines import TextLine, bare_style, same_text, text_lines
from lpd_desktop.plan.comparing.word_pieces import Piece, word_pieces
from lpd_desktop.plan.rich_text import Blocks
from lpd_desktop.plan.words import count_words

LineKind = Literal["paragraph", "heading", "item", "row", "title", "amount", "fact"]
LineStatus = Literal["same", "changed", "added", "removed", "moved"]

_STYLE = "anders ausgezeichnet"
_SHAPE = "andere Gliederung"
_DIVIDED = {
    "paragraph": "Absatz geteilt",
    "heading": "Überschrift geteilt",
    "item": "Listenpunkt geteilt",
}
_JOINED = {
    "paragraph": "Absätze verbunden",
    "heading": "Überschriften verbunden",
    "item": "Listenpunkte verbunden",
}


class LineChange(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line before and after.

    Attributes:
        status: `moved` stands elsewhere; its words may have changed as well.
        label: What it is, in German, where its kind does not say it: `Zeile „…“, 2023`.
        pieces: Its words; cells of a row are divided by tabs, paragraphs of a line that was
            divided or joined by U+2029.
        remark: What else is to be said in German, such as a difference in euro.
    """

    kind: LineKind
    status: LineStatus
    label: str = ""
    pieces: tuple[Piece, ...] = ()
    remark: str = ""

    @property
    def words_added(self) -> int:
        """How many words are new."""
        return sum(count_words(piece.text) for piece in self.pieces if piece.sign == "added")

    @property
    def words_removed(self) -> int:
        """How many words are gone."""
        return sum(count_words(piece.text) for piece in self.pieces if piece.sign == "removed")

    @property
    def gap_changes(self) -> tuple[GapChange, ...]:
        """Blanks and unseen characters that changed between words that stayed."""
        return gap_changes(self.pieces) if self.status in ("changed", "moved") else ()

    @property
    def blanks_changed(self) -> int:
        """How many blanks are others; where paragraphs begin is told apart."""
        return sum(each.is_blank and not each.is_break for each in self.gap_changes)

    @property
    def unseen_changed(self) -> int:
        """How many soft hyphens and other characters that never show are others."""
        return sum(not each.is_blank and not each.is_break for each in self.gap_changes)


def compare_texts(old: Blocks, new: Blocks) -> tuple[LineChange, ...]:
    """All lines of both answers in reading order; none are changed where both are the same."""
    lines = compare_lines(text_lines(old), text_lines(new))
    if all(line.status == "same" for line in lines) and not same_text(old, new):
        remark = "Aufbau geändert: Nummern, Listen oder Tabellen sind anders verbunden"
        return (*lines, LineChange(kind="fact", status="changed", label="Aufbau", remark=remark))
    return lines


def compare_lines(old: Sequence[TextLine], new: Sequence[TextLine]) -> tuple[LineChange, ...]:
    """All lines of both in the order of the newer one, removed ones where they stood."""
    return tuple(map(_line_change, paired_lines(*merged_lines(old, new))))


def _line_change(pair: PairedLine) -> LineChange:
    old, new = pair.old, pair.new
    if old is None or new is None:
        return _one_sided(old, new)
    if pair.went:
        return _moved(old, new, pair.went)
    if old.content == new.content:
        pieces = (Piece("same", new.text),) if new.text else ()
        return LineChange(kind=new.kind, status="same", pieces=pieces)
    return LineChange(
        kind=new.kind,
        status="changed",
        pieces=word_pieces(old.text, new.text),
        remark=", ".join(_remarks(old, new)),
    )


def _remarks(old: TextLine, new: TextLine) -> Iterator[str]:
    """What changed beside the words."""
    if (old.kind, old.shape) != (new.kind, new.shape):
        yield _SHAPE
    if bare(old.text) == bare(new.text) and bare_style(old) != bare_style(new):
        yield _STYLE
    breaks = new.text.count(PARAGRAPH_BREAK) - old.text.count(PARAGRAPH_BREAK)
    if breaks:
        yield (_DIVIDED if breaks > 0 else _JOINED).get(new.kind, _SHAPE)


def _moved(old: TextLine, new: TextLine, went: int) -> LineChange:
    where = f"stand weiter {'oben' if went > 0 else 'unten'}"
    words = ["geändert"] if bare(old.text) != bare(new.text) else []
    return LineChange(
        kind=new.kind,
        status="moved",
        pieces=word_pieces(old.text, new.text),
        remark=", ".join([where, *words, *_remarks(old, new)]),
    )


def _one_sided(old: TextLine | None, new: TextLine | None) -> LineChange:
    if new is not None:
        pieces = (Piece("added", new.text),) if new.text else ()
        return LineChange(kind=new.kind, status="added", pieces=pieces)
    assert old is not None, "a pair has one line at least"
    pieces = (Piece("removed", old.text),) if old.text else ()
    return LineChange(kind=old.kind, status="removed", pieces=pieces)


def is_recognised(line: LineChange) -> bool:
    """Whether a line has words enough to be known again at another place."""
    return len(line.pieces) == 1 and has_enough_words(line.pieces[0].text)
