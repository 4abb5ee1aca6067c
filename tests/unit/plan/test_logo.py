"""The stored logo and the accent colour."""

from __future__ import annotations

import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.plan.accent import (
    STANDARD_ACCENT,
    accent_named,
    channels_of,
    contrast_to_white,
    is_readable,
    printed_accent,
)
from lpd_desktop.plan.comparing.comparison import compare_plans
from lpd_desktop.plan.file import LpdFile, NotAPlanError, read_lpd, seal_digest, write_lpd
from lpd_desktop.plan.logo import MOST_BYTES, Logo, pixels_of
from lpd_desktop.plan.sample import sample_file
from tests.logos import ALT, packed_png, plain_png, with_logo


@pytest.fixture(scope="module")
def sample() -> LpdFile:
    return sample_file()


COLORS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_a_logo_comes_back_from_the_file_as_it_was_written(sample: LpdFile):
    file = with_logo(sample, accent="#7a1f2b")
    read = read_lpd(write_lpd(file))
    assert read.plan.options.logo == file.plan.options.logo
    assert read.plan.options.accent == "#7a1f2b"
    assert write_lpd(read) == write_lpd(file)


def test_the_seal_covers_logo_alternative_text_and_colour(sample: LpdFile):
    image = plain_png(30, 20)
    digests = {
        seal_digest(file)
        for file in (
            sample,
            with_logo(sample, Logo(image=image, alt=ALT)),
            with_logo(sample, Logo(image=image, alt="anders")),
            with_logo(sample, Logo(image=plain_png(30, 21), alt=ALT)),
            with_logo(sample, Logo(image=image, alt=ALT), accent="#7a1f2b"),
        )
    }
    assert len(digests) == 5


def test_a_plan_without_a_look_is_written_as_before(sample: LpdFile):
    text = write_lpd(sample).decode()
    assert '"logo"' not in text
    assert '"accent"' not in text


@pytest.mark.parametrize(
    "options",
    [
        {"accent": "red"},
        {"accent": "#ABCDEF"},
        {"logo": {"image": "", "alt": ""}},
        {"logo": {"image": "bm8gcG5n"}},
        {"logo": {"image": "kein Base64!"}},
        {"logo": {"alt": "ohne Bild"}},
        {"logo": {"image": "QUJD" * (MOST_BYTES // 3 + 1)}},
        {"glanz": True},
    ],
)
def test_a_file_with_another_look_than_the_format_knows_is_refused(sample: LpdFile, options):
    raw = json.loads(write_lpd(sample))
    raw["plan"]["options"] = options
    with pytest.raises(NotAPlanError, match="plan"):
        read_lpd(json.dumps(raw).encode())


HEADERS = {
    "no pixels": (0, 10, 8, 2, 0),
    "too wide": (1601, 10, 8, 2, 0),
    "16 bits": (10, 10, 16, 2, 0),
    "palette": (10, 10, 8, 3, 0),
    "transparency": (10, 10, 8, 6, 0),
    "interlaced": (10, 10, 8, 2, 1),
}


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)
def test_only_the_plain_kind_of_png_is_stored(header: tuple[int, ...]):
    width, height, depth, color, interlace = header
    source = width.to_bytes(4) + height.to_bytes(4) + bytes((depth, color, 0, 0, interlace))
    with pytest.raises(ValueError):
        Logo(image=packed_png(source, zlib.compress(b"")))


def test_pixels_are_given_only_if_all_are_there():
    image = plain_png(12, 7)
    assert zlib.decompress(pixels_of(image) or b"")[1:4] == b"\xc0\x20\x20"
    header, rows = image[16:29], b"\0" * (12 * 3 + 1) * 7
    bomb = zlib.compress(bytes(50_000_000), 9)
    assert pixels_of(packed_png(header, zlib.compress(rows))) is not None
    for pixels in (zlib.compress(rows[:-1]), zlib.compress(rows + b"\0"), b"no zlib", bomb):
        assert pixels_of(packed_png(header, pixels)) is None
    assert pixels_of(packed_png(header, zlib.compress(b"\x05" + rows[1:]))) is None
    damaged = bytearray(image)
    damaged[-20] ^= 1
    assert pixels_of(bytes(damaged)) is None
    assert pixels_of(image[:-12]) is None


@given(st.integers(1, 1600), st.integers(1, 1600))
def test_a_logo_is_printed_in_its_proportions_in_a_bounded_place(width: int, height: int):
    logo = Logo(image=plain_png(1, 1)[:16] + width.to_bytes(4) + height.to_bytes(4) + _REST)
    printed = logo.printed_size
    assert printed[0] / printed[1] == pytest.approx(width / height)
    assert printed[0] <= 7 / 2.54 * 72 + 0.001
    assert printed[1] <= 3 / 2.54 * 72 + 0.001
    assert logo.resolution >= 99.99


_REST = plain_png(1, 1)[24:]


def test_a_small_logo_stays_small_on_paper():
    assert Logo(image=plain_png(50, 50)).printed_size == pytest.approx((36.0, 36.0))


@given(COLORS)
def test_every_colour_is_printed_readable_and_a_readable_one_as_it_is(color: str):
    printed = printed_accent(color)
    assert contrast_to_white(printed) >= 4.5
    assert (printed == color) == is_readable(color)


@given(COLORS)
def test_a_darkened_colour_is_no_darker_than_it_must_be(color: str):
    before, after = channels_of(color), channels_of(printed_accent(color))
    if before != after:
        lighter = [min(255, channel + 3) for channel in after]
        assert contrast_to_white("#" + bytes(lighter).hex()) < 4.5


def test_contrast_is_that_of_the_guidelines():
    assert contrast_to_white("#000000") == pytest.approx(21)
    assert contrast_to_white("#ffffff") == pytest.approx(1)
    assert contrast_to_white("#767676") == pytest.approx(4.54, abs=0.005)
    assert contrast_to_white("") == contrast_to_white(STANDARD_ACCENT)


def test_a_colour_may_be_typed_in_several_ways():
    typed = ["#7A1F2B", "7a1f2b", " #7a1f2b ", "#fc0", "rot", "", "#12345", "#1234567"]
    named = ["#7a1f2b"] * 3 + ["#ffcc00"] + [None] * 4
    assert [accent_named(text) for text in typed] == named


def test_a_comparison_names_another_logo_and_another_colour(sample: LpdFile):
    one = with_logo(sample, Logo(image=plain_png(30, 20), alt=ALT))
    other = with_logo(sample, Logo(image=plain_png(30, 20, 1), alt=ALT), accent="#ffcc00")
    labels = [line.label for change in compare_plans(one, other).places for line in change.lines]
    assert labels == ["Logo", "Farbe"]
