"""Approved plans as they were on their day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lpd_desktop.plan.file import LpdFile, write_lpd
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.store.checksums import Row, is_intact, sealed
from lpd_desktop.store.errors import DamagedDraftError

if TYPE_CHECKING:
    from sqlite_utils import Database

RELEASES = "releases"


@dataclass(frozen=True)
class StoredRelease:
    """One approval: the bytes of the .lpd file and of the PDF, empty where none was kept."""

    version: int
    seal: str
    time: str
    lpd: bytes
    pdf: bytes


def append_release(database: Database, draft: str, file: LpdFile, pdf: bytes | None) -> None:
    """Adds the release of an approved plan.

    Raises:
        ValueError: the plan is not approved.
    """
    if file.release is None:
        message = "the plan is not approved"
        raise ValueError(message)
    row: Row = {
        "draft": draft,
        "version": file.release.version,
        "seal": file.release.seal,
        "time": utc_now(),
        "lpd": write_lpd(file),
        "pdf": pdf,
    }
    database.table(RELEASES).insert(sealed(RELEASES, row))


def stored_releases(database: Database, draft: str) -> list[StoredRelease]:
    """The releases of a draft, the oldest first.

    Raises:
        DamagedDraftError: one does not match its checksum.
    """
    rows = list(database.table(RELEASES).rows_where("draft = ?", [draft], order_by="id"))
    for row in rows:
        if not is_release_intact(row):
            message = (
                f"Die {row['version']}. Fassung des Entwurfs {draft} ist beschädigt gespeichert."
            )
            raise DamagedDraftError(message)
    return [
        StoredRelease(row["version"], row["seal"], row["time"], row["lpd"], row["pdf"] or b"")
        for row in rows
    ]


def is_release_intact(row: Row) -> bool:
    """The number of the row is given by the database and not part of the checksum."""
    return is_intact(RELEASES, {name: value for name, value in row.items() if name != "id"})
