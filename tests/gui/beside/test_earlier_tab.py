from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from msgspec.structs import replace as changed
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton

from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.rich_text.shapes import flatten
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.addresses import Address, blocks_at
from lpd_desktop.plan.file import LpdFile, save_lpd
from lpd_desktop.plan.model import Jobcenter
from lpd_desktop.plan.rich_text import Blocks, Table, plain_text, walk_blocks, walk_runs
from tests.gui.beside.conftest import next_year


def words(blocks: Blocks) -> list[str]:
    return [plain_text(runs) for _block, runs in walk_runs(blocks)]


def answer(wizard: PlanWizard, where: Address) -> Blocks:
    file = wizard.page.file
    return blocks_at(file.form, file.plan, where) or ()


def earlier(before: LpdFile, where: Address) -> Blocks:
    return blocks_at(before.form, before.plan, where)


def test_the_answer_follows_the_cursor_from_question_to_question(
    wizard: PlanWizard, look, before: LpdFile
) -> None:
    tab = look(wizard, "topic")
    first, second = wizard.page.text_rows()
    for row in (first, second):
        row.edit.setFocus()
        shown = tab.reader.toPlainText()
        assert words(earlier(before, row.address))[0] in shown
        assert tab.choice.currentText().endswith("Frage 1" if row is first else "Frage 2")


def test_enter_takes_the_paragraph_over_and_goes_to_the_next(
    qtbot, wizard: PlanWizard, look, before: LpdFile
) -> None:
    tab = look(wizard, "topic")
    row = wizard.page.text_rows()[0]
    text = earlier(before, row.address)
    tab.reader.setFocus()
    for _ in range(2):
        qtbot.keyClick(tab.reader, Qt.Key.Key_Return)
    taken = answer(wizard, row.address)
    assert words(taken) == words(text[:2])
    assert [type(block) for block in taken] == [type(block) for block in text[:2]]
    assert {block.id for block in taken}.isdisjoint(block.id for block in walk_blocks(text))
    assert row.edit.blocks == taken
    assert tab.reader.hasFocus()


def test_each_is_one_step_that_is_undone_from_where_one_is(qtbot, wizard: PlanWizard, look) -> None:
    tab = look(wizard, "topic")
    row = wizard.page.text_rows()[0]
    tab.reader.setFocus()
    qtbot.keyClick(tab.reader, Qt.Key.Key_Return)
    qtbot.keyClick(tab.reader, Qt.Key.Key_Return)
    assert wizard._session.draft.undo_title == "Absatz übernehmen"
    wizard.window().actions_by_key["undo"].trigger()
    assert len(answer(wizard, row.address)) == 1
    row.edit.setFocus()
    wizard.window().actions_by_key["undo"].trigger()
    assert "".join(words(answer(wizard, row.address))) == ""
    wizard.window().actions_by_key["redo"].trigger()
    assert len(answer(wizard, row.address)) == 1


def test_taking_it_back_leaves_the_cursor_where_it_was_taken(
    qtbot, wizard: PlanWizard, look
) -> None:
    tab = look(wizard, "topic")
    row = wizard.page.text_rows()[0]
    row.edit.setFocus()
    row.edit.insertPlainText("Eins\nZwei\nDrei")
    row.edit.flush()
    cursor = row.edit.textCursor()
    cursor.setPosition(len("Eins"))
    row.edit.setTextCursor(cursor)
    tab.reader.setFocus()
    qtbot.keyClick(tab.reader, Qt.Key.Key_Return)
    row.edit.setFocus()
    wizard.window().actions_by_key["undo"].trigger()
    assert words(answer(wizard, row.address)) == ["Eins", "Zwei", "Drei"]
    assert row.edit.textCursor().position() == len("Eins")


def test_what_is_taken_stands_behind_the_paragraph_of_the_cursor(
    qtbot, wizard: PlanWizard, look
) -> None:
    tab = look(wizard, "topic")
    row = wizard.page.text_rows()[0]
    row.edit.insertPlainText("eins\nzwei")
    row.edit.moveCursor(row.edit.textCursor().MoveOperation.Start)
    row.edit.moveCursor(row.edit.textCursor().MoveOperation.Right)
    tab.reader.setFocus()
    qtbot.keyClick(tab.reader, Qt.Key.Key_Return)
    found = words(answer(wizard, row.address))
    assert (found[0], found[2]) == ("eins", "zwei")


def test_a_click_beside_a_paragraph_takes_it_and_the_cursor_stays_in_the_answer(
    qtbot, wizard: PlanWizard, look, before: LpdFile
) -> None:
    tab = look(wizard, "topic")
    row = wizard.page.text_rows()[0]
    row.edit.setFocus()
    margin = tab.reader.margin
    place = margin.arrow_of(tab.reader._answer.takeable[1]).center()
    qtbot.mouseMove(margin, place)
    qtbot.mouseClick(margin, Qt.MouseButton.LeftButton, pos=place)
    assert words(answer(wizard, row.address)) == words(earlier(before, row.address)[1:2])
    assert row.edit.hasFocus()


def test_all_is_taken_at_once_and_asked_only_where_something_is_written(
    qtbot, wizard: PlanWizard, look, before: LpdFile
) -> None:
    tab = look(wizard, "topic")
    row = wizard.page.text_rows()[1]
    row.edit.setFocus()
    whole = words(earlier(before, row.address))
    tab.take_all.click()
    assert words(answer(wizard, row.address)) == whole
    tab.take_all.click()
    box = wizard.window().findChild(QMessageBox)
    assert words(answer(wizard, row.address)) == whole
    agree = next(each for each in box.findChildren(QPushButton) if "bernehmen" in each.text())
    qtbot.mouseClick(agree, Qt.MouseButton.LeftButton)
    assert len(words(answer(wizard, row.address))) == 2 * len(whole)


def test_several_selected_paragraphs_are_taken_together(qtbot, wizard: PlanWizard, look) -> None:
    tab = look(wizard, "topic")
    tab.reader.selectAll()
    count = len(tab.reader._answer.takeable)
    assert tab.take.text() == f"{count} Absätze übernehmen"
    tab.take.click()
    row = wizard.page.text_rows()[0]
    assert len(words(answer(wizard, row.address))) >= count


def test_copied_text_keeps_its_format(qtbot, wizard: PlanWizard, look, before: LpdFile) -> None:
    tab = look(wizard, "topic")
    row = wizard.page.text_rows()[0]
    tab.reader.selectAll()
    tab.reader.setFocus()
    wizard.window().actions_by_key["copy"].trigger()
    assert QGuiApplication.clipboard().text()
    row.edit.setFocus()
    row.edit.paste()
    row.flush()
    types = [type(block) for block in answer(wizard, row.address)]
    assert types == [type(block) for block in earlier(before, row.address)]


def test_another_answer_can_be_shown_and_stays_with_its_question(
    qtbot, wizard: PlanWizard, look
) -> None:
    tab = look(wizard, "topic")
    first, second = wizard.page.text_rows()
    own = tab.reader.toPlainText()
    other = tab.choice.findText("A Personal")
    tab.choice.setFocus()
    tab.choice.setCurrentIndex(other)
    tab.choice.activated.emit(other)
    shown = tab.reader.toPlainText()
    assert shown != own
    second.edit.setFocus()
    assert tab.reader.toPlainText() not in (shown, own)
    first.edit.setFocus()
    assert tab.reader.toPlainText() == shown


def test_the_budget_shows_last_years_table_which_is_not_taken_over(
    wizard: PlanWizard, look, before: LpdFile
) -> None:
    tab = look(wizard, "budget")
    item = next(before.form.budgets)
    label = before.plan.answer(item.key).table.rows[0].label
    assert label in tab.reader.toPlainText()
    ids = {place.block for place in tab.reader._answer.takeable}
    assert "money" not in ids
    assert ids == {leaf.shape.id for leaf in flatten(earlier(before, Address(item.key)))}
    assert any(isinstance(block, Table) for part in tab._shown.parts for block in part.blocks)


def test_cover_and_review_have_nothing_to_take(wizard: PlanWizard, look, before: LpdFile) -> None:
    tab = look(wizard, "cover")
    assert before.plan.jobcenter.name in tab.reader.toPlainText()
    assert not tab.take.isEnabled()
    assert not tab.take_all.isEnabled()
    tab = look(wizard, "review")
    assert not tab.reader.isVisible()
    assert "keine Frage" in tab._note.text()


def test_a_potential_is_found_by_its_topic(wizard: PlanWizard, look, before: LpdFile) -> None:
    tab = look(wizard, "potential")
    assert before.plan.potentials[0].topic in tab.choice.currentText()
    assert words(before.plan.potentials[0].development)[0] in tab.reader.toPlainText()


def test_a_plan_that_changed_in_the_store_is_followed_when_the_tab_is_opened_again(
    qtbot, wizard: PlanWizard, look, before: LpdFile
) -> None:
    tab = look(wizard, "topic")
    services = wizard.window().services
    draft = next(row.id for row in services.drafts.rows() if row.year == before.form.year)
    services.drafts.remove(draft)
    topic = before.plan.topics[0]
    newer = changed(topic, answers={**topic.answers, "why": ()})
    services.drafts.add(replace(before, plan=before.plan.with_topic(newer)))
    wizard.panel.setCurrentIndex(0)
    wizard.panel.setCurrentWidget(tab)
    qtbot.waitUntil(lambda: not tab.reader.isVisible())
    assert "steht im Plan des Vorjahrs nichts" in tab._note.text()


def test_without_a_plan_of_last_year_a_sentence_says_what_to_do(
    window: MainWindow, take, look, before: LpdFile
) -> None:
    file = next_year(before)
    other = replace(file, plan=changed(file.plan, jobcenter=Jobcenter(name="Kreis Anderswo")))
    wizard = take(window, other)
    tab = look(wizard, "topic")
    assert "„Vorjahr öffnen…“" in tab._source.text()
    assert not tab.choice.isVisible()
    wizard.panel.focus_earlier()
    assert tab.open.hasFocus()


def test_a_file_is_opened_and_kept_and_its_loss_said_quietly(
    qtbot, window: MainWindow, take, look, before: LpdFile, tmp_path: Path
) -> None:
    path = tmp_path / "vorjahr.lpd"
    save_lpd(path, before)
    wizard = take(window, next_year(before))
    tab = look(wizard, "topic")
    tab._on_file_chosen(str(path))
    qtbot.waitUntil(lambda: "vorjahr.lpd" in tab._source.text())
    assert tab.reader.isVisible()
    draft = wizard._session.draft_id
    window.show_start()
    path.unlink()
    with qtbot.waitSignal(window.opening.opened):
        window.opening.load(draft)
    tab = look(window.wizard, "topic")
    assert "liegt nicht mehr dort" in tab._source.text()
    tab._forget.click()
    qtbot.waitUntil(lambda: "liegt nicht mehr dort" not in tab._source.text())


def test_the_checks_compare_with_the_opened_file_unless_it_is_anothers(
    qtbot, window: MainWindow, take, look, before: LpdFile, tmp_path: Path
) -> None:
    file = next_year(before)
    same = replace(file, plan=changed(before.plan, id=file.plan.id))
    wizard = take(window, same)
    tab = look(wizard, "topic")
    for name, is_own in (("Kreis Anderswo", False), (before.plan.jobcenter.name, True)):
        path = tmp_path / f"{is_own}.lpd"
        jobcenter = changed(before.plan.jobcenter, name=name, number="")
        save_lpd(path, replace(before, plan=changed(before.plan, jobcenter=jobcenter)))
        with qtbot.waitSignal(window.session.findings_changed):
            tab._on_file_chosen(str(path))
        assert path.name in tab._source.text()
        rules = {finding.rule for finding in window.session.findings}
        assert any(rule.startswith("UNCHANGED") for rule in rules) == is_own


def test_a_word_document_serves_as_last_years_plan(
    qtbot, window: MainWindow, take, look, before: LpdFile, tmp_path: Path
) -> None:
    path = tmp_path / "vorjahr.md"
    staff = "Im Jobcenter arbeiten 120 Personen."
    title = before.form.text(before.form.item("A.staff").title)
    section = before.form.text(before.form.sections[1].heading)
    path.write_text(f"# {section}\n\n## {title}\n\n{staff}\n", "utf-8")
    wizard = take(window, next_year(before))
    tab = look(wizard, "rich_text")
    tab._on_file_chosen(str(path))
    qtbot.waitUntil(lambda: staff in tab.reader.toPlainText())


def test_a_file_that_is_no_plan_is_refused_and_what_was_shown_stays(
    qtbot, wizard: PlanWizard, look, tmp_path: Path
) -> None:
    tab = look(wizard, "topic")
    shown = tab.reader.toPlainText()
    path = tmp_path / "bild.lpd"
    path.write_bytes(b"\x89PNG")
    tab._on_file_chosen(str(path))
    qtbot.waitUntil(lambda: wizard.window().findChild(QMessageBox) is not None)
    assert tab.reader.toPlainText() == shown
    assert tab.plan._source.files.path_of(wizard._session.draft_id) is None
    wizard.window().findChild(QMessageBox).close()


def test_an_approved_plan_takes_nothing_over(qtbot, wizard: PlanWizard, look) -> None:
    tab = look(wizard, "topic")
    draft = wizard._session.draft
    draft.move_on("x", replace(draft.file, work=changed(draft.file.work, state="approved")))
    assert not tab.take.isEnabled()
    tab.reader.setFocus()
    qtbot.keyClick(tab.reader, Qt.Key.Key_Return)
    assert answer(wizard, wizard.page.text_rows()[0].address) == ()


def test_the_tab_is_read_when_it_is_looked_at_and_then_has_the_focus(
    qtbot, wizard: PlanWizard
) -> None:
    wizard.go_to("A.staff")
    tab = wizard.panel.earlier
    assert tab.plan.newest is None
    wizard.panel.focus_earlier()
    qtbot.waitUntil(lambda: wizard.window().focusWidget() is tab.reader)
    assert "A Personal" in tab.reader.accessibleName()
