"""The preview once it was opened: it follows the cursor and leads to questions."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QMainWindow

from lpd_desktop.gui.coming_forward import come_forward
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.preview.edited_place import EditedPlace
from lpd_desktop.gui.preview.place_names import lead_to, place_name
from lpd_desktop.gui.preview.plan_drawing import DrawnPlan
from lpd_desktop.gui.preview.preview_host import PreviewHost
from lpd_desktop.gui.preview.preview_memory import PreviewMemory
from lpd_desktop.gui.preview.preview_pane import PreviewPane
from lpd_desktop.gui.preview.redrawing import Redrawing
from lpd_desktop.gui.wizard import PlanWizard


class ShownPreview(QObject):
    """Pane, place and drawing of one open plan."""

    def __init__(
        self, window: QMainWindow, wizard: PlanWizard, context: PageContext, memory: PreviewMemory
    ) -> None:
        super().__init__(window)
        self._window, self._wizard, self._context = window, wizard, context
        self._memory = memory
        self.pane = PreviewPane(self._name_of)
        self.pane.set_zoom(memory.zoom)
        self.pane.follow.setChecked(memory.follows)
        self.host = PreviewHost(window, self.pane, memory)
        self.redrawing = Redrawing(context.session, context.previews, self.pane.view)
        self._edited = EditedPlace(wizard)
        self._connect()

    def _connect(self) -> None:
        self.redrawing.drawn.connect(self._on_drawn)
        self.redrawing.failed.connect(self.pane.show_trouble)
        self._edited.moved.connect(self._on_edited_moved)
        self.pane.view.place_chosen.connect(self._on_place_chosen)
        self.pane.trouble.place_wanted.connect(self._on_place_chosen)
        self.pane.view.left.connect(self._focus_page)
        self.pane.view.sight_changed.connect(self._remember_zoom)
        self.pane.move_wanted.connect(self._on_move_wanted)
        self.pane.follow_changed.connect(self._on_follow_changed)
        self.host.focus_wanted.connect(self._on_focus_wanted)

    @property
    def is_open(self) -> bool:
        """Whether it is to be seen."""
        return self.host.is_shown

    def open(self) -> None:
        """Shows the preview; the cursor stays where somebody writes."""
        self.host.show()
        self.pane.view.mark(self._edited.address, reveal=self.pane.follow.isChecked())
        self.redrawing.switch(True)

    def close(self) -> None:
        """Hides it; whoever was in it goes back to the page."""
        inside = self.pane.isAncestorOf(self.pane.focusWidget() or self.pane)
        self.redrawing.switch(False)
        self.host.hide()
        if inside:
            self._focus_page()

    def end(self) -> None:
        """The plan is being closed."""
        self._edited.end()
        self.redrawing.end()
        self.host.end()
        self.deleteLater()

    def _name_of(self, address: str) -> str:
        plan = self.pane.view.plan
        return place_name(plan.file, address) if plan is not None else ""

    @Slot(object)
    def _on_drawn(self, plan: DrawnPlan) -> None:
        self.pane.show_plan(plan)
        self._on_edited_moved(self._edited.address)

    @Slot(str)
    def _on_edited_moved(self, address: str) -> None:
        self.pane.view.mark(address, reveal=self.pane.follow.isChecked())

    @Slot(bool)
    def _on_follow_changed(self, follows: bool) -> None:
        self._memory.follows = follows
        self._on_edited_moved(self._edited.address)

    @Slot(str)
    def _on_place_chosen(self, address: str) -> None:
        come_forward(self._window)
        lead_to(self._context.requests, address)

    @Slot()
    def _on_move_wanted(self) -> None:
        self.host.move()
        self.pane.window().activateWindow()
        self.pane.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _remember_zoom(self) -> None:
        if self._memory.zoom != self.pane.view.zoom:
            self._memory.zoom = self.pane.view.zoom

    @Slot()
    def _on_focus_wanted(self) -> None:
        """From the page into the preview and back."""
        if not self.is_open:
            return
        if self.pane.view.hasFocus():
            self._focus_page()
        else:
            come_forward(self.pane.window())
            self.pane.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _focus_page(self) -> None:
        come_forward(self._window)
        page = self._wizard.page
        (page.focusWidget() or page.first_field()).setFocus(Qt.FocusReason.OtherFocusReason)
