"""Header, footer and the draft mark: on every page, and no part of the text."""

from __future__ import annotations

from dataclasses import dataclass, replace

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
_SHORT_SEAL = 16
_MARK = replace(FURNITURE, bold=True, color=ACCENT)
_MARK_WIDTH = 52.0


@dataclass(frozen=True)
class Furniture:
    """What stands on every page but a cover; a draft's mark stands on every page."""

    header: tuple[str, str]
    footer: str
    edition: Edition

    def draw(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Draws it on page `page`, counted from 0."""
        room = self.edition.shape.text
        if self.edition.is_draft:
            draw_draft_mark(canvas)
            canvas.text(HEADER, (room.x, _HEADER_BASE), DRAFT_MARK, _MARK.ink)
        if page == 0 and self.edition.has_cover:
            return
        self._draw_remarks_rule(canvas)
        header = room.indented(_MARK_WIDTH) if self.edition.is_draft else room
        _draw_ends(canvas, HEADER, self.header, header, _HEADER_BASE)
        rule = _HEADER_BASE - 7
        canvas.rule((room.x, rule), (room.x + room.width, rule), 0.5, TABLE_RULES.thin)
        texts = (self.footer, f"Seite {page + 1} von {pages}")
        _draw_ends(canvas, FOOTER, texts, room, _FOOTER_BASE)

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
) -> None:
    """A text at the left edge and one at the right; the left one is shortened to fit."""
    ink = FURNITURE.ink
    left, right = texts
    width = ink.width(right)
    left = _shortened(left, room.width - width - 20)
    canvas.text(artifact, (room.x, baseline), left, ink)
    start = room.x + room.width - width
    canvas.text(artifact, (start, baseline), right, ink)


def _shortened(text: str, room: float) -> str:
    ink = FURNITURE.ink
    if ink.width(text) <= room:
        return text
    while text and ink.width(f"{text}…") > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def furniture_of(file: LpdFile, edition: Edition) -> Furniture:
    """Header and footer of a plan."""
    form, plan = file.form, file.plan
    jobcenter = plan.jobcenter.own_name or plan.jobcenter.name
    parts = [part for part in (form.text(form.title), jobcenter) if part]
    left = settable(" · ".join(parts))
    if edition.kind == "blank":
        return Furniture((left, "Leeres Formular"), "", edition)
    right = f"Stand: {german_date(plan.as_of)}" if plan.as_of else ""
    if file.release is None:
        return Furniture((left, settable(right)), "", edition)
    seal = file.release.seal[:_SHORT_SEAL]
    footer = f"Fassung {file.release.version} · Siegel {seal}"
    return Furniture((left, settable(right)), settable(footer), edition)


def settable(text: str) -> str:
    return FURNITURE.face.settable(cleaned(text).replace("\n", " "))
