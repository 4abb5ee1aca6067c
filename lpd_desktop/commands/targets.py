"""What may lie at the target of a command already: nothing, or what the command wrote before."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from lpd_desktop.commands.arguments import UsageError
from lpd_desktop.plan.file import LpdFile, read_lpd
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import read_bounded

if TYPE_CHECKING:
    from lpd_desktop.pdf.edition_marks import Kind
    from lpd_desktop.plan.remark_file import RemarkFile

_FACTS = "docProps/core.xml"
_PROGRAM = b"LPD Desktop"
_EDITED = re.compile(rb"lastModifiedBy>[^<]")
_REMARKS = b"Anmerkungen zu:"
_REMARKS_HEAD = b"# Anmerkungen\n"


def add_replace(parser: argparse.ArgumentParser) -> None:
    """Adds the switch that replaces whatever lies at the target."""
    parser.add_argument(
        "--replace", action="store_true", help="ersetzt auch eine andere Datei unter diesem Namen"
    )


def refuse_foreign(
    target: Path, kind: Kind = "final", plan: LpdFile | None = None, *, replace: bool = False
) -> None:
    """Refuses a target at which something else lies than an earlier output of this kind.

    Args:
        target: The file that is to be written; its ending says the format.
        kind: The edition, for a PDF.
        plan: The plan that is written; a PDF with the data of another one is not replaced.
        replace: Whether the user wants to replace it all the same.

    Raises:
        UsageError: something else lies there.
        UnreadableFileError: what lies there cannot be read.
    """
    if replace or not target.is_file():
        return
    data = read_bounded(target)
    if data and not _is_own(target.suffix.lower(), data, kind, plan):
        message = (
            f"Unter „{target}“ liegt schon eine andere Datei; bitte nennen Sie ein anderes Ziel, "
            "oder ersetzen Sie sie mit --replace."
        )
        raise UsageError(message)


def refuse_losing_remarks(target: Path, new: RemarkFile, *, replace: bool = False) -> None:
    """Refuses a target that holds anything but remarks that are in the new file too.

    Args:
        target: The .lpd-remarks file that is to be written.
        new: Its content.
        replace: Whether the user wants to replace it all the same.

    Raises:
        UsageError: another file, remarks on another plan, or some that the new file lacks.
        UnreadableFileError: what lies there cannot be read.
    """
    if replace or not target.is_file():
        return
    from lpd_desktop.plan.remark_loss import remark_loss

    loss = remark_loss(read_bounded(target), new)
    if loss:
        message = (
            f"Unter „{target}“ {loss}; bitte nennen Sie ein anderes Ziel, nehmen Sie sie zuerst "
            "mit „lpd remarks take“ auf, oder ersetzen Sie sie mit --replace."
        )
        raise UsageError(message)


def _is_own(suffix: str, data: bytes, kind: Kind, plan: LpdFile | None) -> bool:
    if suffix == ".pdf":
        return _is_own_pdf(data, kind, plan)
    known: dict[str, Callable[[bytes], bool]] = {
        ".xlsx": lambda data: _is_untouched(data, _PROGRAM),
        ".docx": lambda data: _is_untouched(data, _REMARKS),
        ".md": lambda data: data.startswith(_REMARKS_HEAD),
    }
    return suffix in known and known[suffix](data)


def _is_own_pdf(data: bytes, kind: Kind, plan: LpdFile | None) -> bool:
    """A draft may give way to the final document, but never the other way round."""
    from lpd_desktop.pdf.edition_marks import MARKS, kind_without_data

    if data[:5] != b"%PDF-" or not _says_our_name(data):
        return False
    marked = kind_without_data(data)
    if marked is not None or kind in MARKS:
        return marked == kind
    try:
        there = read_lpd(_published_in(data))
    except LpdError:
        return False
    is_same_plan = plan is None or there.plan.id == plan.plan.id
    return is_same_plan and (kind == "final" or there.release is None)


def _says_our_name(data: bytes) -> bool:
    if _PROGRAM in data:
        return True
    from lpd_desktop.pdf.inspection.facts import is_of_this_program

    return is_of_this_program(data)


def _published_in(data: bytes) -> bytes:
    """The data in a PDF; what nobody has saved anew is read without loading a library for it."""
    from lpd_desktop.pdf.attachment import ATTACHMENT_NAME, extract_published
    from lpd_desktop.pdf.packed_reading import packed_attachments
    from lpd_desktop.pdf.reading import UnreadablePdfError

    try:
        return packed_attachments(data)[ATTACHMENT_NAME]
    except (UnreadablePdfError, KeyError):
        return extract_published(data)


def _is_untouched(data: bytes, name: bytes) -> bool:
    """Whether the program wrote it and nobody has saved it with an office program since."""
    facts = _facts_in(data)
    return name in facts and not _EDITED.search(facts)


def _facts_in(data: bytes) -> bytes:
    """What an office document says of itself; empty where it is none."""
    import zipfile

    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            return parts.read(_FACTS) if parts.getinfo(_FACTS).file_size < len(data) else b""
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError, OSError):
        return b""
