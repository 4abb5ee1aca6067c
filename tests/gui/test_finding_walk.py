"""Next and previous finding, seen from the cursor."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from lpd_desktop.check.engine import check_plan
from lpd_desktop.check.finding import Finding
from lpd_desktop.gui.announcing import heard
from lpd_desktop.gui.budget.budget_grid import BudgetGrid
from lpd_desktop.gui.findings.finding_walk import FindingWalk, Stand
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.addresses import Address, blocks_at, with_blocks
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import Paragraph, Run
from lpd_desktop.plan.sample import sample_file

WORDS = "eins zwei drei vier fünf"


def file_with_words() -> LpdFile:
    """The sample with two paragraphs of known words on the page of the staff."""
    file = sample_file()
    blocks = tuple(Paragraph(name, (Run(text=WORDS),)) for name in ("p1", "p2"))
    plan = with_blocks(file.form, file.plan, Address("A.staff"), blocks)
    return replace(file, plan=plan)


def finding(where: str, quote: str = "", rule: str = "R") -> Finding:
    return Finding(rule=rule, level="hint", where=where, place=where, message="x", quote=quote)


FOUND = [
    finding("A.staff#p2", "zwei"),
    finding("A.staff#p1", "fünf"),
    finding("cover/as_of"),
    finding("A.staff#p1", "drei"),
    finding("A.budget/table/transfer_in/previous"),
    finding("A.budget/table/transfer_in/plan"),
]
IN_ORDER = [FOUND[2], FOUND[5], FOUND[4], FOUND[3], FOUND[1], FOUND[0]]


@pytest.fixture(scope="module")
def walk() -> FindingWalk:
    return FindingWalk(file_with_words(), FOUND)


def test_findings_follow_each_other_as_their_words_stand_in_the_document(walk: FindingWalk):
    assert list(walk.findings) == IN_ORDER


@pytest.mark.parametrize(
    ("stand", "direction", "expected"),
    [
        (Stand("A.staff#p1", 0), 1, 3),
        (Stand("A.staff#p1", 10), 1, 3),
        (Stand("A.staff#p1", 10), -1, 2),
        (Stand("A.staff#p1", 12), 1, 4),
        (Stand("A.staff#p1", 12), -1, 3),
        (Stand("A.staff#p2", 20), -1, 5),
        (Stand("A.staff"), -1, 2),
        (Stand("A.budget"), 1, 1),
        (Stand("cover/jobcenter"), 1, 0),
        (Stand(), 1, 0),
        (Stand(), -1, 5),
    ],
)
def test_the_way_begins_where_the_cursor_stands(
    walk: FindingWalk, stand: Stand, direction: int, expected: int
):
    found = walk.from_cursor(stand, direction)
    assert (found.finding, found.number, found.is_wrapped) == (
        IN_ORDER[expected],
        expected + 1,
        False,
    )


def test_behind_the_last_finding_the_first_one_comes_and_it_is_said(walk: FindingWalk):
    found = walk.from_cursor(Stand("A.staff#p2", 20), 1)
    assert (found.number, found.is_wrapped) == (1, True)
    assert found.sentence() == "Befund 1 von 6 – weiter vom Anfang her"
    back = walk.from_cursor(Stand("cover/jobcenter"), -1)
    assert (back.number, back.sentence()) == (6, "Befund 6 von 6 – weiter vom Ende her")


def test_without_findings_nothing_comes_next():
    walk = FindingWalk(file_with_words(), ())
    assert walk.from_cursor(Stand(), 1) is None
    assert walk.from_finding(FOUND[0], 1) is None


@given(st.permutations(range(len(FOUND))), st.integers(0, len(FOUND) - 1))
def test_every_finding_is_met_once_from_wherever_one_starts(order: list[int], start: int):
    walk = FindingWalk(file_with_words(), [FOUND[index] for index in order])
    met = [walk.findings[start]]
    for _ in FOUND[1:]:
        met.append(walk.from_finding(met[-1], 1).finding)
    assert sorted(map(IN_ORDER.index, met)) == list(range(len(FOUND)))
    assert walk.from_finding(met[-1], 1).finding == met[0]


def test_the_walk_over_a_real_check_has_all_findings():
    file = sample_file()
    findings = check_plan(file.plan, file.work, file.form)
    assert sorted(map(str, FindingWalk(file, findings).findings)) == sorted(map(str, findings))


def selected(wizard: PlanWizard) -> str:
    edit = wizard.focusWidget()
    text = edit.selectedText() if isinstance(edit, QLineEdit) else edit.textCursor().selectedText()
    return text.replace("\u2028", "\n")


def test_f8_starts_at_the_cursor_and_not_where_it_led_last(qtbot, sample_wizard: PlanWizard):
    wizard, window = sample_wizard, sample_wizard.window()
    walk = FindingWalk(window.session.file, window.session.findings)
    assert len(walk.findings) > 2
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert wizard.current_finding == walk.findings[0]
    wizard.go_to("B.topics")
    wizard.focus_page()
    qtbot.keyClick(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    last_before = wizard.current_finding
    assert last_before == walk.from_cursor(Stand("B.topics"), -1).finding
    assert last_before != walk.findings[-1]
    qtbot.keyClick(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert walk.findings.index(wizard.current_finding) == walk.findings.index(last_before) - 1


def test_f8_meets_every_finding_with_its_words_selected_and_tells_when_it_begins_anew(
    qtbot, sample_wizard: PlanWizard
):
    wizard, window = sample_wizard, sample_wizard.window()
    said: list[str] = []
    met = []
    with heard(said.append):
        for _each in window.session.findings:
            qtbot.keyClick(window, Qt.Key.Key_F8)
            met.append(wizard.current_finding)
            quoted = blocks_at(
                window.session.file.form,
                window.session.file.plan,
                Address.parse(met[-1].where).field,
            )
            if quoted is not None and met[-1].quote:
                assert selected(wizard) == met[-1].quote
        assert "weiter" not in "".join(said)
        qtbot.keyClick(window, Qt.Key.Key_F8)
    assert len(set(map(str, met))) == len(window.session.findings)
    assert wizard.current_finding == met[0]
    assert "weiter vom Anfang her" in said[-1]
    assert wizard.bar.saved.text() == said[-1]


def test_from_a_cell_of_the_budget_the_way_goes_on_from_there(qtbot, sample_wizard: PlanWizard):
    sample_wizard.go_to("A.budget")
    grid = sample_wizard.page.findChild(BudgetGrid)
    grid.select_cell(2, 2)
    key = grid.model().rows[2].key
    assert sample_wizard.page.address_at(grid) == f"A.budget/table/{key}/previous"


def test_a_plan_without_findings_says_so(qtbot, sample_wizard: PlanWizard, monkeypatch):
    window = sample_wizard.window()
    monkeypatch.setattr(window.session, "findings", ())
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert sample_wizard.bar.saved.text() == "Keine Befunde"
