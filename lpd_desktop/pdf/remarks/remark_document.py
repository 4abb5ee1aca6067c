"""The remarks on a plan to a tagged, archivable PDF of its own: the annex „Anmerkungen“."""

from __future__ import annotations

from lpd_desktop import __version__
from lpd_desktop.pdf.archive import Imprint, describe
from lpd_desktop.pdf.drawing import draw_pages
from lpd_desktop.pdf.edition import REMARKS
from lpd_desktop.pdf.furniture import Furniture, settable
from lpd_desktop.pdf.page_filling import fill_pages
from lpd_desktop.pdf.page_text import one_line
from lpd_desktop.pdf.remarks.remark_story import DOCUMENT_NAME, remark_story
from lpd_desktop.pdf.remarks.remark_stretches import remark_stretches
from lpd_desktop.pdf.rendering import FONTS_IN_USE, day_of
from lpd_desktop.pdf.story import Story
from lpd_desktop.pdf.structure import StructureWriter
from lpd_desktop.pdf.styles import TEXT_HEIGHT
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.remark_list import listed_remarks
from lpd_desktop.runtime.collecting import fewer_collections


@fewer_collections()
def render_remarks(file: LpdFile, *, only_open: bool = False) -> bytes:
    """The remarks in the order of the document; the same data give the same bytes.

    It carries no data: nobody can open it as a plan.

    Raises:
        SelfCheckError: the finished file does not say what it must.
    """
    from lpd_desktop.pdf.finishing import finished
    from lpd_desktop.pdf.self_check import Said

    listed = listed_remarks(file, only_open=only_open)
    with FONTS_IN_USE:
        story = remark_story(file, listed, only_open=only_open)
        raw = _drawn(story, file)
    said = Said(tuple(story.root.texts()), remark_stretches(listed))
    return finished(raw, said)


def _drawn(story: Story, file: LpdFile) -> bytes:
    jobcenter = file.plan.jobcenter.own_name or file.plan.jobcenter.name
    title = file.form.text(file.form.title)
    furniture = Furniture((DOCUMENT_NAME, settable(jobcenter)), settable(title), REMARKS)
    canvas = draw_pages(story, fill_pages(story.strips, TEXT_HEIGHT), furniture, REMARKS)
    StructureWriter(canvas, story.root).write()
    describe(canvas.document, _imprint(file, title, jobcenter), None)
    raw: bytes = canvas.reportlab.getpdfdata()
    return raw


def _imprint(file: LpdFile, title: str, jobcenter: str) -> Imprint:
    program = f"LPD Desktop {__version__}"
    about = " ".join(part for part in (title, jobcenter) if part)
    return Imprint(
        one_line(f"{DOCUMENT_NAME}: {about}"),
        one_line(jobcenter),
        one_line(about),
        program,
        day_of(file),
        REMARKS.mark,
    )
