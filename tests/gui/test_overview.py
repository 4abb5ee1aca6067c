"""„Was fehlt noch?“: step by step, told apart from what is wrong; each line leads to its place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as changed
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar

from lpd_desktop.check.engine import check_plan
from lpd_desktop.check.finding import LEVELS, Finding
from lpd_desktop.editing.potentials import remove_potential
from lpd_desktop.form.library import form_with_id
from lpd_desktop.gui.findings.finding_lines import Folds
from lpd_desktop.gui.findings.finding_list import LineList
from lpd_desktop.gui.findings.lines import Line
from lpd_desktop.gui.findings.overview import KINDS, Overview
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.addresses import Address, with_blocks
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Jobcenter
from lpd_desktop.plan.new import new_file
from lpd_desktop.plan.sample import sample_file
from tests.gui.conftest import checked

SAMPLE = sample_file()
ALL_OPEN = Folds(dict.fromkeys(("accepted", "voluntary", "done"), True))


def finding(level: str, where: str, rule: str = "R", number: int = 0) -> Finding:
    return Finding(rule=rule, level=level, where=where, place=where, message=f"Satz {number}.")


def overview_of(file: LpdFile) -> Overview:
    return Overview(file, check_plan(file.plan, file.work, file.form))


def lines_of(overview: Overview, folds: Folds = ALL_OPEN) -> list[Line]:
    return list(overview.lines((), KINDS, folds))


def headers(lines: list[Line]) -> list[str]:
    return [line.title for line in lines if line.is_header]


def without_staff() -> LpdFile:
    plan = with_blocks(SAMPLE.form, SAMPLE.plan, Address("A.staff"), ())
    return replace(SAMPLE, plan=plan)


def test_nothing_of_an_untouched_plan_is_wrong() -> None:
    overview = overview_of(new_file(form_with_id("lpd-2023"), Jobcenter()))
    assert overview.number("error") == 0
    assert overview.number("missing") > 3
    assert overview.percent == 0
    assert overview.summary().startswith("Noch zu tun: ")
    assert any(title.startswith("A Personal – noch leer") for title in headers(lines_of(overview)))


def test_a_missing_answer_is_told_from_an_error_and_stands_before_it() -> None:
    found = [
        finding("error", "C.potentials/1/topic"),
        finding("error", "C.potentials/1/development", "ANSWER-MISSING", 4),
    ]
    lines = lines_of(Overview(SAMPLE, found))
    assert lines[0].title == "C.1 Potential 1 – 1 Angabe fehlt noch · 1 Fehler"
    assert (lines[1].level, lines[1].text) == ("Fehlt noch", "Satz 4.")
    assert lines[2].level == "Fehler"


def test_a_figure_without_its_unit_is_a_hint_and_no_missing_answer() -> None:
    found = Finding(rule="UNIT-MISSING", level="hint", where="A.staff", place="A", message="x")
    assert Overview(sample_file(), [found]).counts() == "1 Hinweis"


def test_a_potential_that_is_begun_lacks_something_and_is_not_wrong() -> None:
    file = sample_file()
    first = changed(file.plan.potentials[0], development=())
    file = replace(file, plan=changed(file.plan, potentials=(first, *file.plan.potentials[1:])))
    found = [each for each in check_plan(file.plan, file.work, file.form) if each.level == "error"]
    assert [each.rule for each in found] == ["POTENTIAL-HALF"]
    assert Overview(file, found).counts() == "1 Angabe fehlt noch"


def test_what_may_stay_empty_is_not_missing() -> None:
    file = SAMPLE
    while file.plan.potentials:
        file = remove_potential(file, 0)
    overview = overview_of(file)
    voluntary = next(line for line in lines_of(overview) if line.level == "freiwillig")
    assert voluntary.where == "C.potentials"
    assert overview.number("missing") == overview_of(SAMPLE).number("missing")


def test_a_plan_with_hints_alone_lacks_nothing() -> None:
    overview = Overview(SAMPLE, [finding("hint", "A.staff"), finding("warning", "cover")])
    assert overview.summary() == (
        "Es fehlt nichts mehr. Ansehen können Sie noch 1 Warnung und 1 Hinweis; der Freigabe "
        "steht nichts im Weg."
    )


def test_a_finished_plan_is_told_so() -> None:
    overview = Overview(SAMPLE, ())
    assert overview.summary().startswith("Es fehlt nichts mehr, und die Prüfung findet nichts.")
    assert overview.progress() == "100 % ausgefüllt · 11 von 11 Schritten fertig"
    assert headers(lines_of(overview)) == ["Fertig (11)"]


def test_a_step_that_is_filled_but_wrong_is_told_beside_the_percentage() -> None:
    overview = Overview(SAMPLE, [finding("error", "A.staff")])
    assert overview.progress() == "100 % ausgefüllt · 10 von 11 Schritten fertig, 1 mit Fehlern"


LEVEL_AND_PLACE = st.tuples(
    st.sampled_from(LEVELS),
    st.sampled_from(["cover", "A.staff#x", "A.budget/table/a/plan", "C.potentials/1", "nowhere"]),
    st.sampled_from(["R", "ANSWER-MISSING", "POTENTIAL-EMPTY"]),
)


@given(st.lists(LEVEL_AND_PLACE, max_size=12))
def test_every_finding_is_one_line_and_counted_once(found: list[tuple[str, str, str]]) -> None:
    findings = [finding(*each, number) for number, each in enumerate(found)]
    overview = Overview(SAMPLE, findings)
    folds = Folds({f"hints:{part.step.key if part.step else ''}": True for part in overview.parts})
    subjects = [line.subject for line in lines_of(overview, folds) if line.subject is not None]
    assert sorted(map(str, subjects)) == sorted(map(str, findings))
    assert sum(overview.number(kind) for kind in KINDS) == len(findings)


@pytest.fixture
def gaps(qtbot, window, take) -> PlanWizard:
    """A plan in which the staff is missing, on its overview."""
    wizard = take(window, without_staff())
    wizard.go_to("review")
    return wizard


def shown(wizard: PlanWizard) -> LineList:
    return wizard.page.findChild(LineList)


def test_a_gap_leads_to_its_field(qtbot, gaps: PlanWizard) -> None:
    row = next(row for row, line in enumerate(shown(gaps).lines) if line.level == "Fehlt noch")
    shown(gaps).setFocus()
    shown(gaps).setCurrentIndex(shown(gaps).model().index(row))
    qtbot.keyClick(shown(gaps), Qt.Key.Key_Return)
    assert gaps.steps.current.key == "A.staff"
    assert gaps.page.text_rows()[0].edit.hasFocus()


def test_progress_is_shown_as_words_and_as_a_bar(gaps: PlanWizard) -> None:
    bar = gaps.page.findChild(QProgressBar)
    texts = [label.text() for label in gaps.page.findChildren(QLabel)]
    assert 0 < bar.value() < 100
    assert any(f"{bar.value()} % ausgefüllt" in text for text in texts)
    assert bar.accessibleName() == "So viel ist ausgefüllt"


def test_a_finished_step_leads_to_its_page(qtbot, gaps: PlanWizard) -> None:
    gaps.page._folds.changed["done"] = True
    gaps.page.show_findings()
    line = next(line for line in shown(gaps).lines if line.level == "fertig")
    gaps.page.context.requests.place_wanted.emit(line.where, line.quote)
    assert gaps.steps.current.key == line.where


def test_before_the_first_check_nobody_is_told_that_nothing_is_missing(qtbot, window, take) -> None:
    window.opening.take(without_staff())
    with qtbot.waitSignal(window.opening.opened):
        pass
    wizard = window.wizard
    wizard.go_to("review")
    assert not window.session.was_checked
    texts = " ".join(label.text() for label in wizard.page.findChildren(QLabel))
    assert "Es fehlt nichts" not in texts
    checked(qtbot, window)
    texts = " ".join(label.text() for label in wizard.page.findChildren(QLabel))
    assert "Noch zu tun" in texts


def test_the_page_follows_what_is_written_elsewhere(qtbot, gaps: PlanWizard) -> None:
    before = gaps.page.findChild(QProgressBar).value()
    text = SAMPLE.plan.answer("A.staff").text
    gaps._session.draft.set_text(Address("A.staff"), text)
    checked(qtbot, gaps.window())
    assert gaps.page.findChild(QProgressBar).value() > before
