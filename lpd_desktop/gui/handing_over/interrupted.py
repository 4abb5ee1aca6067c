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
    from lpd_desktop.store.draft_store import DraftStore
    from lpd_desktop.store.submission_entries import Submission

Way = Literal["record", "again", "filled", "none"]
"""What „Weiter“ does: only the entry is missing; the package is made again; likewise, though
nothing waits for it any more; nothing is left."""

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
_FAILED = (
    "Die Übergabe vom {time} kam nicht zustande oder wurde aufgegeben. Ihre Angaben von damals "
    "sind eingesetzt; Sie können sie ändern."
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


def interrupted(store: DraftStore, draft: str, file: LpdFile) -> Interrupted | None:
    """How the last hand-over stands to the plan of now and to what lies in its folder.

    None where it was brought to its end.
    """
    submission = store.submissions.unfinished(draft) or _failed(store, draft, file)
    if submission is None:
        return None
    way, sentence = _standing(submission, file)
    told = sentence.format(
        time=local_time(submission.step_time), folder=submission.planned.folder or "–"
    )
    return Interrupted(submission, way, told)


def _failed(store: DraftStore, draft: str, file: LpdFile) -> Submission | None:
    """The newest hand-over, where nothing came of it and it was of this approval."""
    newest = next(iter(store.submissions.list(draft)), None)
    if newest is None or newest.step != "abandoned" or not _is_of(newest, file):
        return None
    return newest


def _is_of(submission: Submission, file: LpdFile) -> bool:
    return file.release is not None and file.release.seal == submission.planned.seal


def _standing(submission: Submission, file: LpdFile) -> tuple[Way, str]:
    if not _is_of(submission, file):
        return "none", _STALE
    if submission.step == "abandoned":
        return "filled", _FAILED
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
