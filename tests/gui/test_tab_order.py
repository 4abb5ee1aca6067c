"""Tab goes from the steps to the page, to what stands beside it, to the buttons below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lpd_desktop.gui.wizard import PlanWizard


def walked(qtbot, start: QWidget) -> list[QWidget]:
    """What Tab reaches until it comes back to where it started."""
    seen = [start]
    for _ in range(200):
        qtbot.keyClick(seen[-1], Qt.Key.Key_Tab)
        if start.hasFocus():
            return seen
        seen.append(start.window().focusWidget())
    return []


def test_each_part_follows_the_other_on_pages_that_were_built_late(
    qtbot, sample_wizard: PlanWizard
) -> None:
    wizard = sample_wizard
    for key in ("A.staff", "B.topics/equality", "cover", "C.potentials"):
        wizard.go_to(key)
        parts = (wizard._list, wizard.toolbar, wizard._book, wizard.panel, wizard.bar)
        wizard._list.setFocus()
        places = [
            next(n for n, part in enumerate(parts) if part is each or part.isAncestorOf(each))
            for each in walked(qtbot, wizard._list)
        ]
        assert places == sorted(places), key
        assert {0, 2, 3, 4} <= set(places), key


def test_back_goes_the_same_way(qtbot, sample_wizard: PlanWizard) -> None:
    sample_wizard.go_to("A.staff")
    sample_wizard._list.setFocus()
    forth = walked(qtbot, sample_wizard._list)
    for expected in reversed(forth):
        focused = sample_wizard.window().focusWidget()
        qtbot.keyClick(focused, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        assert sample_wizard.window().focusWidget() is expected
