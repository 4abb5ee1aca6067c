"""The sheet on which a printed document is signed: whether there is one, and who is to sign."""

from __future__ import annotations

from dataclasses import dataclass, replace

from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.signatory import Signatory

MOST_LINES = 20


@dataclass(frozen=True)
class SignatureSheet:
    """What the planner wants of it.

    Attributes:
        signers: Who is to sign there, besides those who approve.
        lines: Empty lines for further signatures.
    """

    is_wanted: bool = False
    signers: tuple[Signatory, ...] = ()
    lines: int = 0


def signature_sheet_of(file: LpdFile) -> SignatureSheet:
    """The sheet of a plan."""
    options = file.plan.options
    return SignatureSheet(options.signature_sheet, options.signers, options.signature_lines)


@dataclass(frozen=True)
class SignatureSheetTaken:
    """The step that gives a plan a sheet, or takes it away; for `OpenDraft.change`."""

    sheet: SignatureSheet

    def __call__(self, file: LpdFile) -> LpdFile:
        """The plan with this sheet."""
        options = changed(
            file.plan.options,
            signature_sheet=self.sheet.is_wanted,
            signers=self.sheet.signers,
            signature_lines=max(0, min(MOST_LINES, self.sheet.lines)),
        )
        return replace(file, plan=changed(file.plan, options=options))
