"""Submissions as the command line tells them, for people and for programs."""

from __future__ import annotations

from dataclasses import asdict

import msgspec

from lpd_desktop.editing.way_correction import told_correction
from lpd_desktop.runtime.german import german_time
from lpd_desktop.store.submission_entries import (
    PAPER_NAMES,
    STEP_NAMES,
    WAY_NAMES,
    Paper,
    PaperKind,
    Step,
    Submission,
    Way,
)


class PaperOutput(msgspec.Struct, frozen=True, kw_only=True):
    """A paper that is kept with a submission; `size` in bytes, `time` ISO in UTC."""

    id: str
    kind: PaperKind
    name: str
    time: str
    size: int
    sha256: str


class WayNoteOutput(msgspec.Struct, frozen=True, kw_only=True):
    """Another way than the recorded one, and who told it; `time` ISO in UTC."""

    way: Way
    name: str
    role: str
    account: str
    time: str


class SubmissionOutput(msgspec.Struct, frozen=True, kw_only=True):
    """One hand-over; times are ISO in UTC.

    Attributes:
        draft: The id of its draft.
        name: Jobcenter and year, empty where the draft's entry is damaged.
        time: When it was begun.
        step: The last step that was done: `begun`, `written`, `recorded` or `abandoned`.
        sha256: Of the PDF.
        way: As it was told last; `way_notes` says who corrected it.
        folder: Where the package was put last, empty for a hand-over done elsewhere.
    """

    id: str
    draft: str
    name: str
    time: str
    step: Step
    step_time: str
    version: int
    seal: str
    file_name: str
    sha256: str
    recipient: str
    way: Way
    folder: str
    papers: tuple[PaperOutput, ...]
    way_notes: tuple[WayNoteOutput, ...] = ()


def submission_output(each: Submission, name: str) -> SubmissionOutput:
    """A submission for programs; `name` is that of its draft."""
    planned = {**each.planned.columns(), "way": each.way, "folder": each.folder}
    return SubmissionOutput(
        id=each.id,
        draft=each.draft,
        name=name,
        time=each.time,
        step=each.step,
        step_time=each.step_time,
        papers=tuple(map(_paper_output, each.papers)),
        way_notes=tuple(WayNoteOutput(**asdict(note)) for note in each.way_notes),
        **planned,
    )


def _paper_output(paper: Paper) -> PaperOutput:
    return PaperOutput(
        id=paper.id,
        kind=paper.kind,
        name=paper.name,
        time=paper.time,
        size=paper.size,
        sha256=paper.sha256,
    )


def submission_lines(each: Submission, name: str) -> list[str]:
    """One line for the submission, one for each correction and paper, for people."""
    planned = each.planned
    when = german_time(each.step_time)
    way = WAY_NAMES.get(each.way, each.way)
    step = f"{STEP_NAMES.get(each.step, each.step)} {when}"
    first = f"{each.id}  {name}, {planned.version}. Fassung  {step}  {way}  {planned.file_name}"
    corrections = (f"  {told_correction(each, index)}" for index in range(len(each.way_notes)))
    return [first, *corrections, *(f"  {_paper_line(paper)}" for paper in each.papers)]


def _paper_line(paper: Paper) -> str:
    kind = PAPER_NAMES.get(paper.kind, paper.kind)
    return f"{paper.id}  {kind}  {paper.name}  {german_time(paper.time)}"
