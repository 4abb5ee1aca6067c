"""Potentials whose addition was taken back."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from lpd_desktop.editing.potentials import add_potential, remove_potential
from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.rich_text import plain_text, walk_runs


def waiting_told(wizard: PlanWizard) -> bool:
    labels = wizard.page.findChildren(QLabel)
    return any("liegt mit Ihrem Text bereit" in each.text() for each in labels if each.isVisible())


def test_a_potential_written_and_taken_back_is_told_of_and_comes_again(
    qtbot, sample_wizard: PlanWizard
):
    sample_wizard.go_to("C.potentials/3")
    draft = sample_wizard.page.context.session.draft
    draft.change("Potential entfernen", lambda file: remove_potential(file, 2))
    draft.change("Potential hinzufügen", add_potential)
    sample_wizard.go_to("C.potentials")
    assert not waiting_told(sample_wizard)
    sample_wizard.go_to("C.potentials/3")
    edit = sample_wizard.page.findChildren(RichTextEdit)[0]
    edit.setFocus()
    qtbot.keyClicks(edit, "viele Worte")
    edit.flush()
    draft.undo()
    sample_wizard.go_to("C.potentials")
    assert waiting_told(sample_wizard)

    sample_wizard.page._add.click()
    (runs,) = [runs for _block, runs in walk_runs(draft.plan.potentials[2].background)]
    assert plain_text(runs) == "viele Worte"
    sample_wizard.go_to("C.potentials")
    assert not waiting_told(sample_wizard)
