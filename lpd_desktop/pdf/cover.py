"""The cover: what the document is, whose it is, of which day, and in which state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from lpd_desktop.form.derive import unconfirmed_notice
from lpd_desktop.pdf.canvas import TaggedCanvas
from lpd_desktop.pdf.inline import TextStyle, piece
from lpd_desktop.pdf.logo import LogoDrawing, add_logo
from lpd_desktop.pdf.paragraph import Column, Setting, paragraph_strips
from lpd_desktop.pdf.strips import Extent, Strip
from lpd_desktop.pdf.styles import (
    ACCENT,
    BODY,
    COVER_NAME,
    COVER_SUBTITLE,
    COVER_TITLE,
    TEXT_HEIGHT,
)
from lpd_desktop.pdf.tree import Node
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.german import german_date

_TITLE_TOP = 150.0
_FOOT = 40.0


@dataclass(frozen=True, eq=False)
class _Cover:
    """Draws the logo and the cover's lines: the title block, and the block at the foot."""

    upper: tuple[Strip, ...]
    lower: tuple[Strip, ...]
    left: float
    logo: LogoDrawing | None

    def __call__(self, canvas: TaggedCanvas, top: float) -> None:
        """Draws the logo, both blocks and the rule above the title."""
        if self.logo is not None:
            self.logo(canvas, top)
        start = top - _TITLE_TOP
        canvas.rule((self.left, start + 26), (self.left + 64, start + 26), 3.0, ACCENT)
        _draw_block(canvas, self.upper, start)
        _draw_block(canvas, self.lower, top - TEXT_HEIGHT + _height_of(self.lower) + _FOOT)


def _draw_block(canvas: TaggedCanvas, strips: tuple[Strip, ...], top: float) -> None:
    for strip in strips:
        top -= strip.before
        strip.draw(canvas, top)
        top -= strip.height


def cover_strip(root: Node, file: LpdFile, room: Column) -> Strip:
    """The cover as one strip that fills its page."""
    node = root.add("Sect")
    node.address = "cover"
    form, jobcenter = file.form, file.plan.jobcenter
    logo = add_logo(node, file.plan.options.logo, room)
    paragraph = partial(_paragraph, node, room)
    upper = paragraph("Title", form.text(form.title), COVER_TITLE, before=0.0)
    upper += paragraph("P", form.text(form.subtitle), COVER_SUBTITLE, before=10.0)
    name = jobcenter.name or jobcenter.own_name
    if name:
        upper += paragraph("P", form.text(form.own_name), COVER_SUBTITLE, before=26.0)
    upper += paragraph("P", name, COVER_NAME, before=2.0)
    lower: list[Strip] = []
    for index, line in enumerate(_imprint(file)):
        lower += paragraph("P", line, BODY, before=3.0 if index else 0.0)
    draw = _Cover(tuple(upper), tuple(lower), room.x, logo)
    extents = _extents(upper, lower, room)
    return Strip(TEXT_HEIGHT, draw, extents=(*extents, logo.extent) if logo else extents)


def _paragraph(
    parent: Node, room: Column, role: str, text: str, style: TextStyle, *, before: float
) -> list[Strip]:
    if not text.strip():
        return []
    node = parent.add(role)
    return paragraph_strips([piece(text, node, style)], style, room, Setting(before=before))


def _imprint(file: LpdFile) -> list[str]:
    """The lines at the foot of the cover."""
    lines = []
    if file.plan.as_of:
        lines.append(f"Stand: {german_date(file.plan.as_of)}")
    if file.release is None:
        lines.append("ENTWURF, nicht freigegeben")
    else:
        date = german_date(file.release.date)
        lines.append(f"Fassung {file.release.version}, freigegeben am {date}")
    if notice := unconfirmed_notice(file.form):
        lines.append(notice)
    return lines


def _extents(upper: list[Strip], lower: list[Strip], room: Column) -> tuple[Extent, ...]:
    """Whose plan it is stands in the title block, its day at the foot."""
    height = _height_of(lower)
    foot = TEXT_HEIGHT - height - _FOOT
    jobcenter, day = room.extent("cover/jobcenter"), room.extent("cover/as_of")
    return (
        replace(jobcenter, top=_TITLE_TOP, height=_height_of(upper)),
        replace(day, top=foot, height=height),
    )


def _height_of(strips: Sequence[Strip]) -> float:
    return sum(strip.height + strip.before for strip in strips)
