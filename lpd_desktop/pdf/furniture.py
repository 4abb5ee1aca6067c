"""Header, footer and the draft mark: on every page, and no part of the text."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from lpd_desktop.pdf.canvas import TaggedCanvas
from lpd_desktop.pdf.draft_mark import DRAFT_MARK, draw_draft_mark
from lpd_desktop.pdf.edition import Edition
from lpd_desktop.pdf.page_text import cleaned
from lpd_desktop.pdf.paragraph import Column
from lpd_desktop.pdf.styles import (
    ACCENT,
    FURNITURE,
    PAGE_HEIGHT,
    TABLE_RULES,
    TEXT_HEIGHT,
    TEXT_TOP,
)
from lpd_desktop.pdf.tree import FOOTER, HEADER, Artifact
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.german import german_date

_HEADER_BASE = PAGE_HEIGHT - 58.0
_FOOTER_BASE = 44.0
_SHORT_SEAL = 8
_SEPARATOR = " · "
_LEFT_SHARE = 0.5
_BETWEEN = 20.0
_MARK = replace(FURNITURE, bold=True, color=ACCENT)
_MARK_WIDTH = 52.0


class Furniture(msgspec.Struct, frozen=True):
    """What stands on every page but a cover; a draft's mark stands on every page.

    Attributes:
        header: At its left and right end; a page's section stands at an empty right end.
        footer: At the right end, after the page number; shortened where the room ends.
        standing: What follows the footer and is never shortened.
    """

    header: tuple[str, str]
    footer: str
    edition: Edition
    standing: str = ""

    def draw(self, canvas: TaggedCanvas, page: int, pages: int, section: str = "") -> None:
        """Draws it on page `page`, counted from 0, in a section."""
        room = self.edition.shape.text
        if self.edition.is_draft:
            draw_draft_mark(canvas)
            canvas.text(HEADER, (room.x, _HEADER_BASE), DRAFT_MARK, _MARK.ink)
        if page == 0 and self.edition.has_cover:
            return
        self._draw_remarks_rule(canvas)
        header = room.indented(_MARK_WIDTH) if self.edition.is_draft else room
        ends = (self.header[0], self.header[1] or settable(section))
        _draw_ends(canvas, HEADER, ends, header, _HEADER_BASE)
        rule = _HEADER_BASE - 7
        canvas.rule((room.x, rule), (room.x + room.width, rule), 0.5, TABLE_RULES.thin)
        number = f"Seite {page + 1} von {pages}"
        _draw_ends(
            canvas, FOOTER, (number, self.footer), room, _FOOTER_BASE, standing=self.standing
        )

    def _draw_remarks_rule(self, canvas: TaggedCanvas) -> None:
        x = self.edition.shape.remarks
        if x is not None:
            canvas.rule((x, TEXT_TOP), (x, TEXT_TOP - TEXT_HEIGHT), 0.5, TABLE_RULES.thin)


def _draw_ends(
    canvas: TaggedCanvas,
    artifact: Artifact,
    texts: tuple[str, str],
    room: Column,
    baseline: float,
    *,
    standing: str = "",
) -> None:
    """A text at the left edge and one at the right, which is shortened but for its end."""
    ink = FURNITURE.ink
    left = _shortened(texts[0], _LEFT_SHARE * room.width)
    used = ink.width(left) + ink.width(standing) + _BETWEEN
    right = f"{_shortened(texts[1], room.width - used)}{standing}"
    canvas.text(artifact, (room.x, baseline), left, ink)
    start = room.x + room.width - ink.width(right)
    canvas.text(artifact, (start, baseline), right, ink)


def _shortened(text: str, room: float) -> str:
    ink = FURNITURE.ink
    if ink.width(text) <= room:
        return text
    words = text.split(" ")
    while len(words) > 1 and ink.width(f"{' '.join(words)} …") > room:
        words.pop()
    text = " ".join(words)
    if ink.width(f"{text} …") <= room:
        return f"{text} …"
    while text and ink.width(f"{text}…") > room:
        text = text[:-1]
    return f"{text}…"


def furniture_of(file: LpdFile, edition: Edition) -> Furniture:
    """Header and footer of a plan."""
    title = settable(file.form.text(file.form.title))
    jobcenter = file.plan.jobcenter.own_name or file.plan.jobcenter.name
    if edition.kind == "blank":
        return Furniture((title, "Leeres Formular"), settable(jobcenter), edition)
    standing = "".join(f"{_SEPARATOR}{part}" for part in _standing(file))
    if not jobcenter:
        standing = standing.removeprefix(_SEPARATOR)
    return Furniture((title, ""), settable(jobcenter), edition, settable(standing))


def _standing(file: LpdFile) -> list[str]:
    """Of which day and which approval the document is."""
    parts = [f"Stand: {german_date(file.plan.as_of)}"] if file.plan.as_of else []
    if file.release is not None:
        seal = file.release.seal[:_SHORT_SEAL]
        parts += [f"Fassung {file.release.version}", f"Siegel {seal}"]
    return parts


def settable(text: str) -> str:
    """The text as the furniture's font can set it, on one line."""
    return FURNITURE.face.settable(cleaned(text).replace("\n", " "))
