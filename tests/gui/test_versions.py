"""Going back in the window: earlier states, earlier texts, the start of the session."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from msgspec.structs import replace as changed
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QPushButton, QWidget

from lpd_desktop.gui.comparing.draft_comparison import DraftComparison
from lpd_desktop.gui.excel_import.excel_import_dialog import ExcelImportDialog
from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.reading.reading_window import ReadingWindow
from lpd_desktop.gui.versions.earlier_texts_dialog import EarlierTextsDialog
from lpd_desktop.gui.versions.points_dialog import PointsDialog
from lpd_desktop.gui.versions.two_states_dialog import TwoStatesDialog
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.pdf.reading import read_structure
from lpd_desktop.plan.addresses import Address, blocks_at, with_blocks
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file, sample_workbook
from lpd_desktop.plan.work import Signatory
from lpd_desktop.release.approval import Approval, approve
from lpd_desktop.store.draft_store import DraftStore

STAFF = Address("A.staff")


def _with_staff(file: LpdFile, text: str) -> LpdFile:
    return replace(file, plan=with_blocks(file.form, file.plan, STAFF, (paragraph(text),)))


def _write(window: MainWindow, text: str) -> None:
    window.session.draft.change("Schreiben", lambda file: _with_staff(file, text))


def _idle(qtbot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.services.jobs.is_busy)


def _opened(qtbot, window: MainWindow, key: str, kind: type):
    window.actions_by_key[key].trigger()
    dialogs: list = []

    def is_ready() -> bool:
        dialogs[:] = [each for each in window.findChildren(kind) if each.isVisible()]
        return bool(dialogs) and not window.services.jobs.is_busy

    qtbot.waitUntil(is_ready)
    return dialogs[-1]


def _reasons(window: MainWindow) -> list[str]:
    with DraftStore.open(window.services.data_folder) as store:
        return [point.reason for point in store.points.of(window.session.draft_id)]


def _answer(window: MainWindow) -> object:
    file = window.session.file
    return blocks_at(file.form, file.plan, STAFF)


def test_the_state_at_opening_comes_back_whole_and_ctrl_z_takes_that_back(
    qtbot, sample_wizard: PlanWizard
) -> None:
    window = sample_wizard.window()
    _write(window, "Ein anderer Text.")
    dialog = _opened(qtbot, window, "points", PointsDialog)
    assert dialog.list.rowCount() == 1
    assert [place.where for place in dialog.panel.places._places] == ["A.staff"]
    dialog.panel.take_all.click()
    _idle(qtbot, window)
    assert window.session.file.plan == sample_file().plan
    assert dialog.list.rowCount() == 2
    assert dialog.panel.places.count() == 0
    dialog.reject()
    assert _reasons(window) == ["before_return", "session"]
    window.session.draft.undo()
    assert _answer(window)[0].runs[0].text == "Ein anderer Text."


def test_one_answer_comes_back_alone(qtbot, sample_wizard: PlanWizard) -> None:
    window = sample_wizard.window()
    _write(window, "Ein anderer Text.")
    window.session.draft.change(
        "Stand", lambda file: replace(file, plan=changed(file.plan, as_of="2023-03-03"))
    )
    dialog = _opened(qtbot, window, "points", PointsDialog)
    dialog.panel.places.setCurrentRow(1)
    assert "Ein anderer Text" in dialog.panel.text.toPlainText()
    dialog.panel.take.click()
    _idle(qtbot, window)
    assert _answer(window) == blocks_at(sample_file().form, sample_file().plan, STAFF)
    assert window.session.file.plan.as_of == "2023-03-03"
    assert dialog.panel.places.count() == 1
    dialog.reject()


def test_an_earlier_state_is_read_as_a_whole(qtbot, sample_wizard: PlanWizard) -> None:
    window = sample_wizard.window()
    _write(window, "Ein anderer Text.")
    dialog = _opened(qtbot, window, "points", PointsDialog)
    dialog.read.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(ReadingWindow)))
    (reading,) = dialog.findChildren(ReadingWindow)
    text = reading.reader.toPlainText()
    assert "Ein anderer Text." not in text
    assert "Standorte Talbrück" in text
    assert not reading.place.isVisible()
    assert reading.size() == reading.size().boundedTo(reading.screen().availableSize())
    assert reading.windowTitle().startswith("Beginn der Sitzung")
    reading.close()
    dialog.reject()


def test_a_state_is_kept_under_a_name(qtbot, sample_wizard: PlanWizard) -> None:
    window = sample_wizard.window()
    dialog = _opened(qtbot, window, "points", PointsDialog)
    assert not dialog.keep.isEnabled()
    dialog.name.setText("Fassung Kreistag")
    dialog.keep.click()
    _idle(qtbot, window)
    qtbot.waitUntil(lambda: dialog.list.rowCount() == 2)
    assert dialog.list.item(0, 2).text() == "Fassung Kreistag"
    assert dialog.name.text() == ""
    dialog.reject()


def test_the_changes_of_a_session_are_discarded_as_one_step(
    qtbot, sample_wizard: PlanWizard
) -> None:
    window = sample_wizard.window()
    _write(window, "Eins.")
    _write(window, "Zwei.")
    window.actions_by_key["discard_session"].trigger()
    button = next(b for b in window.findChildren(QPushButton) if b.text() == "&Verwerfen")
    button.click()
    _idle(qtbot, window)
    assert window.session.file == sample_file()
    assert _reasons(window)[0] == "before_discard"
    window.session.draft.undo()
    assert _answer(window)[0].runs[0].text == "Zwei."


def test_an_earlier_text_of_the_answer_at_the_cursor_comes_back(
    qtbot, sample_wizard: PlanWizard
) -> None:
    window = sample_wizard.window()
    _write(window, "Ein anderer Text.")
    assert window.plan.save()
    sample_wizard.lead_to("A.staff")
    dialog = _opened(qtbot, window, "earlier_texts", EarlierTextsDialog)
    assert dialog.list.count() == 1
    assert "[+Ein anderer Text.+]" in dialog.text.toPlainText()
    dialog.take.click()
    assert _answer(window) == blocks_at(sample_file().form, sample_file().plan, STAFF)
    assert not dialog.take.isEnabled()
    dialog.reject()


def test_states_before_a_workbook_was_read_and_at_the_approval_are_kept(
    qtbot, sample_wizard: PlanWizard
) -> None:
    window = sample_wizard.window()
    file = window.session.file
    item = next(file.form.budgets)
    box = ExcelImportDialog(window, sample_wizard._context, item, sample_workbook())
    box.open()
    qtbot.waitUntil(lambda: box.page.preview is not None)
    box._on_accepted()
    _idle(qtbot, window)
    box.reject()
    assert window.session.file != file
    approval = Approval((Signatory(name="A", role="B"),), "C", "2022-11-08")
    approved = approve(window.session.file, approval)
    window.services.drafts.keep_release(window.session.draft_id, approved, b"%PDF-1.7")
    assert _reasons(window) == ["approval", "import", "session"]
    with DraftStore.open(window.services.data_folder) as store:
        before = store.points.of(window.session.draft_id)[1]
        assert store.points.load(before.id) == file


def test_a_place_without_text_says_what_to_do(sample_wizard: PlanWizard) -> None:
    window = sample_wizard.window()
    sample_wizard.go_to("cover")
    window.actions_by_key["earlier_texts"].trigger()
    (box,) = (each for each in window.findChildren(QDialog) if each.isVisible())
    assert "Textfeld" in box.text()
    box.close()


def test_a_file_that_came_back_is_taken_over_place_by_place(
    qtbot, sample_wizard: PlanWizard
) -> None:
    window = sample_wizard.window()
    returned = _with_staff(sample_file(), "Text der Leitung.")
    context = sample_wizard._context
    dialog = DraftComparison(window, context, returned, "dem Rücklauf", other_is_older=False)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.panel.places.count() == 1)
    assert dialog.panel.summary.text().startswith("Von Ihrem Entwurf zu dem Rücklauf: 1 Stelle")
    assert "nur in Ihrem Entwurf steht" in dialog.panel._signs.text()
    assert "[+Text der Leitung.+]" in dialog.panel.text.toPlainText()
    dialog.panel.take.click()
    qtbot.waitUntil(lambda: dialog.panel.places.count() == 0)
    assert _answer(window)[0].runs[0].text == "Text der Leitung."
    assert not dialog.panel.take_all.isEnabled()
    dialog.reject()


def _choose(qtbot, window: MainWindow, parent: QWidget, target: Path) -> str:
    """Answers the file dialog of somebody; gives what is told in the end."""
    (dialog,) = (each for each in parent.findChildren(QFileDialog) if each.isVisible())
    assert dialog.defaultSuffix() == "pdf"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    return _told(qtbot, window, parent)


def _told(qtbot, window: MainWindow, parent: QWidget) -> str:
    boxes: list[QMessageBox] = []

    def is_told() -> bool:
        boxes[:] = [each for each in parent.findChildren(QMessageBox) if each.isVisible()]
        return bool(boxes) and not window.services.jobs.is_busy

    qtbot.waitUntil(is_told)
    text = boxes[0].text()
    boxes[0].close()
    return text


def _said(path: Path) -> str:
    texts = read_structure(path.read_bytes()).texts()
    return " ".join(" ".join(text.split()) for _role, text in texts)


def test_a_comparison_is_saved_as_a_change_document(
    qtbot, sample_wizard: PlanWizard, tmp_path: Path
) -> None:
    window = sample_wizard.window()
    returned = _with_staff(sample_file(), "Text der Leitung.")
    name = "der Datei „Rücklauf.lpd“"
    dialog = DraftComparison(window, sample_wizard._context, returned, name, other_is_older=False)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.panel.places.count() == 1)
    dialog.panel.save.click()
    target = tmp_path / "d.pdf"
    assert "liegt jetzt im Ordner" in _choose(qtbot, window, dialog.panel, target)
    said = _said(target)
    assert "Änderungen zwischen „Jetziger Entwurf“ und „Rücklauf.lpd“" in said
    assert "Absatz, neu: Text der Leitung." in said
    dialog.reject()


def test_who_closes_the_comparison_before_the_document_is_written_is_told_by_the_window(
    qtbot, sample_wizard: PlanWizard, tmp_path: Path
) -> None:
    window = sample_wizard.window()
    returned = _with_staff(sample_file(), "Text der Leitung.")
    dialog = DraftComparison(window, sample_wizard._context, returned, "der Datei „A.lpd“")
    dialog.open()
    qtbot.waitUntil(lambda: dialog.panel.places.count() == 1)
    dialog.panel.save.click()
    (choice,) = (each for each in dialog.panel.findChildren(QFileDialog) if each.isVisible())
    release = Event()
    window.services.jobs.start("Anderes", lambda _progress: release.wait(20))
    choice.fileSelected.emit(str(tmp_path / "d.pdf"))
    choice.reject()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    release.set()
    assert "liegt jetzt im Ordner" in _told(qtbot, window, window)


def test_where_nothing_differs_there_is_nothing_to_save(qtbot, sample_wizard: PlanWizard) -> None:
    window = sample_wizard.window()
    dialog = DraftComparison(window, sample_wizard._context, sample_file(), "der Datei „A.lpd“")
    dialog.open()
    qtbot.waitUntil(lambda: "Kein Unterschied" in dialog.panel.summary.text())
    assert not dialog.panel.save.isEnabled()
    dialog.reject()


def test_a_change_document_that_cannot_be_written_is_told(
    qtbot, sample_wizard: PlanWizard, tmp_path: Path
) -> None:
    window = sample_wizard.window()
    _write(window, "Ein anderer Text.")
    dialog = _opened(qtbot, window, "points", PointsDialog)
    qtbot.waitUntil(dialog.panel.save.isEnabled)
    dialog.panel.save.click()
    told = _choose(qtbot, window, dialog.panel, tmp_path / "fehlt" / "d.pdf")
    assert "fehlt" in told
    dialog.reject()


@pytest.fixture
def two_points(qtbot, sample_wizard: PlanWizard) -> PlanWizard:
    """The sample after two named states and one more change."""
    window = sample_wizard.window()
    _idle(qtbot, window)
    with DraftStore.open(window.services.data_folder) as store:
        for text in ("Erster Text.", "Zweiter Text."):
            file = _with_staff(window.session.file, text)
            store.points.add(window.session.draft_id, "named", text.split()[0], file=file)
    _write(window, "Dritter Text.")
    return sample_wizard


def _two_states(qtbot, window: MainWindow) -> tuple[PointsDialog, TwoStatesDialog]:
    points = _opened(qtbot, window, "points", PointsDialog)
    points.compare.click()
    (dialog,) = points.findChildren(TwoStatesDialog)
    return points, dialog


def test_any_two_states_of_a_draft_are_compared_in_a_pdf(
    qtbot, two_points: PlanWizard, tmp_path: Path
) -> None:
    window = two_points.window()
    points, dialog = _two_states(qtbot, window)
    for box, name in ((dialog.old, "Erster"), (dialog.new, "Zweiter")):
        box.setCurrentIndex(next(at for at in range(box.count()) if name in box.itemText(at)))
    dialog.save.click()
    _choose(qtbot, window, dialog, tmp_path / "d.pdf")
    said = _said(tmp_path / "d.pdf")
    assert "Änderungen zwischen „Erster“ und „Zweiter“" in said
    assert "[alt 1: Erster] [neu 1: Zweiter] Text." in said
    dialog.reject()
    points.reject()


def test_the_chosen_state_is_compared_with_the_present_one_unless_somebody_says_otherwise(
    qtbot, two_points: PlanWizard, tmp_path: Path
) -> None:
    window = two_points.window()
    points, dialog = _two_states(qtbot, window)
    dialog.save.click()
    _choose(qtbot, window, dialog, tmp_path / "d.pdf")
    assert "„Zweiter“ und „Jetziger Entwurf“" in _said(tmp_path / "d.pdf")
    dialog.old.setCurrentIndex(dialog.new.currentIndex())
    assert not dialog.save.isEnabled()
    dialog.reject()
    points.reject()
