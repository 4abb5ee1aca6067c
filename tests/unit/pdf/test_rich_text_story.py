"""Rich text of every shape: word for word from the data into the bytes and back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lpd_desktop.pdf.comparison import text_differences
from lpd_desktop.pdf.page_text import words_of
from lpd_desktop.pdf.reading import Element, read_structure
from lpd_desktop.pdf.rendering import render_plan
from lpd_desktop.pdf.rich_text_story import add_blocks
from lpd_desktop.pdf.story import Story
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import (
    DEEPEST_LIST,
    Block,
    Blocks,
    Heading,
    ListBlock,
    Paragraph,
    Run,
    Runs,
    Table,
    plain_text,
    walk_runs,
)
from lpd_desktop.plan.sample import sample_file
from tests.extent import examples
from tests.unit.pdf.conftest import with_text
from tests.unit.pdf.page_lines import page_lines
from tests.unit.pdf.structure_check import faults_of

WORDS = (
    "Jobcenter Langzeitarbeitslosigkeit § 16i SGB II 1.400.000 € Kund*innen Beratung – und in der "
    "Öffentlichkeitsarbeit (Weiter-)Bildung „gut“ 15,2 % Ü 25 наша αβγ Ğül Straße"
)
TEXTS = st.sampled_from(
    ["Wort", WORDS, WORDS[40:90], f"{WORDS} {WORDS} {WORDS}", "Zeile\nZeile", " "]
)


@st.composite
def runs(draw, *, notes: bool = True) -> Runs:
    made = []
    for _ in range(draw(st.integers(1, 4))):
        if notes and draw(st.integers(0, 5)) == 0:
            made.append(Run(footnote=draw(runs(notes=False))))
        else:
            text = draw(TEXTS) + draw(st.sampled_from(["", " "]))
            made.append(Run(text=text, bold=draw(st.booleans()), italic=draw(st.booleans())))
    return tuple(made)


@st.composite
def tables(draw) -> Table:
    width = draw(st.integers(1, 6))
    rows = tuple(
        tuple(draw(st.one_of(st.just(()), runs())) for _ in range(width))
        for _ in range(draw(st.integers(1, 8)))
    )
    head = draw(st.integers(0, min(2, len(rows))))
    return Table("t", rows, header_rows=head, header_column=draw(st.booleans()))


@st.composite
def blocks(draw, depth: int = 0) -> Block:
    kind = draw(st.integers(0, 9))
    if kind < 5 or (depth > 2 and kind < 9):
        return Paragraph("p", draw(runs()))
    if kind < 7:
        return Heading("h", draw(st.sampled_from([1, 2])), draw(runs()))
    if kind < 9:
        item = st.lists(blocks(depth=depth + 1), min_size=0, max_size=3).map(tuple)
        items = tuple(draw(st.lists(item, min_size=1, max_size=4)))
        style = draw(st.sampled_from(["bullet", "number", "letter"]))
        return ListBlock("l", style, items, start=draw(st.integers(1, 30)))
    return draw(tables())


def words_in_order(answer: Blocks) -> list[str]:
    """The words of an answer; those of a note after the stretch that refers to it."""
    words: list[str] = []
    for _block, stretch in walk_runs(answer):
        words += words_of("".join(" " if run.is_footnote else run.words for run in stretch))
        for run in stretch:
            if run.is_footnote:
                words += words_of(plain_text(run.note))
    return words


def is_in_order(wanted: list[str], text: str) -> bool:
    place = 0
    for word in wanted:
        found = text.find(word, place)
        if found < 0:
            return False
        place = found + len(word)
    return True


@settings(max_examples=examples(12, 40))
@given(st.lists(blocks(), min_size=1, max_size=6).map(tuple))
def test_any_answer_comes_back_word_for_word_and_sound(answer: Blocks):
    file = with_text(sample_file(), answer)
    rendered = render_plan(file, draft=True)
    assert faults_of(rendered.data) == []
    assert text_differences(rendered.data, file) == []
    shown = " ".join(text for _role, text in read_structure(rendered.data).texts())
    assert is_in_order(words_in_order(answer), " ".join(shown.split()))


def elements(root: Element, role: str) -> list[Element]:
    found = [root] if root.role == role else []
    for kid in root.kids:
        if isinstance(kid, Element):
            found += elements(kid, role)
    return found


def paragraph(text: str) -> Paragraph:
    return Paragraph("p", (Run(text=text),))


def structure_of(sample: LpdFile, *answer: Block) -> Element:
    rendered = render_plan(with_text(sample, tuple(answer)), draft=True)
    assert faults_of(rendered.data) == []
    return read_structure(rendered.data)


def test_a_paragraph_may_end_its_page_at_every_line(sample: LpdFile):
    text = "Das Jobcenter berät im Jahr 2023 alle Menschen mit Langzeitleistungsbezug. " * 9
    for filler in range(30, 46):
        lines = [paragraph("Zeile") for _ in range(filler)]
        file = with_text(sample, (*lines, paragraph(text)))
        assert text_differences(render_plan(file, draft=True).data, file) == []


def test_nested_lists_keep_their_marks_and_levels(sample: LpdFile):
    inner = ListBlock("i", "letter", ((paragraph("innen"),), (paragraph("zweitens"),)), start=26)
    outer = ListBlock("o", "number", ((paragraph("außen"), inner), (inner,)), start=3)
    root = structure_of(sample, outer)
    assert [each.text for each in elements(root, "Lbl")] == ["3.", "z)", "aa)", "4.", "z)", "aa)"]
    lists = elements(root, "L")
    assert [len(elements(each, "LI")) for each in lists] == [6, 2, 2]


def test_blank_paragraphs_and_blank_items_are_not_printed(sample: LpdFile):
    blank = ListBlock("l", "bullet", ((paragraph(" "),), (paragraph("da"),), ()))
    root = structure_of(sample, paragraph("  "), blank, ListBlock("m", "bullet", ((),)))
    assert [each.text for each in elements(root, "Lbl")] == ["•"]


def test_a_long_table_repeats_its_head_as_artifact_and_stays_one_table(sample: LpdFile):
    head = tuple((Run(text=text),) for text in ("Monat", "Fälle", "Anteil"))
    rows = tuple(
        ((Run(text=f"Zeile {n}"),), (Run(text=f"{n}.000"),), (Run(text="1,5 %"),))
        for n in range(90)
    )
    root = structure_of(sample, Table("t", (head, *rows), header_rows=1, header_column=True))
    tables = elements(root, "Table")
    assert len(tables) == 1
    assert len(elements(tables[0], "TR")) == 91
    assert [each.text for each in elements(tables[0], "TH")][:4] == [
        "Monat",
        "Fälle",
        "Anteil",
        "Zeile 0",
    ]


def test_a_row_higher_than_a_page_is_parted(sample: LpdFile):
    long = (Run(text="Ein Satz, der sich wiederholt. " * 260),)
    file = with_text(sample, (Table("t", ((long, (Run(text="kurz"),)),)),))
    rendered = render_plan(file, draft=True)
    assert rendered.pages > 3
    assert text_differences(rendered.data, file) == []


def test_a_table_with_many_columns_keeps_its_words(sample: LpdFile):
    row = tuple((Run(text=f"Wert {n}"),) for n in range(30))
    file = with_text(sample, (Table("t", (row,) * 3, header_rows=1),))
    assert text_differences(render_plan(file, draft=True).data, file) == []


def test_a_head_that_fills_the_page_is_not_repeated(sample: LpdFile):
    rows = tuple(((Run(text=f"Kopf {n}"),),) for n in range(80))
    file = with_text(sample, (Table("t", rows, header_rows=60),))
    rendered = render_plan(file, draft=True)
    assert rendered.pages < 8
    assert text_differences(rendered.data, file) == []


def test_the_deepest_lists_are_printed(sample: LpdFile):
    block = ListBlock("l", "number", ((paragraph("Innen."),),))
    for _ in range(DEEPEST_LIST - 1):
        block = ListBlock("l", "number", ((paragraph("Zeile."), block),))
    file = with_text(sample, (block,))
    assert text_differences(render_plan(file, draft=True).data, file) == []


def test_very_deep_lists_stay_readable(sample: LpdFile):
    block = ListBlock("l", "bullet", ((paragraph("Tief drinnen steht ein Satz."),),))
    for _ in range(20):
        block = ListBlock("l", "bullet", ((paragraph("Hier steht ein Satz."), block),))
    file = with_text(sample, (block,))
    rendered = render_plan(file, draft=True)
    assert rendered.pages < 5
    assert text_differences(rendered.data, file) == []


def test_a_footnote_longer_than_a_page_is_complete(sample: LpdFile):
    note = Run(footnote=(Run(text="Anmerkung mit viel Text. " * 400),))
    file = with_text(sample, (Paragraph("p", (Run(text="Wort"), note, Run(text=" danach."))),))
    rendered = render_plan(file, draft=True)
    assert rendered.pages > 3
    assert faults_of(rendered.data) == []
    assert text_differences(rendered.data, file) == []


def test_a_footnote_is_referred_to_by_a_link_and_follows_its_paragraph(sample: LpdFile):
    note = Run(footnote=(Run(text="Gemäß Schreiben"),))
    root = structure_of(
        sample, Paragraph("p", (Run(text="35.084.802"), note, Run(text=" Euro"))), paragraph("Ende")
    )
    texts = [text for _role, text in root.texts()]
    at = texts.index("35.084.802 1 Euro")
    assert texts[at + 1 : at + 4] == ["1", "Gemäß Schreiben", "Ende"]
    assert [each.text for each in elements(root, "Reference")][-1] == " 1"


def test_emphasis_inside_a_word_does_not_part_it(sample: LpdFile):
    stretch = (Run(text="Kund"), Run(text="*innen", bold=True), Run(text="büro", italic=True))
    root = structure_of(sample, Paragraph("p", stretch))
    assert "Kund*innenbüro" in [text for _role, text in root.texts()]


def test_headings_of_an_answer_never_skip_a_level(sample: LpdFile):
    root = structure_of(sample, Heading("h", 2, (Run(text="tief"),)), paragraph("Text"))
    roles = [role for role, text in root.texts() if text == "tief"]
    assert roles == ["H3"]


@pytest.mark.parametrize("char", ["漢", "\U0001f600"])
def test_a_character_that_cannot_be_set_leaves_a_mark_and_a_difference_nowhere(
    sample: LpdFile, char: str
):
    root = structure_of(sample, paragraph(f"vor {char} nach"))
    assert "vor \ufffd nach" in [text for _role, text in root.texts()]


@pytest.mark.parametrize(
    ("style", "start", "count"),
    [("number", 99, 3), ("number", 998, 4), ("letter", 700, 4), ("number", 123456, 1)],
)
def test_the_texts_of_a_list_keep_clear_of_its_widest_mark(
    sample: LpdFile, style: str, start: int, count: int
):
    items = tuple((paragraph(f"Punkt {number}"),) for number in range(count))
    block = ListBlock("l", style, items, start=start)  # type: ignore[arg-type]
    story = Story()
    add_blocks(story, story.root, (block,), Address("A.staff"), 4)
    texts = {round(strip.draw.x, 3) for strip in story.strips}  # type: ignore[attr-defined]
    marks = [strip.draw.label for strip in story.strips]  # type: ignore[attr-defined]
    assert len(texts) == 1
    ends = [mark.x + mark.piece.ink.width(mark.piece.text) for mark in marks]
    assert min(texts) - max(ends) >= 4.9


def test_a_blank_line_inside_a_paragraph_stands_on_the_page(sample: LpdFile):
    file = with_text(sample, (paragraph("oben\n\nunten"), paragraph("danach\n")))
    data = render_plan(file, draft=True).data
    assert text_differences(data, file) == []
    assert faults_of(data) == []
    tops = {line.text: line.bottom for page in page_lines(data)[2:] for line in page}
    assert 29 < tops["oben"] - tops["unten"] < 31
    assert tops["unten"] - tops["danach"] < 23
