"""Messages with ways to go on: every manner of closing one leaves the program alive."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.gui.told_with_ways import CLOSED, MANNERS


@pytest.mark.parametrize("manner", MANNERS)
def test_a_message_with_ways_is_closed_and_the_program_goes_on(manner: str) -> None:
    command = [sys.executable, "-X", "faulthandler", "-m", "tests.gui.told_with_ways", manner]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stdout.strip()) == (0, CLOSED), ended.stderr
