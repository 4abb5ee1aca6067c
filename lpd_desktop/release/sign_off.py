"""Signing off: the PDF and the file, in this order, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lpd_desktop.pdf.rendering import render_plan
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.release.approval import Approval, approve
from lpd_desktop.release.consistency import require_consistent
from lpd_desktop.runtime.files import read_bounded, write_atomically


@dataclass(frozen=True)
class SignedOff:
    """The approved file and the bytes of its PDF."""

    file: LpdFile
    pdf: bytes


def sign_off(file: LpdFile, approval: Approval, *, four_eyes: bool = False) -> SignedOff:
    """Approves, seals and renders; writes nothing.

    Args:
        file: A draft, or one in review.
        approval: Who approves, where and when.
        four_eyes: Whether the last editor may not approve; see `release.four_eyes`.

    Raises:
        NotAllowedError: errors in the plan, the wrong state, or one that the log contradicts.
        IncompleteApprovalError: a name, function, place or date is missing.
    """
    require_consistent(file)
    approved = approve(file, approval, four_eyes=four_eyes)
    return SignedOff(approved, render_plan(approved, draft=False).data)


def write_signed_off(result: SignedOff, pdf: Path, save: Callable[[LpdFile], None]) -> None:
    """Writes the PDF, then the .lpd file; if the second fails, the first is taken back.

    Args:
        result: What was approved.
        pdf: Where its document goes.
        save: Writes the plan into its file, or raises and leaves that alone.

    Raises:
        LpdError: both files are as they were before.
    """
    before = read_bounded(pdf) if pdf.is_file() else None
    write_atomically(pdf, result.pdf)
    try:
        save(result.file)
    except BaseException:
        _take_back(pdf, before)
        raise


def _take_back(path: Path, before: bytes | None) -> None:
    if before is None:
        path.unlink(missing_ok=True)
    else:
        write_atomically(path, before)
