"""The preview: pages, above them page number, size and where the preview stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.gui.form_row import QuietComboBox, QuietSpinBox
from lpd_desktop.gui.look.rows import row_of
from lpd_desktop.gui.preview.page_view import PageView
from lpd_desktop.gui.preview.plan_drawing import DrawnPlan
from lpd_desktop.gui.preview.trouble_bar import TroubleBar
from lpd_desktop.gui.preview.zoom import FIT_TEXT, FIT_WIDTH, STEPS, WHOLE_PAGE, Zoom, zoom_name

_ZOOMS: tuple[Zoom, ...] = (FIT_WIDTH, FIT_TEXT, WHOLE_PAGE, *STEPS)


class PreviewPane(QWidget):
    """Knows nothing of where it stands but the caption of the button that moves it."""

    move_wanted = Signal()
    close_wanted = Signal()
    follow_changed = Signal(bool)

    def __init__(self, name_of: Callable[[str], str]) -> None:
        """Takes how the place of an address is called."""
        super().__init__()
        self.view = PageView(name_of)
        self.trouble = TroubleBar()
        self.page = QuietSpinBox()
        self._pages = QLabel()
        self.zoom = QuietComboBox()
        self.follow = QCheckBox("Zeigt die bearbeitete Stelle")
        self._mover = _button("In eigenem Fenster", "Für einen zweiten Bildschirm")
        self._smaller = _button("−", "Kleiner (Strg −)", "Kleiner")
        self._larger = _button("+", "Größer (Strg +)", "Größer")
        self._closer = _button("Schließen", "Vorschau schließen (F5)", "Vorschau schließen")
        self._build()
        self._connect()

    def show_plan(self, plan: DrawnPlan) -> None:
        """Shows the newest pages."""
        self.trouble.hide()
        self.view.show_plan(plan)
        self._show_page()

    def show_trouble(self, sentence: str, where: str) -> None:
        """The newest state has no pages: says so, and greys the older ones."""
        self.trouble.tell(sentence, where)
        self.view.show_stale()

    def show_beside(self, beside: bool) -> None:
        """Names the button by where it leads."""
        self._mover.setText("In eigenem Fenster" if beside else "Neben die Seite")

    def show_alone(self) -> None:
        """Stands in a dialog: it is neither moved nor closed, and nobody writes beside it."""
        for widget in (self._mover, self._closer, self.follow):
            widget.hide()

    def set_zoom(self, zoom: Zoom) -> None:
        """Magnifies the pages."""
        self.view.set_zoom(zoom)
        self._show_zoom()

    def _build(self) -> None:
        for widget in (self.page, self.page.lineEdit()):
            widget.setAccessibleName("Seite")
        self.page.setToolTip("Zu einer Seite gehen (Strg+G)")
        self.page.setKeyboardTracking(False)
        self.page.setPrefix("Seite ")
        self.zoom.setAccessibleName("Größe der Seiten")
        self.zoom.setSizeAdjustPolicy(QuietComboBox.SizeAdjustPolicy.AdjustToContents)
        for zoom in _ZOOMS:
            self.zoom.addItem(zoom_name(zoom), zoom)
        self.follow.setToolTip("Blättert mit, wenn Sie an einer anderen Stelle schreiben")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(_row(self.page, self._pages, None, self._mover, self._closer))
        layout.addLayout(_row(self.follow, None, self._smaller, self.zoom, self._larger))
        layout.addWidget(self.trouble)
        layout.addWidget(self.view, 1)
        self._show_page()

    def _connect(self) -> None:
        self.view.sight_changed.connect(self._show_page)
        self.page.valueChanged.connect(self._on_page_chosen)
        self.zoom.activated.connect(self._on_zoom_chosen)
        self._smaller.clicked.connect(self._on_smaller_clicked)
        self._larger.clicked.connect(self._on_larger_clicked)
        self._mover.clicked.connect(self.move_wanted)
        self._closer.clicked.connect(self.close_wanted)
        self.follow.toggled.connect(self.follow_changed)
        shortcut = QShortcut(QKeySequence("Ctrl+G"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_go_wanted)

    @Slot()
    def _show_page(self) -> None:
        plan = self.view.plan
        pages = len(plan.looks) if plan is not None else 0
        self.page.setEnabled(pages > 0)
        self._pages.setText(f"von {pages}" if pages else "")
        if not self.page.hasFocus() or self.page.maximum() != max(1, pages):
            with QSignalBlocker(self.page):
                self.page.setRange(1, max(1, pages))
                self.page.setValue(self.view.current_page + 1)
        self._show_zoom()

    def _show_zoom(self) -> None:
        with QSignalBlocker(self.zoom):
            self.zoom.setCurrentIndex(_ZOOMS.index(self.view.zoom))

    @Slot(int)
    def _on_page_chosen(self, number: int) -> None:
        self.view.go_to_page(number - 1)

    @Slot(int)
    def _on_zoom_chosen(self, index: int) -> None:
        self.view.set_zoom(_ZOOMS[index])

    @Slot()
    def _on_smaller_clicked(self) -> None:
        self.view.zoom_by(-1)

    @Slot()
    def _on_larger_clicked(self) -> None:
        self.view.zoom_by(1)

    @Slot()
    def _on_go_wanted(self) -> None:
        self.page.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.page.selectAll()


def _button(caption: str, tip: str, name: str = "") -> QToolButton:
    button = QToolButton()
    button.setText(caption)
    button.setToolTip(tip)
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return button


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """A row of a bar, which stands closer than others."""
    row = row_of(*widgets)
    row.setContentsMargins(8, 4, 8, 4)
    row.setSpacing(6)
    return row
