"""What passes between a first window and a second start."""

from __future__ import annotations

import platform
import socket
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QMessageBox

from lpd_desktop.gui.messages import tell
from lpd_desktop.gui.start.second_start import SecondStarts, hand_over, refusal, socket_name
from lpd_desktop.plan.file import save_lpd
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.runtime.folder_lock import FolderLock, Holder

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


@pytest.fixture
def starts(qapp, tmp_path: Path):
    starts = SecondStarts(qapp, tmp_path)
    yield starts
    starts.close()
    starts.deleteLater()


@pytest.fixture
def held(tmp_path: Path):
    lock = FolderLock(tmp_path)
    assert lock.take()
    yield lock
    lock.release()


def call(tmp_path: Path, message: bytes) -> QLocalSocket:
    caller = QLocalSocket()
    caller.connectToServer(socket_name(tmp_path))
    assert caller.waitForConnected(1000)
    caller.write(message)
    caller.flush()
    return caller


def test_a_file_is_told_and_the_caller_gets_an_answer(qtbot, starts, tmp_path: Path) -> None:
    with qtbot.waitSignal(starts.asked) as told:
        caller = call(tmp_path, '{"file": "/tmp/Plän.lpd"}\n'.encode())
    assert told.args == ["/tmp/Plän.lpd"]
    qtbot.waitUntil(caller.canReadLine)


@pytest.mark.parametrize("message", [b"nonsense\n", b'{"file": 3}\n', b"[]\n", b"x" * 200_000])
def test_what_is_no_message_is_not_answered(qtbot, starts, tmp_path: Path, message: bytes) -> None:
    heard: list[str] = []
    starts.asked.connect(heard.append)
    caller = call(tmp_path, message)
    qtbot.waitUntil(lambda: caller.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert heard == []
    assert not caller.canReadLine()


def test_a_first_window_that_does_not_answer_is_not_waited_for_long(
    starts, held, tmp_path: Path
) -> None:
    assert hand_over(FolderLock(tmp_path), tmp_path, None, 200) is False


def test_a_socket_left_by_a_crash_is_no_obstacle(qtbot, tmp_path: Path, qapp) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(socket_name(tmp_path))
    left.close()
    starts = SecondStarts(qapp, tmp_path)
    with qtbot.waitSignal(starts.asked):
        caller = call(tmp_path, b'{"file": ""}\n')
    assert caller is not None
    starts.close()


def test_who_comes_while_the_first_ends_becomes_the_first(held, tmp_path: Path) -> None:
    second = FolderLock(tmp_path)
    assert not second.take()
    held.release()
    assert hand_over(second, tmp_path, None, 200) is None
    second.release()


def test_names_differ_by_data_folder_and_person(tmp_path: Path, monkeypatch) -> None:
    mine = socket_name(tmp_path)
    assert socket_name(tmp_path / "other") != mine
    assert socket_name(tmp_path / "other" / "..") == mine
    monkeypatch.setattr("os.getuid", lambda: 4711)
    assert socket_name(tmp_path) != mine


def test_the_refusal_says_where_the_drafts_are_open(qtbot) -> None:
    colleague = Holder(1, platform.node(), "kollegin", "2022-11-08T09:30:00Z")
    boxes = [refusal(each) for each in (Holder(1, "PC-0815"), Holder(1, ""), colleague)]
    for box in boxes:
        qtbot.addWidget(box)
    there, here, other = (box.text() for box in boxes)
    assert "PC-0815" in there
    assert "antwortet" in here
    assert "„kollegin“ seit 08.11.2022" in other


def test_the_window_comes_forward_and_opens_the_file(qtbot, window, tmp_path: Path) -> None:
    path = tmp_path / "plan.lpd"
    save_lpd(path, sample_file())
    window.showMinimized()
    with qtbot.waitSignal(window.opening.opened):
        window.take_over(str(path))
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    assert window.wizard is not None


def test_a_second_start_without_a_file_leaves_the_open_plan(sample_wizard) -> None:
    window = sample_wizard.window()
    window.take_over("")
    assert window.wizard is sample_wizard


def test_a_question_that_waits_is_answered_first(qtbot, window, tmp_path: Path) -> None:
    path = tmp_path / "plan.lpd"
    save_lpd(path, sample_file())
    tell(window, "Frage", "Etwas?")
    window.take_over(str(path))
    boxes = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    assert any("plan.lpd" in box.text() for box in boxes)
    assert window.wizard is None
