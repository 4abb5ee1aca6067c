"""Where remarks stand for a command: in a plan, or in the small file that goes to and fro."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace as changed

from lpd_desktop.commands.arguments import UsageError, read_plan
from lpd_desktop.editing.remarks import with_remarks
from lpd_desktop.plan.changing import changing
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.remark import Remarks
from lpd_desktop.plan.remark_file import (
    MOST_BYTES,
    REMARKS_SUFFIX,
    RemarkFile,
    joined,
    read_remarks,
    remark_file_of,
    require_same_plan,
    write_remarks,
)
from lpd_desktop.runtime.claimed import alone_with
from lpd_desktop.runtime.files import read_bounded
from lpd_desktop.runtime.unchanged import bytes_at, write_over


@dataclass(frozen=True)
class RemarkSource:
    """What a command was given; `file` is None for a small file, which has no plan."""

    path: Path
    remarks: Remarks
    file: LpdFile | None
    returned: RemarkFile | None = None

    @property
    def is_plan(self) -> bool:
        """Whether remarks can be kept in the plan itself: a PDF takes none."""
        return self.file is not None and self.path.suffix.lower() != ".pdf"

    def require_file(self) -> LpdFile:
        """The plan.

        Raises:
            UsageError: only remarks are there.
        """
        if self.file is None:
            message = (
                f"„{self.path.name}“ enthält nur Anmerkungen; bitte nennen Sie die .lpd-Datei "
                "oder das PDF, zu dem sie gehören."
            )
            raise UsageError(message)
        return self.file


def read_source(path: Path) -> RemarkSource:
    """The remarks in a .lpd file, one of our PDFs (which has none) or a .lpd-remarks file.

    Raises:
        LpdError: none of them, or unreadable.
    """
    if is_remark_path(path):
        returned = read_small_file(path)
        return RemarkSource(path, returned.remarks, None, returned)
    file = read_plan(path)
    return RemarkSource(path, file.work.remarks, file)


def is_remark_path(path: Path) -> bool:
    """Whether a name is that of a .lpd-remarks file."""
    return path.name.lower().endswith(REMARKS_SUFFIX)


def read_small_file(path: Path) -> RemarkFile:
    """The .lpd-remarks file at a path.

    Raises:
        UnreadableFileError, NotRemarksError, NewerRemarksError.
    """
    return read_remarks(read_bounded(path, MOST_BYTES))


def keep_changed(
    source: RemarkSource, output: Path | None, change: Callable[[Remarks], Remarks]
) -> Path:
    """Changes remarks and keeps them where they stand, or in a small file; says where.

    A small file of the same plan that is there already goes on: nothing in it is lost.

    Args:
        source: What the command was given.
        output: The small file, None to keep them in the source.
        change: What is done to the remarks.

    Raises:
        UsageError: a PDF without a small file, or a target with another name.
        LpdError: what the change refuses; nothing is written then.
    """
    target = _target(source, output)
    if source.is_plan and output is None:
        with changing(target) as plan:
            plan.save(with_remarks(plan.file, change(plan.file.work.remarks)))
    else:
        with alone_with(target):
            _keep_in_small_file(source, target, change)
    return target


def _keep_in_small_file(
    source: RemarkSource, target: Path, change: Callable[[Remarks], Remarks]
) -> None:
    """Read anew: somebody else may have written it since the command began."""
    before = bytes_at(target, MOST_BYTES)
    there = None if before is None else read_remarks(before)
    about = source.returned or remark_file_of(source.require_file())
    remarks = change(_with_those_of(there, target, source, about))
    data = write_remarks(changed(about, remarks=joined(remarks, ()).remarks))
    write_over(target, data, before)


def _target(source: RemarkSource, output: Path | None) -> Path:
    if output is None:
        if source.file is not None and not source.is_plan:
            message = (
                "Ein PDF wird nicht verändert; bitte nennen Sie mit -o eine Datei "
                f"„….lpd-remarks“, in der die Anmerkungen stehen sollen ({source.path.name})."
            )
            raise UsageError(message)
        return source.path
    if not is_remark_path(output):
        message = f"„{output.name}“: Anmerkungen stehen in einer Datei mit der Endung .lpd-remarks."
        raise UsageError(message)
    return output


def _with_those_of(
    there: RemarkFile | None, target: Path, source: RemarkSource, about: RemarkFile
) -> Remarks:
    """The remarks of the source and of a target that is there already."""
    if there is None:
        return source.remarks
    if target == source.path:
        return there.remarks
    if source.file is not None:
        require_same_plan(source.file, there)
    elif (there.plan.id, there.plan.form) != (about.plan.id, about.plan.form):
        message = f"„{target.name}“ enthält Anmerkungen zu einem anderen Planungsdokument."
        raise UsageError(message)
    return joined(there.remarks, source.remarks).remarks
