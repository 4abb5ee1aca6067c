"""No text makes a check of figures fail, and every quote stands in its text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.check.context import Context
from lpd_desktop.check.figures.checks import FIGURE_CHECKS
from lpd_desktop.check.money.checks import MONEY_CHECKS
from lpd_desktop.plan.model import Answer
from lpd_desktop.plan.work import Work
from tests.unit.check.figures.test_contradictions import PLAN, PREVIOUS
from tests.unit.check.plans import FORM, complete, table, text, with_table

FRAGMENTS = (
    "von auf um zu davon hiervon insgesamt zusammen setzt sich aus besteht verteilen entfallen und "
    "sowie nach gegenüber Vorjahr 2022 2023 Juni VZÄ eLb BG je Umschichtung EGT VWT K3 K2 sank "
    "stieg Rückgang Anteil weiblich männlich Schlüssel U25 Ü25 : . , ; ( ) − + rund ca. € Euro "
    "Mio. T€ % Prozentpunkte 0 1 2 7,9 100.0000 35.084.802 1:150 12 1.184 450.000 ,5 .5 zwölf \n"
)
WORDS = FRAGMENTS.split(" ")


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from([" ", ""]))
def test_any_words_can_be_checked(words: list[str], between: str) -> None:
    written = between.join(words)
    plan = with_table(complete(), FORM, table(FORM, PLAN, PREVIOUS))
    for item in ("A.staff", "A.budget"):
        answer = Answer(text=text(written), table=plan.answer(item).table)
        context = Context(plan.with_answer(item, answer), Work(), FORM)
        for check in (*FIGURE_CHECKS, *MONEY_CHECKS):
            for found in check(context):
                assert found.message.endswith(".")
                if "#" in found.where:
                    assert found.quote in written
