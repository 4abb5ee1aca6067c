"""No command replaces a file of somebody else unasked; a table of all that write one."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from lpd_desktop import cli
from lpd_desktop.plan.file import save_lpd
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.submission_entries import Planned
from tests.end_to_end.command_line import run_lpd
from tests.end_to_end.conftest import Lpd

SIGNED = ("--name", "A", "--role", "B", "--place", "C", "--date", "2022-11-10")
STRANGE = b"%PDF-1.7 something of somebody"

OUTPUTS = {
    "new": ("lpd", ("new", "--jobcenter", "Coesfeld", "--year", "2023")),
    "import": ("lpd", ("import", "{text}", "--jobcenter", "Coesfeld", "--year", "2023")),
    "import a plan": ("lpd", ("import", "{plan}")),
    "import an answer": ("lpd", ("import", "{text}", "--into", "{plan}", "--only", "A.staff")),
    "look": ("lpd", ("look", "{plan}", "--color", "#7a1f2b")),
    "replace": ("lpd", ("replace", "der", "die", "{plan}")),
    "typo": ("lpd", ("typo", "{plan}", "--fix")),
    "extract": ("lpd", ("extract", "{plan}")),
    "extract as PDF": ("pdf", ("extract", "{plan}")),
    "export": ("pdf", ("export", "{plan}", "--draft")),
    "export a budget": ("xlsx", ("export", "{plan}")),
    "diff": ("pdf", ("diff", "{plan}", "{plan}")),
    "sign-off": ("pdf", ("sign-off", "{plan}", *SIGNED)),
    "form derive": ("toml", ("form", "derive", "--year", "2030")),
    "form template": ("xlsx", ("form", "template")),
    "remarks export": ("pdf", ("remarks", "export", "{plan}")),
    "remarks export, small": ("lpd-remarks", ("remarks", "export", "{plan}")),
    "drafts take": ("lpd", ("drafts", "take", "{draft}")),
    "drafts take, in part": ("lpd", ("drafts", "take", "{draft}", "--partial")),
    "drafts backup": ("db", ("drafts", "backup")),
    "take-paper": ("pdf", ("submissions", "take-paper", "{paper}")),
}
"""The ending of the target and the call, of every command that writes a file."""

FOLDERS = {"submit", "submissions package", "submissions again", "demo"}
BESIDE = {f"remarks {verb}" for verb in ("add", "change", "answer", "resolve", "reopen", "delete")}
"""Folders have rules of their own; these others go on with what they find, or refuse it."""


@pytest.fixture
def words(lpd: Lpd, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What stands for the braces of a call."""
    data = tmp_path / "daten"
    monkeypatch.setenv("LPD_DATA", str(data))
    text = tmp_path / "text.md"
    text.write_text("Ein Text.\n", "utf-8")
    draft = lpd("drafts", "add", plan).out.strip()
    with DraftStore.open(data) as store:
        entry = store.submissions.begin(draft, Planned(1, "a" * 64, "LPD.pdf", "b" * 64, "MAGS"))
        paper = store.submissions.add_paper(entry, "other", "brief.pdf", b"%PDF-1.7 scan")
    return {"plan": str(plan), "text": str(text), "draft": draft, "paper": paper.id}


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a target may hold: neither belongs to the plan of the call."""
    path = tmp_path_factory.mktemp("others") / "anderer.lpd"
    file = sample_file()
    save_lpd(path, type(file)(file.form, changed(file.plan, id="another"), file.work))
    found = {"somebody else's": STRANGE, "a plan": path.read_bytes()}
    document = path.with_suffix(".pdf")
    with pytest.MonkeyPatch.context() as patch:
        assert run_lpd(patch, "sign-off", path, *SIGNED, "-o", document).status == 0
    return found | {"a document": document.read_bytes()}


@pytest.mark.parametrize("what", OUTPUTS)
@pytest.mark.parametrize("there", ["somebody else's", "a plan", "a document"])
def test_no_command_replaces_another_file_unasked(
    lpd: Lpd,
    plan: Path,
    words: dict[str, str],
    others: dict[str, bytes],
    tmp_path: Path,
    what: str,
    there: str,
) -> None:
    ending, call = OUTPUTS[what]
    target = tmp_path / f"ziel.{ending}"
    target.write_bytes(others[there])
    before, source = target.read_bytes(), plan.read_bytes()
    command = [word.format(**words) for word in call]
    refused = lpd(*command, "-o", target)
    assert refused.status == 2 or (what == "drafts take" and refused.status == 1), refused.err
    assert (target.read_bytes(), plan.read_bytes()) == (before, source)
    assert refused.err.count("\n") == 1
    assert "replace" in refused.err
    assert lpd(*command, "-o", target, "--replace").status in (0, 1)
    assert target.read_bytes() != before


def test_every_command_with_a_target_is_in_the_table() -> None:
    named = {" ".join(_verbs_of(call)) for _ending, call in OUTPUTS.values()}
    assert set(_with_output(cli.parser())) == named | FOLDERS | BESIDE


def _verbs_of(call: tuple[str, ...]) -> tuple[str, ...]:
    return call[:2] if call[0] in ("form", "remarks", "drafts", "submissions") else call[:1]


def _with_output(parser: argparse.ArgumentParser, verb: str = "") -> Iterator[str]:
    for action in parser._actions:
        if "--output" in action.option_strings:
            yield verb
        if isinstance(action, argparse._SubParsersAction):
            for name, nested in action.choices.items():
                yield from _with_output(nested, f"{verb} {name}".strip())
