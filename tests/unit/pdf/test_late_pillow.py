"""A command that makes a PDF does not load Pillow; what reads a picture has it all the same."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lpd_desktop.pdf.edition import DRAFT
from lpd_desktop.pdf.rendering import render_edition
from lpd_desktop.plan.file import LpdFile, save_lpd
from tests.logos import plain_png, with_logo

EXPORT = """
import sys
from lpd_desktop.cli import main
status = main(["export", sys.argv[1], "-o", sys.argv[2], "--draft"])
print(status, "PIL.ExifTags" in sys.modules)
"""

READ = """
import sys
from lpd_desktop.pdf.late_pillow import put_off_pillow
put_off_pillow()
import reportlab.pdfgen.canvas
before = "PIL.ExifTags" in sys.modules
from lpd_desktop.pdf.logo_reading import logo_of
logo = logo_of(open(sys.argv[1], "rb").read(), "Logo")
print(before, "PIL.ExifTags" in sys.modules, logo.image[:4] == bytes((137, 80, 78, 71)))
"""


def said_by(program: str, *arguments: Path) -> str:
    """What a process of its own prints."""
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


@pytest.mark.parametrize("prepared", [lambda file: file, with_logo], ids=["plain", "with a logo"])
def test_an_export_leaves_it_unloaded(
    sample: LpdFile, tmp_path: Path, prepared: Callable[[LpdFile], LpdFile]
):
    file, target = prepared(sample), tmp_path / "plan.pdf"
    save_lpd(tmp_path / "plan.lpd", file)
    assert said_by(EXPORT, tmp_path / "plan.lpd", target) == "0 False"
    assert target.read_bytes() == render_edition(file, DRAFT).data


def test_what_reads_a_picture_afterwards_has_all_of_it(tmp_path: Path):
    picture = tmp_path / "logo.png"
    picture.write_bytes(plain_png(600, 180))
    assert said_by(READ, picture) == "False True True"
