"""Lines become paragraphs, words divided at a line's end become one, signs become lists."""

from __future__ import annotations

import pytest

from lpd_desktop.plan.rich_text import (
    DEEPEST_LIST,
    Heading,
    ListBlock,
    Paragraph,
    plain_text,
    walk_blocks,
)
from lpd_desktop.word.blocks import blocks_of
from lpd_desktop.word.joining import join
from lpd_desktop.word.numbering import number_of, topic_prefix
from lpd_desktop.word.plain_text import read_lines
from lpd_desktop.word.source import Span

WRAPPED = "Ein Satz, der bis an den Rand des Blattes reicht und weit über eine Zeile hinausgehen"


def blocks(text: str):
    document = read_lines(text)
    notes = []
    return blocks_of(list(document.lines), document.footnotes, notes), notes


def paragraphs(text: str) -> list[str]:
    found, _notes = blocks(text)
    return [plain_text(block.runs) for block in found if isinstance(block, Paragraph)]


def test_wrapped_lines_are_one_paragraph_and_blank_lines_divide():
    text = f"{WRAPPED}\nwürde.\n\nNeuer Absatz."
    assert paragraphs(text) == [f"{WRAPPED} würde.", "Neuer Absatz."]


def test_short_lines_inside_a_paragraph_stay_lines():
    text = f"{WRAPPED}\n{WRAPPED}.\n\nU 25: 53\nÜ 25: 95\n"
    assert paragraphs(text)[-1] == "U 25: 53\nÜ 25: 95"


@pytest.mark.parametrize(
    ("left", "right", "joined", "word"),
    [
        ("für die Bera-", "tungsgespräche", "für die Beratungsgespräche", "Beratungsgespräche"),
        ("aus Gründen der Orts-", "und Bürgernähe", "aus Gründen der Orts- und Bürgernähe", ""),
        ("zum Chancen-", "Aufenthaltsrecht", "zum Chancen-Aufenthaltsrecht", ""),
        ("auf 10,8%-", "Punkte", "auf 10,8%-Punkte", ""),
        ("mit t-3-", "werten", "mit t-3-werten", ""),
        ("eins", "zwei", "eins zwei", ""),
    ],
)
def test_divided_words_are_joined_and_compounds_keep_their_hyphen(left, right, joined, word):
    found = join((Span(left),), (Span(right),), "blank")
    assert "".join(span.text for span in found.spans) == joined
    assert found.word == word


def test_a_sentence_goes_on_over_a_page_but_a_finished_one_does_not():
    long = "Diese Zeile ist lang genug, um bis zum Rand zu reichen, und sie endet mit dem"
    text = f"# T\n\n{long}\n\n---\n\nWort danach.\n\n---\n\nNeue Seite.\n"
    assert paragraphs(text) == [f"{long} Wort danach.", "Neue Seite."]


def test_lists_nest_by_letters_and_count_on():
    text = "1. eins\n\n2. zwei:\n\na.) erstens\n\nb.) zweitens\n\n3. drei\n"
    (block,), _notes = blocks(text)
    assert isinstance(block, ListBlock)
    assert len(block.items) == 3
    inner = block.items[1][1]
    assert isinstance(inner, ListBlock)
    assert inner.style == "letter"
    assert len(inner.items) == 2


def test_a_list_that_starts_later_keeps_its_number():
    (block,), _notes = blocks("3. drei\n\n4. vier\n")
    assert isinstance(block, ListBlock)
    assert block.start == 3


@pytest.mark.parametrize(
    "text", ["1. Januar 2023 beginnt es.", "z. B. so", "Am 5. war es.", "2023. Ein Jahr"]
)
def test_dates_and_abbreviations_open_no_list(text):
    assert paragraphs(text) == [text]


def test_a_dash_inside_running_text_is_no_list():
    text = f"{WRAPPED} und\n- nach Beratung im Kreistag, wie es üblich ist - weiter geht.\n"
    assert len(paragraphs(text)) == 1


def test_stray_signs_of_markdown_are_removed_and_gender_asterisks_kept():
    text = "# T\n\nDie Kund\\*innen und Mitarbeiter*innen der Stadt.**\n"
    assert paragraphs(text) == ["Die Kund*innen und Mitarbeiter*innen der Stadt."]


def test_footnotes_without_their_counterpart_stay_in_the_text():
    document = read_lines("## T\n\nZahl 5<sup>1</sup> hier.\n\n<sup>2</sup> Ohne Zeichen.\n")
    texts = [line.text for line in document.lines]
    assert texts == ["T", "Zahl 5¹ hier.", "² Ohne Zeichen."]
    assert [note.rule for note in document.notes] == ["I-FOOTNOTE", "I-FOOTNOTE"]


def test_sub_headings_have_two_levels():
    found, _notes = blocks("## x\n\n##### tief\n\n#### y\n")
    assert [(each.level) for each in found if isinstance(each, Heading)] == [1, 2, 2]


@pytest.mark.parametrize(
    ("text", "numbered", "repeated", "number"),
    [
        ("B.1 Schwerpunktthema 1: Titel", True, False, 1),
        ("B.3 3. Titel", True, True, 3),
        ("Schwerpunktthema 2 Titel", True, False, 2),
        ("IV. Titel", False, False, 4),
        ("Beratung", False, False, 0),
    ],
)
def test_numbers_before_a_topic_are_told_from_its_title(text, numbered, repeated, number):
    prefix = topic_prefix(text, "B.{n} Schwerpunktthema {n}:")
    assert (prefix.numbered, prefix.repeated, prefix.number) == (numbered, repeated, number)
    assert text[prefix.length :] in ("Titel", "Beratung")


def test_roman_numbers_count():
    assert [number_of(text) for text in ("I.", "IV.", "VI)", "12.", "x1")] == [1, 4, 6, 12, 0]


def test_lists_are_nested_no_deeper_than_a_plan_holds_them():
    (block,), _notes = blocks("\n".join(f"{'  ' * level}- Zeile {level}" for level in range(160)))
    assert isinstance(block, ListBlock)
    assert block.levels == DEEPEST_LIST
    texts = [plain_text(each.runs) for each in walk_blocks((block,)) if isinstance(each, Paragraph)]
    assert texts == [f"Zeile {level}" for level in range(160)]
