"""„Frühere Fassungen“: states of the draft, compared with now, brought back, kept by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.editing.taking_back import TakenBack
from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.comparing.comparison_panel import ComparisonPanel, OtherState
from lpd_desktop.gui.draft_dialog import DraftDialog
from lpd_desktop.gui.job_runner import Job
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.look.rows import row_of
from lpd_desktop.gui.messages import sentence_of, tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.versions.kept_states import DraftPlace, KeepPoint, ListPoints, LoadPoint
from lpd_desktop.gui.versions.points_list import PointsList
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.german import local_time
from lpd_desktop.store.earlier.restore_points import RestorePoint

if TYPE_CHECKING:
    from lpd_desktop.pdf.read_text import Part

TITLE = "Frühere Fassungen"
_ABOUT = (
    "Das Programm hält den Stand zu Beginn jeder Sitzung und vor jedem Einlesen, Freigeben und "
    "Zurückholen fest. Einen wichtigen Stand halten Sie hier unter einem Namen fest; er bleibt "
    "erhalten."
)
_NONE = "Noch gibt es keine frühere Fassung."
_SIZE = (1080, 680)


class PointsDialog(DraftDialog):
    """Bringing back is one step that Ctrl+Z takes back; the present state is kept as well."""

    def __init__(self, parent: QWidget, context: PageContext) -> None:
        super().__init__(parent, context, TITLE)
        self._place = DraftPlace(context.data_folder, self._session.draft_id)
        self.list = PointsList()
        self.name = QLineEdit()
        self.keep = QPushButton("Jetzigen Stand &festhalten")
        self.read = QPushButton("Diese Fassung &lesen…")
        self.compare = QPushButton("Z&wei Fassungen vergleichen…")
        self.panel = ComparisonPanel(context, self._change)
        self.panel.take.setText("Diese Stelle &zurückholen")
        self.panel.take_all.setText("Ganze Fassung zurück&holen")
        self._loading: Job | None = None
        self._arrange()
        self._connect()
        self.is_listed = False
        self._list_points()
        self.list.setFocus()

    def _arrange(self) -> None:
        self.name.setAccessibleName("Name")
        self.name.setPlaceholderText("etwa: Fassung Kreistag")
        self.name.setMaxLength(120)
        caption = QLabel("&Name:")
        caption.setBuddy(self.name)
        self.keep.setAutoDefault(False)
        self.list.setMinimumHeight(96)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        for button in (self.read, self.compare):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.addWidget(quiet_label(_ABOUT))
        layout.addLayout(row_of(caption, self.name, self.keep))
        layout.addWidget(self.list, 2)
        layout.addWidget(self.panel, 5)
        layout.addWidget(buttons)
        self.resize(*_SIZE)

    def _connect(self) -> None:
        self.list.point_changed.connect(self._on_point_changed)
        self.name.textChanged.connect(self._on_name_changed)
        self.name.returnPressed.connect(self._on_keep_wanted)
        self.read.clicked.connect(self._on_read_wanted)
        self.compare.clicked.connect(self._on_two_wanted)
        self.keep.clicked.connect(self._on_keep_wanted)
        self.panel.all_wanted.connect(self._on_all_wanted)
        self.panel.place_wanted.connect(self._on_place_wanted)
        self._on_name_changed()
        self.read.setEnabled(False)
        self.compare.setEnabled(False)

    def _list_points(self) -> None:
        job = self._context.jobs.start(TITLE, ListPoints(self._place))
        job.succeeded.connect(self._on_listed)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_listed(self, points: list[RestorePoint]) -> None:
        self.is_listed = True
        self.list.show_points(points)
        self.compare.setEnabled(bool(points))
        if not points:
            self.panel.summary.setText(_NONE)

    @Slot()
    def _on_point_changed(self) -> None:
        self._forget_loading()
        point = self.list.current
        if point is None:
            self._show_other(None)
            return
        self._loading = self._context.jobs.start(TITLE, LoadPoint(self._place, point))
        self._loading.succeeded.connect(self._on_loaded)
        self._loading.failed.connect(self._on_not_loaded)

    def _forget_loading(self) -> None:
        if self._loading is not None:
            self._loading.drop(succeeded=self._on_loaded, failed=self._on_not_loaded)
            self._loading = None

    @Slot(object)
    def _on_loaded(self, loaded: tuple[RestorePoint, LpdFile]) -> None:
        self._loading = None
        point, file = loaded
        self._show_other(OtherState(file, f"„{point_name(point)}“"))

    def _show_other(self, other: OtherState | None) -> None:
        self.read.setEnabled(other is not None)
        self.panel.show_other(other)

    @Slot(Exception)
    def _on_not_loaded(self, error: Exception) -> None:
        self._loading = None
        self._show_other(None)
        self.panel.summary.setText(sentence_of(error))

    @Slot()
    def _on_read_wanted(self) -> None:
        if self.panel.other is not None:
            from lpd_desktop.gui.reading.reading import ReadPlan

            job = self._context.previews.start("Text", ReadPlan(self.panel.other.file))
            job.succeeded.connect(self._on_read)
            job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_read(self, parts: tuple[Part, ...]) -> None:
        from lpd_desktop.gui.reading.reading_window import ReadingWindow

        window = ReadingWindow(self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.panel.other is not None:
            window.setWindowTitle(self.panel.other.name.strip("„“"))
        window.show_another_state(parts)
        window.show()

    @Slot()
    def _on_two_wanted(self) -> None:
        from lpd_desktop.gui.versions.two_states_dialog import TwoStatesDialog

        TwoStatesDialog(self, self._context, self.list.points, self.list.current).open()

    @Slot()
    def _on_name_changed(self) -> None:
        self.keep.setEnabled(bool(self.name.text().strip()))

    @Slot()
    def _on_keep_wanted(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            keep = KeepPoint(self._place, self._session.file, "named", name)
            job = self._context.jobs.start("Fassung festhalten", keep, is_kept=True)
            job.succeeded.connect(self._on_kept)
            job.failed.connect(self._on_failed)

    @Slot()
    def _on_kept(self) -> None:
        announce(self.list, f"„{self.name.text().strip()}“ ist festgehalten")
        self.name.clear()
        self._list_points()

    @Slot()
    def _on_all_wanted(self) -> None:
        """What is there now becomes an earlier state first."""
        if self.panel.other is None:
            return
        before, other = self._session.file, self.panel.other.file
        if self._change("Frühere Fassung zurückholen", TakenBack(other)):
            keep = KeepPoint(self._place, before, "before_return")
            job = self._context.jobs.start("Fassung festhalten", keep, is_kept=True)
            job.succeeded.connect(self._list_points)
            job.failed.connect(self._on_failed)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        tell(self, TITLE, sentence_of(error))


def point_name(point: RestorePoint) -> str:
    """How sentences call a point."""
    return f"{point.title}, {local_time(point.time)}"
