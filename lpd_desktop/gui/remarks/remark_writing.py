"""Writing remarks: new ones, answers, other words; settling, opening again, deleting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from lpd_desktop.editing.remarks import (
    AddRemark,
    AnswerRemark,
    ChangeRemark,
    DeleteRemark,
    ReopenRemark,
    ResolveRemark,
)
from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.messages import tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.remarks.anchoring import anchor_on
from lpd_desktop.gui.remarks.author_dialog import AuthorDialog
from lpd_desktop.gui.remarks.authors import known_author
from lpd_desktop.gui.remarks.remark_dialog import RemarkDialog
from lpd_desktop.gui.remarks.remark_lines import DOCUMENT
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.remark import Author
from lpd_desktop.plan.remark_anchor import Anchor
from lpd_desktop.plan.remark_list import ListedRemark, said_by, shown_quote
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.errors import LpdError

Step = Callable[[LpdFile], LpdFile]


@dataclass(frozen=True)
class _Task:
    """What is written in a dialog.

    Attributes:
        key: Tells one unfinished text from another.
        title: What the step of the draft is called.
        heading: What stands in the title bar.
        about: What it is about.
        done: The caption of the button that finishes.
        step: Makes the step of what is written.
        text: What stands there at first.
    """

    key: str
    title: str
    heading: str
    about: tuple[str, ...]
    done: str
    step: Callable[[str], Step]
    text: str = ""


class RemarkWriting(QObject):
    """Belongs to one open plan; keeps what was written and not finished."""

    author_changed = Signal(object)

    def __init__(
        self, parent: QObject, window: QWidget, wizard: PlanWizard, context: PageContext
    ) -> None:
        super().__init__(parent)
        self._window, self._wizard, self._context = window, wizard, context
        self._session = context.session
        self.author = known_author(context.memory, context.data_folder)
        self._unfinished: dict[str, str] = {}

    # As whom

    @Slot()
    def ask_author(self) -> None:
        """Asks for name and function."""
        self._ask_author(self._window, None)

    def _ask_author(self, parent: QWidget, then: Callable[[], object] | None) -> None:
        dialog = AuthorDialog(parent, self.author)
        dialog.chosen.connect(self._on_author_chosen)
        if then is not None:
            dialog.chosen.connect(lambda _author: then())
        dialog.open()

    @Slot(object)
    def _on_author_chosen(self, author: Author) -> None:
        self._context.memory.remember_remark_author(author.name, author.role, author.kind)
        self.author = author
        self.author_changed.emit(author)

    def _with_author(self, do: Callable[[], object]) -> None:
        """Does it at once, or as soon as somebody has said who speaks."""
        if self.author.name:
            do()
        else:
            self._ask_author(self._window, do)

    # What

    @Slot()
    def add(self) -> None:
        """A remark on what is selected, or on the paragraph, cell or field at the cursor."""
        self._add_on(self._wizard.page.focusWidget())

    @Slot(object)
    def add_at(self, field: QWidget) -> None:
        """A remark on what is selected in a field."""
        self._add_on(field)

    def _add_on(self, field: QWidget | None) -> None:
        self._wizard.flush()
        anchor = anchor_on(self._session.file, self._wizard.page, field)
        self._with_author(partial(self._write, self._new(anchor)))

    def _new(self, anchor: Anchor) -> _Task:
        place = anchor.place or DOCUMENT
        quote = shown_quote(anchor.quote)
        return _Task(
            key=f"{anchor.where} {anchor.at} {anchor.quote}",
            title="Anmerkung",
            heading=f"Anmerkung: {place}",
            about=(f"Zu: {quote}" if quote else f"Zu: {place}",),
            done="A&nmerken",
            step=lambda text: AddRemark(anchor, text, self.author, utc_now()),
        )

    def do(self, key: str, listed: ListedRemark) -> None:
        """Does something with a remark: `answer`, `settle`, `change` or `delete`."""
        self._wizard.flush()
        doing: dict[str, Callable[[], object]] = {
            "answer": partial(self._write, self._answer(listed)),
            "change": partial(self._write, self._changed(listed)),
            "settle": partial(self._settle, listed),
            "delete": partial(self._delete, listed),
        }
        self._with_author(doing[key])

    def _answer(self, listed: ListedRemark) -> _Task:
        remark = listed.remark
        said = [f"{said_by(remark)}\n{listed.text}"]
        said += [f"{said_by(reply)}\n{reply.text}" for reply in remark.replies]
        return _Task(
            key=f"answer {remark.id}",
            title="Antwort auf eine Anmerkung",
            heading=f"Antwort: {listed.place.place or DOCUMENT}",
            about=(*((listed.about,) if listed.about else ()), *said),
            done="A&ntworten",
            step=lambda text: AnswerRemark(remark.id, text, self.author, utc_now()),
        )

    def _changed(self, listed: ListedRemark) -> _Task:
        remark = listed.remark
        return _Task(
            key=f"change {remark.id}",
            title="Anmerkung ändern",
            heading=f"Anmerkung ändern: {listed.place.place or DOCUMENT}",
            about=(listed.about,) if listed.about else (),
            done="Ä&ndern",
            step=lambda text: ChangeRemark(remark.id, text, self.author, utc_now()),
            text=remark.text,
        )

    def _settle(self, listed: ListedRemark) -> None:
        ident = listed.remark.id
        if listed.remark.resolved:
            self._take("Anmerkung wieder öffnen", ReopenRemark(ident, self.author, utc_now()))
        else:
            self._take("Anmerkung erledigt", ResolveRemark(ident, self.author, utc_now()))

    def _delete(self, listed: ListedRemark) -> None:
        step = DeleteRemark(listed.remark.id, self.author, utc_now())
        self._take("Anmerkung löschen", step)

    def _take(self, title: str, step: Step) -> None:
        """One step of the draft; what it refuses is said."""
        try:
            self._session.draft.remark(title, step)
        except LpdError as error:
            tell(self._window, title, str(error))
        else:
            self._session.check_now()
            announce(self._wizard, title)

    # The dialog

    def _write(self, task: _Task) -> None:
        dialog = RemarkDialog(self._window, task.heading, task.about, task.done)
        dialog.show_author(self.author)
        dialog.show_text(self._unfinished.get(task.key, task.text))
        dialog.written.connect(partial(self._on_written, task, dialog))
        dialog.left.connect(partial(self._unfinished.__setitem__, task.key))
        dialog.author_wanted.connect(
            partial(self._ask_author, dialog, lambda: dialog.show_author(self.author))
        )
        dialog.open()

    def _on_written(self, task: _Task, dialog: RemarkDialog, text: str) -> None:
        try:
            self._session.draft.remark(task.title, task.step(text))
        except LpdError as error:
            dialog.show_error(str(error))
            return
        self._unfinished.pop(task.key, None)
        dialog.accept()
        self._session.check_now()
        self._wizard.bar.show_notice(task.title)
