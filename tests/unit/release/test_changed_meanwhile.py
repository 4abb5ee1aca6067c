"""A plan that somebody else saves while a command is at work: nothing is written over it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.plan.changing import changing
from lpd_desktop.plan.file import LpdFile, load_lpd, save_lpd
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release.approval import Approval
from lpd_desktop.release.file_submission import Wanted, freeze, hand_over_file
from lpd_desktop.release.hand_over_texts import HandOverTexts
from lpd_desktop.release.sign_off import sign_off, write_signed_off
from lpd_desktop.runtime.unchanged import ChangedMeanwhileError, write_over
from tests.short_plan import short_plan

APPROVAL = Approval((Signatory(name="A", role="B"),), "C", "2022-11-08", "2022-11-08T08:00:00Z")


def renamed(file: LpdFile) -> LpdFile:
    jobcenter = changed(file.plan.jobcenter, name="Anderswo")
    return replace(file, plan=changed(file.plan, jobcenter=jobcenter))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "plan.lpd"
    save_lpd(target, short_plan())
    return target


def write_other(path: Path) -> None:
    save_lpd(path, renamed(short_plan()))


CHANGES: dict[str, Callable[[Path], None]] = {
    "written": write_other,
    "gone": Path.unlink,
    "emptied": lambda path: path.write_bytes(b"") and None,
}


@pytest.mark.parametrize("what", CHANGES)
def test_only_what_was_read_is_replaced(path: Path, what: str) -> None:
    with changing(path) as plan:
        CHANGES[what](path)
        before = path.read_bytes() if path.exists() else None
        with pytest.raises(ChangedMeanwhileError, match="inzwischen von anderer Stelle"):
            plan.save(renamed(plan.file))
    assert (path.read_bytes() if path.exists() else None) == before
    assert {each.name for each in path.parent.iterdir()} <= {path.name}


def test_a_plan_is_saved_once_with_what_was_read(path: Path) -> None:
    with changing(path) as plan:
        plan.save(renamed(plan.file))
        with pytest.raises(ChangedMeanwhileError):
            plan.save(plan.file)
    assert load_lpd(path).plan.jobcenter.name == "Anderswo"


@pytest.mark.parametrize("there", [None, b"%PDF-1.7 older"])
def test_an_approval_that_loses_leaves_neither_document_nor_state(
    path: Path, there: bytes | None
) -> None:
    pdf = path.with_name("plan.pdf")
    if there is not None:
        pdf.write_bytes(there)
    with changing(path) as plan:
        result = sign_off(plan.file, APPROVAL)
        write_other(path)
        with pytest.raises(ChangedMeanwhileError):
            write_signed_off(result, pdf, plan.save)
    file = load_lpd(path)
    assert (file.work.state, file.plan.jobcenter.name) == ("draft", "Anderswo")
    assert (pdf.read_bytes() if pdf.exists() else None) == there


def test_a_hand_over_that_loses_takes_its_package_back_and_keeps_what_is_there(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lpd_desktop.release import file_submission

    frozen = freeze(path, Wanted(HandOverTexts(), "2022-11-09T08:00:00Z", approval=APPROVAL))
    folder, write = path.with_name("paket"), file_submission.write_package

    def interfering(*arguments: object) -> object:
        written = write(*arguments)  # type: ignore[arg-type]
        write_other(path)
        return written

    monkeypatch.setattr(file_submission, "write_package", interfering)
    with pytest.raises(ChangedMeanwhileError):
        hand_over_file(path, frozen, folder)
    assert load_lpd(path).plan.jobcenter.name == "Anderswo"
    assert {each.name for each in path.parent.iterdir()} == {path.name}


def test_what_was_not_there_is_made_only_where_nothing_is(tmp_path: Path) -> None:
    target = tmp_path / "neu"
    write_over(target, b"one", None)
    with pytest.raises(ChangedMeanwhileError):
        write_over(target, b"two", None)
    write_over(target, b"two", b"one")
    assert target.read_bytes() == b"two"
