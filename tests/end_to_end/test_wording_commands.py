"""`lpd count`, `lpd find`, `lpd replace` and `lpd typo`."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace as changed

from lpd_desktop.editing.replacing import with_changes
from lpd_desktop.plan.addresses import Address, blocks_at, with_blocks
from lpd_desktop.plan.file import load_lpd, save_lpd
from lpd_desktop.plan.rich_text import Paragraph, plain_text, text_run
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.runtime.resources import resource
from tests.end_to_end.conftest import Lpd

STAFF = Address("A.staff")
TEXT = "Kund*innen nach § 16i  erhalten 1.400.000 Euro, z. B. Kund*innen über 25."


def _with_staff(path: Path, text: str) -> Path:
    file = sample_file()
    blocks = (Paragraph("b1", (text_run(text),)),)
    plan = with_blocks(file.form, file.plan, STAFF, blocks)
    save_lpd(path, replace(file, plan=plan))
    return path


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return _with_staff(tmp_path / "plan.lpd", TEXT)


def _valid(name: str, content: Any) -> Any:
    schema = json.loads(resource(f"{name}.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(content)
    return content


def _staff(path: Path) -> str:
    file = load_lpd(path)
    (block,) = blocks_at(file.form, file.plan, STAFF)
    return plain_text(block.runs)


def test_one_answer_is_counted(lpd: Lpd, draft: Path) -> None:
    counted = _valid("count", lpd("count", draft, "A.staff", "--json").json)
    (field,) = counted["fields"]
    assert (counted["words"], field["words"], field["where"]) == (10, 10, "A.staff")
    assert 0 < counted["pages"] < 0.2
    assert counted["document_pages"] > 5


def test_all_answers_are_counted_and_a_part_is_what_lies_below_it(lpd: Lpd, draft: Path) -> None:
    whole = lpd("count", draft, "--json").json
    topics = lpd("count", draft, "B.topics", "--json").json
    assert whole["words"] == sum(each["words"] for each in whole["fields"])
    assert 0 < topics["words"] < whole["words"]
    assert all(each["where"].startswith("B.topics/") for each in topics["fields"])
    said = lpd("count", draft)
    assert "A Personal: 10 Wörter" in said.out
    assert "Seiten." in said.err


def test_an_address_without_text_is_told(lpd: Lpd, draft: Path) -> None:
    outcome = lpd("count", draft, "B.topic")
    assert (outcome.status, outcome.out) == (2, "")
    assert "gibt es keinen Text" in outcome.err


def test_words_are_found_with_address_and_place(lpd: Lpd, draft: Path) -> None:
    found = _valid("find", lpd("find", "kund*INNEN", draft, "--json").json)
    mine = [each for each in found if each["where"] == "A.staff#b1"]
    assert [(each["start"], each["end"], each["words"]) for each in mine] == [
        (0, 10, "Kund*innen"),
        (54, 64, "Kund*innen"),
    ]
    assert lpd("find", "kund*INNEN", draft, "--json", "--case").json == []
    assert lpd("find", "kund", draft, "--json", "--words").json == []
    said = lpd("find", "1.400.000", draft)
    assert "[1.400.000]" in said.out
    assert said.err.endswith(" Stellen.\n")


def test_nobody_looks_for_nothing(lpd: Lpd, draft: Path) -> None:
    assert lpd("find", "", draft).status == 2


def test_words_are_replaced_into_another_file(lpd: Lpd, draft: Path, tmp_path: Path) -> None:
    before, goal = draft.read_bytes(), tmp_path / "neu.lpd"
    outcome = lpd("replace", "Kund*innen", "Menschen", draft, "-o", goal, "--json")
    changes = _valid("replace", outcome.json)
    assert [each["new"] for each in changes if each["where"] == "A.staff#b1"] == ["Menschen"] * 2
    assert _staff(goal).count("Menschen") == 2
    assert draft.read_bytes() == before


def test_a_trial_writes_nothing(lpd: Lpd, draft: Path, tmp_path: Path) -> None:
    outcome = lpd("replace", "Kund*innen", "Menschen", draft, "--dry-run")
    assert "[Kund*innen → Menschen]" in outcome.out
    assert "nichts geschrieben" in outcome.err
    assert list(tmp_path.iterdir()) == [draft]


def test_a_target_is_asked_for_and_is_not_the_source(lpd: Lpd, draft: Path) -> None:
    for words in (("replace", "a", "b"), ("typo", "--fix")):
        assert lpd(*words, draft).status == 2
        assert lpd(*words, draft, "-o", draft).status == 2
    assert lpd("typo", draft, "-o", "x.lpd").status == 2


def test_slips_are_told_and_mended_and_a_second_run_finds_none(
    lpd: Lpd, draft: Path, tmp_path: Path
) -> None:
    told = lpd("typo", draft)
    assert "[· → ]erhalten" in told.out
    assert "[· → °]16i" in told.out
    slips = _valid("typo", lpd("typo", draft, "--json").json)
    mine = [each for each in slips if each["where"] == "A.staff#b1"]
    assert [each["reason"] for each in mine] == [
        "kein festes Leerzeichen",
        "mehrere Leerzeichen",
        "kein festes Leerzeichen",
        "kein festes Leerzeichen",
    ]
    goal = tmp_path / "neu.lpd"
    assert lpd("typo", draft, "--fix", "--dry-run").out == told.out
    assert not goal.exists()
    assert lpd("typo", draft, "--fix", "-o", goal).status == 0
    assert _staff(goal) == TEXT.replace("  ", " ").replace("§ ", "§\u00a0").replace(
        "z. B.", "z.\u00a0B."
    ).replace("000 E", "000\u00a0E")
    assert lpd("typo", goal, "--json").json == []


def test_an_approved_plan_is_searched_and_not_changed(
    lpd: Lpd, draft: Path, tmp_path: Path
) -> None:
    file = load_lpd(draft)
    fixed = tmp_path / "fest.lpd"
    save_lpd(fixed, replace(file, work=changed(file.work, state="approved")))
    assert lpd("find", "Kund*innen", fixed).status == 0
    outcome = lpd("replace", "Kund*innen", "x", fixed, "-o", tmp_path / "neu.lpd")
    assert outcome.status == 1
    assert "nur ein Entwurf" in outcome.err
    assert not (tmp_path / "neu.lpd").exists()


@pytest.mark.parametrize("words", [("replace", "Kund*innen", "Menschen"), ("typo", "--fix")])
def test_the_source_itself_is_changed_where_that_is_wanted(
    lpd: Lpd, draft: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    before, beside = draft.read_bytes(), tmp_path / "daneben.lpd"
    command = (words[0], *words[1:], draft)
    refused = lpd(*command, "-o", draft)
    assert (refused.status, draft.read_bytes()) == (2, before)
    assert "--replace" in refused.err
    assert lpd(*command, "-o", draft, "--replace", "--dry-run").status == 0
    assert draft.read_bytes() == before
    assert lpd(*command, "-o", beside).status == 0
    assert lpd(*command, "-o", draft, "--replace").status == 0
    assert load_lpd(draft).plan == load_lpd(beside).plan


def test_a_source_that_was_saved_meanwhile_is_not_replaced(
    lpd: Lpd, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def saved_meanwhile(*given: object) -> object:
        draft.write_bytes(draft.read_bytes() + b"\n")
        return with_changes(*given)

    monkeypatch.setattr("lpd_desktop.commands.wording.with_changes", saved_meanwhile)
    refused = lpd("replace", "Kund*innen", "Menschen", draft, "-o", draft, "--replace")
    assert refused.status != 0
    assert "ist die Quelle selbst" not in refused.err
    assert "Kund*innen" in _staff(draft)
