"""One draft while it is open: its newest state, what can be undone, who listens.

Text typed into an editor is undone by that editor; `OpenDraft` undoes everything else
(tables, topics, potentials, imports, replacements).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from msgspec.structs import replace as changed

from lpd_desktop.check.finding import Finding
from lpd_desktop.editing.budget_versions import EditSession
from lpd_desktop.editing.draft_step import Beside, DraftStep, led_back, with_part
from lpd_desktop.plan.addresses import Address, blocks_at, with_blocks
from lpd_desktop.plan.editors import with_editor
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.rich_text import Blocks
from lpd_desktop.plan.work import Editor
from lpd_desktop.release.fixed_text import why_fixed
from lpd_desktop.runtime.errors import NotAllowedError

UNDO_STEPS = 100


class NotADraftError(NotAllowedError):
    """The plan is not in the state `draft`, so its text is fixed."""


class Writer(Protocol):
    """Where changed drafts go; see `editing.writer`."""

    def submit(self, file: LpdFile) -> None:
        """Takes the newest state to be written soon."""

    def flush(self, timeout: float | None = None) -> bool:
        """Returns whether everything that was taken is written; may be called from any thread."""


@dataclass(frozen=True)
class Change:
    """One change that listeners hear of.

    Attributes:
        title: German name of the step, such as `Tabelle einlesen`; empty for typed text.
        text_at: The field whose editor already shows the new text, None for other changes.
        in_all_texts: Words were replaced everywhere; undone from any text.
        beside: The part of the work that alone is different, beside the text.
    """

    title: str
    text_at: Address | None = None
    in_all_texts: bool = False
    beside: Beside = ""

    @property
    def only_remarks(self) -> bool:
        """Whether nothing but remarks is different."""
        return self.beside == "remarks"


_ONLY_REMARKS = (
    "In diesem Planungsdokument wird nur angemerkt: Der Text ist gegen Änderungen gesperrt. „Nur "
    "anmerken“ im Menü „Anmerkungen“ hebt die Sperre auf."
)


class OpenDraft:
    """The truth while a draft is open. Widgets ask it and tell it; they hold none of their own.

    Attributes:
        only_remarks: Somebody reads it to remark on it; its text is locked also in the state
            `draft`. That is no property of the plan, and nobody else is told.
    """

    def __init__(
        self,
        file: LpdFile,
        writer: Writer | None = None,
        editor: Callable[[], Editor] | None = None,
    ) -> None:
        """Opens `file`.

        Args:
            file: What is edited.
            writer: Is told of every change.
            editor: Tells who changes it now; without it nobody is noted.
        """
        self._file = self._found = file
        self._writer = writer
        self._editor = editor
        self._session = EditSession()
        self._steps_made = 0
        self.only_remarks = False
        self._done: list[DraftStep] = []
        self._undone: list[DraftStep] = []
        self._listeners: list[Callable[[Change], None]] = []

    @property
    def file(self) -> LpdFile:
        """The newest state."""
        return self._file

    @property
    def plan(self) -> Plan:
        """The newest plan."""
        return self._file.plan

    @property
    def is_editable(self) -> bool:
        """Whether the text may be changed: only in the state `draft`."""
        return self._file.work.state == "draft" and not self.only_remarks

    @property
    def why_fixed(self) -> str:
        """A German sentence on why the text cannot be changed, empty where it can."""
        return why_fixed(self._file) or (_ONLY_REMARKS if self.only_remarks else "")

    def flush(self, timeout: float) -> bool:
        """Writes the newest state at once; may be called from any thread.

        Returns:
            Whether it is stored within `timeout` seconds, or there is no writer.
        """
        return self._writer is None or self._writer.flush(timeout)

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Calls `listener` after every change; returns what ends the subscription."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def findings(self) -> list[Finding]:
        """What the checks say about the newest state."""
        from lpd_desktop.check.engine import check_plan

        return check_plan(self._file.plan, self._file.work, self._file.form)

    def set_text(self, address: Address, blocks: Blocks) -> None:
        """Takes what was typed into the editor of one field; undone by that editor.

        Raises:
            NotADraftError: the plan is no longer a draft, or is locked; so below.
            KeyError: the address names no text field of this plan.
        """
        if blocks_at(self._file.form, self.plan, address) == blocks:
            return
        self._require_draft()
        after = replace(self._file, plan=with_blocks(self._file.form, self.plan, address, blocks))
        self._become(self._edited(after), Change("", address.field))

    def change(
        self, title: str, step: Callable[[LpdFile], LpdFile], *, in_all_texts: bool = False
    ) -> None:
        """Carries out one named step that can be undone; changed budgets become versions.

        Args:
            title: German name of the step.
            step: Gives the file after it.
            in_all_texts: It replaces words everywhere; see `Change`.

        Raises:
            NotADraftError: the plan is no longer a draft.
        """
        before = self._file
        after = step(before)
        if after == before:
            return
        self._require_draft()
        after = self._edited(self._session.recorded(before, after))
        self._note_step(title, after)
        self._become(after, Change(title, in_all_texts=in_all_texts))

    def remark(self, title: str, step: Callable[[LpdFile], LpdFile]) -> None:
        """Carries out one named step that touches remarks alone: in every state of the plan.

        Args:
            title: German name of the step, such as `Anmerkung`.
            step: Gives the file after it; see `editing.remarks`.

        Raises:
            NotADraftError: the step changes more than remarks, and the plan is no draft any more.
        """
        self._change_beside("remarks", title, step)

    def change_dates(self, title: str, step: Callable[[LpdFile], LpdFile]) -> None:
        """As `remark`, for own dates; see `editing.own_dates`.

        Raises:
            NotADraftError: the step changes more than dates, and the plan is no draft any more.
        """
        self._change_beside("dates", title, step)

    def _change_beside(self, part: Beside, title: str, step: Callable[[LpdFile], LpdFile]) -> None:
        before = self._file
        after = step(before)
        if after == before:
            return
        beside: Beside = part if with_part(part, after, before) == before else ""
        if not beside:
            self._require_draft()
        self._note_step(title, after, beside)
        self._become(after, Change(title, beside=beside))

    def _note_step(self, title: str, after: LpdFile, beside: Beside = "") -> None:
        self._steps_made += 1
        step = DraftStep(self._steps_made, title, self._file, after, beside)
        self._done = [*self._done, step][-UNDO_STEPS:]
        self._undone.clear()

    def move_on(self, title: str, file: LpdFile, *, submits: bool = True) -> None:
        """Takes a new state of the life cycle, such as an approval; nothing before is undone.

        Args:
            title: German name of the step.
            file: The new state.
            submits: Whether the writer stores it; else that is done together with what belongs
                to it, and `submit` tells the writer afterwards.
        """
        self._done.clear()
        self._undone.clear()
        self._session.close()
        self._found = file
        self._become(file, Change(title), submits=submits)

    def submit(self) -> None:
        """Gives the newest state to the writer."""
        if self._writer is not None:
            self._writer.submit(self._file)

    @property
    def undo_title(self) -> str:
        """What `undo` would take back, empty for nothing."""
        return self._title_of(self._done)

    @property
    def undo_number(self) -> int:
        """The number of the step that `undo` would take back, 0 for nothing; undo keeps it."""
        return self._done[-1].number if self.undo_title else 0

    @property
    def redo_number(self) -> int:
        """The number of the step that `redo` would bring back, 0 for nothing."""
        return self._undone[-1].number if self.redo_title else 0

    @property
    def redo_title(self) -> str:
        """What `redo` would bring back, empty for nothing."""
        return self._title_of(self._undone)

    def _title_of(self, steps: list[DraftStep]) -> str:
        """The last step; of a plan that is no draft only steps beside its text are undone."""
        is_free = bool(steps) and bool(self.is_editable or steps[-1].beside)
        return steps[-1].title if is_free else ""

    def undo(self) -> None:
        """Takes the last step back; texts typed since stay."""
        if self.undo_title:
            step, now = self._done.pop(), self._file
            before = self._gone_to(led_back(step, now, step.after, step.before))
            self._undone.append(replace(step, before=before, after=now))
            self._become(before, Change(step.title, beside=step.beside))

    def redo(self) -> None:
        """Brings back the step that was undone last, with all that was typed in it; see `undo`."""
        if self.redo_title:
            step, now = self._undone.pop(), self._file
            after = self._gone_to(led_back(step, now, step.before, step.after))
            self._done.append(replace(step, before=now, after=after))
            self._become(after, Change(step.title, beside=step.beside))

    def _edited(self, after: LpdFile) -> LpdFile:
        """The changed file with the one who changes it now as last editor.

        A step that brings editors along, such as the file of a colleague, keeps them. Who leaves
        the text as he found it, because he took all back, has not edited it.
        """
        if self._editor is None or after.work.editors != self._file.work.editors:
            return after
        if (after.plan, after.form) == (self._found.plan, self._found.form):
            work = changed(after.work, editors=self._found.work.editors)
            return replace(after, work=work)
        return with_editor(self._file, after, self._editor())

    def _gone_to(self, file: LpdFile) -> LpdFile:
        """The state of an undone or redone step; those who edited meanwhile stay on record."""
        work = changed(file.work, editors=self._file.work.editors)
        return self._edited(replace(file, work=work))

    def _become(self, file: LpdFile, change: Change, *, submits: bool = True) -> None:
        self._file = file
        if submits:
            self.submit()
        for listener in tuple(self._listeners):
            listener(change)

    def _require_draft(self) -> None:
        if not self.is_editable:
            raise NotADraftError(self.why_fixed)
