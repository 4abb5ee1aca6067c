"""Where Java or Maven is missing the proof is skipped with the reason, but never unnoticed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PROJECT

_ONE = "test_conformance.py::test_verapdf_finds_a_document_archivable_and_accessible[empty]"


def _without_java(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": str(folder), "LPD_CONFORMANCE": "", **variables}
    command = [sys.executable, "-m", "pytest", "-q", f"tests/conformance/{_ONE}"]
    return subprocess.run(
        [*command, "-p", "no:randomly", "-p", "no:cacheprovider"],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_proof_is_skipped_with_its_reason(tmp_path: Path):
    done = _without_java(tmp_path)
    assert done.returncode == 0, done.stdout
    assert "java is not installed" in done.stdout


def test_what_is_required_fails_when_it_is_skipped(tmp_path: Path):
    done = _without_java(tmp_path, LPD_CONFORMANCE="required")
    assert done.returncode == 1, done.stdout
    assert "was skipped, though Java and Maven are here" in done.stdout


@pytest.mark.parametrize("both", [True, False])
def test_the_developer_command_requires_the_proof_where_it_can_run(
    both: bool, monkeypatch: pytest.MonkeyPatch
):
    import dev

    monkeypatch.setattr(dev.shutil, "which", lambda name: name if both else None)
    assert dev.proof_of_the_pdf() == ({"LPD_CONFORMANCE": "required"} if both else {})
