"""The steps from an older store to the newest, in order; each is frozen once it was released."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lpd_desktop.store.migrations import step_0001, step_0002, step_0003, step_0004, step_0005

if TYPE_CHECKING:
    from sqlite_utils import Migrations

STEPS = (step_0001.tables, step_0002.tables, step_0003.tables, step_0004.tables, step_0005.tables)

STORE_VERSION = len(STEPS)
"""What `PRAGMA user_version` says in a store that this program writes."""


def migrations() -> Migrations:
    """The steps as sqlite-utils applies and records them."""
    from sqlite_utils import Migrations

    steps = Migrations("lpd_desktop.store")
    for number, step in enumerate(STEPS, 1):
        steps(name=f"step_{number:04d}")(step)
    return steps
