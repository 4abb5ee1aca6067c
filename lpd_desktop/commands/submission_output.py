"""Submissions as the command line tells them, for people and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict

import msgspec

from lpd_desktop.editing.submission_correction import told_corrections
from lpd_desktop.runtime.german import counted, enumerate_german, german_time
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


class DayNoteOutput(msgspec.Struct, frozen=True, kw_only=True):
    """Another day (ISO) than the recorded one, and who told it; `time` ISO in UTC."""

    day: str
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
        step_time: As it was told last, a time or a day; `day_notes` says who corrected it.
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
    day_notes: tuple[DayNoteOutput, ...] = ()


def submission_output(each: Submission, name: str) -> SubmissionOutput:
    """A submission for programs; `name` is that of its draft."""
    planned = {**each.planned.columns(), "way": each.way, "folder": each.folder}
    return SubmissionOutput(
        id=each.id,
        draft=each.draft,
        name=name,
        time=each.time,
        step=each.step,
        step_time=each.sent,
        papers=tuple(map(_paper_output, each.papers)),
        way_notes=tuple(WayNoteOutput(**asdict(note)) for note in each.way_notes),
        day_notes=tuple(DayNoteOutput(**asdict(note)) for note in each.day_notes),
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
    when = german_time(each.sent)
    way = WAY_NAMES.get(each.way, each.way)
    step = f"{STEP_NAMES.get(each.step, each.step)} {when}"
    first = f"{each.id}  {name}, {planned.version}. Fassung  {step}  {way}  {planned.file_name}"
    corrections = (f"  {sentence}" for sentence in told_corrections(each))
    return [first, *corrections, *(f"  {_paper_line(paper)}" for paper in each.papers)]


def told_number(found: Sequence[Submission]) -> str:
    """How many were submitted, and apart from them what was only begun or given up."""
    steps = Counter(each.step for each in found)
    first = counted(steps["recorded"], "Einreichung", "Einreichungen")
    others = (
        (steps["written"], "geschriebenes Paket, das nicht als gesendet festgehalten ist",
         "geschriebene Pakete, die nicht als gesendet festgehalten sind"),
        (steps["begun"], "begonnene Übergabe", "begonnene Übergaben"),
        (steps["abandoned"], "aufgegebener Versuch", "aufgegebene Versuche"),
    )  # fmt: skip
    told = [counted(number, one, more) for number, one, more in others if number]
    return f"{first}; dazu {enumerate_german(told)}." if told else f"{first}."


def _paper_line(paper: Paper) -> str:
    kind = PAPER_NAMES.get(paper.kind, paper.kind)
    return f"{paper.id}  {kind}  {paper.name}  {german_time(paper.time)}"
