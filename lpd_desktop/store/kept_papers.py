"""The papers of a submission: which are kept, and under which names."""

from __future__ import annotations

import hashlib
import re
from typing import get_args

from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.identity import new_id
from lpd_desktop.store.submission_entries import Paper, PaperKind

PAPER_LIMIT = 16 * 1024 * 1024
"""Bytes: a scan of several pages; more would make each daily backup slow."""

MOST_PAPERS = 20
_LONGEST_NAME = 255
"""Bytes of a name in UTF-8: the least of what the usual file systems take."""

_EXPECTED = {
    ".pdf": (b"%PDF-",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".eml": (),
    ".msg": (b"\xd0\xcf\x11\xe0",),
}
"""By ending how such a file begins; a mail begins with any header."""


class PaperError(LpdError):
    """A paper that cannot be kept."""


def checked_paper(submission: str, kind: PaperKind, name: str, data: bytes, time: str) -> Paper:
    """The entry for a file.

    Raises:
        PaperError: it is empty or too large.
    """
    if kind not in get_args(PaperKind):
        raise ValueError(kind)
    if not data:
        message = f"„{name}“ ist leer; bitte wählen Sie die richtige Datei."
        raise PaperError(message)
    if len(data) > PAPER_LIMIT:
        size = PAPER_LIMIT // (1024 * 1024)
        message = (
            f"„{name}“ ist größer als {size} MB; bitte scannen Sie mit geringerer Auflösung, zum "
            "Beispiel mit 200 Punkten je Zoll."
        )
        raise PaperError(message)
    digest = hashlib.sha256(data).hexdigest()
    return Paper(new_id(), submission, kind, bare_name(name), time, len(data), digest)


def refuse_many(kept: int) -> None:
    """Refuses one paper more.

    Raises:
        PaperError: there are as many as there may be.
    """
    if kept >= MOST_PAPERS:
        message = (
            f"Zu dieser Einreichung sind schon {kept} Beilagen aufgehoben, mehr sind nicht "
            "vorgesehen; bitte fassen Sie mehrere Seiten in einer PDF-Datei zusammen."
        )
        raise PaperError(message)


def bare_name(name: str) -> str:
    """The name of a file without folders, control characters and what Windows forbids."""
    last = re.split(r"[\\/]", name)[-1]
    plain = re.sub(r'[:*?"<>|\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]', "_", last)
    stem, dot, ending = plain.strip(" .").rpartition(".")
    room = _LONGEST_NAME - len(f"{dot}{ending}".encode())
    short = f"{_cut(stem, room)}{dot}{ending}" if stem and room > 0 else stem or ending
    return _cut(short, _LONGEST_NAME) or "Beilage"


def _cut(text: str, size: int) -> str:
    """As many whole letters as have room in so many bytes."""
    return text.encode()[:size].decode("utf-8", "ignore")


def told_name(name: str, paper: Paper) -> str:
    """A German sentence where a paper is not kept under the name of its file; else empty."""
    if name == paper.name:
        return ""
    return f"Die Datei heißt hier „{paper.name}“, damit jedes System den Namen annimmt."


def unusual_kind(name: str, data: bytes) -> str:
    """A German sentence where a file is not of a kind that one expects here; else empty."""
    ending = f".{name.rpartition('.')[2].lower()}"
    if ending not in _EXPECTED:
        return f"„{name}“ ist weder PDF noch Bild noch E-Mail; die Datei wird trotzdem aufgehoben."
    beginnings = _EXPECTED[ending]
    if beginnings and not data.startswith(beginnings):
        return f"„{name}“ ist dem Inhalt nach keine Datei vom Typ {ending}; bitte prüfen Sie sie."
    return ""
