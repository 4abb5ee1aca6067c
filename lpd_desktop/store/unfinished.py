"""Which drafts have a hand-over that was begun and neither recorded nor given up."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from lpd_desktop.store.connection import read_only, recognised_version, store_path
from lpd_desktop.store.errors import store_errors
from lpd_desktop.store.migrations import STORE_VERSION

_QUERY = """
select distinct submissions.draft from submissions join drafts on drafts.id = submissions.draft
where drafts.state = 'approved' and (
    select step from submission_steps
    where submission_steps.submission = submissions.submission
    order by submission_steps.id desc limit 1
) in ('begun', 'written')
"""


def drafts_to_record(folder: Path) -> frozenset[str]:
    """The ids of the approved drafts whose hand-over waits for its last step.

    Read with the standard library alone, for the start page; nothing is changed.

    Raises:
        StoreError: the store cannot be read.
    """
    path = store_path(folder)
    with store_errors(path):
        if not path.exists() or recognised_version(path) != STORE_VERSION:
            return frozenset()
        with closing(read_only(path)) as reader:
            return frozenset(str(row[0]) for row in reader.execute(_QUERY))
