"""`lpd drafts status`, and `take` that never overwrites what the draft does not know."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from msgspec.structs import replace as changed

from lpd_desktop.plan.file import load_lpd, save_lpd
from lpd_desktop.runtime.resources import resource
from lpd_desktop.store.draft_store import DraftStore
from tests.end_to_end.command_line import Outcome, run_lpd


@pytest.fixture
def lpd(monkeypatch: pytest.MonkeyPatch):
    def run(*arguments: object) -> Outcome:
        return run_lpd(monkeypatch, "drafts", *arguments)

    return run


@pytest.fixture
def draft(lpd, plan: Path) -> str:
    return lpd("add", plan).out.strip()


def write_on(folder: Path, draft: str, day: str) -> None:
    with DraftStore.open(folder) as store:
        file = store.load(draft)
        store.save(draft, replace(file, plan=changed(file.plan, as_of=day)))


def change(path: Path, day: str) -> None:
    file = load_lpd(path)
    save_lpd(path, replace(file, plan=changed(file.plan, as_of=day)))


def standing(lpd, draft: str) -> tuple[int, str]:
    told = lpd("status", draft, "--json")
    content = json.loads(told.out)
    jsonschema.validate(content, json.loads(resource("drafts-status.schema.json").read_text()))
    return told.status, content[0]["standing"]


def test_status_says_which_is_newer_and_status_one_asks_for_a_decision(
    lpd, plan: Path, draft: str, isolated_data_folder: Path
) -> None:
    assert standing(lpd, draft) == (0, "same")
    write_on(isolated_data_folder, draft, "2022-11-05")
    assert standing(lpd, draft) == (0, "older")
    assert lpd("take", draft, "-o", plan).status == 0
    assert standing(lpd, draft) == (0, "same")
    change(plan, "2022-11-06")
    assert standing(lpd, draft) == (1, "newer")
    write_on(isolated_data_folder, draft, "2022-11-07")
    told = lpd("status")
    assert told.status == 1
    assert "beide geändert" in told.out
    assert "1 Datei braucht eine Entscheidung" in told.err
    plan.unlink()
    assert standing(lpd, draft) == (1, "gone")


def test_take_refuses_a_file_that_holds_something_else_until_it_is_told_to_replace(
    lpd, plan: Path, draft: str, isolated_data_folder: Path
) -> None:
    write_on(isolated_data_folder, draft, "2022-11-05")
    change(plan, "2022-11-06")
    before = plan.read_bytes()
    refused = lpd("take", draft, "-o", plan)
    assert (refused.status, refused.out) == (1, "")
    assert "--replace" in refused.err
    assert plan.read_bytes() == before
    assert lpd("take", draft, "-o", plan, "--replace").status == 0
    assert load_lpd(plan).plan.as_of == "2022-11-05"
    returned = plan.with_name("von gestern.lpd")
    returned.write_bytes(before)
    added = lpd("add", returned)
    assert f"früherer Stand des Entwurfs {draft}" in added.err


def test_a_draft_without_a_file_has_none_and_an_unknown_one_is_refused(lpd, plan: Path) -> None:
    assert lpd("status", "no-such-draft").status == 2
    with_draft = lpd("status")
    assert (with_draft.status, with_draft.out) == (0, "")
