"""The published plans as somebody works through them."""

from __future__ import annotations

from pathlib import Path

import pytest

from lpd_desktop.form.library import form_for_year
from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.word.importing import import_document
from tests.gui.conftest import checked


@pytest.mark.parametrize("number", ["000", "001", "002", "004"])
def test_every_page_and_finding_of_a_published_plan_is_reached(
    qtbot, window: MainWindow, take, seeds: dict[str, Path], number: str
) -> None:
    path = seeds[number]
    wizard = take(window, import_document(path.read_bytes(), path.name, form_for_year(2023)).file)
    for step in list(wizard.steps):
        wizard.go_to(step.key)
        assert wizard.steps.current.key == step.key
    checked(qtbot, window)
    led = set()
    for finding in window.session.findings:
        window.actions_by_key["next_finding"].trigger()
        led.add((wizard.current_finding.where, wizard.current_finding.message))
        assert finding.place
    assert len(led) == len({(each.where, each.message) for each in window.session.findings})
