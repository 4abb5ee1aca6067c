"""The cover: what the document is, whose it is, of which day, and in which state."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import msgspec
from msgspec.structs import replace

from lpd_desktop.form.derive import unconfirmed_notice
from lpd_desktop.pdf.canvas import TaggedCanvas
from lpd_desktop.pdf.inline import TextStyle, piece
from lpd_desktop.pdf.logo import LogoDrawing, add_logo
from lpd_desktop.pdf.paragraph import Column, Setting, paragraph_strips
from lpd_desktop.pdf.strips import Extent, Strip
from lpd_desktop.pdf.styles import (
    ACCENT,
    BODY,
    COVER_LONG_NAME,
    COVER_NAME,
    COVER_STATE,
    COVER_SUBTITLE,
    COVER_TITLE,
    QUIET,
    TABLE_RULES,
    TEXT_HEIGHT,
)
from lpd_desktop.pdf.tree import Node
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.german import german_date

_TITLE_TOP = 150.0
_FOOT = 40.0
_NAME_ROOM = 34.0
_LONG_NAME = 120
_IMPRINT_SPACE = 7.0


class _Cover(msgspec.Struct, frozen=True, eq=False):
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
    upper += paragraph("P", form.text(form.own_name), COVER_SUBTITLE, before=26.0)
    upper += paragraph("P", name, _name_style(name), before=2.0) or [_room_for_name(room)]
    lower = [Strip(_IMPRINT_SPACE, partial(_draw_rule, room))]
    for line, style in _imprint(file):
        lower += paragraph("P", line, style, before=3.0)
    draw = _Cover(tuple(upper), tuple(lower), room.x, logo)
    extents = _extents(upper, lower, room)
    return Strip(TEXT_HEIGHT, draw, extents=(*extents, logo.extent) if logo else extents)


def _paragraph(
    parent: Node, room: Column, role: str, text: str, style: TextStyle, *, before: float
) -> list[Strip]:
    if not text.strip():
        return []
    node = parent.add(role)
    setting = Setting(before=before, balanced=True)
    return paragraph_strips([piece(text, node, style)], style, room, setting)


def _name_style(name: str) -> TextStyle:
    """A very long name is set smaller, so that the cover stays one page."""
    return COVER_NAME if len(name) <= _LONG_NAME else COVER_LONG_NAME


def _room_for_name(room: Column) -> Strip:
    """A line to write on, where nobody has said yet whose plan it is."""
    return Strip(_NAME_ROOM, partial(_draw_name_line, room))


def _draw_name_line(room: Column, canvas: TaggedCanvas, top: float) -> None:
    bottom = top - _NAME_ROOM
    canvas.rule((room.x, bottom), (room.x + 0.6 * room.width, bottom), 0.6, QUIET)


def _draw_rule(room: Column, canvas: TaggedCanvas, top: float) -> None:
    canvas.rule((room.x, top), (room.x + room.width, top), 0.5, TABLE_RULES.thin)


def _imprint(file: LpdFile) -> list[tuple[str, TextStyle]]:
    """The lines at the foot of the cover."""
    lines = []
    if file.plan.as_of:
        lines.append((f"Stand: {german_date(file.plan.as_of)}", BODY))
    lines += [(line, COVER_STATE if at == 0 else BODY) for at, line in enumerate(_state(file))]
    if notice := unconfirmed_notice(file.form):
        lines.append((notice, BODY))
    return lines


def _state(file: LpdFile) -> list[str]:
    """Whether the document is approved, and which version it replaces."""
    release = file.release
    if release is None:
        return ["ENTWURF, nicht freigegeben"]
    lines = [f"Fassung {release.version}, freigegeben am {german_date(release.date)}"]
    if release.replaces:
        lines.append(f"Ersetzt Fassung {release.version - 1}")
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
