"""The 53 Jobcenter and how they are found."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from lpd_desktop.form.jobcenters import all_jobcenters, find_jobcenter
from lpd_desktop.plan.new import jobcenter_named


def test_there_are_53_of_which_18_are_municipal_carriers() -> None:
    entries = all_jobcenters()
    assert len(entries) == 53
    assert sum(entry.carrier == "zkT" for entry in entries) == 18
    assert sum(entry.carrier == "gE" for entry in entries) == 35
    for name in ("key", "number", "number_until_2025", "name", "genitive", "list_name"):
        assert len({getattr(entry, name) for entry in entries}) == 53, name


def test_numbers_and_carriers_are_those_of_the_official_table(shared_data: Path) -> None:
    with (shared_data / "einglmv_nrw_2021_2026.csv").open(encoding="utf-8") as source:
        official = [
            (row["traeger_nr_2026"], row["traeger_nr_bis_2025"], row["form"])
            for row in csv.DictReader(source, delimiter=";")
        ]
    ours = [(one.number, one.number_until_2025, one.carrier) for one in all_jobcenters()]
    assert ours == official


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Coesfeld", "coesfeld"),
        ("Kreis Coesfeld", "coesfeld"),
        ("des Kreises Coesfeld", "coesfeld"),
        ("Jobcenter Kreis Coesfeld", "coesfeld"),
        ("32704", "coesfeld"),
        ("kreis  coesfeld", "coesfeld"),
        ("Mülheim an der Ruhr", "muelheim_an_der_ruhr"),
        ("Stadt Essen", "essen"),
        ("Jobcenter der Stadt Essen", "essen"),
        ("Ennepe-Ruhr-Kreis", "ennepe_ruhr_kreis"),
        ("33148", "lippe"),
        ("37340", "lippe"),
    ],
)
def test_a_jobcenter_is_found_by_name_form_or_number(text: str, key: str) -> None:
    entry = find_jobcenter(text)
    assert entry is not None
    assert entry.key == key


@pytest.mark.parametrize(
    "text", ["", "Kreis", "Auental", "Essener Tafel", "99999", "Hamm und Essen"]
)
def test_what_names_none_or_several_is_not_guessed(text: str) -> None:
    assert find_jobcenter(text) is None


def test_a_number_belongs_to_its_year() -> None:
    lippe = find_jobcenter("Lippe")
    assert lippe is not None
    assert (lippe.number_in(2025), lippe.number_in(2026)) == ("33148", "37340")


def test_a_free_jobcenter_keeps_its_name() -> None:
    free = jobcenter_named("Jobcenter Kreis Auental", 2023)
    assert (free.key, free.name, free.own_name) == ("", "Kreis Auental", "Jobcenter Kreis Auental")
