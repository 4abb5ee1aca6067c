"""The pictures that a first start shows where there is no screen: each place is still reached."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
HURRIED = """
import sys
from pathlib import Path
from tests.gui import screenshots
screenshots.SCHEMES = ("light",)
screenshots.write = lambda picture, target: picture.isNull() or target.touch()
screenshots.settle = lambda *_: screenshots.wait_until(lambda: False, 1)
screenshots.main(Path(sys.argv[1]))
"""


def test_every_picture_of_the_window_can_be_taken(tmp_path: Path) -> None:
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", HURRIED, str(tmp_path)]
    done = subprocess.run(
        command, cwd=PROJECT, env=surroundings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert len(list(tmp_path.glob("light-*.png"))) > 70
