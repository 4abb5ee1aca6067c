"""The chart of a budget in the document: figures with alternative text, only where wanted."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace as changed

from lpd_desktop.pdf.comparison import text_differences
from lpd_desktop.pdf.reading import Element, read_structure
from lpd_desktop.pdf.rendering import Rendered, render_plan
from lpd_desktop.plan.amounts import format_euro
from lpd_desktop.plan.budget import BudgetTable, TypedText
from lpd_desktop.plan.chart.facts import chart_of
from lpd_desktop.plan.chart.sentences import group_sentence
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.sample import sample_file
from tests.extent import examples
from tests.strategies import budget_tables
from tests.unit.pdf.structure_check import faults_of

ITEM = next(sample_file().form.budgets)


def with_table(file: LpdFile, **fields: object) -> LpdFile:
    answer = file.plan.answer(ITEM.key)
    assert answer.table is not None
    table = changed(answer.table, **fields)
    return replace(file, plan=file.plan.with_answer(ITEM.key, changed(answer, table=table)))


def table_of(file: LpdFile) -> BudgetTable:
    table = file.plan.answer(ITEM.key).table
    assert table is not None
    return table


def figures(element: Element) -> list[Element]:
    below = [figure for kid in element.kids if isinstance(kid, Element) for figure in figures(kid)]
    return [*([element] if element.role == "Figure" else []), *below]


def written_figures(data: bytes) -> list[tuple[str, list[float]]]:
    """Alternative text and box of each figure, in the order of the file."""
    with pikepdf.open(BytesIO(data)) as pdf:
        entries = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
        found = [each for each in entries if each.get("/S") == "/Figure"]
        return [(str(each["/Alt"]), [float(x) for x in each["/A"]["/BBox"]]) for each in found]


@pytest.fixture(scope="module")
def charted(sample: LpdFile) -> LpdFile:
    return with_table(sample, chart=True)


@pytest.fixture(scope="module")
def rendered(charted: LpdFile) -> Rendered:
    return render_plan(charted, draft=True)


def test_nobody_gets_a_chart_without_asking(sample: LpdFile, draft: Rendered):
    assert figures(read_structure(draft.data)) == []
    unwanted = with_table(sample, chart=False)
    assert figures(read_structure(render_plan(unwanted, draft=True).data)) == []
    hidden = with_table(sample, chart=True, print=False)
    assert figures(read_structure(render_plan(hidden, draft=True).data)) == []


def test_every_row_of_the_chart_is_a_figure_with_its_facts_in_words(
    charted: LpdFile, rendered: Rendered
):
    chart = chart_of(ITEM, table_of(charted), charted.form.year)
    sentences = [group_sentence(group) for group in chart.groups]
    assert sorted(alt for alt, _box in written_figures(rendered.data)) == sorted(sentences)
    found = figures(read_structure(rendered.data))
    for figure, group in zip(found, chart.groups, strict=True):
        assert figure.text.startswith(group.label)
        assert format_euro(group.bars[0].cents or 0).replace("\u00a0", " ") in figure.text


def test_the_document_with_a_chart_is_sound_repeatable_and_says_what_the_data_say(
    charted: LpdFile, rendered: Rendered
):
    assert faults_of(rendered.data) == []
    assert text_differences(rendered.data, charted) == []
    assert render_plan(charted, draft=True).data == rendered.data


def test_the_comparison_notices_a_chart_of_other_amounts(charted: LpdFile, rendered: Rendered):
    rows = [
        changed(row, previous=row.cents("previous"))
        if row.key != "municipal_integration"
        else changed(row, previous=77700)
        for row in table_of(charted).rows
    ]
    assert text_differences(rendered.data, with_table(charted, rows=tuple(rows))) != []


def test_a_figure_says_where_on_its_page_it_stands(rendered: Rendered):
    for _alt, (x0, y0, x1, y1) in written_figures(rendered.data):
        assert 0 < x0 < x1 < 596
        assert 0 < y0 < y1 < 842


def test_no_colour_but_grey_would_lose_the_parts(rendered: Rendered):
    """Hatching is drawn as lines, so parts differ in a print without colours."""
    with pikepdf.open(BytesIO(rendered.data)) as pdf:
        page = next(p for p in pdf.pages if b"/Figure" in p.Contents.read_bytes())
        strokes = page.Contents.read_bytes().partition(b"/Figure")[2].count(b" l S")
    assert strokes > 20


@settings(max_examples=examples(6, 12), deadline=None, suppress_health_check=list(HealthCheck))
@given(table=budget_tables(ITEM))
def test_any_table_makes_a_sound_document_with_its_chart(sample: LpdFile, table: BudgetTable):
    answers = {ITEM.key: changed(sample.plan.answer(ITEM.key), text=(), table=table)}
    plan = changed(sample.plan, answers=answers, topics=(), potentials=())
    file = with_table(replace(sample, plan=plan), chart=True, print=True)
    data = render_plan(file, draft=True).data
    assert text_differences(data, file) == []
    assert faults_of(data) == []


def test_what_cannot_be_drawn_is_said_on_the_page(sample: LpdFile):
    rows = tuple(
        changed(row, plan=TypedText("100.0000")) if row.role == "total" else row
        for row in table_of(sample).rows
    )
    data = render_plan(with_table(sample, chart=True, rows=rows), draft=True).data
    texts = [figure.text for figure in figures(read_structure(data))]
    assert "nicht darstellbar: „100.0000“ ist kein Betrag" in texts[0]
