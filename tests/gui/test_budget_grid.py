"""The grid of the budget by keyboard: typing, rows, totals, what cells say."""

from __future__ import annotations

import pytest
from msgspec import UNSET
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QLineEdit, QPushButton

from lpd_desktop.editing.budget_rows import set_amount, table_of
from lpd_desktop.gui.announcing import heard
from lpd_desktop.gui.budget.budget_grid import BudgetGrid
from lpd_desktop.gui.budget.budget_model import DIFFERENCE, LABEL, PLAN, PREVIOUS, ROLE
from lpd_desktop.gui.budget.budget_row_bar import BudgetRowBar
from lpd_desktop.gui.budget.budget_row_commands import BudgetRowCommands
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.budget import TypedText
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import Signatory
from lpd_desktop.release.approval import Approval, approve

BUDGET = "A.budget"
Key = Qt.Key
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def wizard(lasting_wizard: PlanWizard) -> PlanWizard:
    lasting_wizard.go_to(BUDGET)
    return lasting_wizard


@pytest.fixture
def grid(wizard: PlanWizard) -> BudgetGrid:
    return wizard.page.findChild(BudgetGrid)


def rows(wizard: PlanWizard):
    return table_of(wizard.page.file, BUDGET).rows


def keys(wizard: PlanWizard) -> list[str]:
    return [row.key for row in rows(wizard)]


def undo(wizard: PlanWizard) -> None:
    wizard.window().actions_by_key["undo"].trigger()


def type_in(qtbot, grid: BudgetGrid, text: str, end: Key) -> None:
    """Types over the current cell, as somebody does who never touches the mouse."""
    qtbot.keyClicks(grid.viewport(), text[0])
    cell_editor(grid).insert(text[1:])
    finish(qtbot, grid, end)


def cell_editor(grid: BudgetGrid) -> QLineEdit:
    return next(each for each in grid.findChildren(QLineEdit) if each.isVisible())


def finish(qtbot, grid: BudgetGrid, end: Key) -> None:
    """Leaves the cell that is being typed into; Qt takes it in a turn of its own."""
    qtbot.keyClick(cell_editor(grid), end)
    qtbot.waitUntil(lambda: grid.state() != QAbstractItemView.State.EditingState)


def shown(wizard: PlanWizard) -> str:
    labels = wizard.page.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def button(wizard: PlanWizard, start: str) -> QPushButton:
    found = wizard.page.findChildren(QPushButton)
    return next(each for each in found if each.text().replace("&", "").startswith(start))


_OTHER_WORDS = {
    "1,5 Mio. €": (150_000_000, "1.500.000"),
    "1.400 T€": (140_000_000, "1.400.000"),
    "- 7,9": (-790, "\u22127,90"),
}


def test_an_amount_in_other_words_is_formatted_and_says_what_was_read(qtbot, wizard, grid) -> None:
    said: list[str] = []
    grid.select_cell(0, PLAN)
    with heard(said.append):
        for row, (typed, (cents, cell)) in enumerate(_OTHER_WORDS.items()):
            type_in(qtbot, grid, typed, Key.Key_Return)
            assert rows(wizard)[row].plan == cents
            assert grid.model().index(row, PLAN).data() == cell
            assert said[-1] == f"„{typed}“ ist als {cell}\u00a0€ gelesen."
            qtbot.waitUntil(lambda: said[-1] in shown(wizard))
    type_in(qtbot, grid, "616.126,00 Euro", Key.Key_Return)
    assert rows(wizard)[3].plan == 61_612_600
    assert "gelesen" not in shown(wizard)


def test_what_is_no_amount_stays_and_is_explained_with_its_place(qtbot, wizard, grid) -> None:
    grid.select_cell(1, PREVIOUS)
    type_in(qtbot, grid, "100.0000", Key.Key_Return)
    assert rows(wizard)[1].previous == TypedText("100.0000")
    index = grid.model().index(1, PREVIOUS)
    reason = "„100.0000“ ist kein Betrag"
    assert reason in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    wizard.page.show_findings()
    assert f"{rows(wizard)[1].label}, 2022: {reason}" in grid.accessibleDescription()


def test_tab_takes_the_amount_and_goes_on_and_then_leaves_the_grid(qtbot, wizard, grid) -> None:
    grid.select_cell(2, PLAN)
    type_in(qtbot, grid, "111", Key.Key_Tab)
    assert grid.currentIndex() == grid.model().index(2, PREVIOUS)
    assert grid.state() != QAbstractItemView.State.EditingState
    type_in(qtbot, grid, "222", Key.Key_Tab)
    assert (rows(wizard)[2].plan, rows(wizard)[2].previous) == (11_100, 22_200)
    assert grid.currentIndex() == grid.model().index(3, PLAN)
    assert grid.hasFocus()
    qtbot.keyClick(grid, Key.Key_Tab)
    assert not grid.hasFocus()


def test_shift_tab_goes_back_and_stays_at_the_first_amount(qtbot, grid) -> None:
    grid.select_cell(1, PLAN)
    for row in (0, 0, 0):
        qtbot.keyClick(grid, Key.Key_F2)
        finish(qtbot, grid, Key.Key_Backtab)
        assert grid.currentIndex().row() == row
    assert grid.currentIndex().column() == PLAN


def test_escape_gives_up_what_was_typed_and_delete_clears(qtbot, wizard, grid) -> None:
    before = rows(wizard)
    grid.select_cell(0, PLAN)
    type_in(qtbot, grid, "999", Key.Key_Escape)
    assert rows(wizard) == before
    qtbot.keyClick(grid, Key.Key_Delete)
    assert rows(wizard)[0].plan is UNSET
    undo(wizard)
    assert rows(wizard) == before


def test_a_row_is_put_in_named_and_taken_back_by_keys_alone(qtbot, wizard, grid) -> None:
    before = keys(wizard)
    grid.select_cell(2, PLAN)
    qtbot.keyClick(grid, Key.Key_Insert)
    assert keys(wizard) == [*before[:3], "own_1", *before[3:]]
    editor = cell_editor(grid)
    assert editor.selectedText() == "Neue Zeile"
    editor.insert("Projektmittel")
    finish(qtbot, grid, Key.Key_Return)
    assert rows(wizard)[3].label == "Projektmittel"
    grid.select_cell(3, LABEL)
    qtbot.keyClick(grid, Key.Key_F2)
    cell_editor(grid).setText("Zuschüsse")
    finish(qtbot, grid, Key.Key_Return)
    assert (rows(wizard)[3].label, rows(wizard)[3].key) == ("Zuschüsse", "own_1")
    undo(wizard)
    undo(wizard)
    undo(wizard)
    assert keys(wizard) == before


def test_a_row_moves_with_its_place_in_the_grid(qtbot, wizard, grid) -> None:
    first = keys(wizard)[0]
    grid.select_cell(0, PREVIOUS)
    qtbot.keyClick(grid, Key.Key_Down, ALT)
    assert keys(wizard).index(first) == 1
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (1, PREVIOUS)
    qtbot.keyClick(grid, Key.Key_Up, ALT)
    assert keys(wizard).index(first) == 0
    assert not button(wizard, "Nach oben").isEnabled()
    assert button(wizard, "Nach unten").isEnabled()


def test_a_removed_row_of_the_form_comes_back(qtbot, wizard, grid) -> None:
    before = keys(wizard)
    commands = wizard.page.findChild(BudgetRowCommands)
    assert not button(wizard, "Zeile der Vorlage").isEnabled()
    grid.select_cell(4, PLAN)
    qtbot.keyClick(grid, Key.Key_Delete, CONTROL)
    assert keys(wizard) == [*before[:4], *before[5:]]
    assert grid.currentIndex().row() == 4
    assert button(wizard, "Zeile der Vorlage").isEnabled()
    (action,) = commands.removed.actions()
    action.trigger()
    assert keys(wizard) == before
    assert rows(wizard)[4].plan is UNSET
    assert grid.currentIndex().row() == 4


def test_roles_are_words_and_own_rows_choose_theirs(qtbot, wizard, grid) -> None:
    box = wizard.page.findChild(BudgetRowBar).findChild(QComboBox)
    grid.select_cell(0, PLAN)
    assert (box.currentText(), box.isEnabled()) == ("Summe", False)
    assert grid.model().index(0, ROLE).data() == "Summe"
    qtbot.keyClick(grid, Key.Key_Insert)
    finish(qtbot, grid, Key.Key_Return)
    grid.select_cell(1, PLAN)
    assert (box.currentText(), box.isEnabled()) == ("nachrichtlich", True)
    box.setFocus()
    qtbot.keyClicks(box, "Abzug")
    qtbot.keyClick(box, Key.Key_Return)
    box.activated.emit(box.currentIndex())
    assert rows(wizard)[1].role == "subtrahend"
    assert "Neue Zeile" in box.accessibleName()
    undo(wizard)
    assert rows(wizard)[1].role == "for_information"


def test_a_total_is_offered_and_put_in_only_when_somebody_says_so(qtbot, wizard, grid) -> None:
    total = rows(wizard)[0]
    grid.select_cell(0, PLAN)
    qtbot.keyClick(grid, Key.Key_Delete)
    assert rows(wizard)[0].plan is UNSET
    offer = button(wizard, "Summe 16.684.670 einsetzen")
    assert "in der Zeile steht kein Betrag" in offer.accessibleDescription()
    offer.click()
    assert rows(wizard)[0].plan == total.plan
    assert wizard.window().session.draft.undo_title == "Summe einsetzen"
    assert grid.hasFocus()
    assert grid.currentIndex() == grid.model().index(0, PLAN)


def test_a_sum_that_does_not_close_is_marked_at_its_cell_with_both_sides(
    qtbot, wizard, grid
) -> None:
    grid.select_cell(0, PLAN)
    type_in(qtbot, grid, "16.684.671", Key.Key_Return)
    index = grid.model().index(0, PLAN)
    assert not index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    grid.select_cell(0, PLAN)
    type_in(qtbot, grid, "17.000.000", Key.Key_Return)
    told = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    for part in ("17.000.000\u00a0€", "16.684.670 €", "Unterschied 315.330\u00a0€"):
        assert part in told
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert button(wizard, "Summe 16.684.670 einsetzen").isEnabled()


def test_changes_have_a_word_and_heads_say_what_the_amounts_rest_on(grid) -> None:
    index = grid.model().index(0, DIFFERENCE)
    assert index.data() == "\u221297.730"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith("97.730\u00a0€ weniger")

    def head(role: Qt.ItemDataRole) -> str:
        return grid.model().headerData(PREVIOUS, Qt.Orientation.Horizontal, role)

    assert head(Qt.ItemDataRole.DisplayRole) == "2022\nendgültig"
    told = head(Qt.ItemDataRole.ToolTipRole)
    assert "Grundlage: Bescheid des BMAS, 28.06.2022, endgültig" in told


def test_the_cells_of_an_approved_plan_can_be_read_but_not_changed(qtbot, window, take) -> None:
    wizard = take(window, sample_file())
    wizard.go_to(BUDGET)
    grid = wizard.page.findChild(BudgetGrid)
    approval = Approval((Signatory(name="A", role="B"),), "C", "2022-11-08")
    window.session.draft.move_on("Freigabe", approve(window.session.file, approval))
    before = rows(wizard)
    wizard.go_to(BUDGET)
    grid = wizard.page.findChild(BudgetGrid)
    grid.select_cell(0, PLAN)
    assert grid.hasFocus()
    for key in (Key.Key_Delete, Key.Key_5, Key.Key_Insert, Key.Key_F2):
        qtbot.keyClick(grid, key)
    grid.select_cell(0, PLAN)
    qtbot.keyClick(grid, Key.Key_Down)
    assert grid.currentIndex().row() == 1
    assert grid.state() != QAbstractItemView.State.EditingState
    assert rows(wizard) == before


def test_the_text_below_the_table_goes_to_the_plan(qtbot, wizard) -> None:
    row = next(each for each in wizard.page.text_rows() if str(each.address) == "A.budget/below")
    row.edit.setFocus()
    qtbot.keyClicks(row.edit, "Darunter.")
    row.flush()
    (block,) = wizard.page.file.plan.answer(BUDGET).text_below
    assert block.runs[0].words == "Darunter."
    wizard.lead_to("A.budget/below")
    assert row.edit.hasFocus()


def test_a_plan_with_a_malformed_amount_proposes_what_the_sums_prove(window, take) -> None:
    file = set_amount(sample_file(), BUDGET, "transfer_in", "plan", "150.0000")
    wizard = take(window, file)
    wizard.go_to(BUDGET)
    button(wizard, "150.000 einsetzen").click()
    assert table_of(wizard.page.file, BUDGET).row("transfer_in").plan == 15_000_000
    assert wizard.page.findChild(BudgetGrid).currentIndex().column() == PLAN


@pytest.mark.parametrize("width", [1280, 853, 683])
def test_columns_fit_up_to_150_percent_and_beyond_that_scroll_sideways(
    qtbot, wizard, grid, width: int
) -> None:
    wizard.window().resize(width, 480)
    qtbot.waitUntil(lambda: wizard.width() == width)
    qtbot.waitUntil(lambda: grid.verticalScrollBar().maximum() == 0)
    assert (grid.horizontalScrollBar().maximum() == 0) == (width >= 853)
    assert grid.columnWidth(LABEL) >= 120
