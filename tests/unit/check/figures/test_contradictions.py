"""Amounts in the text against the budget table, and figures that stand twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.plan.amounts import format_amount
from lpd_desktop.plan.budget import TypedText
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.work import BudgetVersion, Work
from tests.unit.check.plans import FORM, complete, findings, table, with_table

from .texts import in_paragraphs, in_text

PLAN = {
    "administration_total": 14_738_213,
    "administration_federal": 12_358_004,
    "transfer_in": 140_000,
    "administration_municipal": 2_240_209,
    "integration_federal": 10_912_486,
    "integration_without_former_16e": 10_662_486,
    "integration_former_16e": 250_000,
    "transfer_out": 140_000,
    "integration_available": 10_772_486,
}
PREVIOUS = {
    "administration_federal": 12_791_335,
    "transfer_in": 90_000,
    "integration_federal": 11_820_117,
    "transfer_out": 90_000,
}

_ALL = [*PLAN.values(), *PREVIOUS.values()]
FOLLOWING = {abs(one + sign * two) for one in _ALL for two in _ALL for sign in (1, -1)}


def plan() -> Plan:
    return with_table(complete(), FORM, table(FORM, PLAN, PREVIOUS))


def found(code: str, words: str):
    return in_text(code, words, plan())


def all_found(words: str) -> list[str]:
    codes = ("AMOUNT-SLIP", "AMOUNT-OTHER", "AMOUNT-YEAR", "BUDGET-CHANGE-TOLD", "FIGURE-TWICE")
    return [each.rule for code in codes for each in found(code, words)]


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("Der Bund gibt 12.385.004 Euro.", "Verwaltungsmittel – Bund"),
        ("Zur Verfügung stehen 10.772.468 €.", "insgesamt zur Verfügung"),
        ("Es sind 10.912.386 Euro vorgesehen.", "Eingliederungsmittel – Bund"),
        ("Im Vorjahr waren es 11.280.117 Euro.", "Eingliederungsmittel – Bund"),
        ("Das sind 14.738 Euro.", "Verwaltungsmittel – insgesamt"),
        ("Das sind 147.382.130 Euro.", "Verwaltungsmittel – insgesamt"),
        ("Das sind 2.240.209 T€.", "kommunaler Anteil"),
    ],
)
def test_a_slip_against_the_table_is_found(words: str, row: str) -> None:
    (one,) = found("AMOUNT-SLIP", words)
    assert row in one.message
    assert one.quote in words


@given(st.sampled_from(sorted(PLAN)), st.integers(0, 6), st.integers(1, 9))
def test_every_wrong_digit_of_a_long_amount_is_found(row: str, place: int, by: int) -> None:
    right = str(PLAN[row])
    if len(right.rstrip("0")) < 5 or place >= len(right):
        return
    digit = str((int(right[place]) + by) % 10)
    wrong = right[:place] + digit + right[place + 1 :]
    if wrong.startswith("0") or int(wrong) in FOLLOWING:
        return
    assert found("AMOUNT-SLIP", f"Das sind {format_amount(PLAN[row] * 100)} Euro.") == []
    assert len(found("AMOUNT-SLIP", f"Das sind {format_amount(int(wrong) * 100)} Euro.")) == 1


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("Die Umschichtung beträgt 160.000 Euro.", "160.000 Euro"),
        ("Im Jahr 2023 sollen 170.000 € aus dem EGT umgeschichtet werden.", "170.000 €"),
        (
            "Es sollen 170.000 € aus dem Eingliederungstitel (EGT) in den Verwaltungstitel (VWT) "
            "umgeschichtet werden.",
            "170.000 €",
        ),
        ("Der kommunale Finanzierungsanteil liegt bei 2,4 Mio. Euro.", "2,4 Mio. Euro"),
        ("Das Eingliederungsbudget liegt 2023 bei rund 11,8 Mio. Euro.", "11,8 Mio. Euro"),
        ("Der kommunale Finanzierungsanteil liegt bei 2,2 Mrd. Euro.", "2,2 Mrd. Euro"),
    ],
)
def test_another_amount_beside_the_name_of_a_row_is_found(words: str, quote: str) -> None:
    (one,) = found("AMOUNT-OTHER", words)
    assert one.quote == quote


def test_an_amount_of_the_other_year_is_found() -> None:
    assert len(found("AMOUNT-YEAR", "Für 2023 ist eine Umschichtung von 90.000 € geplant.")) == 1
    (one,) = found("AMOUNT-YEAR", "Für 2023 sind 12.791.335 Euro für Verwaltung vorgesehen.")
    assert "für 2022" in one.message
    assert found("AMOUNT-YEAR", "Für 2022 waren 12.791.335 Euro für Verwaltung vorgesehen.") == []
    assert found("AMOUNT-YEAR", "Es waren 12.791.335 Euro für Verwaltung vorgesehen.") == []


@pytest.mark.parametrize(
    "words",
    [
        "Die Umschichtung beträgt 140.000 Euro.",
        "Die Umschichtung steigt um 50.000 Euro.",
        "Die Umschichtung steigt von 90.000 Euro auf 140.000 Euro.",
        "Im Jahr 2019 lag die Umschichtung bei 1.160.000 Euro.",
        "Bund und Umschichtung ergeben zusammen 12.498.004 Euro.",
        "Das Eingliederungsbudget liegt 2023 bei rund 10,9 Mio. Euro.",
        "Der kommunale Finanzierungsanteil liegt bei gut 2,2 Mio. Euro.",
        "Aus dem Eingliederungsbudget fließen 1.250.000 Euro in Arbeitsgelegenheiten.",
        "Die Maßnahme kostet 450.000 Euro, ein Platz 1.200 Euro.",
        "Die Mittel sinken um 433.331 Euro.",
        "Das Gesamtbudget liegt bei 25.650.699 Euro.",
        "Ursprünglich war eine Umschichtung von 200.000 Euro vorgesehen.",
        "Für 2024 ist eine Umschichtung von 300.000 Euro denkbar.",
        "Der Mindestlohn liegt bei 12 Euro.",
    ],
)
def test_amounts_that_follow_from_the_table_or_mean_others_are_left_alone(words: str) -> None:
    assert all_found(words) == []


def test_an_amount_of_an_earlier_table_is_left_to_its_own_rule() -> None:
    old = table(FORM, {**PLAN, "transfer_in": 160_000, "transfer_out": 160_000})
    version = BudgetVersion(id="v1", item="A.budget", time="", source="alt", table=old)
    words = "Die Umschichtung beträgt 160.000 Euro."
    whole = plan().with_answer("A.staff", complete().answer("A.staff"))
    from lpd_desktop.plan.model import Answer
    from tests.unit.check.plans import text

    whole = whole.with_answer("A.staff", Answer(text=text(words)))
    codes = [each.rule for each in findings(whole, work=Work(budget_versions=(version,)))]
    assert "AMOUNT-OTHER" not in codes
    assert "AMOUNT-OTHER" in [each.rule for each in findings(whole)]


def test_a_table_with_malformed_amounts_is_no_reason_for_more() -> None:
    broken = with_table(complete(), FORM, table(FORM, {"transfer_in": TypedText("100.0000")}))
    assert in_text("AMOUNT-OTHER", "Die Umschichtung beträgt 160.000 Euro.", broken) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Die Eingliederungsmittel sinken gegenüber dem Vorjahr um 7,7 %.", ("7,7", "9,7")),
        ("Gegenüber 2022 sinken die Verwaltungsmittel des Bundes um 3,4 Prozent.", ("3,4", "4,3")),
        ("Die Umschichtung steigt zum Vorjahr um 56 %.", ("56", "65")),
        ("Die Eingliederungsmittel sinken zum Vorjahr um 7,7 %.", ("sinken", "steigen")),
    ],
)
def test_a_change_in_percent_is_that_of_the_table(right: str, wrong: tuple[str, str]) -> None:
    def told(words: str):
        from msgspec.structs import replace

        from tests.unit.check.plans import text

        whole = plan()
        answer = replace(whole.answer("A.budget"), text=text(words))
        changed = whole.with_answer("A.budget", answer)
        return [each for each in findings(changed) if each.rule == "BUDGET-CHANGE-TOLD"]

    assert told(right) == []
    assert len(told(right.replace(*wrong))) == 1


WHOLE = (
    "Für Verwaltungskosten stehen 12.358.004 Euro und für Eingliederungsmittel 10.912.486 Euro "
    "bereit. Das Gesamtbudget ging 2022 ({a}) und nun erneut zurück ({b})."
)


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("- 3,0 %, ca. 0,8 Mio. €", "- 5,0 %, ca. 1,2 Mio. €", 0),
        ("- 3,0 %, ca. 0,8 Mio. €", "- 5,0 %, ca. 2,1 Mio. €", 1),
        ("- 3,0 %, ca. 0,8 Mio. €", "- 9,0 %, ca. 1,2 Mio. €", 1),
        ("- 3,0 %, ca. 1,8 Mio. €", "- 5,0 %, ca. 1,2 Mio. €", 1),
    ],
)
def test_percentage_and_amount_of_the_whole_budget_fit_its_parts(
    first: str, second: str, count: int
) -> None:
    from lpd_desktop.plan.model import Answer
    from tests.unit.check.plans import text

    words = WHOLE.format(a=first, b=second)
    whole = complete().with_answer("A.budget", Answer(text=text(words)))
    codes = [each.rule for each in findings(whole)]
    assert codes.count("BUDGET-CHANGE-TOLD") == count


@pytest.mark.parametrize(
    ("one", "other", "is_found"),
    [
        ("Es sind 12.358.004 Euro.", "Wir planen 12.385.004 Euro.", True),
        ("Es sind 12.358.004 Euro.", "Wir planen 12.358.004,- €.", False),
        ("Es sind 12.358.004 Euro.", "Wir planen 12.418.730 Euro.", False),
        ("Es sind 450.000 Euro.", "Wir planen 540.000 Euro.", False),
        ("K2 lag im Juni 2022 bei 24,5 %.", "Im Juni 2022 betrug K2 25,4 %.", True),
        ("K2 lag im Juni 2022 bei 24,5 %.", "Im Juni 2022 betrug K2 rund 24 %.", False),
        ("K2 lag im Juni 2022 bei 24,5 %.", "Im Juli 2022 betrug K2 25,4 %.", False),
        ("K2 lag im Juni 2022 bei 24,5 %.", "Im Juni 2022 betrug K2 der Frauen 20,4 %.", False),
        ("K2 lag im Juni 2022 bei 24,5 %.", "Im Juni 2022 lag K2 in Neuhausen bei 20,4 %.", False),
        ("Im Juni 2022 gab es 11.094 eLb.", "Es gab im Juni 2022 11.904 eLb.", True),
        ("Im Juni 2022 gab es 11.094 eLb.", "Es gab im Juni 2022 1.184 eLb.", False),
        ("Im Juni 2022 gab es 11.094 eLb.", "Es gab im Mai 2022 11.904 eLb.", False),
    ],
)
def test_the_same_figure_given_differently_is_found(one: str, other: str, is_found: bool) -> None:
    assert len(in_paragraphs("FIGURE-TWICE", one, other)) == is_found


def test_a_slip_in_the_sum_of_both_federal_titles_is_found() -> None:
    words = "Insgesamt stehen {} Euro aus Bundesmitteln bereit."
    total = PLAN["administration_federal"] + PLAN["integration_federal"]
    assert found("AMOUNT-SLIP", words.format(format_amount(total * 100))) == []
    (slip,) = found("AMOUNT-SLIP", words.format("23.270.940"))
    assert format_amount(total * 100) in slip.message
