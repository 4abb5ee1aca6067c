"""Last page of the hand-over: where the package lies, and the ways to it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWizardPage

from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.handing_over.hand_over_work import HandedOver
from lpd_desktop.gui.handing_over.scrolled import scrolled
from lpd_desktop.gui.handing_over.sent_box import SentBox
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.look.rows import row_of
from lpd_desktop.gui.look.wrapped_label import WrappedLabel
from lpd_desktop.gui.pdf_export.written import open_with_system
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.store.submission_entries import WAY_NAMES

_LIES = "Das Paket liegt im Ordner „{folder}“."
_RECORDED = (
    "„{name}“ ist als eingereicht festgehalten und steht unter „Eingereichte Dokumente“. Dort "
    "legen Sie auch die Eingangsbestätigung ab."
)
_OPEN = "Als eingereicht ist es noch nicht festgehalten."
_NOT_SENT = (
    "Verschickt ist damit nichts: „E-Mail-Entwurf öffnen“ öffnet eine Datei in Ihrem "
    "E-Mail-Programm, mit dem PDF als Anhang; abgeschickt wird sie erst von Ihnen dort."
)


class DonePage(QWizardPage):
    """Shown once the package is written; the signals tell what is wanted.

    Attributes:
        recording_wanted: Who sent it, on which day, on which way.
        correction_wanted: The way or day that was recorded shall be corrected.
    """

    recording_wanted = Signal(object, str, str)
    correction_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTitle("Das Paket liegt bereit")
        self.setFinalPage(True)
        self._done: HandedOver | None = None
        self.told = WrappedLabel()
        self.folder = QPushButton("&Ordner öffnen")
        self.mail = QPushButton("E-&Mail-Entwurf öffnen")
        self.subject = QPushButton("&Betreff kopieren")
        self.text = QPushButton("&Text kopieren")
        self.folder.clicked.connect(self._on_folder_clicked)
        self.mail.clicked.connect(self._on_mail_clicked)
        self.subject.clicked.connect(partial(self._copy, "subject", "Der Betreff ist kopiert."))
        self.text.clicked.connect(partial(self._copy, "text", "Der Text ist kopiert."))
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(self.told)
        column.addLayout(row_of(self.mail, self.folder, None))
        column.addLayout(row_of(self.subject, self.text, None))
        column.addWidget(quiet_label(_NOT_SENT))
        self.sent = SentBox()
        self.sent.recording_wanted.connect(self.recording_wanted)
        self.way_line = WrappedLabel()
        self.correct = QPushButton("&Weg oder Tag berichtigen…")
        self.correct.clicked.connect(self.correction_wanted)
        column.addWidget(self.sent)
        column.addWidget(self.way_line)
        column.addLayout(row_of(self.correct, None))
        column.addStretch(1)
        scrolled(self, column)

    def show_done(self, done: HandedOver, person: Signatory, approved: str = "") -> None:
        """What was written and recorded.

        Args:
            done: It.
            person: Who probably sends it.
            approved: The day of the approval (ISO).
        """
        self._done = done
        self.sent.ask(done.way, person, approved)
        self.sent.setVisible(done.file is None)
        self.show_way(f"Festgehaltener Weg: {WAY_NAMES[done.way]}.")
        for widget in (self.way_line, self.correct):
            widget.setVisible(done.file is not None)
        recorded = _RECORDED.format(name=done.name) if done.file is not None else _OPEN
        parts = (done.told, _LIES.format(folder=done.folder), done.trouble, recorded)
        self.told.show_sentence(" ".join(part for part in parts if part))
        self.setSubTitle(f"{done.name}")
        for button, text in ((self.subject, done.subject), (self.text, done.text)):
            button.setEnabled(bool(text))
        announce(self, self.told.sentence)

    def show_way(self, sentence: str) -> None:
        """Says which way the register names, or how that was corrected."""
        self.way_line.show_sentence(sentence)

    @Slot()
    def _on_folder_clicked(self) -> None:
        if self._done is not None:
            self._open(self._done.folder)

    @Slot()
    def _on_mail_clicked(self) -> None:
        if self._done is not None:
            self._open(self._done.mail)

    def _open(self, path: Path) -> None:
        open_with_system(self.window(), path)

    def _copy(self, part: str, told: str) -> None:
        QGuiApplication.clipboard().setText(getattr(self._done, part))
        announce(self, told)
