"""What the head of a colour profile says (ICC.1, 7.2)."""

from __future__ import annotations

from dataclasses import dataclass

_HEAD = 128
_COMPONENTS = {"GRAY": 1, "RGB": 3, "Lab": 3, "CMYK": 4}


@dataclass(frozen=True)
class ColourProfile:
    """The head of a profile.

    Attributes:
        device: Class of the device, such as `mntr`.
        space: Colours that it takes, such as `RGB`.
        version: Major version of the format.
    """

    device: str
    space: str
    version: int

    @property
    def components(self) -> int:
        """How many numbers a colour has; 0 for a space that PDF does not know."""
        return _COMPONENTS.get(self.space, 0)


def colour_profile(data: bytes) -> ColourProfile:
    """Reads the head.

    Raises:
        ValueError: the bytes are no profile, or not a whole one.
    """
    if data[36:40] != b"acsp" or not _HEAD < int.from_bytes(data[:4], "big") <= len(data):
        message = "no colour profile"
        raise ValueError(message)
    device, space = (data[at : at + 4].decode("latin-1").strip() for at in (12, 16))
    return ColourProfile(device, space, data[8])
