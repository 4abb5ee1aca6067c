"""The chart of a budget shows what the table holds, and says what it cannot show."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import UNSET
from msgspec.structs import replace

from lpd_desktop.form.library import form_for_year
from lpd_desktop.plan.amounts import format_euro
from lpd_desktop.plan.budget import BudgetTable, TableRow, TypedText, proposed_table
from lpd_desktop.plan.chart.facts import BudgetChart, Group, chart_of
from lpd_desktop.plan.chart.layout import Area, Label, Line, Sheet, lay_out
from lpd_desktop.plan.chart.patterns import PATTERNS, hatching
from lpd_desktop.plan.chart.sentences import chart_lines, chart_sentences, group_sentence
from lpd_desktop.plan.chart.wrapping import wrapped
from tests.strategies import budget_tables

FORM = form_for_year(2023)
ITEM = next(FORM.budgets)
TOTAL, FEDERAL, MUNICIPAL = (
    "administration_total",
    "administration_federal",
    "administration_municipal",
)


def measure(text: str, bold: bool) -> float:
    return len(text) * (6.0 if bold else 5.0)


SHEET = Sheet(430.0, 10.0, measure)


def table_with(**cells: object) -> BudgetTable:
    """The proposed table; a value is that of the plan year or of both years."""
    table = proposed_table(ITEM)
    rows = []
    for row in table.rows:
        value = cells.get(row.key, UNSET)
        plan, previous = value if isinstance(value, tuple) else (value, UNSET)
        rows.append(replace(row, plan=plan, previous=previous))
    return replace(table, rows=tuple(rows))


def chart_with(**cells: object) -> BudgetChart:
    return chart_of(ITEM, table_with(**cells), 2023)


def only_group(chart: BudgetChart) -> Group:
    (group,) = chart.groups
    return group


def test_a_total_is_divided_into_the_parts_that_make_it() -> None:
    chart = chart_with(**{TOTAL: (1000, 900), FEDERAL: (800, 900), MUNICIPAL: (200, UNSET)})
    new, old = only_group(chart).bars
    assert [(part.key, part.cents) for part in new.parts] == [(FEDERAL, 800), (MUNICIPAL, 200)]
    assert (old.cents, old.parts) == (900, ())
    assert chart.reach == 1000


def test_parts_with_another_sum_leave_the_bar_undivided_and_are_told() -> None:
    bar = only_group(chart_with(**{TOTAL: 100000, FEDERAL: 70000, MUNICIPAL: 20000})).bars[0]
    assert (bar.cents, bar.parts) == (100000, ())
    assert bar.note == f"ohne Aufteilung, weil die Teile zusammen {format_euro(90000)} ergeben"


def test_a_part_that_is_no_amount_leaves_the_bar_undivided_and_is_named() -> None:
    bar = only_group(chart_with(**{TOTAL: 1000, FEDERAL: TypedText("8,0,0")})).bars[0]
    assert bar.parts == ()
    assert "Bund" in bar.note


def test_what_was_deducted_is_drawn_behind_the_amount() -> None:
    available, whole = "integration_available", "integration_federal"
    chart = chart_with(**{available: 700, whole: 1000, "transfer_out": 300})
    bar = next(group for group in chart.groups if group.key == available).bars[0]
    assert bar.cents == 700
    assert [(part.key, part.cents) for part in bar.taken] == [("transfer_out", 300)]
    assert bar.reach == 1000


def test_cells_that_hold_no_amount_are_not_drawn_but_told() -> None:
    odd = {TOTAL: (TypedText("100.0000"), -500), "municipal_integration": (UNSET, 700)}
    chart = chart_with(**odd)
    first, second = chart.groups
    assert [bar.cents for bar in first.bars] == [None, None]
    assert "2023 nicht darstellbar: „100.0000“ ist kein Betrag" in group_sentence(first)
    assert f"2022 nicht darstellbar: {format_euro(-500)} ist negativ" in group_sentence(first)
    assert "2023 nicht darstellbar: es ist kein Betrag eingetragen" in group_sentence(second)
    labels = [shape.text for shape in lay_out(chart, SHEET)[0].shapes if isinstance(shape, Label)]
    assert "nicht darstellbar: „100.0000“ ist kein Betrag" in " ".join(labels)


def test_empty_rows_and_an_empty_year_have_no_bars() -> None:
    chart = chart_with(municipal_integration=500)
    assert chart.years == (2023,)
    assert [group.key for group in chart.groups] == ["municipal_integration"]
    assert chart_with() == BudgetChart((), ())


def test_a_total_without_an_amount_keeps_its_place_when_its_parts_have_some() -> None:
    group = only_group(chart_with(**{FEDERAL: 5}))
    assert group.key == TOTAL
    assert group.bars[0].cents is None


def test_own_rows_have_bars_of_their_own_and_the_number_of_bars_is_limited() -> None:
    rows = tuple(
        TableRow(key=f"own_{n}", label=f"Zeile {n}", role="for_information", plan=n * 100)
        for n in range(1, 16)
    )
    chart = chart_of(ITEM, BudgetTable(rows=rows), 2023)
    assert [group.label for group in chart.groups] == [f"Zeile {n}" for n in range(1, 13)]
    assert chart.left_out == 3
    assert chart_sentences(chart).endswith("Weitere Zeilen der Tabelle ohne Balken: 3.")


def test_the_change_is_told_with_a_word_and_a_sign() -> None:
    less = only_group(chart_with(municipal_integration=(90000, 100000)))
    assert group_sentence(less).endswith("2022 1.000\u00a0€; 100\u00a0€ weniger (−10,00\u00a0%).")
    same = only_group(chart_with(municipal_integration=(5, 5)))
    assert "unverändert" in group_sentence(same)
    from_nothing = only_group(chart_with(municipal_integration=(500, 0)))
    assert group_sentence(from_nothing).endswith("; 5\u00a0€ mehr.")


def test_the_table_of_the_chart_holds_every_part() -> None:
    chart = chart_with(**{TOTAL: (1000, 900), FEDERAL: (800, 900), MUNICIPAL: (200, UNSET)})
    lines = list(chart_lines(chart))
    assert [line.is_part for line in lines] == [False, True, True]
    assert lines[1].amounts == (format_euro(800), "–")
    assert lines[0].change == "1\u00a0€ mehr (+11,11\u00a0%)"


@settings(max_examples=60)
@given(budget_tables(ITEM), st.sampled_from([60.0, 200.0, 430.0]))
def test_every_chart_stays_on_its_sheet_and_its_bars_are_as_long_as_their_amounts(
    table: BudgetTable, width: float
) -> None:
    chart = chart_of(ITEM, table, 2023)
    layouts = lay_out(chart, Sheet(width, 10.0, measure))
    assert len(layouts) == len(chart.groups)
    for layout in layouts:
        for shape in layout.shapes:
            if isinstance(shape, Area):
                assert shape.x >= 0
                assert 0 <= shape.y <= shape.y + shape.height <= layout.height
            elif isinstance(shape, Label):
                assert 0 < shape.y < layout.height


def test_lengths_follow_the_amounts_over_all_rows() -> None:
    chart = chart_with(**{TOTAL: (1000, 500)}, municipal_integration=(250, 1))
    widths = [
        [shape.width for shape in layout.shapes if isinstance(shape, Area)]
        for layout in lay_out(chart, SHEET)
    ]
    (whole, half), (quarter, least) = widths
    assert whole == 2 * half == 4 * quarter
    assert 0 < least < quarter / 10


def test_no_label_is_wider_than_the_sheet() -> None:
    long = replace(proposed_table(ITEM).rows[0], label="Wort " * 60, plan=TypedText("x" * 900))
    chart = chart_of(ITEM, BudgetTable(rows=(long,)), 2023)
    for shape in lay_out(chart, SHEET)[0].shapes:
        if isinstance(shape, Label):
            assert shape.x + measure(shape.text, shape.bold) <= SHEET.width


@given(
    st.tuples(*[st.floats(0.5, 50)] * 2, *[st.floats(0.5, 300)] * 2),
    st.sampled_from([pattern for pattern in PATTERNS if pattern]),
)
def test_hatching_stays_inside_its_rectangle(place, pattern) -> None:
    x, y, width, height = place
    for stroke in hatching(place, pattern, 3.0):
        for px in (stroke.x0, stroke.x1):
            assert x - 1e-6 <= px <= x + width + 1e-6
        for py in (stroke.y0, stroke.y1):
            assert y - 1e-6 <= py <= y + height + 1e-6


def test_patterns_of_neighbours_differ() -> None:
    chart = chart_with(**{TOTAL: 1000, FEDERAL: 700, MUNICIPAL: 200, "transfer_in": 100})
    strokes = [shape for shape in lay_out(chart, SHEET)[0].shapes if isinstance(shape, Line)]
    assert len({(s.stroke.x1 > s.stroke.x0, s.stroke.y1 > s.stroke.y0) for s in strokes}) >= 2
    assert len(set(PATTERNS)) == len(PATTERNS)


@given(st.text(max_size=60), st.floats(20, 200))
def test_wrapping_keeps_every_sign_but_blanks(text: str, width: float) -> None:
    lines = wrapped(text, width, measure)
    joined = "".join(lines)
    assert [c for c in joined if not c.isspace()] == [c for c in text if not c.isspace()]
    assert all(len(line) <= 1 or measure(line, False) <= width for line in lines)
