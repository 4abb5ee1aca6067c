"""„Anmerkungen“ beside the page: the list, which of them are shown, what one may do with one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from lpd_desktop.gui.findings.finding_list import LineList
from lpd_desktop.gui.findings.lines import Line
from lpd_desktop.gui.form_row import QuietComboBox
from lpd_desktop.gui.look.flow_layout import FlowLayout
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.remarks.remark_lines import WISHES, Wish, nothing_to_show, remark_lines
from lpd_desktop.plan.remark import Author
from lpd_desktop.plan.remark_list import ListedRemark

_BUTTONS = {
    "new": "Neu…",
    "answer": "Antworten…",
    "settle": "Erledigt",
    "change": "Ändern…",
    "delete": "Löschen",
}
_REOPEN = "Wieder öffnen"
_LEAVING = ("settle", "delete")
"""What may take the current remark out of the list."""


class RemarkTab(QWidget):
    """Shows what it is given, and tells what somebody wants.

    Attributes:
        place_wanted: The id of a remark whose place shall be shown.
        wanted: What to do, one of the keys of its buttons, and the id of the current remark.
        wish_changed: Other remarks shall be shown.
    """

    place_wanted = Signal(str)
    wanted = Signal(str, str)
    wish_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: dict[str, ListedRemark] = {}
        self.author = Author()
        self.wishes = QuietComboBox()
        self.list = LineList("Anmerkungen")
        self._nothing = quiet_label(nothing_to_show("open"))
        self._buttons: dict[str, QPushButton] = {}
        self._build()
        self.wishes.activated.connect(self.wish_changed)
        self.list.chosen.connect(self._on_line_chosen)
        self.list.current_changed.connect(self._show_buttons)
        self._show_buttons()

    def _build(self) -> None:
        for wish, name in WISHES.items():
            self.wishes.addItem(name, wish)
        self.wishes.setAccessibleName("Welche Anmerkungen")
        caption = QLabel("Zeigen:")
        caption.setBuddy(self.wishes)
        self.list.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.list.setAccessibleDescription("Die Eingabetaste führt zur Stelle.")
        top = QHBoxLayout()
        top.setContentsMargins(8, 8, 8, 0)
        top.addWidget(caption)
        top.addWidget(self.wishes, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.addLayout(top)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addLayout(self._button_line())
        self._nothing.setMargin(8)

    def _button_line(self) -> FlowLayout:
        """Beside a page the keys belong to the page, so there are no mnemonics here."""
        line = FlowLayout()
        line.setContentsMargins(8, 0, 8, 0)
        for key, caption in _BUTTONS.items():
            button = QPushButton(caption)
            button.setObjectName(key)
            button.setAutoDefault(False)
            button.clicked.connect(self._on_clicked)
            line.addWidget(button)
            self._buttons[key] = button
        self._buttons["new"].setAccessibleName("Neue Anmerkung…")
        return line

    @property
    def wish(self) -> Wish:
        """Which remarks somebody wants to see."""
        found: Wish = self.wishes.currentData()
        return found

    def want(self, wish: Wish) -> None:
        """Chooses which remarks are shown."""
        if wish != self.wish:
            self.wishes.setCurrentIndex(self.wishes.findData(wish))
            self.wish_changed.emit()

    def show_remarks(self, listed: Sequence[ListedRemark]) -> None:
        """Replaces what is shown; the current remark stays current where it is still there."""
        current = self.current_id
        self._shown = {each.remark.id: each for each in listed}
        self.list.show_lines(list(remark_lines(listed)))
        if current in self._shown:
            self.list.go_to(current)
        self._nothing.setText(nothing_to_show(self.wish))
        self._nothing.setVisible(not listed)
        if not listed and self.list.hasFocus():
            self._buttons["new"].setFocus()
        self.list.setVisible(bool(listed))
        self._show_buttons()

    def shows(self, idents: Iterable[str]) -> bool:
        """Whether all of these remarks are in the list."""
        return set(idents) <= set(self._shown)

    def go_to(self, ident: str) -> bool:
        """Makes a remark the current line; whether it is shown."""
        return self.list.go_to(ident)

    @property
    def current_id(self) -> str:
        """The id of the current remark, empty for none."""
        subject = self.list.subject
        return subject if isinstance(subject, str) else ""

    def focus(self) -> None:
        """Sets the focus into the list, or to what leads to a remark."""
        goal = self.list if self._shown else self._buttons["new"]
        goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_author(self, author: Author) -> None:
        """Whose remarks may be changed and deleted here."""
        self.author = author
        self._show_buttons()

    @Slot()
    def _show_buttons(self) -> None:
        listed = self._shown.get(self.current_id)
        remark = listed.remark if listed is not None else None
        is_own = remark is not None and bool(remark.text) and remark.author.is_same(self.author)
        self._buttons["answer"].setEnabled(remark is not None)
        self._buttons["settle"].setEnabled(remark is not None)
        is_settled = remark is not None and remark.resolved
        self._buttons["settle"].setText(_REOPEN if is_settled else _BUTTONS["settle"])
        self._buttons["change"].setEnabled(is_own)
        self._buttons["delete"].setEnabled(is_own and remark is not None and not remark.replies)

    @Slot()
    def _on_clicked(self) -> None:
        """The button may have nothing to do afterwards: the list is worked on."""
        key = self.sender().objectName()
        if key in _LEAVING:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.wanted.emit(key, self.current_id)

    @Slot(object)
    def _on_line_chosen(self, line: Line) -> None:
        if isinstance(line.subject, str):
            self.place_wanted.emit(line.subject)
