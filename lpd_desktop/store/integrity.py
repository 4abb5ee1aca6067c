"""Looking at the whole store: SQLite's own check, references, every checksum, lost commits."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from lpd_desktop.runtime.german import counted
from lpd_desktop.runtime.progress import stop_if_cancelled
from lpd_desktop.store.checksums import Row
from lpd_desktop.store.commit_mark import missing_commits, read_mark
from lpd_desktop.store.draft_rows import draft_problems
from lpd_desktop.store.repair.row_rescue import is_row_intact

if TYPE_CHECKING:
    from sqlite_utils import Database

_SENTENCES: dict[str, Callable[[Row], str]] = {
    "history": lambda row: f"Ein früherer Text bei „{row['address']}“ ist beschädigt gespeichert.",
    "releases": lambda row: f"Die {row['version']}. Fassung von {row['draft']} ist beschädigt.",
    "restore_points": lambda row: (
        f"Eine frühere Fassung von {row['draft']} ist beschädigt gespeichert."
    ),
    "erased": lambda _row: "Der Eintrag zu einem endgültig gelöschten Entwurf ist beschädigt.",
    "file_states": lambda row: f"Der Eintrag zu einer Datei von {row['draft']} ist beschädigt.",
    "submissions": lambda row: (
        f"Der Eintrag zur Einreichung von {row['draft']} ist beschädigt gespeichert."
    ),
    "submission_steps": lambda row: (
        f"Ein Schritt der Einreichung von {row['draft']} ist beschädigt gespeichert."
    ),
    "submission_papers": lambda row: (
        f"Die Beilage „{row['name']}“ zur Einreichung von {row['draft']} ist beschädigt."
    ),
    "submission_notes": lambda row: (
        f"Ein Vermerk zur Einreichung von {row['draft']} ist beschädigt gespeichert."
    ),
    "hand_over_words": lambda row: (
        f"Die begonnenen Angaben zur Übergabe von {row['draft']} sind beschädigt gespeichert."
    ),
}
"""What a damaged row of a table beside the drafts themselves is called."""


def problems(database: Database) -> list[str]:
    """German sentences on everything that is damaged or missing.

    The mark beside the store is read first: what others save from then on is no loss.
    """
    try:
        lost = lost_problems(database.conn)
        return [*file_problems(database.conn), *row_problems(database), *lost]
    except UnicodeDecodeError:
        return ["Die Datei der Entwürfe ist beschädigt."]
    except sqlite3.DatabaseError as error:
        if _is_trouble_outside(error):
            raise
        return [f"Die Datei der Entwürfe ist beschädigt ({error})."]


def _is_trouble_outside(error: sqlite3.DatabaseError) -> bool:
    """No space, no rights, in use: the file itself may be sound."""
    kind = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    return isinstance(error, sqlite3.OperationalError) and kind not in (
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_ERROR,
    )


def file_problems(connection: sqlite3.Connection) -> list[str]:
    """What SQLite says about the file itself."""
    answers = [row[0] for row in connection.execute("pragma integrity_check")]
    broken = [
        f"Die Datei der Entwürfe ist beschädigt ({text})." for text in answers if text != "ok"
    ]
    references = connection.execute("pragma foreign_key_check").fetchall()
    return broken + [f"In „{row[0]}“ steht eine Zeile ohne ihren Entwurf." for row in references]


def row_problems(database: Database) -> list[str]:
    """The rows whose checksum is wrong; older formats have fewer tables."""
    found: list[str] = []
    for row in list(database.query("select * from drafts order by id")):
        stop_if_cancelled()
        found += draft_problems(database, row)
    tables = set(database.table_names())
    for table in [table for table in _SENTENCES if table in tables]:
        for row in database.query(f"select * from {table}"):
            stop_if_cancelled()
            if not is_row_intact(table, row):
                found.append(_SENTENCES[table](row))
    return found


def lost_problems(connection: sqlite3.Connection) -> list[str]:
    """Whether saved changes are no longer there, as the mark beside the store tells."""
    path = Path(connection.execute("pragma database_list").fetchone()[2])
    missing = missing_commits(path, connection)
    if not missing:
        return []
    saves = counted(missing, "Speicherung", "Speicherungen")
    return [
        f"Ihren Entwürfen fehlen die letzten Änderungen ({saves}): Sie gingen verloren, oder eine "
        "ältere Datei liegt an der Stelle der neuesten."
    ]


def absence_problems(path: Path) -> list[str]:
    """Where no store is: whether there was one, as the mark tells."""
    mark = read_mark(path)
    if mark is None or not mark.number:
        return []
    return [f"Die Datei der Entwürfe „{path}“ ist nicht mehr da."]
