"""Federal money against the official shares, in the table and in the text."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from lpd_desktop.check.finding import Finding
from lpd_desktop.check.money.diagnosis import diagnose
from lpd_desktop.check.money.federal import (
    Title,
    allotments,
    entry_of,
    federal_budget,
    share_of,
    shares_of,
)
from lpd_desktop.form.jobcenters import all_jobcenters, find_jobcenter
from lpd_desktop.plan.amounts import format_amount
from lpd_desktop.plan.model import Answer, Jobcenter, Plan
from tests.unit.check.plans import FORM, complete, findings, table, text, with_table

YEARS = range(2021, 2027)
CODES = ("FEDERAL-AMOUNT", "FEDERAL-BASE", "BUDGET-SWAPPED")


def title(key: str) -> Title:
    return next(each for each in federal_budget().titles if each.key == key)


def euros(name: str, key: str, year: int) -> int:
    entry = find_jobcenter(name)
    assert entry is not None
    return allotments(entry, title(key), year)[0].cents // 100


def plan_of(name: str) -> Plan:
    return replace(complete(), jobcenter=Jobcenter(name=name))


def found_in(plan: Plan) -> list[Finding]:
    return [finding for finding in findings(plan) if finding.rule in CODES]


def in_table(name: str, plan: dict[str, int], previous: dict[str, int] | None = None):
    return found_in(with_table(plan_of(name), FORM, table(FORM, plan, previous)))


def in_text(name: str, words: str):
    return found_in(plan_of(name).with_answer("A.budget", Answer(text=text(words))))


def test_the_shares_are_those_of_the_official_table(shared_data: Path) -> None:
    with (shared_data / "einglmv_nrw_2021_2026.csv").open(encoding="utf-8") as source:
        official = {row["traeger_nr_2026"]: row for row in csv.DictReader(source, delimiter=";")}
    assert len(official) == len(all_jobcenters())
    for entry in all_jobcenters():
        row = official[entry.number]
        assert row["traeger_nr_bis_2025"] == entry.number_until_2025
        for each in federal_budget().titles:
            for column in (f"{name}_{year}" for name in each.shares for year in YEARS):
                assert shares_of(column)[entry.key] == Decimal(row[column].replace(",", ".")), (
                    column
                )


def test_the_shares_of_a_year_without_an_annex_are_unknown() -> None:
    assert share_of("lippe", title("integration"), 2019) is None
    assert share_of("lippe", title("integration"), 2026) is not None


def test_a_jobcenter_is_known_by_either_of_its_numbers() -> None:
    both = [entry_of(Jobcenter(number=number)) for number in ("33148", "37340")]
    assert [entry.key for entry in both if entry] == ["lippe", "lippe"]


def test_every_pot_names_its_source_and_a_title_of_the_form() -> None:
    rows = {row.key for item in FORM.budgets for row in item.rows}
    for each in federal_budget().titles:
        assert each.row in rows
    for pot in federal_budget().pots:
        assert pot.source
        assert 4_000 < pot.million < 7_000


@pytest.mark.parametrize("name", ["Unna", "Bochum", "Kreis Olpe", "Kreis Lippe"])
def test_amounts_that_fit_raise_nothing(name: str) -> None:
    cells = {
        "administration_federal": euros(name, "administration", 2023) + 900,
        "integration_without_former_16e": euros(name, "integration", 2023) - 4_000,
    }
    previous = {
        "administration_federal": euros(name, "administration", 2022),
        "integration_federal": round(euros(name, "integration", 2022) * 1.02),
    }
    assert in_table(name, cells, previous) == []


def test_the_amount_of_another_jobcenter_is_named() -> None:
    (found,) = in_table(
        "Kreis Unna", {"administration_federal": euros("Bochum", "administration", 2023)}
    )
    assert (found.rule, found.level) == ("FEDERAL-AMOUNT", "warning")
    assert found.where == "A.budget/table/administration_federal/plan"
    assert "der Betrag entspricht Bochum (2023)" in found.message


def test_last_years_amount_in_the_plan_column_is_named() -> None:
    (found,) = in_table(
        "Kreis Unna", {"administration_federal": euros("Kreis Unna", "administration", 2022)}
    )
    assert "der Betrag entspricht dem Jahr 2022" in found.message


def test_both_columns_swapped_are_one_finding_of_their_own() -> None:
    found = in_table(
        "Kreis Unna",
        {"administration_federal": euros("Kreis Unna", "administration", 2022)},
        {"administration_federal": euros("Kreis Unna", "administration", 2023)},
    )
    assert "BUDGET-SWAPPED" in [each.rule for each in found]


def test_swapped_digits_are_recognised() -> None:
    right = str(euros("Kreis Unna", "administration", 2023))
    wrong = int(right[0] + right[2] + right[1] + right[3:])
    assert str(wrong) != right
    (found,) = in_table("Kreis Unna", {"administration_federal": wrong})
    assert "vertauscht" in found.message


def test_an_amount_that_is_a_little_off_is_a_hint_to_name_its_base() -> None:
    off = round(euros("Kreis Unna", "integration", 2023) * 0.966) // 1000 * 1000 + 357
    (found,) = in_table("Kreis Unna", {"integration_without_former_16e": off})
    assert (found.rule, found.level) == ("FEDERAL-BASE", "hint")


def test_a_year_whose_pot_is_unknown_is_left_alone() -> None:
    entry = find_jobcenter("Kreis Unna")
    assert entry is not None
    assert diagnose(100, entry, title("integration"), 2024, Decimal(0)) is None


def test_a_jobcenter_that_is_none_of_the_53_is_left_alone() -> None:
    assert in_table("Kreis Musterstadt", {"administration_federal": 5}) == []


@pytest.mark.parametrize(
    "words",
    [
        "Für {year} sind Verwaltungskosten von {wrong} Euro vorgesehen.",
        "Im Jahr {year} stehen {wrong} € für Verwaltungskosten bereit.",
        "Der VWT beträgt {year} {wrong},- Euro.",
        "Verwaltungsmittel {year}: {wrong} EUR",
    ],
)
def test_an_amount_in_the_text_is_compared_too(words: str) -> None:
    right = euros("Kreis Unna", "administration", 2023)
    fitting = words.format(year=2023, wrong=format_amount(right * 100))
    assert in_text("Kreis Unna", fitting) == []
    foreign = euros("Bochum", "administration", 2023)
    (found,) = in_text("Kreis Unna", words.format(year=2023, wrong=format_amount(foreign * 100)))
    assert found.rule == "FEDERAL-AMOUNT"
    assert format_amount(foreign * 100) in found.quote


@pytest.mark.parametrize(
    "words",
    [
        "2023 fallen die Verwaltungsmittel um 600.000 Euro geringer aus.",
        "2023 sind es 600.000 Euro weniger Verwaltungsmittel.",
        "Die kommunalen Verwaltungskosten betragen 2023 600.000 Euro.",
        "Die Verwaltungskosten werden 2023 durch eine Umschichtung von 600.000 Euro verstärkt.",
        "Im Jahr 2019 lagen die Verwaltungskosten bei 600.000 Euro.",
        "Die Verwaltungskosten liegen 2023 bei rund 600.000 Euro.",
        "Für 2023 werden zu Lasten des Eingliederungsbudgets 600.000 Euro zur Verstärkung des "
        "Verwaltungsbudgets eingesetzt.",
    ],
)
def test_other_sums_beside_the_name_of_a_title_are_left_alone(words: str) -> None:
    assert in_text("Kreis Unna", words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Für Verwaltungskosten stehen 7,2 Mio. Euro bereit, nach 7,9 Mio. Euro im Jahr 2022.",
        "Die Verwaltungskosten liegen bei 7,2 Mio. Euro, 9 % weniger als 2022 (7,9 Mio. Euro).",
    ],
)
def test_the_year_of_a_comparison_is_not_that_of_the_amount_before_it(words: str) -> None:
    plan = complete().with_answer("A.budget", Answer(text=text(words)))
    (missing,) = [each for each in findings(plan) if each.rule == "BUDGET-INCOMPLETE"]
    assert "Verwaltungskosten" not in missing.message
