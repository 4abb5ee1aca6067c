"""The file checksum."""

from __future__ import annotations

import random

import pytest

from lpd_desktop.pdf.checksum import NoChecksumFieldError, has_valid_checksum, stamp_checksum
from lpd_desktop.pdf.rendering import Rendered


def test_each_of_a_thousand_single_changed_bytes_is_noticed(final: Rendered):
    source = random.Random(20221130)
    for _ in range(1000):
        place = source.randrange(len(final.data))
        changed = bytearray(final.data)
        changed[place] ^= source.randrange(1, 256)
        assert not has_valid_checksum(bytes(changed)), place


def test_every_byte_around_the_field_and_at_the_end_counts(final: Rendered):
    start = final.data.rindex(b"/ID [")
    places = [*range(start - 30, start + 90), *range(len(final.data) - 60, len(final.data))]
    for place in places:
        for flip in (1, 32, 255):
            changed = bytearray(final.data)
            changed[place] ^= flip
            assert not has_valid_checksum(bytes(changed)), (place, flip)


def test_lost_and_added_bytes_are_noticed(final: Rendered):
    assert has_valid_checksum(final.data)
    assert not has_valid_checksum(final.data[:-1])
    assert not has_valid_checksum(final.data + b"\n")
    assert not has_valid_checksum(final.data[:-200])
    assert not has_valid_checksum(b"")


def test_stamping_again_changes_nothing(final: Rendered):
    assert stamp_checksum(final.data) == final.data


def test_a_file_without_or_with_two_fields_is_refused(final: Rendered):
    for data in (b"%PDF-1.7", final.data + final.data):
        with pytest.raises(NoChecksumFieldError, match="Prüfsumme"):
            stamp_checksum(data)
