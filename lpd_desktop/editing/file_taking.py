"""The plan of a file that becomes the content of a draft."""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as changed

from lpd_desktop.editing.remarks import with_remarks
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.file_trail import STATE_EVENT, state_of, trail_of
from lpd_desktop.plan.remark_file import joined
from lpd_desktop.plan.work import LogEntry
from lpd_desktop.runtime.clock import utc_now


def file_as_draft(file: LpdFile) -> LpdFile:
    """The plan with its own state among those that it went through.

    So draft and trail come into the store together: a draft that is lost before it was saved never
    claims to know the file.
    """
    if trail_of(file).earlier[-1:] == (state_of(file),):
        return file
    entry = LogEntry(time=utc_now(), event=STATE_EVENT, detail=state_of(file))
    return replace(file, work=changed(file.work, log=(*file.work.log, entry)))


def with_remarks_of(draft: LpdFile, file: LpdFile) -> LpdFile:
    """The plan of a file with the remarks that the draft had beside its own.

    A copy that went on elsewhere never saw them, and they are no part of its text.
    """
    if draft.plan.id != file.plan.id:
        return file
    came = joined(file.work.remarks, draft.work.remarks)
    return file if came.is_nothing else with_remarks(file, came.remarks)
