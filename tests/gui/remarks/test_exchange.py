"""Remarks go out as a file or a list, and come back by menu, drop, double click and start."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as changed
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from lpd_desktop.gui.remarks.list_dialog import ListDialog
from lpd_desktop.gui.start.file_drop import dropped_file
from lpd_desktop.plan.remark_file import read_remarks, remark_file_of, taken, write_remarks
from lpd_desktop.plan.sample import sample_file
from tests.gui.approved_plan import approved_plan
from tests.gui.remarks.conftest import (
    STAFF,
    all_of,
    dialog,
    editor,
    said,
    with_remarks,
    write,
    written,
)
from tests.unit.plan.remarked import remarked


def returned_file(folder: Path, file) -> Path:
    path = folder / "Rückmeldung.lpd-remarks"
    path.write_bytes(write_remarks(remark_file_of(file)))
    return path


def message(qtbot, window) -> QMessageBox:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(QMessageBox)))
    return dialog(window, QMessageBox)


def choose_file(window, path: Path) -> None:
    shown = dialog(window, QFileDialog)
    shown.fileSelected.emit(str(path))
    shown.reject()


def test_remarks_come_back_by_the_menu_and_it_is_told_how_many(qtbot, window, open_plan, tmp_path):
    file = written()
    open_plan(file)
    with_two = remarked(remarked(file, STAFF, "Januar"), STAFF, "20 Prozent")
    window.actions_by_key["remarks_in"].trigger()
    choose_file(window, returned_file(tmp_path, with_two))
    box = message(qtbot, window)
    assert box.text() == "„Rückmeldung.lpd-remarks“ aufgenommen: 2 neue Anmerkungen."
    assert len(all_of(window)) == 2
    window.actions_by_key["undo"].trigger()
    assert all_of(window) == ()


def test_the_message_leads_to_what_came_in(qtbot, window, open_plan, tmp_path):
    file = written()
    wizard = open_plan(file)
    window.opening.open_file(str(returned_file(tmp_path, remarked(file, STAFF, "Januar"))))
    box = message(qtbot, window)
    next(each for each in box.findChildren(QPushButton) if "zeigen" in each.text()).click()
    qtbot.waitUntil(lambda: bool(wizard.panel.remarks.list.lines))
    assert wizard.panel.currentWidget() is wizard.panel.remarks


def test_remarks_without_a_place_are_counted(qtbot, window, open_plan, tmp_path):
    file = remarked(written(), STAFF, "Januar")
    lost = changed(file.work.remarks[0], where="B.topics/gone/why#x", quote="Verschwundene Wörter")
    open_plan(written_like(file))
    path = returned_file(tmp_path, replace(file, work=changed(file.work, remarks=(lost,))))
    window.opening.open_file(str(path))
    told = message(qtbot, window).text()
    assert told.endswith("1 davon hat hier keine Stelle im Text und steht am Ende der Liste.")


def written_like(file):
    """The same plan without its remarks."""
    return replace(file, work=changed(file.work, remarks=()))


def test_the_same_file_once_more_brings_nothing(qtbot, window, open_plan, tmp_path):
    file = with_remarks()
    open_plan(file)
    window.opening.open_file(str(returned_file(tmp_path, file)))
    assert "enthält nichts" in message(qtbot, window).text()
    assert len(all_of(window)) == 3


def test_remarks_on_another_plan_are_refused_in_one_sentence(qtbot, window, open_plan, tmp_path):
    open_plan(written())
    other = with_remarks()
    other = replace(other, plan=changed(other.plan, id="0190-anders"))
    window.actions_by_key["remarks_in"].trigger()
    choose_file(window, returned_file(tmp_path, other))
    assert "gehören zu einem anderen Planungsdokument" in message(qtbot, window).text()
    assert all_of(window) == ()


def test_a_file_that_is_opened_finds_its_draft(qtbot, window, open_plan, tmp_path):
    file = written()
    open_plan(file)
    window.show_start()
    window.opening.open_file(str(returned_file(tmp_path, remarked(file, STAFF, "Januar"))))
    assert "1 neue Anmerkung." in message(qtbot, window).text()
    assert said(window) == [("Januar", "Bitte belegen.", "Eva Muster")]


def test_of_several_drafts_of_one_plan_the_open_one_takes_the_remarks(
    qtbot, window, open_plan, take, tmp_path
):
    file = written()
    open_plan(file)
    first = window.session.draft_id
    window.show_start()
    take(window, file)
    second = window.session.draft_id
    assert first != second
    window.opening.open_file(str(returned_file(tmp_path, remarked(file, STAFF, "Januar"))))
    message(qtbot, window).reject()
    assert window.session.draft_id == second
    assert len(all_of(window)) == 1


def test_remarks_on_a_plan_that_is_not_there_say_which_it_is(qtbot, window, tmp_path):
    path = returned_file(tmp_path, with_remarks())
    window.opening.open_file(str(path))
    told = message(qtbot, window).text()
    assert "nicht unter Ihren Entwürfen" in told
    assert str(sample_file().form.year) in told


@pytest.mark.parametrize("content", [b"", b"{}", b"%PDF-1.7", b"\xff\xfe"])
def test_what_is_no_file_of_remarks_is_refused(qtbot, window, open_plan, tmp_path, content):
    open_plan(written())
    path = tmp_path / "x.lpd-remarks"
    path.write_bytes(content)
    window.opening.open_file(str(path))
    assert "keine lesbare Datei mit Anmerkungen" in message(qtbot, window).text()


def test_a_file_of_remarks_may_be_dropped_on_the_window(tmp_path):
    data = QMimeData()
    path = returned_file(tmp_path, with_remarks())
    data.setUrls([QUrl.fromLocalFile(str(path))])
    assert dropped_file(data) == path


def test_remarks_go_out_as_a_file_without_the_plan(qtbot, window, open_plan, tmp_path):
    open_plan(with_remarks())
    window.actions_by_key["remarks_out"].trigger()
    target = tmp_path / "out.lpd-remarks"
    assert dialog(window, QFileDialog).defaultSuffix() == "lpd-remarks"
    choose_file(window, target)
    message(qtbot, window)
    out = read_remarks(target.read_bytes())
    assert {each.id for each in out.remarks} == {each.id for each in all_of(window)}
    assert b"answers" not in target.read_bytes()


def test_without_remarks_there_is_nothing_to_pass_on(qtbot, window, open_plan):
    open_plan(written())
    for key in ("remarks_out", "remarks_list"):
        window.actions_by_key[key].trigger()
        box = message(qtbot, window)
        assert "gibt es keine Anmerkungen" in box.text()
        box.reject()


@pytest.mark.parametrize(
    ("suffix", "beginning"), [(".docx", b"PK"), (".pdf", b"%PDF-"), (".md", b"#")]
)
def test_remarks_are_saved_as_a_list_in_each_format(
    qtbot, window, open_plan, tmp_path, suffix, beginning
):
    open_plan(with_remarks())
    window.actions_by_key["remarks_list"].trigger()
    shown = dialog(window, ListDialog)
    shown.formats[suffix].setChecked(True)
    shown.only_open.setChecked(True)
    shown._on_accepted()
    target = tmp_path / f"liste{suffix}"
    choose_file(window, target)
    qtbot.waitUntil(target.exists, timeout=20_000)
    message(qtbot, window)
    assert target.read_bytes().startswith(beginning)


def test_who_has_the_released_pdf_alone_remarks_on_it_and_the_planner_takes_that_in(
    qtbot, window, remarks_of, tmp_path
):
    window.services.memory.remember_remark_author("Eva Muster", "Fachaufsicht", "ministry")
    file, pdf = approved_plan()
    source, target = tmp_path / "LPD.pdf", tmp_path / "Rückmeldung.lpd-remarks"
    source.write_bytes(pdf)
    with qtbot.waitSignal(window.opening.opened):
        window.opening.open_file(str(source))
    edit = editor(window.wizard)
    assert edit.isReadOnly()
    edit.selectAll()
    window.actions_by_key["remark"].trigger()
    write(qtbot, window, "Warum so?")
    window.actions_by_key["remarks_out"].trigger()
    choose_file(window, target)
    qtbot.waitUntil(target.exists)
    came_in = taken(file, read_remarks(target.read_bytes()))
    assert came_in.new_remarks == 1
    assert came_in.remarks[-1].author.kind == "ministry"
    assert window.session.file.release == file.release


def test_remarks_that_would_be_lost_are_told_before_their_file_is_replaced(
    qtbot, window, open_plan, tmp_path
):
    file = remarked(written(), STAFF, "Januar")
    open_plan(file)
    target = returned_file(tmp_path, remarked(file, STAFF, "20 Prozent"))
    before = target.read_bytes()
    window.actions_by_key["remarks_out"].trigger()
    choose_file(window, target)
    box = message(qtbot, window)
    assert "von denen hier etwas fehlt" in box.text()
    assert target.read_bytes() == before
    next(each for each in box.findChildren(QPushButton) if "ersetzen" in each.text()).click()
    qtbot.waitUntil(lambda: target.read_bytes() != before)
    assert read_remarks(target.read_bytes()).remarks == file.work.remarks
