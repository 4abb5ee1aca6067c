"""One row of a form: label, help, field, and below it what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.check.finding import Finding, Level
from lpd_desktop.gui.findings.finding_notes import FindingNotes
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.steps.step_states import is_gap

_MOST_OF_THE_ROOM = 10_000
"""Against a stretch of 1: a field that is limited in width stands at the left."""


class FormRow(QWidget):
    """Label with buddy, help line, field, findings; all of them known to screen readers."""

    acceptance_wanted = Signal(object)

    def __init__(self, caption: str, field: QWidget, help_text: str = "", note: str = "") -> None:
        super().__init__()
        self.field = field
        self._help_text = help_text
        self._findings: tuple[Finding, ...] = ()
        self._held: Finding | None = None
        self._remark = ""
        self._marked = ""
        self._marks: QLabel | None = None
        self._was_left = False
        field.installEventFilter(self)
        self._notes = FindingNotes()
        self._notes.acceptance_wanted.connect(self.acceptance_wanted)
        self._label = QLabel(caption)
        self._label.setWordWrap(True)
        self._label.setBuddy(field)
        self.rename(caption)
        self._line = QHBoxLayout()
        self._column = QVBoxLayout()
        self._build(note)
        self._describe("")

    def _build(self, note: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._label)
        if note:
            layout.addWidget(quiet_label(note))
        self._column.addWidget(self.field)
        self._line.addLayout(self._column, _MOST_OF_THE_ROOM)
        self._line.addStretch(1)
        layout.addLayout(self._line)
        layout.addWidget(self._notes)

    def rename(self, caption: str) -> None:
        """Gives the field another label, for eyes and for screen readers."""
        self._label.setText(caption)
        for named in (self.field, *self.field.findChildren(QLineEdit)):
            named.setAccessibleName(plain_caption(caption))

    def add_beside(self, widget: QWidget) -> None:
        """Puts a button to the right of the field, as far left as both allow."""
        self._line.insertWidget(self._line.count() - 1, widget)

    def add_below(self, widget: QWidget) -> None:
        """Puts a widget right below the field."""
        self._column.addWidget(widget)

    def describe_also(self, sentence: str) -> None:
        """What screen readers say of the field at last; nobody is told while typing."""
        self._remark = sentence
        if not self.is_being_edited:
            self._describe(self._notes.text)

    def tell_remarks(self, sentence: str) -> None:
        """Says below the field how many remarks of readers it has; an empty sentence for none."""
        if sentence == self._marked:
            return
        self._marked = sentence
        if self._marks is None:
            self._marks = quiet_label("")
            self._column.insertWidget(1, self._marks)
        self._marks.setText(sentence)
        self._marks.setVisible(bool(sentence))
        self._describe(self._notes.text)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Shows the findings of this field below it."""
        self._findings = tuple(findings)
        self._notes.show_findings(self._with_held(self._findings))
        self._describe(self._notes.text)

    def show_due_findings(self, findings: Sequence[Finding]) -> None:
        """Shows what may be said now.

        While somebody types here findings may go but not come. A field that nobody has left yet
        is empty, not wrong: that something is missing waits until then.
        """
        if not self._was_left:
            findings = [each for each in findings if not is_gap(each, None)]
        if self.is_being_edited:
            findings = [each for each in findings if each in self._findings]
        self.show_findings(findings)

    def expect_findings(self) -> None:
        """Somebody was led here by a finding: it is shown although the field is untouched."""
        self._was_left = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._was_left = True
            self._describe(self._notes.text)
        return super().eventFilter(watched, event)

    def show_error(self, sentence: str) -> None:
        """Shows one sentence as an error, or nothing."""
        self._notes.show_error(sentence)
        self._describe(sentence)

    def hold(self, level: Level, sentence: str) -> None:
        """Shows one sentence that findings do not replace, until an empty one takes it back."""
        self._held = _said(level, sentence) if sentence else None
        self.show_findings(self._findings)

    def _with_held(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """What is typed wrongly is not in the plan, so its findings would mislead."""
        if self._held is None:
            return findings
        return (self._held,) if self._held.level == "error" else (*findings, self._held)

    @property
    def is_being_edited(self) -> bool:
        """Whether somebody may be typing here: findings wait until the field is left."""
        return self.field.hasFocus()

    def _describe(self, problems: str) -> None:
        parts = [part for part in (problems, self._marked, self._help_text, self._remark) if part]
        self.field.setAccessibleDescription(" ".join(parts))


class LineRow(FormRow):
    """A row with a single line of text."""

    def __init__(self, caption: str, note: str = "") -> None:
        self.edit = QLineEdit()
        super().__init__(caption, self.edit, note, note)


def _said(level: Level, sentence: str) -> Finding:
    return Finding(rule="", level=level, where="", place="", message=sentence)


def plain_caption(caption: str) -> str:
    """A caption without the mark of its mnemonic and without its colon."""
    return caption.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip(":")


class QuietComboBox(QComboBox):
    """A combo box that the wheel changes only while it has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class QuietSpinBox(QSpinBox):
    """A spin box that the wheel changes only while it has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
