"""What was chosen about a workbook, and profiles that use it again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lpd_desktop.excel.budget_import import BudgetPreview, all_accepted, preview_budget
from lpd_desktop.excel.layout import fingerprint_of
from lpd_desktop.excel.profiles import (
    PROFILE_SCHEMA,
    Profile,
    ProfileError,
    ProfileFolder,
    profile_of,
    read_profile,
    write_profile,
)
from lpd_desktop.excel.reading import read_workbook
from lpd_desktop.form.derive import derive_form

from .workbooks import FORM, ITEM, preview, rules, workbook

TOTAL = "administration_total"


def odd_table(year: int = 2023, size: int = 1) -> bytes:
    """A table with questions of many kinds: unit, labels, a minus, a row that comes again."""
    return workbook(
        [
            [f"Stand 3.11.{year - 1}"],
            ["Angaben in T€", f"Ansatz {year}", f"Ansatz {year - 1}", "Bemerkung"],
            ["VWT gesamt", 9_000 * size, 8_500 * size, "x"],
            ["Verwaltungsmittel Bundesanteil (ohne Kommune)", 7_332 * size, 6_988 * size],
            ["abzgl. Umschichtung", -300 * size, -220 * size],
            ["Summe Verwaltungsmittel", 9_001 * size, 8_501 * size],
            [f"Umlage {year}", 12 * size, 13 * size],
        ]
    )


def decided(data: bytes) -> BudgetPreview:
    chosen = {"Verwaltungsmittel Bundesanteil (ohne Kommune)": "administration_federal"}
    return all_accepted(preview(data, mapping=chosen, unit="teur"))


def test_a_second_import_of_the_same_layout_needs_no_question() -> None:
    first = preview(odd_table())
    assert not first.is_complete
    profile = profile_of(decided(odd_table()), "Kämmerei", 2023)
    again = preview(odd_table(size=2), profiles=(profile,))
    assert again.is_complete
    assert (again.profile, again.unit) == ("Kämmerei", "teur")
    assert again.cell(TOTAL, "plan").read_as == 1_800_000_000
    assert "B-PROFILE" in rules(again)


def test_the_layout_of_the_next_year_is_the_same() -> None:
    profile = profile_of(decided(odd_table()), "Kämmerei", 2023)
    form = derive_form(FORM, 2024)
    item = next(form.budgets)
    found = preview_budget(odd_table(2024, 2), "b.xlsx", item, form, profiles=(profile,))
    assert found.profile == "Kämmerei"
    assert found.is_complete


def test_a_layout_does_not_depend_on_amounts_and_days_but_on_labels() -> None:
    def print_of(data: bytes) -> str:
        return fingerprint_of(read_workbook(data, "b.xlsx").sheets[0], 2023)

    assert print_of(odd_table()) == print_of(odd_table(size=7))

    def other(sheet: Any) -> None:
        sheet["A2"] = "VWT Bund"

    renamed = workbook([["", 2023, 2022], ["VWT gesamt", 5e6, 4e6]], other)
    assert print_of(renamed) != print_of(workbook([["", 2023, 2022], ["VWT gesamt", 5e6, 4e6]]))


def test_another_layout_is_left_alone_unless_the_profile_is_named() -> None:
    profile = profile_of(decided(odd_table()), "Kämmerei", 2023)
    data = workbook([["", 2023, 2022], ["VWT gesamt", 9_000, 8_500]])
    assert preview(data, profiles=(profile,)).profile == ""
    assert preview(data, profile=profile).cell(TOTAL, "plan").read_as == 900_000_000


def test_a_unit_of_a_profile_is_asked_about_where_the_amounts_contradict_it() -> None:
    profile = profile_of(decided(odd_table()), "Kämmerei", 2023)
    found = preview(odd_table(size=1000), profiles=(profile,))
    assert "B-UNIT-DOUBTFUL" in rules(found)
    assert not found.is_complete


def test_what_is_still_open_is_not_remembered() -> None:
    profile = profile_of(preview(odd_table()), "Offen", 2023)
    assert (profile.unit, profile.accepted, profile.mapping) == (None, (), {})


def test_choices_of_a_person_stand_over_those_of_a_profile() -> None:
    profile = profile_of(decided(odd_table()), "Kämmerei", 2023)
    found = preview(odd_table(), profile=profile, unit="eur", mapping={"A7": "skip"})
    assert found.unit == "eur"
    assert [row.label for row in found.left_out if row.cell == "A7"] == ["Umlage 2023"]


def test_a_profile_is_written_and_read_the_same() -> None:
    profile = profile_of(decided(odd_table()), "Kämmerei", 2023)
    data = write_profile(profile)
    assert read_profile(data, "p.json") == profile
    assert write_profile(read_profile(data, "p.json")) == data


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"\xff", b'{"schema": 1, "name": 5}'])
def test_what_is_no_profile_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(ProfileError, match=r"„p\.json“ ist kein Profil"):
        read_profile(data, "p.json")


def test_a_profile_of_a_newer_version_is_refused() -> None:
    with pytest.raises(ProfileError, match="neueren Version"):
        read_profile(b'{"schema": %d}' % (PROFILE_SCHEMA + 1), "p.json")


def test_profiles_lie_in_files_that_can_be_handed_on(tmp_path: Path) -> None:
    folder = ProfileFolder(tmp_path)
    assert folder.all() == ()
    profile = Profile(name="Kämmerei Süd", item=ITEM.key, fingerprint="1")
    path = folder.save(profile)
    assert path == tmp_path / "profiles" / "kaemmerei-sued.json"
    (tmp_path / "profiles" / "kaputt.json").write_text("{")
    assert folder.all() == (profile,)
    assert folder.named("kämmerei  SÜD") == folder.named(str(path)) == profile
    with pytest.raises(ProfileError, match="vorhanden: „Kämmerei Süd“"):
        folder.named("Andere")


ROWS = (
    ["Titel", "2023", "2022", "Nachtrag 2023"],
    ["lfd. Titel", None, None, None],
    ["VWT gesamt", 9_000_000, 8_500_000, 9_100_000],
    ["Sonstiges", 1, 2, 3],
)


def test_columns_rows_and_header_can_be_chosen() -> None:
    found = preview(workbook(ROWS), columns={"plan": "D", "previous": "C"})
    assert found.is_complete
    assert found.cell(TOTAL, "plan").read_as == 910_000_000
    assert (found.header_row, found.label_column) == (1, "A")
    below = preview(workbook([["", 2021, 2020], *ROWS]), header_row=2, columns={"plan": "D"})
    assert below.cell(TOTAL, "previous").cell == "C4"


def test_a_table_without_any_header_is_read_by_the_columns_that_are_chosen() -> None:
    rows = [["VWT gesamt", "x", 9_000_000, 8_500_000], ["VWT Bund", "y", 7_332_000, 6_988_000]]
    asked = preview(workbook(rows))
    assert {cell.status for cell in asked.cells} == {"asked"}
    chosen = preview(workbook(rows), columns={"plan": "C", "previous": "D", "label": "A"})
    assert chosen.is_complete
    assert chosen.cell("administration_federal", "previous").read_as == 698_800_000


def test_rows_can_be_said_to_be_another_row_an_own_one_or_none() -> None:
    data = workbook([["", 2023], ["VWT gesamt", 9e6], ["EGT Bund", 8e6], ["Sonstiges", 7e6]])
    found = preview(
        data, mapping={"VWT gesamt": "own", "A3": "", "sonstiges ": "integration_federal"}
    )
    assert [(row.key, row.is_own) for row in found.rows] == [
        ("own_vwt_gesamt", True),
        ("integration_federal", False),
    ]
    assert found.is_complete
    assert [row.label for row in found.left_out] == ["EGT Bund"]
