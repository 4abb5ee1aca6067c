"""Tables that are too wide; tests/unit/pdf/test_table_layout.py holds the estimate to the page."""

from __future__ import annotations

from msgspec.structs import replace

from lpd_desktop.plan.model import Answer, Plan
from lpd_desktop.plan.rich_text import ListBlock, Table, text_run

from .plans import FORM, codes, complete, findings


def _with(columns: int, *, inside: bool = False) -> Plan:
    rows = tuple(((text_run("1.400.000 €"),),) * columns for _row in range(2))
    table = Table("t1", rows, header_rows=0)
    block = ListBlock("l1", "bullet", ((table,),)) if inside else table
    plan = complete(FORM)
    return replace(plan, answers={**plan.answers, "A.staff": Answer(text=(block,))})


def test_ten_amounts_have_room_beside_each_other() -> None:
    assert codes(_with(10)) == []


def test_a_hint_names_the_table_and_how_many_columns_it_has() -> None:
    (found,) = findings(_with(11))
    assert (found.rule, found.level, found.where) == ("TABLE-WIDE", "hint", "A.staff#t1")
    assert "11 Spalten" in found.message


def test_a_table_in_a_list_is_looked_at_as_well() -> None:
    assert codes(_with(11, inside=True)) == ["TABLE-WIDE"]
