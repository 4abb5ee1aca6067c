"""Foreign HTML never fails, and never brings in what was struck out."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.plan.rich_text import (
    DEEPEST_LIST,
    ListBlock,
    Table,
    is_blank,
    plain_text,
    walk_runs,
)
from lpd_desktop.word.html import blocks_from_html
from lpd_desktop.word.html_tokens import TooMuchToPasteError
from tests.unit.word.visible_words import words_in

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


WORDS = st.text(alphabet="abcäöüß§", min_size=1, max_size=6)
SEEN = ["b", "i", "span style='color:red'", "div", "ul", "h2", "o:p", "font", "section"]
UNSEEN = [
    *("del", "s", "span style='display: none'", "span style='mso-hide:all'", "xml", "div hidden"),
    *("span style='mso-special-character:comment'", "div style='mso-element:comment-list'"),
    *('span style="text-decoration:line-through"', "span class=MsoDel"),
]


@st.composite
def trees(draw, depth: int = 4, *, unseen: bool = False) -> tuple[str, list[str]]:
    """Well-formed markup with the words that a reader sees of it."""
    if depth == 0 or draw(st.integers(0, 3)) == 0:
        word = draw(WORDS)
        return f" {word} ", [] if unseen else [word]
    opened = draw(st.sampled_from(SEEN + UNSEEN))
    hides = unseen or opened in UNSEEN
    parts = [draw(trees(depth - 1, unseen=hides)) for _ in range(draw(st.integers(0, 3)))]
    inner = "".join(markup for markup, _words in parts)
    name = opened.split()[0]
    return f"<{opened}>{inner}</{name}>", [word for _markup, words in parts for word in words]


@given(trees())
def test_the_words_that_are_seen_arrive_in_order_and_no_others(tree):
    markup, words = tree

    assert words_in(blocks_from_html(markup).blocks) == words


@given(trees(), st.integers(0, 200))
def test_no_depth_brings_in_what_is_hidden(tree, depth):
    markup, words = tree
    deep = "<div>" * depth + f"<del>alt{markup}</del>{markup}" + "</div>" * depth

    assert words_in(blocks_from_html(f"<p>{deep}</p>").blocks) == words


@pytest.mark.parametrize("depth", [90, 100, 101, 150])
def test_lines_that_stand_very_deep_do_not_run_into_each_other(depth: int) -> None:
    lines = "<p>eins</p><div>zwei</div><table><tr><td>drei</td><td>vier</td></tr></table>"
    blocks = blocks_from_html("<div>" * depth + lines + "</div>" * depth).blocks
    assert words_in(blocks) == ["eins", "zwei", "drei", "vier"]


def test_struck_text_stays_struck_where_the_paragraph_ends_before_it():
    markup = "<div><p><del>geheim</p><p>auch geheim</p></div>noch geheim</del>neu"

    assert words_in(blocks_from_html(markup).blocks) == ["neu"]


HOSTILE = {
    "nested": "<div>" * 10_000 + "Wort" + "</div>" * 10_000,
    "unclosed": "<p><b><i><li><td>" * 5_000 + "Wort",
    "signs": "<" * 200_000 + "Wort",
    "ends": "</" * 100_000 + "Wort",
    "comments": "<!--" * 100_000 + "Wort",
    "declarations": "<![if " * 50_000 + "Wort",
    "sections": "<![foo[ x ]]>" * 20_000 + "Wort",
    "quotes": "<a b='" * 50_000 + "Wort",
    "attributes": "<p " + "a=1 " * 100_000 + ">Wort",
    "entities": "&amp;" * 100_000 + "&#0;&#xffff;&nosuch;&#99999999999; Wort",
    "nulls": "\0" * 100_000 + "<p>W\0ort",
    "style sheets": "<style>" + "a{" * 100_000 + "</style>Wort",
    "open style": "<style>" * 10_000 + " Wort",
    "rules": "<style>" + "@media{" * 50_000 + "/*" * 50_000 + "</style>Wort",
    "picture": f"<p><img src='data:image/png;base64,{'A' * 1_000_000}'>Wort",
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_markup_is_read_in_time_that_grows_with_its_length_only(name):
    started = process_time()
    content = blocks_from_html(HOSTILE[name])

    assert "".join(words_in(content.blocks)).endswith("Wort")
    assert process_time() - started < 3


@pytest.mark.parametrize(
    "markup",
    [
        "<b>" * 400_000,
        "<table>" + "<tr>" + "<td>x" * 300,
        "<table>" + "<tr><td>x<td>y" * 3_000,
        "<table><tr><td rowspan=9999 colspan=9999>x<td>y" + "<tr><td>z" * 100,
        "x" * 20_000_001,
    ],
)
def test_more_than_anybody_pastes_is_refused_in_one_sentence(markup):
    with pytest.raises(TooMuchToPasteError, match="in mehreren Teilen"):
        blocks_from_html(markup)


@pytest.mark.parametrize(("opened", "times"), [("<ul>", 200), ("<ul>Zeile ", 90)])
def test_lists_are_nested_no_deeper_than_a_plan_holds_them(opened: str, times: int) -> None:
    blocks = blocks_from_html(opened * times + "<li>innen").blocks
    levels = [block.levels for block in blocks if isinstance(block, ListBlock)]
    assert max(levels) <= DEEPEST_LIST
    words = words_in(blocks)
    assert words[-1] == "innen"
    assert len(words) == 1 + opened.count("Zeile") * times
