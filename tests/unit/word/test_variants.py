"""What people do to the form's own words and to the shape of a file, and where text then goes."""

from __future__ import annotations

import io
import unicodedata

import pytest
from docx import Document
from msgspec import UNSET

from lpd_desktop.form.library import form_for_year
from lpd_desktop.plan.budget import TypedText
from lpd_desktop.plan.rich_text import ListBlock
from lpd_desktop.word.importing import import_document
from tests.unit.word.written import field_text, footnotes

FORM = form_for_year(2023)
TOPICS = FORM.topics
FIRST = TOPICS.topics[0]
TITLE = FORM.text(FIRST.title)
SECTIONS = [FORM.text(section.heading) for section in FORM.sections if section.heading]
WHY, HOW = (FORM.text(question.text) for question in TOPICS.questions_of(FIRST.key))


def heading(number: int, title: str) -> str:
    return TOPICS.topic_heading.replace("{n}", str(number)) + "\n\n" + title


def imported(text: str, name: str = "plan.txt"):
    return import_document(text.encode(), name, FORM)


def of_first_topic(result, question: str) -> str:
    where = f"{TOPICS.key}/{FIRST.key}/{question}"
    return field_text(FORM, result.file.plan, where)


@pytest.mark.parametrize(
    ("first", "second"),
    [("1. ", "2. "), ("a) ", "b) "), ("Frage 1: ", "Frage 2: "), ("B.1.1 ", "B.1.2 ")],
)
def test_a_question_with_a_number_of_its_own_is_still_the_question(first, second):
    parts = [
        SECTIONS[1],
        heading(1, FORM.text(FIRST.title)),
        first + WHY,
        "Der Grund steht hier.",
        second + HOW,
        "Der Weg steht hier.",
    ]
    result = imported("\n\n".join(parts))
    assert of_first_topic(result, "why") == "Der Grund steht hier."
    assert of_first_topic(result, "how") == "Der Weg steht hier."
    assert result.notes == ()


def budget_with(row: str):
    """The budget table whose last row is this line, in text without a grid."""
    item = next(iter(FORM.budgets))
    rows = [f"{each.label} 1.000 2.000" for each in item.rows[:3]]
    captions = f"{FORM.text(item.plan_caption)}\n\n{FORM.text(item.previous_caption)}"
    title = SECTIONS[0]
    result = imported("\n\n".join([title, item.title, captions, *rows, row]))
    return result.file.plan.answer(item.key).table.rows


@pytest.mark.parametrize(
    ("figures", "plan", "previous"),
    [
        ("780,000 790,000", TypedText("780,000"), TypedText("790,000")),
        ("78O.OOO 790.000", TypedText("78O.OOO"), 79_000_000),
        ("780.000 (vorl.) 790.000", TypedText("780.000 (vorl.)"), 79_000_000),
        ("780 000 790 000", TypedText("780 000 790 000"), UNSET),
        ("780'000 790'000", TypedText("780'000"), TypedText("790'000")),
        ("780.000 790.000", 78_000_000, 79_000_000),
    ],
)
def test_figures_that_are_no_amounts_stay_in_their_column_and_out_of_the_label(
    figures, plan, previous
):
    known = next(iter(FORM.budgets)).rows[-1]
    last = budget_with(f"{known.label} {figures}")[-1]
    assert (last.key, last.label) == (known.key, known.label)
    assert (last.plan, last.previous) == (plan, previous)


def test_a_number_in_the_label_of_a_row_of_the_plans_own_stays_there():
    last = budget_with("Mittel nach § 16e 780.000 790.000")[-1]
    assert (last.label, last.plan) == ("Mittel nach § 16e", 78_000_000)


def packed(*paragraphs: tuple[tuple[str, bool], ...]) -> bytes:
    """A .docx with the staff answer; each paragraph is runs of text, raised or not."""
    document = Document()
    document.add_heading(SECTIONS[0], 1)
    document.add_heading(FORM.item("A.staff").title, 2)
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for text, is_raised in runs:
            paragraph.add_run(text).font.superscript = is_raised
    sink = io.BytesIO()
    document.save(sink)
    return sink.getvalue()


def staff_of(result) -> str:
    return field_text(FORM, result.file.plan, "A.staff")


def test_a_raised_number_in_word_is_a_footnote_and_never_a_digit_of_the_amount():
    text = (("Es sind 35.084.802", False), ("1", True), (" Euro.", False))
    note = (("1", True), (" Laut Schreiben.", False))
    result = import_document(packed(text, note), "plan.docx", FORM)
    assert staff_of(result) == "Es sind 35.084.802 Euro. Laut Schreiben."
    assert footnotes(FORM, result.file.plan) == ["Laut Schreiben."]
    alone = import_document(packed(text), "plan.docx", FORM)
    assert staff_of(alone) == "Es sind 35.084.802¹ Euro."


def test_a_word_divided_between_two_paragraphs_is_joined_and_noted():
    first, second = (("Der Beratungsschwer-", False),), (("punkt bleibt.", False),)
    result = import_document(packed(first, second), "plan.docx", FORM)
    assert staff_of(result) == "Der Beratungsschwerpunkt bleibt."
    assert [note.quote for note in result.notes if note.rule == "I-JOINED-WORD"] == [
        "Beratungsschwerpunkt"
    ]


def test_letters_in_two_parts_become_one_as_the_form_has_them():
    text = unicodedata.normalize("NFD", "Für größere Städte üben wir.")
    title = f"{SECTIONS[0]}\n\n{FORM.item('A.staff').title}\n\n"
    for result in (
        imported(title + text),
        import_document(packed(((text, False),)), "plan.docx", FORM),
    ):
        assert staff_of(result) == "Für größere Städte üben wir."


def test_a_bullet_with_a_blank_that_does_not_break_opens_an_item():
    title = f"{SECTIONS[0]}\n\n{FORM.item('A.staff').title}\n\n"
    result = imported(f"{title}•\u00a0eins\n•\u00a0zwei\n")
    (found,) = result.file.plan.answer("A.staff").text
    assert isinstance(found, ListBlock)
    assert len(found.items) == 2


@pytest.mark.parametrize("markdown", [False, True])
def test_a_text_file_saved_as_docx_is_read_like_the_text_file(markdown):
    sign = "# " if markdown else ""
    text = f"{sign}{SECTIONS[0]}\n\n{sign}{FORM.item('A.staff').title}\n\n"
    text += "Ein Satz, der nicht in eine einzige Zeile passt und deshalb in der\nnächsten endet.\n"
    text += "\n- eins\n- zwei\n\nDanach.\n"
    document = Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    sink = io.BytesIO()
    document.save(sink)
    result = import_document(sink.getvalue(), "plan.docx", FORM)
    assert staff_of(result) == staff_of(imported(text))
    assert [type(block).__name__ for block in result.file.plan.answer("A.staff").text] == [
        "Paragraph",
        "ListBlock",
        "Paragraph",
    ]


def test_a_topic_that_comes_twice_keeps_both_texts_and_says_so():
    title = FORM.text(FIRST.title)
    parts = [SECTIONS[1]]
    for number, text in ((1, "Der erste Grund."), (2, "Der zweite Grund.")):
        parts += [heading(number, title), WHY, text]
    result = imported("\n\n".join(parts))
    assert of_first_topic(result, "why") == "Der erste Grund. Der zweite Grund."
    assert [note.rule for note in result.notes] == ["I-TOPIC-TWICE"]


def test_a_markdown_table_without_outer_bars_is_a_table():
    text = f"# {SECTIONS[0]}\n\n## {FORM.item('A.staff').title}\n\n"
    text += "Bereich | Stellen\n--- | ---:\nMarkt | 12\nLeistung | 30\n\nEin Satz | mit Strich.\n"
    table, sentence = imported(text).file.plan.answer("A.staff").text
    assert [[cell[0].text for cell in row] for row in table.rows] == [
        ["Bereich", "Stellen"],
        ["Markt", "12"],
        ["Leistung", "30"],
    ]
    assert sentence.runs[0].text == "Ein Satz | mit Strich."


def test_a_lettered_line_in_bold_over_text_is_a_heading_and_bold_items_are_a_list():
    document = Document(io.BytesIO(packed()))
    for text, is_bold in (
        ("a) Beratung", True),
        ("Wir beraten.", False),
        ("b) Vermittlung", True),
        ("Wir vermitteln.", False),
        ("a) eins", True),
        ("b) zwei", True),
    ):
        document.add_paragraph().add_run(text).bold = is_bold
    sink = io.BytesIO()
    document.save(sink)
    result = import_document(sink.getvalue(), "plan.docx", FORM)
    kinds = [type(block).__name__ for block in result.file.plan.answer("A.staff").text]
    assert kinds == ["Heading", "Paragraph", "Heading", "Paragraph", "ListBlock"]


@pytest.mark.parametrize(
    "wording",
    [
        f"1. Schwerpunktthema: {TITLE}",
        f"Schwerpunkt 1: {TITLE}",
        f"Thema 1 {TITLE}",
        f"B.1 Schwerpunktthema 1 – {TITLE}",
    ],
)
def test_a_topic_with_another_label_is_the_topic(wording):
    result = imported("\n\n".join([SECTIONS[1], wording, WHY, "Der Grund."]))
    assert of_first_topic(result, "why") == "Der Grund."
    assert result.unplaced == ()


def test_a_numbered_heading_without_a_title_takes_nothing_from_the_question_below():
    result = imported("\n\n".join([SECTIONS[1], heading(1, WHY), "Der Grund."]))
    assert [part.text for part in result.unplaced] == [heading(1, "").strip(), "Der Grund."]


@pytest.mark.parametrize(
    ("budget", "staff"),
    [
        ("A.1 Budget (EGT, VWT, Umschichtungen):", "A.2 Personal"),
        ("1. Budget", "2. Personal:"),
        ("A1 Budget", "A2 Personal"),
        ("Budget (EGT/VWT/Umschichtungen)", "Personal (Situation)"),
    ],
)
def test_numbered_and_shortened_titles_keep_the_answers_apart(budget, staff):
    parts = [SECTIONS[0], budget, "Es gibt Geld, und das reicht für alle.", staff, "Es gibt Leute."]
    result = imported("\n\n".join(parts))
    assert (
        field_text(FORM, result.file.plan, "A.budget") == "Es gibt Geld, und das reicht für alle."
    )
    assert staff_of(result) == "Es gibt Leute."


def test_a_shortened_heading_of_a_section_is_recognised_by_its_letter_and_look():
    words = SECTIONS[1].split()
    shortened = " ".join([words[0], *words[2:-2]])
    text = f"# {SECTIONS[0]}\n\n## {FORM.item('A.staff').title}\n\nLeute.\n\n# {shortened}\n"
    assert staff_of(imported(text)) == "Leute."
    inside = f"# {SECTIONS[0]}\n\n## {FORM.item('A.staff').title}\n\n# B. Anderes\n\nLeute.\n"
    assert staff_of(imported(inside)) == "B. Anderes Leute."


@pytest.mark.parametrize(
    "start",
    ["Internes Potential 1\n\nThema: X", "1. Internes Potential – Thema: X"],
)
def test_a_potential_with_its_number_behind_or_its_topic_beside_is_one(start):
    caption = "Geplante Weiterentwicklung"
    result = imported("\n\n".join([SECTIONS[2], start, "Davor.", caption, "Danach."]))
    (found,) = result.file.plan.potentials
    assert found.topic == "X"
    assert field_text(FORM, result.file.plan, "C.potentials/1/background") == "Davor."
    assert field_text(FORM, result.file.plan, "C.potentials/1/development") == "Danach."
