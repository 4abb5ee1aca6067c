"""A window over an empty data folder, driven from outside."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, mkdtemp

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lpd_desktop.app import build_window
from lpd_desktop.check import engine
from lpd_desktop.check.acknowledgement import AcceptedFinding
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.spelling.word_lists import SpellingSettings, write_settings
from lpd_desktop.form.model import Form
from lpd_desktop.gui.application import prepare
from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import Work
from lpd_desktop.runtime.progress import stop_if_cancelled
from tests.conftest import PYTHONS_LIMITS
from tests.gui.lasting_window import LastingWindow

_LOOK_MS, _LOOKS = 2, 50


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> Iterator[QApplication]:
    """The application as the program prepares it."""
    prepare(qapp)
    yield qapp
    qapp.clipboard().clear()  # without a screen what is in it is destroyed after Python


@pytest.fixture(autouse=True)
def collected_on_this_thread() -> Iterator[None]:
    """As in the program, no other thread destroys forgotten widgets."""
    gc.disable()
    limits = gc.get_threshold()
    gc.set_threshold(*PYTHONS_LIMITS)  # which the program's own collector goes by
    yield
    gc.collect(1)  # what was made since; all objects would take a tenth of a second each time
    gc.set_threshold(*limits)
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def known_checks() -> Iterator[None]:
    """A plan that was checked for one test is not checked again for the next.

    Checks know nothing but what they are given, so they would say the same; hundreds of tests open
    the same sample. What any test changes in a plan is checked.
    """
    known: dict[bytes, tuple[list[Finding], list[AcceptedFinding]]] = {}
    checked_anew = engine.check_all

    def check_all(plan: Plan, work: Work, form: Form, previous: Plan | None = None):
        stop_if_cancelled()
        given = msgspec.json.encode((plan, work, form, previous))
        if given not in known:
            known[given] = checked_anew(plan, work, form, previous)
        findings, accepted = known[given]
        return list(findings), list(accepted)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "check_all", check_all)
        yield


class WatchfulBot(QtBot):
    """Looks often at first: most of what is waited for is there within milliseconds."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 5000) -> None:
        __tracebackhide__ = True
        for _ in range(min(_LOOKS, timeout // _LOOK_MS)):
            with suppress(AssertionError):
                if callback() in (None, True):
                    return
            self.wait(_LOOK_MS)
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """As pytest-qt's, but more watchful."""
    return WatchfulBot(request)


@pytest.fixture(scope="session")
def folder_in_memory() -> Iterator[str]:
    """Where all data folders of the run lie: in memory, where the system has that."""
    memory = Path("/dev/shm")
    folder = memory if memory.is_dir() else None
    with TemporaryDirectory(prefix="lpd-", dir=folder, ignore_cleanup_errors=True) as name:
        yield name


@pytest.fixture
def isolated_data_folder(folder_in_memory: str, monkeypatch) -> Iterator[Path]:
    """No test meets the drafts of the person who runs it.

    What the program hands to the disk is tried below the window, with folders on a disk.
    """
    name = mkdtemp(dir=folder_in_memory)
    monkeypatch.setenv("LPD_DATA", name)
    yield Path(name)
    rmtree(name, ignore_errors=True)  # window.ini may be written again when its window is destroyed


@pytest.fixture
def open_window(qtbot, isolated_data_folder: Path) -> Iterator[Callable[[], MainWindow]]:
    """Opens windows over one data folder; all are closed at the end."""
    windows: list[MainWindow] = []
    write_settings(isolated_data_folder, SpellingSettings(marks=False))

    def opened() -> MainWindow:
        window = build_window(isolated_data_folder)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        qtbot.waitUntil(lambda: not window.services.jobs.is_busy)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        windows.append(window)
        return window

    yield opened
    for window in windows:
        window.close()


@pytest.fixture
def window(open_window) -> MainWindow:
    """One window that shows its start page."""
    return open_window()


@pytest.fixture
def take(qtbot) -> Callable[[MainWindow, LpdFile], PlanWizard]:
    """Opens a plan as a draft of the store."""

    def taken(window: MainWindow, file: LpdFile) -> PlanWizard:
        with qtbot.waitSignal(window.opening.opened):
            window.opening.take(file)
        checked(qtbot, window)
        return window.wizard

    return taken


@pytest.fixture
def sample_wizard(window, take) -> PlanWizard:
    """The wizard over the sample plan."""
    return take(window, sample_file())


@pytest.fixture(scope="session")
def lasting_window(qapp: QApplication, folder_in_memory: str) -> Iterator[LastingWindow]:
    """See `lasting_wizard`."""

    def new_folder() -> Path:
        folder = Path(mkdtemp(dir=folder_in_memory))
        write_settings(folder, SpellingSettings(marks=False))
        return folder

    lasting = LastingWindow(build_window, new_folder)
    yield lasting
    lasting.close()


@pytest.fixture
def lasting_wizard(qtbot, lasting_window: LastingWindow) -> Iterator[PlanWizard]:
    """The wizard over the sample plan in a window that other tests had and will have.

    For tests that only look, or whose steps can be undone. Where the plan is another one at the
    end, or something else is remembered, the next test gets a new window.
    """
    wizard = lasting_window.wizard(qtbot)
    checked(qtbot, wizard.window())
    yield wizard
    lasting_window.put_away(qtbot)


def checked(qtbot, window: MainWindow) -> None:
    """Waits for findings of the newest state."""
    session = window.session
    if not session.is_checked:
        with qtbot.waitSignal(session.findings_changed, check_params_cb=None):
            session.check_now()
    qtbot.waitUntil(lambda: session.is_checked)


def inputs(root: QWidget) -> list[QWidget]:
    """What can be reached with Tab on the visible part of a widget."""
    return [
        child
        for child in root.findChildren(QWidget)
        if child.isVisible() and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
