"""„Zwei Fassungen vergleichen“: what changed from one state of the draft to another, as a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from lpd_desktop.editing.draft_states import NOW, PRESENT_NAME, named_state
from lpd_desktop.gui.comparing.changes_as_pdf import ChangesAsPdf, States
from lpd_desktop.gui.draft_dialog import DraftDialog
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.versions.kept_states import DraftPlace
from lpd_desktop.pdf.changes.compared_state import ComparedState
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.german import local_time
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.earlier.restore_points import RestorePoint

TITLE = "Zwei Fassungen vergleichen"
_ABOUT = (
    "Das Änderungsdokument nennt Wort für Wort, was von der älteren zur neueren Fassung geändert "
    "wurde. Es ist auch ohne Farbe und mit einem Vorleseprogramm zu lesen."
)
_NARROWEST = 24
"""Letters of a list of states; longer names are cut there, not in the list that opens."""


@dataclass(frozen=True)
class LoadStates:
    """Gives two states of a draft; each is the number of a point, or `jetzt`.

    Attributes:
        present: The draft as it is in the window.
    """

    place: DraftPlace
    present: LpdFile
    wanted: tuple[str, str]

    def __call__(self) -> States:
        with DraftStore.open(self.place.folder) as store:
            old, new = (self._state(store, each) for each in self.wanted)
        return old, new

    def _state(self, store: DraftStore, wanted: str) -> ComparedState:
        if wanted == NOW:
            return ComparedState(self.present, PRESENT_NAME)
        return named_state(store, self.place.draft_id, wanted)


class TwoStatesDialog(DraftDialog):
    """Offers all restore points and the draft as it is now."""

    def __init__(
        self,
        parent: QWidget,
        context: PageContext,
        points: Sequence[RestorePoint],
        chosen: RestorePoint | None = None,
    ) -> None:
        super().__init__(parent, context, TITLE)
        self._saving = ChangesAsPdf(self, context.jobs)
        self.old, self.new = QComboBox(), QComboBox()
        for box in (self.old, self.new):
            self._fill(box, points)
        self.old.setCurrentIndex(self.old.findData(str(chosen.id)) if chosen is not None else -1)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.save = self.buttons.addButton(
            "Als &PDF speichern…", QDialogButtonBox.ButtonRole.ActionRole
        )
        self.save.setDefault(True)
        self._arrange()
        self._on_chosen()

    def _fill(self, box: QComboBox, points: Sequence[RestorePoint]) -> None:
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        box.setSizeAdjustPolicy(policy)
        box.setMinimumContentsLength(_NARROWEST)
        box.addItem(PRESENT_NAME, NOW)
        for point in points:
            box.addItem(f"{point.title}, {local_time(point.time)}", str(point.id))

    def _arrange(self) -> None:
        form = QFormLayout()
        form.addRow("Ä&ltere Fassung:", self.old)
        form.addRow("&Neuere Fassung:", self.new)
        for box in (self.old, self.new):
            box.currentIndexChanged.connect(self._on_chosen)
        self.buttons.rejected.connect(self.reject)
        self.save.clicked.connect(self._on_save_wanted)
        layout = QVBoxLayout(self)
        layout.addWidget(quiet_label(_ABOUT))
        layout.addLayout(form)
        layout.addWidget(self.buttons)

    @Slot()
    def _on_chosen(self) -> None:
        old, new = self.old.currentData(), self.new.currentData()
        self.save.setEnabled(old is not None and new is not None and old != new)

    @Slot()
    def _on_save_wanted(self) -> None:
        file = self._session.file
        place = DraftPlace(self._context.data_folder, self._session.draft_id)
        wanted = (self.old.currentData(), self.new.currentData())
        states = LoadStates(place, file, wanted)
        self._saving.ask(file.form.year, file.plan.jobcenter.name, states)
