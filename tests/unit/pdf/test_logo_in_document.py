"""The logo and the colour of an office in the document."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from msgspec.structs import replace as changed

from lpd_desktop.pdf.attachment import extract_published
from lpd_desktop.pdf.read_text import read_text
from lpd_desktop.pdf.rendering import Rendered, render_plan
from lpd_desktop.plan.accent import contrast_to_white
from lpd_desktop.plan.file import LpdFile, read_lpd
from lpd_desktop.plan.logo import Logo
from tests.logos import ALT, plain_png, with_logo
from tests.unit.pdf.structure_check import faults_of


@pytest.fixture(scope="module")
def branded(sample: LpdFile) -> LpdFile:
    return with_logo(sample, accent="#ffcc00")


@pytest.fixture(scope="module")
def rendered(branded: LpdFile) -> Rendered:
    return render_plan(branded, draft=True)


def test_the_document_with_a_logo_has_a_sound_structure(rendered: Rendered):
    assert faults_of(rendered.data) == []


def test_the_logo_is_a_figure_of_the_cover_with_its_alternative_text(rendered: Rendered):
    with pikepdf.open(BytesIO(rendered.data)) as pdf:
        figures = [
            each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and _is_logo(each)
        ]
        assert [str(figure.Alt) for figure in figures] == [ALT]
        left, bottom, right, top = map(float, figures[0].A.BBox)
    assert (right - left) / (top - bottom) == pytest.approx(600 / 180, rel=0.01)
    assert rendered.address_map["cover/look"] == [
        (0, pytest.approx(left, abs=0.01), pytest.approx(bottom, abs=0.01), *_corner(right, top))
    ]


def _corner(right: float, top: float) -> list[object]:
    return [pytest.approx(right, abs=0.01), pytest.approx(top, abs=0.01)]


def _is_logo(each: pikepdf.Dictionary) -> bool:
    return each.get("/S") == "/Figure" and str(each.get("/Alt", "")) == ALT


def test_the_pixels_in_the_document_are_those_of_the_logo(rendered: Rendered):
    with pikepdf.open(BytesIO(rendered.data)) as pdf:
        (image,) = pdf.pages[0].get_images().values()
        assert image.ColorSpace == "/DeviceRGB"
        shown = pikepdf.PdfImage(image).as_pil_image()
        assert shown.size == (600, 180)
        assert shown.getpixel((0, 0)) == (0xC0, 0x20, 0x20)
        assert shown.getpixel((599, 179)) == (20, 60, 199)
        assert not any(page.get_images() for page in list(pdf.pages)[1:])


def test_a_logo_in_grey_is_set_as_well(sample: LpdFile):
    file = with_logo(sample, Logo(image=plain_png(40, 40, 1), alt=ALT))
    with pikepdf.open(BytesIO(render_plan(file, draft=True).data)) as pdf:
        (image,) = pdf.pages[0].get_images().values()
        assert image.ColorSpace == "/DeviceGray"


def test_the_same_logo_gives_the_same_bytes(branded: LpdFile, rendered: Rendered):
    assert render_plan(branded, draft=True).data == rendered.data


def test_logo_and_colour_come_back_out_of_the_document(branded: LpdFile, rendered: Rendered):
    assert read_lpd(extract_published(rendered.data)).plan == branded.plan


def test_the_logo_is_read_out_as_its_alternative_text(branded: LpdFile):
    first = read_text(branded)[0]
    assert getattr(first, "text", "") == ALT


def test_a_draft_without_alternative_text_still_has_a_figure_that_says_something(sample: LpdFile):
    file = with_logo(sample, Logo(image=plain_png(40, 40), alt=" "))
    assert faults_of(render_plan(file, draft=True).data) == []
    assert getattr(read_text(file)[0], "text", "") == "Logo"


def test_a_logo_whose_pixels_are_missing_is_left_out(sample: LpdFile):
    file = with_logo(sample, Logo(image=plain_png(40, 40)[:-20], alt=ALT))
    with pikepdf.open(BytesIO(render_plan(file, draft=True).data)) as pdf:
        assert not pdf.pages[0].get_images()


def test_headings_have_the_colour_darkened_until_it_can_be_read(rendered: Rendered):
    colors = {color for color in _colors(rendered) if color[0] > color[2] + 0.3}
    assert colors
    for color in colors:
        code = "#" + bytes(round(channel * 255) for channel in color).hex()
        assert contrast_to_white(code) >= 4.45


def test_another_colour_changes_no_word_and_no_place(sample: LpdFile):
    options = changed(sample.plan.options, accent="#7a1f2b")
    red = replace(sample, plan=changed(sample.plan, options=options))
    plain, colored = render_plan(sample, draft=True), render_plan(red, draft=True)
    assert plain.address_map == colored.address_map
    assert read_text(sample) == read_text(red)
    assert (0.086, 0.239, 0.4) in _colors(plain)
    assert (0.086, 0.239, 0.4) not in _colors(colored)
    assert plain.looks[0] != colored.looks[0]


def _colors(rendered: Rendered) -> set[tuple[float, ...]]:
    found = set()
    with pikepdf.open(BytesIO(rendered.data)) as pdf:
        for page in pdf.pages:
            content = page.Contents.read_bytes().decode("latin-1")
            for match in re.finditer(r"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b", content):
                found.add(tuple(float(channel) for channel in match.groups()))
    return found
