"""The packed file is the raw one, small, and its bytes depend on nobody's zlib."""

from __future__ import annotations

import re
import zlib
from io import BytesIO

import pikepdf
import pytest

from lpd_desktop.pdf.checksum import has_checksum_field
from lpd_desktop.pdf.packing import packed
from lpd_desktop.pdf.rendering import Rendered, render_plan, render_raw
from lpd_desktop.plan.file import LpdFile
from tests.logos import with_logo


@pytest.fixture(scope="module")
def raw(sample: LpdFile) -> bytes:
    return render_raw(with_logo(sample), draft=True).data


def objects_of(data: bytes) -> dict[int, object]:
    """What each object says, its packing aside."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return {each.objgen[0]: _said(each) for each in pdf.objects if not _is_packing(each)}


def _is_packing(each: pikepdf.Object) -> bool:
    return isinstance(each, pikepdf.Stream) and str(each.get("/Type")) in ("/ObjStm", "/XRef")


def _said(each: pikepdf.Object) -> object:
    if not isinstance(each, pikepdf.Stream):
        return each.unparse()
    entries = _PACKING.sub(b"", each.stream_dict.unparse())
    content = each.read_raw_bytes() if b"/Predictor" in entries else each.read_bytes()
    return entries, content


_PACKING = re.compile(rb"/(?:Length|Filter) \S+ ?")


def test_every_object_says_what_it_said_before(raw: bytes) -> None:
    before, after = objects_of(raw), objects_of(packed(raw))
    assert len(before) > 200
    assert {number: after[number] for number in before} == before


def test_the_packed_file_is_small_and_packed_once(raw: bytes) -> None:
    small = packed(raw)
    assert len(small) < len(raw) / 2
    assert packed(raw) == small
    with pikepdf.open(BytesIO(small)) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        metadata = pdf.Root["/Metadata"].objgen
        assert all(("/Filter" in each) == (each.objgen != metadata) for each in streams)
    assert b"<pdfaid:part>3</pdfaid:part>" in small


def test_the_place_for_the_checksum_is_empty_and_the_id_follows_the_content(raw: bytes) -> None:
    def identity(data: bytes) -> bytes:
        assert has_checksum_field(data)
        match = re.search(rb"/ID \[<([0-9a-f]{32})><0{32}>\]", data)
        assert match is not None
        return match[1]

    other = raw.replace(b"(D:20", b"(D:19", 1)
    assert other != raw
    assert identity(packed(raw)) != identity(packed(other))


def test_no_zlib_of_the_system_takes_part(
    monkeypatch: pytest.MonkeyPatch, sample: LpdFile, draft: Rendered
) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        pytest.fail("zlib has packed something")

    monkeypatch.setattr(zlib, "compress", refuse)
    monkeypatch.setattr(zlib, "compressobj", refuse)
    assert render_plan(sample, draft=True).data == draft.data


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: raw[:-30],
        lambda raw: raw.replace(b"endobj", b"endobi"),
        lambda raw: raw.replace(b"/Length ", b"/Lenght "),
        lambda raw: raw.replace(b"xref\n0 ", b"xrfe\n0 ", 1),
        lambda raw: re.sub(rb"/Length (\d+)", rb"/Length 1\1 0 R", raw),
        lambda raw: re.sub(rb"/Length \d(\d+)", rb"/Length \1", raw),
        lambda raw: b"",
    ],
)
def test_a_file_of_another_build_is_refused(raw: bytes, change) -> None:
    with pytest.raises(ValueError):
        packed(change(raw))
