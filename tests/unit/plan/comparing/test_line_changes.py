"""Two answers line by line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lpd_desktop.plan.comparing.gap_changes import visible_pieces
from lpd_desktop.plan.comparing.gaps import PARAGRAPH_BREAK
from lpd_desktop.plan.comparing.line_changes import LineChange, compare_texts
from lpd_desktop.plan.comparing.text_lines import same_text, text_lines
from lpd_desktop.plan.comparing.word_pieces import text_after, text_before
from lpd_desktop.plan.rich_text import Block, Blocks, ListBlock, Paragraph, Run, Table, text_run
from lpd_desktop.plan.words import count_words
from lpd_desktop.runtime.identity import new_id
from tests.strategies import blocks, nested_blocks

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


def _lines_before(lines: Iterable[LineChange]) -> list[str]:
    """The older answer's lines; those that became one, or come from one, one by one."""
    texts = [text_before(line.pieces) for line in lines if line.status != "added"]
    return [line for text in texts for line in text.split(PARAGRAPH_BREAK)]


def _lines_after(lines: Iterable[LineChange]) -> list[str]:
    texts = [text_after(line.pieces) for line in lines if line.status != "removed"]
    return [line for text in texts for line in text.split(PARAGRAPH_BREAK)]


@given(blocks(6), blocks(6))
def test_no_word_of_either_answer_is_missing(old: Blocks, new: Blocks) -> None:
    lines = compare_texts(old, new)
    before, after = Counter(_lines_before(lines)), _lines_after(lines)
    shape = [line for line in lines if line.label == "Aufbau"]
    assert before - Counter({"": len(lines)}) == Counter(
        line.text for line in text_lines(old) if line.text
    )
    assert after[: len(after) - len(shape)] == [line.text for line in text_lines(new)]


@given(nested_blocks(), nested_blocks(), st.data())
def test_nested_blocks_in_another_order_lose_no_word(
    old: Blocks, more: Blocks, data: st.DataObject
) -> None:
    new = tuple(data.draw(st.permutations((*old, *more))))
    lines = compare_texts(old, new)
    before, after = Counter(_lines_before(lines)), _lines_after(lines)
    told = [line for line in lines if line.label != "Aufbau"]
    assert after[: len(after) - (len(lines) - len(told))] == [line.text for line in text_lines(new)]
    assert +before == before
    assert not Counter(line.text for line in text_lines(old)) - before
    assert all(line.status == "same" for line in lines) == same_text(old, new)


@given(blocks(6), st.booleans(), st.data())
def test_answers_differ_exactly_where_they_say_or_look_otherwise(
    old: Blocks, is_copy: bool, data: st.DataObject
) -> None:
    new = tuple(map(_with_other_ids, old)) if is_copy else data.draw(blocks(6))
    stays = all(line.status == "same" for line in compare_texts(old, new))
    assert stays == same_text(old, new)
    assert stays or not is_copy


_BLANKS = st.sampled_from([" ", "  ", "\u00a0", "\u200b ", " \n"])


@given(blocks(6), _BLANKS, _BLANKS)
def test_other_blanks_count_as_no_word_and_change_no_look(
    old: Blocks, first: str, second: str
) -> None:
    before, after = (_with_blanks(old, blank) for blank in (first, second))
    lines = compare_texts(before, after)
    assert sum(line.words_added + line.words_removed for line in lines) == 0
    assert not [line for line in lines if "ausgezeichnet" in line.remark]


def _with_blanks(blocks: Blocks, blank: str) -> Blocks:
    """The same answer with another blank between words; none stands at either end."""
    raw = msgspec.json.encode(blocks).decode("utf-8")
    quoted = msgspec.json.encode(blank).decode("utf-8")[1:-1]
    words = re.sub(r"(?<=[a-zäöüßA-Z,.§]) (?=[A-ZÄÖÜa-zäöüß\d])", lambda _: quoted, raw)
    return msgspec.json.decode(words, type=tuple[Block, ...])


@given(blocks(6), blocks(6))
def test_the_words_counted_are_those_in_the_marks(old: Blocks, new: Blocks) -> None:
    for line in compare_texts(old, new):
        marked = [piece for piece in visible_pieces(line.pieces) if piece.sign != "same"]
        counts = Counter({"added": 0, "removed": 0})
        for piece in marked:
            counts[piece.sign] += count_words(piece.text)
        assert (line.words_added, line.words_removed) == (counts["added"], counts["removed"])


def _remarks(old: Blocks, new: Blocks) -> list[tuple[str, str, int]]:
    return [
        (line.status, line.remark, line.words_added + line.words_removed)
        for line in compare_texts(old, new)
    ]


def test_a_divided_paragraph_and_joined_ones_count_no_word() -> None:
    whole, parts = _text(f"{FIRST} {SECOND} {THIRD}"), _text(FIRST, SECOND, THIRD)
    assert _remarks(whole, parts) == [("changed", "Absatz geteilt", 0)]
    assert _remarks(parts, whole) == [("changed", "Absätze verbunden", 0)]


def test_a_paragraph_that_was_divided_and_written_anew_counts_what_is_new() -> None:
    whole, parts = _text(f"{FIRST} {SECOND}"), _text(FIRST, SECOND.replace("allem", "vielem"))
    assert _remarks(whole, parts) == [("changed", "Absatz geteilt", 2)]
    assert _remarks(parts, whole) == [("changed", "Absätze verbunden", 2)]


def test_divided_and_moved_paragraphs_are_told_as_both() -> None:
    old = _text(THIRD, "Dieser Absatz bleibt stehen.", f"{FIRST} {SECOND}")
    new = _text(FIRST, SECOND, THIRD, "Dieser Absatz bleibt stehen.")
    assert ("moved", "stand weiter unten, Absatz geteilt", 0) in _remarks(old, new)


def test_an_item_that_was_divided_is_an_item() -> None:
    def items(*texts: str) -> Blocks:
        return (ListBlock("l", "bullet", tuple(_text(each) for each in texts)),)

    old, new = items(f"{FIRST} {SECOND}", THIRD), items(FIRST, SECOND, THIRD)
    assert _remarks(old, new) == [("changed", "Listenpunkt geteilt", 0), ("same", "", 0)]


def test_words_that_are_bold_now_are_told_although_a_blank_changed_too() -> None:
    bold = (Paragraph("b", (text_run(FIRST.replace(" alle", "\u00a0alle"), bold=True),)),)
    assert _remarks(_text(FIRST), bold) == [("changed", "anders ausgezeichnet", 0)]


def test_a_short_line_whose_blanks_changed_stays_one_line() -> None:
    assert _remarks(_text("§ 16 i"), _text("§16i")) == [("changed", "", 0)]


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


def test_a_paragraph_that_went_elsewhere_and_changed_is_told_word_by_word() -> None:
    changed = THIRD.replace("Monat", "Jahr")
    expected = [
        ("moved", THIRD.replace("Monat", "MonatJahr")),
        ("same", FIRST),
        ("same", SECOND),
    ]
    assert _told(_text(FIRST, SECOND, THIRD), _text(changed, FIRST, SECOND)) == expected
    (moved, *_others) = compare_texts(_text(FIRST, SECOND, THIRD), _text(changed, FIRST, SECOND))
    assert moved.remark == "stand weiter unten, geändert"


def test_what_a_paragraph_was_moved_past_keeps_its_changes() -> None:
    old, new = _text(FIRST, SECOND, THIRD), _text(THIRD, FIRST.replace("alle", "junge"), SECOND)
    assert _told(old, new) == [
        ("moved", THIRD),
        ("changed", FIRST.replace("alle", "allejunge")),
        ("same", SECOND),
    ]


def test_the_block_tells_which_paragraph_was_moved_and_written_anew() -> None:
    old = _text("Alles bleibt hier wie es ist.", FIRST, SECOND)
    rewritten = replace(old[0], runs=(text_run("Nichts davon bleibt hier künftig so."),))
    told = _told(old, (*old[1:], rewritten))
    assert [status for status, _words in told] == ["same", "same", "moved"]


def test_a_table_that_was_moved_and_has_a_new_column_is_told_cell_by_cell() -> None:
    def table(*rows: str) -> Table:
        cells = tuple(tuple((text_run(cell),) for cell in row.split("|")) for row in rows)
        return Table(new_id(), cells, 1)

    old, new = table("Ort|Zahl", "Kreishaus|7", "Rathaus|8"), table("Ort|Zahl|Art", "Kreishaus|7|x")
    told = _told((*_text(FIRST, SECOND, THIRD), old), (new, *_text(FIRST, SECOND, THIRD)))
    assert told == [
        ("moved", "Ort\tZahl\tArt"),
        ("moved", "Kreishaus\t7\tx"),
        ("same", FIRST),
        ("same", SECOND),
        ("same", THIRD),
        ("removed", "Rathaus\t8"),
    ]


def test_items_that_are_numbered_now_stay_the_items_they_were() -> None:
    bullets, numbers = (
        (ListBlock(new_id(), style, (_text("eins"), _text("zwei"))),)
        for style in ("bullet", "number")
    )
    told = compare_texts((*_text(FIRST), *bullets), (*_text(SECOND), *numbers, *_text(FIRST)))
    assert [line.remark for line in told if line.kind == "item"] == ["andere Gliederung"] * 2


def test_rows_that_share_a_number_are_not_one_row_elsewhere() -> None:
    def table(*rows: str) -> Blocks:
        cells = tuple(tuple((text_run(cell),) for cell in row.split("|")) for row in rows)
        return (Table("t", cells, 0),)

    old, new = (
        table("Beratung|12", "Empfang am Haupthaus|8"),
        ("Empfang am Haupthaus|8", "Technik|12"),
    )
    statuses = [status for status, _words in _told(old, table(*new))]
    assert statuses == ["removed", "same", "added"]


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
