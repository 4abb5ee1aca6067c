"""„Erscheinungsbild“: logo with its alternative text, colour, and what new plans begin with."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from msgspec.structs import replace as changed
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from lpd_desktop.editing.look import STANDARD_LOOK, Look, LookTaken, look_of
from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.cover_look.color_row import ColorRow
from lpd_desktop.gui.cover_look.cover_sketch import CoverSketch, size_words
from lpd_desktop.gui.cover_look.look_work import KeepOfficeLook, ReadLogo, ReadOfficeLook
from lpd_desktop.gui.cover_look.offered_image import offered_image
from lpd_desktop.gui.draft_dialog import DraftDialog
from lpd_desktop.gui.file_choice import choose_to_open
from lpd_desktop.gui.form_row import LineRow
from lpd_desktop.gui.job_runner import Job, Work
from lpd_desktop.gui.look.flow_layout import FlowLayout
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.messages import sentence_of, tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.plan.logo import PRINT_RESOLUTION, Logo

TITLE = "Erscheinungsbild"
_IMAGES = "Bilder (*.png *.jpg *.jpeg);;Alle Dateien (*)"
_ALT_ABOUT = (
    "Was das Logo zeigt, für Menschen, die es nicht sehen, zum Beispiel „Logo: Kreis Musterland“."
)
_ALT_MISSING = "Ohne Alternativtext lässt sich das Dokument nicht freigeben."
_NO_LOGO = (
    "Kein Logo. Wählen Sie ein Bild als PNG oder JPEG, ziehen Sie es in dieses Fenster oder fügen "
    "Sie es mit Strg+V ein."
)
_COARSE = " Auf Papier wird es unscharf; nehmen Sie ein größeres Bild, wenn Sie eines haben."
_NOTHING_TO_PASTE = (
    "In der Zwischenablage ist kein Bild. Kopieren Sie zuerst das Logo, etwa aus einem anderen "
    "Programm."
)


class LookDialog(DraftDialog):
    """One step of the draft when it is taken; nothing before."""

    def __init__(self, parent: QWidget, context: PageContext) -> None:
        super().__init__(parent, context, TITLE)
        file = self._session.file
        self._logo: Logo | None = None
        self._reading: Job | None = None
        self.sketch = CoverSketch(file.form.text(file.form.title))
        self.about = quiet_label("")
        self.alt = LineRow("&Alternativtext", _ALT_ABOUT)
        self.color = ColorRow()
        self._remove = _button("Logo &entfernen")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = self._buttons.addButton("Ü&bernehmen", QDialogButtonBox.ButtonRole.AcceptRole)
        self._build()
        self._connect()
        self.setAcceptDrops(True)
        self.show_look(look_of(file))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self.sketch)
        column.addWidget(self.about)
        choose, paste = _button("Bild &wählen…"), _button("Bild e&infügen")
        choose.clicked.connect(self._on_choose)
        paste.clicked.connect(self._paste)
        column.addLayout(_row(choose, paste, self._remove))
        column.addWidget(self.alt)
        column.addWidget(self.color)
        office, keep = _button("Wie beim &Haus hinterlegt"), _button("Für neue Pläne &merken")
        standard = _button("&Standard")
        standard.setAccessibleDescription("Ohne Logo und mit der Farbe des Programms.")
        office.clicked.connect(self._on_office)
        keep.clicked.connect(self._on_keep)
        standard.clicked.connect(partial(self.show_look, STANDARD_LOOK))
        column.addLayout(_row(office, keep, standard))
        column.addStretch(1)
        column.addWidget(self._buttons)
        self.resize(560, 600)

    def _connect(self) -> None:
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        self._remove.clicked.connect(self._on_removed)
        self.alt.edit.textChanged.connect(self._show)
        self.color.changed.connect(self._show)
        QShortcut(QKeySequence.StandardKey.Paste, self).activated.connect(self._paste)

    @property
    def look(self) -> Look | None:
        """What is chosen; None while the code of the colour is none."""
        accent = self.color.accent
        if accent is None:
            return None
        alt = " ".join(self.alt.edit.text().split())
        return Look(changed(self._logo, alt=alt) if self._logo else None, accent)

    def show_look(self, look: Look) -> None:
        """Puts a look into all fields."""
        self._logo = look.logo
        self.alt.edit.setText(look.logo.alt if look.logo else "")
        self.color.show_accent(look.accent)
        self._show()

    @Slot()
    def _show(self) -> None:
        logo = self._logo
        self.about.setText(_about(logo))
        self.alt.setEnabled(logo is not None)
        self._remove.setEnabled(logo is not None)
        is_missing = logo is not None and not self.alt.edit.text().strip()
        self.alt.hold("warning", _ALT_MISSING if is_missing else "")
        self.sketch.show_look(Look(logo, self.color.accent or ""))

    @Slot()
    def _on_choose(self) -> None:
        choose_to_open(self, "Logo wählen", _IMAGES, self._on_chosen)

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        self._read(Path(name))

    @Slot()
    def _paste(self) -> None:
        offered = offered_image(QGuiApplication.clipboard().mimeData())
        if offered is None:
            tell(self, TITLE, _NOTHING_TO_PASTE)
        else:
            self._read(offered)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if len(data.urls()) == 1 or data.hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        offered = offered_image(event.mimeData())
        if offered is not None:
            event.acceptProposedAction()
            self._read(offered)

    def _read(self, source: Path | bytes) -> None:
        """The image that was asked for last counts."""
        if self._reading is not None:
            self._reading.drop(succeeded=self._on_read, failed=self._on_failed)
        self._reading = self._start(ReadLogo(source), self._on_read)

    @Slot(object)
    def _on_read(self, logo: Logo) -> None:
        """The words of the logo before stay: it is often the same one in a better file."""
        self._reading = None
        self._logo = logo
        self._show()
        announce(self, f"Logo übernommen. {self.about.text()}")
        self.alt.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_removed(self) -> None:
        self._logo = None
        self.alt.edit.clear()
        self._show()
        announce(self, "Logo entfernt.")

    @Slot()
    def _on_office(self) -> None:
        self._start(ReadOfficeLook(self._context.data_folder), self.show_look)

    @Slot()
    def _on_keep(self) -> None:
        look = self.look
        if look is None:
            self.color.code.setFocus()
        else:
            self._start(KeepOfficeLook(self._context.data_folder, look), self._on_kept)

    @Slot(object)
    def _on_kept(self, _path: Path) -> None:
        sentence = "Neue Planungsdokumente beginnen auf diesem Rechner mit diesem Erscheinungsbild."
        tell(self, TITLE, sentence, warning=False)

    def _start(self, work: Work, done: object) -> Job:
        job = self._context.jobs.start(TITLE, work)
        job.succeeded.connect(done)
        job.failed.connect(self._on_failed)
        return job

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._reading = None
        tell(self, TITLE, sentence_of(error))

    @Slot()
    def _on_accepted(self) -> None:
        look = self.look
        if look is None:
            self.color.code.setFocus()
        elif self._change("Erscheinungsbild ändern", LookTaken(look)):
            self.accept()


def _about(logo: Logo | None) -> str:
    if logo is None:
        return _NO_LOGO
    return size_words(logo) + (_COARSE if logo.resolution < PRINT_RESOLUTION else "")


def _button(caption: str) -> QPushButton:
    button = QPushButton(caption)
    button.setAutoDefault(False)
    return button


def _row(*buttons: QPushButton) -> FlowLayout:
    row = FlowLayout()
    for button in buttons:
        row.addWidget(button)
    return row
