"""Lists of remarks as .docx and .md."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.remark import Remark
from lpd_desktop.plan.remark_changes import with_answer, with_standing
from lpd_desktop.word.remark_lists import remarks_docx, remarks_markdown
from tests.extent import examples
from tests.unit.plan.remarked import (
    JAN,
    LATER,
    block,
    field_of,
    plan_with,
    remarked,
    the_remark,
)


def with_remarks(file: LpdFile, *remarks: Remark) -> LpdFile:
    return replace(file, work=changed(file.work, remarks=remarks))


def reviewed() -> LpdFile:
    file = plan_with(block("p1", "Die Quote steigt auf 20 Prozent."))
    file = remarked(file, field_of(file).at_block("p1"), "20 Prozent", text="*Quelle*?\n\n1. Bald.")
    ident = the_remark(file).id
    remarks = with_answer(file.work.remarks, ident, "Steht unten.", JAN, time=LATER)
    return with_remarks(file, *with_standing(remarks, ident, JAN, resolved=True, time=LATER))


def test_the_document_has_headings_for_places_and_a_table_with_a_head_that_repeats() -> None:
    document = Document(io.BytesIO(remarks_docx(reviewed())))
    styles = [each.style.name for each in document.paragraphs if each.text]
    assert styles[0] == "Title"
    assert [name for name in styles if name.startswith("Heading")] == ["Heading 1", "Heading 2"]
    facts, remarks = document.tables
    assert [cell.text for cell in remarks.rows[0].cells] == [
        "Nr.",
        "Anmerkung und Antworten",
        "Stand",
    ]
    for table in (facts, remarks):
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    said = remarks.rows[1].cells[1].text
    for words in ("Zu: „20 Prozent“", "Eva Muster, Fachaufsicht, MAGS", "*Quelle*?", "1. Bald."):
        assert words in said
    assert "Antwort von Jan Beispiel" in said
    assert remarks.rows[1].cells[2].text.startswith("erledigt von Jan Beispiel")


def test_the_document_has_title_language_and_paper() -> None:
    document = Document(io.BytesIO(remarks_docx(reviewed())))
    assert document.core_properties.title.startswith("Anmerkungen zu: ")
    language = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "de-DE"
    assert round(document.sections[0].page_width.mm) == 210


def test_the_same_remarks_give_the_same_bytes_without_any_time() -> None:
    file = reviewed()
    data = remarks_docx(file)
    assert data == remarks_docx(file)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {part.date_time[0] for part in package.infolist()} == {1980}


def test_markdown_shows_signs_as_they_are() -> None:
    text = remarks_markdown(reviewed()).decode()
    assert text.startswith("# Anmerkungen\n")
    assert "\n## B.1 " in text
    assert "\n> „20 Prozent“\n" in text
    assert "\\*Quelle\\*?" in text
    assert "\n1\\. Bald." in text
    assert "**Antwort von Jan Beispiel, Sachgebiet Finanzen · 09.11.2022, 11:00 Uhr:**" in text


def test_without_remarks_both_say_so() -> None:
    file = with_remarks(reviewed())
    assert "Es gibt keine Anmerkungen." in remarks_markdown(file).decode()
    document = Document(io.BytesIO(remarks_docx(file)))
    assert "Es gibt keine Anmerkungen." in [each.text for each in document.paragraphs]


@settings(max_examples=examples(8, 20), deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_written(text: str, quote: str) -> None:
    remark = Remark(id="r", where="", text=text or "x", quote=quote, name=text)
    file = with_remarks(reviewed(), remark)
    assert Document(io.BytesIO(remarks_docx(file))).tables
    assert remarks_markdown(file)
