"""The list of remarks beside the page, and the way to their places."""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as changed
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from lpd_desktop.check.finding import Finding
from lpd_desktop.editing.remarks import AnswerRemark, ResolveRemark
from lpd_desktop.gui.announcing import heard
from lpd_desktop.gui.remarks.remark_lines import remark_lines
from lpd_desktop.gui.remarks.remark_work import Listing
from lpd_desktop.plan.addresses import with_blocks
from lpd_desktop.plan.remark_list import listed_remarks
from lpd_desktop.plan.rich_text import Paragraph, text_run
from lpd_desktop.plan.sample import sample_file
from tests.gui.remarks.conftest import (
    JAN,
    STAFF,
    all_of,
    editor,
    press,
    with_remarks,
    written,
)
from tests.unit.plan.remarked import remarked

NONE = Qt.KeyboardModifier.NoModifier
LATER = "2022-11-09T10:00:00Z"


def settled():
    """The plan whose first remark is answered and settled."""
    file = with_remarks()
    ident = file.work.remarks[0].id
    file = AnswerRemark(ident, "Mehr gibt es nicht.", JAN, LATER)(file)
    return ResolveRemark(ident, JAN, LATER)(file)


def lines(wizard) -> list[str]:
    return [line.text.split("\n")[0] for line in wizard.panel.remarks.list.lines if line.text]


def test_remarks_stand_in_the_order_of_the_document_under_their_places():
    found = [(line.title, line.text) for line in remark_lines(listed_remarks(settled()))]
    places = [title for title, text in found if not text]
    assert len(places) == 2
    assert "Personal" in places[0]
    texts = [text for _title, text in found if text]
    assert [text.split("\n")[0] for text in texts] == [
        "„Januar“",
        "„20 Prozent“",
        "Die Reihenfolge ist gut.",
    ]
    assert texts[0] == "„Januar“\nWelches Jahr?\nOffen"


def test_a_line_says_who_when_what_the_answers_and_how_it_stands():
    file = settled()
    line = next(
        each
        for each in remark_lines(listed_remarks(file))
        if each.subject == file.work.remarks[0].id
    )
    assert line.title == "Eva Muster, Fachaufsicht, MAGS · 08.11.2022, 10:30 Uhr"
    assert "Warum nicht mehr?" in line.text
    assert "↳ Jan Beispiel, Sachgebiet Finanzen · 09.11.2022, 11:00 Uhr" in line.text
    assert line.text.endswith("Erledigt von Jan Beispiel am 09.11.2022, 11:00 Uhr")
    assert line.spoken.startswith("Anmerkung 2, erledigt")


def test_open_ones_all_and_those_of_the_page_are_shown(open_plan):
    wizard = open_plan(settled())
    tab = wizard.panel.remarks
    assert lines(wizard) == ["„Januar“", "Die Reihenfolge ist gut."]
    tab.want("all")
    assert len(lines(wizard)) == 3
    wizard.go_to("B.topics")
    tab.want("page")
    assert lines(wizard) == ["Die Reihenfolge ist gut."]
    wizard.go_to("A.staff")
    assert lines(wizard) == ["„Januar“", "„20 Prozent“"]


def test_the_tab_names_how_many_are_open(open_plan):
    wizard = open_plan(settled())
    bar = wizard.panel.tabBar()
    assert (bar.tabText(3), bar.accessibleTabName(3)) == ("2", "Anmerkungen, 2 offen")


def test_without_remarks_the_list_says_so_and_leads_to_a_new_one(window, open_plan):
    wizard = open_plan(written())
    window.actions_by_key["remarks"].trigger()
    assert "keine offenen" in wizard.panel.remarks._nothing.text()
    assert window.focusWidget().objectName() == "new"


def test_enter_leads_to_the_words_and_selects_them(qtbot, window, open_plan):
    wizard = open_plan(with_remarks())
    window.actions_by_key["remarks"].trigger()
    tab = wizard.panel.remarks
    assert window.focusWidget() is tab.list
    assert tab.go_to(all_of(window)[0].id)
    press(qtbot, window, Qt.Key.Key_Return, NONE)
    edit = wizard.page.rows["A.staff"].field
    assert window.focusWidget() is edit
    assert edit.textCursor().selectedText() == "20 Prozent"
    assert wizard.panel.currentWidget() is tab


def test_the_same_key_leads_to_the_list_and_back(window, open_plan):
    wizard = open_plan(with_remarks())
    edit = editor(wizard)
    window.actions_by_key["remarks"].trigger()
    assert window.focusWidget() is wizard.panel.remarks.list
    window.actions_by_key["remarks"].trigger()
    assert window.focusWidget() is edit


def test_f4_goes_through_the_open_remarks_and_round(qtbot, window, open_plan):
    wizard = open_plan(with_remarks())
    editor(wizard)
    passed = []
    for _ in range(4):
        press(qtbot, window, Qt.Key.Key_F4, NONE)
        focused = window.focusWidget()
        words = focused.textCursor().selectedText() if hasattr(focused, "textCursor") else ""
        passed.append((wizard.steps.current.key, words))
    assert passed[:2] == [("A.staff", "Januar"), ("A.staff", "20 Prozent")]
    assert passed[2][0] == "B.topics"
    assert passed[3] == passed[0]
    press(qtbot, window, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    assert wizard.steps.current.key == "B.topics"


def test_a_remark_whose_words_are_gone_stands_last_and_says_so(window, open_plan, remarks_of):
    file = with_remarks()
    blocks = (Paragraph("p9", (text_run("Ganz anderes."),)),)
    file = replace(file, plan=with_blocks(file.form, file.plan, STAFF, blocks))
    wizard = open_plan(file)
    remarks = remarks_of(window)
    notes = [each.place_note for each in remarks.listed]
    assert notes[0] == ""
    assert all(notes[1:])
    text = wizard.panel.remarks.list.lines[-1].text
    assert f"({notes[-1]})" in text
    for each in remarks.listed:
        wizard.panel.remarks.place_wanted.emit(each.remark.id)
    assert wizard.bar.saved.text()


def test_who_listens_hears_that_a_remark_was_settled(window, open_plan):
    wizard = open_plan(with_remarks())
    tab = wizard.panel.remarks
    tab.go_to(all_of(window)[0].id)
    said: list[str] = []
    with heard(said.append):
        tab.wanted.emit("settle", tab.current_id)
    assert "Anmerkung erledigt" in said


def test_deleted_remarks_are_not_listed(open_plan):
    file = with_remarks()
    first, *others = file.work.remarks
    gone = changed(first, text="", quote="")
    wizard = open_plan(replace(file, work=changed(file.work, remarks=(gone, *others))))
    assert len(lines(wizard)) == 2


def test_whoever_settles_the_last_remark_keeps_the_focus_in_the_panel(
    qtbot, window, open_plan, remarks_of
):
    file = with_remarks()
    file = replace(file, work=changed(file.work, remarks=file.work.remarks[:1]))
    wizard = open_plan(file)
    window.actions_by_key["remarks"].trigger()
    tab = wizard.panel.remarks
    button = tab.findChild(QPushButton, "settle")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert window.focusWidget() is tab.list
    remarks_of(window)
    assert lines(wizard) == []
    assert window.focusWidget().objectName() == "new"


def test_places_in_an_older_text_are_not_shown(window, open_plan, remarks_of):
    open_plan(with_remarks())
    remarks = remarks_of(window)
    before = remarks.listed
    remarks._on_listed(Listing(settled(), ()))
    assert remarks.listed == before


def test_the_way_to_a_remark_leaves_the_list_in_front_where_a_finding_has_the_same_place(
    window, open_plan, remarks_of
):
    wizard = open_plan(sample_file())
    finding = Finding(
        rule="R", level="warning", where="A.budget/table", place="A Budget", message="Satz."
    )
    window.session.findings = (finding,)
    file = remarked(window.session.file, finding.where, text="Auch hier.")
    window.session.draft.remark("Anmerkung", lambda _file: file)
    remarks_of(window)
    tab = wizard.panel.remarks
    wizard.panel.setCurrentWidget(tab)
    window.session.findings = (finding,)
    tab.place_wanted.emit(file.work.remarks[-1].id)
    assert wizard.steps.current.key == "A.budget"
    assert wizard.panel.currentWidget() is tab
