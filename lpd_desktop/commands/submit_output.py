"""What `lpd submit --json` prints."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from lpd_desktop.release.package import Package
    from lpd_desktop.release.package_folder import WrittenPackage


class PackageFileOutput(msgspec.Struct, frozen=True, kw_only=True):
    """One file of the package; `size` in bytes."""

    name: str
    kind: str
    size: int
    sha256: str


class SubmitOutput(msgspec.Struct, frozen=True, kw_only=True):
    """What `lpd submit --json` prints.

    Attributes:
        file_name: Of the document.
        folder: Where the package lies; empty for `--dry-run` without a folder.
        is_written: False for `--dry-run`.
        was_there: The same package lay there already.
        interrupted: German sentence on what an earlier call had left unfinished; else empty.
        state: Of the plan afterwards; `approved` where only the PDF was handed over.
        addresses: Of the mail draft; empty where neither office nor form names one.
    """

    file_name: str
    folder: str
    is_written: bool
    was_there: bool
    interrupted: str
    version: int
    seal: str
    state: str
    recipient: str
    addresses: tuple[str, ...]
    subject: str
    files: tuple[PackageFileOutput, ...]


def submit_output(
    package: Package, written: WrittenPackage | None, state: str, folder: Path | None
) -> SubmitOutput:
    """What was done, for programs; `written` is None where nothing was written."""
    release, letter = package.document.release, package.letter
    return SubmitOutput(
        file_name=package.name,
        folder=str(folder.absolute()) if folder is not None else "",
        is_written=written is not None,
        was_there=written is not None and written.was_there,
        interrupted=written.interrupted if written is not None else "",
        version=release.version,
        seal=release.seal,
        state=state,
        recipient=letter.recipient,
        addresses=letter.addresses,
        subject=letter.subject,
        files=tuple(
            PackageFileOutput(
                name=each.name, kind=each.kind, size=len(each.data), sha256=each.sha256
            )
            for each in package.files
        ),
    )
