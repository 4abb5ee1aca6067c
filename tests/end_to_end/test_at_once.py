"""Two calls that hand the same plan over at once: one package, one entry, one line in the log."""

from __future__ import annotations

from pathlib import Path

import pytest

from lpd_desktop.plan.file import load_lpd, read_lpd
from lpd_desktop.release.approval import SUBMITTED
from lpd_desktop.store.draft_store import DraftStore
from tests.end_to_end.at_once import AtOnce
from tests.extent import examples

ROUNDS = examples(2, 20)


def names_in(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


@pytest.mark.parametrize("places", [("eins", "eins"), ("eins", "zwei")])
def test_a_plan_that_is_submitted_twice_at_once_is_submitted_once(
    signed: tuple[bytes, bytes], tmp_path: Path, at_once: AtOnce, places: tuple[str, str]
) -> None:
    for number in range(ROUNDS):
        home = tmp_path / str(number)
        home.mkdir()
        path = home / "plan.lpd"
        path.write_bytes(signed[0])
        done = at_once(*(("submit", path, "-o", home / place) for place in places))
        final = load_lpd(path)
        submitted = [each for each in final.work.log if each.event == SUBMITTED]
        assert (final.work.state, len(submitted)) == ("submitted", 1)
        (first,) = [each for each in done if "hält fest: eingereicht" in each.err]
        (other,) = [each for each in done if each is not first]
        if other.status:
            assert len(other.err.splitlines()) == 1
            assert len(names_in(home)) == 2
        else:
            assert "hielt die Einreichung schon fest" in other.err


def test_a_draft_recorded_twice_at_once_stands_in_the_register_once(
    signed: tuple[bytes, bytes], tmp_path: Path, at_once: AtOnce
) -> None:
    for number in range(ROUNDS):
        data = tmp_path / f"daten-{number}"
        with DraftStore.open(data) as store:
            draft = store.add(read_lpd(signed[0]))
        call = ("--data", data, "submissions", "record", draft, "--way", "upload")
        done = at_once(call, call)
        with DraftStore.open(data) as store:
            (entry,) = store.submissions.list()
            final = store.load(draft)
        assert entry.step == "recorded"
        assert sum(each.event == SUBMITTED for each in final.work.log) == 1
        assert all(each.status == 0 or len(each.err.splitlines()) == 1 for each in done)


def test_a_draft_packed_twice_at_once_has_one_hand_over_that_goes_on(
    signed: tuple[bytes, bytes], tmp_path: Path, at_once: AtOnce
) -> None:
    for number in range(ROUNDS):
        data = tmp_path / f"daten-{number}"
        with DraftStore.open(data) as store:
            draft = store.add(read_lpd(signed[0]))
        folder = tmp_path / f"paket-{number}"
        call = ("--data", data, "submissions", "package", draft, "-o", folder)
        done = at_once(call, call)
        with DraftStore.open(data) as store:
            (entry,) = store.submissions.list()
        assert entry.step == "written"
        assert any(each.status == 0 for each in done)
        assert all(each.status == 0 or "übergeben" in each.err for each in done)
        assert names_in(folder) >= {entry.planned.file_name}
