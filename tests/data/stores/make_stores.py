"""Makes `version-N.db`, the store as the present version writes it.

Run once when a new store version is released, and never again for that version:
    python tests/data/stores/make_stores.py
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from msgspec.structs import replace as changed

from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import Release, Signatory
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.migrations import STORE_VERSION
from lpd_desktop.store.submission_entries import Planned, WayNote

FOLDER = Path(__file__).resolve().parent


def main() -> int:
    target = FOLDER / f"version-{STORE_VERSION}.db"
    if target.exists():
        sys.stderr.write(f"{target.name} is there already and stays as it is.\n")
        return 1
    with tempfile.TemporaryDirectory() as folder, DraftStore.open(Path(folder)) as store:
        _fill(store)
        store.backup(target)
    return 0


def _fill(store: DraftStore) -> None:
    file = sample_file()
    draft = store.add(file)
    shorter = replace(file, plan=changed(file.plan, potentials=file.plan.potentials[:1]))
    store.points.add(draft, "named", "Fassung Kreistag")
    store.save(draft, shorter)
    signatory = Signatory(name="Erika Muster", role="Geschäftsführung")
    release = Release(
        version=1, seal="0" * 64, signatories=(signatory,), place="Talbrück", date="2022-11-10"
    )
    store.add_release(draft, replace(shorter, release=release), b"%PDF-1.7 sample")
    submission = store.submissions.begin(
        draft, Planned(1, "0" * 64, "LPD_2023_v1.pdf", "1" * 64, "Ministerium", "mail", "Paket")
    )
    store.submissions.record(submission, store.load(draft))
    store.submissions.add_paper(submission, "acknowledgement", "Eingang.eml", b"Subject: sample")
    store.submissions.correct(submission, WayNote("upload", "Erika Muster", "Leitung"))
    store.submissions.words.keep(draft, "{}")
    store.trash(store.add(file))


if __name__ == "__main__":
    sys.exit(main())
