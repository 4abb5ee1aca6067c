"""Addresses name places; people see German names beside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.plan.addresses import Address, blocks_at, cell_address, text_fields, with_blocks
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.places import place_of
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file

PART = st.text(st.characters(codec="ascii", categories=("L", "N")), min_size=1, max_size=8)


@pytest.fixture(scope="module")
def sample() -> LpdFile:
    return sample_file()


@given(PART, st.lists(PART, max_size=3), st.one_of(st.just(""), PART))
def test_an_address_survives_being_written_and_read(
    item: str, parts: list[str], block: str
) -> None:
    address = Address(item, tuple(parts), block)
    assert Address.parse(str(address)) == address


def test_addresses_are_written_as_the_design_shows_them() -> None:
    assert str(cell_address("A.budget", "transfer_in", "plan")) == "A.budget/table/transfer_in/plan"
    assert str(Address("B.topics", ("long_term", "how"), "b4")) == "B.topics/long_term/how#b4"


def test_every_text_field_can_be_read_and_replaced_by_its_address(sample: LpdFile) -> None:
    fields = dict(text_fields(sample.form, sample.plan))
    assert len(fields) == 2 + 1 + 3 * 2 + 3 * 2
    for address in fields:
        new = (paragraph(f"neu in {address}"),)
        plan = with_blocks(sample.form, sample.plan, address, new)
        after = dict(text_fields(sample.form, plan))
        assert after.pop(address) == new
        assert after == {place: text for place, text in fields.items() if place != address}


@pytest.mark.parametrize(
    "text",
    ["", "X.nothing", "B.topics/health/how", "B.topics/long_term", "C.potentials/9/background",
     "C.potentials/0/background", "C.potentials/1/topic", "C.potentials/x/background",
     "A.budget/table/transfer_in/plan", "cover/as_of", "A.staff/below", "A.budget/below/below"],
)  # fmt: skip
def test_what_is_no_text_field_of_the_plan_is_no_place_to_write(sample: LpdFile, text: str) -> None:
    address = Address.parse(text)
    assert blocks_at(sample.form, sample.plan, address) is None
    with pytest.raises(KeyError):
        with_blocks(sample.form, sample.plan, address, ())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("cover/jobcenter", "Deckblatt, Jobcenter"),
        ("cover/as_of", "Deckblatt, Stand"),
        ("A.budget", "A Budget"),
        ("A.budget#b1", "A Budget"),
        ("A.budget/below", "A Budget, Text unter der Tabelle"),
        ("A.budget/below#b1", "A Budget, Text unter der Tabelle"),
        ("A.staff", "A Personal"),
        ("B.topics", "B Themenwahl"),
        ("B.topics/equality/why", "B.2 Gleichberechtigung, Frage 1"),
        ("B.topics/long_term", "B.1 Langzeitarbeitslosigkeit"),
        ("B.topics/health/why", "B Themenwahl"),
        ("C.potentials", "C Potentiale"),
        ("C.potentials/2/background", "C Potential 2, Hintergrund"),
        ("C.potentials/3/topic", "C Potential 3, Thema"),
        ("nowhere", "Dokument"),
    ],
)  # fmt: skip
def test_people_see_a_german_place(sample: LpdFile, text: str, place: str) -> None:
    assert place_of(sample.form, sample.plan, Address.parse(text)) == place


def test_a_cell_is_named_by_its_label_and_year(sample: LpdFile) -> None:
    place = place_of(sample.form, sample.plan, cell_address("A.budget", "transfer_in", "previous"))
    assert place == (
        "A Budget, Zeile „zzgl. Umschichtung aus den Eingliederungsmitteln Bund“, 2022"
    )
