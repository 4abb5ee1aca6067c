"""Footnotes at the foot of the page on which they are referred to, however long they are."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf

from lpd_desktop.pdf.accessibility.checking import check_pdf
from lpd_desktop.pdf.comparison import text_differences
from lpd_desktop.pdf.rendering import render_plan
from lpd_desktop.pdf.story import Story
from lpd_desktop.pdf.styles import NOTE
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import Block, Paragraph, Run, Runs, Table
from tests.unit.pdf.conftest import with_text
from tests.unit.pdf.page_lines import ShownLine, page_lines


def note(text: str) -> Run:
    return Run(footnote=(Run(text=text),))


def words(count: int, mark: str) -> str:
    return " ".join(f"{mark}{number}" for number in range(count))


def pages_of(sample: LpdFile, *blocks: Block) -> list[list[ShownLine]]:
    file = with_text(sample, blocks)
    data = render_plan(file, draft=True).data
    assert check_pdf(data) == ()
    assert text_differences(data, file) == []
    return page_lines(data)[2:]


def paragraph(*runs: Run) -> Paragraph:
    return Paragraph("p", runs)


def page_with(pages: list[list[ShownLine]], text: str) -> int:
    return next(
        number
        for number, page in enumerate(pages)
        if any(text in line.text.split() for line in page)
    )


def test_notes_stand_on_the_page_of_their_mark_in_order_and_below_the_text(sample: LpdFile):
    blocks = [
        paragraph(Run(text=words(60, f"t{n}-")), note(f"Anmerkung{n}"), Run(text=f" Ende{n}."))
        for n in range(12)
    ]
    pages = pages_of(sample, *blocks)
    for number in range(12):
        assert page_with(pages, f"Anmerkung{number}") == page_with(pages, f"Ende{number}.")
    for page in pages:
        notes = [line for line in page if "Anmerkung" in line.text]
        assert [line.text for line in page][len(page) - len(notes) :] == [n.text for n in notes]
        assert all(line.bottom > notes[0].top for line in page[: len(page) - len(notes)] if notes)


def test_a_note_longer_than_a_page_goes_on_at_the_foot_of_the_next_pages(sample: LpdFile):
    text = paragraph(Run(text="Anfang"), note(words(1500, "n")), Run(text=" " + words(900, "t")))
    pages = pages_of(sample, text)
    parts = [[line for line in page if re.search(r"\bn\d", line.text)] for page in pages]
    assert sum(map(bool, parts)) >= 3
    for page, part in zip(pages, parts, strict=True):
        body = [line for line in page if re.search(r"\bt\d", line.text)]
        if part:
            assert len(part) >= 3
            assert all(line.bottom > part[0].top for line in body)
    assert any(re.search(r"\bt\d", line.text) for line in pages[1])


def test_several_notes_in_a_row_are_parted_and_numbered(sample: LpdFile):
    marks = (note("Eins."), note("Zwei."), note("Drei."))
    (page,) = pages_of(sample, paragraph(Run(text="Wort"), *marks, Run(text=" danach.")))
    texts = [line.text for line in page]
    assert texts[-4:] == ["Wort 1 2 3 danach.", "1 Eins.", "2 Zwei.", "3 Drei."]


def test_a_note_in_a_repeated_head_stands_on_the_first_page_only(sample: LpdFile):
    def cell(text: str) -> Runs:
        return (Run(text=text),)

    head = ((*cell("Kopf"), note("Kopfanmerkung")), cell("Wert"))
    rows = tuple((cell(f"Zeile {n}"), cell(f"{n}")) for n in range(60))
    pages = pages_of(sample, Table("t", (head, *rows), header_rows=1))
    assert len(pages) >= 2
    assert all(any("Kopf" in line.text for line in page) for page in pages)
    assert [sum("Kopfanmerkung" in line.text for line in page) for page in pages] == [
        1,
        *[0] * (len(pages) - 1),
    ]


def test_a_note_in_a_cell_stands_on_the_page_of_its_row(sample: LpdFile):
    rows = tuple(
        ((Run(text=f"Zeile{n}"), *((note(f"Anmerkung{n}"),) if n % 9 == 0 else ())),)
        for n in range(70)
    )
    pages = pages_of(sample, Table("t", rows))
    assert len(pages) >= 3
    for number in range(0, 70, 9):
        assert page_with(pages, f"Anmerkung{number}") == page_with(pages, f"Zeile{number}")


def test_the_number_of_a_note_leads_back_to_its_mark(sample: LpdFile):
    cells = (((Run(text="Zelle"), note("zur Zelle")), (Run(text="5"),)),)
    blocks = (
        *(paragraph(Run(text=words(400, f"t{number}-"))) for number in range(3)),
        paragraph(Run(text="Beleg"), note("zum Text")),
        Table("t", cells),
    )
    file = with_text(sample, blocks)
    data = render_plan(file, draft=True).data
    assert check_pdf(data) == ()
    pages = page_lines(data)
    for number, word in (("1", "Beleg"), ("2", "Zelle")):
        (page, line) = next(
            (at, line)
            for at, lines in enumerate(pages)
            for line in lines
            if line.text.startswith(word)
        )
        target, top = ways_back(data)[f"Zurück zum Text bei Fußnote {number}"]
        assert target == page
        assert line.top <= top < line.top + 20


def ways_back(data: bytes) -> dict[str, tuple[int, float]]:
    with pikepdf.open(BytesIO(data)) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        return {
            str(each["/Contents"]): (numbers[each["/Dest"][0].objgen], float(each["/Dest"][3]))
            for page in pdf.pages
            for each in page.get("/Annots", [])
            if str(each["/Contents"]).startswith("Zurück")
        }


def test_long_numbers_of_notes_keep_off_their_texts():
    story = Story()
    node = story.root.add("P")
    for number, indent in ((9, 14.0), (12345, 20.0)):
        story.notes = number - 1
        _pieces, notes = story.pieces((note("Quelle"),), node, NOTE)
        story.add_notes(node, notes, "")
        (footnote, _runs) = notes[0]
        drawing = footnote.strips[0].draw
        assert drawing.x - story.column.x >= indent  # type: ignore[attr-defined]
