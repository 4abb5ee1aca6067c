"""How much room the texts take, without drawing them."""

from __future__ import annotations

from lpd_desktop.pdf.rendering import printed_length, render_raw
from lpd_desktop.plan.addresses import text_fields
from lpd_desktop.plan.counting import count_blocks
from lpd_desktop.plan.sample import sample_file


def test_the_pages_are_those_of_the_rendered_document() -> None:
    file = sample_file()
    assert printed_length(file).pages == render_raw(file, draft=True).pages


def test_every_written_text_takes_about_as_much_room_as_its_words_need() -> None:
    file = sample_file()
    length = printed_length(file)
    for where, blocks in text_fields(file.form, file.plan):
        words, room = count_blocks(blocks).words, length.by_address.get(str(where), 0.0)
        assert (words > 0) == (room > 0), where
        if words > 100:
            assert 200 < words / room < 600, where
    assert sum(length.by_address.values()) < 3 * length.pages
