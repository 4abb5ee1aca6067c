"""Two states of a plan to a change document: a tagged, archivable PDF of its own."""

from __future__ import annotations

import msgspec

from lpd_desktop import __version__
from lpd_desktop.pdf.archive import Imprint, describe
from lpd_desktop.pdf.changes.change_story import DOCUMENT_NAME, change_story, title_of
from lpd_desktop.pdf.changes.change_stretches import change_stretches
from lpd_desktop.pdf.changes.compared_state import ComparedState
from lpd_desktop.pdf.drawing import draw_pages
from lpd_desktop.pdf.edition import CHANGES
from lpd_desktop.pdf.furniture import Furniture, settable
from lpd_desktop.pdf.page_filling import fill_pages
from lpd_desktop.pdf.page_text import one_line
from lpd_desktop.pdf.rendering import FONTS_IN_USE, day_of
from lpd_desktop.pdf.story import Story
from lpd_desktop.pdf.structure import StructureWriter
from lpd_desktop.pdf.styles import TEXT_HEIGHT
from lpd_desktop.plan.comparing.comparison import Comparison, compare_plans
from lpd_desktop.runtime.collecting import fewer_collections


class ChangeDocument(msgspec.Struct, frozen=True):
    """The file's bytes, and what they tell."""

    data: bytes
    comparison: Comparison


@fewer_collections()
def render_changes(old: ComparedState, new: ComparedState) -> ChangeDocument:
    """What became of the older state, as a document; the same states give the same bytes.

    It carries no data: nobody can open it as a plan. What both states say of themselves (name,
    time) is all it knows of where they come from.

    Raises:
        SelfCheckError: the finished file does not say what it must.
    """
    from lpd_desktop.pdf.finishing import finished
    from lpd_desktop.pdf.self_check import Said

    comparison = compare_plans(old.file, new.file)
    with FONTS_IN_USE:
        story = change_story(comparison, old, new)
        raw = _drawn(story, old, new)
    said = Said(tuple(story.root.texts()), change_stretches(comparison))
    return ChangeDocument(finished(raw, said), comparison)


def _drawn(story: Story, old: ComparedState, new: ComparedState) -> bytes:
    pages = fill_pages(story.strips, TEXT_HEIGHT)
    canvas = draw_pages(story, pages, _furniture(old, new), CHANGES)
    StructureWriter(canvas, story.root).write()
    describe(canvas.document, _imprint(old, new), None)
    raw: bytes = canvas.reportlab.getpdfdata()
    return raw


def _furniture(old: ComparedState, new: ComparedState) -> Furniture:
    jobcenter = new.file.plan.jobcenter
    header = (DOCUMENT_NAME, settable(jobcenter.own_name or jobcenter.name))
    return Furniture(header, settable(title_of(old, new)), CHANGES)


def _imprint(old: ComparedState, new: ComparedState) -> Imprint:
    jobcenter = new.file.plan.jobcenter
    program = f"LPD Desktop {__version__}"
    author = jobcenter.own_name or jobcenter.name
    title = f"{DOCUMENT_NAME}: {title_of(old, new)}"
    form = new.file.form
    subject = " ".join(part for part in (form.text(form.title), author) if part)
    title, author, subject = map(one_line, (title, author, subject))
    return Imprint(title, author, subject, program, day_of(new.file), CHANGES.mark)
