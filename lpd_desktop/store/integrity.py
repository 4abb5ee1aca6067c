"""Looking at the whole store: SQLite's own check, references, every checksum."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from lpd_desktop.store.draft_rows import draft_problems
from lpd_desktop.store.file_states import is_file_state_intact
from lpd_desktop.store.history import is_history_intact
from lpd_desktop.store.releases import is_release_intact
from lpd_desktop.store.restore_points import is_point_intact

if TYPE_CHECKING:
    from sqlite_utils import Database


def problems(database: Database) -> list[str]:
    """German sentences on everything that is damaged."""
    try:
        return [*file_problems(database.conn), *_row_problems(database)]
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        return [f"Die Datei der Entwürfe ist beschädigt ({error})."]


def file_problems(connection: sqlite3.Connection) -> list[str]:
    """What SQLite says about the file itself."""
    answers = [row[0] for row in connection.execute("pragma integrity_check")]
    broken = [
        f"Die Datei der Entwürfe ist beschädigt ({text})." for text in answers if text != "ok"
    ]
    references = connection.execute("pragma foreign_key_check").fetchall()
    return broken + [f"In „{row[0]}“ steht eine Zeile ohne ihren Entwurf." for row in references]


def _row_problems(database: Database) -> list[str]:
    found: list[str] = []
    for row in list(database.query("select * from drafts order by id")):
        found += draft_problems(database, row)
    for row in database.query("select * from history"):
        if not is_history_intact(row):
            found.append(f"Ein früherer Text bei „{row['address']}“ ist beschädigt gespeichert.")
    for row in database.query("select * from releases"):
        if not is_release_intact(row):
            found.append(f"Die {row['version']}. Fassung von {row['draft']} ist beschädigt.")
    for row in database.query("select * from restore_points"):
        if not is_point_intact(row):
            found.append(f"Eine frühere Fassung von {row['draft']} ist beschädigt gespeichert.")
    for row in database.query("select * from file_states"):
        if not is_file_state_intact(row):
            found.append(f"Der Eintrag zu einer Datei von {row['draft']} ist beschädigt.")
    return found
