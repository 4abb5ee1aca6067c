"""The logo that somebody has, as a PNG of the kind that plans store.

Colours become sRGB, by the profile that the image carries where it has one. What is transparent
becomes white like the paper. Notes inside the image, such as camera, place and names, stay behind.
"""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from lpd_desktop.plan.logo import LARGEST_SIDE, MOST_BYTES, Logo
from lpd_desktop.runtime.errors import LpdError

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

MOST_BYTES_READ = 20 * 1024 * 1024
_MOST_PIXELS = 40_000_000
_MOST_ELONGATED = 25
_SEEN_ON_WHITE = 250
"""Of 255; an image that is lighter everywhere cannot be seen on paper."""

_OTHER_KINDS = (
    (b"<svg", "SVG"),
    (b"%PDF", "PDF"),
    (b"%!PS", "EPS"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"RIFF", "WebP"),
)


class LogoError(LpdError):
    """An image that cannot stand on the cover."""


def logo_of(data: bytes, alt: str) -> Logo:
    """The logo in the bytes of a PNG or JPEG file.

    Raises:
        LogoError: it is no such file, too large, damaged, or not to be seen on white paper.
    """
    from PIL import Image

    if len(data) > MOST_BYTES_READ:
        message = (
            f"Das Bild hat mehr als {MOST_BYTES_READ // 1024 // 1024} MB. Bitte verkleinern Sie "
            f"es; für das Deckblatt genügen {LARGEST_SIDE} Bildpunkte Breite."
        )
        raise LogoError(message)
    if data[:8] != b"\x89PNG\r\n\x1a\n" and data[:3] != b"\xff\xd8\xff":
        raise LogoError(_other_kind(data))
    try:
        drawn = _drawn(data)
    except LogoError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise LogoError(_too_many_pixels()) from error
    except Exception as error:  # a stranger's file may break the reader anywhere
        message = (
            "Das Bild ist beschädigt oder unvollständig. Bitte holen Sie die Datei noch einmal "
            "oder speichern Sie das Bild neu als PNG."
        )
        raise LogoError(message) from error
    _require_visible(drawn)
    return Logo(image=_packed(drawn), alt=" ".join(alt.split()))


def _drawn(data: bytes) -> Picture:
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
            _require_bounded(image.size)
            return _on_paper(image)


def _other_kind(data: bytes) -> str:
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    kinds = [kind for sign, kind in _OTHER_KINDS if start.startswith(sign)]
    if b"<svg" in start:
        kinds = ["SVG"]
    if not kinds:
        return "Das ist kein Bild als PNG oder JPEG; bitte wählen Sie eine solche Datei."
    return (
        f"Das Bild liegt als {kinds[0]} vor; auf das Deckblatt kommen PNG und JPEG. Bitte "
        "speichern Sie es als PNG mit mindestens 600 Bildpunkten Breite."
    )


def _require_bounded(size: tuple[int, int]) -> None:
    if size[0] * size[1] > _MOST_PIXELS:
        raise LogoError(_too_many_pixels())
    if max(size) > _MOST_ELONGATED * min(size):
        message = (
            f"Das Bild ist {size[0]} × {size[1]} Bildpunkte groß und damit für ein Logo zu schmal. "
            "Bitte schneiden Sie es zu."
        )
        raise LogoError(message)


def _too_many_pixels() -> str:
    return (
        f"Das Bild hat mehr als {_MOST_PIXELS // 1_000_000} Millionen Bildpunkte. Bitte "
        f"verkleinern Sie es; für das Deckblatt genügen {LARGEST_SIDE} Bildpunkte Breite."
    )


def _on_paper(image: Picture) -> Picture:
    """Upright, in grey or sRGB, on white, and no larger than plans store."""
    from PIL import ImageOps

    image.load()
    profile = image.info.get("icc_profile", b"")
    image = _flat(_of_eight_bits(ImageOps.exif_transpose(image)), profile)
    image.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
    return image


def _of_eight_bits(image: Picture) -> Picture:
    """Grey of 16 bits would be cut off at 255 otherwise."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    return image


def _flat(image: Picture, profile: bytes) -> Picture:
    from PIL import Image

    alpha = None
    if image.has_transparency_data:
        image = image.convert("RGBA")
        alpha = image.getchannel("A")
    elif image.mode == "1":
        image = image.convert("L")
    opaque = _in_srgb(image, profile)
    if alpha is None:
        return opaque
    paper = Image.new(opaque.mode, opaque.size, "white")
    paper.paste(opaque, mask=alpha)
    return paper


def _in_srgb(image: Picture, profile: bytes) -> Picture:
    """By the profile; where it does not fit the image, as if there were none."""
    from PIL import ImageCms

    mode = "L" if image.mode == "L" else "RGB"
    if image.mode not in ("L", "RGB", "CMYK"):
        image = image.convert("RGB")
    if not profile or mode == "L":
        return image.convert(mode)
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return image.convert("RGB")
    return converted or image.convert("RGB")


def _require_visible(image: Picture) -> None:
    extrema = image.convert("L").getextrema()
    if isinstance(extrema[0], (int, float)) and extrema[0] >= _SEEN_ON_WHITE:
        message = (
            "Das Bild ist weiß oder durchsichtig und auf dem Papier nicht zu sehen. Bitte nehmen "
            "Sie die Fassung des Logos für weißen Grund."
        )
        raise LogoError(message)


def _packed(image: Picture) -> bytes:
    """As PNG; made smaller until it fits, which only photographs need."""
    while True:
        packed = _png(image)
        if len(packed) <= MOST_BYTES:
            return packed
        scale = 0.95 * (MOST_BYTES / len(packed)) ** 0.5
        side = int(max(image.size) * scale)
        image.thumbnail((side, side))


def _png(image: Picture) -> bytes:
    """Only the pixels: what an image has noted about itself stays with the copy left behind."""
    from PIL import Image

    clean = Image.new(image.mode, image.size)
    clean.paste(image)
    target = BytesIO()
    clean.save(target, "PNG", compress_level=9)
    return target.getvalue()
