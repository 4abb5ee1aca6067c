"""The number with which an item begins."""

from __future__ import annotations

import pytest

from lpd_desktop.gui.rich_text.numbering import ask_number
from lpd_desktop.plan.rich_text import ListBlock, paragraph
from lpd_desktop.runtime.identity import new_id
from tests.gui.rich_text.outline import outline
from tests.gui.rich_text.test_typing import bullets, put_cursor


def numbers(*texts, start=1, style="number"):
    return ListBlock(new_id(), style, tuple((paragraph(text),) for text in texts), start)


def settle_number(edit, number=None):
    dialog = ask_number(edit)
    if number is not None:
        dialog.number.setValue(number)
    dialog.accept()


def test_the_first_item_gives_its_list_another_start(edit):
    edit.set_blocks((numbers("eins", "zwei"),))
    before = edit.blocks
    put_cursor(edit, "eins")
    settle_number(edit, 7)
    assert outline(edit.blocks) == ["#7 eins", "#7 zwei"]
    assert edit.blocks[0].id == before[0].id
    assert (
        edit.document().findBlockByNumber(1).textList().itemText(edit.textCursor().block()) == "7."
    )

    edit.undo()
    assert edit.blocks == before


def test_an_item_in_the_middle_begins_anew_and_those_above_stay(edit):
    edit.set_blocks((numbers("eins", "zwei", "drei"),))
    put_cursor(edit, "zwei")
    settle_number(edit, 1)

    assert outline(edit.blocks) == ["# eins", "# zwei", "# drei"]
    assert [len(block.items) for block in edit.blocks] == [1, 2]


def test_a_list_below_a_paragraph_is_offered_to_go_on(edit):
    edit.set_blocks((numbers("eins", "zwei", start=4), paragraph("dazwischen"), numbers("drei")))
    put_cursor(edit, "drei")
    settle_number(edit)

    assert outline(edit.blocks) == ["#4 eins", "#4 zwei", "p dazwischen", "#6 drei"]


def test_an_inner_list_has_a_number_of_its_own(edit):
    inner = numbers("a", "b", style="letter")
    edit.set_blocks((ListBlock(new_id(), "number", ((paragraph("eins"), inner),)),))
    put_cursor(edit, "b")
    settle_number(edit, 5)

    assert outline(edit.blocks) == ["# eins", "  a a", "  a5 b"]


@pytest.mark.parametrize("block", [paragraph("Wort"), bullets("Wort")])
def test_what_has_no_number_gets_none(edit, block):
    edit.set_blocks((block,))
    put_cursor(edit, "Wort")

    assert ask_number(edit) is None
