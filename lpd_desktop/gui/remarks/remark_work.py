"""Long work with remarks, for a worker thread. Touches no widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from lpd_desktop.editing.remarks import TakeRemarks
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.remark_file import (
    MOST_BYTES,
    RemarkFile,
    Taken,
    read_remarks,
    remark_file_of,
    taken,
    write_remarks,
)
from lpd_desktop.plan.remark_list import ListedRemark, listed_remarks
from lpd_desktop.plan.remark_loss import remark_loss
from lpd_desktop.runtime.claimed import alone_with
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import read_bounded, write_atomically
from lpd_desktop.runtime.german import counted
from lpd_desktop.runtime.progress import Progress

ListFormat = Literal[".docx", ".pdf", ".md"]
_WITHOUT_PLACE = ("gone", "put_away")
_LOST_ONE = "hat hier keine Stelle im Text und steht am Ende der Liste."
_LOST_SEVERAL = "haben hier keine Stelle im Text und stehen am Ende der Liste."


@dataclass(frozen=True)
class Listing:
    """All remarks of one state of a plan, with their places."""

    file: LpdFile
    remarks: tuple[ListedRemark, ...]


@dataclass(frozen=True)
class ListRemarks:
    """Finds the places of all remarks."""

    file: LpdFile

    def __call__(self, _progress: Progress) -> Listing:
        return Listing(self.file, listed_remarks(self.file))


class LossError(LpdError):
    """The file in the way holds what the new one does not."""


@dataclass(frozen=True)
class WriteRemarks:
    """Writes the remarks of a plan into a file that goes its way without the plan.

    Attributes:
        replaces: Also a file that holds something else; else this raises LossError.
    """

    file: LpdFile
    path: Path
    replaces: bool = False

    def __call__(self, progress: Progress) -> Path:
        progress.step(0, "Die Anmerkungen werden geschrieben")
        new = remark_file_of(self.file)
        with alone_with(self.path):
            if self.path.is_file() and not self.replaces:
                self._refuse_loss(new)
            write_atomically(self.path, write_remarks(new))
        return self.path

    def _refuse_loss(self, new: RemarkFile) -> None:
        loss = remark_loss(read_bounded(self.path), new)
        if loss:
            message = (
                f"Unter „{self.path.name}“ {loss}; es ist nichts geschrieben. Anmerkungen zu "
                "diesem Planungsdokument nehmen Sie mit „Rückmeldung aufnehmen…“ zuerst auf."
            )
            raise LossError(message)


@dataclass(frozen=True)
class WriteList:
    """Writes the remarks as a document to be read."""

    file: LpdFile
    path: Path
    format: ListFormat
    only_open: bool

    def __call__(self, progress: Progress) -> Path:
        from lpd_desktop.editing.file_targets import write_output

        progress.step(0, "Die Liste wird geschrieben")
        write_output(self.path, _WRITERS[self.format](self.file, self.only_open), "remarks")
        return self.path


def _docx(file: LpdFile, only_open: bool) -> bytes:
    from lpd_desktop.word.remark_lists import remarks_docx

    return remarks_docx(file, only_open=only_open)


def _markdown(file: LpdFile, only_open: bool) -> bytes:
    from lpd_desktop.word.remark_lists import remarks_markdown

    return remarks_markdown(file, only_open=only_open)


def _pdf(file: LpdFile, only_open: bool) -> bytes:
    from lpd_desktop.pdf.remarks.remark_document import render_remarks

    return render_remarks(file, only_open=only_open)


_WRITERS: dict[ListFormat, Callable[[LpdFile, bool], bytes]] = {
    ".docx": _docx,
    ".pdf": _pdf,
    ".md": _markdown,
}


@dataclass(frozen=True)
class ReturnedRemarks:
    """A file of remarks, and what it brings into a plan.

    Attributes:
        without_place: How many of the new remarks are about a text that is not in the plan.
    """

    name: str
    content: RemarkFile
    taken: Taken
    without_place: int

    def sentence(self) -> str:
        """What came in, for people."""
        if self.taken.is_nothing:
            return f"„{self.name}“ enthält nichts, was hier nicht schon steht."
        parts = [counted(self.taken.new_remarks, "neue Anmerkung", "neue Anmerkungen")]
        if self.taken.new_replies:
            parts.append(counted(self.taken.new_replies, "neue Antwort", "neue Antworten"))
        if self.taken.changed:
            parts.append(f"{self.taken.changed} mit anderem Text oder Stand")
        return f"„{self.name}“ aufgenommen: {', '.join(parts)}.{self._told_places()}"

    def _told_places(self) -> str:
        match self.without_place:
            case 0:
                return ""
            case 1:
                return f" 1 davon {_LOST_ONE}"
            case number:
                return f" {number} davon {_LOST_SEVERAL}"


@dataclass(frozen=True)
class ReadReturned:
    """Reads a file of remarks and tells what it would bring into a plan."""

    path: Path
    file: LpdFile

    def __call__(self, progress: Progress) -> ReturnedRemarks:
        progress.step(0, "Die Anmerkungen werden gelesen")
        content = read_remark_file(self.path)
        return JudgeReturned(self.path.name, content, self.file)(progress)


@dataclass(frozen=True)
class JudgeReturned:
    """Tells what remarks that were read would bring into a plan."""

    name: str
    content: RemarkFile
    file: LpdFile

    def __call__(self, _progress: Progress) -> ReturnedRemarks:
        result = taken(self.file, self.content)
        known = {remark.id for remark in self.file.work.remarks}
        lost = [
            each
            for each in listed_remarks(TakeRemarks(self.content)(self.file))
            if each.remark.id not in known and each.place.status in _WITHOUT_PLACE
        ]
        return ReturnedRemarks(self.name, self.content, result, len(lost))


def read_remark_file(path: Path) -> RemarkFile:
    """The remarks in a file.

    Raises:
        LpdError: it cannot be read, or holds none.
    """
    return read_remarks(read_bounded(path, MOST_BYTES))
