from __future__ import annotations

from lpd_desktop.gui.wizard import PlanWizard


def test_the_page_that_weiter_leads_to_is_built_before_somebody_goes_there(
    qtbot, sample_wizard: PlanWizard
) -> None:
    following = sample_wizard.steps.following
    built = sample_wizard._book._pages
    assert following.key not in built
    qtbot.waitUntil(lambda: following.key in built)
    page = built[following.key]
    sample_wizard.go_next()
    assert sample_wizard.page is page
