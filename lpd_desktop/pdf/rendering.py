"""Plan to PDF: the story is built, pages are filled, drawn, and the file is finished."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from threading import Lock

import msgspec

from lpd_desktop import __version__
from lpd_desktop.pdf.address_map import AddressMap, address_map, reference_map
from lpd_desktop.pdf.archive import Imprint, describe
from lpd_desktop.pdf.drawing import draw_pages
from lpd_desktop.pdf.edition import BLANK_FORM, DRAFT, FINAL, Edition
from lpd_desktop.pdf.form_stretches import form_stretches
from lpd_desktop.pdf.furniture import furniture_of
from lpd_desktop.pdf.page_filling import fill_pages
from lpd_desktop.pdf.page_text import one_line
from lpd_desktop.pdf.plan_story import plan_story
from lpd_desktop.pdf.plan_stretches import cover_and_approval, plan_stretches
from lpd_desktop.pdf.printed_length import PrintedLength, length_of
from lpd_desktop.pdf.self_check import Said
from lpd_desktop.pdf.structure import StructureWriter
from lpd_desktop.pdf.styles import TEXT_HEIGHT
from lpd_desktop.plan.file import LpdFile, seal_digest, write_published
from lpd_desktop.runtime.collecting import fewer_collections
from lpd_desktop.runtime.errors import NotAllowedError

FONTS_IN_USE = Lock()
"""A font object counts the characters of one document at a time."""


class NotApprovedError(NotAllowedError):
    """A final document was asked of a plan that is not approved."""


class Rendered(msgspec.Struct, frozen=True):
    """The file's bytes, and where each address of the plan stands.

    Attributes:
        address_map: From an address to boxes (page from 0, x0, y0, x1, y1) in points from the
            lower left corner of the page; a place that holds others has one box on each page.
        references: Likewise the boxes that lead to an address: contents and footnotes.
        looks: A digest of each page; pages that look different have different ones.
        texts: Role and text of everything that was drawn, in logical order.
    """

    data: bytes
    address_map: AddressMap
    references: AddressMap
    looks: tuple[str, ...]
    texts: tuple[tuple[str, str], ...] = ()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.looks)


def render_plan(file: LpdFile, *, draft: bool) -> Rendered:
    """The final document of a plan, or its plain draft; see `render_edition`.

    Raises:
        NotApprovedError: as there.
    """
    return render_edition(file, DRAFT if draft else FINAL)


@fewer_collections()
def render_edition(file: LpdFile, edition: Edition) -> Rendered:
    """The document of a plan in an edition; the same data give the same bytes.

    Args:
        file: What is set; its `work` never shows in the file.
        edition: Which one; a draft leaves an approval out.

    Raises:
        NotApprovedError: the edition needs an approval, and the plan is not approved, or was
            changed after it had been sealed.
        SelfCheckError: the finished file does not say what the plan says.
    """
    from lpd_desktop.pdf.finishing import finished

    raw = render_raw_edition(file, edition)
    data = finished(raw.data, _said(file, edition, raw.texts))
    return msgspec.structs.replace(raw, data=data)


def render_raw(file: LpdFile, *, draft: bool) -> Rendered:
    """The same pages in a complete file, before it is rewritten small: for looking at them.

    Raises:
        NotApprovedError: as `render_plan`.
    """
    return render_raw_edition(file, DRAFT if draft else FINAL)


@fewer_collections()
def render_raw_edition(file: LpdFile, edition: Edition) -> Rendered:
    """The pages of an edition, before the file is rewritten small.

    Raises:
        NotApprovedError: as `render_edition`.
    """
    if edition.needs_approval:
        _require_sealed(file)
    elif not edition.shows_approval:
        file = replace(file, release=None)
    if edition.kind == "blank":
        from lpd_desktop.pdf.blank_story import blank_file

        file = blank_file(file.form)
    with FONTS_IN_USE:
        return _render(file, edition)


def printed_length(file: LpdFile) -> PrintedLength:
    """How many pages a plan has, and how much of them each text takes; nothing is drawn."""
    with FONTS_IN_USE:
        story = plan_story(file)
        return length_of(fill_pages(story.strips, TEXT_HEIGHT))


def _require_sealed(file: LpdFile) -> None:
    if file.release is None:
        message = "Das endgültige PDF gibt es erst nach der Freigabe des Dokuments."
        raise NotApprovedError(message)
    if seal_digest(file) != file.release.seal:
        message = (
            "Das Dokument wurde nach der Freigabe verändert und passt nicht mehr zu seinem Siegel; "
            "bitte nehmen Sie die Freigabe zurück und geben Sie es neu frei, oder arbeiten Sie "
            "mit dem Original weiter."
        )
        raise NotApprovedError(message)


def _render(file: LpdFile, edition: Edition) -> Rendered:
    story = plan_story(file, edition)
    pages = fill_pages(story.strips, TEXT_HEIGHT)
    canvas = draw_pages(story, pages, furniture_of(file, edition), edition)
    StructureWriter(canvas, story.root).write()
    attachment = write_published(file) if edition.has_data else None
    describe(canvas.document, _imprint(file, edition), attachment)
    raw: bytes = canvas.reportlab.getpdfdata()
    looks = tuple(page.look for page in canvas.pages)
    texts = tuple(story.root.texts())
    return Rendered(raw, address_map(pages), reference_map(pages), looks, texts)


def _said(file: LpdFile, edition: Edition, texts: tuple[tuple[str, str], ...]) -> Said:
    """What the finished edition must say, from the data themselves."""
    if not edition.shows_approval:
        file = replace(file, release=None)
    attachment = write_published(file) if edition.has_data else None
    if edition.kind == "blank":
        return Said(texts, form_stretches(file.form))
    return Said(texts, plan_stretches(file), cover_and_approval(file), attachment)


def _imprint(file: LpdFile, edition: Edition) -> Imprint:
    form, jobcenter = file.form, file.plan.jobcenter
    name = jobcenter.own_name or jobcenter.name
    whose = BLANK_FORM if edition.kind == "blank" else name
    title = " · ".join(part for part in (form.text(form.title), whose) if part)
    subject = " ".join(part for part in (form.text(form.subtitle), form.own_name, jobcenter.name))
    program = f"LPD Desktop {__version__}"
    author = one_line(name)
    return Imprint(one_line(title), author, one_line(subject), program, day_of(file), edition.mark)


def day_of(file: LpdFile) -> str:
    """The approval's day, else the Stand, else the first day of the form's year."""
    day = file.release.date if file.release is not None else file.plan.as_of
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return f"{file.form.year:04d}-01-01"
