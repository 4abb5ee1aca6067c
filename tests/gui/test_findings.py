"""Findings: grouped, filtered, explained, accepted with a reason and opened again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from msgspec.structs import replace as changed
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QToolButton, QWidget

from lpd_desktop.check.acknowledgement import AcceptedFinding
from lpd_desktop.check.finding import Finding
from lpd_desktop.gui.findings.finding_dialog import FindingDialog
from lpd_desktop.gui.findings.finding_lines import Folds, page_lines
from lpd_desktop.gui.findings.finding_list import LineList
from lpd_desktop.gui.findings.lines import Line
from lpd_desktop.gui.findings.overview import KINDS, Overview
from lpd_desktop.gui.plan_before import PlanBefore
from lpd_desktop.gui.session import CheckOf
from lpd_desktop.gui.steps.step_states import StepState
from lpd_desktop.gui.stored_drafts import StoredDrafts
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import Acknowledgement
from lpd_desktop.runtime.progress import JobCancelled, Progress
from tests.gui.conftest import checked
from tests.gui.test_access import mnemonics_on
from tests.gui.test_journey import click, dialog, named

NOTE = Acknowledgement(rule="R", where="A.staff", digest="", reason="geklärt", name="Ada")


def finding(level: str, where: str, number: int = 0) -> Finding:
    return Finding(rule="R", level=level, where=where, place=where, message=f"Satz {number}.")


def review_lines(file, findings, accepted, folds: Folds | None = None) -> list[Line]:
    return list(Overview(file, findings).lines(accepted, KINDS, folds or Folds()))


def titles(lines: Sequence[Line]) -> list[str]:
    return [line.title for line in lines if line.is_header]


def acceptable(wizard: PlanWizard) -> Finding:
    return next(each for each in wizard._session.findings if each.rule == "PLACEHOLDER")


def row_of(findings: LineList, wanted: Finding) -> int:
    return next(row for row, line in enumerate(findings.lines) if line.subject == wanted)


def select(findings: LineList, row: int) -> None:
    findings.setFocus()
    findings.setCurrentIndex(findings.model().index(row))


def test_findings_stand_under_their_page_with_their_numbers():
    found = [
        finding("warning", "A.staff"),
        finding("error", "A.budget"),
        *(finding("hint", "A.budget", number) for number in range(3)),
    ]
    lines = review_lines(sample_file(), found, ())
    assert titles(lines)[:3] == [
        "A Budget – 1 Fehler · 3 Hinweise",
        "Hinweise (3)",
        "A Personal – 1 Warnung",
    ]


def test_what_is_not_there_yet_is_not_marked_as_an_error_beside_the_page(sample_wizard):
    gap = changed(finding("error", "B.topics", 1), rule="TOPICS-MISSING")
    wrong = finding("error", "B.topics", 2)
    sample_wizard.panel.setCurrentIndex(2)
    sample_wizard.panel.show_findings([gap, wrong], (), StepState("started"))
    lines = sample_wizard.panel.findings.lines
    assert [line.level for line in lines] == ["Fehlt noch", "Fehler"]
    assert lines[0].icon.cacheKey() != lines[1].icon.cacheKey()
    sample_wizard.panel.show_findings([wrong], (), StepState("empty"))
    assert [line.level for line in sample_wizard.panel.findings.lines] == ["Fehlt noch"]


def test_hints_are_folded_until_somebody_opens_them():
    found = [finding("error", "A.budget"), finding("hint", "A.budget", 7)]
    folds = Folds()
    closed = list(review_lines(sample_file(), found, (), folds=folds))
    assert all("Satz 7" not in line.text for line in closed)
    folds.turn(next(line for line in closed if line.title == "Hinweise (1)"))
    opened = list(review_lines(sample_file(), found, (), folds=folds))
    assert any("Satz 7" in line.text for line in opened)
    assert any("aufgeklappt" in line.spoken for line in opened if line.title == "Hinweise (1)")


def test_accepted_findings_are_folded_and_give_their_reason():
    accepted = [AcceptedFinding(finding("hint", "A.staff"), NOTE)]
    folds = Folds({"accepted": True})
    lines = list(review_lines(sample_file(), (), accepted, folds=folds))
    assert "Grund: geklärt (Ada)" in "".join(line.text for line in lines)
    lines = list(review_lines(sample_file(), (), accepted))
    assert "Grund" not in "".join(line.text for line in lines)


def test_a_page_with_hints_alone_shows_them():
    hints = [finding("hint", "A.staff", 1)]
    assert any("Satz 1" in line.text for line in page_lines(hints, (), Folds()))
    graver = [finding("warning", "A.staff"), *hints]
    assert all("Satz 1" not in line.text for line in page_lines(graver, (), Folds()))


def test_a_finding_of_no_page_is_listed_at_the_end_of_the_groups():
    found = [finding("warning", "nowhere"), finding("warning", "cover")]
    headers = titles(review_lines(sample_file(), found, ()))
    assert headers[1] == "Ganzes Dokument – 1 Warnung"


def test_the_levels_can_be_filtered(qtbot, sample_wizard: PlanWizard):
    sample_wizard.go_to("review")
    shown = sample_wizard.page.findChild(LineList)
    wanted = acceptable(sample_wizard)
    name = {"warning": "Warnungen", "hint": "Hinweise"}[wanted.level]
    box = next(b for b in sample_wizard.page.findChildren(QCheckBox) if name in plain(b))
    count = sum(each.level == wanted.level for each in sample_wizard._session.findings)
    assert f"({count})" in plain(box)
    assert any(line.subject == wanted for line in shown.lines)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert all(line.subject != wanted for line in shown.lines)


def plain(box: QCheckBox) -> str:
    return box.text().replace("&", "")


def test_keys_close_and_open_a_group(qtbot, sample_wizard: PlanWizard):
    sample_wizard.go_to("review")
    shown = sample_wizard.page.findChild(LineList)
    select(shown, 0)
    count = len(shown.lines)
    assert shown.lines[0].fold
    qtbot.keyClick(shown, Qt.Key.Key_Left)
    assert len(shown.lines) < count
    assert shown.current.spoken.endswith("zugeklappt")
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    assert len(shown.lines) == count
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert len(shown.lines) < count


def test_a_click_on_the_review_page_selects_and_enter_leads(qtbot, sample_wizard: PlanWizard):
    sample_wizard.go_to("review")
    shown = sample_wizard.page.findChild(LineList)
    wanted = acceptable(sample_wizard)
    row = row_of(shown, wanted)
    place = shown.visualRect(shown.model().index(row)).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sample_wizard.steps.current.key == "review"
    assert shown.current.subject == wanted
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert sample_wizard.steps.current.key == wanted.where.split("#")[0]


def accept(qtbot, wizard: PlanWizard, reason: str) -> None:
    box = dialog(qtbot, wizard.window(), FindingDialog)
    line = named(box, "Grund")
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, reason)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_a_finding_is_accepted_and_opened_again_on_the_review_page(
    qtbot, sample_wizard: PlanWizard
):
    wizard, window = sample_wizard, sample_wizard.window()
    wizard.go_to("review")
    shown = wizard.page.findChild(LineList)
    wanted = acceptable(wizard)
    select(shown, row_of(shown, wanted))
    click(qtbot, wizard.page, "Zur Kenntnis nehmen")
    accept(qtbot, wizard, "telefonisch besprochen")
    checked(qtbot, window)
    assert wanted not in window.session.findings
    assert [each.note.reason for each in window.session.accepted] == ["telefonisch besprochen"]
    assert window.session.draft.undo_title == "Befund zur Kenntnis nehmen"
    header = next(row for row, line in enumerate(shown.lines) if line.fold == "accepted")
    select(shown, header)
    qtbot.keyClick(shown, Qt.Key.Key_Space)
    select(shown, header + 1)
    click(qtbot, wizard.page, "Wieder öffnen")
    checked(qtbot, window)
    assert wanted in window.session.findings
    assert window.session.accepted == ()
    assert window.focusWidget() is shown


def test_nothing_is_accepted_without_a_reason(qtbot, sample_wizard: PlanWizard):
    sample_wizard._context.requests.finding_wanted.emit(acceptable(sample_wizard))
    box = dialog(qtbot, sample_wizard.window(), FindingDialog)
    line = named(box, "Grund")
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert box.isVisible()
    assert "warum" in line.accessibleDescription()
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert sample_wizard._session.file.work.acknowledged == sample_file().work.acknowledged


def test_f8_shows_the_words_of_the_finding_beside_the_page(qtbot, sample_wizard: PlanWizard):
    window = sample_wizard.window()
    for _each in range(len(window.session.findings)):
        qtbot.keyClick(window, Qt.Key.Key_F8)
        told = sample_wizard.panel.findings
        assert sample_wizard.panel.currentWidget().isAncestorOf(told)
        assert told.current.subject == sample_wizard.current_finding


def test_who_is_led_from_the_list_of_all_finds_the_words_beside_the_page(
    qtbot, sample_wizard: PlanWizard
):
    wanted = acceptable(sample_wizard)
    sample_wizard.go_to("review")
    sample_wizard._context.requests.place_wanted.emit(wanted.where, wanted.quote)
    assert sample_wizard.panel.findings.current.subject == wanted
    assert sample_wizard.current_finding == wanted


def test_ctrl_f8_takes_the_finding_that_f8_led_to(qtbot, sample_wizard: PlanWizard):
    window = sample_wizard.window()
    qtbot.keyClick(window, Qt.Key.Key_F8)
    wanted = sample_wizard.current_finding
    qtbot.keyClick(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
    accept(qtbot, sample_wizard, "bekannt")
    checked(qtbot, window)
    assert wanted not in window.session.findings


def test_a_finding_is_accepted_at_its_field(qtbot, sample_wizard: PlanWizard):
    window = sample_wizard.window()
    wanted = acceptable(sample_wizard)
    sample_wizard.go_to(wanted.where.split("#")[0])
    sample_wizard.bar.next.setFocus()
    buttons = sample_wizard.page.findChildren(QToolButton)
    button = next(b for b in buttons if wanted.message in b.accessibleDescription())
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    accept(qtbot, sample_wizard, "bekannt")
    checked(qtbot, window)
    assert wanted not in window.session.findings


def test_an_error_is_explained_and_never_accepted(qtbot):
    error = Finding(
        rule="BUDGET-MISSING", level="error", where="A.budget", place="Budget", message="Fehlt."
    )
    box = FindingDialog(None, error)
    qtbot.addWidget(box)
    box.show()
    texts = " ".join(child.text() for child in box.findChildren(QWidget) if hasattr(child, "text"))
    assert "Ursache: Zum Budget gibt es weder Text" in texts
    assert "Abhilfe: Füllen Sie eines von beiden aus." in texts
    assert not any("Kenntnis" in b.text() for b in box.findChildren(QPushButton))


def test_an_approved_plan_explains_findings_but_accepts_none(qtbot, sample_wizard: PlanWizard):
    from lpd_desktop.plan.work import Signatory
    from lpd_desktop.release.approval import Approval, approve

    session = sample_wizard._session
    wanted = acceptable(sample_wizard)
    approval = Approval((Signatory(name="A", role="B"),), "C", "2022-11-08")
    session.draft.move_on("Freigabe", approve(session.file, approval))
    sample_wizard._context.requests.finding_wanted.emit(wanted)
    box = dialog(qtbot, sample_wizard.window(), FindingDialog)
    assert not any("Kenntnis" in b.text() for b in box.findChildren(QPushButton))
    box.reject()


def test_the_dialog_has_unique_mnemonics(qtbot):
    box = FindingDialog(None, finding("warning", "A.staff"))
    qtbot.addWidget(box)
    box.show()
    keys = mnemonics_on(box)
    assert len(keys) == len(set(keys)) >= 3


def test_a_check_that_was_overtaken_is_not_shown(qtbot, sample_wizard: PlanWizard):
    session = sample_wizard._session
    results = []
    session.findings_changed.connect(lambda: results.append(session.is_checked))
    session.check_now()
    session.draft.change("x", lambda file: _accepted_all(file, session.findings))
    session.check_now()
    qtbot.waitUntil(lambda: session.is_checked)
    assert results == [True]


def test_a_check_of_this_very_state_goes_on_unless_it_compares_with_another_plan(
    qtbot, sample_wizard: PlanWizard
):
    session = sample_wizard._session
    begun = []
    session._checks.started.connect(begun.append)
    session.draft.change("x", lambda file: _accepted_all(file, session.findings))
    session.check_now()
    session.check_now()
    assert len(begun) == 1
    session.compare_anew()
    assert len(begun) == 2
    checked(qtbot, sample_wizard.window())
    session.check_now()
    assert len(begun) == 3, "what was checked before can be checked once more"
    qtbot.waitUntil(lambda: not session._checks.is_busy)


def _accepted_all(file, findings):
    from lpd_desktop.editing.acknowledging import acknowledge

    for each in findings:
        if each.level != "error":
            file = acknowledge(file, each, reason="bekannt")
    return file


def test_a_check_that_nobody_waits_for_does_not_begin(tmp_path):
    progress = Progress()
    progress.cancel()
    with pytest.raises(JobCancelled):
        CheckOf(sample_file(), PlanBefore(StoredDrafts(tmp_path).year_before))(progress)


def test_paragraphs_that_last_years_plan_in_the_store_holds_are_found(
    qtbot, window, take, isolated_data_folder
):
    file = sample_file()
    before = replace(file, form=changed(file.form, year=file.form.year - 1))
    StoredDrafts(isolated_data_folder).add(before)
    take(window, file)
    checked(qtbot, window)
    assert any(each.rule.startswith("UNCHANGED") for each in window.session.findings)


def test_a_plan_without_one_for_the_year_before_is_compared_with_nothing(qtbot, window, take):
    take(window, sample_file())
    checked(qtbot, window)
    assert not any(each.rule.startswith("UNCHANGED") for each in window.session.findings)
