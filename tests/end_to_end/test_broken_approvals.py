"""A plan that was changed after its approval is told so by every command, and leads nowhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile, read_lpd, save_lpd
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release.approval import Approval
from lpd_desktop.release.sign_off import SignedOff, sign_off
from lpd_desktop.release.states import Actor, move
from lpd_desktop.store.draft_store import DraftStore
from tests.unit.release import tamperings

APPROVAL = Approval((Signatory(name="A. Probe", role="Leitung"),), "Talbrück", "2022-11-10")
NOT_VALID = "Achtung: Diese Freigabe gilt nicht."
WHO = ("--name", "B. Muster", "--role", "Planung")


@pytest.fixture(scope="module")
def signed() -> SignedOff:
    return sign_off(sample_file(), APPROVAL)


def altered(file: LpdFile) -> LpdFile:
    return replace(file, plan=changed(file.plan, as_of="2022-01-01"))


def test_a_plan_out_of_a_pdf_with_changed_data_is_written_and_told(
    lpd, signed: SignedOff, tmp_path: Path
) -> None:
    pdf, target = tmp_path / "o.pdf", tmp_path / "daraus.lpd"
    pdf.write_bytes(tamperings.with_other_text(signed.pdf, resealed=False))
    outcome = lpd("extract", pdf, "-o", target)
    assert outcome.status == 1
    assert NOT_VALID in outcome.err
    assert "nehmen Sie die Freigabe zurück" in outcome.err
    assert read_lpd(target.read_bytes()).release is not None


def test_a_draft_with_a_broken_seal_is_taken_and_told(
    lpd, signed: SignedOff, tmp_path: Path
) -> None:
    path = tmp_path / "plan.lpd"
    save_lpd(path, altered(signed.file))
    for _ in range(2):
        outcome = lpd("--data", tmp_path / "data", "drafts", "add", path)
        assert (outcome.status, NOT_VALID in outcome.err) == (1, True)
    whole = tmp_path / "ganz.lpd"
    save_lpd(whole, signed.file)
    assert lpd("--data", tmp_path / "other", "drafts", "add", whole).status == 0


@pytest.mark.parametrize(
    "call",
    [
        ("export", "FILE", "-o", "OUT.pdf"),
        ("submit", "FILE", "-o", "OUT", *WHO),
        ("state", "FILE", "--to", "returned", *WHO),
        ("sign-off", "FILE", "-o", "OUT.pdf", *WHO, "--place", "Talbrück"),
    ],
)
def test_no_command_goes_on_from_a_state_that_the_log_contradicts(
    lpd, signed: SignedOff, tmp_path: Path, call: tuple[str, ...]
) -> None:
    state = "draft" if call[0] == "sign-off" else "submitted"
    path = tmp_path / "plan.lpd"
    save_lpd(path, replace(signed.file, work=changed(signed.file.work, state=state)))
    before = path.read_bytes()
    names = {"FILE": path, "OUT.pdf": tmp_path / "out.pdf", "OUT": tmp_path / "out"}
    outcome = lpd(*(names.get(each, each) for each in call))
    assert outcome.status not in (0, 3)
    assert "freigegebenen PDF" in outcome.err
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["plan.lpd"]


def test_a_log_that_was_lost_with_a_later_version_is_told(
    lpd, signed: SignedOff, tmp_path: Path
) -> None:
    file = signed.file
    for state in ("submitted", "returned", "draft"):
        file = move(file, state, Actor("B. Muster", "Planung"), "2022-11-11T08:00:00Z")
    path = tmp_path / "zwei.lpd"
    save_lpd(path, replace(file, work=changed(file.work, log=())))
    outcome = lpd("log", path, "--verify")
    assert (outcome.status, "ersetzte Fassung" in outcome.err) == (1, True)
    assert lpd("verify", path).status == 1


def test_an_empty_log_is_told_for_what_it_is(
    lpd, plan: Path, signed: SignedOff, tmp_path: Path
) -> None:
    assert "bisher nur Entwurf" in lpd("log", plan, "--verify").err
    pdf = tmp_path / "o.pdf"
    pdf.write_bytes(signed.pdf)
    assert "stammt aus einem PDF" in lpd("log", pdf, "--verify").err


def test_a_pdf_is_not_blamed_for_the_draft_that_was_changed(
    lpd, signed: SignedOff, tmp_path: Path
) -> None:
    data, pdf = tmp_path / "data", tmp_path / "o.pdf"
    pdf.write_bytes(signed.pdf)
    data.mkdir()
    with DraftStore.open(data) as store:
        draft = store.add(altered(signed.file))
    outcome = lpd("--data", data, "submissions", "record", pdf, *WHO)
    assert outcome.status != 0
    assert f"am Entwurf {draft}" in outcome.err
    assert lpd("--data", data, "drafts", "trash", draft).status == 0
    assert lpd("--data", data, "submissions", "record", pdf, *WHO).status == 0
