"""Cells of a clipboard: text with tabs, exact values, what is displayed of them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.excel.pasted_block import CELLS_LIMIT, block_of_cells, block_of_text

cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6).map(str.strip)


def shown(block) -> list[list[str]]:
    return [[cell.shows for cell in row] for row in block.rows]


@given(
    st.lists(
        st.lists(cells.filter(lambda c: c[:1] not in "#E"), min_size=2, max_size=2), min_size=1
    )
)
def test_a_pasted_block_has_the_cells_that_were_copied(rows: list[list[str]]) -> None:
    quoted = [
        "\t".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n" for row in rows
    ]
    assert shown(block_of_text("".join(quoted))) == rows


def test_a_pasted_block_is_rectangular_and_keeps_line_breaks_inside_cells() -> None:
    block = block_of_text('Zeile\t"a\nb"\t1.000\r\n\t\r\nLetzte\r\n')

    assert shown(block) == [["Zeile", "a\nb", "1.000"], ["", "", ""], ["Letzte", "", ""]]
    assert (block.height, block.width, block.is_cut) == (3, 3, False)


def test_too_many_cells_are_cut_and_said_to_be() -> None:
    assert block_of_text("1\t2\n" * CELLS_LIMIT).is_cut


@pytest.mark.parametrize(
    ("shows", "value", "decimals"),
    [
        ("1.234.567,89 €", "1234567,89", 2),
        ("1,234,567.89 €", "1234567.89", 2),
        ("-50.000,50 €", "-50000,5", 2),
        ("1.235", "1234567,89", -3),
        ("1,2", "1234567,89", -5),
        ("1.234.568", "1234567,89", 0),
        ("(5)", "-5", 0),
        ("#####", "5", None),
        ("9", "9e300", None),
    ],
)
def test_an_exact_value_knows_how_it_is_displayed(shows, value, decimals) -> None:
    cell = block_of_cells([[(shows, value)]]).rows[0][0]

    assert cell.kind == "number"
    assert cell.number == Decimal(value.replace(",", "."))
    assert cell.decimals == decimals


def test_an_error_value_is_no_number_and_a_percentage_no_amount() -> None:
    error, share = block_of_cells([[("#N/A", "0"), ("45,0%", "0,45")]]).rows[0]

    assert (error.kind, error.shows) == ("error", "#NV")
    assert share.is_percent
