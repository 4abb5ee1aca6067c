"""What the register of submissions holds."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal, get_args

from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.identity import new_id

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

NoteKind = Literal["package", "way", "folder"]
"""What a package was made of; the way as it was; where the package lies since."""

PAPER_LIMIT = 16 * 1024 * 1024
"""Bytes: a scan of several pages; more would make each daily backup slow."""

MOST_PAPERS = 20
_LONGEST_NAME = 120
_EXPECTED = {
    ".pdf": (b"%PDF-",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".eml": (),
    ".msg": (b"\xd0\xcf\x11\xe0",),
}
"""By ending how such a file begins; a mail begins with any header."""


class PaperError(LpdError):
    """A paper that cannot be kept."""


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

    def as_text(self) -> str:
        """For the row of the note, which has the time itself."""
        return json.dumps({**asdict(self), "time": ""}, sort_keys=True, ensure_ascii=False)

    @classmethod
    def of(cls, note: Note) -> WayNote:
        """Out of the row of the note."""
        return replace(cls(**json.loads(note.content)), time=note.time)


@dataclass(frozen=True)
class Submission:
    """One hand-over; times are ISO in UTC.

    Attributes:
        planned: As it was begun; see `way` and `folder` for what holds now.
        time: When it was begun.
        step: The last step that was done.
        step_time: When that was.
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


def checked_paper(submission: str, kind: PaperKind, name: str, data: bytes, time: str) -> Paper:
    """The entry for a file.

    Raises:
        PaperError: it is empty or too large.
    """
    if kind not in get_args(PaperKind):
        raise ValueError(kind)
    if not data:
        message = f"„{name}“ ist leer; bitte wählen Sie die richtige Datei."
        raise PaperError(message)
    if len(data) > PAPER_LIMIT:
        size = PAPER_LIMIT // (1024 * 1024)
        message = (
            f"„{name}“ ist größer als {size} MB; bitte scannen Sie mit geringerer Auflösung, zum "
            "Beispiel mit 200 Punkten je Zoll."
        )
        raise PaperError(message)
    digest = hashlib.sha256(data).hexdigest()
    return Paper(new_id(), submission, kind, bare_name(name), time, len(data), digest)


def refuse_many(kept: int) -> None:
    """Refuses one paper more.

    Raises:
        PaperError: there are as many as there may be.
    """
    if kept >= MOST_PAPERS:
        message = (
            f"Zu dieser Einreichung sind schon {kept} Beilagen aufgehoben, mehr sind nicht "
            "vorgesehen; bitte fassen Sie mehrere Seiten in einer PDF-Datei zusammen."
        )
        raise PaperError(message)


def bare_name(name: str) -> str:
    """The name of a file without folders, control characters and what Windows forbids."""
    last = re.split(r"[\\/]", name)[-1]
    plain = re.sub(r'[:*?"<>|\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]', "_", last)
    stem, dot, ending = plain.strip(" .").rpartition(".")
    short = f"{stem[: _LONGEST_NAME - len(ending) - 1]}{dot}{ending}" if stem else ending
    return short[:_LONGEST_NAME] or "Beilage"


def unusual_kind(name: str, data: bytes) -> str:
    """A German sentence where a file is not of a kind that one expects here; else empty."""
    ending = f".{name.rpartition('.')[2].lower()}"
    if ending not in _EXPECTED:
        return f"„{name}“ ist weder PDF noch Bild noch E-Mail; die Datei wird trotzdem aufgehoben."
    beginnings = _EXPECTED[ending]
    if beginnings and not data.startswith(beginnings):
        return f"„{name}“ ist dem Inhalt nach keine Datei vom Typ {ending}; bitte prüfen Sie sie."
    return ""
