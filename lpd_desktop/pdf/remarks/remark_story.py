"""Remarks as story: which plan they are about, how many, then place after place."""

from __future__ import annotations

from msgspec.structs import replace

from lpd_desktop.pdf.changes.change_tables import NONE, ChangeTable
from lpd_desktop.pdf.changes.marked_pieces import Marker
from lpd_desktop.pdf.logo import palette_of
from lpd_desktop.pdf.paragraph import Setting, paragraph_strips
from lpd_desktop.pdf.story import Story, plain_setting
from lpd_desktop.pdf.styles import BODY, COVER_SUBTITLE, COVER_TITLE, SMALL
from lpd_desktop.pdf.tree import Node
from lpd_desktop.plan.comparing.word_pieces import Piece
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.remark_list import (
    ABOUT_NAMES,
    NO_REMARKS,
    ListedRemark,
    by_place,
    plan_facts,
    said_by,
    told_number,
)
from lpd_desktop.plan.rich_text import Run, text_run

DOCUMENT_NAME = "Anmerkungen"
_SECTION, _PLACE, _REMARK = 1, 2, 3


def remark_story(
    file: LpdFile, listed: tuple[ListedRemark, ...], *, only_open: bool = False
) -> Story:
    """The story of a list of remarks."""
    story = Story(palette=palette_of(file.plan.options.accent))
    _add_title(story, file)
    _add_facts(story, file)
    story.text(story.root, told_number(file, only_open=only_open), BODY, plain_setting())
    story.text(story.root, ABOUT_NAMES, SMALL, plain_setting())
    section = story.root.add("Sect")
    story.heading(section, "Anmerkungen nach Stellen", _SECTION)
    if not listed:
        story.text(section, NO_REMARKS, BODY, plain_setting())
    for place, remarks in by_place(listed):
        story.heading(section, place, _PLACE)
        for each in remarks:
            _add_remark(story, section, each)
    return story


def _add_title(story: Story, file: LpdFile) -> None:
    node = story.root.add("Title")
    pieces = [Marker(node, COVER_TITLE).plain(DOCUMENT_NAME)]
    setting = Setting(keep_with_next=True)
    story.strips += paragraph_strips(pieces, COVER_TITLE, story.column, setting)
    title = file.form.text(file.form.title)
    story.text(story.root, f"zu: {title}", COVER_SUBTITLE, Setting(before=6.0, after=10.0))


def _add_facts(story: Story, file: LpdFile) -> None:
    table = ChangeTable.begun(story, story.root, ("Angabe", "Inhalt"), figures=False)
    for caption, text in plan_facts(file):
        table.add(caption, ((Piece("same", text or NONE),),), whole=True)
    table.end()


def _add_remark(story: Story, section: Node, listed: ListedRemark) -> None:
    """Heading, the words it is about, who said what, the answers."""
    story.heading(section, listed.title, _REMARK)
    leading = replace(plain_setting(), keep_with_next=True)
    for line in (listed.about, listed.place_note):
        if line:
            story.text(section, line, SMALL, leading)
    _add_said(story, section, said_by(listed.remark), listed.text)
    for reply in listed.remark.replies:
        _add_said(story, section, f"Antwort von {said_by(reply)}", reply.text)


def _add_said(story: Story, section: Node, by: str, text: str) -> None:
    first, *others = [line for line in text.split("\n") if line.strip()] or [""]
    runs = [Run(text=f"{by}: ", bold=True), text_run(first)]
    story.paragraph(section, runs, BODY, plain_setting())
    for line in others:
        story.text(section, line, BODY, plain_setting())
