"""Reading back, and pictures of pages."""

from __future__ import annotations

import zlib

import pytest

from lpd_desktop.pdf.content_reading import parse_to_unicode
from lpd_desktop.pdf.page_images import NoPictureError, page_count, page_image
from lpd_desktop.pdf.reading import UnreadablePdfError, read_structure
from lpd_desktop.pdf.rendering import Rendered


def test_a_to_unicode_map_is_read_with_single_codes_ranges_and_lists():
    source = b"""begincmap 2 beginbfchar <01> <00E4> <02> <D83DDE00> endbfchar
    2 beginbfrange <10> <12> <0041> <20> <21> [<0031> <00320033>] endbfrange endcmap"""
    found = parse_to_unicode(source)
    assert found == {1: "ä", 2: "\U0001f600", 16: "A", 17: "B", 18: "C", 32: "1", 33: "23"}


@pytest.mark.parametrize("data", [b"", b"kein PDF", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_tagged_pdf_is_refused_with_a_sentence(data: bytes):
    with pytest.raises(UnreadablePdfError, match="Gliederung"):
        read_structure(data)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_truncated_file_is_refused(final: Rendered, share: float):
    with pytest.raises(UnreadablePdfError):
        read_structure(final.data[: int(share * len(final.data))])


def test_a_page_becomes_a_picture_of_its_size(final: Rendered):
    image = page_image(final.data, 1, 0.5)
    assert (image.width, image.height) == (298, 421)
    assert len(image.pixels) == 298 * 421 * 4
    assert len(set(image.pixels)) > 20
    assert page_count(final.data) == final.pages


def test_the_picture_is_a_png_with_the_same_pixels(final: Rendered):
    image = page_image(final.data, 0, 0.25)
    data = image.png()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    start = data.index(b"IDAT") + 4
    rows = zlib.decompress(data[start : data.index(b"IEND") - 8])
    blue, green, red, _none = image.pixels[:4]
    assert rows[1:4] == bytes((red, green, blue))
    assert rows[1 : 1 + image.width * 3 : 3] == image.pixels[2 : image.width * 4 : 4]


def test_no_picture_without_a_pdf():
    with pytest.raises(NoPictureError, match="PDF"):
        page_image(b"kein PDF", 0)
