"""Very small windows, as at 400 %: nothing becomes unreachable."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QTextEdit, QWidget

from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.steps.folding import room_of
from lpd_desktop.gui.steps.step_list import StepList
from lpd_desktop.gui.wizard import PlanWizard
from tests.gui.conftest import inputs

SIZES = [(640, 360), (320, 180)]


def shrink(qtbot, window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size, timeout=1000)


def seen_part(widget: QWidget) -> QRect:
    """What of a widget is inside of all that it scrolls in, and of the window."""
    corner = widget.mapTo(widget.window(), QPoint(0, 0))
    rect = QRect(corner, widget.size())
    parent = widget.parentWidget()
    while parent is not None:
        top = (
            parent.mapTo(widget.window(), QPoint(0, 0))
            if parent is not widget.window()
            else QPoint()
        )
        rect = rect.intersected(QRect(top, parent.size()))
        parent = parent.parentWidget()
    return rect


def area_of(widget: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


def is_brought_into_view(widget: QWidget) -> bool:
    """Whether scrolling shows the widget, or as much of it as there is room for."""
    area = area_of(widget)
    if area is not None:
        corner, size = widget.mapTo(area.widget(), QPoint(0, 0)), widget.size() / 2
        middle = corner + QPoint(size.width(), size.height())
        area.ensureVisible(middle.x(), middle.y(), size.width(), size.height())
    seen = seen_part(widget)
    room = area.viewport().size() if area is not None else widget.size()
    wanted = widget.size().boundedTo(room)
    return seen.width() >= wanted.width() * 0.9 and seen.height() >= min(wanted.height(), 24)


@pytest.mark.parametrize("size", SIZES)
def test_every_field_of_every_page_can_be_scrolled_into_view(
    qtbot, sample_wizard: PlanWizard, size: tuple[int, int]
) -> None:
    shrink(qtbot, sample_wizard.window(), size)
    lost = []
    for step in list(sample_wizard.steps):
        sample_wizard.go_to(step.key)
        sample_wizard.focus_page()
        qtbot.wait(20)
        assert (sample_wizard.window().width(), sample_wizard.window().height()) == size, step.key
        fields = [each for each in inputs(sample_wizard.page) if not isinstance(each, QScrollArea)]
        assert fields or step.kind == "potentials", step.key
        lost += [(step.key, each) for each in fields if not is_brought_into_view(each)]
    assert lost == []


@pytest.mark.parametrize("size", SIZES)
def test_what_has_the_focus_is_seen_while_tab_goes_round(
    qtbot, sample_wizard: PlanWizard, size: tuple[int, int]
) -> None:
    window = sample_wizard.window()
    shrink(qtbot, window, size)
    for key in ("cover", "B.topics", "review", "approval"):
        sample_wizard.go_to(key)
        sample_wizard.focus_page()
        start = QApplication.focusWidget()
        for _ in range(60):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            qtbot.wait(1)
            now = QApplication.focusWidget()
            if now is start:
                break
            seen = seen_part(now)
            assert seen.width() > 8, (key, now)
            assert seen.height() > 8, (key, now)
        assert QApplication.focusWidget() is start


@pytest.mark.parametrize("size", [*SIZES, (304, 137)])
def test_the_cursor_is_seen_while_somebody_writes(
    qtbot, sample_wizard: PlanWizard, size: tuple[int, int]
) -> None:
    shrink(qtbot, sample_wizard.window(), size)
    sample_wizard.go_to("A.staff")
    sample_wizard.focus_page()
    edit = QApplication.focusWidget()
    assert isinstance(edit, QTextEdit)
    qtbot.wait(30)
    assert is_cursor_seen(edit)
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    qtbot.keyClicks(edit, "Ende")
    qtbot.wait(30)
    assert is_cursor_seen(edit)


def is_cursor_seen(edit: QTextEdit) -> bool:
    view, cursor = area_of(edit).viewport(), edit.cursorRect()
    place = edit.viewport().mapTo(view, cursor.topLeft())
    return view.rect().contains(QRect(place, cursor.size()).adjusted(0, 2, 0, -2))


@pytest.mark.parametrize("size", SIZES)
def test_the_start_page_reaches_all_of_it(
    qtbot, window: MainWindow, take, size: tuple[int, int]
) -> None:
    from lpd_desktop.plan.sample import sample_file

    take(window, sample_file())
    window.show_start()
    qtbot.waitUntil(lambda: bool(window.start.chosen))
    shrink(qtbot, window, size)
    qtbot.wait(20)
    assert [each for each in inputs(window.start) if not is_brought_into_view(each)] == []


def test_a_single_column_shows_the_page_and_gets_the_steps_and_the_panel_when_asked(
    qtbot, sample_wizard: PlanWizard
) -> None:
    window: MainWindow = sample_wizard.window()
    steps, actions = sample_wizard.findChild(StepList), window.actions_by_key
    shrink(qtbot, window, (480, 400))
    assert not steps.isVisible()
    assert not actions["steps"].isChecked()
    actions["steps"].trigger()
    assert steps.isVisible()
    assert not sample_wizard.page.isVisible()
    steps.setFocus()
    qtbot.keyClick(steps, Qt.Key.Key_Down)
    assert sample_wizard.steps.current.key == "A.budget"
    assert steps.isVisible()
    qtbot.keyClick(steps, Qt.Key.Key_Return)
    assert sample_wizard.page.isVisible()
    assert not steps.isVisible()
    assert not actions["steps"].isChecked()
    actions["page_help"].trigger()
    assert sample_wizard.panel.isVisible()
    actions["panel"].trigger()
    assert sample_wizard.page.isVisible()


def test_what_a_small_window_folded_comes_back_and_is_remembered_as_wished(
    qtbot, sample_wizard: PlanWizard
) -> None:
    window: MainWindow = sample_wizard.window()
    shrink(qtbot, window, (480, 400))
    for key in ("steps", "steps", "panel", "panel"):
        window.actions_by_key[key].trigger()
    shrink(qtbot, window, (1300, 700))
    assert sample_wizard.findChild(StepList).isVisible()
    assert sample_wizard.panel.isVisible()
    assert window.services.memory.shows("steps")
    assert window.services.memory.shows("panel")


def test_f8_brings_the_page_in_front(qtbot, sample_wizard: PlanWizard) -> None:
    window: MainWindow = sample_wizard.window()
    shrink(qtbot, window, (480, 400))
    window.actions_by_key["steps"].trigger()
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert sample_wizard.page.isVisible()


def test_a_plan_opened_in_a_small_window_shows_its_page(qtbot, window: MainWindow, take) -> None:
    from lpd_desktop.plan.sample import sample_file

    shrink(qtbot, window, (320, 180))
    wizard = take(window, sample_file())
    assert wizard.page.isVisible()
    assert not wizard.panel.isVisible()
    assert (window.width(), window.height()) == (320, 180)


@pytest.mark.parametrize(
    ("width", "room"), [(320, "single"), (619, "single"), (620, "narrow"), (1100, "wide")]
)
def test_the_room_depends_on_the_width(width: int, room: str) -> None:
    assert room_of(width) == room
