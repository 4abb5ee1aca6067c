"""While a draft cannot be saved: why, where the text is meanwhile, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from lpd_desktop.gui.announcing import announce
from lpd_desktop.gui.autosave import SaveNews
from lpd_desktop.gui.drafts import Autosave
from lpd_desktop.gui.look.wrapped_label import WrappedLabel
from lpd_desktop.gui.wizard import PlanWizard

_SLOW_AFTER_MS = 3000
_SLOW = (
    "Das Speichern dauert ungewöhnlich lange: Der Datenträger oder ein anderes Programm lässt auf "
    "sich warten. Sie können weiterschreiben; schließen Sie das Fenster bitte noch nicht."
)
_GO_ON = "Sie können weiterschreiben."


class TroubleBar(QFrame):
    """A sentence that wraps, and two buttons; hidden while all is well."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.label = WrappedLabel()
        self.again, self.copy = QPushButton("Jetzt versuchen"), QPushButton("Kopie speichern…")
        self.copy.setAccessibleDescription("Schreibt Ihren Stand in eine Datei an anderem Ort.")
        mark = QLabel("⚠")
        mark.setAccessibleName("Warnung")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.label, 1)
        for button in (self.again, self.copy):
            button.setAutoDefault(False)
            layout.addWidget(button)
        self.hide()


class SaveTrouble(QObject):
    """Belongs to one open plan; appears with a failure and goes when saving works again."""

    def __init__(self, wizard: PlanWizard, autosave: Autosave, news: SaveNews) -> None:
        super().__init__(wizard)
        self._autosave = autosave
        self.bar = TroubleBar()
        wizard.add_bar(self.bar)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_AFTER_MS)
        self._slow.timeout.connect(self._on_slow)
        self.bar.again.clicked.connect(self._on_again_clicked)
        news.failed.connect(self._on_failed)
        news.saved.connect(self._on_saved)

    @Slot(object)
    def watch(self, _change: object = None) -> None:
        """Something is to be saved; the clock runs from the first change on."""
        if not self._slow.isActive() and self.bar.isHidden():
            self._slow.start()

    def end(self) -> None:
        """The plan is being closed: nothing is shown any more."""
        self._slow.stop()

    @Slot()
    def _on_slow(self) -> None:
        self._show(_SLOW)
        announce(self.bar, _SLOW, urgent=True)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._slow.stop()
        self._show(f"{sentence} {_GO_ON}")

    @Slot()
    def _on_saved(self) -> None:
        self._slow.stop()
        self.bar.hide()

    def _show(self, sentence: str) -> None:
        self.bar.label.show_sentence(sentence)
        self.bar.show()

    @Slot()
    def _on_again_clicked(self) -> None:
        """Hurries the next attempt and waits for nothing."""
        self._autosave.flush(0)
