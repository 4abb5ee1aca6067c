"""Remarks stay with their words, whatever happens to the text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as changed

from lpd_desktop.editing.topic_choice import choose_topic, put_topic_away
from lpd_desktop.plan.addresses import Address, blocks_at
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Potential
from lpd_desktop.plan.passages import passages
from lpd_desktop.plan.remark import Remark
from lpd_desktop.plan.remark_anchor import MOST_QUOTED, NoSuchPlaceError, anchor_at
from lpd_desktop.plan.remark_list import by_place, listed_remarks
from lpd_desktop.plan.remark_places import RemarkPlace, RemarkPlaces
from lpd_desktop.plan.rich_text import ListBlock
from lpd_desktop.plan.sample import sample_file
from tests.unit.plan.remarked import (
    block,
    field_of,
    plan_with,
    remarked,
    the_remark,
    topics_of,
    with_text,
)

FIRST = "Die Zahl der Beratungen steigt im Planjahr um ein Fünftel."
SECOND = "Dafür werden zwei Stellen im Fallmanagement eingerichtet."
THIRD = "Die Wirkung wird jedes Quartal gemessen."
QUOTE = "zwei Stellen im Fallmanagement"


def three() -> LpdFile:
    return plan_with(block("p1", FIRST), block("p2", SECOND), block("p3", THIRD))


def on_second() -> LpdFile:
    file = three()
    return remarked(file, field_of(file).at_block("p2"), QUOTE)


def place_in(file: LpdFile, remark: Remark | None = None) -> RemarkPlace:
    return RemarkPlaces(file.form, file.plan, file.work).of(remark or the_remark(file))


def words_at(file: LpdFile, place: RemarkPlace) -> str:
    """What stands at the place that was found."""
    where = Address.parse(place.where)
    found = (
        each
        for each in passages(file.form, file.plan)
        if (each.where, each.number) == (where, place.number)
    )
    return next(found).text[place.start : place.end]


def test_a_remark_is_found_where_it_was_made():
    file = on_second()
    place = place_in(file)
    assert (place.status, place.where) == ("found", str(field_of(file).at_block("p2")))
    assert words_at(file, place) == QUOTE


def test_other_paragraphs_may_change_go_and_come():
    file = on_second()
    edited = with_text(file, field_of(file), block("x", "Neu davor."), block("p2", SECOND))
    assert words_at(edited, place_in(edited)) == QUOTE


def test_words_before_the_quote_may_change():
    file = on_second()
    edited = with_text(file, field_of(file), block("p2", f"Ganz neu. {SECOND} Und danach."))
    assert words_at(edited, place_in(edited)) == QUOTE


def test_a_paragraph_that_is_split_keeps_the_remark_with_the_words():
    file = on_second()
    at = SECOND.index(QUOTE)
    edited = with_text(
        file, field_of(file), block("p2", SECOND[:at]), block("new", SECOND[at:]), block("p3", "x")
    )
    place = place_in(edited)
    assert place.where.endswith("#new")
    assert words_at(edited, place) == QUOTE


def test_a_quote_that_is_split_stays_with_its_larger_part():
    file = on_second()
    at = SECOND.index("im Fallmanagement")
    edited = with_text(file, field_of(file), block("p2", SECOND[:at]), block("new", SECOND[at:]))
    place = place_in(edited)
    assert place.status in ("found", "changed")
    assert place.where.rpartition("#")[2] in ("p2", "new")


def test_joined_paragraphs_keep_the_remark():
    file = on_second()
    edited = with_text(file, field_of(file), block("p1", f"{FIRST} {SECOND}"), block("p3", THIRD))
    assert words_at(edited, place_in(edited)) == QUOTE


def test_a_paragraph_that_moves_into_another_answer_takes_its_remark_along():
    file = on_second()
    other = field_of(file, question=1)
    edited = with_text(file, field_of(file), block("p1", FIRST))
    edited = with_text(edited, other, block("p9", SECOND))
    assert place_in(edited).where == str(other.at_block("p9"))


def test_a_paragraph_that_becomes_an_item_of_a_list_keeps_its_remark():
    file = on_second()
    items = ListBlock("l1", "bullet", ((block("p2", SECOND),), (block("p3", THIRD),)))
    edited = with_text(file, field_of(file), block("p1", FIRST), items)
    assert words_at(edited, place_in(edited)) == QUOTE


def test_words_that_were_edited_are_still_found():
    file = on_second()
    edited = with_text(
        file,
        field_of(file),
        block("p2", "Dafür werden drei Stellen im Fallmanagment eingerichtet."),
    )
    place = place_in(edited)
    assert place.status == "found"
    assert "Stellen im Fallman" in words_at(edited, place)


def test_where_the_words_are_gone_the_paragraph_stays_the_place():
    file = on_second()
    edited = with_text(file, field_of(file), block("p2", "Hier steht ganz anderes."))
    assert place_in(edited).status == "changed"
    assert place_in(edited).where.endswith("#p2")


def test_a_place_that_is_gone_keeps_remark_quote_and_name():
    file = on_second()
    edited = with_text(file, field_of(file), block("p1", FIRST))
    (listed,) = listed_remarks(edited)
    assert listed.place.status == "gone"
    assert listed.place_note == "Stelle gibt es nicht mehr"
    assert listed.quote == f"„{QUOTE}“"
    assert listed.place.place == place_in(file).place


def test_a_block_of_the_same_id_with_other_words_elsewhere_is_not_the_place():
    file = on_second()
    edited = with_text(file, field_of(file), block("p1", FIRST))
    edited = with_text(edited, field_of(file, question=1), block("p2", "Ganz anderes."))
    assert place_in(edited).status == "gone"


def test_equal_words_are_told_apart_by_what_stands_around_them():
    text = "Erst Beratung im Amt. Dann Beratung vor Ort. Zuletzt Beratung am Telefon."
    file = plan_with(block("p1", text))
    file = remarked(
        file, field_of(file).at_block("p1"), "Beratung", start=text.index("Beratung vor Ort")
    )
    edited = with_text(file, field_of(file), block("p1", f"Viel Beratung, sehr viel. {text}"))
    place = place_in(edited)
    passage = f"Viel Beratung, sehr viel. {text}"
    assert passage[place.start :].startswith("Beratung vor Ort")


def test_of_equal_paragraphs_the_one_it_was_made_at_keeps_the_remark():
    file = plan_with(block("p1", SECOND), block("p2", SECOND))
    file = remarked(file, field_of(file).at_block("p2"), QUOTE)
    assert place_in(file).where.endswith("#p2")


def test_the_words_themselves_elsewhere_are_nearer_than_words_like_them_here():
    file = on_second()
    edited = with_text(file, field_of(file), block("p2", SECOND.replace("zwei", "drei")))
    edited = with_text(edited, field_of(file, question=1), block("p9", SECOND))
    assert words_at(edited, place_in(edited)) == QUOTE


def test_the_own_paragraph_is_nearer_than_one_beside_it_that_is_more_alike():
    file = on_second()
    edited = with_text(
        file,
        field_of(file),
        block("p1", "Es sind zwei Stellen im Fallmanagment."),
        block("p2", "Dafür gibt es drei volle Stellen im Fallmanagement."),
    )
    assert (place_in(edited).status, place_in(edited).where[-3:]) == ("found", "#p2")


def test_short_words_do_not_jump_to_another_answer():
    file = plan_with(block("p1", "Die Quote steigt."))
    file = remarked(file, field_of(file).at_block("p1"), "Quote")
    other = field_of(file, question=1)
    edited = with_text(file, field_of(file), block("p1", "Der Anteil wächst."))
    edited = with_text(edited, other, block("p9", "Eine ganz andere Quote."))
    assert (place_in(edited).status, place_in(edited).where) == ("changed", the_remark(file).where)


def test_a_remark_follows_its_topic_away_and_back():
    file = on_second()
    key = topics_of(file)[0].key
    away = put_topic_away(file, key)
    assert place_in(away).status == "put_away"
    assert place_in(away).place.startswith("Abgewähltes Thema „")
    assert place_in(choose_topic(away, key)).status == "found"


def test_a_remark_on_a_whole_topic_follows_it_too():
    file = three()
    file = remarked(file, field_of(file))
    key = topics_of(file)[0].key
    assert place_in(file).status == "found"
    assert place_in(put_topic_away(file, key)).status == "put_away"


def test_topics_in_another_order_keep_their_remarks():
    file = on_second()
    edited = replace(file, plan=changed(file.plan, topics=file.plan.topics[::-1]))
    assert words_at(edited, place_in(edited)) == QUOTE
    assert place_in(edited).place != place_in(file).place


def test_a_remark_on_a_potential_follows_it_to_another_number():
    file = three()
    item = file.form.potentials
    assert item is not None
    file = remarked(file, Address(item.key, ("2", "background")))
    potentials = (Potential(topic="Ganz neu"), *file.plan.potentials)
    edited = replace(file, plan=changed(file.plan, potentials=potentials))
    assert place_in(edited).where == f"{item.key}/3/background"
    assert edited.plan.potentials[2].topic == "Netzwerke"
    gone = replace(file, plan=changed(file.plan, potentials=()))
    assert place_in(gone).status == "gone"


def test_a_remark_on_an_amount_says_when_the_amount_is_another():
    file = sample_file()
    file = replace(file, work=changed(file.work, remarks=()))
    budget = next(iter(file.form.budgets))
    row = next(each for each in file.plan.table_of(file.form, budget.key).rows if each.plan)
    where = Address(budget.key, ("table", row.key, "plan"))
    file = remarked(file, where)
    assert the_remark(file).quote
    assert place_in(file).status == "found"
    table = file.plan.table_of(file.form, budget.key)
    rows = tuple(changed(each, plan=123) if each.key == row.key else each for each in table.rows)
    answer = changed(file.plan.answer(budget.key), table=changed(table, rows=rows))
    edited = replace(file, plan=file.plan.with_answer(budget.key, answer))
    assert place_in(edited).status == "changed"


def test_a_remark_without_words_from_an_older_file_is_found_at_its_block():
    file = sample_file()
    (old,) = file.work.remarks
    assert (old.quote, old.place) == ("", "")
    assert place_in(file, old).status == "found"
    assert place_in(file, old).where == old.where


def test_a_remark_can_be_about_the_whole_document():
    file = remarked(three(), "")
    assert place_in(file).status == "found"
    assert place_in(file).place == "Dokument"


def test_lists_follow_the_order_of_the_document():
    file = three()
    where = field_of(file)
    file = remarked(file, where.at_block("p3"), text="c")
    file = remarked(file, field_of(file, topic=1), text="d")
    file = remarked(file, "", text="a")
    file = remarked(file, where.at_block("p1"), text="b")
    listed = listed_remarks(file)
    assert [each.remark.text for each in listed] == ["a", "b", "c", "d"]
    assert [len(group) for _place, group in by_place(listed)] == [1, 2, 1]


def test_an_address_that_is_not_there_is_refused():
    file = three()
    for where in ("Z.nothing", str(field_of(file).at_block("nein")), "B.topics/nein/why"):
        with pytest.raises(NoSuchPlaceError, match="gibt es in diesem Planungsdokument nicht"):
            anchor_at(file.form, file.plan, where)
    with pytest.raises(NoSuchPlaceError, match="„Steuern“ stehen dort nicht"):
        anchor_at(file.form, file.plan, field_of(file), "Steuern")


def test_words_are_found_as_people_type_them():
    file = plan_with(block("p1", "Die „Jobwerkstatt“ hat 20\u00a0Plätze."))
    anchor = anchor_at(file.form, file.plan, field_of(file), 'die "jobwerkstatt" hat 20 Plätze')
    assert anchor.quote == "Die „Jobwerkstatt“ hat 20\u00a0Plätze"
    assert anchor.where.endswith("#p1")


def test_whole_words_come_before_parts_of_words():
    file = plan_with(block("p1", "Rund die Hälfte und mehr."), block("p2", "Grundlegend."))
    assert anchor_at(file.form, file.plan, field_of(file), "und").at == 16
    assert anchor_at(file.form, file.plan, field_of(file), "und", start=1).at == 1
    assert anchor_at(file.form, file.plan, field_of(file), "r", start=0).at == 0
    assert anchor_at(file.form, file.plan, field_of(file), "grund").where.endswith("#p2")


def test_of_a_long_paragraph_the_beginning_is_quoted_up_to_a_word():
    file = plan_with(block("p1", "Wort für Wort " * 200))
    anchor = anchor_at(file.form, file.plan, field_of(file).at_block("p1"))
    assert len(anchor.quote) <= MOST_QUOTED
    assert anchor.quote.endswith("Wort") or anchor.quote.endswith("für")


TEXTS = st.text("abc äß.,", min_size=1, max_size=60)


@given(st.lists(TEXTS, max_size=4), st.lists(TEXTS, max_size=4), st.booleans())
def test_the_words_are_found_among_any_other_paragraphs(before, after, joins):
    file = on_second()
    blocks = [block(f"n{at}", text) for at, text in enumerate(before)]
    behind = [block(f"m{at}", text) for at, text in enumerate(after)]
    if joins and blocks:
        own = [block("n-last", f"{before[-1]} {SECOND}")]
        blocks = blocks[:-1]
    else:
        own = [block("p2", SECOND)]
    edited = with_text(file, field_of(file), *blocks, *own, *behind)
    assert words_at(edited, place_in(edited)) == QUOTE


@given(st.lists(TEXTS, max_size=3))
def test_no_edit_ever_loses_a_remark(texts):
    file = on_second()
    blocks = [block(f"p{at}", text) for at, text in enumerate(texts)]
    edited = with_text(file, field_of(file), *blocks)
    (listed,) = listed_remarks(edited)
    assert listed.remark == the_remark(file)
    known = blocks_at(edited.form, edited.plan, Address.parse(listed.place.where))
    assert listed.place.status == "gone" or known is not None
