"""Two answers line by line."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lpd_desktop.plan.comparing.line_changes import compare_texts
from lpd_desktop.plan.comparing.text_lines import same_text, text_lines
from lpd_desktop.plan.comparing.word_pieces import text_after, text_before
from lpd_desktop.plan.rich_text import Blocks, ListBlock, Paragraph, Run, Table, text_run
from lpd_desktop.runtime.identity import new_id
from tests.strategies import blocks

FIRST = "Das Jobcenter berät alle Menschen ab fünfundzwanzig Jahren."
SECOND = "Die Vermittlung in Arbeit hat Vorrang vor allem anderen."
THIRD = "Einmal im Monat treffen sich alle Beteiligten im Kreishaus."


def _text(*paragraphs: str) -> Blocks:
    return tuple(Paragraph(new_id(), (text_run(each),)) for each in paragraphs)


def _told(old: Blocks, new: Blocks) -> list[tuple[str, str]]:
    lines = compare_texts(old, new)
    return [(line.status, "".join(piece.text for piece in line.pieces)) for line in lines]


def _with_other_ids(block: Any) -> Any:
    if isinstance(block, ListBlock):
        items = tuple(tuple(map(_with_other_ids, item)) for item in block.items)
        return replace(block, id=new_id(), items=items)
    return replace(block, id=new_id())


@given(blocks(6), blocks(6))
def test_no_word_of_either_answer_is_missing(old: Blocks, new: Blocks) -> None:
    lines = compare_texts(old, new)
    before = Counter(text_before(line.pieces) for line in lines if line.status != "added")
    after = [text_after(line.pieces) for line in lines if line.status != "removed"]
    shape = [line for line in lines if line.label == "Aufbau"]
    assert before - Counter({"": len(lines)}) == Counter(
        line.text for line in text_lines(old) if line.text
    )
    assert after[: len(after) - len(shape)] == [line.text for line in text_lines(new)]


@given(blocks(6), st.booleans(), st.data())
def test_answers_differ_exactly_where_they_say_or_look_otherwise(
    old: Blocks, is_copy: bool, data: st.DataObject
) -> None:
    new = tuple(map(_with_other_ids, old)) if is_copy else data.draw(blocks(6))
    stays = all(line.status == "same" for line in compare_texts(old, new))
    assert stays == same_text(old, new)
    assert stays or not is_copy


def test_a_changed_paragraph_is_one_line_and_a_new_one_another() -> None:
    assert _told(_text(FIRST), _text(FIRST.replace("alle", "junge"), SECOND)) == [
        ("changed", "Das Jobcenter berät allejunge Menschen ab fünfundzwanzig Jahren."),
        ("added", SECOND),
    ]


def test_a_paragraph_that_went_elsewhere_is_moved_not_written_anew() -> None:
    assert _told(_text(FIRST, SECOND, THIRD), _text(THIRD, FIRST, SECOND)) == [
        ("moved", THIRD),
        ("same", FIRST),
        ("same", SECOND),
    ]


def test_a_new_item_at_the_top_leaves_the_other_items_as_they_were() -> None:
    def numbered(*texts: str) -> Blocks:
        return (ListBlock("l", "number", tuple(_text(each) for each in texts)),)

    statuses = [status for status, _text in _told(numbered(FIRST), numbered(SECOND, FIRST))]
    assert statuses == ["added", "same"]


def test_a_changed_cell_is_found_in_its_row() -> None:
    def table(number: str) -> Blocks:
        rows = (("", "Stellen"), ("Leistung", number))
        return (Table("t", tuple(tuple((text_run(cell),) for cell in row) for row in rows), 1),)

    assert _told(table("12,5"), table("13")) == [
        ("same", "\tStellen"),
        ("changed", "Leistung\t12,513"),
    ]


def test_bold_words_and_footnotes_count_as_changes() -> None:
    plain, bold = _text(FIRST), (Paragraph("b", (text_run(FIRST, bold=True),)),)
    assert [line.remark for line in compare_texts(plain, bold)] == ["anders ausgezeichnet"]
    noted = (Paragraph("b", (text_run(FIRST), Run(footnote=(text_run("Quelle"),)))),)
    assert _told(plain, noted) == [("changed", f"{FIRST} [Fußnote: Quelle]")]


def test_a_list_that_counts_from_another_number_is_a_change() -> None:
    lists = [(ListBlock("l", "number", (_text(FIRST),), start),) for start in (1, 3)]
    assert [line.label for line in compare_texts(*lists)] == ["", "Aufbau"]


def test_an_answer_with_blank_paragraphs_alone_is_empty() -> None:
    assert compare_texts((), _text("", "  ")) == ()
