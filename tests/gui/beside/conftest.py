"""A plan whose year before lies in the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.form.derive import derive_form
from lpd_desktop.gui.beside.earlier_tab import EarlierTab
from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.new import new_file
from lpd_desktop.plan.sample import sample_file


def next_year(before: LpdFile) -> LpdFile:
    """An empty plan of the year after, with the same topics and potentials."""
    form = derive_form(before.form, before.form.year + 1)
    file = new_file(form, before.plan.jobcenter)
    topics = tuple(changed(topic, answers={}) for topic in before.plan.topics)
    potentials = tuple(
        changed(each, background=(), development=()) for each in before.plan.potentials
    )
    return replace(file, plan=changed(file.plan, topics=topics, potentials=potentials))


@pytest.fixture
def before() -> LpdFile:
    return sample_file()


@pytest.fixture
def wizard(qtbot, window: MainWindow, before: LpdFile) -> PlanWizard:
    """The wizard over the year after the sample, which is in the store; nothing is checked yet."""
    window.services.drafts.add(before)
    with qtbot.waitSignal(window.opening.opened):
        window.opening.take(next_year(before))
    qtbot.wait(1)
    return window.wizard


@pytest.fixture
def look(qtbot) -> Callable[[PlanWizard, str], EarlierTab]:
    """Goes to a step with last year's answers in front, and waits for them."""

    def looked(wizard: PlanWizard, kind: str) -> EarlierTab:
        step = next(step for step in wizard.steps if step.kind == kind)
        wizard.go_to(step.key)
        wizard.focus_page()
        wizard.panel.setCurrentWidget(wizard.panel.earlier)
        qtbot.waitUntil(lambda: wizard.panel.earlier.plan.newest is not None)
        qtbot.waitUntil(lambda: not wizard.window().services.jobs.is_busy)
        return wizard.panel.earlier

    return looked
