"""The last step: the drawn document is rewritten small and with fixed bytes, then read back."""

from __future__ import annotations

from lpd_desktop.pdf.checksum import stamp_checksum
from lpd_desktop.pdf.packing import packed
from lpd_desktop.pdf.self_check import Said, require_said


def finished(raw: bytes, said: Said) -> bytes:
    """The file that is handed out: small, with its checksum, and saying what it must say.

    Every file that leaves the program comes through here; only the preview shows raw ones.

    Args:
        raw: What reportlab wrote, complete already.
        said: What the file must say when it is read back.

    Raises:
        SelfCheckError: it says something else.
    """
    data = rewritten(raw)
    require_said(data, said)
    return data


def rewritten(raw: bytes) -> bytes:
    """The file with compressed object streams, repeatable ids and its checksum."""
    return stamp_checksum(packed(raw))
