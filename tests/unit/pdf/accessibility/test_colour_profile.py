"""What a colour profile says in its head."""

from __future__ import annotations

import pytest

from lpd_desktop.pdf.accessibility.colour_profile import ColourProfile, colour_profile
from lpd_desktop.runtime.resources import resource

SOUND = resource("color/srgb.icc").read_bytes()


def test_the_profile_of_the_documents_is_one_of_a_screen():
    assert colour_profile(SOUND) == ColourProfile("mntr", "RGB", SOUND[8])
    assert colour_profile(SOUND).components == 3


@pytest.mark.parametrize("data", [b"", SOUND[:200], SOUND.replace(b"acsp", b"xxxx"), b"no" * 200])
def test_what_is_no_whole_profile_is_refused(data: bytes):
    with pytest.raises(ValueError, match="no colour profile"):
        colour_profile(data)


def test_a_space_that_pdf_does_not_know_has_no_components():
    assert colour_profile(SOUND.replace(b"RGB ", b"XYZ ", 1)).components == 0
