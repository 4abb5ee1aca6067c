"""A hand-over that was begun and not ended: where it stood, and what can become of it. No Qt."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import read_bounded
from lpd_desktop.runtime.german import local_time

if TYPE_CHECKING:
    from lpd_desktop.store.submission_entries import Submission

Way = Literal["record", "again", "none"]
"""What „Weiter“ does: only the entry is missing; the package is made again; nothing is left."""

_BEGUN = (
    "Am {time} wurde eine Übergabe begonnen und unterbrochen, bevor das Paket vollständig im "
    "Ordner „{folder}“ lag. „Weiter“ nimmt sie mit denselben Angaben wieder auf."
)
_WRITTEN = (
    "Am {time} wurde das Paket in den Ordner „{folder}“ geschrieben. Es liegt dort unverändert, "
    "ist aber noch nicht als eingereicht festgehalten. „Weiter“ führt zu diesem letzten Schritt."
)
_GONE = (
    "Am {time} wurde das Paket in den Ordner „{folder}“ geschrieben; dort liegt es nicht mehr "
    "unverändert. „Weiter“ stellt es mit denselben Angaben noch einmal zusammen."
)
_STALE = (
    "Eine Übergabe vom {time} gehört zu einer Freigabe, die es nicht mehr gibt. Mit der neuen "
    "Übergabe wird sie aufgegeben."
)


@dataclass(frozen=True)
class Interrupted:
    """What was found.

    Attributes:
        sentence: Where it stood, in German.
    """

    submission: Submission
    way: Way
    sentence: str


def interrupted(submission: Submission | None, file: LpdFile) -> Interrupted | None:
    """How an unfinished hand-over stands to the plan of now and to what lies in its folder."""
    if submission is None:
        return None
    way, sentence = _standing(submission, file)
    told = sentence.format(
        time=local_time(submission.step_time), folder=submission.planned.folder or "–"
    )
    return Interrupted(submission, way, told)


def _standing(submission: Submission, file: LpdFile) -> tuple[Way, str]:
    if file.release is None or file.release.seal != submission.planned.seal:
        return "none", _STALE
    if submission.step == "begun":
        return "again", _BEGUN
    return ("record", _WRITTEN) if _lies_there(submission) else ("again", _GONE)


def _lies_there(submission: Submission) -> bool:
    planned = submission.planned
    try:
        data = read_bounded(Path(planned.folder) / planned.file_name)
    except LpdError:
        return False
    return hashlib.sha256(data).hexdigest() == planned.sha256
