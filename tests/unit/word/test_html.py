"""Foreign HTML never fails, and never brings in what was struck out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.plan.rich_text import Table, is_blank, plain_text, walk_runs
from lpd_desktop.word.html import blocks_from_html

pieces = st.sampled_from(
    """
    <p> </p> <ul> </ul> <ol> <li> </li> <table> </table> <tr> <td> </td> <th>
    <td&nbsp;rowspan=3> <div> </div> <b> </b> <br> <h1> </h3> <del> </del> <![if] <!-- -->
    <a&nbsp;href='#_ftn1'> </a> <p&nbsp;style='mso-list:l0&nbsp;level2&nbsp;lfo1'>
    <div&nbsp;id=ftn1> Wort & &amp; < > &quot; ]]>
    """.split()  # noqa: SIM905
).map(lambda piece: piece.replace("&nbsp;", " "))


@given(st.lists(st.one_of(pieces, pieces, st.text(max_size=5)), max_size=25).map(" ".join))
def test_any_markup_becomes_blocks(markup):
    for block, runs in walk_runs(blocks_from_html(markup).blocks):
        assert block.id
        assert all(run.is_footnote or run.words is not None for run in runs)


def test_five_thousand_nested_elements_are_no_trouble():
    content = blocks_from_html("<div>" * 5000 + "Wort" + "</div>" * 5000)

    assert [plain_text(runs) for _block, runs in walk_runs(content.blocks)] == ["Wort"]


def test_struck_text_is_left_out_and_counted():
    for markup in (
        "<del>alt</del>",
        "<s>alt</s>",
        "<i style='text-decoration: line-through'>alt</i>",
    ):
        content = blocks_from_html(f"<p>{markup}<ins>neu</ins></p>")
        assert [plain_text(runs) for _block, runs in walk_runs(content.blocks)] == ["neu"]
        assert content.left_out.deleted == 1


def test_markup_without_words_is_nothing():
    assert is_blank(
        blocks_from_html("<html><body><p>&nbsp;</p><table></table></body></html>").blocks
    )


def test_joined_cells_leave_the_table_rectangular():
    markup = "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>"
    table = blocks_from_html(markup).blocks[0]

    assert isinstance(table, Table)
    assert [[plain_text(cell) for cell in row] for row in table.rows] == [
        ["a", "b", ""],
        ["", "c", "d"],
    ]
