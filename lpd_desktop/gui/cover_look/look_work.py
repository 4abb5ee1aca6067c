"""Reading logos and the office's look beside the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lpd_desktop.editing.look import Look, keep_office_look, office_look
from lpd_desktop.plan.logo import Logo
from lpd_desktop.runtime.files import read_bounded
from lpd_desktop.runtime.progress import Progress


@dataclass(frozen=True)
class ReadLogo:
    """The image in a file or in bytes, as a logo without words."""

    source: Path | bytes

    def __call__(self, progress: Progress) -> Logo:
        from lpd_desktop.pdf.logo_reading import MOST_BYTES_READ, logo_of

        progress.step(0, "Das Bild wird gelesen")
        source = self.source
        data = source if isinstance(source, bytes) else read_bounded(source, MOST_BYTES_READ)
        return logo_of(data, "")


@dataclass(frozen=True)
class ReadOfficeLook:
    """The look that new plans begin with."""

    folder: Path

    def __call__(self, _progress: Progress) -> Look:
        return office_look(self.folder)


@dataclass(frozen=True)
class KeepOfficeLook:
    """New plans begin with this look from now on."""

    folder: Path
    look: Look

    def __call__(self, _progress: Progress) -> Path:
        return keep_office_look(self.folder, self.look)
