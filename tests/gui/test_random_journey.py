"""A short journey by chance; `python -m tests.gui.random_journey SEED STEPS` is the long form."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


def test_nobody_loses_a_word_whatever_is_done_in_the_window() -> None:
    command = [sys.executable, "-m", "tests.gui.random_journey", "3", "40"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    assert "nothing broke" in done.stdout
