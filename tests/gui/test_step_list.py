"""The list of steps tells each state by mark and words, to eyes and to screen readers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from lpd_desktop.gui.steps.step_delegate import SHORT_STATE
from lpd_desktop.gui.steps.step_list import StepList
from lpd_desktop.gui.steps.step_states import StepState
from lpd_desktop.gui.steps.steps import Steps
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.sample import sample_file


@pytest.fixture
def shown(qtbot) -> StepList:
    """The steps of the sample, each in another state."""
    steps = StepList()
    qtbot.addWidget(steps)
    file = sample_file()
    states = {
        "cover": StepState("done"),
        "A.budget": StepState("error", errors=3, missing=1, warnings=2),
        "A.staff": StepState("empty", errors=1, missing=1),
        "B.topics": StepState("started", errors=1, missing=1, note="2/3"),
        "C.potentials": StepState("done", hints=2),
        "review": StepState("error", errors=5, missing=3),
        "approval": StepState("empty", note="Entwurf"),
    }
    steps.show_steps(Steps(file.form, file.plan, "A.staff"), states)
    return steps


@pytest.mark.parametrize(
    ("key", "seen", "told"),
    [
        ("cover", "", "Deckblatt: fertig"),
        ("A.budget", "2 Fehler", "A Budget: Fehler, 2 Fehler, 1 Angabe fehlt noch, 2 Warnungen"),
        ("A.staff", "leer", "A Personal: leer, 1 Angabe fehlt noch"),
        ("B.topics", "1 fehlt", "B Themenwahl: 2/3, begonnen, 1 Angabe fehlt noch"),
        ("C.potentials", "2 Hinweise", "C Potentiale: fertig, 2 Hinweise"),
        ("review", "2 Fehler", "Prüfung: Fehler, 2 Fehler, 3 Angaben fehlen noch"),
        ("approval", "Entwurf", "Freigabe: Zustand: Entwurf"),
    ],
)
def test_each_state_is_seen_and_told_in_words(
    shown: StepList, key: str, seen: str, told: str
) -> None:
    role = Qt.ItemDataRole.UserRole
    item = next(i for row in range(shown.count()) if (i := shown.item(row)).data(role) == key)
    assert item.data(SHORT_STATE) == seen
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == told
    assert item.toolTip() == told
    assert not item.icon().isNull()


@pytest.mark.parametrize("width", [60, 120, 190, 250, 500])
def test_the_list_is_painted_at_every_width(qtbot, shown: StepList, width: int) -> None:
    shown.resize(width, 300)
    shown.show()
    assert not shown.grab().isNull()
    assert shown.horizontalScrollBar().maximum() == 0


def test_the_arrow_keys_open_steps_and_the_focus_stays_in_the_list(
    qtbot, sample_wizard: PlanWizard
) -> None:
    steps = sample_wizard.findChild(StepList)
    steps.setFocus()
    qtbot.keyClick(steps, Qt.Key.Key_Down)
    assert sample_wizard.steps.current.key == "A.budget"
    qtbot.keyClick(steps, Qt.Key.Key_End)
    assert sample_wizard.steps.current.key == "approval"
    assert steps.hasFocus()
