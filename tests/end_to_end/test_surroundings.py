"""The same results under any language of the system, in long paths with umlauts and blanks.

Which languages are set is told to the program by the environment; whether their tables are
installed is a matter of the machine that runs the tests.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lpd_desktop.plan.file import save_lpd
from tests.end_to_end.command_line import PROJECT
from tests.extent import examples
from tests.short_plan import short_plan

LANGUAGES = ("en_US.UTF-8", "C")[: examples(1, 2)]
"""The long path below is tried under `C` in any case."""


def said(folder: Path, language: str) -> list[str]:
    """What the program says in a data folder and under a language of the system."""
    folder.mkdir(parents=True)
    plan = folder.parent / "Plan für das Jobcenter.lpd"
    save_lpd(plan, short_plan())
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONUTF8"}
    environment = {
        **inherited,
        "LPD_DATA": str(folder),
        "LC_ALL": language,
        "LANG": language,
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "*=false",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.end_to_end.foreign_surroundings", str(plan)],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-2000:]
    return done.stdout.decode().splitlines()


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return said(tmp_path_factory.mktemp("usual") / "data", "de_DE.UTF-8")


def test_amounts_and_dates_are_german_and_nothing_is_written_beside_the_program(
    usual: list[str],
) -> None:
    assert any("1.234,50" in line for line in usual)
    assert usual[-1] == "beside the program: []"


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_language_of_the_system_changes_nothing(
    usual: list[str], tmp_path: Path, language: str
) -> None:
    assert said(tmp_path / "data", language) == usual


def test_a_very_long_path_with_umlauts_and_blanks_changes_nothing(
    usual: list[str], tmp_path: Path
) -> None:
    folder = tmp_path / "Jörg Müllers Pläne" / ("ein langer Ordner ß " * 6) / ("ö" * 100) / "Ende"
    assert len(str(folder)) > 260
    assert said(folder, "C") == usual
