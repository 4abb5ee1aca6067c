"""Commands that change the same file at once: whatever one of them calls done is in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from lpd_desktop.check.spelling.word_lists import personal_list, read_words
from lpd_desktop.editing.office_settings import office_settings
from lpd_desktop.plan.file import load_lpd
from lpd_desktop.plan.remark import shown_remarks
from lpd_desktop.plan.remark_file import read_remarks
from lpd_desktop.release.verification import verify
from tests.end_to_end.at_once import AtOnce
from tests.extent import examples

ROUNDS = examples(1, 10)
SIGNED = ("--role", "Leitung", "--place", "Talbrück", "--date", "2022-11-08")


def remark(path: Path, number: int, *more: object) -> tuple[object, ...]:
    words = ("--at", "A.staff", "--text", f"Bemerkung {number}", "--name", f"P{number}")
    return ("remarks", "add", path, *words, *more)


@pytest.mark.parametrize("ending", ["lpd", "lpd-remarks"])
def test_every_remark_that_is_called_kept_is_kept(
    plan: Path, tmp_path: Path, at_once: AtOnce, ending: str
) -> None:
    target = tmp_path / f"ziel.{ending}"
    if ending == "lpd":
        plan.rename(target)
        calls = [remark(target, number) for number in range(8)]
    else:
        calls = [remark(plan, number, "-o", target) for number in range(8)]
    done = at_once(*calls)
    assert [each.status for each in done] == [0] * 8, [each.err for each in done]
    data = target.read_bytes()
    remarks = load_lpd(target).work.remarks if ending == "lpd" else read_remarks(data).remarks
    assert {each.text for each in shown_remarks(remarks)} >= {f"Bemerkung {n}" for n in range(8)}
    assert {each.name for each in tmp_path.iterdir()} <= {target.name, plan.name}


def test_of_several_approvals_one_counts_and_has_the_only_document(
    plan: Path, tmp_path: Path, at_once: AtOnce
) -> None:
    for number in range(ROUNDS):
        home = tmp_path / str(number)
        home.mkdir()
        path = home / "plan.lpd"
        path.write_bytes(plan.read_bytes())
        calls = [
            ("sign-off", path, "--name", f"N{n}", *SIGNED, "-o", home / f"{n}.pdf")
            for n in range(4)
        ]
        done = at_once(*calls, remark(path, 1))
        assert sorted(each.status for each in done) == [0, 0, 1, 1, 1]
        (winner,) = [n for n, each in enumerate(done[:4]) if each.status == 0]
        file = load_lpd(path)
        assert file.release is not None
        assert file.release.signatories[0].name == f"N{winner}"
        assert "Bemerkung 1" in {each.text for each in file.work.remarks}
        assert {each.name for each in home.iterdir()} == {"plan.lpd", f"{winner}.pdf"}
        assert verify((home / f"{winner}.pdf").read_bytes()).is_sound
        assert all(len(each.err.splitlines()) == 1 for each in done if each.status)


def test_of_several_hand_overs_one_is_recorded(plan: Path, tmp_path: Path, at_once: AtOnce) -> None:
    signed = ("--name", "Eva", *SIGNED)
    calls = [("submit", plan, *signed, "-o", tmp_path / f"paket-{n}") for n in range(4)]
    done = at_once(*calls)
    assert sorted(each.status for each in done) == [0, 1, 1, 1], [each.err for each in done]
    assert sum(each.event == "submitted" for each in load_lpd(plan).work.log) == 1
    assert len([each for each in tmp_path.iterdir() if each.name.startswith("paket")]) == 1


def test_settings_and_words_of_several_calls_are_all_kept(tmp_path: Path, at_once: AtOnce) -> None:
    data = tmp_path / "daten"
    words = [f"Talbrück{letter}" for letter in "abcdef"]
    settings = {"own_name": "Eva Muster", "own_role": "Leitung", "recipient_name": "MAGS"}
    done = at_once(
        *(("--data", data, "dict", "add", word) for word in words),
        *(("--data", data, "settings", "set", k, v) for k, v in settings.items()),
    )
    assert [each.status for each in done] == [0] * 9, [each.err for each in done]
    assert set(read_words(personal_list(data))) == set(words)
    kept = office_settings(data)
    assert {key: getattr(kept, key) for key in settings} == settings
    assert {each.name for each in data.iterdir()} == {"personal_words.txt", "office.json"}
