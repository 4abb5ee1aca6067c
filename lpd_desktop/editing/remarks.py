"""Steps that make, answer and settle remarks; for `OpenDraft.remark`, in every state of a plan."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.remark import Author, Remarks
from lpd_desktop.plan.remark_anchor import Anchor
from lpd_desktop.plan.remark_changes import (
    with_added,
    with_answer,
    with_changed_text,
    with_deleted,
    with_standing,
)
from lpd_desktop.plan.remark_file import RemarkFile, taken
from lpd_desktop.runtime.identity import new_id


@dataclass(frozen=True)
class AddRemark:
    """A new remark; `time` is ISO in UTC, here and below. Errors: see `plan.remark_changes`."""

    anchor: Anchor
    text: str
    author: Author
    time: str
    ident: str = field(default_factory=new_id)

    def __call__(self, file: LpdFile) -> LpdFile:
        """The file with the remark."""
        remarks = file.work.remarks
        return with_remarks(
            file,
            with_added(
                remarks, self.anchor, self.text, self.author, time=self.time, ident=self.ident
            ),
        )


@dataclass(frozen=True)
class ChangeRemark:
    """Another text for one's own remark."""

    ident: str
    text: str
    author: Author
    time: str

    def __call__(self, file: LpdFile) -> LpdFile:
        """The file with the new text."""
        remarks = file.work.remarks
        return with_remarks(
            file, with_changed_text(remarks, self.ident, self.text, self.author, time=self.time)
        )


@dataclass(frozen=True)
class AnswerRemark:
    """An answer to a remark."""

    ident: str
    text: str
    author: Author
    time: str
    reply: str = field(default_factory=new_id)

    def __call__(self, file: LpdFile) -> LpdFile:
        """The file with the answer."""
        remarks = file.work.remarks
        return with_remarks(
            file,
            with_answer(
                remarks, self.ident, self.text, self.author, time=self.time, reply=self.reply
            ),
        )


@dataclass(frozen=True)
class ResolveRemark:
    """A remark is settled."""

    ident: str
    author: Author
    time: str

    def __call__(self, file: LpdFile) -> LpdFile:
        """The file in which it is."""
        remarks = file.work.remarks
        return with_remarks(
            file, with_standing(remarks, self.ident, self.author, resolved=True, time=self.time)
        )


@dataclass(frozen=True)
class ReopenRemark:
    """A remark is open again."""

    ident: str
    author: Author
    time: str

    def __call__(self, file: LpdFile) -> LpdFile:
        """The file in which it is."""
        remarks = file.work.remarks
        return with_remarks(
            file, with_standing(remarks, self.ident, self.author, resolved=False, time=self.time)
        )


@dataclass(frozen=True)
class DeleteRemark:
    """One's own remark, which nobody answered, goes."""

    ident: str
    author: Author
    time: str

    def __call__(self, file: LpdFile) -> LpdFile:
        """The file without it."""
        return with_remarks(
            file, with_deleted(file.work.remarks, self.ident, self.author, time=self.time)
        )


@dataclass(frozen=True)
class TakeRemarks:
    """The remarks of a file that came back."""

    returned: RemarkFile

    def __call__(self, file: LpdFile) -> LpdFile:
        """The file with them.

        Raises:
            OtherPlanError: they are about another plan.
            RemarkRefusedError: there are too many.
        """
        return with_remarks(file, taken(file, self.returned).remarks)


def with_remarks(file: LpdFile, remarks: Remarks) -> LpdFile:
    """The file with these remarks; what was sealed stays as it is."""
    return replace(file, work=changed(file.work, remarks=remarks))
