"""A second start over the same drafts hands its file to the window that is there already.

A local socket (on Windows a named pipe) connects the two; nothing reaches the network.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QThread, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QMessageBox

from lpd_desktop.gui.look.scrolling_dialog import ScrollingMessageBox
from lpd_desktop.gui.start.start_page import local_time
from lpd_desktop.runtime.folder_lock import FolderLock, Holder

_BYTES_AT_MOST = 64 * 1024
_PATIENCE_MS = 5000
_PAUSE_MS = 50
_TAKEN_OVER = b"taken over\n"
_NO_ANSWER = (
    "LPD Desktop ist mit diesen Entwürfen schon geöffnet, das Fenster antwortet aber nicht. Bitte "
    "warten Sie einen Augenblick, oder beenden Sie es, und starten Sie dann noch einmal."
)
_ELSEWHERE = (
    "Diese Entwürfe sind {where} in LPD Desktop geöffnet{who}. Bitte schließen Sie das Programm "
    "dort und starten Sie dann noch einmal."
)


class SecondStarts(QObject):
    """Listens in the first process; `asked` tells the file that a second start shall open.

    The file is empty where only the window is wanted.
    """

    asked = Signal(str)

    def __init__(self, parent: QObject, folder: Path) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)
        QLocalServer.removeServer(socket_name(folder))
        self._server.listen(socket_name(folder))

    def close(self) -> None:
        """Listens no more."""
        self._server.close()

    @Slot()
    def _on_connected(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.readyRead.connect(self._on_told)
            caller.disconnected.connect(caller.deleteLater)

    @Slot()
    def _on_told(self) -> None:
        caller = self.sender()
        assert isinstance(caller, QLocalSocket)
        if not caller.canReadLine():
            if caller.bytesAvailable() > _BYTES_AT_MOST:
                caller.abort()
            return
        wanted = _file_in(bytes(caller.readLine(_BYTES_AT_MOST).data()))
        if wanted is None:
            caller.abort()
            return
        caller.write(_TAKEN_OVER)
        caller.flush()
        self.asked.emit(wanted)


def hand_over(
    lock: FolderLock, folder: Path, file: Path | None, patience_ms: int = _PATIENCE_MS
) -> bool | None:
    """Tells the first process what to open, from a second one that has no window.

    Waits `patience_ms` at most: the first may be starting or ending.

    Returns:
        Whether the first has taken it over; None where it has ended and this process is the first.
    """
    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < patience_ms:
        if lock.take():
            return None
        if not lock.holder().is_me:
            return False
        if _told(socket_name(folder), file, int(patience_ms - clock.elapsed()), lock):
            return True
        QThread.msleep(_PAUSE_MS)
    return False


def _told(name: str, file: Path | None, patience_ms: int, lock: FolderLock) -> bool:
    """Whether somebody listened and answered."""
    if not _is_own(name):
        return False
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(patience_ms):
        return False
    _allow_to_come_forward(lock.holder().process)
    wanted = str(file.absolute()) if file is not None else ""
    socket.write(json.dumps({"file": wanted}).encode() + b"\n")
    socket.flush()
    while not socket.canReadLine() and socket.waitForReadyRead(patience_ms):
        pass
    return socket.readAll().data() == _TAKEN_OVER


def refusal(holder: Holder) -> QMessageBox:
    """Why there is no second window, as a window of its own."""
    box = ScrollingMessageBox()
    box.setWindowTitle("LPD Desktop")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(_NO_ANSWER if holder.is_me else _elsewhere(holder))
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    return box


def _elsewhere(holder: Holder) -> str:
    where = "unter einer anderen Anmeldung" if holder.is_here else f"am Rechner „{holder.machine}“"
    since = f" seit {local_time(holder.since)}" if holder.since else ""
    who = f", von „{holder.person}“{since}" if holder.person else ""
    return _ELSEWHERE.format(where=where, who=who)


def socket_name(folder: Path) -> str:
    """One name for each person and data folder, short enough for a socket's path."""
    told = f"{_person()}\0{os.path.normcase(folder.resolve())}"
    return _place_of(f"lpd-{hashlib.sha256(told.encode()).hexdigest()[:20]}")


if sys.platform == "win32":
    import ctypes

    def _person() -> str:
        return f"{os.environ.get('USERDOMAIN', '')}\\{os.environ.get('USERNAME', '')}"

    def _place_of(name: str) -> str:
        return name

    def _is_own(_name: str) -> bool:
        """Named pipes are made for their owner alone."""
        return True

    def _allow_to_come_forward(process: int) -> None:
        """A window comes in front only if the process with the last key press says so."""
        ctypes.windll.user32.AllowSetForegroundWindow(process)

else:

    def _person() -> str:
        return str(os.getuid())

    def _place_of(name: str) -> str:
        """In the folder that the system keeps for this person's session, else that for all."""
        own = os.environ.get("XDG_RUNTIME_DIR", "")
        usable = own and os.access(own, os.W_OK)
        return str(Path(own if usable else tempfile.gettempdir()) / name)

    def _is_own(name: str) -> bool:
        """Nobody else gets to know our files by putting a socket where ours would be."""
        try:
            return Path(name).stat().st_uid == os.getuid()
        except OSError:
            return False

    def _allow_to_come_forward(_process: int) -> None:
        """Nobody needs to allow it here."""


def _file_in(message: bytes) -> str | None:
    """The file that a message names, None for something else than our message."""
    try:
        told = json.loads(message)
    except ValueError:
        return None
    file = told.get("file") if isinstance(told, dict) else None
    return file if isinstance(file, str) else None
