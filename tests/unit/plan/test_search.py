"""Searching everything that was written."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lpd_desktop.form.library import form_with_id
from lpd_desktop.plan.addresses import Address, text_fields, with_blocks
from lpd_desktop.plan.model import Jobcenter, Plan, Potential, TopicAnswer, empty_plan
from lpd_desktop.plan.passages import passages_of
from lpd_desktop.plan.rich_text import (
    Heading,
    ListBlock,
    Paragraph,
    Run,
    Table,
    plain_text,
    text_run,
    walk_runs,
)
from lpd_desktop.plan.search import Match, Query, find
from tests.strategies import blocks, texts

FORM = form_with_id("lpd-2023")


def _written(*blocks) -> Plan:
    plan = empty_plan(FORM, Jobcenter())
    where = next(address for address, _blocks in text_fields(FORM, plan))
    return with_blocks(FORM, plan, where, blocks)


def _hits(text: str, wanted: str, **options: bool) -> list[str]:
    plan = _written(Paragraph("b1", (text_run(text),)))
    return [match.words for match in find(FORM, plan, Query(wanted, **options))]


@pytest.mark.parametrize(
    ("text", "wanted", "hits"),
    [
        ("Straße und STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("MASSNAHMEN, Maßnahmen", "maßnahmen", ["MASSNAHMEN", "Maßnahmen"]),
        ("Übergang und übergang", "ÜBERGANG", ["Übergang", "übergang"]),
        (unicodedata.normalize("NFD", "Förderung"), "förderung", 1),
        ("Förderung", unicodedata.normalize("NFD", "förderung"), ["Förderung"]),
        ("Forderung", "Förderung", []),
        ("Förde\u00adrung", "Förderung", ["Förde\u00adrung"]),
        ("§\u00a016i SGB II", "§ 16i", ["§\u00a016i"]),
        ("z. B. „Coaching“", '"Coaching"', ["„Coaching“"]),
        ("geht’s", "geht's", ["geht’s"]),
        ("a.b und acb", "a.b", ["a.b"]),
        ("Was? (nichts)", "? (", ["? ("]),
        ("eine\nZeile", "eine Zeile", ["eine\nZeile"]),
    ],
)
def test_words_are_found_however_they_are_printed(text: str, wanted: str, hits) -> None:
    found = _hits(text, wanted)
    assert len(found) == hits if isinstance(hits, int) else found == hits


def test_case_counts_where_it_is_asked_for() -> None:
    assert _hits("Team und team, Straße", "team", match_case=True) == ["team"]
    assert _hits("Straße", "Strasse", match_case=True) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kund*innen", 0),
        ("Kund:innen", 0),
        ("der Kund", 1),
        ("Kundschaft", 0),
        ("Kund-Betreuung", 1),
        ("(Kund)", 1),
    ],
)
def test_a_whole_word_is_no_part_of_a_word(text: str, count: int) -> None:
    assert len(_hits(text, "Kund", whole_words=True)) == count


def test_a_place_across_bold_words_is_found() -> None:
    runs = (text_run("das "), text_run("Poten", bold=True), text_run("tial hier"))
    plan = _written(Paragraph("b1", runs))
    (match,) = find(FORM, plan, Query("potential hier"))
    assert (match.start, match.end, str(match.passage.where)) == (4, 18, "A.budget#b1")


def test_headings_items_cells_and_footnotes_are_searched() -> None:
    note = Run(footnote=(text_run("Ziel im Fuß"),))
    plan = _written(
        Heading("h", 1, (text_run("Ziel"),)),
        ListBlock("l", "bullet", ((Paragraph("i", (text_run("ein Ziel"), note)),),)),
        Table("t", (((text_run("a"),), (text_run("Ziel zwei"),)),)),
    )
    found = find(FORM, plan, Query("ziel"))
    assert [(match.passage.where.block, match.passage.kind) for match in found] == [
        ("h", "heading"),
        ("i", "paragraph"),
        ("i", "note"),
        ("t", "cell"),
    ]
    assert [match.passage.number for match in found] == [0, 1, 2, 4]


def test_own_labels_and_titles_are_searched_and_the_form_is_not() -> None:
    plan = empty_plan(FORM, Jobcenter())
    item = next(FORM.budgets)
    table = plan.answer(item.key).table
    assert find(FORM, plan, Query(item.rows[0].label)) == []
    rows = (replace(table.rows[0], label="Mittel der Stadt"), *table.rows[1:])
    answer = replace(plan.answer(item.key), table=replace(table, rows=rows))
    plan = replace(plan.with_answer(item.key, answer), potentials=(Potential(topic="Stadtteil"),))
    found = [str(match.passage.where) for match in find(FORM, plan, Query("stadt"))]
    assert found == [f"{item.key}/table/{rows[0].key}", f"{FORM.potentials.key}/1/topic"]


def test_a_free_title_stands_before_its_answers() -> None:
    topic = next(iter(FORM.topics.topics))
    question = FORM.topics.questions_of(topic.key)[0].key
    answer = TopicAnswer(
        key=topic.key,
        title="Eigenes",
        answers={question: (Paragraph("b", (text_run("Eigenes"),)),)},
    )
    plan = replace(empty_plan(FORM, Jobcenter()), topics=(answer,))
    kinds = [match.passage.kind for match in find(FORM, plan, Query("eigenes"))]
    assert kinds == ["title", "paragraph"]


def test_the_context_is_cut_at_words() -> None:
    text = f"{'lang ' * 30}hier{' weiter' * 30}"
    plan = _written(Paragraph("b1", (text_run(text),)))
    (match,) = find(FORM, plan, Query("hier"))
    assert match.before.startswith("…lang ")
    assert match.before.endswith("lang ")
    assert match.after.endswith("weiter…")
    assert len(match.before) <= 42


def test_nothing_is_found_for_nothing() -> None:
    assert _hits("Text", "") == []


@given(texts(breaks=True).filter(str.strip), st.data(), st.booleans())
def test_any_piece_of_a_text_is_found_where_it_stands(text: str, data, case: bool) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    piece = text[start : data.draw(st.integers(start + 1, len(text)))]
    if unicodedata.normalize("NFC", piece) == piece:
        assert Query(piece, match_case=case).pattern().match(text, start)


@given(blocks())
def test_the_passages_of_a_field_are_counted_in_reading_order(written) -> None:
    where = Address("A.budget")
    found = list(passages_of(where, written))
    assert [each.number for each in found] == list(range(len(found)))
    assert [each.text for each in found if each.kind != "note"] == [
        plain_text(runs) for _block, runs in walk_runs(written)
    ]


def test_a_match_says_its_words() -> None:
    (match,) = find(FORM, _written(Paragraph("b1", (text_run("Das Wort."),))), Query("wort"))
    assert isinstance(match, Match)
    assert (match.before, match.words, match.after) == ("Das ", "Wort", ".")
