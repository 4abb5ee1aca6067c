"""Above and below the page: whose plan it is, and Back, Next, preview, saving."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.form.derive import unconfirmed_notice
from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.approval.told_states import BROKEN
from lpd_desktop.gui.findings.overview import Overview
from lpd_desktop.gui.job_runner import JobRunner
from lpd_desktop.gui.job_strip import JobStrip
from lpd_desktop.gui.look.elided_label import ElidedLabel
from lpd_desktop.gui.notice_line import NoticeLine
from lpd_desktop.gui.session import PlanSession
from lpd_desktop.gui.steps.steps import Step
from lpd_desktop.plan.work import STATE_NAMES
from lpd_desktop.release.consistency import standing_fault

_MOST_OF_THE_ROOM = 12


class BottomBar(QWidget):
    """Saved or not, preview, Back and Next."""

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self._has_failed = self._is_short = False
        self._next_label = ""
        self.saved = NoticeLine("Gespeichert")
        self.settle = QPushButton("Klären…")
        self.settle.setAutoDefault(False)
        self.settle.setAccessibleDescription("Der Entwurf wurde anderswo gespeichert.")
        self.settle.hide()
        self.job = JobStrip(jobs)
        self.preview = QPushButton("&Vorschau")
        self.back = QPushButton("< &Zurück")
        self.next = QPushButton("&Weiter >")
        self.next.setDefault(False)
        self._line = layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self.saved, 1)
        layout.addWidget(self.settle)
        layout.addWidget(self.job, 2)
        for button in (self.preview, self.back, self.next):
            button.setAutoDefault(False)
            layout.addWidget(button)

    def show_neighbours(self, has_back: bool, following: Step | None) -> None:
        """Names the page that Next leads to."""
        self.back.setEnabled(has_back)
        self.next.setVisible(following is not None)
        self._next_label = following.label if following else ""
        self._name_next()

    def show_short(self, is_short: bool) -> None:
        """In a small window: no more than what has no other place."""
        self.preview.setVisible(not is_short)
        margin = 4 if is_short else 12
        self._line.setContentsMargins(margin, margin * 2 // 3, margin, margin * 2 // 3)
        self._is_short = is_short
        self.job.show_short(is_short)
        self._name_next()

    def _name_next(self) -> None:
        label = self._next_label
        short = label if len(label) <= 34 else f"{label[:33].rstrip()}…"
        named = f"&Weiter: {short.replace('&', '&&')} >"
        self.next.setText("&Weiter >" if self._is_short else named)
        self.next.setToolTip(label)

    def show_notice(self, sentence: str) -> None:
        """Says for a while what has just happened."""
        self.saved.show_notice(sentence)

    def show_saving(self, sentence: str, failed: bool = False, spoken: str = "") -> None:
        """Says how saving stands; said aloud is only that it fails, and that it works again.

        Args:
            sentence: What is shown.
            failed: Whether it could not be saved.
            spoken: What is said aloud, where that is more.
        """
        self.saved.show_lasting(f"⚠ {sentence}" if failed else sentence, urgent=failed)
        self._line.setStretchFactor(self.saved, _MOST_OF_THE_ROOM if failed else 1)
        if failed and not self._has_failed:
            announce(self, spoken or sentence, urgent=True)
        self._has_failed = self._has_failed or failed

    def show_saved(self) -> None:
        """Everything is in the store."""
        self.show_saving("Gespeichert")
        if self._has_failed:
            announce(self, "Wieder gespeichert")
        self._has_failed = False


class Header(QWidget):
    """Whose plan this is, in which state, how its file stands to it, how many findings."""

    def __init__(self) -> None:
        super().__init__()
        self._title = ElidedLabel()
        self._notice = ElidedLabel()
        self.file = QPushButton()
        self.file.setAutoDefault(False)
        self.file.hide()
        self._counts = QLabel()
        font = self._title.font()
        font.setWeight(font.Weight.DemiBold)
        self._title.setFont(font)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.setSpacing(16)
        for label in (self._title, self._notice):
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        layout.addWidget(self._title)
        layout.addStretch(1)
        layout.addWidget(self._notice)
        layout.addWidget(self.file)
        layout.addWidget(self._counts)
        self.setMinimumHeight(self.file.sizeHint().height() + 8)

    def show_session(self, session: PlanSession) -> None:
        """Shows the newest state."""
        file = session.file
        name = file.plan.jobcenter.name or "Ohne Jobcenter"
        state = STATE_NAMES[file.work.state]
        fault = standing_fault(file)
        self._title.show_text(f"{name} · {file.form.text(file.form.title)} · {state}")
        broken = f"⚠ {BROKEN}: {fault} Die Seite „Freigabe“ sagt, was zu tun ist." if fault else ""
        self._notice.show_text(broken or unconfirmed_notice(file.form))
        counts = Overview(file, session.findings).counts()
        self._counts.setText(counts if session.was_checked else "")

    def show_file(self, words: str, sentence: str) -> None:
        """Shows how the file of the draft stands to it; a click tells more."""
        self.file.setText(words)
        self.file.setToolTip(sentence)
        self.file.setAccessibleDescription(sentence)
        self.file.show()


def stack(holder: QWidget, *parts: QWidget, tallest: QWidget) -> None:
    """Puts parts one below the other without gaps; the tallest takes what room is left."""
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, int(part is tallest))


def rule() -> QFrame:
    """A quiet line between the parts of the window."""
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setForegroundRole(QPalette.ColorRole.Mid)
    return line
