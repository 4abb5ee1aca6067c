"""Paragraphs of the year before, with and without its year and figures."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from lpd_desktop.check.context import Context
from lpd_desktop.check.engine import check_plan
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.language.unchanged import unchanged_paragraphs
from lpd_desktop.plan.model import Answer, Plan, Potential
from lpd_desktop.plan.rich_text import Block, Paragraph, Run, text_run
from lpd_desktop.plan.work import Work
from tests.unit.check.plans import FORM, SECOND, complete, text, with_potential

from .words import FIELD, heading, items, paragraph, paragraphs, plan_with, table

SENTENCE = "Die Beratung findet an allen Standorten statt und wird gut angenommen."


def compared(now: tuple[Block, ...], before: tuple[Block, ...]) -> list[Finding]:
    return against(plan_with(*now), plan_with(*before))


def against(now: Plan, before: Plan | None) -> list[Finding]:
    found = unchanged_paragraphs(Context(now, Work(), FORM, before))
    return [each for each in found if each.where.startswith(FIELD)]


@pytest.mark.parametrize(
    "before",
    [
        SENTENCE,
        SENTENCE.replace(" und", "  und"),
        SENTENCE.replace("allen", "allen fünf"),
        SENTENCE.replace("gut", "sehr gut"),
        SENTENCE.upper(),
        SENTENCE.replace("statt", "statt,"),
    ],
)
def test_a_paragraph_of_last_year_is_a_hint(before: str) -> None:
    (finding,) = compared(paragraphs(SENTENCE), paragraphs("Anderes.", before))
    assert (finding.rule, finding.level) == ("UNCHANGED", "hint")
    assert finding.quote == "Die Beratung findet an allen Standorten statt und"


@pytest.mark.parametrize(
    "before",
    [
        "Die Vermittlung findet an drei Standorten statt und wird selten genutzt.",
        "Die Beratung wird ab dem Frühjahr an allen Standorten auch am Abend angeboten.",
        "",
    ],
)
def test_a_new_paragraph_is_none(before: str) -> None:
    assert compared(paragraphs(SENTENCE), paragraphs(before)) == []


def test_without_a_plan_of_last_year_there_is_nothing_to_compare() -> None:
    assert against(plan_with(paragraph(SENTENCE)), None) == []


def test_short_lines_headings_and_tables_may_come_again() -> None:
    blocks = (
        heading(SENTENCE),
        paragraph("Dazu zählen drei Punkte:"),
        table(
            ("", SENTENCE),
        ),
    )
    assert compared(blocks, blocks) == []


def test_a_year_that_moved_on_is_a_hint_and_one_that_stayed_a_warning() -> None:
    plan = "Im Jahr {} wird die Beratung an allen Standorten weiter ausgebaut und verstetigt."
    (moved,) = compared(paragraphs(plan.format(2023)), paragraphs(plan.format(2022)))
    assert moved.rule == "UNCHANGED"
    (stayed,) = compared(paragraphs(plan.format(2022)), paragraphs(plan.format(2022)))
    assert (stayed.rule, stayed.level, stayed.quote) == ("UNCHANGED-FIGURES", "warning", "2022")


def test_a_year_of_history_may_stay() -> None:
    words = "Seit dem Jahr 2014 arbeitet das Jobcenter mit allen Trägern im Kreis eng zusammen."
    (finding,) = compared(paragraphs(words), paragraphs(words))
    assert finding.rule == "UNCHANGED"


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("Der Bestand liegt bei 7.180 Personen und damit weiter hoch.", "7.180"),
        ("Der Anteil der Frauen beträgt 38,9 Prozent.", "38,9"),
        ("Die Umschichtung wird mit 450.000 € veranschlagt.", "450.000"),
        ("Die Quote soll um mindestens 5 % sinken.", "5"),
        ("Im Bereich arbeiten 129 Kräfte an fünf Standorten.", "129"),
    ],
)
def test_the_same_figure_as_last_year_is_a_warning(words: str, figure: str) -> None:
    (finding,) = compared(paragraphs(words), paragraphs(words))
    assert (finding.rule, finding.quote) == ("UNCHANGED-FIGURES", figure)


def test_new_figures_in_an_old_paragraph_are_a_hint() -> None:
    words = "Der Bestand liegt bei {} Personen und ist damit im Vergleich zu anderen Kreisen hoch."
    (finding,) = compared(paragraphs(words.format("7.180")), paragraphs(words.format("7.185")))
    assert finding.rule == "UNCHANGED"


def test_a_paragraph_is_found_in_another_field_and_as_an_item() -> None:
    before = replace(complete(), answers={"other": Answer(text=(items("Kurz", SENTENCE),))})
    (finding,) = against(plan_with(items(SENTENCE)), before)
    assert finding.where == "A.staff#l1i1"
    potential = Potential(topic="Post", background=text(SENTENCE), development=text("Neu."))
    assert len(against(plan_with(paragraph(SENTENCE)), with_potential(complete(), potential))) == 1


def test_a_footnote_of_last_year_is_found() -> None:
    note = Run(footnote=(text_run("Schreiben des BMAS mit 7.180 Personen im Anhang"),))
    block = Paragraph("p1", (text_run("Neu gesagt."), note))
    (finding,) = compared((block,), (block,))
    assert finding.rule == "UNCHANGED-FIGURES"


def test_the_plan_of_last_year_may_have_been_written_for_another_form() -> None:
    before = complete(SECOND)
    assert against(plan_with(paragraph(SENTENCE)), before) == []


def test_the_engine_compares_only_when_it_is_given_the_plan() -> None:
    plan = plan_with(paragraph(SENTENCE))
    assert check_plan(plan, Work(), FORM) == []
    found = check_plan(plan, Work(), FORM, plan)
    assert {each.rule for each in found} == {"UNCHANGED"}
