"""Any plan makes a document without fault, whatever stands in it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from lpd_desktop.pdf.accessibility.checking import check_pdf
from lpd_desktop.pdf.comparison import first_difference, shown_words
from lpd_desktop.pdf.edition import DRAFT
from lpd_desktop.pdf.plan_story import plan_story
from lpd_desktop.pdf.reading import read_structure
from lpd_desktop.pdf.rendering import render_plan
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.sample import sample_file
from tests.extent import examples
from tests.strategies import plans


@settings(max_examples=examples(4, 12))
@given(plans())
def test_any_plan_is_printed_sound_and_word_for_word(plan: Plan):
    file = replace(sample_file(), plan=plan, release=None, as_read={})
    data = render_plan(file, draft=True).data
    assert check_pdf(data) == ()
    told = [word for _role, text in plan_story(file, DRAFT).root.texts() for word in text.split()]
    assert first_difference(list(shown_words(read_structure(data).texts())), told) == ""
