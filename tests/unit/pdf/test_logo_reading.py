"""Images that people have become the plain PNG that plans store."""

from __future__ import annotations

import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from lpd_desktop.pdf.logo_reading import LogoError, logo_of
from lpd_desktop.plan.logo import LARGEST_SIDE, MOST_BYTES, Logo, header_of, pixels_of
from tests.extent import examples
from tests.logos import packed_png

RED, BLUE = (192, 32, 32), (20, 60, 160)


def _sign(mode: str = "RGB") -> Image.Image:
    """Red at the upper left, blue elsewhere."""
    image = Image.new("RGB", (120, 60), BLUE)
    image.paste(RED, (0, 0, 60, 30))
    return image.convert(mode)


def _bytes(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    target = BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def _shown(logo: Logo) -> Image.Image:
    assert pixels_of(logo.image) is not None
    return Image.open(BytesIO(logo.image))


def _near(one: object, other: tuple[int, ...], by: int = 12) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


KINDS = {
    "png": _bytes(_sign()),
    "palette": _bytes(_sign().quantize(8)),
    "transparent": _bytes(_sign("RGBA")),
    "jpeg": _bytes(_sign(), "JPEG", quality=95),
    "progressive jpeg": _bytes(_sign(), "JPEG", quality=95, progressive=True),
    "cmyk jpeg": _bytes(_sign("CMYK"), "JPEG", quality=95),
}


@pytest.mark.parametrize("data", KINDS.values(), ids=KINDS)
def test_every_usual_image_keeps_its_size_and_colours(data: bytes):
    image = _shown(logo_of(data, "Wappen"))
    assert image.mode == "RGB"
    assert image.size == (120, 60)
    assert _near(image.getpixel((5, 5)), RED)
    assert _near(image.getpixel((110, 50)), BLUE)


def test_an_interlaced_png_is_read():
    rows = [zlib.compress(b"\0" + bytes(RED))]
    header = (1).to_bytes(4) + (1).to_bytes(4) + bytes((8, 2, 0, 0, 1))
    image = _shown(logo_of(packed_png(header, rows[0]), ""))
    assert image.getpixel((0, 0)) == RED


def test_grey_of_sixteen_bits_keeps_its_shades():
    rows = b"\0" + b"".join(value.to_bytes(2) for value in (0, 0x4000, 0x8000, 0xFFFF))
    header = (4).to_bytes(4) + (1).to_bytes(4) + bytes((16, 0, 0, 0, 0))
    image = _shown(logo_of(packed_png(header, zlib.compress(rows)), ""))
    assert image.mode == "L"
    shades = [image.getpixel((x, 0)) for x in range(4)]
    assert shades == [0, pytest.approx(64, abs=1), pytest.approx(128, abs=1), 255]


def test_colours_of_sixteen_bits_keep_their_shades():
    rows = b"\0" + b"".join((channel * 257).to_bytes(2) for channel in RED)
    header = (1).to_bytes(4) + (1).to_bytes(4) + bytes((16, 2, 0, 0, 0))
    assert _shown(logo_of(packed_png(header, zlib.compress(rows)), "")).getpixel((0, 0)) == RED


def test_black_and_white_becomes_grey():
    image = Image.new("1", (30, 30), 1)
    image.paste(0, (0, 0, 10, 10))
    shown = _shown(logo_of(_bytes(image), ""))
    assert shown.mode == "L"
    assert (shown.getpixel((0, 0)), shown.getpixel((20, 20))) == (0, 255)


def test_what_is_transparent_becomes_white_like_the_paper():
    image = Image.new("RGBA", (30, 30), (0, 0, 0, 0))
    image.paste((*RED, 255), (0, 0, 10, 10))
    image.paste((0, 0, 0, 128), (10, 10, 20, 20))
    shown = _shown(logo_of(_bytes(image), ""))
    assert shown.getpixel((0, 0)) == RED
    assert shown.getpixel((25, 25)) == (255, 255, 255)
    assert _near(shown.getpixel((15, 15)), (127, 127, 127), 2)


def test_a_transparent_colour_of_a_palette_becomes_white():
    image = _sign().quantize(4)
    index = image.getpixel((110, 50))
    shown = _shown(logo_of(_bytes(image, transparency=index), ""))
    assert shown.getpixel((110, 50)) == (255, 255, 255)
    assert _near(shown.getpixel((5, 5)), RED)


def test_a_photo_that_was_taken_sideways_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    data = _bytes(_sign(), "JPEG", quality=95, exif=exif)
    shown = _shown(logo_of(data, ""))
    assert shown.size == (60, 120)
    assert _near(shown.getpixel((55, 5)), RED)


def test_colours_follow_the_profile_of_the_image():
    """In this profile the channels are swapped, so ignoring it would be seen."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"tmpZ").replace(b"bXYZ", b"rXYZ").replace(b"tmpZ", b"bXYZ")
    shown = _shown(logo_of(_bytes(_sign(), icc_profile=swapped), ""))
    assert _near(shown.getpixel((5, 5)), RED[::-1], 40)
    assert _shown(logo_of(_bytes(_sign(), icc_profile=profile), "")).getpixel((5, 5)) == RED


def test_a_profile_that_does_not_fit_is_passed_over():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for profile in (lab, b"no profile at all", lab[:100]):
        assert _shown(logo_of(_bytes(_sign(), icc_profile=profile), "")).getpixel((5, 5)) == RED


def test_notes_inside_the_image_stay_behind():
    notes = PngInfo()
    notes.add_text("Author", "GEHEIMERNAME")
    exif = Image.Exif()
    exif[0x010F] = "GEHEIMEKAMERA"
    for data in (_bytes(_sign(), pnginfo=notes), _bytes(_sign(), "JPEG", exif=exif)):
        assert b"GEHEIM" in data
        image = logo_of(data, "").image
        assert b"GEHEIM" not in image
        assert image.count(b"tEXt") + image.count(b"eXIf") == 0


def test_a_large_photo_is_made_smaller_until_it_fits():
    noise = Image.effect_noise((2400, 1200), 90).convert("RGB")
    logo = logo_of(_bytes(noise, "JPEG"), "")
    width, height = logo.size
    assert len(logo.image) <= MOST_BYTES
    assert width <= LARGEST_SIDE
    assert width / height == pytest.approx(2, rel=0.02)


def test_a_large_drawing_keeps_the_largest_side():
    assert logo_of(_bytes(_sign().resize((4000, 2000))), "").size == (1600, 800)


def test_the_alternative_text_is_one_line():
    assert logo_of(KINDS["png"], " Wappen\n des  Kreises ").alt == "Wappen des Kreises"


def _white(color: object, mode: str) -> bytes:
    return _bytes(Image.new(mode, (40, 40), color))


REFUSED = {
    "svg": (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "als SVG vor"),
    "svg with a mark": (b"\xef\xbb\xbf<svg/>", "als SVG vor"),
    "pdf": (b"%PDF-1.7", "als PDF vor"),
    "gif": (_bytes(_sign("P"), "GIF"), "als GIF vor"),
    "bmp": (_bytes(_sign(), "BMP"), "als BMP vor"),
    "webp": (b"RIFF\0\0\0\0WEBPVP8 ", "als WebP vor"),
    "text": ("Kreis Müsterland".encode(), "kein Bild"),
    "empty": (b"", "kein Bild"),
    "cut png": (KINDS["png"][:-30], "beschädigt"),
    "cut jpeg": (KINDS["jpeg"][:-300], "beschädigt"),
    "head only": (b"\x89PNG\r\n\x1a\n", "beschädigt"),
    "white": (_white("white", "RGB"), "weiß oder durchsichtig"),
    "white on nothing": (_white((255, 255, 255, 90), "RGBA"), "weiß oder durchsichtig"),
    "nothing": (_white((0, 0, 0, 0), "RGBA"), "weiß oder durchsichtig"),
    "a line": (_bytes(Image.new("RGB", (300, 2))), "zu schmal"),
    "too many bytes": (b"\x89PNG\r\n\x1a\n" + bytes(20 * 1024 * 1024), "20 MB"),
}


@pytest.mark.parametrize(("data", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_stand_on_the_cover_is_refused_with_a_sentence(data: bytes, words: str):
    with pytest.raises(LogoError, match=words) as caught:
        logo_of(data, "")
    assert str(caught.value).endswith((".", "!"))


@pytest.mark.parametrize("side", [7_000, 10_000, 40_000, 1_000_000])
def test_a_bomb_of_pixels_is_refused_by_its_head(side: int):
    header = side.to_bytes(4) + side.to_bytes(4) + bytes((8, 2, 0, 0, 0))
    with pytest.raises(LogoError, match="Millionen Bildpunkte"):
        logo_of(packed_png(header, zlib.compress(bytes(1000))), "")


def test_a_bomb_of_text_is_refused():
    bomb = zlib.compress(bytes(100_000_000), 9)
    image = KINDS["png"]
    text = b"zTXt" + b"a\0\0" + bomb
    chunk = (len(text) - 4).to_bytes(4) + text + zlib.crc32(text).to_bytes(4)
    with pytest.raises(LogoError, match="beschädigt"):
        logo_of(image[:33] + chunk + image[33:], "")


@settings(max_examples=examples(50, 150), deadline=None)
@given(
    st.sampled_from(sorted(KINDS)),
    st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=6),
    st.floats(0.2, 1),
)
def test_a_damaged_image_is_read_or_refused_and_nothing_else(
    kind: str, changes: list[tuple[float, int]], kept: float
):
    data = bytearray(KINDS[kind])
    for place, value in changes:
        data[int(place * len(data))] = value
    try:
        logo = logo_of(bytes(data[: int(kept * len(data))]), "")
    except LogoError:
        return
    assert header_of(logo.image).width > 0
    assert pixels_of(logo.image) is not None
