"""The file checksum: any changed byte of the file is noticed, by any version of the program.

The first 16 bytes of the SHA-256 over the file, taken with that field zeroed, stand in the
second part of the trailer's `/ID`. This stops accidents, not forgers.
"""

from __future__ import annotations

import hashlib
import re

from lpd_desktop.runtime.errors import LpdError

_FIELD_BYTES = 16
_ID = re.compile(rb"/ID \[<[0-9a-f]{32}><([0-9a-f]{32})>\]")
_START = re.compile(rb"%PDF-\d")
_END = re.compile(rb"%%EOF\n")
_MOST_ENDS = 20
_MOST_STARTS = 4
_ZEROED = b"0" * (2 * _FIELD_BYTES)


class NoChecksumFieldError(LpdError):
    """The file has no place for a checksum, or several."""


def stamp_checksum(data: bytes) -> bytes:
    """The file with its checksum filled in.

    Raises:
        NoChecksumFieldError: the file has not exactly one `/ID` of our form.
    """
    place = _field(data)
    if place is None:
        message = "Die PDF-Datei hat keinen Platz für eine Prüfsumme. Bitte erzeugen Sie sie neu."
        raise NoChecksumFieldError(message)
    return data[: place[0]] + _checksum(data, place) + data[place[1] :]


def has_valid_checksum(data: bytes) -> bool:
    """Whether every byte is as it was when the file was made."""
    place = _field(data)
    return place is not None and data[place[0] : place[1]] == _checksum(data, place)


def has_checksum_field(data: bytes) -> bool:
    """Whether the bytes have the place where this program writes its checksum."""
    return _field(data) is not None


def place_of_original(data: bytes) -> tuple[int, int] | None:
    """From where to where the file lies in a longer one, byte for byte; None where it does not.

    Programs that write changes behind a file, such as for signatures, leave its bytes alone; mail
    and web servers put lines before it.
    """
    starts = [match.start() for match in _START.finditer(data)][:_MOST_STARTS]
    ends = [match.end() for match in _END.finditer(data)][:_MOST_ENDS]
    places = ((start, end) for start in starts for end in ends if start < end)
    longer = (place for place in places if place != (0, len(data)))
    return next((each for each in longer if has_valid_checksum(data[slice(*each)])), None)


def _field(data: bytes) -> tuple[int, int] | None:
    matches = list(_ID.finditer(data))
    return matches[0].span(1) if len(matches) == 1 else None


def _checksum(data: bytes, place: tuple[int, int]) -> bytes:
    digest = hashlib.sha256(data[: place[0]] + _ZEROED + data[place[1] :])
    return digest.digest()[:_FIELD_BYTES].hex().encode()
