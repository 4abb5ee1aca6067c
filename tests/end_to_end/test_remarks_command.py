"""`lpd remarks`: a reviewer with the PDF alone, a planner with the plan, and the way between."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace as changed

from lpd_desktop.pdf.rendering import render_plan
from lpd_desktop.plan.file import LpdFile, load_lpd, save_lpd, seal_digest
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import Signatory, State
from lpd_desktop.release.approval import Approval, approve
from lpd_desktop.runtime.resources import resource
from tests.end_to_end.conftest import Lpd

EVA = ("--name", "Eva Muster", "--role", "Fachaufsicht", "--ministry")
JAN = ("--name", "Jan Beispiel")
BUDGET = "A.budget#b1"


def unremarked() -> LpdFile:
    file = sample_file()
    return replace(file, work=changed(file.work, remarks=()))


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """An approved plan without remarks."""
    approval = Approval((Signatory(name="A", role="B"),), "C", "2022-11-10")
    path = tmp_path / "plan.lpd"
    save_lpd(path, approve(unremarked(), approval))
    return path


@pytest.fixture
def pdf(plan: Path, tmp_path: Path) -> Path:
    path = tmp_path / "plan.pdf"
    path.write_bytes(render_plan(load_lpd(plan), draft=False).data)
    return path


def listed(lpd: Lpd, path: Path, *options: str) -> list[Any]:
    outcome = lpd("remarks", "list", path, "--json", *options)
    assert outcome.status == 0, outcome.err
    schema = json.loads(resource("remarks-list.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(outcome.json)
    return outcome.json


def add(lpd: Lpd, source: Path, text: str, *options: object) -> Any:
    return lpd("remarks", "add", source, "--at", BUDGET, "--text", text, *EVA, *options)


def test_remarks_on_a_pdf_come_back_answered_and_nothing_comes_twice(
    lpd: Lpd, plan: Path, pdf: Path, tmp_path: Path
) -> None:
    returned, answers = tmp_path / "mags.lpd-remarks", tmp_path / "antwort.lpd-remarks"
    for text in ("Quelle?", "Und der Stand?"):
        assert add(lpd, pdf, text, "-o", returned).status == 0
    assert [each["text"] for each in listed(lpd, returned)] == ["Quelle?", "Und der Stand?"]
    seal = seal_digest(load_lpd(plan))
    outcome = lpd("remarks", "take", plan, returned)
    assert "2 neue Anmerkungen, 0 neue Antworten, 0 geändert" in outcome.err
    assert "nichts Neues" in lpd("remarks", "take", plan, returned).err
    (first, _second) = listed(lpd, plan)
    assert (first["name"], first["kind"], first["place_status"]) == (
        "Eva Muster",
        "ministry",
        "found",
    )
    lpd("remarks", "answer", plan, "--id", first["id"][-8:], "--text", "Schreiben.", *JAN)
    lpd("remarks", "resolve", plan, "--id", first["id"], *JAN)
    assert lpd("remarks", "export", plan, "-o", answers).status == 0
    lpd("remarks", "answer", answers, "--id", first["id"], "--text", "Danke.", *EVA)
    assert (
        "0 neue Anmerkungen, 1 neue Antwort, 0 geändert"
        in lpd("remarks", "take", plan, answers).err
    )
    (done,) = [each for each in listed(lpd, plan) if not each["open"]]
    assert [reply["text"] for reply in done["replies"]] == ["Schreiben.", "Danke."]
    assert len(listed(lpd, plan, "--open")) == 1
    assert seal_digest(load_lpd(plan)) == seal
    assert lpd("verify", pdf).status == 0


@pytest.mark.parametrize("state", ["draft", "in_review", "submitted", "returned"])
def test_every_state_takes_remarks_and_stays_what_it_is(
    lpd: Lpd, tmp_path: Path, state: State
) -> None:
    path = tmp_path / "plan.lpd"
    file = unremarked()
    save_lpd(path, replace(file, work=changed(file.work, state=state)))
    assert add(lpd, path, "Bitte prüfen.").status == 0
    after = load_lpd(path)
    assert (after.work.state, after.plan, after.form) == (state, file.plan, file.form)
    assert len(after.work.remarks) == 1


def test_a_person_reads_place_quote_author_and_the_way_to_name_the_remark(
    lpd: Lpd, plan: Path
) -> None:
    add(lpd, plan, "Quelle?")
    outcome = lpd("remarks", "list", plan)
    ident = load_lpd(plan).work.remarks[0].id
    assert f"1. A Budget (offen) [{ident[-8:]}]" in outcome.out
    assert "Eva Muster, Fachaufsicht, MAGS · " in outcome.out
    assert outcome.err.strip() == "1 Anmerkung, davon 1 offen."


@pytest.mark.parametrize(
    ("suffix", "start"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("md", b"# Anmerkungen")]
)
def test_lists_go_out_in_three_formats(
    lpd: Lpd, plan: Path, tmp_path: Path, suffix: str, start: bytes
) -> None:
    add(lpd, plan, "Quelle?")
    target = tmp_path / f"liste.{suffix}"
    assert lpd("remarks", "export", plan, "-o", target).status == 0
    assert target.read_bytes().startswith(start)


def test_the_final_pdf_carries_no_remark(lpd: Lpd, plan: Path, tmp_path: Path) -> None:
    add(lpd, plan, "Geheimwort")
    one, other = tmp_path / "a.pdf", tmp_path / "b.pdf"
    lpd("export", plan, "-o", one)
    lpd("remarks", "delete", plan, "--id", load_lpd(plan).work.remarks[0].id, *EVA)
    lpd("export", plan, "-o", other)
    assert one.read_bytes() == other.read_bytes()


def test_what_is_refused_changes_nothing(lpd: Lpd, plan: Path, pdf: Path, tmp_path: Path) -> None:
    add(lpd, plan, "Quelle?")
    ident = load_lpd(plan).work.remarks[0].id
    damaged = tmp_path / "kaputt.lpd-remarks"
    damaged.write_bytes(b"{")
    other = tmp_path / "andere.lpd-remarks"
    lpd("new", "--jobcenter", "Coesfeld", "--year", "2023", "-o", tmp_path / "neu.lpd")
    lpd("remarks", "export", tmp_path / "neu.lpd", "-o", other)
    before = plan.read_bytes()
    calls: list[tuple[int, tuple[object, ...]]] = [
        (2, ("add", plan, "--at", "Z", "--text", "x", *EVA)),
        (2, ("add", plan, "--at", BUDGET, "--quote", "nirgends", "--text", "x", *EVA)),
        (2, ("add", plan, "--at", BUDGET, "--text", " ", *EVA)),
        (2, ("add", plan, "--at", BUDGET, "--text", "x", "--name", " ")),
        (1, ("add", plan, "--at", BUDGET, "--text", "x" * 10_001, *EVA)),
        (2, ("add", pdf, "--at", BUDGET, "--text", "x", *EVA)),
        (2, ("add", pdf, "--at", BUDGET, "--text", "x", *EVA, "-o", tmp_path / "x.lpd")),
        (2, ("add", other, "--at", BUDGET, "--text", "x", *EVA)),
        (1, ("add", plan, "--at", BUDGET, "--text", "x", *EVA, "-o", other)),
        (1, ("change", plan, "--id", ident, "--text", "x", *JAN)),
        (2, ("resolve", plan, "--id", "nein", *JAN)),
        (1, ("delete", plan, "--id", ident, *JAN)),
        (2, ("take", plan, damaged)),
        (1, ("take", plan, other)),
        (2, ("take", pdf, other)),
        (2, ("take", plan, tmp_path / "fehlt.lpd-remarks")),
        (2, ("export", plan, "-o", tmp_path / "x.odt")),
        (2, ("export", plan, "-o", tmp_path / "x.lpd-remarks", "--open")),
        (2, ("export", other, "-o", tmp_path / "x.pdf")),
        (2, ("list", damaged)),
    ]
    for status, call in calls:
        outcome = lpd("remarks", *call)
        assert outcome.status == status, (call, outcome.err)
        assert outcome.err.count("\n") == 1
        assert "Fehlers im Programm" not in outcome.err
    assert plan.read_bytes() == before
    assert not list(tmp_path.glob("x.*"))


def test_one_damaged_file_among_several_keeps_all_out(lpd: Lpd, plan: Path, tmp_path: Path) -> None:
    good, damaged = tmp_path / "gut.lpd-remarks", tmp_path / "kaputt.lpd-remarks"
    add(lpd, plan, "Quelle?", "-o", good)
    damaged.write_bytes(good.read_bytes()[:-30])
    before = plan.read_bytes()
    done = lpd("remarks", "take", plan, good, damaged)
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert f"nichts aufgenommen, auch aus keiner anderen Datei; „{damaged}“" in done.err
    assert "neue Anmerkung" not in done.err
    assert plan.read_bytes() == before


def test_remarks_of_another_plan_among_several_keep_all_out_and_their_file_is_named(
    lpd: Lpd, plan: Path, tmp_path: Path
) -> None:
    good, foreign, other = (tmp_path / name for name in ("a", "b", "c.lpd"))
    good, foreign = good.with_suffix(".lpd-remarks"), foreign.with_suffix(".lpd-remarks")
    add(lpd, plan, "Quelle?", "-o", good)
    file = load_lpd(plan)
    save_lpd(other, replace(file, plan=changed(file.plan, id="other"), release=None))
    add(lpd, other, "Quelle?", "-o", foreign)
    before = plan.read_bytes()
    done = lpd("remarks", "take", plan, good, foreign)
    assert (done.status, done.err.count("\n")) == (1, 1)
    assert f"„{foreign}“" in done.err
    assert "genauso heißt" in done.err
    assert plan.read_bytes() == before


def test_a_list_of_remarks_never_steers_the_terminal(lpd: Lpd, plan: Path) -> None:
    """Also where the plan's own file holds what a stranger wrote into it."""
    add(lpd, plan, "Quelle?")
    file = load_lpd(plan)
    (remark,) = file.work.remarks
    bad = changed(remark, name="Eva\x1b[31m\n9. Muster", text="a\x07\u202eb", place="x\x9b")
    save_lpd(plan, replace(file, work=changed(file.work, remarks=(bad,))))
    told = lpd("remarks", "list", plan)
    assert not any(line.startswith("9.") for line in told.out.splitlines())
    shown = told.out + lpd("remarks", "list", plan, "--json").out
    assert not set(shown) & set("\x1b\x07\u202e\x9b")
    assert listed(lpd, plan)[0]["name"] == bad.name
