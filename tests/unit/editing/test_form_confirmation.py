"""A derived form is confirmed with day and source."""

from __future__ import annotations

import pytest

from lpd_desktop.check.engine import check_plan
from lpd_desktop.editing.form_confirmation import SourceMissingError, confirm_derived_form
from lpd_desktop.form.library import form_for_year
from lpd_desktop.plan.model import Jobcenter
from lpd_desktop.plan.new import new_file


def test_a_confirmed_form_says_with_what_it_was_compared_and_ends_the_hint() -> None:
    file = new_file(form_for_year(2027), Jobcenter())
    before = {finding.rule for finding in check_plan(file.plan, file.work, file.form)}
    confirmed = confirm_derived_form(file, "2026-09-30", " Vorlage  vom 28.09.2026 ")
    confirmation = confirmed.form.provenance.confirmed
    assert confirmation is not None
    assert (confirmation.date, confirmation.source) == ("2026-09-30", "Vorlage vom 28.09.2026")
    after = {finding.rule for finding in check_plan(file.plan, file.work, confirmed.form)}
    assert len(before - after) == 1


def test_a_confirmation_without_a_source_is_refused() -> None:
    file = new_file(form_for_year(2027), Jobcenter())
    with pytest.raises(SourceMissingError, match="womit"):
        confirm_derived_form(file, "2026-09-30", "  ")
