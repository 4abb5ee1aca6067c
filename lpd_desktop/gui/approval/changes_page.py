"""What changed since an earlier state, word by word, and as a PDF."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from lpd_desktop.gui.approval.assistant_page import AssistantPage
from lpd_desktop.gui.approval.earlier_states import (
    EarlierState,
    ListEarlierStates,
    LoadEarlierState,
)
from lpd_desktop.gui.comparing.comparison_panel import ComparisonPanel, OtherState
from lpd_desktop.gui.form_row import FormRow
from lpd_desktop.gui.job_runner import Job
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.messages import sentence_of
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.versions.kept_states import DraftPlace
from lpd_desktop.release.approval import next_version

_NOT_CHOSEN = "Fassung wählen"
_NONE = (
    "{first}Es gibt keinen festgehaltenen Stand zum Vergleich. Unter „Bearbeiten – Frühere "
    "Fassungen…“ halten Sie einen Stand unter einem Namen fest."
)
_BY_ITSELF = " Stände, die das Programm von selbst behalten hat, wählen Sie oben."
_FIRST = "Das wird die erste Fassung. "
_NARROWEST = 24


class ChangesPage(AssistantPage):
    """Proposed is the replaced version, else the state named last, else the last approval."""

    title = "Was hat sich geändert?"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._states: tuple[EarlierState, ...] = ()
        self._loading: Job | None = None
        self.since = QComboBox()
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.since.setSizeAdjustPolicy(policy)
        self.since.setMinimumContentsLength(_NARROWEST)
        self.since.setPlaceholderText(_NOT_CHOSEN)
        self.panel = ComparisonPanel(context, _changes_nothing)
        self.panel.show_only()
        self._none = quiet_label("")
        self.column.addWidget(FormRow("Geändert &seit", self.since))
        self.column.addWidget(self._none)
        self.column.addWidget(self.panel, 1)
        self.since.currentIndexChanged.connect(self._load)
        self.panel.place_wanted.connect(self.place_wanted)

    def enter(self) -> None:
        """Looks for the states again: another one may have been kept meanwhile."""
        self._none.setText("Die früheren Fassungen werden gesucht …" if not self._states else "")
        job = self.context.jobs.start("Vergleich", ListEarlierStates(self._place, self.file))
        job.succeeded.connect(self._on_listed)
        job.failed.connect(self._on_failed)

    def first_field(self) -> QWidget:
        return self.since if self.since.isEnabled() else self.panel.places

    @property
    def is_chosen(self) -> bool:
        """Whether there is a state to compare with, also while it is still read."""
        return 0 <= self.since.currentIndex() < len(self._states)

    @property
    def change_count(self) -> int | None:
        """How many places are shown as changed; None where nothing is compared."""
        return self.panel.places.count() if self.panel.other is not None else None

    @property
    def since_title(self) -> str:
        """With what the draft is compared."""
        return self.panel.other.title if self.panel.other is not None else ""

    @property
    def _place(self) -> DraftPlace:
        return DraftPlace(self.context.data_folder, self.session.draft_id)

    @Slot(object)
    def _on_listed(self, states: Sequence[EarlierState]) -> None:
        """The chosen one stays chosen."""
        if tuple(states) == self._states and states:
            return
        chosen = self.since.currentData()
        self._states = tuple(states)
        with QSignalBlocker(self.since):
            self.since.clear()
            for state in states:
                self.since.addItem(state.title, state.key)
            self.since.setCurrentIndex(self._index_of(chosen))
        self.since.setEnabled(bool(states))
        self._load()

    def _index_of(self, chosen: str | None) -> int:
        """What was chosen, else what is proposed; -1 where only somebody can choose."""
        index = self.since.findData(chosen) if chosen is not None else -1
        return index if index >= 0 or not self._is_any_proposed else 0

    @property
    def _is_any_proposed(self) -> bool:
        """Those that are proposed stand first."""
        return any(state.is_proposed for state in self._states[:1])

    def _told_none(self) -> str:
        first = _FIRST if next_version(self.file) == 1 else ""
        return _NONE.format(first=first) + (_BY_ITSELF if self._states else "")

    @Slot()
    def _load(self) -> None:
        if self._loading is not None:
            self._loading.drop(succeeded=self._on_loaded, failed=self._on_failed)
            self._loading = None
        self._none.setText("" if self.is_chosen else self._told_none())
        self._none.setVisible(not self.is_chosen)
        if not self.is_chosen:
            self.panel.show_other(None)
            return
        work = LoadEarlierState(self._place, self.file, self._states[self.since.currentIndex()])
        self._loading = self.context.jobs.start("Vergleich", work)
        self._loading.succeeded.connect(self._on_loaded)
        self._loading.failed.connect(self._on_failed)

    @Slot(object)
    def _on_loaded(self, other: OtherState) -> None:
        self._loading = None
        self.panel.show_other(other)

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._loading = None
        self._none.setText(sentence_of(error))
        self._none.show()
        self.panel.show_other(None)


def _changes_nothing(_title: str, _step: object) -> bool:
    """Nothing is taken over in the assistant."""
    return False
