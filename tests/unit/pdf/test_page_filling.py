"""Pages: every strip once, in order, with what belongs together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.pdf.page_filling import NOTES_GAP, FilledPage, fill_pages
from lpd_desktop.pdf.strips import Footnote, Strip, draw_nothing
from lpd_desktop.pdf.tree import Anchor, Node

HEIGHT = 200.0


def strip(height: float = 10.0, **entries) -> Strip:
    return Strip(height, draw_nothing, **entries)


def note(*heights: float) -> Footnote:
    first, *others = heights
    lines = (strip(first, anchors=(Anchor(),)), *map(strip, others))
    return Footnote(1, Node("Note"), strips=lines)


def own(pages: list[FilledPage]) -> list[Strip]:
    return [placed.strip for page in pages for placed in page.body if not placed.repeated]


@st.composite
def strips(draw) -> list[Strip]:
    made = []
    for _ in range(draw(st.integers(0, 60))):
        notes = [note(*[9.0] * draw(st.integers(1, 40))) for _ in range(draw(st.integers(0, 2)))]
        made.append(
            strip(
                draw(st.sampled_from([5.0, 14.0, 60.0, 250.0])),
                before=draw(st.sampled_from([0.0, 8.0])),
                keep=draw(st.booleans()),
                notes=tuple(notes) if draw(st.booleans()) else (),
                new_page=draw(st.integers(0, 20)) == 0,
                leads=draw(st.integers(0, 5)) == 0,
                divided=draw(st.integers(0, 5)) == 0,
            )
        )
    return made


@given(strips())
def test_every_strip_and_every_line_of_a_note_is_placed_once_and_in_order(made: list[Strip]):
    pages = fill_pages(made, HEIGHT)
    assert own(pages) == made
    notes = [placed.strip for page in pages for placed in page.notes]
    assert notes == [line for each in made for n in each.notes for line in n.strips]


@given(strips())
def test_nothing_overlaps_and_nothing_hangs_over_unless_it_is_higher_than_the_page(made):
    for page in fill_pages(made, HEIGHT):
        bottom = 0.0
        for placed in page.body:
            assert placed.top >= bottom - 0.01
            bottom = placed.top + placed.strip.height
        if page.notes and bottom <= HEIGHT:
            assert page.notes[0].top >= bottom + NOTES_GAP - 0.02
        if len(page.body) > 1:
            assert bottom <= HEIGHT + 0.02


def test_a_heading_moves_to_the_next_page_with_its_text():
    made = [strip(), *(strip() for _ in range(18)), strip(keep=True), strip(keep=True), strip()]
    pages = fill_pages(made, HEIGHT)
    assert [len(page.body) for page in pages] == [19, 3]


def test_the_note_stands_on_the_page_of_its_reference():
    made = [*(strip() for _ in range(15)), strip(notes=(note(10.0, 10.0, 10.0),)), strip()]
    first, second = fill_pages(made, HEIGHT)
    assert [len(first.notes), len(second.notes)] == [0, 3]
    assert second.body[0].strip is made[15]


def test_a_note_longer_than_a_page_runs_over():
    made = [strip(notes=(note(*[10.0] * 45),)), strip(), strip()]
    pages = fill_pages(made, HEIGHT)
    assert sum(len(page.notes) for page in pages) == 45
    assert all(page.notes for page in pages[:3])


def test_the_head_of_a_table_is_repeated_on_the_next_page():
    head = strip(12.0, keep=True)
    made = [head, *(strip(head=(head,)) for _ in range(30))]
    pages = fill_pages(made, HEIGHT)
    assert [page.body[0].repeated for page in pages] == [False, True]
    assert pages[1].body[1].top == 12.0


def test_space_above_is_dropped_at_the_top_of_a_page():
    made = [strip(before=30.0), strip(before=30.0), strip(before=30.0, new_page=True)]
    first, second = fill_pages(made, HEIGHT)
    assert [placed.top for placed in first.body] == [0.0, 40.0]
    assert second.body[0].top == 0.0


def test_what_introduces_a_text_stays_with_two_lines_of_it():
    lead, alone, following = strip(keep=True, leads=True), strip(), strip()
    pages = fill_pages([*(strip() for _ in range(18)), lead, alone, following, strip()], HEIGHT)
    assert len(pages[0].body) == 18
    assert pages[1].body[0].strip is lead


def test_a_high_strip_is_enough_text_for_what_introduces_it():
    made = [*(strip() for _ in range(15)), strip(keep=True, leads=True), strip(40.0)]
    first, _second = fill_pages([*made, *(strip() for _ in range(9))], HEIGHT)
    assert len(first.body) == 17


def test_a_page_does_not_end_inside_a_word_if_it_may_end_a_line_earlier():
    made = [strip(divided=index == 19) for index in range(40)]
    assert len(fill_pages(made, HEIGHT)[0].body) == 19


def test_a_page_ends_inside_a_word_rather_than_much_too_early():
    made = [strip(divided=14 < index < 20) for index in range(40)]
    assert len(fill_pages(made, HEIGHT)[0].body) == 20


def test_the_last_page_is_never_a_few_lines_long():
    for count in range(41, 90):
        last = fill_pages([strip() for _ in range(count)], 2 * HEIGHT)[-1]
        assert len(last.body) >= 6


def test_a_page_before_a_new_beginning_is_never_a_few_lines_long():
    made = [*(strip() for _ in range(42)), strip(new_page=True), *(strip() for _ in range(9))]
    assert [len(page.body) for page in fill_pages(made, 2 * HEIGHT)] == [36, 6, 10]


def test_a_note_of_half_a_page_stays_on_one_page():
    made = [*(strip() for _ in range(8)), strip(notes=(note(*[10.0] * 9),))]
    assert [len(page.notes) for page in fill_pages([*made, strip()], HEIGHT)] == [9, 0]


@given(st.integers(11, 70), st.integers(0, 19))
def test_a_note_leaves_and_carries_over_three_lines_at_least(lines: int, above: int):
    made = [*(strip() for _ in range(above)), strip(notes=(note(*[10.0] * lines),))]
    counts = [len(page.notes) for page in fill_pages(made, HEIGHT)]
    assert all(count >= 3 for count in counts if count), counts


def test_text_comes_over_to_a_last_page_that_holds_the_end_of_a_note():
    made = [*(strip() for _ in range(25)), strip(notes=(note(*[10.0] * 24),))]
    first, last = fill_pages(made, 2 * HEIGHT)
    assert len(last.body) >= 6
    assert last.body[-1].strip is made[-1]
    assert first.notes == ()
