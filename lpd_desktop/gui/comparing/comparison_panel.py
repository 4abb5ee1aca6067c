"""The open draft compared with another state of it; answers come over one by one, or all."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from lpd_desktop.editing.draft_states import PRESENT_NAME
from lpd_desktop.editing.taking_back import PlaceTakenBack
from lpd_desktop.gui.comparing.changed_text import ChangedText
from lpd_desktop.gui.comparing.changes_as_pdf import ChangesAsPdf, States
from lpd_desktop.gui.comparing.marked_document import SIGNS_EXPLAINED
from lpd_desktop.gui.comparing.place_list import PlaceList
from lpd_desktop.gui.job_runner import Job
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.look.rows import row_of
from lpd_desktop.gui.messages import sentence_of
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.pdf.changes.compared_state import ComparedState
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.comparing.comparison import Comparison, compare_plans
from lpd_desktop.plan.comparing.marked_text import told_counts
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.german import counted
from lpd_desktop.runtime.progress import Progress

Change = Callable[[str, Callable[[LpdFile], LpdFile]], bool]

_PARTS = (330, 650)
_SAME = "Kein Unterschied zwischen {name} und Ihrem Entwurf."
_BESIDE = (
    "Was nur in Ihrem Entwurf steht, ist durchgestrichen zwischen [− und −], was nur dort steht, "
    "unterstrichen zwischen [+ und +]."
)
_NO_PLACES = ("cover", "form")


@dataclass(frozen=True)
class OtherState:
    """What the draft is compared with.

    Attributes:
        name: How it is called in sentences, in the dative: `der Datei „Plan.lpd“`.
        is_older: The draft is what became of it; else it is what became of the draft.
    """

    file: LpdFile
    name: str
    is_older: bool = True

    @property
    def title(self) -> str:
        """What stands in quotes in its name."""
        quoted = re.search("„(.+)“", self.name)
        return quoted[1] if quoted else self.name

    def beside(self, draft: LpdFile) -> States:
        """The older and the newer of both."""
        mine, other = ComparedState(draft, PRESENT_NAME), ComparedState(self.file, self.title)
        return (other, mine) if self.is_older else (mine, other)


@dataclass(frozen=True)
class CompareWith:
    """Gives the comparison of the draft with another state; for the worker thread."""

    draft: LpdFile
    other: OtherState

    def __call__(self, progress: Progress) -> Comparison:
        progress.step(0, "Die Fassungen werden verglichen")
        old, new = self.other.beside(self.draft)
        return compare_plans(old.file, new.file)


class ComparisonPanel(QWidget):
    """Shows what differs, and follows the draft.

    Attributes:
        all_wanted: The whole other state shall become the draft.
        place_wanted: Somebody wants to go to a place of the draft (address, words).
        compared: The newest comparison is shown.
    """

    all_wanted = Signal()
    place_wanted = Signal(str, str)
    compared = Signal()

    def __init__(self, context: PageContext, change: Change) -> None:
        super().__init__()
        self._context, self._session, self._change = context, context.session, change
        self._other: OtherState | None = None
        self._job: Job | None = None
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.places, self.text = PlaceList(), ChangedText()
        self._signs = quiet_label(SIGNS_EXPLAINED)
        self.only_changed = QCheckBox("Nur &geänderte Zeilen")
        self.take = QPushButton("Diese Stelle überneh&men")
        self.take_all = QPushButton("A&lles übernehmen")
        self.go = QPushButton("Zur S&telle")
        self.save = QPushButton("Als &PDF speichern…")
        self._saving = ChangesAsPdf(self, context.jobs)
        self._arrange()
        self._connect()
        self._on_place_changed()

    def _arrange(self) -> None:
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self.places)
        split.addWidget(self.text)
        split.setStretchFactor(1, 1)
        split.setSizes(_PARTS)
        split.setMinimumHeight(160)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.summary)
        column.addWidget(split, 1)
        column.addWidget(self._signs)
        buttons = (self.take, self.take_all, self.go, self.save)
        for button in buttons:
            button.setAutoDefault(False)
        column.addLayout(row_of(*buttons, None, self.only_changed))

    def _connect(self) -> None:
        self.places.place_changed.connect(self._on_place_changed)
        self.only_changed.toggled.connect(self.text.show_only_changed)
        self.take.clicked.connect(self._on_take_clicked)
        self.take_all.clicked.connect(self.all_wanted)
        self.go.clicked.connect(self._on_go_clicked)
        self.save.clicked.connect(self._on_save_clicked)
        self._session.changed.connect(self._compare)

    def show_only(self) -> None:
        """Nothing is taken over from here."""
        self.take.hide()
        self.take_all.hide()

    @property
    def other(self) -> OtherState | None:
        """What the draft is compared with."""
        return self._other

    def show_other(self, other: OtherState | None) -> None:
        """Compares with another state; None with nothing."""
        self._other = other
        is_older = other is None or other.is_older
        self._signs.setText(SIGNS_EXPLAINED if is_older else _BESIDE)
        self._compare()

    @Slot()
    def _compare(self) -> None:
        self._forget_job()
        if self._other is None:
            self._show(Comparison(()), "")
            return
        work = CompareWith(self._session.file, self._other)
        self._job = self._context.jobs.start("Vergleich", work)
        self._job.succeeded.connect(self._on_compared)
        self._job.failed.connect(self._on_failed)

    def _forget_job(self) -> None:
        if self._job is not None:
            self._job.drop(succeeded=self._on_compared, failed=self._on_failed)
            self._job = None

    @Slot(object)
    def _on_compared(self, comparison: Comparison) -> None:
        self._job = None
        assert self._other is not None, "only another state is compared with"
        self._show(comparison, _sentence(comparison, self._other))
        self.compared.emit()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._show(Comparison(()), sentence_of(error))

    def _show(self, comparison: Comparison, sentence: str) -> None:
        self.summary.setText(sentence)
        self.take_all.setEnabled(comparison.differs and self._session.draft.is_editable)
        self.save.setEnabled(comparison.differs)
        self.places.show_places(comparison.places)

    @Slot()
    def _on_place_changed(self) -> None:
        current = self.places.current
        self.text.show_change(current)
        step = self._step()
        self.take.setEnabled(
            step is not None and bool(step.there) and self._session.draft.is_editable
        )
        here = step.here if step is not None else ""
        self.go.setEnabled(bool(here) and here not in _NO_PLACES)

    def _step(self) -> PlaceTakenBack | None:
        current = self.places.current
        if current is None or self._other is None:
            return None
        return PlaceTakenBack.of(self._other.file, current, other_is_older=self._other.is_older)

    @Slot()
    def _on_take_clicked(self) -> None:
        step, current = self._step(), self.places.current
        if step is not None and current is not None:
            self._change(f"„{current.place}“ übernehmen", step)
            self.places.setFocus()

    @Slot()
    def _on_go_clicked(self) -> None:
        step = self._step()
        if step is not None:
            self.place_wanted.emit(str(Address.parse(step.here)), "")

    @Slot()
    def _on_save_clicked(self) -> None:
        """All places, not only the chosen one."""
        if self._other is not None:
            file = self._session.file
            states = partial(self._other.beside, file)
            self._saving.ask(file.form.year, file.plan.jobcenter.name, states)


def _sentence(comparison: Comparison, other: OtherState) -> str:
    if not comparison.differs:
        return _SAME.format(name=other.name)
    way = f"Von {other.name} zu Ihrem Entwurf"
    if not other.is_older:
        way = f"Von Ihrem Entwurf zu {other.name}"
    places = counted(len(comparison.places), "Stelle", "Stellen")
    counts = told_counts(comparison)
    return f"{way}: {places} geändert{', ' if counts else ''}{counts}."
