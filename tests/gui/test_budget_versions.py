"""Budgetstände: listed, described, compared, brought back; old amounts in the text mended."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTableWidget

from lpd_desktop.editing.budget_rows import set_amount
from lpd_desktop.gui.budget.budget_standing import BudgetStanding
from lpd_desktop.gui.budget.comparison_table import ComparisonTable
from lpd_desktop.gui.budget_versions.budget_versions_dialog import BudgetVersionsDialog
from lpd_desktop.gui.budget_versions.replaced_list import ReplacedList
from lpd_desktop.gui.budget_versions.version_list import VersionList, local_time
from lpd_desktop.gui.excel_import.import_result import ImportResult
from lpd_desktop.gui.findings.finding_list import LineList
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.amounts import format_amount
from tests.gui.conftest import checked
from tests.gui.test_access import mnemonics_on, spoken_name
from tests.gui.test_journey import all_words, click, dialog, named

ITEM = "A.budget"
ROW = "integration_federal"
LINKED = (ROW, "integration_without_former_16e", "integration_available")


def amount(wizard: PlanWizard) -> int:
    return wizard._session.file.plan.answer(ITEM).table.row(ROW).plan


def change_amount(wizard: PlanWizard, cents: int) -> None:
    """All rows that give it change, so that the old total follows from nothing any more."""
    more = cents - amount(wizard)
    for row in LINKED:
        now = wizard._session.file.plan.answer(ITEM).table.row(row).plan
        step = partial(
            set_amount, item=ITEM, row=row, column="plan", text=format_amount(now + more)
        )
        wizard._session.draft.change("Betrag ändern", step)


@pytest.fixture
def old_cents(qtbot, lasting_wizard: PlanWizard) -> int:
    """A row that the text names got another amount; its old one."""
    old = amount(lasting_wizard)
    assert format_amount(old) in all_words(lasting_wizard._session.file)
    change_amount(lasting_wizard, old + 100_000)
    checked(qtbot, lasting_wizard.window())
    return old


def opened(qtbot, wizard: PlanWizard, action: str = "versions") -> BudgetVersionsDialog:
    wizard._context.requests.action_wanted.emit(f"{action}:{ITEM}")
    return dialog(qtbot, wizard.window(), BudgetVersionsDialog)


def texts_of(table: QTableWidget) -> list[list[str]]:
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def test_the_page_names_the_standing_version_and_leads_to_old_amounts(
    qtbot, lasting_wizard: PlanWizard, old_cents: int
):
    lasting_wizard.go_to(ITEM)
    checked(qtbot, lasting_wizard.window())
    standing = lasting_wizard.page.findChild(BudgetStanding)
    assert "Von Hand geändert" in standing._standing.text()
    assert standing._outdated.isVisible()
    click(qtbot, standing, "Beträge im Text")
    box = dialog(qtbot, lasting_wizard.window(), BudgetVersionsDialog)
    assert box.findChild(ReplacedList).isVisible()


def test_the_change_to_the_version_before_is_shown_row_by_row(
    qtbot, lasting_wizard: PlanWizard, old_cents: int
):
    box = opened(qtbot, lasting_wizard)
    line = texts_of(box.findChild(ComparisonTable))[0]
    assert line[1:5] == [
        "2023",
        format_amount(old_cents),
        format_amount(old_cents + 100_000),
        "+1.000\u00a0€",
    ]
    assert line[5].endswith("%")


def test_a_version_is_brought_back_as_one_step(qtbot, lasting_wizard: PlanWizard, old_cents: int):
    box = opened(qtbot, lasting_wizard)
    versions = box.findChild(VersionList)
    versions.setFocus()
    restore = next(b for b in box.findChildren(QPushButton) if "Wiederher" in b.text())
    assert not restore.isEnabled()
    qtbot.keyClick(versions, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(restore, Qt.MouseButton.LeftButton)
    assert amount(lasting_wizard) == old_cents
    assert lasting_wizard._session.draft.undo_title == "Budgetstand wiederherstellen"
    lasting_wizard._session.draft.undo()
    assert amount(lasting_wizard) == old_cents + 100_000


def test_a_version_is_described(qtbot, lasting_wizard: PlanWizard, old_cents: int):
    box = opened(qtbot, lasting_wizard)
    date = named(box, "Datum der Quelle 2023")
    date.setFocus()
    date.clear()
    qtbot.keyClicks(date, "1.12.2022")
    qtbot.keyClick(date, Qt.Key.Key_Return)
    note = named(box, "Eigene Notiz zu diesem Stand")
    note.setFocus()
    qtbot.keyClicks(note, "nach dem Ausschuss")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert box.isVisible()
    newest = lasting_wizard._session.file.work.budget_versions[-1]
    assert (newest.basis.date, newest.note) == ("2022-12-01", "nach dem Ausschuss")
    assert "01.12.2022" in texts_of(box.findChild(VersionList))[0]


def test_a_held_version_stays_when_typing_goes_on(
    qtbot, lasting_wizard: PlanWizard, old_cents: int
):
    box = opened(qtbot, lasting_wizard)
    count = box.findChild(VersionList).rowCount()
    click(qtbot, box, "Stand festhalten")
    change_amount(lasting_wizard, old_cents + 200_000)
    assert box.findChild(VersionList).rowCount() == count + 1


def test_enter_mends_one_old_amount_and_goes_to_the_next(
    qtbot, lasting_wizard: PlanWizard, old_cents: int
):
    box = opened(qtbot, lasting_wizard, "old_amounts")
    sentences = box.findChild(ReplacedList).list
    count = len(sentences.lines)
    assert count >= 2
    assert format_amount(old_cents) in sentences.lines[0].text
    sentences.setFocus()
    qtbot.keyClick(sentences, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(sentences.lines) < count)
    assert sentences.current is not None
    words = all_words(lasting_wizard._session.file)
    assert format_amount(old_cents + 100_000) in words
    assert lasting_wizard._session.draft.undo_title == "Betrag im Text ersetzen"


def test_all_old_amounts_are_mended_as_one_step(qtbot, lasting_wizard: PlanWizard, old_cents: int):
    before = lasting_wizard._session.file.plan
    box = opened(qtbot, lasting_wizard, "old_amounts")
    click(qtbot, box, "Alle ersetzen")
    assert format_amount(old_cents) not in all_words(lasting_wizard._session.file)
    qtbot.waitUntil(lambda: not box.findChild(ReplacedList).list.isVisible())
    lasting_wizard._session.draft.undo()
    assert lasting_wizard._session.file.plan == before


def test_a_sentence_leads_to_its_place(qtbot, lasting_wizard: PlanWizard, old_cents: int):
    box = opened(qtbot, lasting_wizard, "old_amounts")
    where = box.findChild(ReplacedList).list.lines[0].where
    click(qtbot, box, "Zur Stelle")
    assert lasting_wizard.steps.current.key == where.split("#")[0]
    assert format_amount(old_cents) in lasting_wizard.focusWidget().textCursor().selectedText()


def test_a_plan_without_versions_says_so(qtbot, lasting_wizard: PlanWizard):
    session = lasting_wizard._session
    assert session.file.work.budget_versions == ()
    box = opened(qtbot, lasting_wizard)
    assert "Noch gibt es keinen Budgetstand" in box._versions._summary.text()
    box.reject()


def test_every_part_of_the_dialog_has_a_name_and_its_own_key(
    qtbot, lasting_wizard: PlanWizard, old_cents: int
):
    for action in ("versions", "old_amounts"):
        box = opened(qtbot, lasting_wizard, action)
        keys = mnemonics_on(box)
        assert len(keys) == len(set(keys)), keys
        kinds = (VersionList, ComparisonTable, LineList)
        shown = [each for kind in kinds for each in box.findChildren(kind) if each.isVisible()]
        assert all(spoken_name(each) for each in shown)
        with qtbot.waitSignal(box.destroyed):
            box.reject()


def test_times_are_shown_as_on_this_machine():
    assert local_time("2022-11-08T09:30:00Z").startswith("08.11.2022, ")
    assert local_time("gestern") == "gestern"


def test_the_list_of_versions_has_the_focus_at_once(
    qtbot, lasting_wizard: PlanWizard, old_cents: int
):
    box = opened(qtbot, lasting_wizard)
    qtbot.waitUntil(box._versions._list.hasFocus)
    box.reject()
    text = opened(qtbot, lasting_wizard, "old_amounts")
    qtbot.waitUntil(text._replaced.list.hasFocus)


def test_nothing_but_the_table_is_large_when_no_sentence_is_left(
    qtbot, lasting_wizard: PlanWizard, old_cents: int
):
    result = ImportResult(ITEM, lasting_wizard._session, lambda _title, _step: True)
    qtbot.addWidget(result)
    assert result.show_text()
    sentences = result._column.indexOf(result.replaced)
    assert result._column.stretch(sentences) > 0
    lasting_wizard._session.replaced = ()
    assert not result.show_text()
    assert result._column.stretch(sentences) == 0
