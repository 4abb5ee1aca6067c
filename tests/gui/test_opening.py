"""Opening files of plans that are there already."""

from __future__ import annotations

import dataclasses

import pytest
from msgspec import structs
from PySide6.QtWidgets import QMessageBox

from lpd_desktop.plan.file import save_lpd
from lpd_desktop.plan.sample import sample_file

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard)", extend=True
)


def test_a_file_of_a_plan_that_is_there_already_asks_which_one_is_meant(
    qtbot, window, take, tmp_path
):
    file = sample_file()
    take(window, file)
    draft = window.session.draft_id
    changed = dataclasses.replace(file, plan=structs.replace(file.plan, as_of="2022-12-24"))
    path = tmp_path / "anders.lpd"
    save_lpd(path, changed)
    window.opening.open_file(str(path))
    qtbot.waitUntil(lambda: open_box(window) is not None)
    buttons = {button.text(): button for button in open_box(window).buttons()}
    with qtbot.waitSignal(window.opening.opened):
        buttons["Datei als &weiteren Entwurf aufnehmen"].click()
    assert window.session.draft_id != draft
    assert window.session.file.plan.as_of == "2022-12-24"


def test_a_file_that_is_the_draft_itself_opens_the_draft(qtbot, window, take, tmp_path):
    take(window, sample_file())
    draft = window.session.draft_id
    save_lpd(tmp_path / "gleich.lpd", window.session.file)
    with qtbot.waitSignal(window.opening.opened):
        window.opening.open_file(str(tmp_path / "gleich.lpd"))
    assert window.session.draft_id == draft


def open_box(window):
    return next((box for box in window.findChildren(QMessageBox) if box.isVisible()), None)
