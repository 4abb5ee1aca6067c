"""Sums, differences, changes and shares in sentences after a budget was replaced."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lpd_desktop.check.replaced.derivations import (
    Derivation,
    amounts_between,
    cells,
    cents_of,
    changes,
    shares,
)
from lpd_desktop.check.replaced_amounts import (
    ReplacedAmount,
    find_replaced,
    mend,
    mend_all,
    replaced_in_plan,
)
from lpd_desktop.plan.budget import BudgetTable
from lpd_desktop.plan.model import Answer, Plan
from lpd_desktop.plan.rich_text import Paragraph, plain_text
from lpd_desktop.plan.work import BudgetVersion, Work
from tests.extent import examples

from .plans import FORM, complete, findings, table, text, with_table

A, B, MOVED, SMALL = (
    "administration_total",
    "integration_federal",
    "transfer_out",
    "recoveries",
)
OLD = table(
    FORM,
    {A: 23_417_850, B: 17_263_400, MOVED: 310_000, SMALL: 61_200},
    {A: 23_905_100, B: 19_108_750, MOVED: 290_000, SMALL: 58_000},
)
NEW = table(
    FORM,
    {A: 23_188_240, B: 16_904_310, MOVED: 355_000, SMALL: 61_200},
    {A: 23_905_100, B: 19_108_750, MOVED: 290_000, SMALL: 58_000},
)


def plan_with(words: str, item: str = "A.budget") -> Plan:
    return complete().with_answer(item, Answer(text=text(words)))


def found_in(
    words: str, item: str = "A.budget", old: BudgetTable = OLD, new: BudgetTable = NEW
) -> list[ReplacedAmount]:
    return find_replaced(FORM, plan_with(words, item), old, new)


def mended(words: str, item: str = "A.budget") -> str:
    plan = plan_with(words, item)
    plan = mend_all(FORM, plan, find_replaced(FORM, plan, OLD, NEW))
    (block,) = plan.answer(item).text
    assert isinstance(block, Paragraph)
    return plain_text(block.runs)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Der VWT umfasst 23,42 Mio. Euro.", "Der VWT umfasst 23,19 Mio. Euro."),
        ("Im VWT sind rund 23,4 Millionen € bereit.", "Im VWT sind rund 23,2 Millionen € bereit."),
        ("Der VWT liegt bei 23.418 T€.", "Der VWT liegt bei 23.188 T€."),
        ("Der EGT fällt auf knapp 17,3 Mio. €.", "Der EGT fällt auf knapp 17,0 Mio. €."),
        ("Im EGT sind es gut 17,2 Mio. €.", "Im EGT sind es gut 16,9 Mio. €."),
        ("Der EGT sinkt um 1.845.350 €.", "Der EGT sinkt um 2.204.440 €."),
        ("Der EGT sinkt um 9,7 %.", "Der EGT sinkt um 11,5 %."),
        ("Der EGT ändert sich um -9,66 %.", "Der EGT ändert sich um -11,54 %."),
        ("Der EGT ändert sich um − 9,66 %.", "Der EGT ändert sich um − 11,54 %."),
        ("Ein Minus von 9,7 Prozent beim EGT.", "Ein Minus von 11,5 Prozent beim EGT."),
        (
            "EGT und VWT betragen zusammen 40.681.250 €.",
            "EGT und VWT betragen zusammen 40.092.550 €.",
        ),
        ("Das Gesamtbudget beträgt 40,7 Mio. €.", "Das Gesamtbudget beträgt 40,1 Mio. €."),
        (
            "Das Gesamtbudget sinkt um 5,4 Prozent.",
            "Das Gesamtbudget sinkt um 6,8 Prozent.",
        ),
        (
            "Insgesamt stehen 40.681 T€ zur Verfügung, 2,3 Mio. € weniger als im Vorjahr.",
            "Insgesamt stehen 40.093 T€ zur Verfügung, 2,9 Mio. € weniger als im Vorjahr.",
        ),
        (
            "Umgeschichtet werden 1,8 % des EGT.",
            "Umgeschichtet werden 2,1 % des EGT.",
        ),
        (
            "Der Anteil des EGT an EGT und VWT liegt bei 42,4 %.",
            "Der Anteil des EGT an EGT und VWT liegt bei 42,2 %.",
        ),
        (
            "Nach Abzug der Umschichtung verbleiben im EGT 16.953.400 €.",
            "Nach Abzug der Umschichtung verbleiben im EGT 16.549.310 €.",
        ),
        (
            "Der EGT beträgt 17.263.400 €. Das sind 9,7 % weniger als im Vorjahr.",
            "Der EGT beträgt 16.904.310 €. Das sind 11,5 % weniger als im Vorjahr.",
        ),
        (
            "Der VWT sinkt 2023 von 23,9 auf 23,4 Mio. Euro.",
            "Der VWT sinkt 2023 von 23,9 auf 23,2 Mio. Euro.",
        ),
        ("EGT und VWT: 17,3 bzw. 23,4 Mio. €.", "EGT und VWT: 16,9 bzw. 23,2 Mio. €."),
        ("EGT: 17.263/VWT: 23.418 T€.", "EGT: 17.263/VWT: 23.188 T€."),
        (
            "EGT und VWT sinken um 9,7 und 2,0 Prozent.",
            "EGT und VWT sinken um 11,5 und 3,0 Prozent.",
        ),
        (
            "Zugeteilt sind 17.263.400,- Euro (minus 1.845.350 Euro; -9,66%).",
            "Zugeteilt sind 16.904.310,- Euro (minus 2.204.440 Euro; -11,54%).",
        ),
        (
            "Im Jahr 2022 waren es 19,1 Mio. €, 2023 sind es 17,3 Mio. € für Eingliederung.",
            "Im Jahr 2022 waren es 19,1 Mio. €, 2023 sind es 16,9 Mio. € für Eingliederung.",
        ),
    ],
)  # fmt: skip
def test_what_followed_from_the_old_table_is_written_from_the_new_one(
    before: str, after: str
) -> None:
    assert mended(before) == after
    assert mended(after) == after


@pytest.mark.parametrize(
    "words",
    [
        "Die Arbeitslosenquote sank um 9,7 %.",
        "Die Zahl der Bedarfsgemeinschaften sank um 9,7 Prozent auf 8.400.",
        "42,4 Prozent der Teilnehmenden fanden Arbeit.",
        "Im Mittel stieg die Verweildauer um 9,7 %.",
        "Der Kreis gibt 0,3 Mio. € für Schulen aus.",
        "Rund 17,3 Millionen Menschen leben im Land.",
        "Der EGT wird zu 9,7 % gebunden.",
        "Die Quote liegt 9,7 Prozentpunkte niedriger.",
        "Seit 9,7 Jahren.",
        "Der Regelsatz steigt um 371.200 Cent.",
    ],
)
def test_figures_about_other_things_are_left_alone(words: str) -> None:
    assert found_in(words, "A.staff") == []


@pytest.mark.parametrize(
    "words",
    [
        "Rückforderungen bringen 61.200 € ein, 5,5 % mehr als im Vorjahr.",
        "Der EGT betrug im Vorjahr 19,1 Mio. €.",
        "Der VWT liegt bei rund 23 Mio. €.",
        "Umgeschichtet wurden 290.000 €.",
    ],
)
def test_what_both_tables_give_is_right(words: str) -> None:
    assert found_in(words) == []


def test_a_derived_figure_has_a_rule_and_a_meaning_of_its_own() -> None:
    first, second = found_in("Der VWT umfasst 23.417.850 €, 487.250 € weniger als 2022.")
    assert (first.rule, second.rule) == ("AMOUNT-REPLACED", "FIGURE-REPLACED")
    assert (first.old, first.new, first.unit) == (2_341_785_000, 2_318_824_000, "cents")
    assert "gegenüber 2022" in second.meaning
    (percent,) = found_in("Der EGT sinkt um 9,7 %.")
    assert (percent.old, percent.new, percent.unit) == (-966, -1154, "percent")


def test_a_change_that_turned_is_listed_but_not_mended() -> None:
    risen = table(FORM, {B: 20_000_000}, {B: 19_108_750})
    (found,) = found_in("Der EGT sinkt um 9,7 %.", new=risen)
    assert not found.can_mend
    with pytest.raises(ValueError):
        mend(FORM, plan_with("Der EGT sinkt um 9,7 %."), found)


def test_several_readings_are_offered_and_the_chosen_one_is_written() -> None:
    old = table(FORM, {A: 5_000_100, B: 5_000_200})
    new = table(FORM, {A: 6_000_100, B: 7_000_200})
    words = "Für EGT und VWT sind je 5,0 Mio. € vorgesehen."
    plan = plan_with(words)
    (found,) = find_replaced(FORM, plan, old, new)
    assert [each.new_text for each in found.candidates] == ["6,0 Mio. €", "7,0 Mio. €"]
    assert not found.can_mend
    assert mend_all(FORM, plan, [found]) == plan
    (block,) = mend(FORM, plan, found, "7,0 Mio. €").answer("A.budget").text
    assert isinstance(block, Paragraph)
    assert plain_text(block.runs) == words.replace("5,0", "7,0")


def test_an_exact_amount_of_two_rows_is_ambiguous_too() -> None:
    old = table(FORM, {A: 7_654_321, SMALL: 7_654_321})
    new = table(FORM, {A: 7_700_001, SMALL: 7_800_001})
    (found,) = found_in("Es sind 7.654.321 €.", old=old, new=new)
    assert [each.new_text for each in found.candidates] == ["7.700.001 €", "7.800.001 €"]


def test_the_year_of_a_sentence_decides_between_the_columns() -> None:
    old = table(FORM, {B: 5_000_100}, {B: 5_000_200})
    new = table(FORM, {B: 6_000_100}, {B: 7_000_200})
    (found,) = found_in("Für 2022 standen im EGT 5,0 Mio. € bereit.", old=old, new=new)
    assert found.new_text == "7,0 Mio. €"


SAME = table(FORM, {B: 430_100}, {B: 430_100})
LESS = table(FORM, {B: 400_200}, {B: 430_100})


@pytest.mark.parametrize(
    "words",
    [
        "Im Jahr 2023 sind es 430.100 €.",
        "Für 2023 sind im EGT 0,43 Mio. € angesetzt.",
    ],
)
def test_the_amount_of_the_other_year_is_no_excuse(words: str) -> None:
    (found,) = found_in(words, old=SAME, new=LESS)
    assert found.new_text.startswith(("400.200", "0,40"))


@pytest.mark.parametrize(
    "words",
    [
        "Es sind 430.100 €.",
        "Im Jahr 2022 waren es 430.100 €.",
        "2022 und 2023 sind es 430.100 €.",
        "Im Jahr 2023 sind es wie bisher 430.100 €.",
        "Für 2023 ist weniger angesetzt (Vorjahr: 430.100 €).",
    ],
)
def test_an_amount_that_still_stands_in_the_other_column_may_be_meant(words: str) -> None:
    assert found_in(words, old=SAME, new=LESS) == []


def test_the_same_words_in_one_block_are_told_apart() -> None:
    words = "Der EGT sinkt um 9,7 %. Die Quote sinkt um 9,7 %; der EGT sinkt um 9,7 %."
    assert [each.occurrence for each in found_in(words)] == [0, 2]
    assert mended(words) == (
        "Der EGT sinkt um 11,5 %. Die Quote sinkt um 9,7 %; der EGT sinkt um 11,5 %."
    )


def versions(*tables: BudgetTable) -> Work:
    return Work(
        budget_versions=tuple(
            BudgetVersion(id=str(index), item="A.budget", time="", source="", table=each)
            for index, each in enumerate(tables)
        )
    )


def test_every_earlier_version_is_looked_at_and_what_is_valid_again_raises_nothing() -> None:
    words = "Der EGT sinkt um 9,7 %, der VWT beträgt 23.417.850 €."
    plan = with_table(plan_with(words), FORM, NEW)
    assert [each.quote for each in replaced_in_plan(FORM, plan, versions(OLD, NEW))] == [
        "9,7 %",
        "23.417.850 €",
    ]
    again = with_table(plan, FORM, OLD)
    assert replaced_in_plan(FORM, again, versions(OLD, NEW, OLD)) == []
    assert replaced_in_plan(FORM, plan, versions(NEW)) == []


def test_the_checks_name_what_to_write_or_what_is_possible() -> None:
    plan = with_table(plan_with("Der EGT sinkt um 9,7 %."), FORM, NEW)
    found = [each for each in findings(plan, work=versions(OLD)) if "REPLACED" in each.rule]
    (finding,) = found
    assert (finding.rule, finding.level, finding.quote) == ("FIGURE-REPLACED", "warning", "9,7 %")
    assert "11,5 %" in finding.message
    assert "11,5 %" in finding.suggestion


# What any writer would write: a value in euros or percent, in one of many styles.
ROUNDINGS = {
    "": ROUND_HALF_UP,
    "rund ": ROUND_HALF_UP,
    "gut ": ROUND_FLOOR,
    "knapp ": ROUND_CEILING,
}
MONEY_STYLES = [
    (hedge, scale, places, unit)
    for scale, places, unit in (
        (1, 0, " €"), (1, 0, ",- Euro"), (1, 2, " €"), (1000, 0, " T€"), (10**6, 2, " Mio. €"),
        (10**6, 1, " Mio. Euro"), (10**6, 3, " Millionen Euro"),
    )
    for hedge in ROUNDINGS
    if hedge == "" or scale > 1
]  # fmt: skip
PERCENT_STYLES = [
    (hedge, 1, places, unit)
    for hedge in ("", "rund ")
    for places in (1, 2)
    for unit in (" %", "%", " Prozent")
]
Style = tuple[str, int, int, str]


def written(value: Fraction, style: Style) -> str:
    hedge, scale, places, unit = style
    exact = Decimal(abs(value).numerator) / Decimal(abs(value).denominator) / scale
    number = exact.quantize(Decimal(1).scaleb(-places), ROUNDINGS[hedge])
    german = f"{number:,f}".translate(str.maketrans(",.", ".,"))
    return f"{hedge}{german}{unit}"


def sentence(derivation: Derivation, figure: str) -> str:
    names = {A: "VWT", B: "EGT"}
    first = names[derivation.plus[0][0]]
    return {
        "cell": f"Für den {first} sind {figure} angesetzt.",
        "sum": f"EGT und VWT ergeben zusammen {figure} für Ausgaben.",
        "difference": f"Die Differenz von {figure} bei VWT und EGT.",
        "year_difference": f"Beim {first} sind es gegenüber dem Vorjahr {figure} Veränderung.",
        "sum_difference": f"EGT und VWT: zusammen gegenüber dem Vorjahr {figure} Veränderung.",
        "change": f"Beim {first} sind es gegenüber dem Vorjahr {figure} Veränderung.",
        "share": f"Der Anteil von VWT oder EGT liegt bei {figure} für Ausgaben.",
    }[derivation.kind]  # fmt: skip


ROWS = (A, B)
MONEY = [*cells(ROWS), *amounts_between(ROWS)]
PERCENT = [*changes((A,)), *changes((B,)), *shares(ROWS)]
amounts = st.integers(1_000_000, 90_000_000)
tables = st.builds(
    lambda a, b, c, d: table(FORM, {A: a, B: b}, {A: c, B: d}), amounts, amounts, amounts, amounts
)


def is_told_apart(derivation: Derivation, style: Style, *both: BudgetTable) -> bool:
    """Whether nothing else that follows from the two tables is written nearly so."""
    hedge, scale, places, _unit = style
    value = derivation.value(cents_of(both[0])) or Fraction(0)
    near = Fraction(2 * scale, 10**places) + (abs(value) / 15 if hedge else 0)
    others = PERCENT if derivation.is_percent else MONEY
    values = (
        each.value(cents_of(table)) or 0 for each in others if each != derivation for table in both
    )
    is_large = abs(value) > Fraction(20 * scale, 10**places)
    return is_large and all(abs(abs(other) - abs(value)) > near for other in values)


@settings(max_examples=examples(60, 200))
@given(tables, tables, st.sampled_from([*MONEY, *PERCENT]), st.data())
def test_mending_gives_the_text_that_would_have_been_written_from_the_new_table(
    old: BudgetTable, new: BudgetTable, derivation: Derivation, data: st.DataObject
) -> None:
    style = data.draw(st.sampled_from(PERCENT_STYLES if derivation.is_percent else MONEY_STYLES))
    assume(is_told_apart(derivation, style, old, new))
    before, after = derivation.value(cents_of(old)), derivation.value(cents_of(new))
    assert before is not None
    assert after is not None
    words, new_words = written(before, style), written(after, style)
    plan = plan_with(sentence(derivation, words))
    found = find_replaced(FORM, plan, old, new)
    if new_words == words:
        assert found == []
    elif (before > 0) != (after > 0) or not set(new_words) & set("123456789"):
        assert not any(each.can_mend for each in found)
    elif style[0] and not found:
        assert abs(after - before) <= abs(before) / 15
    else:
        (block,) = mend_all(FORM, plan, found).answer("A.budget").text
        assert isinstance(block, Paragraph)
        assert plain_text(block.runs) == sentence(derivation, new_words)
