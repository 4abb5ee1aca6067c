"""The finished document of the sample: sound, readable, repeatable, and without the work."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import msgspec
import pikepdf
import pypdfium2
import pytest

from lpd_desktop.pdf.attachment import NoPlanInPdfError, extract_published
from lpd_desktop.pdf.checksum import has_valid_checksum
from lpd_desktop.pdf.comparison import text_differences
from lpd_desktop.pdf.content_reading import read_page
from lpd_desktop.pdf.page_text import words_of
from lpd_desktop.pdf.reading import read_structure
from lpd_desktop.pdf.rendering import NotApprovedError, Rendered, render_plan, render_raw
from lpd_desktop.plan.addresses import below_table, text_fields, with_blocks
from lpd_desktop.plan.file import LpdFile, read_lpd, write_published
from lpd_desktop.plan.model import Answer, Potential
from lpd_desktop.plan.rich_text import Blocks, Paragraph, Run, plain_text, walk_runs
from lpd_desktop.plan.work import Remark, Work
from tests.unit.pdf.conftest import text_item, with_release
from tests.unit.pdf.structure_check import faults_of

needs_qpdf = pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")


def artifacts_of(data: bytes) -> list[list[str]]:
    with pikepdf.open(BytesIO(data)) as pdf:
        return [read_page(page).artifacts for page in pdf.pages]


def test_the_structure_of_draft_and_final_has_no_fault(draft: Rendered, final: Rendered):
    assert faults_of(draft.data) == []
    assert faults_of(final.data) == []


def test_the_check_notices_content_that_stands_in_no_mark(draft: Rendered):
    with pikepdf.open(BytesIO(draft.data)) as pdf:
        page = pdf.pages[3]
        page.contents_add(b"0 0 m 10 10 l S")
        target = BytesIO()
        pdf.save(target)
    assert any("page 4" in fault for fault in faults_of(target.getvalue()))


def test_the_pages_say_what_the_data_say(draft: Rendered, sample: LpdFile):
    assert text_differences(draft.data, sample) == []


def test_the_final_pages_say_what_the_approved_data_say(final: Rendered, approved: LpdFile):
    assert text_differences(final.data, approved) == []


def test_the_comparison_quotes_the_first_word_that_differs(draft: Rendered, sample: LpdFile):
    jobcenter = msgspec.structs.replace(sample.plan.jobcenter, name="Kreis Anderswo")
    other = replace(sample, plan=msgspec.structs.replace(sample.plan, jobcenter=jobcenter))
    name = words_of(sample.plan.jobcenter.name)[-1]
    assert text_differences(draft.data, other)[0].startswith(name)


def test_every_text_of_the_plan_stands_in_order_in_the_structure(draft: Rendered, sample: LpdFile):
    shown = iter(words_of(" ".join(text for _role, text in read_structure(draft.data).texts())))
    for _address, blocks in text_fields(sample.form, sample.plan):
        for _block, runs in walk_runs(blocks):
            if any(run.is_footnote for run in runs):
                continue
            for word in words_of(plain_text(runs)):
                assert word in shown, word


def test_no_text_stands_outside_of_marks_and_every_code_has_a_character(final: Rendered):
    with pikepdf.open(BytesIO(final.data)) as pdf:
        pages = [read_page(page) for page in pdf.pages]
    assert not any(page.stray for page in pages)
    assert not any("\ufffd" in text or "\0" in text for p in pages for text in p.marked.values())


def test_same_data_give_the_same_bytes(draft: Rendered, sample: LpdFile):
    again = read_lpd(write_published(sample))
    assert render_plan(sample, draft=True).data == draft.data
    assert render_plan(again, draft=True).data == draft.data


def test_nothing_of_the_work_reaches_the_file(sample: LpdFile):
    remark = Remark(id="1", where="cover", text="Geheimwort", name="Geheimwort")
    data = render_plan(replace(sample, work=Work(remarks=(remark,))), draft=True).data
    with pikepdf.open(BytesIO(data)) as pdf:
        target = BytesIO()
        pdf.save(
            target,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    assert b"Geheimwort" not in target.getvalue()
    assert data == render_plan(sample, draft=True).data


def test_every_page_of_a_draft_is_marked_and_no_page_of_a_final_document(
    draft: Rendered, final: Rendered
):
    assert all("ENTWURF" in texts for texts in artifacts_of(draft.data))
    assert not any("ENTWURF" in texts for texts in artifacts_of(final.data))


def test_footers_count_the_pages_and_show_the_seal(final: Rendered, approved: LpdFile):
    texts = artifacts_of(final.data)
    assert approved.release is not None
    for number, page in enumerate(texts[1:], 2):
        assert f"Seite {number} von {final.pages}" in page
        assert any(approved.release.seal[:8] in text for text in page)


def test_contents_name_the_pages_on_which_the_headings_stand(draft: Rendered):
    with pikepdf.open(BytesIO(draft.data)) as pdf:
        places = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        root = read_structure(draft.data)
        toc = [text for role, text in root.texts() if role == "TOCI"]
        links = list(pdf.pages[1]["/Annots"])
        targets = {places[link["/Dest"][0].objgen] for link in links}
    numbers = {int(text.split()[-1]) for text in toc}
    assert len(toc) > 8
    assert numbers == targets


def test_the_attachment_is_the_published_data(final: Rendered, approved: LpdFile):
    assert extract_published(final.data) == write_published(approved)


def test_a_draft_of_an_approved_plan_carries_no_approval(approved: LpdFile):
    data = render_plan(approved, draft=True).data
    assert read_lpd(extract_published(data)).release is None


def test_a_final_document_needs_an_approval(sample: LpdFile):
    with pytest.raises(NotApprovedError):
        render_plan(sample, draft=False)


def test_a_foreign_pdf_is_refused_with_a_sentence():
    target = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(target)
    for data in (target.getvalue(), b"", b"%PDF-1.7 broken", b"\0" * 3000):
        with pytest.raises(NoPlanInPdfError, match="PDF"):
            extract_published(data)


@needs_qpdf
def test_qpdf_finds_no_fault_in_the_raw_and_the_finished_file(
    tmp_path: Path, sample: LpdFile, draft: Rendered
):
    raw = render_raw(sample, draft=True).data
    for name, data in (("raw.pdf", raw), ("finished.pdf", draft.data)):
        path = tmp_path / name
        path.write_bytes(data)
        result = subprocess.run(
            ["qpdf", "--check", str(path)], capture_output=True, text=True, check=False
        )
        assert result.returncode == 0, result.stdout + result.stderr
        assert "WARNING" not in result.stdout + result.stderr


def test_dates_come_from_the_data_and_no_name_of_machine_or_user(final: Rendered):
    with pikepdf.open(BytesIO(final.data)) as pdf:
        info = pdf.docinfo
        assert str(info["/CreationDate"]).startswith("D:20221130")
        assert str(info["/Producer"]).startswith("LPD Desktop")
        xmp = pdf.Root["/Metadata"].read_bytes().decode()
    assert "2022-11-30T00:00:00" in xmp
    assert "<pdfaid:part>3</pdfaid:part>" in xmp
    assert has_valid_checksum(final.data)


def test_an_empty_potential_and_an_unanswered_question_are_not_printed(sample: LpdFile):
    topic = msgspec.structs.replace(sample.plan.topics[0], answers={})
    plan = msgspec.structs.replace(
        sample.plan, topics=(topic,), potentials=(Potential(topic=" "), *sample.plan.potentials[:1])
    )
    rendered = render_plan(replace(sample, plan=plan), draft=True)
    texts = [text for _role, text in read_structure(rendered.data).texts()]
    item = sample.form.topics
    potentials = sample.form.potentials
    assert item is not None
    assert potentials is not None
    assert sample.form.text(item.questions[0].text) not in texts
    assert texts.count(potentials.heading.replace("{n}", "1")) == 1
    assert potentials.heading.replace("{n}", "2") not in texts


def test_unchosen_topics_stand_in_the_list_alone(draft: Rendered, sample: LpdFile):
    texts = [text for _role, text in read_structure(draft.data).texts()]
    item = sample.form.topics
    assert item is not None
    for topic in item.topics:
        places = [text for text in texts if topic.title in text]
        chosen = sample.plan.topic(topic.key) is not None
        assert len(places) >= 1
        assert ("gewählt" in places[0]) == chosen


def test_an_empty_plan_makes_a_document_too(sample: LpdFile):
    plan = msgspec.structs.replace(sample.plan, answers={}, topics=(), potentials=(), as_of="")
    rendered = render_plan(replace(sample, plan=plan), draft=True)
    assert rendered.pages == 1
    assert faults_of(rendered.data) == []


def _with_text_below(file: LpdFile, blocks: Blocks) -> LpdFile:
    budget = next(file.form.budgets).key
    return replace(file, plan=with_blocks(file.form, file.plan, below_table(budget), blocks))


def test_the_text_below_stands_between_the_table_and_the_next_heading(sample: LpdFile):
    note = Run(footnote=(Run(text="Quelle unten"),))
    blocks = (Paragraph("u", (Run(text="Das steht unten"), note)),)
    file = _with_text_below(sample, blocks)
    rendered = render_plan(file, draft=True)
    texts = [(role, text) for role, text in read_structure(rendered.data).texts()]
    place = next(i for i, (_role, text) in enumerate(texts) if text.startswith("Das steht unten"))
    basis = next(i for i, (_role, text) in enumerate(texts) if text.startswith("Grundlage"))
    last = max(i for i, (role, _text) in enumerate(texts[:place]) if role in ("TD", "TH"))
    assert last < place
    assert basis < place
    assert not any(role.startswith("H") for role, _text in texts[basis:place])
    assert text_differences(rendered.data, file) == []
    assert text_differences(rendered.data, sample) != []
    assert read_lpd(extract_published(rendered.data)).plan == file.plan
    assert faults_of(rendered.data) == []
    assert f"{below_table(next(file.form.budgets).key)}#u" in rendered.address_map


def _with_signature_sheet(file: LpdFile) -> LpdFile:
    options = msgspec.structs.replace(file.plan.options, signature_sheet=True)
    return replace(file, plan=msgspec.structs.replace(file.plan, options=options))


def test_a_plan_that_was_changed_after_its_approval_gets_no_final_document(approved: LpdFile):
    with pytest.raises(NotApprovedError, match="Siegel"):
        render_plan(_with_signature_sheet(approved), draft=False)


def test_the_signature_sheet_comes_where_it_is_asked_for(sample: LpdFile):
    rendered = render_plan(with_release(_with_signature_sheet(sample)), draft=False)
    texts = [text for _role, text in read_structure(rendered.data).texts()]
    assert "Unterschriften" in texts
    assert faults_of(rendered.data) == []


def test_the_address_map_names_every_block_and_amount_that_is_printed(
    draft: Rendered, sample: LpdFile
):
    for address, blocks in text_fields(sample.form, sample.plan):
        for block, runs in walk_runs(blocks):
            if plain_text(runs).strip() and type(block).__name__ != "Table":
                assert str(address.at_block(block.id)) in draft.address_map
    budget = next(sample.form.budgets)
    table = sample.plan.answer(budget.key).table
    assert table is not None
    for row in table.rows:
        if row.cents("plan") is not None:
            assert f"{budget.key}/table/{row.key}/plan" in draft.address_map
    for boxes in draft.address_map.values():
        for page, x0, y0, x1, y1 in boxes:
            assert 0 <= page < draft.pages
            assert 0 <= x0 < x1 <= 596
            assert 0 <= y0 < y1 <= 842


def words_by_page(data: bytes) -> list[str]:
    pages = pypdfium2.PdfDocument(data)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pages]


@pytest.mark.parametrize("lines", range(16, 34, 3))
def test_an_instruction_stays_on_the_page_of_what_it_asks_for(sample: LpdFile, lines: int):
    item = sample.form.topics
    assert item is not None
    last = " ".join(sample.form.text(item.instruction).split()[-2:])
    first = " ".join(sample.form.text(item.topics[0].title).split()[:2])
    text = (Paragraph("b1", (Run(text="\n".join(["Zeile"] * lines)),)),)
    answers = {text_item(sample.form): Answer(text=text)}
    plan = msgspec.structs.replace(sample.plan, answers=answers, potentials=())
    pages = words_by_page(render_plan(replace(sample, plan=plan), draft=True).data)
    page = next(each for each in pages[2:] if last in each)
    assert first in page.partition(last)[2]
