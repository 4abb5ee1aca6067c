"""An approved short plan with its PDF, as a draft of the store."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lpd_desktop.pdf.rendering import render_plan
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release.approval import Approval, approve
from lpd_desktop.release.states import Actor, move
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.submission_entries import Planned
from tests.short_plan import short_plan

APPROVAL = Approval(
    (Signatory(name="Dr. Erika Muster", role="Landrätin"),),
    "Talbrück",
    "2022-11-08",
    "2022-11-08T09:30:00Z",
)


@cache
def approved_plan() -> tuple[LpdFile, bytes]:
    """The plan and its document, made once."""
    file = approve(short_plan(), APPROVAL)
    return file, render_plan(file, draft=False).data


def stored_approval(data_folder: Path) -> str:
    """Puts it into a store; returns the id of the draft."""
    file, pdf = approved_plan()
    with DraftStore.open(data_folder) as store:
        draft = store.add(file)
        store.save_release(draft, file, pdf)
        return draft


ACTOR = Actor("Paula Planerin", "Sachbearbeitung")


def recorded_submission(data_folder: Path, folder: str = "") -> str:
    """A submitted plan with an acknowledgement; returns the id of its draft."""
    draft = stored_approval(data_folder)
    with DraftStore.open(data_folder) as store:
        file = store.load(draft)
        assert file.release is not None
        name = "LPD_2023_Kreis_Talbrueck_v1.pdf"
        planned = Planned(
            file.release.version, file.release.seal, name, "a" * 64, "MAGS", folder=folder
        )
        submission = store.submissions.begin(draft, planned)
        store.submissions.written(submission)
        final = move(file, "submitted", ACTOR, "2022-11-08T10:00:00Z")
        store.submissions.record(submission, final)
        store.submissions.add_paper(
            submission, "acknowledgement", "Eingang.pdf", b"%PDF-1.7 received"
        )
    return draft
