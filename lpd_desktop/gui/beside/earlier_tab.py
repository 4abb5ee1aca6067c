"""„Vorjahr“: what last year's plan answered to the question at which somebody works."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lpd_desktop.gui.beside.answer_reader import AnswerReader
from lpd_desktop.gui.beside.earlier_choice import EarlierChoice
from lpd_desktop.gui.beside.earlier_plan import EarlierPlan
from lpd_desktop.gui.beside.followed_place import FollowedPlace
from lpd_desktop.gui.beside.read_earlier import Earlier
from lpd_desktop.gui.beside.taking import Taking
from lpd_desktop.gui.file_choice import choose_to_open
from lpd_desktop.gui.form_row import QuietComboBox
from lpd_desktop.gui.look.flow_layout import FlowLayout
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.messages import ask, tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.earlier.answers import EarlierAnswer
from lpd_desktop.plan.rich_text import Blocks, is_blank

_FILES = "Pläne und Dokumente (*.lpd *.pdf *.docx *.md *.txt);;Alle Dateien (*)"
_NONE = (
    "Unter Ihren Entwürfen ist kein Plan dieses Jobcenters für {year}. „Vorjahr öffnen…“ liest "
    "eine .lpd-Datei, ein PDF dieses Programms oder ein Word-Dokument."
)
_MOST_OF_THE_ROOM = 10_000
"""Against a stretch of 1: a text that is limited in width stands beside its arrows."""

_ALL = (
    "Hier steht schon Text. Er bleibt stehen; der Text des Vorjahrs kommt hinter den Absatz, in "
    "dem der Cursor steht. Strg+Z nimmt ihn wieder heraus."
)


class EarlierTab(QWidget):
    """Reads last year's plan when it is looked at, and again whenever it is looked at anew."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self.plan = EarlierPlan(context, self)
        self._taking = Taking(self)
        self._place: FollowedPlace | None = None
        self._choice = EarlierChoice()
        self._listed: Earlier | None = None
        self._shown: EarlierAnswer | None = None
        self._waits_for_answer = False
        self._source, self._note = quiet_label(""), quiet_label("")
        self.choice = QuietComboBox()
        self.reader = AnswerReader()
        self._pane = QWidget()
        self.open = _button("Vorjahr öffnen…")
        self._forget = _button("Datei nicht mehr zeigen")
        self.take, self.take_all = _button("Absatz übernehmen"), _button("Alles übernehmen")
        self._build()
        self._connect()

    def _build(self) -> None:
        self._caption = QLabel("Antwort des Vorjahrs:")
        self._caption.setBuddy(self.choice)
        self.choice.setAccessibleName("Antwort des Vorjahrs")
        self.choice.setPlaceholderText("Andere Antwort zeigen")
        self.choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.take.setToolTip("Den Absatz, in dem der Cursor steht (Eingabetaste)")
        line = QHBoxLayout(self._pane)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.reader.margin)
        line.addWidget(self.reader, _MOST_OF_THE_ROOM)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._source)
        column.addLayout(_flow(self.open, self._forget))
        column.addWidget(self._caption)
        column.addWidget(self.choice)
        column.addWidget(self._note)
        column.addWidget(self._pane, 1)
        column.addLayout(_flow(self.take, self.take_all))
        self._filler = QWidget()
        column.addWidget(self._filler, 1)

    def _connect(self) -> None:
        self.plan.changed.connect(self._on_plan_changed)
        self.plan.failed.connect(self._on_plan_failed)
        self.open.clicked.connect(self._on_open_clicked)
        self._forget.clicked.connect(self.plan.forget_file)
        self.choice.activated.connect(self._on_choice_activated)
        self.reader.take_wanted.connect(self._on_take_wanted)
        self.reader.cursorPositionChanged.connect(self._on_cursor_moved)
        self.take.clicked.connect(self.reader.take_at_cursor)
        self.take_all.clicked.connect(self._on_take_all_clicked)
        self._context.session.changed.connect(self._on_draft_changed)

    def follow(self, place: FollowedPlace) -> None:
        """Shows the answer to another question as soon as it is looked at."""
        self._place = place
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """The plan of last year may have changed since it was shown."""
        super().showEvent(event)
        self.plan.read()
        self._show()

    def focus(self) -> None:
        """Sets the focus to the answer, or to what leads to one; to the answer as soon as it is."""
        self._waits_for_answer = self.plan.newest is None
        (self.reader if self._shown is not None else self.open).setFocus()

    @Slot()
    def _on_plan_changed(self) -> None:
        if self.isVisible():
            self._show()
        if self._waits_for_answer and self.window().focusWidget() is self.open:
            self.focus()

    @Slot(str)
    def _on_plan_failed(self, sentence: str) -> None:
        tell(self.window(), "Vorjahr öffnen", sentence)

    @Slot()
    def _on_open_clicked(self) -> None:
        choose_to_open(self.window(), "Vorjahr öffnen", _FILES, self._on_file_chosen)

    @Slot(str)
    def _on_file_chosen(self, name: str) -> None:
        self.plan.open(Path(name))

    @Slot(int)
    def _on_choice_activated(self, index: int) -> None:
        where = self.choice.itemData(index)
        if self._place is not None and isinstance(where, Address):
            self._choice.pick(self._place.where, where)
            self._show()

    # What is shown

    def _show(self) -> None:
        newest = self.plan.newest
        has_plan = newest is not None and newest.file is not None
        self._source.setText(self._told_source(newest))
        self._forget.setVisible(newest is not None and bool(newest.origin or newest.trouble))
        for widget in (self._caption, self.choice):
            widget.setVisible(has_plan)
        if newest is not self._listed:
            self._list(newest)
        self._show_answer(self._answer(newest))

    def _told_source(self, newest: Earlier | None) -> str:
        if newest is None:
            return "Der Plan des Vorjahrs wird gelesen …"
        year = self._context.session.file.form.year - 1
        title = newest.title or _NONE.format(year=year)
        return f"{newest.trouble} {title}".strip()

    def _list(self, newest: Earlier | None) -> None:
        self._listed, self._shown = newest, None
        self._choice.forget()
        self.choice.clear()
        for answer in newest.answers if newest is not None else ():
            self.choice.addItem(answer.name, answer.where)

    def _answer(self, newest: Earlier | None) -> EarlierAnswer | None:
        answer, told, place = None, "", self._place
        if newest is not None and newest.file is not None and place is not None:
            file = self._context.session.file
            answer, told = self._choice.answer_to(file, newest.file, place.where)
        self._note.setText(told)
        self._note.setVisible(bool(told))
        return answer

    def _show_answer(self, answer: EarlierAnswer | None) -> None:
        self.choice.setCurrentIndex(self._index_of(answer))
        for widget in (self._pane, self.take, self.take_all):
            widget.setVisible(answer is not None)
        self._filler.setVisible(answer is None)
        if answer is not None and answer != self._shown:
            self.reader.show_answer(answer)
        self._shown = answer
        self._show_taking()

    def _index_of(self, answer: EarlierAnswer | None) -> int:
        places = (self.choice.itemData(index) for index in range(self.choice.count()))
        where = answer.where if answer is not None else None
        return next((index for index, each in enumerate(places) if each == where), -1)

    # What is taken over

    @Slot(object)
    def _on_draft_changed(self, _change: object) -> None:
        if self.isVisible():
            self._show_taking()

    def _show_taking(self) -> None:
        has_row = self._place is not None and self._place.row is not None
        allowed = has_row and self._context.session.draft.is_editable
        self.reader.allow_taking(allowed)
        text = self._shown.text if self._shown is not None else ()
        self.take_all.setEnabled(allowed and not is_blank(text))
        self._on_cursor_moved()

    @Slot()
    def _on_cursor_moved(self) -> None:
        count = self.reader.count_at_cursor
        self.take.setEnabled(count > 0)
        self.take.setText(f"{count} Absätze übernehmen" if count > 1 else "Absatz übernehmen")

    @Slot(object)
    def _on_take_wanted(self, blocks: Blocks) -> None:
        if self._place is not None:
            self._taking.take(self._place, blocks)

    @Slot()
    def _on_take_all_clicked(self) -> None:
        row = self._place.row if self._place is not None else None
        if row is None:
            return
        if is_blank(row.edit.blocks):
            self._take_all()
        else:
            ask(self.window(), "Alles übernehmen", _ALL, "&Übernehmen", self._take_all)

    @Slot()
    def _take_all(self) -> None:
        if self._shown is not None:
            self._on_take_wanted(self._shown.text)


def _button(caption: str) -> QPushButton:
    """Beside a page the keys belong to the page, so there are no mnemonics here."""
    button = QPushButton(caption)
    button.setAutoDefault(False)
    return button


def _flow(*widgets: QWidget) -> FlowLayout:
    row = FlowLayout()
    for widget in widgets:
        row.addWidget(widget)
    return row
