"""Two columns, the text alone, and what of the panel is remembered."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QSplitter

from lpd_desktop.check.finding import Finding
from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.wizard import PlanWizard


@pytest.fixture
def wizard(qtbot, sample_wizard: PlanWizard) -> PlanWizard:
    sample_wizard.go_to("A.staff")
    sample_wizard.focus_page()
    qtbot.wait(20)
    return sample_wizard


def press(wizard: PlanWizard, key: str) -> None:
    wizard.window().actions_by_key[key].trigger()


def sizes(wizard: PlanWizard) -> list[int]:
    splitter = wizard.panel.parentWidget()
    assert isinstance(splitter, QSplitter)
    return splitter.sizes()


def seen(wizard: PlanWizard) -> list[bool]:
    """Whether steps, page and panel are to be seen."""
    splitter = wizard.panel.parentWidget()
    return [splitter.widget(place).isVisible() for place in range(3)]


def is_checked(wizard: PlanWizard, key: str) -> bool:
    return wizard.window().actions_by_key[key].isChecked()


def test_last_year_takes_half_of_the_window_and_goes_with_the_same_key(
    qtbot, wizard: PlanWizard
) -> None:
    before = sizes(wizard)
    press(wizard, "columns")
    steps, page, panel = sizes(wizard)
    assert steps == 0
    assert abs(page - panel) < 12
    assert wizard.panel.currentWidget() is wizard.panel.earlier
    assert wizard.page.isAncestorOf(wizard.window().focusWidget())
    assert is_checked(wizard, "columns")
    wizard.window().resize(1200, 700)
    qtbot.waitUntil(lambda: abs(sizes(wizard)[1] - 600) < 12)
    wizard.window().resize(1366, 768)
    press(wizard, "columns")
    qtbot.waitUntil(lambda: sizes(wizard) == before)
    assert not is_checked(wizard, "columns")


def test_the_text_alone_and_back(wizard: PlanWizard) -> None:
    before = sizes(wizard)
    press(wizard, "text_only")
    assert seen(wizard) == [False, True, False]
    assert wizard.toolbar.isVisible()
    press(wizard, "columns")
    assert seen(wizard) == [False, True, True]
    assert not is_checked(wizard, "text_only")
    press(wizard, "columns")
    assert sizes(wizard) == before


def test_whoever_unfolds_or_folds_the_panel_has_the_usual_window_again(wizard: PlanWizard) -> None:
    press(wizard, "text_only")
    press(wizard, "page_help")
    assert wizard.panel.isVisible()
    assert not is_checked(wizard, "text_only")
    press(wizard, "columns")
    press(wizard, "panel")
    assert not wizard.panel.isVisible()
    assert not is_checked(wizard, "columns")
    assert seen(wizard) == [True, True, False]
    assert wizard.window().services.memory.sharing() == ""


def test_the_key_of_last_year_leads_there_and_back(qtbot, wizard: PlanWizard) -> None:
    press(wizard, "panel")
    press(wizard, "earlier")
    assert wizard.panel.earlier.isAncestorOf(wizard.window().focusWidget())
    press(wizard, "earlier")
    assert wizard.page.isAncestorOf(wizard.window().focusWidget())
    assert wizard.panel.isVisible()


def test_a_narrow_window_says_that_it_has_no_room(qtbot, wizard: PlanWizard) -> None:
    wizard.window().resize(800, 600)
    qtbot.waitUntil(lambda: wizard.width() == 800)
    press(wizard, "columns")
    assert not is_checked(wizard, "columns")
    assert "zu schmal" in wizard.bar.saved.text()


def test_widths_tab_and_sharing_are_there_the_next_time(
    qtbot, window: MainWindow, wizard: PlanWizard, open_window
) -> None:
    draft = wizard._session.draft_id
    wizard.panel.parentWidget().setSizes([300, 600, 460])
    kept = sizes(wizard)
    wizard.panel.setCurrentIndex(2)
    window.close()
    second = open_window()
    with qtbot.waitSignal(second.opening.opened):
        second.opening.load(draft)
    qtbot.waitUntil(lambda: sizes(second.wizard) == kept)
    assert second.wizard.panel.currentIndex() == 2
    press(second.wizard, "columns")
    second.show_start()
    with qtbot.waitSignal(second.opening.opened):
        second.opening.load(draft)
    qtbot.waitUntil(lambda: is_checked(second.wizard, "columns"))
    assert sizes(second.wizard)[0] == 0


def test_on_a_wide_page_every_line_keeps_its_room(qtbot, wizard: PlanWizard) -> None:
    wizard.window().resize(1600, 800)
    press(wizard, "text_only")
    row = wizard.page.text_rows()[0]
    sentence = "Ein Satz, der so lang ist, dass er in dieser Spalte zwei Zeilen braucht. " * 2
    findings = [
        Finding(rule="X", level="hint", where="", place="", message=f"{number}. {sentence}")
        for number in range(4)
    ]
    row.show_findings(findings)
    qtbot.waitUntil(lambda: row.height() >= row.layout().heightForWidth(row.width()))
