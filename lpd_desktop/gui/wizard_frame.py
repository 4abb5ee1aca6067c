"""Above and below the page: whose plan it is, and Back, Next, preview, saving."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from lpd_desktop.form.derive import unconfirmed_notice
from lpd_desktop.gui.elided_label import ElidedLabel
from lpd_desktop.gui.finding_lines import finding_counts
from lpd_desktop.gui.session import PlanSession
from lpd_desktop.gui.steps import Step
from lpd_desktop.plan.work import STATE_NAMES


class BottomBar(QWidget):
    """Saved or not, preview, Back and Next."""

    def __init__(self) -> None:
        super().__init__()
        self.saved = ElidedLabel("Gespeichert")
        self._job = QLabel()
        self.preview = QPushButton("&Vorschau")
        self.back = QPushButton("< &Zurück")
        self.next = QPushButton("&Weiter >")
        self.next.setDefault(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self.saved, 1)
        layout.addWidget(self._job)
        for button in (self.preview, self.back, self.next):
            button.setAutoDefault(False)
            layout.addWidget(button)

    def show_neighbours(self, has_back: bool, following: Step | None) -> None:
        """Names the page that Next leads to."""
        self.back.setEnabled(has_back)
        self.next.setVisible(following is not None)
        label = following.label if following else ""
        short = label if len(label) <= 34 else f"{label[:33].rstrip()}…"
        self.next.setText(f"&Weiter: {short.replace('&', '&&')} >")

    @Slot(str)
    def show_job(self, title: str) -> None:
        """Says that something long is being done."""
        self._job.setText(f"{title} …")

    @Slot()
    def show_no_job(self) -> None:
        """The long work is over."""
        self._job.setText("")

    def show_saving(self, sentence: str, failed: bool = False) -> None:
        """Says how saving stands."""
        self.saved.show_text(f"⚠ {sentence}" if failed else sentence)


class Header(QWidget):
    """Whose plan this is, in which state, how many findings."""

    def __init__(self) -> None:
        super().__init__()
        self._title = ElidedLabel()
        self._notice = ElidedLabel()
        self._counts = QLabel()
        font = self._title.font()
        font.setWeight(font.Weight.DemiBold)
        self._title.setFont(font)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self._title, 2)
        layout.addSpacing(16)
        layout.addWidget(self._notice, 1)
        layout.addWidget(self._counts)

    def show_session(self, session: PlanSession) -> None:
        """Shows the newest state."""
        file = session.file
        name = file.plan.jobcenter.name or "Ohne Jobcenter"
        state = STATE_NAMES[file.work.state]
        self._title.show_text(f"{name} · {file.form.text(file.form.title)} · {state}")
        self._notice.show_text(unconfirmed_notice(file.form))
        self._counts.setText(finding_counts(session.findings))


def rule() -> QFrame:
    """A quiet line between the parts of the window."""
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setForegroundRole(QPalette.ColorRole.Mid)
    return line
