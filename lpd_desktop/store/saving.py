"""Making a plan the content of a draft, unless another window was faster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lpd_desktop.plan.file import LpdFile, from_plain, plain_content
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.store import draft_rows
from lpd_desktop.store.checksums import Row, content_digest, is_intact
from lpd_desktop.store.errors import ChangedElsewhereError
from lpd_desktop.store.pieces import take_apart
from lpd_desktop.store.summary import DRAFTS, summary_columns

if TYPE_CHECKING:
    from sqlite_utils import Database


def save_file(
    database: Database, draft: str, file: LpdFile, *, expected_revision: int | None
) -> int:
    """Writes the rows that differ; returns the new revision.

    Raises:
        UnknownDraftError: there is none of this id.
        ChangedElsewhereError: another revision is stored than the expected one, and says
            something else.
    """
    row = draft_rows.draft_row(database, draft)
    is_expected = expected_revision in (None, row["revision"]) or not is_intact(DRAFTS, row)
    if not is_expected and row["digest"] != _digest(file):
        raise _changed_elsewhere(row)
    revision = int(row["revision"]) + 1
    write_file(database, {**row, "revision": revision}, file, utc_now())
    return revision


def require_content(database: Database, draft: str, file: LpdFile | None) -> None:
    """Refuses where a draft does not say what somebody saw of it; None: whatever it says.

    Raises:
        UnknownDraftError: there is none of this id.
        ChangedElsewhereError: it says something else.
    """
    row = draft_rows.draft_row(database, draft)
    if file is not None and from_plain(draft_rows.read_content(database, row)) != file:
        raise _changed_elsewhere(row)


def _digest(file: LpdFile) -> str:
    return content_digest(take_apart(plain_content(file)))


def write_file(database: Database, row: Row, file: LpdFile, time: str) -> None:
    """Writes the row of `drafts` and the pieces of the plan."""
    pieces = take_apart(plain_content(file))
    columns = {**row, **summary_columns(file), "changed": time}
    draft_rows.put_draft_row(database, {**columns, "digest": content_digest(pieces)})
    draft_rows.write_pieces(database, row["id"], pieces, time)


def _changed_elsewhere(row: Row) -> ChangedElsewhereError:
    return ChangedElsewhereError(
        f"„{row['jobcenter'] or 'ohne Jobcenter'} {row['year']}“ wurde seit dem Öffnen in einem "
        "anderen Fenster gespeichert. Bitte öffnen Sie den Entwurf neu; Ihr Text bleibt hier."
    )
