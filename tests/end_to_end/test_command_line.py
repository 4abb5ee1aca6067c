"""The command line: exit status, one German sentence, nothing half-written."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from lpd_desktop.plan.file import load_lpd, write_lpd
from lpd_desktop.plan.sample import sample_file, sample_workbook
from lpd_desktop.runtime.resources import resource
from tests.end_to_end.command_line import run_process
from tests.end_to_end.conftest import Lpd


def is_one_sentence(text: str) -> bool:
    lines = text.strip().splitlines()
    return len(lines) == 1 and "Traceback" not in text and lines[0].endswith((".", "“."))


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_plan_names_its_jobcenter_and_form(lpd: Lpd, tmp_path: Path) -> None:
    target = tmp_path / "neu.lpd"
    assert lpd("new", "--jobcenter", "32704", "--year", 2023, "-o", target).status == 0
    file = load_lpd(target)
    assert (file.plan.jobcenter.name, file.form.id) == ("Kreis Coesfeld", "lpd-2023")
    assert json.loads(target.read_bytes())["work"]["state"] == "draft"


def test_a_new_plan_for_a_year_without_a_form_says_that_the_form_is_derived(
    lpd: Lpd, tmp_path: Path
) -> None:
    outcome = lpd("new", "--jobcenter", "Kleve", "--year", 2027, "-o", tmp_path / "neu.lpd")
    assert outcome.status == 0
    assert "abgeleitet" in outcome.err


def test_the_whole_way_from_sample_to_verified_pdf_and_back(
    lpd: Lpd, plan: Path, tmp_path: Path
) -> None:
    pdf, back = tmp_path / "plan.pdf", tmp_path / "zurueck.lpd"
    signed = lpd(
        "sign-off", plan, "--name", "Dr. A. Probe", "--role", "Landrätin", "--place", "Talbrück",
        "--date", "10.11.2022", "-o", pdf,
    )  # fmt: skip
    assert signed.status == 0, signed.err
    assert lpd("verify", pdf).status == 0
    assert lpd("verify", plan).status == 0
    assert lpd("extract", pdf, "-o", back).status == 0
    assert load_lpd(back).plan == load_lpd(plan).plan
    assert load_lpd(back).release == load_lpd(plan).release
    shown = lpd("show", pdf, "--json").json
    assert (shown["jobcenter"], shown["version"], shown["completeness"]) == (
        "Kreis Talbrück",
        1,
        100,
    )
    again = lpd(
        "sign-off", plan, "--name", "A", "--role", "B", "--place", "C", "-o", tmp_path / "2.pdf"
    )
    assert again.status == 1
    assert not (tmp_path / "2.pdf").exists()


def test_a_final_pdf_needs_an_approval_and_a_draft_does_not(
    lpd: Lpd, plan: Path, tmp_path: Path
) -> None:
    target = tmp_path / "plan.pdf"
    refused = lpd("export", plan, "-o", target)
    assert (refused.status, target.exists()) == (1, False)
    assert is_one_sentence(refused.err)
    assert lpd("export", plan, "-o", target, "--draft").status == 0
    assert target.read_bytes().startswith(b"%PDF-1.7")


def test_errors_in_a_plan_stop_the_sign_off_and_leave_everything_as_it_was(
    lpd: Lpd, tmp_path: Path
) -> None:
    plan = tmp_path / "leer.lpd"
    lpd("new", "--jobcenter", "Kleve", "--year", 2023, "-o", plan)
    before = snapshot(tmp_path)
    outcome = lpd(
        "sign-off", plan, "--name", "A", "--role", "B", "--place", "C", "-o", tmp_path / "x.pdf"
    )
    assert outcome.status == 1
    assert is_one_sentence(outcome.err)
    assert snapshot(tmp_path) == before


def test_check_answers_with_findings_that_fit_their_schema(lpd: Lpd, tmp_path: Path) -> None:
    plan = tmp_path / "leer.lpd"
    lpd("new", "--jobcenter", "Kleve", "--year", 2023, "-o", plan)
    outcome = lpd("check", plan, "--json")
    assert outcome.status == 1
    assert outcome.json
    schema = json.loads(resource("check.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(outcome.json)


@pytest.mark.parametrize(
    ("arguments", "schema"),
    [
        (["jobcenters", "--json"], "jobcenters"),
        (["doctor", "--json"], "doctor"),
        (["show", "PLAN", "--json"], "show"),
        (["verify", "PLAN", "--json"], "verify"),
        (["budget", "PLAN", "--from", "BOOK", "--dry-run", "--json"], "budget-import"),
        (["import", "TEXT", "-o", "OUT", "--json"], "import"),
    ],
)
def test_json_outputs_fit_their_schemas(
    lpd: Lpd, plan: Path, tmp_path: Path, arguments: list[str], schema: str
) -> None:
    text = tmp_path / "text.md"
    text.write_text("# Lokales Planungsdokument 2023\n\nStand: 01.11.2022\n", "utf-8")
    named = {"PLAN": plan, "BOOK": sample_workbook(), "TEXT": text, "OUT": tmp_path / "o.lpd"}
    outcome = lpd(*(named.get(argument, argument) for argument in arguments))
    assert outcome.status in (0, 1), outcome.err
    content = json.loads(resource(f"{schema}.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(content).validate(outcome.json)


def make_bad_files(folder: Path) -> dict[str, Path]:
    data = write_lpd(sample_file())
    contents = {
        "empty": b"",
        "text": b"Guten Tag",
        "binary": bytes(range(256)) * 50,
        "half.lpd": data[: len(data) // 2],
        "newer.lpd": data.replace(b'"schema": 1,\n  "work"', b'"schema": 99,\n  "work"'),
        "half.pdf": b"%PDF-1.7\n1 0 obj\n<<",
        "half.xlsx": sample_workbook().read_bytes()[:2000],
        "zip.docx": b"PK\x03\x04" + b"\0" * 100,
    }
    paths = {}
    for name, content in contents.items():
        paths[name] = folder / name
        paths[name].write_bytes(content)
    paths["folder"] = folder / "folder"
    paths["folder"].mkdir()
    paths["missing"] = folder / "missing.lpd"
    return paths


COMMANDS = {
    "check": ("check", "FILE"),
    "show": ("show", "FILE"),
    "export": ("export", "FILE", "-o", "OUT.pdf", "--draft"),
    "sign-off": ("sign-off", "FILE", "--name", "A", "--role", "B", "--place", "C", "-o", "OUT.pdf"),
    "verify": ("verify", "FILE"),
    "extract": ("extract", "FILE", "-o", "OUT.lpd"),
    "budget": ("budget", "FILE", "--from", "FILE"),
    "drafts add": ("drafts", "add", "FILE"),
    "drafts restore": ("drafts", "restore", "FILE"),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_files_that_are_no_plan_get_status_two_and_one_sentence(
    lpd: Lpd, tmp_path: Path, command: str
) -> None:
    files = make_bad_files(tmp_path)
    for name, path in files.items():
        before = snapshot(tmp_path)
        words = [
            path if word == "FILE" else tmp_path / word if word.startswith("OUT") else word
            for word in COMMANDS[command]
        ]
        outcome = lpd("--data", tmp_path / "data" / name, *words)
        assert outcome.status == 2, (name, outcome)
        assert is_one_sentence(outcome.err), (name, outcome.err)
        after = {key: value for key, value in snapshot(tmp_path).items() if "/data/" not in key}
        assert after == {key: value for key, value in before.items() if "/data/" not in key}, name


@pytest.mark.parametrize("name", ["empty", "binary", "zip.docx", "half.pdf", "folder", "missing"])
def test_documents_that_cannot_be_read_are_not_imported(
    lpd: Lpd, tmp_path: Path, name: str
) -> None:
    path = make_bad_files(tmp_path)[name]
    if name == "binary":
        path = path.rename(tmp_path / "binary.docx")
    outcome = lpd("import", path, "-o", tmp_path / "neu.lpd")
    assert outcome.status == 2
    assert is_one_sentence(outcome.err)
    assert not (tmp_path / "neu.lpd").exists()


@pytest.mark.parametrize("name", ["empty", "text", "binary", "half.xlsx", "folder", "missing"])
def test_workbooks_that_cannot_be_read_change_nothing(
    lpd: Lpd, plan: Path, tmp_path: Path, name: str
) -> None:
    path = make_bad_files(tmp_path)[name]
    before = plan.read_bytes()
    outcome = lpd("budget", plan, "--from", path)
    assert outcome.status == 2
    assert is_one_sentence(outcome.err)
    assert plan.read_bytes() == before


def test_a_newer_file_names_both_formats(lpd: Lpd, tmp_path: Path) -> None:
    outcome = lpd("check", make_bad_files(tmp_path)["newer.lpd"])
    assert outcome.status == 2
    assert "99" in outcome.err
    assert "neueren Version" in outcome.err


@pytest.mark.parametrize("target", ["nowhere/out.lpd", "folder", "x" * 300])
def test_a_target_that_cannot_be_written_is_status_two(
    lpd: Lpd, plan: Path, tmp_path: Path, target: str
) -> None:
    (tmp_path / "folder").mkdir()
    for command in (
        ("new", "--jobcenter", "Kleve", "--year", "2023", "-o", tmp_path / target),
        ("extract", plan, "-o", tmp_path / target),
    ):
        outcome = lpd(*command)
        assert outcome.status == 2
        assert is_one_sentence(outcome.err)


def test_the_source_is_never_overwritten_by_what_is_made_from_it(
    lpd: Lpd, plan: Path, tmp_path: Path
) -> None:
    text, pdf = tmp_path / "text.md", tmp_path / "entwurf.pdf"
    text.write_text("# Plan\n\nEin Satz.\n", encoding="utf-8")
    assert lpd("export", plan, "--draft", "-o", pdf).status == 0
    before = snapshot(tmp_path)
    for command in (
        ("import", text, "-o", tmp_path / "." / "text.md"),
        ("import", pdf, "-o", pdf),
        ("import", plan, "--into", plan, "--only", "A.staff"),
        ("extract", pdf, "-o", pdf),
        ("export", pdf, "--draft", "-o", pdf),
    ):
        outcome = lpd(*command)
        assert (outcome.status, is_one_sentence(outcome.err)) == (2, True), command
    assert snapshot(tmp_path) == before


def test_a_sign_off_writes_a_pdf_or_nothing(lpd: Lpd, plan: Path, tmp_path: Path) -> None:
    before = snapshot(tmp_path)
    names = ("--name", "N", "--role", "R", "--place", "P")
    outcome = lpd("sign-off", plan, *names, "-o", tmp_path / "freigabe.docx")
    assert (outcome.status, is_one_sentence(outcome.err)) == (2, True)
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nonsense"],
        ["new"],
        ["new", "--jobcenter", "Kleve", "--year", "bald", "-o", "x.lpd"],
        ["new", "--jobcenter", "Kleve", "--year", "1066", "-o", "x.lpd"],
        ["export", "x.lpd"],
        ["form", "show", "nix"],
        ["sign-off", "x.lpd", "--name", "A", "--role", "B", "--place", "C", "--date", "bald",
         "-o", "y.pdf"],
        ["import", "x.md"],
        ["import", "x.md", "--only", "A.staff"],
        ["amount"],
    ],
)  # fmt: skip
def test_a_wrong_call_is_status_two_and_one_german_sentence(lpd: Lpd, arguments: list[str]) -> None:
    outcome = lpd(*arguments)
    assert outcome.status == 2
    assert is_one_sentence(outcome.err), outcome.err
    for english in ("usage", "required", "invalid", "argument", "expected"):
        assert english not in outcome.err.lower()


def test_an_amount_is_read_strictly(lpd: Lpd) -> None:
    assert lpd("amount", "450.000,- Euro").out == "450.000\u00a0€\n"
    refused = lpd("amount", "100.0000")
    assert refused.status == 1
    assert "statt drei" in refused.err


def test_forms_are_listed_shown_linted_derived_and_added(lpd: Lpd, tmp_path: Path) -> None:
    data = tmp_path / "data"
    derived = tmp_path / "lpd-2030.toml"
    assert "lpd-2023" in lpd("form", "list").out
    assert "Schwerpunktthema" in lpd("form", "show", "lpd-2023").out
    assert lpd("form", "derive", "--year", 2030, "-o", derived).status == 0
    assert lpd("form", "lint", derived).status == 0
    assert lpd("--data", data, "form", "add", derived).status == 0
    assert "lpd-2030" in lpd("--data", data, "form", "list").out
    derived.write_text(derived.read_text("utf-8").replace("konkret", "genau"), "utf-8")
    changed = lpd("--data", data, "form", "add", derived)
    assert changed.status == 1
    assert "neue Kennung" in changed.err
    derived.write_text(derived.read_text("utf-8").replace("year = 2030", 'year = "x"'), "utf-8")
    assert lpd("form", "lint", derived).status == 1


def test_a_real_process_speaks_german_in_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    outcome = run_process("amount", "100.0000", cwd=tmp_path)
    assert outcome.status == 1
    assert outcome.err.startswith("„100.0000“ ist kein Betrag")
    helped = run_process("--help", cwd=tmp_path)
    assert helped.status == 0
    assert "Aufruf: lpd" in helped.out
    assert "usage" not in helped.out.lower()


def test_a_form_is_not_added_where_its_folder_cannot_be_made(
    lpd: Lpd, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    form, blocked = tmp_path / "form.toml", tmp_path / "blocked"
    assert lpd("form", "derive", "--year", 2031, "-o", form).status == 0
    blocked.write_bytes(b"x")
    outcome = lpd("--data", blocked, "form", "add", form)
    assert (outcome.status, is_one_sentence(outcome.err)) == (2, True)
    assert "anlegen" in outcome.err


def test_a_faulty_added_form_is_told_and_the_others_serve(lpd: Lpd, tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "forms").mkdir(parents=True)
    (data / "forms" / "kaputt.toml").write_text("year = ", "utf-8")
    listed = lpd("--data", data, "form", "list")
    assert listed.status == 0
    assert "lpd-2023" in listed.out
    assert "kaputt.toml" in listed.err
    new = tmp_path / "neu.lpd"
    assert lpd("--data", data, "new", "--jobcenter", "Kleve", "--year", 2023, "-o", new).status == 0
    assert lpd("--data", data, "doctor").status == 1
