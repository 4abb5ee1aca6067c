"""What would unpack to more than a page holds is noticed without unpacking it."""

from __future__ import annotations

import zlib
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from lpd_desktop.pdf.attachment import NoPlanInPdfError, extract_published
from lpd_desktop.pdf.content_reading import read_page
from lpd_desktop.pdf.unpacking import is_bearable, unpacked_size

MOST = 100_000


def stream(pdf: Pdf, packed: bytes, *filters: Name) -> Stream:
    found = pdf.make_stream(b"")
    found.write(packed, filter=Array(list(filters)))
    return found


@pytest.mark.parametrize("size", [0, 1, 99_999, 100_000])
def test_what_is_small_enough_is_measured(size: int) -> None:
    with pikepdf.new() as pdf:
        assert unpacked_size(pdf.make_stream(bytes(size)), MOST) == size
        packed = zlib.compress(bytes(size))
        assert unpacked_size(stream(pdf, packed, Name.FlateDecode), MOST) == size
        twice = stream(pdf, zlib.compress(packed), Name.FlateDecode, Name.FlateDecode)
        assert unpacked_size(twice, MOST) == size


@pytest.mark.parametrize("filters", [[Name.FlateDecode], [Name.FlateDecode] * 2])
def test_what_is_too_large_counts_as_one_more_than_is_bearable(filters: list[Name]) -> None:
    packed = bytes(10_000_000)
    for _ in filters:
        packed = zlib.compress(packed)
    with pikepdf.new() as pdf:
        assert unpacked_size(stream(pdf, packed, *filters), MOST) == MOST + 1


def test_packings_that_are_not_unpacked_here_count_with_the_most_they_can_hold() -> None:
    with pikepdf.new() as pdf:
        assert unpacked_size(stream(pdf, bytes(10), Name.LZWDecode), MOST) == 28_000
        assert unpacked_size(stream(pdf, bytes(100), Name.LZWDecode), MOST) == MOST + 1


def test_damaged_streams_count_with_what_comes_before_the_damage() -> None:
    noise = b"".join(number.to_bytes(4, "big") for number in range(20_000))
    packed = bytearray(zlib.compress(noise))
    packed[-1] ^= 1
    with pikepdf.new() as pdf:
        found = unpacked_size(stream(pdf, bytes(packed), Name.FlateDecode), MOST)
    assert 0 < found <= len(noise)


def test_pages_count_with_all_that_is_drawn_on_them() -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        assert is_bearable(page)
        inner = stream(pdf, zlib.compress(bytes(40_000_000)), Name.FlateDecode)
        outer = pdf.make_stream(b"", Resources=Dictionary(XObject=Dictionary(I=inner)))
        page.Resources = Dictionary(XObject=Dictionary(O=outer))
        assert not is_bearable(page)
        with pytest.raises(ValueError, match=r"^$"):
            read_page(page)


def test_resources_that_lead_back_into_themselves_are_walked_once() -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        outer = pdf.make_stream(b"q Q")
        outer.Resources = Dictionary(XObject=Dictionary(O=outer))
        page.Resources = Dictionary(XObject=Dictionary(O=outer))
        assert is_bearable(page)


def test_an_attachment_that_is_packed_twice_is_refused_when_it_is_too_large() -> None:
    sink = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.attachments["lpd.json"] = b"{}"
        packed = zlib.compress(zlib.compress(bytes(70_000_000), 1), 1)
        pdf.attachments["lpd.json"].obj.EF.F.write(
            packed, filter=Array([Name.FlateDecode, Name.FlateDecode])
        )
        pdf.save(sink)
    with pytest.raises(NoPlanInPdfError, match="unglaubhaft groß"):
        extract_published(sink.getvalue())
