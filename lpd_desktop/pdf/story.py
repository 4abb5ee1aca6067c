"""The story: logical tree and strips of a document, built together from start to end."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from lpd_desktop.pdf.canvas import Color
from lpd_desktop.pdf.inline import Piece, TextStyle, piece
from lpd_desktop.pdf.page_text import NO_BREAK_BLANK, joined_marks, one_line
from lpd_desktop.pdf.paragraph import (
    Column,
    Label,
    Setting,
    label_alone,
    paragraph_strips,
)
from lpd_desktop.pdf.strips import Footnote, Strip
from lpd_desktop.pdf.styles import ACCENT, HEADING_SPACE, HEADINGS, NOTE, PARAGRAPH_SPACE, TEXT
from lpd_desktop.pdf.tree import Anchor, Node
from lpd_desktop.pdf.web_addresses import Part, WebAddress, parts_of
from lpd_desktop.plan.rich_text import Run, Runs

DEEPEST_HEADING = 6

_MARK_SIZE = 0.66
_MARK_RISE = 0.36
_NOTE_INDENT = 14.0
_BEHIND_NUMBER = 3.0
"""Points between the number of a footnote and its text at least; long numbers need more indent."""

_UNTITLED = "Ohne Titel"
"""Stands in contents and outline for a heading that is nothing but a footnote."""


class HeadingEntry(msgspec.Struct, frozen=True, eq=False):
    """A heading for contents and outline."""

    title: str
    level: int
    anchor: Anchor
    address: str = ""


class Story(msgspec.Struct, eq=False):
    """What was built so far.

    Attributes:
        root: The document's node.
        column: Where its text stands on the page.
        headings: All headings in order, those of answers included.
        palette: Colours of this document in place of those of the styles.
    """

    root: Node = msgspec.field(default_factory=lambda: Node("Document"))
    strips: list[Strip] = msgspec.field(default_factory=list)
    headings: list[HeadingEntry] = msgspec.field(default_factory=list)
    notes: int = 0
    column: Column = TEXT
    palette: Mapping[Color, Color] = msgspec.field(default_factory=dict)

    def heading(
        self,
        parent: Node,
        title: str,
        level: int,
        *,
        address: str = "",
        new_page: bool = False,
        listed: str = "",
    ) -> None:
        """Adds one of the form's headings; `listed` is its title in contents and outline."""
        count = len(self.headings)
        self.heading_pieces(parent, [Run(text=title)], level, address=address, new_page=new_page)
        if listed and len(self.headings) > count:
            self.headings[-1] = replace(self.headings[-1], title=one_line(listed))

    def heading_pieces(
        self,
        parent: Node,
        runs: list[Run] | Runs,
        level: int,
        *,
        address: str = "",
        column: Column | None = None,
        new_page: bool = False,
    ) -> None:
        """Adds a heading; a level that would skip one is raised."""
        last = self.headings[-1].level if self.headings else 0
        level = min(level, last + 1, DEEPEST_HEADING)
        node = Node(f"H{level}", parent, address=address)
        style = HEADINGS[level]
        pieces, notes = self.pieces(runs, node, style)
        anchor = Anchor(node=node)
        before, after = HEADING_SPACE[level]
        setting = Setting(
            before,
            after,
            keep_with_next=True,
            balanced=True,
            anchors=(anchor,),
            address=address,
            new_page=new_page,
        )
        strips = paragraph_strips(pieces, style, column or self.column, setting)
        if strips:
            parent.children.append(node)
            self.strips += strips
            title = one_line("".join(run.words for run in runs))
            self.headings.append(HeadingEntry(title or _UNTITLED, level, anchor, address))
        self.add_notes(parent, notes, address)

    def paragraph(
        self,
        parent: Node,
        runs: list[Run] | Runs,
        style: TextStyle,
        setting: Setting,
        *,
        column: Column | None = None,
        role: str = "P",
    ) -> None:
        """Adds a paragraph and the footnotes in it."""
        node = Node(role, parent, address=setting.address)
        pieces, notes = self.pieces(runs, node, style)
        strips = paragraph_strips(pieces, style, column or self.column, setting)
        if strips:
            parent.children.append(node)
            self.strips += strips
        self.add_notes(parent, notes, setting.address)

    def text(
        self,
        parent: Node,
        text: str,
        style: TextStyle,
        setting: Setting,
        *,
        column: Column | None = None,
    ) -> None:
        """Adds a plain paragraph."""
        self.paragraph(parent, [Run(text=text)], style, setting, column=column)

    def pieces(
        self, runs: list[Run] | Runs, node: Node, style: TextStyle
    ) -> tuple[list[Piece], list[tuple[Footnote, Runs]]]:
        """The pieces of runs, and the footnotes in them, numbered through the document."""
        pieces: list[Piece] = []
        notes: list[tuple[Footnote, Runs]] = []
        typed = [None if run.is_footnote else run.words for run in runs]
        texts = [
            None if text is None else whole
            for text, whole in zip(typed, joined_marks(typed), strict=True)
        ]
        links = _Links(node, style)
        for run, parts in zip(runs, parts_of(texts), strict=True):
            if run.is_footnote:
                self.notes += 1
                note = Footnote(self.notes, Node("Note"))
                notes.append((note, run.note))
                pieces.append(_reference(note, node, style))
            else:
                pieces += [links.piece(part, run) for part in parts]
        return pieces, notes

    def add_notes(self, parent: Node, notes: list[tuple[Footnote, Runs]], address: str) -> None:
        """Puts the footnotes of a text, which stands at an address, behind it."""
        for note, runs in notes:
            note.node.parent = parent
            note.node.address = address
            parent.children.append(note.node)
            fill_note(self, note, runs)


class _Links:
    """Makes the pieces of one text; an address of the web or of mail is one link."""

    def __init__(self, node: Node, style: TextStyle) -> None:
        self._node = node
        self._style = style
        self._last: tuple[WebAddress, Node] | None = None

    def piece(self, part: Part, run: Run) -> Piece:
        text, address = part
        if address is None:
            return piece(text, self._node, self._style, bold=run.bold, italic=run.italic)
        style = replace(self._style, color=ACCENT)
        return piece(text, self._link(address), style, bold=run.bold, italic=run.italic)

    def _link(self, address: WebAddress) -> Node:
        if self._last is None or self._last[0] is not address:
            link = self._node.add_inline("Link")
            link.uri = address.target
            link.contents = f"Zu {address.shown}"
            self._last = (address, link)
        return self._last[1]


def _reference(note: Footnote, node: Node, style: TextStyle) -> Piece:
    reference = node.add_inline("Reference")
    link = reference.add_inline("Link")
    link.target = note.anchor
    link.contents = f"Zur Fußnote {note.number}"
    mark = piece(f"{NO_BREAK_BLANK}{note.number}", link, style)
    ink = replace(mark.ink, size=style.size * _MARK_SIZE)
    return replace(mark, ink=ink, rise=style.size * _MARK_RISE, note=note)


def _way_back(note: Footnote) -> Node:
    """The number at the foot of the page leads back to the mark in the text."""
    link = note.node.add("Lbl").add_inline("Link")
    link.target = note.mark
    link.contents = f"Zurück zum Text bei Fußnote {note.number}"
    return link


def fill_note(story: Story, note: Footnote, runs: Runs) -> None:
    """Gives a footnote its number, its text and its strips."""
    note.node.ident = f"note{note.number}"
    note.anchor.node = note.node
    label = piece(str(note.number), _way_back(note), NOTE)
    body = note.node.add("P")
    pieces, _none = story.pieces(runs, body, NOTE)
    indent = max(_NOTE_INDENT, label.ink.width(label.text) + _BEHIND_NUMBER)
    column = story.column.indented(indent)
    mark = Label(label, story.column.x)
    setting = Setting(before=2.0, label=mark, anchors=(note.anchor,))
    strips = paragraph_strips(pieces, NOTE, column, setting)
    strips = strips or [label_alone(mark, NOTE, setting)]
    place = replace(story.column.extent(note.node.address), refers=True)
    extents = (place,) if place.address else ()
    note.strips = tuple(replace(strip, extents=extents) for strip in strips)


def plain_setting(address: str = "") -> Setting:
    """A paragraph among paragraphs."""
    return Setting(after=PARAGRAPH_SPACE, address=address)
