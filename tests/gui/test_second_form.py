from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSpinBox

from lpd_desktop.form.model import Form
from lpd_desktop.form.reading import read_form
from lpd_desktop.gui.budget.budget_grid import BudgetGrid
from lpd_desktop.gui.jobcenter_box import JobcenterBox
from lpd_desktop.gui.look.wrapping_check_box import WrappingCheckBox
from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.start.new_plan_assistant import NewPlanAssistant
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.new import jobcenter_named, new_file

FORM = Path(__file__).resolve().parent.parent / "data" / "forms" / "second-form.toml"


@pytest.fixture(scope="module")
def form() -> Form:
    return read_form(FORM)


@pytest.fixture
def wizard(window, take, form: Form) -> PlanWizard:
    return take(window, new_file(form, jobcenter_named("Stadt Musterhausen", form.year)))


def test_another_form_has_its_own_pages(wizard: PlanWizard, form: Form):
    for step in list(wizard.steps):
        wizard.go_to(step.key)
        assert wizard.page.step.key == step.key
    assert {step.item for step in wizard.steps} - {""} == {item.key for item in form.items}


def test_five_of_eight_topics_are_chosen_and_the_next_is_explained(qtbot, wizard: PlanWizard):
    item = wizard.page.file.form.topics
    wizard.go_to(item.key)
    boxes = [box for box in wizard.page.findChildren(WrappingCheckBox) if not box.isChecked()]
    refused = []
    for box in boxes:
        box.setFocus()
        qtbot.keyClick(box, Qt.Key.Key_Space)
        if "mehr sieht die Form nicht vor" in box.accessibleDescription():
            refused.append(box)
    assert len(wizard.page.file.plan.topics) == item.allowed
    assert len(refused) == len(boxes) + sum(t.fixed for t in item.topics) - item.allowed


def test_targets_take_numbers_and_keep_what_is_none(qtbot, wizard: PlanWizard):
    step = next(step for step in wizard.steps if step.kind == "targets")
    wizard.go_to(step.key)
    first, second = wizard.page.findChildren(QLineEdit)[:2]
    for edit, text in ((first, "12,5"), (second, "viel")):
        edit.setFocus()
        qtbot.keyClicks(edit, text)
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    values = [figure.value for figure in wizard.page.file.plan.answer(step.item).figures]
    assert values[0] == 1250
    assert values[1].text == "viel"


def test_the_grid_has_the_rows_of_the_form(wizard: PlanWizard, form: Form):
    item = next(form.budgets)
    wizard.go_to(item.key)
    grid = wizard.page.findChild(BudgetGrid)
    labels = [grid.model().index(row, 0).data() for row in range(grid.model().rowCount())]
    assert labels == [row.label for row in item.rows]


def test_a_form_that_the_office_added_is_offered_for_its_year(window: MainWindow) -> None:
    folder = window.services.added_forms
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FORM.name).write_bytes(FORM.read_bytes())
    assistant = NewPlanAssistant(window, folder)
    made = []
    assistant.made.connect(made.append)
    assistant.findChild(QSpinBox).setValue(2031)
    assistant.findChild(JobcenterBox).setCurrentText("Kreis Kleve")
    assistant.accepted.emit()
    assert [file.form.id for file in made] == ["rap-2031"]


def test_a_topic_of_ones_own_is_chosen_on_top_of_the_listed_ones(qtbot, wizard: PlanWizard):
    item = wizard.page.file.form.topics
    wizard.go_to(item.key)
    boxes = {row.box: key for key, row in wizard.page._topics.items()}
    for box in boxes:
        box.setFocus()
        qtbot.keyClick(box, Qt.Key.Key_Space)
    chosen = [topic.key for topic in wizard.page.file.plan.topics]
    assert sum(not item.topic(key).free for key in chosen) == item.choose
    assert [key for key in chosen if item.topic(key).free] == ["own"]
