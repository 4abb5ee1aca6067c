"""„Frühere Texte dieser Antwort“: each with what changed until now, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.gui.comparing.changed_text import ChangedText
from lpd_desktop.gui.comparing.marked_document import SIGNS_EXPLAINED
from lpd_desktop.gui.draft_dialog import DraftDialog
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.look.rows import row_of
from lpd_desktop.gui.messages import sentence_of
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.versions.kept_states import DraftPlace, EarlierText, ReadEarlierTexts
from lpd_desktop.plan.addresses import Address, blocks_at, with_blocks
from lpd_desktop.plan.comparing.line_changes import compare_texts
from lpd_desktop.plan.comparing.marked_text import told_amount
from lpd_desktop.plan.comparing.place_change import PlaceChange, place_change
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.places import place_of
from lpd_desktop.plan.rich_text import Blocks
from lpd_desktop.runtime.german import local_time

TITLE = "Frühere Texte dieser Antwort"
_NONE = (
    "Von dieser Antwort ist noch kein früherer Text festgehalten. Frühere Fassungen des ganzen "
    "Planungsdokuments stehen unter „Frühere Fassungen“."
)
_SAME = "Dieser Text steht so auch jetzt da."
_SIZE = (980, 600)
_PARTS = (260, 700)


@dataclass(frozen=True)
class TextTakenBack:
    """The step that puts an earlier text in its field."""

    where: Address
    blocks: Blocks

    def __call__(self, file: LpdFile) -> LpdFile:
        return replace(file, plan=with_blocks(file.form, file.plan, self.where, self.blocks))


class EarlierTextsDialog(DraftDialog):
    """Bringing back is one step that Ctrl+Z takes back."""

    def __init__(self, parent: QWidget, context: PageContext, where: Address) -> None:
        super().__init__(parent, context, TITLE)
        self._where = where
        self._texts: tuple[EarlierText, ...] = ()
        self.is_read = False
        self._about = QLabel(self._place)
        self._told = QLabel()
        self.list, self.text = QListWidget(), ChangedText()
        self.only_changed = QCheckBox("Nur &geänderte Zeilen")
        self.take = QPushButton("Diesen Text &zurückholen")
        self._arrange()
        self._connect()
        self._read()
        self._show_chosen()

    @property
    def _place(self) -> str:
        file = self._session.file
        return place_of(file.form, file.plan, self._where)

    def _arrange(self) -> None:
        self.list.setAccessibleName("Frühere Texte")
        for label in (self._about, self._told):
            label.setWordWrap(True)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self.text)
        split.setStretchFactor(1, 1)
        split.setSizes(_PARTS)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.take.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.addWidget(self._about)
        column.addWidget(split, 1)
        column.addWidget(self._told)
        column.addWidget(quiet_label(f"Verglichen wird mit dem jetzigen Text. {SIGNS_EXPLAINED}"))
        column.addLayout(row_of(self.take, None, self.only_changed))
        column.addWidget(buttons)
        self.resize(*_SIZE)
        self.list.setFocus()

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._show_chosen)
        self.only_changed.toggled.connect(self.text.show_only_changed)
        self.take.clicked.connect(self._on_take_clicked)
        self._session.changed.connect(self._show_chosen)

    def _read(self) -> None:
        place = DraftPlace(self._context.data_folder, self._session.draft_id)
        job = self._context.jobs.start(TITLE, ReadEarlierTexts(place, str(self._where)))
        job.succeeded.connect(self._on_read)
        job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_read(self, texts: Sequence[EarlierText]) -> None:
        self.is_read = True
        self._texts = tuple(texts)
        self.list.addItems([f"bis {local_time(each.time)}" for each in texts])
        self.list.setCurrentRow(0)
        self._show_chosen()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        self._told.setText(sentence_of(error))

    @property
    def chosen(self) -> EarlierText | None:
        """The text of the current line."""
        row = self.list.currentRow()
        return self._texts[row] if 0 <= row < len(self._texts) else None

    @Slot()
    def _show_chosen(self) -> None:
        change = self._change_of_chosen()
        self.text.show_change(change)
        if self.chosen is None:
            self._told.setText(_NONE if self.is_read else "")
        else:
            self._told.setText(f"Seitdem {told_amount(change)}." if change else _SAME)
        self.take.setEnabled(change is not None and self._session.draft.is_editable)

    def _change_of_chosen(self) -> PlaceChange | None:
        """From the chosen text to the one that stands there now."""
        file, chosen = self._session.file, self.chosen
        now = blocks_at(file.form, file.plan, self._where)
        if chosen is None or now is None:
            return None
        where = str(self._where)
        return place_change("text", where, where, self._place, compare_texts(chosen.blocks, now))

    @Slot()
    def _on_take_clicked(self) -> None:
        if self.chosen is not None:
            self._change(
                "Früheren Text zurückholen", TextTakenBack(self._where, self.chosen.blocks)
            )
            self.list.setFocus()
