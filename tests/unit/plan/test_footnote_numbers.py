"""Footnotes are counted over the whole document."""

from __future__ import annotations

from lpd_desktop.plan.addresses import Address, below_table, with_blocks
from lpd_desktop.plan.footnote_numbers import count_footnotes, first_footnote_numbers
from lpd_desktop.plan.rich_text import Paragraph, Run, Table, text_run
from lpd_desktop.plan.sample import sample_file

NOTE = Run(footnote=(text_run("Quelle"),))


def test_a_field_counts_on_where_the_one_before_ended() -> None:
    file = sample_file()
    before = first_footnote_numbers(file.form, file.plan)
    budget = Address("A.budget")
    more = (*file.plan.answer("A.budget").text, Paragraph("neu", (text_run("x"), NOTE, NOTE)))
    after = first_footnote_numbers(file.form, with_blocks(file.form, file.plan, budget, more))
    assert before[budget] == after[budget] == 1
    assert {after[address] - number for address, number in before.items()} == {0, 2}


def test_the_text_below_a_table_counts_on_after_the_one_above() -> None:
    file = sample_file()
    above, below = Address("A.budget"), below_table("A.budget")
    two = (Paragraph("zwei", (NOTE, NOTE)),)
    plan = with_blocks(file.form, file.plan, above, two)
    numbers = first_footnote_numbers(file.form, with_blocks(file.form, plan, below, two))
    assert (numbers[above], numbers[below], numbers[Address("A.staff")]) == (1, 3, 5)


def test_footnotes_in_cells_count_too() -> None:
    table = Table("t", (((text_run("a"), NOTE), (NOTE,)),))
    assert count_footnotes((table, Paragraph("p", (NOTE,)))) == 3


def test_an_empty_footnote_that_stands_alone_is_not_counted_as_it_is_not_printed() -> None:
    empty = Run(footnote=())
    alone = Paragraph("p", (empty,))
    assert count_footnotes((alone, Paragraph("q", (text_run("Text"), empty)))) == 1
