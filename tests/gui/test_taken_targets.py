"""What the window writes as PDF replaces nothing that would be lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lpd_desktop.editing.file_targets import TargetTakenError
from lpd_desktop.gui.comparing.changes_as_pdf import SaveChanges
from lpd_desktop.gui.drafts import Drafts
from lpd_desktop.gui.pdf_export.blank_form import WriteBlankForm
from lpd_desktop.gui.plan_jobs import Approved, KeepRelease, RenderTo
from lpd_desktop.gui.remarks.remark_work import WriteList
from lpd_desktop.pdf.changes.compared_state import ComparedState
from lpd_desktop.pdf.edition import DRAFT, FINAL, PUBLISHING
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release.approval import Approval
from lpd_desktop.release.sign_off import SignedOff, sign_off
from lpd_desktop.release.states import Actor, move
from lpd_desktop.runtime.progress import Progress

TIME = "2022-11-09T08:00:00Z"
APPROVAL = Approval((Signatory(name="A", role="B"),), "C", "2022-11-08", TIME)


@pytest.fixture(scope="module")
def first() -> SignedOff:
    return sign_off(sample_file(), APPROVAL)


@pytest.fixture
def target(tmp_path: Path, first: SignedOff) -> Path:
    """The document of version 1."""
    path = tmp_path / "plan.pdf"
    path.write_bytes(first.pdf)
    return path


def test_every_document_of_the_window_keeps_one_that_is_not_its_own(
    target: Path, first: SignedOff, tmp_path: Path
) -> None:
    states = (ComparedState(sample_file(), "alt"), ComparedState(first.file, "neu"))
    for work in (
        RenderTo(sample_file(), target, DRAFT),
        RenderTo(first.file, target, PUBLISHING),
        SaveChanges(lambda: states, target),
        WriteBlankForm(2023, None, tmp_path / "forms", target),
        WriteList(sample_file(), target, ".pdf", only_open=False),
    ):
        with pytest.raises(TargetTakenError, match="anderen Namen"):
            work(Progress())
        assert target.read_bytes() == first.pdf
    assert RenderTo(first.file, target, FINAL)(Progress()) == target


def test_an_approval_over_the_document_of_a_submitted_version_leaves_a_draft(
    target: Path, first: SignedOff
) -> None:
    file = first.file
    for state in ("submitted", "returned", "draft"):
        file = move(file, state, Actor("A", "B"), TIME)
    second = sign_off(file, replace(APPROVAL, date="2022-11-09"))
    drafts = NoDrafts()
    work = KeepRelease(Approved(file, second, target), "draft", drafts, lambda _seconds: True)
    with pytest.raises(TargetTakenError, match="eingereichten Fassung 1"):
        work(Progress())
    assert target.read_bytes() == first.pdf
    assert {each.name for each in target.parent.iterdir()} == {target.name}


class NoDrafts(Drafts):
    """Refuses to store anything."""

    def __init__(self) -> None:
        pass

    def keep_release(self, *_arguments) -> None:
        pytest.fail("the release was stored")
