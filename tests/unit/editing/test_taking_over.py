from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.editing.open_draft import OpenDraft
from lpd_desktop.editing.taking_over import TakenOver, put_in, with_new_ids
from lpd_desktop.plan.addresses import Address, blocks_at, text_fields
from lpd_desktop.plan.rich_text import (
    Blocks,
    ListBlock,
    Paragraph,
    is_blank,
    paragraph,
    plain_text,
    text_run,
    walk_blocks,
    walk_runs,
)
from lpd_desktop.plan.sample import sample_file
from tests.strategies import blocks


def line(name: str, text: str = "") -> Paragraph:
    return Paragraph(name, (text_run(text),) if text else ())


def words(answer: Blocks) -> list[str]:
    return [plain_text(runs) for _block, runs in walk_runs(answer)]


def bullets(name: str, *texts: str, style: str = "bullet") -> ListBlock:
    items = tuple((line(f"{name}{n}", text),) for n, text in enumerate(texts, 1))
    return ListBlock(name, style, items)


ANSWER = (line("a", "eins"), line("b", "zwei"), line("c", "drei"))


def test_what_is_taken_stands_behind_the_paragraph_of_the_cursor() -> None:
    assert words(put_in(ANSWER, (line("n", "neu"),), "b")) == ["eins", "zwei", "neu", "drei"]


def test_before_the_paragraph_where_the_cursor_stands_at_its_start() -> None:
    taken = put_in(ANSWER, (line("n", "neu"),), "b", is_before=True)
    assert words(taken) == ["eins", "neu", "zwei", "drei"]


def test_an_empty_paragraph_gives_way() -> None:
    answer = (line("a", "eins"), line("b"), line("c", "drei"))
    assert words(put_in(answer, (line("n", "neu"),), "b")) == ["eins", "neu", "drei"]


def test_without_a_cursor_it_comes_last() -> None:
    assert words(put_in(ANSWER, (line("n", "neu"),))) == ["eins", "zwei", "drei", "neu"]


def test_an_empty_answer_becomes_what_is_taken() -> None:
    assert put_in((line("a"),), (line("n", "neu"),), "a") == (line("n", "neu"),)


def test_an_item_goes_into_the_list_of_the_cursor() -> None:
    answer = (bullets("x", "eins", "zwei"), line("z", "Ende"))
    taken = put_in(answer, (bullets("y", "neu"),), "x1")
    assert words(taken) == ["eins", "neu", "zwei", "Ende"]
    assert len(taken) == 2


def test_a_list_of_another_style_stands_behind_the_list() -> None:
    answer = (bullets("x", "eins", "zwei"), line("z", "Ende"))
    taken = put_in(answer, (bullets("y", "neu", style="number"),), "x1")
    assert words(taken) == ["eins", "zwei", "neu", "Ende"]
    assert len(taken) == 3


def test_of_lists_in_lists_the_innermost_takes_the_item() -> None:
    inner = bullets("i", "innen")
    outer = ListBlock("o", "bullet", ((line("o1", "außen"), inner), (line("o2", "unten"),)))
    taken = put_in((outer,), (bullets("y", "neu"),), "i1")
    assert taken[0].items[0][1].items[1] == (line("y1", "neu"),)


def test_a_paragraph_does_not_cut_a_list_in_two() -> None:
    taken = put_in((bullets("x", "eins", "zwei"),), (line("n", "neu"),), "x1")
    assert words(taken) == ["eins", "zwei", "neu"]


@given(blocks(), blocks(), st.integers(0, 40), st.booleans())
def test_no_word_is_lost_wherever_the_cursor_stands(
    answer: Blocks, taken: Blocks, place: int, is_before: bool
) -> None:
    known = [block.id for block in walk_blocks(answer)]
    at = known[place % len(known)] if known else ""
    result = put_in(answer, taken, at, is_before=is_before)
    assert sorted(filter(str.strip, words(result))) == sorted(
        filter(str.strip, words(answer) + words(taken))
    )
    if taken and not is_blank(answer):
        ids = [block.id for block in walk_blocks(result)]
        assert [each for each in known if each in ids] == [each for each in ids if each in known]


@given(blocks())
def test_what_is_taken_has_ids_of_its_own(text: Blocks) -> None:
    own = with_new_ids(text)
    assert words(own) == words(text)
    before, after = ([block.id for block in walk_blocks(each)] for each in (text, own))
    assert not set(before) & set(after)
    assert len(set(after)) == len(after)


def test_taking_over_is_one_step_that_is_undone() -> None:
    draft = OpenDraft(sample_file())
    where, text = next(pair for pair in text_fields(draft.file.form, draft.plan) if pair[1])
    new = paragraph("aus dem Vorjahr")
    draft.change("Absatz übernehmen", TakenOver(where.at_block(text[0].id), (new,)))
    assert blocks_at(draft.file.form, draft.plan, where)[1] == new
    assert draft.undo_title == "Absatz übernehmen"
    draft.undo()
    assert blocks_at(draft.file.form, draft.plan, where) == text


def test_an_answer_that_holds_nothing_yet_is_begun() -> None:
    file = sample_file()
    item = next(each for each in file.form.items if hasattr(each, "question"))
    emptied = file.plan.with_answer(item.key, type(file.plan.answer(item.key))())
    draft = OpenDraft(type(file)(**{**file.__dict__, "plan": emptied}))
    draft.change("x", TakenOver(Address(item.key), (paragraph("neu"),)))
    assert words(blocks_at(draft.file.form, draft.plan, Address(item.key))) == ["neu"]
