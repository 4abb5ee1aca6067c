"""The chart of the budget on its page: seen, heard, read as a table, printed where wanted."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import QCheckBox

from lpd_desktop.editing.budget_rows import set_amount, table_of
from lpd_desktop.gui.budget.budget_chart import BudgetChartPicture
from lpd_desktop.gui.budget.budget_chart_panel import BudgetChartPanel
from lpd_desktop.gui.look.palettes import contrast
from lpd_desktop.gui.look.schemes import choose_scheme
from lpd_desktop.gui.read_only_table import ReadOnlyTable
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.budget import BudgetTable
from lpd_desktop.plan.chart.facts import BudgetChart, chart_of
from lpd_desktop.plan.chart.layout import Label, Sheet, lay_out
from lpd_desktop.plan.chart.sentences import chart_sentences
from lpd_desktop.plan.new import new_file
from lpd_desktop.plan.sample import sample_file

BUDGET = "A.budget"
ITEM = next(sample_file().form.budgets)


@pytest.fixture
def wizard(sample_wizard: PlanWizard) -> PlanWizard:
    sample_wizard.go_to(BUDGET)
    return sample_wizard


@pytest.fixture
def picture(wizard: PlanWizard) -> BudgetChartPicture:
    return wizard.page.findChild(BudgetChartPicture)


def chart(wizard: PlanWizard) -> BudgetChart:
    return chart_of(ITEM, table_of(wizard.page.file, BUDGET), 2023)


def box(wizard: PlanWizard, start: str) -> QCheckBox:
    found = wizard.page.findChildren(QCheckBox)
    return next(each for each in found if each.text().startswith(start))


def test_the_picture_is_a_graphic_with_all_its_facts_in_words(wizard, picture) -> None:
    face = QAccessible.queryAccessibleInterface(picture)
    assert face.role() == QAccessible.Role.Graphic
    assert face.text(QAccessible.Text.Name) == "Schaubild der Beträge"
    assert face.text(QAccessible.Text.Description) == chart_sentences(chart(wizard))
    assert picture.focusPolicy() & Qt.FocusPolicy.TabFocus
    without = picture.grab().toImage().pixelColor(1, picture.height() // 2)
    picture.setFocus()
    framed = picture.grab().toImage().pixelColor(1, picture.height() // 2)
    assert contrast(framed, without) >= 3
    sheet: Sheet = picture._sheet(260)
    for shape in (shape for group in lay_out(chart(wizard), sheet) for shape in group.shapes):
        if isinstance(shape, Label) and " " in shape.text:
            assert shape.x + sheet.measure(shape.text, shape.bold) <= 260


def test_another_amount_changes_picture_words_and_table_at_once(wizard, picture) -> None:
    before = picture.grab().toImage()
    draft = wizard.window().session.draft
    draft.change("x", lambda file: set_amount(file, BUDGET, "municipal_integration", "plan", "9"))
    assert "2023 9\u00a0€" in picture.accessibleDescription()
    assert picture.grab().toImage() != before
    draft.change("x", lambda file: set_amount(file, BUDGET, "municipal_integration", "plan", "9.9"))
    assert "nicht darstellbar: „9.9“ ist kein Betrag" in picture.accessibleDescription()
    table = wizard.page.findChild(BudgetChartPanel).findChild(ReadOnlyTable)
    cells = [table.item(row, 1).text() for row in range(table.rowCount())]
    assert "nicht darstellbar: „9.9“ ist kein Betrag" in cells


def test_the_chart_can_be_read_as_a_table(qtbot, wizard, picture) -> None:
    toggle = box(wizard, "Als Tabelle")
    table = wizard.page.findChild(BudgetChartPanel).findChild(ReadOnlyTable)
    assert (picture.isVisible(), table.isVisible()) == (True, False)
    toggle.setFocus()
    qtbot.keyClick(toggle, Qt.Key.Key_Space)
    assert (picture.isVisible(), table.isVisible()) == (False, True)
    last = table.rowCount() - 1
    told = table.item(last, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Kommunale Eingliederungsmittel, 2023: 520.000\u00a0€"
    assert table.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_bars_stand_out_from_the_window(qtbot, qapp, scheme: str) -> None:
    choose_scheme(scheme)
    qtbot.addWidget(picture := BudgetChartPicture())
    paper = picture.palette().color(QPalette.ColorRole.Window)
    found = {tone: contrast(picture._color(tone), paper) for tone in ("plan", "previous", "text")}
    choose_scheme("")
    assert min(found.values()) >= 3, found


def test_a_blank_table_has_no_chart(window, take) -> None:
    sample = sample_file()
    wizard = take(window, new_file(sample.form, sample.plan.jobcenter))
    wizard.go_to(BUDGET)
    assert not wizard.page.findChild(BudgetChartPanel).isVisible()


def test_the_chart_is_printed_only_where_somebody_wants_it(qtbot, wizard) -> None:
    def table() -> BudgetTable:
        return table_of(wizard.page.file, BUDGET)

    before = table()
    wanted = box(wizard, "Schaubild unter der Tabelle drucken")
    assert not wanted.isChecked()
    wanted.click()
    assert table() == replace(before, chart=True)
    wizard.window().actions_by_key["undo"].trigger()
    assert table() == before
    assert not wanted.isChecked()
    next(b for b in wizard.page.findChildren(QCheckBox) if b.text().startswith("Tabelle")).click()
    assert not wanted.isEnabled()


def test_the_height_follows_amounts_and_letters(wizard: PlanWizard) -> None:
    picture = BudgetChartPicture()
    empty = picture.heightForWidth(400)
    picture.show_chart(chart(wizard))
    filled = picture.heightForWidth(400)
    assert filled > empty
    letters = picture.font()
    letters.setPointSizeF(2 * letters.pointSizeF())
    picture.setFont(letters)
    assert picture.heightForWidth(400) > 1.5 * filled
    assert picture.heightForWidth(800) < picture.heightForWidth(400)
