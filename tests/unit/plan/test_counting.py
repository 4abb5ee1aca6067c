"""How long texts are."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lpd_desktop.form.library import form_with_id
from lpd_desktop.form.lint import lint_form
from lpd_desktop.form.reading import read_toml
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.counting import (
    NOTHING,
    BlockCounter,
    Count,
    Limits,
    about_pages,
    count_blocks,
    count_text,
    limits_at,
)
from lpd_desktop.plan.rich_text import ListBlock, Paragraph, Run, Table, text_run
from lpd_desktop.runtime.resources import forms_folder
from tests.strategies import blocks, texts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kund*innen", 1),
        ("Kund:innen und Kund_innen", 3),
        ("(Weiter-)Bildung", 1),
        ("§ 16i", 1),
        ("§§ 16e und 16i SGB II", 5),
        ("1.400.000", 1),
        ("1 400 000 Euro", 2),
        ("1.400.000,00 €", 1),
        ("z. B.", 1),
        ("z.\u00a0B. am 24.10.2021", 3),
        ("i. d. R. zwei", 2),
        ("d.h.", 1),
        ("Ü 25", 1),
        ("Ü\u00a025 und Ü25", 3),
        ("24. 10. 2021", 1),
        ("24. Oktober 2021", 3),
        ("1:152", 1),
        ("1 : 152", 1),
        ("Langzeitleistungsbezieher-Quote", 1),
        ("Ein- und Ausgaben", 3),
        ("Arbeit – und Ausbildung", 3),
        ("und/oder", 1),
        ("Förde\u00adrung", 1),
        ("zwei\nZeilen", 2),
        ("… – • § %", 0),
        ("", 0),
        ("https://www.beispiel.de/a?b=c", 1),
        ("im Jahr 2021 100 Personen", 5),
    ],
)
def test_what_is_one_word_to_a_reader_counts_as_one(text: str, words: int) -> None:
    assert count_text(text).words == words


def test_characters_are_those_that_are_seen() -> None:
    assert count_text("Zwei Wörter") == Count(2, 11, 10)
    assert count_text(unicodedata.normalize("NFD", "Wörter")) == Count(1, 6, 6)
    assert count_text("Förde\u00adrung\nhier") == Count(2, 13, 13)
    assert count_text("§\u00a016i") == Count(1, 5, 4)


def test_cells_items_and_footnotes_are_counted() -> None:
    note = Run(footnote=(text_run("drei vier"),))
    written = (
        Paragraph("a", (text_run("eins "), text_run("zwei", bold=True), note)),
        ListBlock("b", "bullet", ((Paragraph("c", (text_run("fünf"),)),),)),
        Table("d", (((text_run("sechs"),), (text_run("sieben"),)),)),
    )
    assert count_blocks(written).words == 7


@given(texts(breaks=True), texts(breaks=True))
def test_words_of_two_paragraphs_are_those_of_both(one: str, other: str) -> None:
    written = (Paragraph("a", (text_run(one),)), Paragraph("b", (text_run(other),)))
    assert count_blocks(written) == count_text(one) + count_text(other)


@given(texts())
def test_characters_without_blanks_are_at_most_all_of_them(text: str) -> None:
    count = count_text(text)
    assert 0 <= count.words <= count.characters_without_blanks <= count.characters


@given(st.lists(blocks(), max_size=4))
def test_counting_what_is_being_written_gives_what_counting_anew_gives(states) -> None:
    counter = BlockCounter()
    grown = ()
    for state in states:
        grown = (*grown, *state)
        assert counter.count(grown) == count_blocks(grown)
    assert counter.count(()) == NOTHING


def test_a_paragraph_that_stayed_is_not_counted_again(monkeypatch) -> None:
    counter = BlockCounter()
    first, second = (Paragraph(key, (text_run(f"{key} b c"),)) for key in "xy")
    assert counter.count((first,)).words == 3
    read = []
    counted = Count(words=1)
    monkeypatch.setattr(
        "lpd_desktop.plan.counting.count_text", lambda text: read.append(text) or counted
    )
    assert counter.count((first, second)).words == 4
    assert read == ["y b c"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (0, ""),
        (50, "weniger als ½ Seite"),
        (185, "etwa ½ Seite"),
        (412, "etwa 1 Seite"),
        (560, "etwa 1½ Seiten"),
        (3700, "etwa 10 Seiten"),
    ],
)
def test_pages_are_told_as_an_estimate(words: int, said: str) -> None:
    assert about_pages(words) == said


def test_limits_are_those_of_the_form() -> None:
    form = form_with_id("lpd-2023")
    item = form.topics
    assert limits_at(form, Address(item.key, ("long_term", "why"))) == Limits()
    asked = tuple(replace(each, word_target=200, word_limit=400) for each in item.questions)
    sections = tuple(
        replace(
            section,
            items=tuple(
                replace(each, questions=asked) if each is item else each for each in section.items
            ),
        )
        for section in form.sections
    )
    limited = replace(form, sections=sections)
    assert limits_at(limited, Address(item.key, ("long_term", "why"))) == Limits(200, 400)
    assert limits_at(limited, Address("A.budget")) == Limits()


def test_lengths_that_cannot_be_meant_are_faults_of_a_form() -> None:
    raw = read_toml(forms_folder() / "lpd-2023.toml")
    items = [item for section in raw["sections"] for item in section["items"]]
    text = next(item for item in items if item["kind"] == "rich_text")
    topics = next(item for item in items if item["kind"] == "topics")
    text["word_target"], text["word_limit"] = 500, 400
    topics["questions"][0]["word_limit"] = -1
    faults = lint_form(raw)
    assert len(faults) == 2
    assert "word_target ist mit 500 größer als word_limit mit 400" in faults[0]
    assert "nicht negativ" in faults[1]
