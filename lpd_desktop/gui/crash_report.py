"""Unexpected errors: into the log, and into a dialog whose text can be copied."""

from __future__ import annotations

import faulthandler
import logging
import platform
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop import __version__
from lpd_desktop.gui.look.scrolling_dialog import ScrollingDialog
from lpd_desktop.runtime.errors import LpdError

_LOG = logging.getLogger("lpd_desktop")


class CrashReport(QObject):
    """Takes what nothing else has caught; the draft stays open and saved."""

    _reported = Signal(str, str)

    def __init__(self, window: QWidget, handler: logging.Handler) -> None:
        super().__init__(window)
        self._window = window
        self._handler = handler
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """The hook for `sys.excepthook`."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = report_of(kind, trace)
        _LOG.error("%s", text)
        self._reported.emit(str(error) if isinstance(error, LpdError) else "", text)

    def end(self) -> None:
        """Takes nothing any more and closes the log."""
        sys.excepthook = sys.__excepthook__
        _LOG.removeHandler(self._handler)
        self._handler.close()

    @Slot(str, str)
    def _on_reported(self, sentence: str, text: str) -> None:
        CrashDialog(self._window, sentence, text).open()


class CrashDialog(ScrollingDialog):
    """Says what happened and that the text is safe."""

    def __init__(self, parent: QWidget, sentence: str, text: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("Fehler im Programm")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said = QLabel(
            sentence
            or "Ein Schritt ging wegen eines Fehlers im Programm nicht. Ihr Text ist gespeichert, "
            "Sie können weiterschreiben. Der folgende Bericht enthält nichts aus Ihrem Dokument."
        )
        said.setWordWrap(True)
        self._text = QPlainTextEdit(text)
        self._text.setReadOnly(True)
        self._text.setAccessibleName("Bericht für die Fehlersuche")
        self._text.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton("Bericht &kopieren", QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._on_copy_clicked)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(said)
        layout.addWidget(self._text, 1)
        layout.addWidget(buttons)
        self.resize(640, 360)

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The places in the code, without the values, which could be words of a plan."""
    frames = traceback.extract_tb(trace)
    lines = [f"{Path(each.filename).name}:{each.lineno} {each.name}" for each in frames]
    system = f"LPD Desktop {__version__}, Python {platform.python_version()}, Qt {qVersion()}"
    return "\n".join([system, platform.platform(), kind.__name__, *lines])


def install_crash_report(window: QWidget, folder: Path) -> CrashReport:
    """Sends unexpected errors of this process to the log in `folder` and to a dialog."""
    logs = _log_folder(folder)
    handler = RotatingFileHandler(logs / "lpd-desktop.log", maxBytes=500_000, backupCount=2)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _LOG.addHandler(handler)
    report = CrashReport(window, handler)
    sys.excepthook = report.take
    return report


def log_hard_crashes(folder: Path) -> None:
    """Faults that end the process leave the places in the code in a file that stays open."""
    faulthandler.enable((_log_folder(folder) / "hard-crash.log").open("a", encoding="utf-8"))


def _log_folder(folder: Path) -> Path:
    logs = folder / "log"
    logs.mkdir(parents=True, exist_ok=True)
    return logs
