"""Word documents: styles, numbering, revisions, notes, boxes."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.oxml import parse_xml

from lpd_desktop.form.library import form_for_year
from lpd_desktop.plan.rich_text import Heading, ListBlock, Paragraph, Table, plain_text
from lpd_desktop.word.importing import import_document
from lpd_desktop.word.source import UnreadableDocumentError

FORM = form_for_year(2023)
NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SECTION = FORM.text(FORM.sections[1].heading)
STAFF = FORM.item("A.staff")


def document_with(*paragraphs) -> Document:
    """A document whose staff answer is these paragraphs (text, or XML of a body element)."""
    document = Document()
    document.add_heading(SECTION, 1)
    document.add_heading(STAFF.title, 2)
    for each in paragraphs:
        if each.startswith("<"):
            document.element.body.insert(-1, parse_xml(each.replace("<w:p>", f"<w:p {NS}>", 1)))
        else:
            document.add_paragraph(each)
    return document


def packed(document) -> bytes:
    sink = io.BytesIO()
    document.save(sink)
    return sink.getvalue()


def imported(document):
    return import_document(packed(document), "antwort.docx", FORM)


def staff_of(result):
    return result.file.plan.answer("A.staff").text


def texts(blocks) -> list[str]:
    return [plain_text(block.runs) for block in blocks if isinstance(block, Paragraph | Heading)]


def test_tracked_deletions_are_left_out_and_insertions_kept():
    revised = (
        "<w:p><w:r><w:t xml:space='preserve'>Es sind </w:t></w:r>"
        "<w:del w:id='1' w:author='x'><w:r><w:delText>zehn alte </w:delText></w:r></w:del>"
        "<w:ins w:id='2' w:author='x'><w:r><w:t xml:space='preserve'>zwölf </w:t></w:r></w:ins>"
        "<w:r><w:t>Stellen.</w:t></w:r></w:p>"
    )
    result = imported(document_with(revised))
    assert texts(staff_of(result)) == ["Es sind zwölf Stellen."]
    (note,) = [note for note in result.notes if note.rule == "I-DELETED-TEXT"]
    assert note.done == "2 Wörter"


def test_numbered_and_nested_lists_come_from_the_numbering():
    document = document_with("Davor")
    for text, style in (("eins", "List Number"), ("zwei", "List Number")):
        document.add_paragraph(text, style)
    document.add_paragraph("Punkt", "List Bullet")
    document.add_paragraph("tiefer", "List Bullet 2")
    _before, numbered, bullets = staff_of(imported(document))
    assert isinstance(numbered, ListBlock)
    assert isinstance(bullets, ListBlock)
    assert (numbered.style, len(numbered.items), numbered.start) == ("number", 2, 1)
    assert bullets.style == "bullet"


def test_headings_by_style_and_by_look_become_two_levels():
    document = document_with()
    document.add_heading("Lage", 3)
    document.add_paragraph("Text.")
    document.add_heading("Im Einzelnen", 4)
    document.add_paragraph("Text.")
    document.add_paragraph().add_run("Ausblick").bold = True
    document.add_paragraph("Text.")
    headings = [block for block in staff_of(imported(document)) if isinstance(block, Heading)]
    assert [(plain_text(each.runs), each.level) for each in headings] == [
        ("Lage", 1),
        ("Im Einzelnen", 2),
        ("Ausblick", 2),
    ]


def test_bold_and_italic_words_keep_their_look():
    document = document_with()
    paragraph = document.add_paragraph("Es sind ")
    paragraph.add_run("zwölf").bold = True
    paragraph.add_run(" Stellen, ")
    paragraph.add_run("vorläufig").italic = True
    paragraph.add_run(".")
    (block,) = staff_of(imported(document))
    looks = {run.words: (run.bold, run.italic) for run in block.runs}
    assert looks["zwölf"] == (True, False)
    assert looks["vorläufig"] == (False, True)


def test_a_table_is_kept_with_merged_cells_as_empty_ones():
    document = document_with()
    table = document.add_table(rows=3, cols=3)
    for row, cells in zip(
        table.rows, [["", "Soll", "Ist"], ["Team A", "5", "4"], ["Team B", "6", "6"]], strict=True
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.cell(1, 1).merge(table.cell(1, 2))
    (block,) = staff_of(imported(document))
    assert isinstance(block, Table)
    assert [len(row) for row in block.rows] == [3, 3, 3]
    assert (block.header_rows, block.header_column) == (1, True)


def test_an_answer_inside_a_box_of_one_cell_is_text():
    document = document_with()
    document.add_table(rows=1, cols=1).cell(0, 0).text = "Die Antwort steht im Rahmen."
    assert texts(staff_of(imported(document))) == ["Die Antwort steht im Rahmen."]


def test_headers_and_text_boxes_are_reported_and_page_numbers_are_not():
    document = document_with("Text.")
    document.sections[0].header.paragraphs[0].text = "Vertraulicher Entwurf der Leitung"
    document.sections[0].footer.paragraphs[0].text = FORM.text(FORM.title)
    box = (
        "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Randbemerkung im Kasten</w:t></w:r>"
        "</w:p></w:txbxContent></w:pict></w:r></w:p>"
    )
    document.element.body.insert(-1, parse_xml(box.replace("<w:p>", f"<w:p {NS}>", 1)))
    result = imported(document)
    assert {each.text for each in result.unplaced} == {
        "Vertraulicher Entwurf der Leitung",
        "Randbemerkung im Kasten",
    }
    assert texts(staff_of(result)) == ["Text."]
    assert result.words_in == result.words_placed + result.words_form + result.words_unplaced


def test_headings_with_automatic_letters_need_no_note():
    document = Document()
    document.add_heading(SECTION.removeprefix("A. "), 1)
    document.add_heading("Personal", 2)
    document.add_paragraph("Wir sind zwölf.")
    result = imported(document)
    assert texts(staff_of(result)) == ["Wir sind zwölf."]


def test_prose_stands_above_or_below_the_table_as_in_the_document():
    document = Document()
    document.add_heading(SECTION, 1)
    document.add_heading(FORM.item("A.budget").title, 2)
    document.add_paragraph("Davor steht dies.")
    table = document.add_table(rows=2, cols=3)
    rows = [["", "2023", "2022"], ["Verwaltungsmittel – insgesamt", "1.100.000", "1.000.000"]]
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph("Dahinter steht das.")
    answer = imported(document).file.plan.answer("A.budget")
    assert texts(answer.text) == ["Davor steht dies."]
    assert texts(answer.text_below) == ["Dahinter steht das."]


def test_a_budget_table_is_read_by_its_header_and_spare_columns_are_reported():
    document = Document()
    document.add_heading(SECTION, 1)
    document.add_heading(FORM.item("A.budget").title, 2)
    rows = [
        ["", "2022", "2023", "Veränderung"],
        ["Verwaltungsmittel – insgesamt", "1.000.000", "1.100.000", "100.000"],
        ["abzgl. Umschichtung aus den Eingliederungsmitteln Bund", "0", "-50.000", ""],
        ["Fuhrpark", "7.000", "8,5", ""],
    ]
    table = document.add_table(rows=4, cols=4)
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    result = imported(document)
    found = result.file.plan.answer("A.budget").table
    assert found is not None
    total, out, own = found.rows
    assert (total.key, total.plan, total.previous) == (
        "administration_total",
        110000000,
        100000000,
    )
    assert (out.plan, out.previous) == (5000000, 0)
    assert (own.key, own.label, own.plan) == ("own_1", "Fuhrpark", 850)
    assert [each.text for each in result.unplaced] == ["100.000"]
    rules = {note.rule for note in result.notes}
    assert {"I-BUDGET-COLUMNS", "I-BUDGET-OWN-ROW", "I-AMOUNT-SIGN"} <= rules


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_document_is_refused_with_one_sentence(share):
    whole = packed(document_with("Text."))
    with pytest.raises(UnreadableDocumentError, match="beschädigt"):
        import_document(whole[: int(len(whole) * share)], "kaputt.docx", FORM)


def test_every_damaged_byte_gives_a_plan_or_one_sentence():
    whole = packed(document_with("Text."))
    for place in range(0, len(whole), max(1, len(whole) // 150)):
        damaged = bytearray(whole)
        damaged[place] ^= 0x55
        try:
            result = import_document(bytes(damaged), "kaputt.docx", FORM)
        except UnreadableDocumentError:
            continue
        assert result.words_in >= result.words_placed


def test_a_bomb_is_refused_before_it_is_unpacked():
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * 30_000_000)
    with pytest.raises(UnreadableDocumentError, match="größer als jeder Plan"):
        import_document(sink.getvalue(), "bombe.docx", FORM)


def test_an_archive_that_is_no_document_is_refused():
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        archive.writestr("liesmich.txt", "Text")
    with pytest.raises(UnreadableDocumentError, match="kein Word-Dokument"):
        import_document(sink.getvalue(), "archiv.docx", FORM)
