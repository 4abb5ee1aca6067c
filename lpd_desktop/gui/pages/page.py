"""What all pages share: heading, rows, findings at the fields, leading to a place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTableView,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.editing.open_draft import Change
from lpd_desktop.gui.drafts import Drafts
from lpd_desktop.gui.form_row import FormRow
from lpd_desktop.gui.job_runner import JobRunner
from lpd_desktop.gui.look.letters import larger, quiet_label
from lpd_desktop.gui.pages.fixed_notice import FixedNotice
from lpd_desktop.gui.session import PlanSession
from lpd_desktop.gui.steps.steps import Step
from lpd_desktop.gui.window_memory import WindowMemory
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.errors import LpdError

TEXT_WIDTH = 780
"""About 75 to 90 characters, like the page it becomes."""

_SIDE = 24
_NARROW = 480


class Requests(QObject):
    """What a page asks of the window."""

    place_wanted = Signal(object, str)
    step_wanted = Signal(str)
    message_wanted = Signal(str, str)
    action_wanted = Signal(str)
    notice_wanted = Signal(str)
    finding_wanted = Signal(object)
    explanation_wanted = Signal(object)
    withdrawal_wanted = Signal(object)
    file_met = Signal(object)
    further_draft_wanted = Signal(object)


@dataclass(frozen=True)
class PageContext:
    """What a page is given: the open draft, the long work, and whom it asks."""

    session: PlanSession
    jobs: JobRunner
    requests: Requests
    drafts: Drafts
    data_folder: Path
    previews: JobRunner
    added_forms: Path
    memory: WindowMemory


class Page(QWidget):
    """One page. It shows the draft and tells it what is typed; it holds no truth.

    Attributes:
        sight_wanted: The focused field shall be seen until somebody goes on, whatever the page
            lays out anew meanwhile.
    """

    sight_wanted = Signal()
    fills_window = False
    has_text = False

    def __init__(self, context: PageContext, step: Step) -> None:
        super().__init__()
        self.context = context
        self.step = step
        self._rows: dict[str, FormRow] = {}
        self._section = quiet_label("")
        self._heading = QLabel()
        self._heading.setWordWrap(True)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setFont(larger(self._heading.font()))
        self.column = self._new_column()
        self.column.addWidget(self._section)
        self.column.addWidget(self._heading)
        self.fixed = FixedNotice()
        self.fixed.step_wanted.connect(self._on_step_wanted)
        self.column.addWidget(self.fixed)
        self.show_step(step)
        self.build()
        if not self.fills_window:
            self.column.addStretch(1)

    def _new_column(self) -> QVBoxLayout:
        self._outer = outer = QHBoxLayout(self)
        outer.setContentsMargins(_SIDE, 16, _SIDE, _SIDE)
        holder = QWidget()
        holder.setMaximumWidth(TEXT_WIDTH)
        outer.addWidget(holder)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        return column

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page has narrow margins."""
        super().resizeEvent(event)
        side = _SIDE if event.size().width() >= _NARROW else _SIDE // 3
        self._outer.setContentsMargins(side, 16, side, _SIDE)

    @property
    def file(self) -> LpdFile:
        """The newest state of the draft."""
        return self.context.session.file

    def build(self) -> None:
        """Adds the fields to `column`."""

    def refresh(self, change: Change | None) -> None:
        """Shows the newest state; `change` is None when the page is shown first."""

    def flush(self) -> None:
        """Hands over at once what was typed last."""

    def add_row(self, address: Address, row: FormRow) -> FormRow:
        """Adds a row whose findings are those at an address."""
        self.column.addWidget(row)
        self.watch(address, row)
        return row

    def watch(self, address: Address, row: FormRow) -> None:
        """Findings at the address are shown by this row."""
        self._rows[str(address)] = row
        row.acceptance_wanted.connect(self.context.requests.finding_wanted)

    @property
    def rows(self) -> Mapping[str, FormRow]:
        """The rows that stand at an address of the plan, by it."""
        return self._rows

    def row_address(self, field: QWidget | None) -> str:
        """The address of the row that a field belongs to, empty for none."""
        for address, row in self._rows.items():
            if field is not None and (row.field is field or row.field.isAncestorOf(field)):
                return address
        return ""

    def address_at(self, field: QWidget | None) -> str:
        """Where in the plan the cursor stands when a field has the focus, empty for nowhere."""
        return self.row_address(field)

    def show_step(self, step: Step) -> None:
        """Takes over heading and place of a step that was renamed or moved."""
        self.step = step
        self._section.setText(step.section)
        self._section.setVisible(bool(step.section))
        self._heading.setText(step.heading)

    def show_findings(self) -> None:
        """Shows at each field what the newest check says about it."""
        session = self.context.session
        for address, row in self._rows.items():
            row.show_due_findings(session.findings_at((address,)))

    def expect_findings(self, address: Address) -> None:
        """A finding led to this place, so it is shown there."""
        row = self._rows.get(str(address.field))
        if row is not None:
            row.expect_findings()

    def set_editable(self, editable: bool) -> None:
        """Only a draft can be changed; above another one stands why, and what to do first."""
        self.fixed.show_state(self.file, self.context.session.draft.why_fixed)
        for child in self.findChildren(QWidget):
            if child is self.fixed.button:
                continue
            if isinstance(child, QTextEdit | QLineEdit):
                child.setReadOnly(not editable)
            elif isinstance(child, QAbstractButton | QComboBox | QTableView):
                child.setEnabled(editable)

    @Slot(str)
    def _on_step_wanted(self, key: str) -> None:
        self.context.requests.action_wanted.emit(f"state_{key}")

    @Slot()
    def keep_focus_in_sight(self) -> None:
        """Scrolls so far that the focused field is seen."""
        area = self.scroll_area()
        focused = self.focusWidget()
        if area is None or focused is None:
            return
        room = area.viewport().size()
        margins = min(50, room.width() // 4), min(80, room.height() // 4)
        if isinstance(focused, QTextEdit):
            cursor = focused.viewport().mapTo(self, focused.cursorRect().center())
            area.ensureVisible(cursor.x(), cursor.y(), *margins)
        else:
            area.ensureWidgetVisible(focused, *margins)

    def scroll_area(self) -> QScrollArea | None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent

    def lead_to(self, address: Address, quote: str) -> None:
        """Sets the focus into the field of an address and selects the words concerned."""
        row = self._rows.get(str(address.field))
        field = row.field if row else self.first_field()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field, QLineEdit) and quote and quote in field.text():
            field.setSelection(field.text().index(quote), len(quote))

    def first_field(self) -> QWidget:
        """The field that gets the focus when the page is shown."""
        return next(iter(self._rows.values())).field if self._rows else self

    def change(self, title: str, step: Callable[[LpdFile], LpdFile]) -> bool:
        """Carries out a step on the draft; what it refuses is said in a message."""
        try:
            self.context.session.draft.change(title, step)
        except LpdError as error:
            self.context.requests.message_wanted.emit(title, str(error))
            return False
        return True


def in_scroll_area(page: Page) -> QScrollArea:
    """The page in a scroll area; it scrolls sideways only where the window is very narrow."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
