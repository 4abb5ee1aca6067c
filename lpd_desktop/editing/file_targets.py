"""What may lie where something is written already: nothing, or what can be made again.

A PDF is replaced where nobody has changed a byte of it and it is of the same kind and plan; never
that of a version that was submitted, which is what others have.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from lpd_desktop.plan.file import LpdFile, read_lpd
from lpd_desktop.runtime.claimed import alone_with
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import read_bounded, write_atomically
from lpd_desktop.runtime.written_mark import is_document_as_written, is_text_as_written

if TYPE_CHECKING:
    from typing import Literal

    from lpd_desktop.pdf.edition_marks import Kind

    Output = Kind | Literal["workbook", "report", "profile"]
_FACTS = "docProps/core.xml"
_PROGRAM = b"LPD Desktop"
_REMARKS = b"Anmerkungen zu:"
_REMARKS_HEAD = b"# Anmerkungen\n"
_REPORT = b'"checkpoints"'
_PROFILE = b'"fingerprint"'
_TAG = re.compile(rb"<[^>]*>")
_TITLE = re.compile(rb"<dc:title>.*?</dc:title>", re.DOTALL)

_OTHER_FILE = "schon eine andere Datei"
_CHANGED_FILE = "schon eine andere oder eine seither veränderte Datei"
_CHANGED_PDF = "schon ein PDF, das seit seiner Ausgabe verändert wurde, etwa durch Kommentare"
_OTHER_KIND = "schon ein PDF von anderer Art"
_OTHER_PLAN = "schon das PDF eines anderen Planungsdokuments"
_OTHER_TITLE = "schon ein PDF mit anderem Titel ({title})"
_APPROVED_PDF = "schon das freigegebene PDF (Fassung {version})"
_SUBMITTED_PDF = "schon das PDF der eingereichten Fassung {version}"

OTHER_NAME = "bitte wählen Sie einen anderen Namen"


class TargetTakenError(LpdError):
    """Something lies at the target that would be lost; it was left alone."""


def write_output(
    target: Path,
    data: bytes,
    kind: Output | None = None,
    plan: LpdFile | None = None,
    *,
    replace: bool = False,
    way_out: str = OTHER_NAME,
) -> None:
    """Writes an output all or nothing, unless something would be lost by it.

    Args:
        target: The file that is to be written; its ending says the format.
        data: Its bytes.
        kind: What it is; None where nothing that lies there can be made again.
        plan: The plan that is written.
        replace: Whether somebody wants to replace whatever is there.
        way_out: What the sentence of a refusal proposes, without the full stop.

    Raises:
        TargetTakenError: something else lies there.
        LpdError: what lies there cannot be read, or the file cannot be written.
    """
    with alone_with(target):
        refuse_taken(target, data, kind, plan, replace=replace, way_out=way_out)
        write_atomically(target, data)


def refuse_taken(
    target: Path,
    data: bytes,
    kind: Output | None = None,
    plan: LpdFile | None = None,
    *,
    replace: bool = False,
    way_out: str = OTHER_NAME,
) -> None:
    """Looks whether something would be lost; see `write_output`.

    Raises:
        TargetTakenError: something else lies there.
        UnreadableFileError: what lies there cannot be read.
    """
    if replace or not target.is_file():
        return
    there = read_bounded(target)
    if not there or there == data:
        return
    what = _OTHER_FILE if kind is None else _lost(target.suffix.lower(), there, data, kind, plan)
    if what:
        message = f"Unter „{target}“ liegt {what}; {way_out}."
        raise TargetTakenError(message)


def _lost(suffix: str, there: bytes, data: bytes, kind: Output, plan: LpdFile | None) -> str:
    """What would be lost, for the middle of a sentence; empty for nothing."""
    if suffix == ".pdf" and kind not in ("workbook", "report", "profile"):
        return _lost_pdf(there, data, kind, plan)
    known: dict[tuple[str, str], Callable[[bytes], bool]] = {
        ("workbook", ".xlsx"): lambda there: _is_untouched(there, _PROGRAM),
        ("remarks", ".docx"): lambda there: _is_untouched(there, _REMARKS),
        ("remarks", ".md"): lambda there: (
            there.startswith(_REMARKS_HEAD) and is_text_as_written(there)
        ),
        ("report", ".json"): lambda there: _REPORT in there and _PROGRAM in there,
        ("profile", ".json"): lambda there: _PROFILE in there,
    }
    is_ours = known.get((kind, suffix))
    if is_ours is None:
        return _OTHER_FILE
    return "" if is_ours(there) else _CHANGED_FILE


def _lost_pdf(there: bytes, data: bytes, kind: Output, plan: LpdFile | None) -> str:
    from lpd_desktop.pdf.checksum import has_valid_checksum
    from lpd_desktop.pdf.edition_marks import MARKS, kind_without_data

    if there[:5] != b"%PDF-" or not _says_our_name(there):
        return _OTHER_FILE
    if not has_valid_checksum(there):
        return _CHANGED_PDF
    marked = kind_without_data(there)
    if marked is not None or kind in MARKS:
        return _OTHER_KIND if marked != kind else _lost_title(_title_of(there), _title_of(data))
    try:
        published = read_lpd(_published_in(there))
    except LpdError:
        return _OTHER_FILE
    return _lost_document(published, kind, plan)


def _lost_document(there: LpdFile, kind: Output, plan: LpdFile | None) -> str:
    """A draft gives way to the document of the same plan, an approved one to the same version."""
    if plan is not None and there.plan.id != plan.plan.id:
        return _OTHER_PLAN
    release = there.release
    if release is None:
        return ""
    if plan is not None and _was_submitted(plan, release.seal, release.version):
        return _SUBMITTED_PDF.format(version=release.version)
    return "" if kind == "final" else _APPROVED_PDF.format(version=release.version)


def _was_submitted(plan: LpdFile, seal: str, version: int) -> bool:
    """Only what is submitted uses up its number, so an older one was."""
    from lpd_desktop.release.approval import SUBMITTED, next_version

    seals = {each.detail for each in plan.work.log if each.event == SUBMITTED}
    present = plan.release.version if plan.release is not None else next_version(plan)
    return seal in seals or version < present


def _lost_title(there: str, title: str) -> str:
    """Documents without data say by their title alone what they are about."""
    return "" if there == title else _OTHER_TITLE.format(title=there)


def _title_of(data: bytes) -> str:
    """The title in the metadata, which names the plan, or the states that are compared."""
    found = _TITLE.search(data)
    return unescape(_TAG.sub(b"", found.group()).decode("utf-8", "replace")) if found else ""


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
    """Whether the program wrote it and no program has written another part into it since."""
    return name in _facts_in(data) and is_document_as_written(data)


def _facts_in(data: bytes) -> bytes:
    """What an office document says of itself; empty where it is none."""
    import zipfile

    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            return parts.read(_FACTS) if parts.getinfo(_FACTS).file_size < len(data) else b""
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError, OSError):
        return b""
