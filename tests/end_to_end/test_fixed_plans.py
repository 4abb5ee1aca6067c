"""What was approved keeps its words and amounts, whichever command meets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lpd_desktop.plan.file import load_lpd
from lpd_desktop.plan.sample import sample_workbook
from tests.end_to_end.conftest import Lpd


@pytest.fixture
def pdf(lpd: Lpd, plan: Path, tmp_path: Path) -> Path:
    """The PDF of the plan, which is approved now."""
    target = tmp_path / "plan.pdf"
    signed = lpd(
        "sign-off", plan, "--name", "A", "--role", "B", "--place", "C",
        "--date", "10.11.2022", "-o", target,
    )  # fmt: skip
    assert signed.status == 0, signed.err
    return target


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "text.md"
    path.write_text("Ein anderer Text.\n", "utf-8")
    return path


def test_an_approved_plan_takes_no_answer_no_budget_and_no_other_jobcenter(
    lpd: Lpd, plan: Path, pdf: Path, text: Path, tmp_path: Path
) -> None:
    before, other = plan.read_bytes(), tmp_path / "anderer.lpd"
    for outcome in (
        lpd("import", text, "--into", plan, "--only", "A.staff"),
        lpd("budget", plan, "--from", sample_workbook()),
        lpd("import", plan, "-o", other, "--jobcenter", "Essen"),
        lpd("import", pdf, "-o", other, "--jobcenter", "Essen"),
    ):
        assert outcome.status == 1
        assert outcome.err == (
            "Das Dokument ist freigegeben; ändern lässt sich nur ein Entwurf. "
            "Nehmen Sie zuerst die Freigabe zurück.\n"
        )
    assert plan.read_bytes() == before
    assert not other.exists()


def test_a_plan_out_of_an_approved_pdf_is_approved_and_gives_the_same_pdf(
    lpd: Lpd, pdf: Path, text: Path, tmp_path: Path
) -> None:
    back, again = tmp_path / "zurueck.lpd", tmp_path / "noch_einmal.pdf"
    assert lpd("extract", pdf, "-o", back).status == 0
    assert load_lpd(back).work.state == "approved"
    assert lpd("import", text, "--into", back, "--only", "A.staff").status == 1
    assert lpd("export", back, "-o", again).status == 0
    assert again.read_bytes() == pdf.read_bytes()


def test_a_plan_that_was_changed_past_its_approval_gets_no_final_pdf(
    lpd: Lpd, plan: Path, pdf: Path, tmp_path: Path
) -> None:
    before, target = pdf.read_bytes(), tmp_path / "neu.pdf"
    plan.write_text(plan.read_text("utf-8").replace("Talbrück", "Talbrueck"), "utf-8")
    assert lpd("verify", plan).status == 1
    refused = lpd("export", plan, "-o", target)
    assert (refused.status, target.exists()) == (1, False)
    assert "Siegel" in refused.err
    assert lpd("export", plan, "-o", target, "--draft").status == 0
    assert pdf.read_bytes() == before
