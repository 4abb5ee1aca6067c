"""A draft reopens where it was left: step, scroll position, field and cursor."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lpd_desktop.gui.budget.budget_grid import BudgetGrid
from lpd_desktop.gui.look.wrapping_check_box import WrappingCheckBox
from lpd_desktop.gui.rich_text.cursor_memory import CursorMemory
from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.rich_text.growth import Growth
from lpd_desktop.gui.steps.bookmarks import Bookmark, Bookmarks, Spot
from lpd_desktop.gui.steps.page_places import bookmark_of
from lpd_desktop.gui.text_places import memory_of
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.rich_text import Blocks, Paragraph, Run
from lpd_desktop.plan.sample import sample_file
from tests.gui.conftest import checked
from tests.gui.left_draft import LETTER, STEP

PROJECT = Path(__file__).resolve().parent.parent.parent


def long_text() -> Blocks:
    words = "Wörter über die Beratung vor Ort. " * 12
    return tuple(Paragraph(f"p{n}", (Run(text=f"{n}. {words}"),)) for n in range(30))


@pytest.fixture
def long_wizard(qtbot, sample_wizard: PlanWizard) -> PlanWizard:
    """The sample with a long answer on the page of the staff."""
    sample_wizard.window().session.draft.set_text(Address("A.staff"), long_text())
    return sample_wizard


def edit_of(wizard: PlanWizard) -> RichTextEdit:
    return wizard.page.text_rows()[0].edit


def bar_of(wizard: PlanWizard):
    return wizard.page.scroll_area().verticalScrollBar()


def stand(qtbot, wizard: PlanWizard, paragraph_number: int, scrolled: int) -> Bookmark:
    """Cursor into a paragraph of the long answer, then scrolled elsewhere as with the wheel."""
    wizard.go_to("A.staff")
    wizard.focus_page()
    edit = edit_of(wizard)
    cursor = edit.textCursor()
    block = edit.document().findBlockByNumber(paragraph_number)
    cursor.setPosition(block.position() + 11)
    edit.setTextCursor(cursor)
    qtbot.waitUntil(lambda: bar_of(wizard).maximum() > 500 and not is_moving(edit))
    bar_of(wizard).triggerAction(bar_of(wizard).SliderAction.SliderSingleStepAdd)
    bar_of(wizard).setValue(scrolled)
    return bookmark_of(wizard.page)


def is_moving(edit: RichTextEdit) -> bool:
    """Whether the page is about to follow the cursor."""
    return edit._growth._show_cursor_soon.isActive()


def test_back_and_next_come_back_to_cursor_and_scroll_position(
    qtbot, long_wizard: PlanWizard
) -> None:
    left = stand(qtbot, long_wizard, 20, 300)
    assert (left.cursor.field, left.cursor.block, left.cursor.offset) == ("A.staff", "p20", 11)
    long_wizard.go_next()
    assert not edit_is_focused(long_wizard)
    long_wizard.go_back()
    qtbot.waitUntil(lambda: bar_of(long_wizard).value() == 300)
    qtbot.wait(30)
    assert bookmark_of(long_wizard.page) == left
    assert edit_is_focused(long_wizard)


def test_who_has_scrolled_away_from_the_cursor_stays_there_when_the_page_is_laid_out_anew(
    qtbot, long_wizard: PlanWizard
) -> None:
    stand(qtbot, long_wizard, 20, 300)
    growth = QApplication.focusWidget().findChild(Growth)
    growth.follow_page()
    qtbot.waitUntil(lambda: not growth._show_cursor_soon.isActive())
    assert bar_of(long_wizard).value() == 300


def edit_is_focused(wizard: PlanWizard) -> bool:
    return isinstance(QApplication.focusWidget(), RichTextEdit)


def test_a_reopened_draft_stands_where_it_was_left_also_in_a_window_of_another_width(
    qtbot, open_window, long_wizard: PlanWizard
) -> None:
    left = stand(qtbot, long_wizard, 4, 1700)
    long_wizard.window().close()
    window = open_window()
    window.resize(760, 500)
    with qtbot.waitSignal(window.opening.opened):
        window.opening.load(window.start.chosen)
    window.wizard._keeper.note()
    draft = window.session.draft_id
    assert window.services.bookmarks.page_of(draft, "A.staff") == left
    checked(qtbot, window)
    assert window.wizard.steps.current.key == "A.staff"
    qtbot.waitUntil(lambda: bookmark_of(window.wizard.page).top == left.top)
    assert bookmark_of(window.wizard.page).cursor == left.cursor
    assert edit_of(window.wizard).hasFocus()


def test_who_writes_on_after_coming_back_is_where_the_cursor_is(
    qtbot, long_wizard: PlanWizard
) -> None:
    stand(qtbot, long_wizard, 20, 0)
    long_wizard.go_next()
    long_wizard.go_back()
    qtbot.wait(30)
    edit = edit_of(long_wizard)
    qtbot.keyClicks(edit, "x")
    qtbot.wait(30)
    area = long_wizard.page.scroll_area()
    y = edit.viewport().mapTo(area.viewport(), edit.cursorRect().center()).y()
    assert 0 <= y <= area.viewport().height()
    assert bar_of(long_wizard).value() > 0


def test_a_cell_of_the_budget_is_found_again(qtbot, sample_wizard: PlanWizard, open_window) -> None:
    sample_wizard.go_to("A.budget")
    grid = sample_wizard.page.findChild(BudgetGrid)
    grid.select_cell(3, 2)
    label = grid.model().index(3, 0).data()
    sample_wizard.window().close()
    window = open_window()
    with qtbot.waitSignal(window.opening.opened):
        window.opening.load(window.start.chosen)
    grid = window.wizard.page.findChild(BudgetGrid)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (3, 2)
    assert grid.model().index(3, 0).data() == label
    assert grid.hasFocus()


def test_a_field_without_address_is_found_again_by_its_name(
    qtbot, sample_wizard: PlanWizard, open_window
) -> None:
    sample_wizard.go_to("B.topics")
    box = sample_wizard.page.findChildren(WrappingCheckBox)[3]
    box.setFocus()
    name = box.accessibleName()
    sample_wizard.window().close()
    window = open_window()
    with qtbot.waitSignal(window.opening.opened):
        window.opening.load(window.start.chosen)
    assert QApplication.focusWidget().accessibleName() == name


def test_jumps_by_the_list_of_steps_keep_the_scroll_position(
    qtbot, long_wizard: PlanWizard
) -> None:
    stand(qtbot, long_wizard, 2, 640)
    for key in ("cover", "review", "A.staff"):
        long_wizard.go_to(key)
    qtbot.waitUntil(lambda: bar_of(long_wizard).value() == 640)


def test_a_finding_leads_to_its_place_and_not_to_where_the_page_was_left(
    qtbot, long_wizard: PlanWizard
) -> None:
    stand(qtbot, long_wizard, 2, 0)
    long_wizard.go_to("cover")
    long_wizard.lead_to("A.staff#p25")
    qtbot.wait(50)
    assert edit_of(long_wizard).textCursor().block().text().startswith("25.")
    area = long_wizard.page.scroll_area()
    cursor = edit_of(long_wizard).cursorRect().center()
    y = edit_of(long_wizard).viewport().mapTo(area.viewport(), cursor).y()
    assert 0 <= y <= area.viewport().height()


def test_nothing_is_lost_when_the_process_is_killed(
    qtbot, open_window, isolated_data_folder: Path
) -> None:
    command = [sys.executable, "-m", "tests.gui.left_draft", str(isolated_data_folder)]
    child = subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, env=os.environ.copy())
    try:
        assert child.stdout.readline() == b"here\n"
        bookmarks = isolated_data_folder / "bookmarks.json"
        qtbot.waitUntil(lambda: bookmarks.exists() and b'"offset":7' in bookmarks.read_bytes())
    finally:
        child.kill()
        child.wait()
        child.stdout.close()
    window = open_window()
    with qtbot.waitSignal(window.opening.opened):
        window.opening.load(window.start.chosen)
    assert window.wizard.steps.current.key == STEP
    edit = edit_of(window.wizard)
    last = sample_file().plan.answer(STEP).text[-1]
    assert edit.hasFocus()
    assert edit.textCursor().positionInBlock() == LETTER
    assert bookmark_of(window.wizard.page).cursor == Spot(STEP, last.id, LETTER)


def test_where_somebody_writes_is_noted_after_going_on_from_one_page_to_the_next(
    qtbot, long_wizard: PlanWizard
) -> None:
    long_wizard.go_to("A.budget")
    long_wizard.focus_page()
    long_wizard.go_next()
    edit = QApplication.focusWidget()
    assert edit is edit_of(long_wizard)
    QTest.keyClicks(edit, "Neu")
    keeper = long_wizard._keeper

    def noted() -> Bookmark | None:
        return keeper._bookmarks.page_of(keeper._draft, "A.staff")

    qtbot.waitUntil(lambda: noted() == bookmark_of(long_wizard.page))
    assert noted().cursor.offset == 3


def test_a_damaged_file_of_bookmarks_is_as_good_as_none(tmp_path: Path) -> None:
    (tmp_path / "bookmarks.json").write_text('{"d": {"step": 3}}', "utf-8")
    bookmarks = Bookmarks(tmp_path)
    assert bookmarks.step_of("d") == ""
    bookmarks.note("d", "A.staff", Bookmark(Spot("A.staff", "b1", 4)))
    bookmarks.close()
    assert Bookmarks(tmp_path).page_of("d", "A.staff") == Bookmark(Spot("A.staff", "b1", 4))


def test_drafts_that_nobody_opened_for_long_are_forgotten(tmp_path: Path) -> None:
    bookmarks = Bookmarks(tmp_path)
    for number in range(70):
        bookmarks.note(f"d{number}", "cover")
        bookmarks.note("mine", "A.staff", Bookmark(shift=number))
    bookmarks.close()
    stored = msgspec.json.decode((tmp_path / "bookmarks.json").read_bytes())
    assert len(stored) == 60
    assert "mine" in stored
    assert "d0" not in stored


def test_the_place_is_read_without_reading_the_whole_text(long_wizard: PlanWizard) -> None:
    for key in ("A.staff", "A.budget", "C.potentials/1"):
        long_wizard.go_to(key)
        edit = edit_of(long_wizard)
        cursor = edit.textCursor()
        for position in range(0, edit.document().characterCount() - 1, 17):
            cursor.setPosition(position)
            cheap, whole = memory_of(cursor), CursorMemory.of(cursor)
            assert (cheap.block_id, cheap.offset) == (whole.block_id, whole.offset)
