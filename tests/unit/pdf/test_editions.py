"""Editions: drafts for review, the copy without data, and what sets them apart; on final bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import msgspec
import pikepdf
import pytest
from msgspec.structs import asdict

from lpd_desktop.pdf.attachment import NoPlanInPdfError, extract_published
from lpd_desktop.pdf.comparison import text_differences
from lpd_desktop.pdf.content_reading import read_page
from lpd_desktop.pdf.edition import DRAFT, FINAL, PUBLISHING, Edition
from lpd_desktop.pdf.edition_marks import kind_without_data
from lpd_desktop.pdf.reading import read_structure
from lpd_desktop.pdf.rendering import (
    NotApprovedError,
    Rendered,
    render_edition,
    render_plan,
    render_raw_edition,
)
from lpd_desktop.pdf.styles import TEXT, WIDE_MARGIN_PAGE
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import Paragraph, Run, Table
from lpd_desktop.release.verification import verify
from tests.unit.pdf.conftest import with_release, with_text
from tests.unit.pdf.structure_check import faults_of

REVIEW = Edition("draft", line_numbers=True, wide_margin=True)
SIXTY_MM = 60 / 25.4 * 72

_DIGIT = re.compile(rb"([\d.]+) 0 0 [\d.]+ ([\d.]+) ([\d.]+) cm /FormXob\.digit(\d) Do")
_PLACE = re.compile(rb"1 0 0 1 ([\d.]+) ([\d.]+) Tm")


@pytest.fixture(scope="module")
def review(sample: LpdFile) -> Rendered:
    return render_edition(sample, REVIEW)


@pytest.fixture(scope="module")
def publishing(approved: LpdFile) -> Rendered:
    return render_edition(approved, PUBLISHING)


def contents_of(data: bytes) -> list[bytes]:
    with pikepdf.open(BytesIO(data)) as pdf:
        return [page.Contents.read_bytes() for page in pdf.pages]


def numbers_of(content: bytes) -> dict[float, str]:
    """The numbers of a page by their baseline, from the drawn digits."""
    numbers: dict[float, str] = {}
    for _size, _x, y, digit in _DIGIT.findall(content):
        numbers[float(y)] = numbers.get(float(y), "") + digit.decode()
    return numbers


def baselines(content: bytes) -> set[float]:
    return {float(y) for _x, y in _PLACE.findall(content)}


def right_edges(rendered: Rendered) -> Iterator[float]:
    return (box[3] for boxes in rendered.address_map.values() for box in boxes)


@pytest.mark.parametrize(
    "edition",
    [
        Edition("draft", line_numbers=numbers, wide_margin=margin)
        for numbers in (False, True)
        for margin in (False, True)
    ],
)
def test_every_kind_of_draft_is_sound_and_says_what_the_plan_says(
    sample: LpdFile, edition: Edition
):
    data = render_edition(sample, edition).data
    assert faults_of(data) == []
    assert text_differences(data, sample) == []
    assert extract_published(data) == extract_published(render_plan(sample, draft=True).data)


def test_every_page_of_a_draft_begins_with_the_mark(review: Rendered):
    with pikepdf.open(BytesIO(review.data)) as pdf:
        artifacts = [read_page(page).artifacts for page in pdf.pages]
    assert len(artifacts) > 3
    assert {texts[0] for texts in artifacts} == {"ENTWURF"}


def test_the_mark_is_a_header_and_a_watermark_on_each_page(review: Rendered, final: Rendered):
    contents = contents_of(review.data)
    assert all(b"/Header" in each and b"/Watermark" in each for each in contents)
    assert b"/Footer" not in contents[0]
    assert not any(b"/Watermark" in each for each in contents_of(final.data))


def test_lines_are_numbered_through_the_document_after_the_contents(review: Rendered):
    pages = [numbers_of(content) for content in contents_of(review.data)]
    assert pages[0] == pages[1] == {}
    shown = [int(page[y]) for page in pages for y in sorted(page, reverse=True)]
    assert shown == list(range(1, len(shown) + 1))
    assert len(shown) > 100


def test_each_number_stands_on_the_baseline_of_a_line(review: Rendered):
    for content in contents_of(review.data):
        lines = baselines(content)
        for y in numbers_of(content):
            assert min(abs(y - line) for line in lines) < 0.5


def test_numbers_stand_left_of_the_text_and_on_the_page(review: Rendered):
    found = [each for content in contents_of(review.data) for each in _DIGIT.findall(content)]
    starts = [float(x) for _size, x, _y, _digit in found]
    assert min(starts) > 20
    assert max(starts) + 6 < WIDE_MARGIN_PAGE.text.x


def test_numbers_are_no_text_of_the_page(sample: LpdFile):
    """Whoever takes the text out of a page gets the same words as without them."""
    plain, numbered = (
        render_edition(sample, each).data for each in (DRAFT, replace(DRAFT, line_numbers=True))
    )
    with pikepdf.open(BytesIO(plain)) as one, pikepdf.open(BytesIO(numbered)) as other:
        for page, same in zip(one.pages, other.pages, strict=True):
            assert asdict(read_page(page)) == asdict(read_page(same))
    assert plain != numbered


def numbered_lines(file: LpdFile) -> list[int]:
    """How many lines have a number, page by page."""
    data = render_edition(file, replace(DRAFT, line_numbers=True)).data
    return [len(numbers_of(each)) for each in contents_of(data)]


def test_repeated_table_heads_have_no_number_and_every_line_of_a_row_has_one(sample: LpdFile):
    row = tuple((Run(text=text),) for text in ("Amsel\nDrossel", "Fink"))
    table = Table("t", (row,) * 60, header_rows=1)
    alone = sum(numbered_lines(with_text(sample, (Paragraph("p", (Run(text="Fink"),)),))))
    lines = numbered_lines(with_text(sample, (table,)))
    assert len(lines) > 4
    assert sum(lines) == alone - 1 + 2 * len(table.rows)


def test_a_wide_margin_leaves_sixty_millimetres_free(review: Rendered, draft: Rendered):
    with pikepdf.open(BytesIO(review.data)) as pdf:
        width = float(pdf.pages[0].MediaBox[2])
    assert max(right_edges(review)) <= width - SIXTY_MM
    assert max(right_edges(draft)) > width - SIXTY_MM
    assert TEXT.width > WIDE_MARGIN_PAGE.text.width


def test_words_of_a_draft_with_a_wide_margin_do_not_reach_into_it(sample: LpdFile):
    long = "Grundsicherungsleistungsempfängerinnenbefragungsauswertung " * 8
    rows = tuple(((Run(text=long),), (Run(text="1.400.000 €"),)) for _ in range(2))
    blocks = (Paragraph("p", (Run(text=long),)), Table("t", rows, header_rows=1))
    rendered = render_edition(with_text(sample, blocks), REVIEW)
    assert faults_of(rendered.data) == []
    assert max(right_edges(rendered)) <= 595.276 - SIXTY_MM


def test_the_copy_to_be_published_has_no_data_and_is_sound(publishing: Rendered):
    with pikepdf.open(BytesIO(publishing.data)) as pdf:
        assert not pdf.attachments
        assert "/AF" not in pdf.Root
        assert "/Names" not in pdf.Root
    assert faults_of(publishing.data) == []


def test_the_copy_to_be_published_differs_in_the_approval_note_alone(
    publishing: Rendered, final: Rendered
):
    differing = [one != other for one, other in zip(publishing.looks, final.looks, strict=True)]
    assert differing == [*([False] * (final.pages - 1)), True]
    texts = [list(read_structure(each.data).texts()) for each in (publishing, final)]
    (one,) = [text for text in texts[0] if text not in texts[1]]
    (other,) = [text for text in texts[1] if text not in texts[0]]
    assert "liegen ihr nicht bei" in one[1]
    assert "in der beigefügten lpd.json" in other[1]


def test_the_copy_to_be_published_says_in_its_metadata_that_the_data_are_missing(
    publishing: Rendered, final: Rendered
):
    with pikepdf.open(BytesIO(publishing.data)) as pdf:
        mark = str(pdf.docinfo["/Keywords"])
        with pdf.open_metadata() as metadata:
            assert metadata["pdf:Keywords"] == mark
    assert "ohne beigefügte Daten" in mark
    assert kind_without_data(publishing.data) == "publishing"
    assert kind_without_data(final.data) is None


def test_verification_of_a_copy_without_data_judges_the_file(publishing: Rendered):
    verdicts = verify(publishing.data)
    assert [each.title for each in verdicts.shown()] == ["Datei"]
    assert verdicts.file_unchanged.answer == "yes"
    assert verdicts.is_sound
    assert "Veröffentlichungsfassung" in verdicts.data_sealed.sentence
    place = publishing.data.index(b"stream") + 20
    damaged = publishing.data[:place] + b"?" + publishing.data[place + 1 :]
    spoiled = verify(damaged)
    assert spoiled.file_unchanged.answer == "no"
    assert not spoiled.is_sound


def test_a_final_document_whose_data_were_taken_out_is_no_copy_to_be_published(final: Rendered):
    target = BytesIO()
    with pikepdf.open(BytesIO(final.data)) as pdf:
        del pdf.attachments["lpd.json"]
        pdf.save(target)
    verdicts = verify(target.getvalue())
    assert verdicts.data_sealed.answer == "no"
    assert not verdicts.is_sound


def test_a_copy_without_data_cannot_be_opened_and_says_what_to_take(publishing: Rendered):
    with pytest.raises(NoPlanInPdfError, match="Veröffentlichungsfassung"):
        extract_published(publishing.data)


@pytest.mark.parametrize("edition", [FINAL, PUBLISHING])
def test_what_is_to_be_published_needs_an_approval(sample: LpdFile, edition: Edition):
    with pytest.raises(NotApprovedError, match="nach der Freigabe"):
        render_edition(sample, edition)
    changed = with_release(sample)
    plan = msgspec.structs.replace(changed.plan, as_of="2022-01-01")
    with pytest.raises(NotApprovedError, match="nach der Freigabe verändert"):
        render_edition(replace(changed, plan=plan), edition)


def test_each_edition_has_the_same_bytes_each_time(sample: LpdFile, review: Rendered):
    assert render_edition(sample, REVIEW).data == review.data
    raw = render_raw_edition(sample, REVIEW)
    assert raw.looks == review.looks
