"""What the register of submissions holds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any, ClassVar, Literal

Step = Literal["begun", "written", "recorded", "abandoned"]

STEP_NAMES: dict[Step, str] = {
    "begun": "begonnen",
    "written": "Paket geschrieben",
    "recorded": "eingereicht",
    "abandoned": "aufgegeben",
}

PaperKind = Literal["acknowledgement", "signed_page", "other"]

PAPER_NAMES: dict[PaperKind, str] = {
    "acknowledgement": "Eingangsbestätigung",
    "signed_page": "unterschriebene Seite",
    "other": "Beilage",
}

Way = Literal["mail", "upload", "post", "other", "unknown"]

WAY_NAMES: dict[Way, str] = {
    "mail": "per E-Mail",
    "upload": "hochgeladen",
    "post": "per Post",
    "other": "auf anderem Weg",
    "unknown": "Weg nicht genannt",
}

NoteKind = Literal["package", "way", "day", "folder"]
"""What a package was made of; the way and the day as they were; where the package lies since."""

_LETTERS_OF_DAY = len("2022-11-08")


@dataclass(frozen=True)
class Planned:
    """What is handed over.

    Attributes:
        seal: Of the plan.
        sha256: Of the bytes of the PDF.
        folder: Where the package was written to; empty for a hand-over done elsewhere.
    """

    version: int
    seal: str
    file_name: str
    sha256: str
    recipient: str
    way: Way = "mail"
    folder: str = ""

    def columns(self) -> dict[str, Any]:
        """As columns of the row."""
        return asdict(self)

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Planned:
        """Out of the row of a submission."""
        return cls(**{name: row[name] for name in cls.__dataclass_fields__})


@dataclass(frozen=True)
class Paper:
    """A file that belongs to a submission; `size` in bytes, `time` ISO in UTC."""

    id: str
    submission: str
    kind: PaperKind
    name: str
    time: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Note:
    """What was told of a submission later, at a time (ISO in UTC)."""

    kind: NoteKind
    content: str
    time: str


@dataclass(frozen=True)
class WayNote:
    """The way as it was, told by somebody; nothing that was recorded before is overwritten."""

    way: Way
    name: str
    role: str
    account: str = ""
    time: str = ""

    kind: ClassVar[NoteKind] = "way"

    @classmethod
    def of(cls, note: Note) -> WayNote:
        """Out of the row of the note."""
        return replace(cls(**json.loads(note.content)), time=note.time)


@dataclass(frozen=True)
class DayNote:
    """The day (ISO) of the hand-over as it was, told by somebody later."""

    day: str
    name: str
    role: str
    account: str = ""
    time: str = ""

    kind: ClassVar[NoteKind] = "day"

    @classmethod
    def of(cls, note: Note) -> DayNote:
        """Out of the row of the note."""
        return replace(cls(**json.loads(note.content)), time=note.time)


@dataclass(frozen=True)
class Correction:
    """What the register shall say: another way, None for the same; another day, empty for it."""

    way: Way | None = None
    day: str = ""

    def changes(self, entry: Submission) -> bool:
        """Whether the register says something else."""
        is_other_way = self.way not in (None, entry.way)
        return is_other_way or self.day not in ("", entry.sent_day)


def note_text(note: WayNote | DayNote) -> str:
    """For the row of the note, which has the time itself."""
    return json.dumps({**asdict(note), "time": ""}, sort_keys=True, ensure_ascii=False)


@dataclass(frozen=True)
class Submission:
    """One hand-over; times are ISO in UTC.

    Attributes:
        planned: As it was begun; see `way` and `folder` for what holds now.
        time: When it was begun.
        step: The last step that was done.
        step_time: When that was, as it was recorded; see `sent` for what holds now.
    """

    id: str
    draft: str
    time: str
    planned: Planned
    step: Step
    step_time: str
    papers: tuple[Paper, ...]
    notes: tuple[Note, ...] = ()

    @property
    def way_notes(self) -> tuple[WayNote, ...]:
        """Who corrected the way, when and to which; the oldest first."""
        return tuple(WayNote.of(each) for each in self.notes if each.kind == "way")

    @property
    def way(self) -> Way:
        """The way as it was told last."""
        notes = self.way_notes
        return notes[-1].way if notes else self.planned.way

    @property
    def day_notes(self) -> tuple[DayNote, ...]:
        """Who corrected the day, when and to which; the oldest first."""
        return tuple(DayNote.of(each) for each in self.notes if each.kind == "day")

    @property
    def sent(self) -> str:
        """When the last step was done, ISO: a time in UTC, or the day as it was told last."""
        notes = self.day_notes
        return notes[-1].day if notes else self.step_time

    @property
    def sent_day(self) -> str:
        """The day of `sent` on this machine, ISO."""
        if len(self.sent) == _LETTERS_OF_DAY:
            return self.sent
        return datetime.fromisoformat(self.sent).astimezone().date().isoformat()

    @property
    def folder(self) -> str:
        """Where the package was put last; empty for a hand-over done elsewhere."""
        return self._newest("folder") or self.planned.folder

    @property
    def made_of(self) -> str:
        """What the package was made of, as text; empty where that was not kept."""
        return self._newest("package")

    def _newest(self, kind: NoteKind) -> str:
        found = (each.content for each in reversed(self.notes) if each.kind == kind)
        return next(found, "")

    @property
    def is_acknowledged(self) -> bool:
        """Whether an acknowledgement is kept with it."""
        return any(paper.kind == "acknowledgement" for paper in self.papers)
