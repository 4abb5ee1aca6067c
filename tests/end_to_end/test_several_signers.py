"""Several persons approve one plan from the command line."""

from __future__ import annotations

from pathlib import Path

from lpd_desktop.pdf.reading import read_structure
from tests.end_to_end.conftest import Lpd

ONE = ("--name", "Dr. Ira Beispiel", "--role", "Leitung")
OTHER = ("--name", "Kim Vorlage", "--role", "Landrätin")


def test_the_final_document_names_everybody_who_approved(
    lpd: Lpd, plan: Path, tmp_path: Path
) -> None:
    target = tmp_path / "final.pdf"
    assert lpd("sign-off", plan, *ONE, *OTHER, "--place", "Talbrück", "-o", target).status == 0
    shown = [text for _role, text in read_structure(target.read_bytes()).texts()]
    assert shown.index("Dr. Ira Beispiel, Leitung") < shown.index("Kim Vorlage, Landrätin")


def test_a_name_without_a_function_is_refused_before_anything_is_written(
    lpd: Lpd, plan: Path, tmp_path: Path
) -> None:
    before = plan.read_bytes()
    given = (*ONE, "--name", "Kim Vorlage", "--place", "Talbrück")
    refused = lpd("sign-off", plan, *given, "-o", tmp_path / "x.pdf")
    assert refused.status == 2
    assert "--role" in refused.err
    assert not (tmp_path / "x.pdf").exists()
    assert plan.read_bytes() == before
