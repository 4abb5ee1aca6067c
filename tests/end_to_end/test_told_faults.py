"""An approved plan that was changed afterwards is told by every command that reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.end_to_end.conftest import Lpd


@pytest.fixture
def changed_after(approved: Path, plan: Path) -> Path:
    """One word of an approved plan is another."""
    data = plan.read_bytes()
    assert data.count(b"Kreistag")
    plan.write_bytes(data.replace(b"Kreistag", b"Kreistak", 1))
    return plan


@pytest.mark.parametrize("command", ["log", "check"])
def test_an_approval_that_does_not_count_is_told(
    lpd: Lpd, changed_after: Path, command: str
) -> None:
    told = lpd(command, changed_after)
    assert told.status == 1
    assert "Siegel" in told.err
    assert "nehmen Sie" in told.err


def test_a_final_document_of_it_is_refused_with_the_way_out(
    lpd: Lpd, changed_after: Path, tmp_path: Path
) -> None:
    told = lpd("export", changed_after, "-o", tmp_path / "neu.pdf")
    assert told.status != 0
    assert "nehmen Sie die Freigabe zurück" in told.err
    assert not (tmp_path / "neu.pdf").exists()


def test_what_is_there_already_is_not_said_to_be_impossible(
    lpd: Lpd, approved: Path, plan: Path
) -> None:
    assert "Das Dokument ist schon freigegeben." in lpd("state", plan).out
