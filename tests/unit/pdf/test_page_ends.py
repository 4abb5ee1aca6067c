"""Where pages end: what belongs together stays together, seen in the final bytes."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from lpd_desktop.pdf.rendering import render_plan
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import Block, Heading, ListBlock, Paragraph, Run
from tests.unit.pdf.conftest import with_text
from tests.unit.pdf.page_lines import DIVISION, page_lines

LINE = Paragraph("z", (Run(text="Zeile"),))
LONG = "Das Jobcenter berät im Jahr 2023 alle Menschen mit Langzeitleistungsbezug. " * 5
AFTER = Paragraph("e", (Run(text="Ende. " + LONG),))


def paragraph(text: str) -> Paragraph:
    return Paragraph("p", (Run(text=text),))


def pages_at_every_height(
    sample: LpdFile, *blocks: Block, after: tuple[Block, ...] = (AFTER, AFTER)
) -> Iterator[list[list[str]]]:
    """The pages of an answer that begins at each height of a page."""
    for above in range(18, 34):
        file = with_text(sample, (*([LINE] * above), *blocks, *after))
        data = render_plan(file, draft=True).data
        yield [[line.text for line in page] for page in page_lines(data)[2:]]


def page_of(pages: list[list[str]], text: str) -> tuple[int, int]:
    return next(
        (number, at)
        for number, page in enumerate(pages)
        for at, line in enumerate(page)
        if text in line
    )


def test_a_heading_stays_with_two_lines_of_its_text(sample: LpdFile):
    heading = Heading("h", 1, (Run(text="Zwischenüberschrift"),))
    for pages in pages_at_every_height(sample, heading, paragraph(LONG)):
        number, at = page_of(pages, "Zwischenüberschrift")
        assert len(pages[number]) >= at + 3


def test_headings_in_a_row_and_a_text_of_one_line_stay_together(sample: LpdFile):
    headings = [Heading(str(level), level, (Run(text=f"Ebene {level}"),)) for level in (1, 2)]
    for pages in pages_at_every_height(sample, *headings, paragraph("Nur eine."), paragraph(LONG)):
        number, at = page_of(pages, "Ebene 1")
        assert pages[number][at + 1 : at + 3] == ["Ebene 2", "Nur eine."]
        assert len(pages[number]) >= at + 5


def test_a_whole_answer_of_one_line_may_end_a_page(sample: LpdFile):
    """Else a page stays empty because of what comes after the next heading."""
    captions = [Heading(str(at), 2, (Run(text=f"Stichwort {at}"),)) for at in (1, 2)]
    blocks = (captions[0], paragraph("Nur eine."), captions[1], paragraph(LONG))
    ends = [
        pages[number][at + 1 :]
        for pages in pages_at_every_height(sample, *blocks)
        for number, at in [page_of(pages, "Stichwort 1")]
    ]
    assert all(end[0] == "Nur eine." for end in ends)
    assert ["Nur eine."] in ends


@pytest.mark.parametrize("intro", ["Es sind drei Ziele:", "Das Jobcenter möchte"])
def test_what_introduces_a_list_stays_with_its_first_two_lines(sample: LpdFile, intro: str):
    items = ListBlock("l", "number", tuple((paragraph(f"Punkt {n}"),) for n in range(5)))
    for pages in pages_at_every_height(sample, paragraph(intro), items):
        number, at = page_of(pages, intro)
        assert pages[number][at + 1 : at + 3] == ["1. Punkt 0", "2. Punkt 1"]


def test_the_one_line_that_ends_a_list_does_not_begin_a_page(sample: LpdFile):
    items = ListBlock("l", "number", tuple((paragraph(f"Punkt {n}"),) for n in range(5)))
    for pages in pages_at_every_height(sample, items):
        number, at = page_of(pages, "Punkt 4")
        assert at > 0, pages[number]


def test_no_page_begins_or_ends_with_a_single_line_of_a_paragraph(sample: LpdFile):
    text = " ".join(f"Wort{n:03}" for n in range(90))
    for pages in pages_at_every_height(sample, paragraph(text)):
        counts = [sum("Wort" in line for line in page) for page in pages]
        assert 1 not in counts


def test_no_page_ends_inside_a_word(sample: LpdFile):
    words = "Die Eingliederungsvereinbarungen der Langzeitleistungsbeziehenden im Zuständigkeit"
    text = paragraph(f"{words}sbereich der Arbeitsvermittlung. " * 4)
    divided = 0
    for pages in pages_at_every_height(sample, text, text):
        assert not any(page[-1].endswith(DIVISION) for page in pages if page)
        divided += sum(line.endswith(DIVISION) for page in pages for line in page)
    assert divided


def test_a_last_page_holds_more_than_a_few_lines(sample: LpdFile):
    for pages in pages_at_every_height(sample, paragraph(LONG), after=()):
        assert len(pages[-1]) >= 4


def test_what_amounts_rest_on_stays_with_the_last_row_of_their_table(sample: LpdFile):
    item = next(sample.form.budgets)
    answer = sample.plan.answer(item.key)
    assert answer.table is not None
    last = [row.label for row in answer.table.rows if row.cents("plan") is not None][-1]
    for above in range(32):
        changed = replace(answer, text=(LINE,) * above, text_below=(AFTER,))
        plan = replace(sample.plan, answers={item.key: changed}, topics=(), potentials=())
        file = dataclasses.replace(sample, plan=plan, as_read={})
        pages = [
            [line.text for line in page]
            for page in page_lines(render_plan(file, draft=True).data)[2:]
        ]
        assert page_of(pages, last[:20])[0] == page_of(pages, "Grundlage 2023")[0]
