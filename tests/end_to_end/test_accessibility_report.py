"""The accessibility report beside the PDF."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from jsonschema import Draft202012Validator

from lpd_desktop.runtime.resources import resource
from tests.end_to_end.conftest import Lpd


def test_the_report_lies_beside_its_pdf_and_fits_its_schema(lpd: Lpd, plan: Path, tmp_path: Path):
    target = tmp_path / "fertig.pdf"
    outcome = lpd("export", plan, "--draft", "-o", target, "--report")
    assert outcome.status == 0
    report = json.loads((tmp_path / "fertig.ua-report.json").read_text("utf-8"))
    schema = json.loads(resource("ua-report.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(report)
    assert (report["file"], report["failures"]) == ("fertig.pdf", 0)
    assert report["digest"] == sha256(target.read_bytes()).hexdigest()
    assert "kein Fehler" in outcome.err


def test_only_a_pdf_has_a_report(lpd: Lpd, plan: Path, tmp_path: Path):
    target = tmp_path / "budget.xlsx"
    outcome = lpd("export", plan, "-o", target, "--report")
    assert outcome.status != 0
    assert "--report gilt nur für PDF" in outcome.err
    assert not target.exists()


def test_same_data_give_the_same_report(lpd: Lpd, plan: Path, tmp_path: Path):
    written = []
    for folder in ("eins", "zwei"):
        target = tmp_path / folder / "plan.pdf"
        target.parent.mkdir()
        assert lpd("export", plan, "--draft", "-o", target, "--report").status == 0
        written.append(target.with_suffix(".ua-report.json").read_bytes())
    assert written[0] == written[1]


def test_where_the_report_cannot_be_written_there_is_no_pdf_either(
    lpd: Lpd, plan: Path, tmp_path: Path
):
    target = tmp_path / "fertig.pdf"
    (tmp_path / "fertig.ua-report.json").mkdir()
    outcome = lpd("export", plan, "--draft", "-o", target, "--report")
    assert outcome.status == 2
    assert "fertig.ua-report.json“ lässt sich nicht schreiben" in outcome.err
    assert "ist geschrieben" not in outcome.err
    assert not target.exists()


def test_where_the_pdf_cannot_be_written_there_is_no_report_either(
    lpd: Lpd, plan: Path, tmp_path: Path
):
    target = tmp_path / "fertig.pdf"
    target.mkdir()
    assert lpd("export", plan, "--draft", "-o", target, "--report", "--replace").status == 2
    assert [each.name for each in tmp_path.iterdir() if "report" in each.name] == []
