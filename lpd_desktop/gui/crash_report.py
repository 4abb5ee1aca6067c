"""Unexpected errors: into the log, and into a dialog whose text can be copied."""

from __future__ import annotations

import logging
import platform
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Any

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
from lpd_desktop.runtime.code_places import kind_and_places
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.log_files import LOGGER, close_log, open_log

_LOG = logging.getLogger(LOGGER)

_STEP_FAILED = (
    "Ein Schritt ging wegen eines Fehlers im Programm nicht. Sie können weiterschreiben; Ihr Text "
    "wird weiterhin gespeichert."
)
_NOTHING_PRIVATE = (
    "Der folgende Bericht enthält nichts aus Ihrem Dokument; Sie können ihn Ihrer IT-Stelle geben."
)


class CrashReport(QObject):
    """Takes what nothing else has caught; the draft stays open and saved."""

    _reported = Signal(str, str)

    def __init__(self, window: QWidget, handler: logging.Handler) -> None:
        super().__init__(window)
        self._window = window
        self._handler = handler
        self._dialog: CrashDialog | None = None
        self._hooks: tuple[Any, Any, Any] | None = None
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """The hook for `sys.excepthook`."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = report_of(error)
        _LOG.error("%s", text)
        self._reported.emit(str(error) if isinstance(error, LpdError) else "", text)

    def take_from_thread(self, given: Any) -> None:
        """The hook for `threading.excepthook`: a thread has ended, somebody must know."""
        if given.exc_value is not None and not issubclass(given.exc_type, SystemExit):
            self.take(given.exc_type, given.exc_value, given.exc_traceback)

    def note_unraisable(self, given: Any) -> None:
        """The hook for `sys.unraisablehook`: nothing was harmed, the log is enough."""
        if given.exc_value is not None:
            _LOG.error("%s", report_of(given.exc_value))

    def listen(self) -> None:
        """Takes what nobody catches from now on."""
        self._hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self.take
        threading.excepthook = self.take_from_thread
        sys.unraisablehook = self.note_unraisable

    def end(self) -> None:
        """Takes nothing any more and closes the log."""
        if self._hooks is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks
        close_log(self._handler)

    @Slot(str, str)
    def _on_reported(self, sentence: str, text: str) -> None:
        """A fault that comes with every key press is shown once at a time; the log has all."""
        if self._dialog is None:
            self._dialog = CrashDialog(self._window, sentence or _STEP_FAILED, text)
            self._dialog.finished.connect(self._on_closed)
            self._dialog.open()

    @Slot()
    def _on_closed(self) -> None:
        self._dialog = None


class CrashDialog(ScrollingDialog):
    """Says what happened, with a report that can be copied."""

    def __init__(
        self, parent: QWidget, sentence: str, text: str, title: str = "Fehler im Programm"
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said = QLabel(f"{sentence} {_NOTHING_PRIVATE}")
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


def report_of(error: BaseException) -> str:
    """The places in the code, without the values, which could be words of a plan."""
    return "\n".join([system_text(), *kind_and_places(error)])


def system_text() -> str:
    """Versions and system, for the head of a report."""
    versions = f"LPD Desktop {__version__}, Python {platform.python_version()}, Qt {qVersion()}"
    return f"{versions}\n{platform.platform()}"


def install_crash_report(window: QWidget, folder: Path) -> CrashReport:
    """Sends unexpected errors of this process to the log in `folder` and to a dialog."""
    report = CrashReport(window, open_log(folder))
    report.listen()
    return report
