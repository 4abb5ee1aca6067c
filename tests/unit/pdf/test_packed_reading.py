"""The quick reader of our own files reads what the reader of any file reads."""

from __future__ import annotations

import random
from io import BytesIO

import pikepdf
import pytest

from lpd_desktop.pdf import content_reading
from lpd_desktop.pdf.content_reading import CodeMap, read_page, read_plain_content
from lpd_desktop.pdf.edition import BLANK, Edition
from lpd_desktop.pdf.packed_reading import packed_attachments, read_packed
from lpd_desktop.pdf.reading import Document, Element, UnreadablePdfError, read_document
from lpd_desktop.pdf.rendering import Rendered, render_edition
from lpd_desktop.plan.file import LpdFile
from tests.extent import examples
from tests.logos import with_logo


def flat(element: Element) -> tuple[object, ...]:
    kids = [kid if isinstance(kid, str) else flat(kid) for kid in element.kids]
    return (element.role, element.destination, *kids)


def whole(document: Document) -> tuple[object, ...]:
    return flat(document.root), document.stray, document.attachments


def test_both_readers_read_the_same_from_every_edition(final: Rendered, sample: LpdFile) -> None:
    wide = Edition("draft", line_numbers=True, wide_margin=True)
    files = [final.data, *(render_edition(with_logo(sample), each).data for each in (wide, BLANK))]
    for data in files:
        quick = read_packed(data)
        assert whole(quick) == whole(read_document(data))
        assert packed_attachments(data) == quick.attachments
        assert sum(len(text) for _role, text in quick.root.texts()) > 1000


def test_what_is_damaged_is_refused_or_read_in_no_other_way(final: Rendered) -> None:
    source = random.Random(2023)
    right = whole(read_packed(final.data))
    refused = 0
    for _ in range(examples(50, 120)):
        place = source.randrange(len(final.data))
        changed = bytearray(final.data)
        changed[place] ^= source.randrange(1, 256)
        try:
            read_packed(bytes(changed))
        except UnreadablePdfError:
            refused += 1
    assert refused > examples(15, 50)
    assert whole(read_packed(final.data)) == right


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"kein PDF"])
def test_what_is_no_file_of_ours_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadablePdfError):
        read_packed(data)


def test_a_file_that_another_program_saved_is_not_taken_for_ours(final: Rendered) -> None:
    target = BytesIO()
    with pikepdf.open(BytesIO(final.data)) as pdf:
        pdf.save(target)
    with pytest.raises(UnreadablePdfError):
        read_packed(target.getvalue())


def test_both_ways_through_a_content_give_the_same(monkeypatch, final: Rendered) -> None:
    with pikepdf.open(BytesIO(final.data)) as pdf:
        quick = [read_page(page) for page in pdf.pages]
        monkeypatch.setattr(content_reading, "read_plain_content", lambda *_args: None)
        slow = [read_page(page) for page in pdf.pages]
    assert [(one.marked, one.artifacts, one.stray) for one in quick] == [
        (one.marked, one.artifacts, one.stray) for one in slow
    ]
    assert any(one.marked for one in quick)


LETTERS = CodeMap({65: "A", 66: "B"})


@pytest.mark.parametrize(
    "content",
    [
        b"/P <</MCID 0>> BDC BT /F 9 Tf (EMC) Tj <41> Tj ET EMC",
        b"/P <</MCID 0>> BDC % EMC\nBT /F 9 Tf <41> Tj ET EMC",
        b"/P /Name BDC BT /F 9 Tf <41> Tj ET EMC",
        b"/P <</MCID 0 /ActualText <0041>>> BDC BT /F 9 Tf <41> Tj ET EMC",
        b"/P <</MCID 0>> BDC BT /F 9 Tf <4> Tj ET EMC",
        b"/P <</MCID 0>> BDC BT /F 9 Tf <41> ' ET EMC",
        b"/P <</MCID 0>> BDC BI /W 1 ID EMC EI BT /F 9 Tf <41> Tj ET EMC",
        b"/P <</MCID 0>> BDC BT /F 9 Tf [(A) 3 <41>] TJ ET EMC",
    ],
)
def test_a_content_that_could_be_misread_is_left_to_the_slow_way(content: bytes) -> None:
    assert read_plain_content(content, lambda _name: LETTERS) is None


def test_a_plain_content_is_read_with_kerning_and_nested_marks() -> None:
    content = (
        b"/P <</MCID 3>> BDC /Span <<>> BDC BT /F1+0 9 Tf [-0<41>-12.5<42>] TJ <41> Tj ET EMC EMC "
        b"/Artifact <</Type /Layout>> BDC BT /F1+0 9 Tf <42> Tj ET EMC BT <43> Tj ET"
    )
    page = read_plain_content(content, lambda _name: LETTERS)
    assert page is not None
    assert page.marked == {3: "ABA"}
    assert page.artifacts == ["B"]
    assert page.stray == ["\ufffd"]
