"""The window that many tests share: nobody finds in it what a test before did."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTextEdit

from lpd_desktop.app import build_window
from lpd_desktop.editing.budget_rows import set_amount
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.sample import sample_file
from tests.gui.lasting_window import LastingWindow
from tests.gui.test_every_dialog import table_size


@pytest.fixture
def lasting(qapp, isolated_data_folder: Path) -> Iterator[LastingWindow]:
    shared = LastingWindow(build_window, lambda: isolated_data_folder)
    yield shared
    shared.close()


def do_a_step(_qtbot, wizard: PlanWizard) -> None:
    step = partial(set_amount, item="A.budget", row="transfer_in", column="plan", text="1")
    wizard._session.draft.change("Betrag ändern", step)


def write(qtbot, wizard: PlanWizard) -> None:
    wizard.go_to("A.staff")
    qtbot.keyClicks(wizard.page.findChild(QTextEdit), "Neu")


def have_remembered(_qtbot, wizard: PlanWizard) -> None:
    (wizard._context.data_folder / "profiles").mkdir()


def go_on(_qtbot, wizard: PlanWizard) -> None:
    wizard.go_to("review")


def leave_a_dialog_open(_qtbot, wizard: PlanWizard) -> None:
    table_size(wizard).open()


@pytest.mark.parametrize(
    ("leave", "is_kept"),
    [
        (do_a_step, True),
        (go_on, True),
        (leave_a_dialog_open, True),
        (write, False),
        (have_remembered, False),
    ],
)
def test_what_a_test_leaves_is_taken_back_or_its_window_is_not_used_again(
    qtbot, lasting: LastingWindow, leave, is_kept: bool
) -> None:
    before = lasting.wizard(qtbot)
    leave(qtbot, before)
    lasting.put_away(qtbot)
    wizard = lasting.wizard(qtbot)
    assert (wizard is before) == is_kept
    assert wizard._session.file.plan == sample_file().plan
    assert wizard.steps.current.key == "cover"
    assert wizard.window().isActiveWindow()
