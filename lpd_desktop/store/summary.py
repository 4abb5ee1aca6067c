"""What the list of drafts shows."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from lpd_desktop.check.summary import completeness
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.own_dates import DueDate
from lpd_desktop.plan.work import STATE_NAMES
from lpd_desktop.runtime.files import UnreadableFileError, read_bounded, reason_of
from lpd_desktop.store.checksums import Row, is_intact
from lpd_desktop.store.stored_dates import OLDER_FORM, dates_from, stored_dates

DRAFTS = "drafts"


@dataclass(frozen=True)
class Origin:
    """The .lpd file that a draft came from or was last written to, as it was then.

    Attributes:
        sha256: Digest of its bytes.
        time: When it was changed last, ISO in UTC.
    """

    path: Path
    sha256: str
    time: str

    @classmethod
    def of(cls, path: Path) -> Origin:
        """The file at a path as it is now.

        Raises:
            UnreadableFileError: it cannot be read.
        """
        return cls.holding(path, read_bounded(path))

    @classmethod
    def holding(cls, path: Path, data: bytes) -> Origin:
        """The file at a path, of which these bytes are known already.

        Raises:
            UnreadableFileError: it is gone again.
        """
        try:
            written = path.stat().st_mtime
        except OSError as error:
            message = f"„{path}“ lässt sich nicht lesen: {reason_of(error)}."
            raise UnreadableFileError(message) from error
        digest = hashlib.sha256(data).hexdigest()
        changed = datetime.fromtimestamp(int(written), UTC)
        return cls(path.absolute(), digest, changed.strftime("%Y-%m-%dT%H:%M:%SZ"))


@dataclass(frozen=True)
class DraftSummary:
    """One draft at a glance; times are ISO in UTC.

    Attributes:
        completeness: Percent, 0 to 100.
        trashed: When it was put into the trash, empty for never.
        dates: The days it reminds of by time; see `plan.own_dates`.
        revision: Counts the saves; tells whether another window saved in between.
        is_damaged: The row itself does not match its checksum; what it shows may be wrong.
    """

    id: str
    plan_id: str
    jobcenter: str
    number: str
    year: int
    title: str
    state: str
    version: int
    completeness: int
    created: str
    changed: str
    trashed: str
    origin: Origin | None
    revision: int
    is_damaged: bool
    dates: tuple[DueDate, ...] = ()

    @property
    def state_name(self) -> str:
        """The state in German; one that this version does not know stays as it is."""
        names = (name for state, name in STATE_NAMES.items() if state == self.state)
        return next(names, self.state)

    @property
    def name(self) -> str:
        """How sentences name the draft."""
        return f"{self.jobcenter or 'ohne Jobcenter'} {self.year}"


def summary_columns(file: LpdFile) -> Row:
    """The columns of `drafts` that follow from the plan."""
    jobcenter = file.plan.jobcenter
    return {
        "plan_id": _storable(file.plan.id),
        "jobcenter": _storable(jobcenter.name),
        "number": _storable(jobcenter.number),
        "year": file.form.year,
        "title": _storable(file.form.text(file.form.title)),
        "state": file.work.state,
        "version": file.release.version if file.release else 0,
        "completeness": completeness(file.form, file.plan),
        "dates": stored_dates(file),
    }


def _storable(text: str) -> str:
    """The text for the list, half surrogate pairs replaced; the plan itself keeps them."""
    return text.encode("utf-8", "replace").decode("utf-8")


def origin_columns(origin: Origin | None) -> Row:
    """The columns of `drafts` that name the file a draft came from."""
    return {
        "origin_path": str(origin.path) if origin else None,
        "origin_sha256": origin.sha256 if origin else None,
        "origin_time": origin.time if origin else None,
    }


def summary_from(row: Row) -> DraftSummary:
    """The summary in a row of `drafts`; the form of an older draft is taken out of the row."""
    older_form = row.pop(OLDER_FORM, None)
    path = row["origin_path"]
    origin = Origin(Path(path), row["origin_sha256"], row["origin_time"]) if path else None
    own = {name: row[name] for name in DraftSummary.__annotations__ if name in row}
    return DraftSummary(
        **{
            **own,
            "trashed": row["trashed"] or "",
            "dates": dates_from(row.get("dates"), older_form),
        },
        origin=origin,
        is_damaged=not is_intact(DRAFTS, row),
    )
