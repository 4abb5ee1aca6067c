"""The table that the form proposes for an answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed
from PySide6.QtCore import Qt

from lpd_desktop.check.engine import check_plan
from lpd_desktop.form.model import RichTextItem
from lpd_desktop.gui.starter_offer import StarterOffer
from lpd_desktop.gui.text_row import TextRow
from lpd_desktop.plan.addresses import Address, blocks_at, with_blocks
from lpd_desktop.plan.rich_text import Table, paragraph, plain_text
from lpd_desktop.plan.sample import sample_file


def item_with_table(form):
    items = (item for item in form.items if isinstance(item, RichTextItem) and item.starter_table)
    return next(items)


@pytest.fixture
def row(window, take) -> TextRow:
    """The row of the answer, empty."""
    file = sample_file()
    address = Address(item_with_table(file.form).key)
    wizard = take(window, replace(file, plan=with_blocks(file.form, file.plan, address, ())))
    wizard.lead_to(str(address))
    return wizard.page.rows[str(address)]


def test_an_empty_answer_offers_the_table_and_a_written_one_does_not(window, row, qtbot):
    button = row.findChild(StarterOffer)
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isVisible()
    assert window.focusWidget() is row.edit
    qtbot.keyClicks(row.edit, "12,5")
    row.edit.flush()

    form = window.session.file.form
    starter = item_with_table(form).starter_table
    (table,) = blocks_at(form, window.session.file.plan, row.address)
    assert isinstance(table, Table)
    assert (table.header_rows, table.header_column) == (1, True)
    assert [plain_text(cell) for cell in table.rows[0]] == [form.text(c) for c in starter.columns]
    assert [plain_text(cells[0]) for cells in table.rows[1:]] == list(starter.rows)
    assert plain_text(table.rows[1][1]) == "12,5"

    row.edit.undo()
    row.edit.undo()
    row.edit.flush()
    assert row.edit.blocks == ()
    assert button.isVisible()


def test_the_menu_of_tables_offers_it_below_written_text(window, row, qtbot):
    qtbot.keyClicks(row.edit, "Text")
    menu = window.wizard.toolbar.table_menu
    window.wizard.toolbar.follow(row.edit)
    next(each for each in menu.actions() if "Personal" in each.text()).trigger()

    assert [type(block).__name__ for block in row.edit.blocks] == ["Paragraph", "Table"]


def test_other_answers_are_offered_no_table(sample_wizard):
    file = sample_wizard._session.file
    sample_wizard.lead_to(str(Address(file.form.topics.key, (file.plan.topics[0].key, "why"))))

    assert sample_wizard.page.findChildren(StarterOffer) == []


def test_the_filled_table_is_no_finding(row):
    file = sample_file()
    item = item_with_table(file.form)
    row.edit.insert_starter()
    (table,) = row.edit.blocks
    filled = changed(
        table,
        rows=tuple(tuple(cell or paragraph("12").runs for cell in cells) for cells in table.rows),
    )
    plan = with_blocks(file.form, file.plan, Address(item.key), (filled,))
    before = check_plan(
        with_blocks(file.form, file.plan, Address(item.key), ()), file.work, file.form
    )
    known = {(each.rule, each.where) for each in before}
    new = [
        each.message
        for each in check_plan(plan, file.work, file.form)
        if each.where.startswith(item.key) and (each.rule, each.where) not in known
    ]
    assert new == []


def test_its_words_stay_whole_and_its_captions_are_bold_at_once(row, qtbot):
    row.edit.insert_starter()
    qtbot.wait(1)
    block = row.edit.document().begin()
    while block.isValid():
        layout = block.layout()
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        ends = [line.textStart() + line.textLength() for line in lines[:-1]]
        assert all(block.text()[end - 1] in " -" for end in ends), block.text()
        block = block.next()
    table = row.edit.textCursor().currentTable()
    caption = table.cellAt(0, 1).firstCursorPosition()
    caption.movePosition(caption.MoveOperation.NextCharacter)
    assert caption.charFormat().fontWeight() > 500


def test_a_word_longer_than_its_field_is_cut_rather_than_hidden(row, qtbot):
    row.edit.insertPlainText("x" * 300)
    qtbot.wait(1)
    assert row.edit.document().size().width() <= row.edit.viewport().width()
    assert row.edit.document().begin().layout().lineCount() > 2


def test_an_approved_text_offers_nothing_that_would_change_it(window, row, take):
    assert window.wizard.toolbar.isEnabled()
    file = window.session.file
    wizard = take(window, replace(file, work=changed(file.work, state="approved")))
    wizard.lead_to(str(row.address))
    edit = wizard.page.rows[str(row.address)].edit
    assert window.focusWidget() is edit
    assert not wizard.toolbar.isEnabled()
    before = edit.blocks
    edit.insert_starter()
    assert edit.blocks == before
