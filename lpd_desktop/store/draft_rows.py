"""The rows of one draft: writing what changed, reading with every checksum looked at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from lpd_desktop.store.checksums import Row, content_digest, is_intact, sealed
from lpd_desktop.store.earlier.history import append, keep_old_answer
from lpd_desktop.store.errors import DamagedDraftError, UnknownDraftError
from lpd_desktop.store.piece_names import piece_name
from lpd_desktop.store.pieces import ANSWERS, PARTS, Pieces, put_together
from lpd_desktop.store.summary import DRAFTS

if TYPE_CHECKING:
    from sqlite_utils import Database

KEY_COLUMNS = {PARTS: "name", ANSWERS: "address"}


def draft_row(database: Database, draft: str) -> Row:
    """The row of `drafts`, intact or not.

    Raises:
        UnknownDraftError: there is none of this id.
    """
    row = next(iter(database.query("select * from drafts where id = ?", [draft])), None)
    if row is None:
        message = f"Es gibt keinen Entwurf „{draft}“; „lpd drafts list“ nennt alle."
        raise UnknownDraftError(message)
    return row


def put_draft_row(database: Database, row: Row) -> None:
    """Writes a row of `drafts` with its checksum."""
    columns = sealed(DRAFTS, row)
    names = [name for name in columns if name != "id"]
    assignments = ", ".join(f"{name} = :{name}" for name in names)
    values = ", ".join(f":{name}" for name in columns)
    database.execute(
        f"insert into drafts ({', '.join(columns)}) values ({values}) "
        f"on conflict (id) do update set {assignments}",
        columns,
    )


def stored_pieces(database: Database, draft: str) -> dict[tuple[str, str], Row]:
    """The rows of all pieces by table and key, intact or not."""
    return {
        (table, row[column]): row
        for table, column in KEY_COLUMNS.items()
        for row in database.query(f"select * from {table} where draft = ?", [draft])
    }


def write_pieces(database: Database, draft: str, pieces: Pieces, time: str) -> None:
    """Makes the stored pieces those given; only rows that differ are written.

    Old answers go into the history.
    """
    stored = stored_pieces(database, draft)
    for (table, key), content in pieces.items():
        row = sealed(table, {"draft": draft, KEY_COLUMNS[table]: key, "content": content})
        old = stored.pop((table, key), None)
        if old == row:
            continue
        if old is not None and table == ANSWERS and is_intact(table, old):
            keep_old_answer(database, old, content, time)
        _put(database, table, row)
    for (table, _key), old in stored.items():
        _remove(database, table, old, time)


def _put(database: Database, table: str, row: Row) -> None:
    column = KEY_COLUMNS[table]
    database.execute(
        f"insert into {table} (draft, {column}, content, checksum) "
        f"values (:draft, :{column}, :content, :checksum) on conflict (draft, {column}) "
        "do update set content = :content, checksum = :checksum",
        row,
    )


def _remove(database: Database, table: str, old: Row, time: str) -> None:
    column = KEY_COLUMNS[table]
    if table == ANSWERS and is_intact(table, old):
        append(
            database, {name: old[name] for name in ("draft", "address", "content")} | {"time": time}
        )
    database.execute(
        f"delete from {table} where draft = ? and {column} = ?", [old["draft"], old[column]]
    )


def read_content(database: Database, row: Mapping[str, Any]) -> dict[str, Any]:
    """The plain content of the file of one draft.

    Raises:
        DamagedDraftError: a row is missing, added or not as it was written; it is named.
    """
    problems = draft_problems(database, row)
    if problems:
        message = (
            f"{problems[0]} Andere Entwürfe lassen sich öffnen; was von diesem lesbar ist, "
            f"schreibt „lpd drafts take {row['id']} --partial -o DATEI.lpd“."
        )
        raise DamagedDraftError(message)
    return put_together(_contents(stored_pieces(database, row["id"])))


def _contents(stored: Mapping[tuple[str, str], Row]) -> Pieces:
    return {key: row["content"] for key, row in stored.items()}


def draft_problems(database: Database, row: Mapping[str, Any]) -> list[str]:
    """German sentences on what is damaged in one draft, empty for nothing."""
    name = f"Entwurf „{row['jobcenter'] or 'ohne Jobcenter'} {row['year']}“ ({row['id']})"
    stored = stored_pieces(database, row["id"])
    problems = [
        f"{name}: {piece_name(stored, table, key)} ist beschädigt gespeichert."
        for (table, key), piece in stored.items()
        if not is_intact(table, piece)
    ]
    if not is_intact(DRAFTS, row):
        problems.append(f"{name}: Der Eintrag in der Liste ist beschädigt gespeichert.")
    elif not problems and row["digest"] != content_digest(_contents(stored)):
        problems.append(f"{name}: Ein Teil des Planungsdokuments fehlt oder ist vertauscht.")
    return problems
