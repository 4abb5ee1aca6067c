"""The command line with everything loaded, so that a kill meets the work and not the loading.

`python -m tests.trials.ready_command WORDS…` says `ready`, waits for a line and does it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from lpd_desktop import cli


def load_everything() -> None:
    """Runs what loads the libraries, over a folder of its own, in silence."""
    from lpd_desktop.pdf import rendering  # noqa: F401
    from lpd_desktop.plan.sample import sample_file
    from lpd_desktop.release import file_submission, sign_off  # noqa: F401
    from lpd_desktop.store.backups import daily as daily_backup  # noqa: F401
    from lpd_desktop.store.draft_store import DraftStore
    from lpd_desktop.store.repair import repairing  # noqa: F401
    from lpd_desktop.word import importing  # noqa: F401

    with TemporaryDirectory() as name, DraftStore.open(Path(name)) as store:
        store.load(store.add(sample_file()))


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    load_everything()
    say("ready")
    sys.stdin.readline()
    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
