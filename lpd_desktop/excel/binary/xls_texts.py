"""Texts in the records of an `.xls` ([MS-XLS] 2.5.294): short forms, runs, continued records."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from struct import unpack_from

from lpd_desktop.excel.binary.binary_sheet import Allowances, DamagedRecordsError
from lpd_desktop.excel.limits import TEXT_LIMIT

_WIDE, _EXTENDED, _RICH = 0x01, 0x04, 0x08
_OLD_ENCODING = "cp1252"


def old_text(data: bytes, place: int, length: int) -> str:
    """A text of a version before 1997."""
    return data[place : place + length].decode(_OLD_ENCODING, "replace")


def plain_text(data: bytes, place: int, length: int) -> str:
    """A text whose length stands before it; its first byte says how wide its signs are."""
    if data[place] & _WIDE:
        return data[place + 1 : place + 1 + 2 * length].decode("utf-16-le", "replace")
    return data[place + 1 : place + 1 + length].decode("latin-1")


def shared_texts(pieces: Sequence[bytes], allowances: Allowances) -> list[str]:
    """The texts of the table that all cells share.

    Args:
        pieces: The record and those that continue it.
        allowances: Each text counts as a record.

    Raises:
        DamagedRecordsError: the table ends in the middle of a text.
    """
    reader = _Pieces(pieces)
    reader.skip(8)
    texts = []
    try:
        while not reader.is_at_end():
            allowances.take_record()
            texts.append(_next_text(reader))
    except (struct.error, IndexError) as error:
        raise DamagedRecordsError from error
    return texts


def _next_text(reader: _Pieces) -> str:
    length, flags = unpack_from("<HB", reader.take(3))
    runs = unpack_from("<H", reader.take(2))[0] if flags & _RICH else 0
    extension = unpack_from("<I", reader.take(4))[0] if flags & _EXTENDED else 0
    text = reader.signs(length, flags & _WIDE)
    reader.skip(4 * runs + extension)
    return text[:TEXT_LIMIT]


class _Pieces:
    """Bytes that go on from one record to the next."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self._pieces = pieces
        self._piece = self._place = 0

    def is_at_end(self) -> bool:
        self._go_on()
        return self._piece >= len(self._pieces)

    def _go_on(self) -> None:
        while self._piece < len(self._pieces) and self._left() <= 0:
            self._piece += 1
            self._place = 0

    def _left(self) -> int:
        return len(self._pieces[self._piece]) - self._place

    def take(self, size: int) -> bytes:
        taken = b""
        while len(taken) < size and not self.is_at_end():
            part = self._pieces[self._piece][self._place : self._place + size - len(taken)]
            self._place += len(part)
            taken += part
        return taken

    def skip(self, size: int) -> None:
        while size > 0 and not self.is_at_end():
            step = min(size, self._left())
            self._place += step
            size -= step

    def signs(self, length: int, wide: int) -> str:
        """So many signs; where they go on in the next record, it says anew how wide they are."""
        found: list[str] = []
        while length > 0:
            if self._left() <= 0:
                self._go_on()
                wide = self._pieces[self._piece][0] & _WIDE
                self._place = 1
            size = min(length, self._left() // (2 if wide else 1))
            if size <= 0:
                raise DamagedRecordsError
            data = self._pieces[self._piece][self._place : self._place + size * (2 if wide else 1)]
            found.append(data.decode("utf-16-le" if wide else "latin-1", "replace"))
            self._place += len(data)
            length -= size
        return "".join(found)
