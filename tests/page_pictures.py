"""The pages of a PDF as pictures: `python -m tests.page_pictures PLAN.pdf FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from lpd_desktop.pdf.page_images import page_images

SCALE = 1.5


def main(pdf: Path, folder: Path) -> None:
    """Writes one picture for each page into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, image in enumerate(page_images(pdf.read_bytes(), scale=SCALE), start=1):
        (folder / f"pdf-{number:02d}.png").write_bytes(image.png())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
