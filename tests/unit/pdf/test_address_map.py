"""Where addresses stand on the pages, what leads to them, and which pages look different."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from msgspec.structs import replace as changed

from lpd_desktop.pdf.approval_story import APPROVAL
from lpd_desktop.pdf.page_images import page_image
from lpd_desktop.pdf.rendering import Rendered, render_plan, render_raw
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Answer
from lpd_desktop.plan.rich_text import Paragraph, Run
from tests.unit.pdf.conftest import text_item, with_text


def with_words(file: LpdFile, words: str) -> LpdFile:
    """The plan with another text in one answer, and all others as they were."""
    key = text_item(file.form)
    answer = Answer(text=(Paragraph("w1", (Run(text=words),)),))
    return replace(file, plan=file.plan.with_answer(key, answer))


def test_the_cover_says_whose_plan_it_is_above_its_day(draft: Rendered):
    (jobcenter,) = draft.address_map["cover/jobcenter"]
    (day,) = draft.address_map["cover/as_of"]
    assert jobcenter[0] == day[0] == 0
    assert jobcenter[2] > day[4]
    assert day[4] - day[2] > 14


def test_every_entry_of_the_contents_leads_to_its_heading(draft: Rendered, sample: LpdFile):
    listed = [address for address, boxes in draft.references.items() if boxes[0][0] == 1]
    for topic in sample.plan.topics:
        assert f"{sample.form.topics.key}/{topic.key}" in listed
    assert all(address in draft.address_map for address in listed)
    assert all(box[0] != 1 for boxes in draft.address_map.values() for box in boxes)


def test_a_footnote_leads_to_the_block_that_refers_to_it(sample: LpdFile):
    note = Run(footnote=(Run(text="Gemäß Bescheid"),))
    file = with_text(sample, (Paragraph("b1", (Run(text="Die Mittel"), note)),))
    rendered = render_plan(file, draft=True)
    block = f"{text_item(sample.form)}#b1"
    assert [page for page, *_ in rendered.references[block]] == [2]
    ((_page, _x0, bottom, _x1, _top),) = rendered.address_map[block]
    assert rendered.references[block][0][4] < bottom


def test_addresses_name_items_of_the_form_and_are_the_same_each_time(
    draft: Rendered, sample: LpdFile
):
    for address in (*draft.address_map, *draft.references):
        assert sample.form.item(Address.parse(address).item) is not None, address
    again = render_plan(sample, draft=True)
    assert again.address_map == draft.address_map
    assert again.references == draft.references


def test_what_is_printed_of_the_approval_has_a_place(final: Rendered):
    page = final.address_map[APPROVAL][0][0]
    assert page == final.pages - 1


def test_pages_that_look_the_same_are_known(draft: Rendered, sample: LpdFile):
    again = render_raw(sample, draft=True)
    assert again.looks == draft.looks
    assert len(set(draft.looks)) == draft.pages


def test_a_changed_word_changes_the_look_of_its_page_alone(sample: LpdFile):
    one, other = (render_raw(with_words(sample, words), draft=True) for words in ("Amsel", "Ämsel"))
    different = [
        at for at, pair in enumerate(zip(one.looks, other.looks, strict=True)) if pair[0] != pair[1]
    ]
    assert different == [one.address_map[f"{text_item(sample.form)}#w1"][0][0]]


def test_other_letters_look_different_though_they_have_the_same_codes(sample: LpdFile):
    texts = ("Ж", "Щ")
    one, other = (render_raw(with_words(sample, words), draft=True) for words in texts)
    assert one.looks != other.looks


def test_the_look_is_that_of_the_drawn_page(sample: LpdFile):
    """Where two looks are the same, so are the pictures."""
    one = render_raw(sample, draft=True)
    other = render_raw(with_words(sample, "Kurz."), draft=True)
    pairs = list(zip(one.looks, other.looks, strict=False))
    same = [number for number, pair in enumerate(pairs) if pair[0] == pair[1]]
    assert same
    for number in same:
        assert page_image(one.data, number, 0.4) == page_image(other.data, number, 0.4)


def test_pictures_may_be_asked_for_on_many_threads(draft: Rendered):
    wanted = [0, 1, 2, 3] * 5
    with ThreadPoolExecutor(8) as pool:
        drawn = list(pool.map(lambda number: page_image(draft.data, number, 0.3), wanted))
    assert drawn == [page_image(draft.data, number, 0.3) for number in wanted]


def test_a_plan_of_another_day_moves_no_place(sample: LpdFile, draft: Rendered):
    later = replace(sample, plan=changed(sample.plan, as_of="2022-12-24"))
    assert render_raw(later, draft=True).address_map == draft.address_map
