"""Editions of the document from the command line."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from lpd_desktop.form.library import form_for_year
from tests.end_to_end.conftest import Lpd

needs_pdftotext = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext is not installed"
)


def text_of(path: Path) -> str:
    call = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    return call.stdout.decode().replace("\u00ad\n", "")


@pytest.fixture
def approved(lpd: Lpd, plan: Path, tmp_path: Path) -> Path:
    signed = lpd(
        "sign-off", plan, "--name", "A. Probe", "--role", "Leitung", "--place", "Talbrück",
        "--date", "10.11.2022", "-o", tmp_path / "final.pdf",
    )  # fmt: skip
    assert signed.status == 0
    return plan


@needs_pdftotext
def test_the_blank_form_of_a_year_holds_all_topics_and_both_questions(
    lpd: Lpd, tmp_path: Path
) -> None:
    target = tmp_path / "b.pdf"
    assert lpd("export", "--blank", "--year", 2023, "-o", target).status == 0
    shown = " ".join(text_of(target).split())
    form = form_for_year(2023)
    assert form.topics is not None
    assert len(form.topics.topics) == 6
    assert len(form.topics.questions) == 2
    for each in (*(t.title for t in form.topics.topics), *(q.text for q in form.topics.questions)):
        assert form.text(each) in shown


def test_a_plan_has_the_blank_form_of_its_year(lpd: Lpd, plan: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "eins.pdf", tmp_path / "zwei.pdf"
    assert lpd("export", "--blank", "--year", 2023, "-o", one).status == 0
    assert lpd("export", plan, "--blank", "-o", other).status == 0
    assert one.read_bytes() == other.read_bytes()


@needs_pdftotext
def test_each_page_of_a_draft_says_so_to_pdftotext(lpd: Lpd, plan: Path, tmp_path: Path) -> None:
    target = tmp_path / "d.pdf"
    switches = ("--draft", "--line-numbers", "--wide-margin")
    assert lpd("export", plan, *switches, "-o", target).status == 0
    pages = text_of(target).split("\f")[:-1]
    assert len(pages) > 3
    assert all("ENTWURF" in page.split() for page in pages)


def test_a_copy_without_data_is_made_of_an_approved_plan_and_verified(
    lpd: Lpd, approved: Path, tmp_path: Path
) -> None:
    target = tmp_path / "web.pdf"
    assert lpd("export", approved, "--without-data", "-o", target).status == 0
    with pikepdf.open(target) as pdf:
        assert not pdf.attachments
    outcome = lpd("verify", target)
    assert outcome.status == 0
    assert "Veröffentlichungsfassung" in outcome.out
    refused = lpd("extract", target, "-o", tmp_path / "x.lpd")
    assert refused.status == 2
    assert "freigegebene PDF" in refused.err
    assert not (tmp_path / "x.lpd").exists()


def test_a_draft_has_no_copy_without_data(lpd: Lpd, plan: Path, tmp_path: Path) -> None:
    outcome = lpd("export", plan, "--without-data", "-o", tmp_path / "web.pdf")
    assert outcome.status == 1
    assert "nach der Freigabe" in outcome.err
    assert not (tmp_path / "web.pdf").exists()


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("PLAN", "--line-numbers", "-o", "x.pdf"), "--draft"),
        (("PLAN", "--draft", "--blank", "-o", "x.pdf"), "geht nicht zusammen"),
        (("PLAN", "--without-data", "-o", "x.xlsx"), ".pdf"),
        (("PLAN", "--draft", "--wide-margin", "-o", "x.xlsx"), ".pdf"),
        (("PLAN", "--blank", "--year", "2023", "-o", "x.pdf"), "--year"),
        (("--draft", "-o", "x.pdf"), "nennen Sie die Datei"),
        (("--blank", "--year", "2023", "-o", "x.docx"), ".pdf"),
        (("--blank", "--year", "1", "-o", "x.pdf"), "keine Form"),
    ],
)
def test_what_does_not_go_together_is_refused_with_a_sentence(
    lpd: Lpd, plan: Path, tmp_path: Path, words: tuple[str, ...], hint: str
) -> None:
    before = list(tmp_path.iterdir())
    named = {"PLAN": plan, "x.pdf": tmp_path / "x.pdf", "x.xlsx": tmp_path / "x.xlsx"}
    named["x.docx"] = tmp_path / "x.docx"
    outcome = lpd("export", *(named.get(word, word) for word in words))
    assert outcome.status == 2
    assert hint in outcome.err
    assert list(tmp_path.iterdir()) == before
