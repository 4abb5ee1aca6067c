"""The file of a draft in the window: which is newer, and that nothing is overwritten unasked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from lpd_desktop.editing.file_sentences import SHORT
from lpd_desktop.editing.file_standing import DraftFiles, Standing
from lpd_desktop.editing.file_taking import file_as_draft
from lpd_desktop.editing.file_writing import DraftCopy
from lpd_desktop.gui.announcing import heard
from lpd_desktop.gui.comparing.draft_comparison import DraftComparison
from lpd_desktop.gui.files.file_bar import FileBar
from lpd_desktop.gui.files.file_jobs import WriteFile
from lpd_desktop.gui.files.files import Files
from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.plan.addresses import Address, with_blocks
from lpd_desktop.plan.file import LpdFile, load_lpd, save_lpd
from lpd_desktop.plan.file_trail import state_of
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.words import block_words
from lpd_desktop.runtime.progress import Progress
from lpd_desktop.store.draft_store import DraftStore

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard)", extend=True
)
STAFF = Address("A.staff")


def with_staff(file: LpdFile, words: str) -> LpdFile:
    return replace(file, plan=with_blocks(file.form, file.plan, STAFF, (paragraph(words),)))


def staff(file: LpdFile) -> str:
    return " ".join(block_words(file.plan.answer("A.staff").text))


def colleague_edits(path: Path, words: str) -> None:
    """What the program of somebody else does who opens the file, writes, and saves it again."""
    file = with_staff(file_as_draft(load_lpd(path)), words)
    path.write_bytes(DraftCopy("", file, DraftFiles()).bytes())


def bar_of(window: MainWindow) -> FileBar:
    return window.wizard.findChild(FileBar)


def box_of(window: MainWindow) -> QMessageBox | None:
    return next((box for box in window.findChildren(QMessageBox) if box.isVisible()), None)


def press(window: MainWindow, words: str) -> None:
    buttons = box_of(window).buttons()
    next(each for each in buttons if each.text().replace("&", "").startswith(words)).click()


def bar_button(window: MainWindow, words: str) -> None:
    buttons = [each for each in bar_of(window)._buttons.values() if each.isVisible()]
    next(each for each in buttons if each.text().startswith(words)).click()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Plan.lpd"
    save_lpd(path, sample_file())
    return path


@pytest.fixture
def opened(qtbot, window: MainWindow, path: Path) -> MainWindow:
    """A window over the draft of a file that is on the same state."""
    with qtbot.waitSignal(window.opening.opened):
        window.opening.open_file(str(path))
    stands(qtbot, window, Standing.SAME)
    return window


def stands(qtbot, window: MainWindow, standing: Standing) -> None:
    qtbot.waitUntil(lambda: window.wizard.header.file.text() == SHORT[standing], timeout=4000)


def look_again(qtbot, window: MainWindow, standing: Standing) -> None:
    files_of(window).look()
    stands(qtbot, window, standing)


def files_of(window: MainWindow) -> Files:
    return window.findChild(Files)


def test_a_draft_without_a_file_asks_where_and_then_keeps_the_file_up_to_date(
    qtbot, sample_wizard, tmp_path
):
    window = sample_wizard.window()
    assert window.wizard.header.file.isHidden()
    window.actions_by_key["update_file"].trigger()
    dialog = window.findChild(QFileDialog)
    target = tmp_path / "neu.lpd"
    dialog.reject()
    files_of(window)._saving.write_to_new(str(target))
    stands(qtbot, window, Standing.SAME)
    window.session.draft.set_text(STAFF, (paragraph("Weitergeschrieben."),))
    look_again(qtbot, window, Standing.OLDER)
    assert bar_of(window).isHidden()
    window.actions_by_key["update_file"].trigger()
    stands(qtbot, window, Standing.SAME)
    assert staff(load_lpd(target)) == "Weitergeschrieben."


def test_a_file_that_came_back_newer_is_said_once_and_taken_in_one_step(
    qtbot, opened: MainWindow, path: Path
):
    before = opened.session.file
    colleague_edits(path, "Vom Kollegen.")
    said: list[str] = []
    with heard(said.append):
        look_again(qtbot, opened, Standing.NEWER)
        files_of(opened).look()
        qtbot.waitUntil(lambda: not files_of(opened)._look.is_looking)
    assert len([each for each in said if "neuer als dieser Entwurf" in each]) == 1
    assert "Plan.lpd" in bar_of(opened).sentence.sentence
    bar_button(opened, "Stand der Datei übernehmen")
    stands(qtbot, opened, Standing.SAME)
    assert staff(opened.session.file) == "Vom Kollegen."
    assert bar_of(opened).isHidden()
    with DraftStore.open(opened.services.data_folder) as store:
        kept = store.points.of(opened.session.draft_id)
        assert staff(store.points.load(kept[0].id)) == staff(before)
    opened.session.draft.undo()
    assert staff(opened.session.file) == staff(before)


def test_where_both_went_on_nothing_is_overwritten_without_an_answer(
    qtbot, opened: MainWindow, path: Path
):
    opened.session.draft.set_text(STAFF, (paragraph("Von mir."),))
    colleague_edits(path, "Vom Kollegen.")
    opened.actions_by_key["update_file"].trigger()
    qtbot.waitUntil(lambda: box_of(opened) is not None)
    assert staff(load_lpd(path)) == "Vom Kollegen."
    assert "beide geändert" in box_of(opened).text()
    press(opened, "Datei ersetzen")
    qtbot.waitUntil(lambda: box_of(opened) is not None and "erhalten" in box_of(opened).text())
    press(opened, "Datei ersetzen")
    qtbot.waitUntil(lambda: staff(load_lpd(path)) == "Von mir.")
    stands(qtbot, opened, Standing.SAME)
    with DraftStore.open(opened.services.data_folder) as store:
        replaced = store.points.of(opened.session.draft_id)[0]
        assert (replaced.reason, replaced.name) == ("replaced", "Ersetzte Datei „Plan.lpd“")
        assert staff(store.points.load(replaced.id)) == "Vom Kollegen."


def test_a_returned_file_under_another_name_is_compared_or_becomes_a_draft_of_its_own(
    qtbot, opened: MainWindow, path: Path, tmp_path: Path
):
    draft = opened.session.draft_id
    returned = tmp_path / "Plan (2).lpd"
    returned.write_bytes(path.read_bytes())
    colleague_edits(returned, "Vom Kollegen.")
    opened.session.draft.set_text(STAFF, (paragraph("Von mir."),))
    assert opened.plan.save()
    opened.opening.open_file(str(returned))
    qtbot.waitUntil(lambda: box_of(opened) is not None)
    assert "beide geändert" in box_of(opened).text()
    press(opened, "Den Entwurf öffnen")
    stands(qtbot, opened, Standing.BOTH_WENT_ON)
    assert "Plan (2).lpd" in bar_of(opened).sentence.sentence
    with qtbot.waitSignal(opened.opening.opened):
        bar_button(opened, "Als weiteren Entwurf")
    assert opened.session.draft_id != draft
    assert staff(opened.session.file) == "Vom Kollegen."
    assert staff(load_lpd(path)) == staff(sample_file())


def test_what_is_taken_answer_by_answer_from_a_mail_is_known_and_the_file_stays_the_drafts(
    qtbot, opened: MainWindow, path: Path, tmp_path: Path
):
    mail = tmp_path / "Anlage.lpd"
    mail.write_bytes(path.read_bytes())
    colleague_edits(mail, "Vom Kollegen.")
    opened.session.draft.set_text(STAFF, (paragraph("Von mir."),))
    assert opened.plan.save()
    opened.opening.open_file(str(mail))
    qtbot.waitUntil(lambda: box_of(opened) is not None)
    press(opened, "Vergleichen")
    qtbot.waitUntil(lambda: opened.findChild(DraftComparison) is not None)
    opened.findChild(DraftComparison).reject()
    theirs = load_lpd(mail)
    opened.session.draft.set_text(STAFF, theirs.plan.answer("A.staff").text)
    with DraftStore.open(opened.services.data_folder) as store:
        draft = opened.session.draft_id
        qtbot.waitUntil(
            lambda: state_of(theirs) in [each.state for each in store.files.of(draft)], timeout=5000
        )
        assert store.summary(draft).origin.path == path
    stands(qtbot, opened, Standing.OLDER)
    assert "Plan.lpd" in opened.wizard.header.file.toolTip()


def test_a_file_on_a_stick_that_is_gone_is_told_until_somebody_hides_it(
    qtbot, opened: MainWindow, path: Path
):
    path.unlink()
    look_again(qtbot, opened, Standing.GONE)
    assert not bar_of(opened).isHidden()
    bar_of(opened)._hide.click()
    files_of(opened).look()
    qtbot.waitUntil(lambda: not files_of(opened)._look.is_looking)
    assert bar_of(opened).isHidden()
    opened.actions_by_key["file_standing"].trigger()
    assert "nicht erreichbar" in box_of(opened).text()
    box_of(opened).reject()
    opened.actions_by_key["update_file"].trigger()
    qtbot.waitUntil(lambda: box_of(opened) is not None)
    assert not path.exists()


def test_a_file_that_is_ahead_of_the_store_is_not_noted(tmp_path: Path):
    """After a crash the draft is at its older state, and the file must count as newer."""
    file = sample_file()
    with DraftStore.open(tmp_path) as store:
        draft = store.add(file)
        newer = with_staff(file, "Noch nicht gespeichert.")
        path = tmp_path / "Plan.lpd"
        for is_saved, expected in ((False, []), (True, [state_of(newer)])):
            work = WriteFile(
                tmp_path, draft, newer, path, DraftFiles(), lambda _s, saved=is_saved: saved,
                is_new_place=True,
            )  # fmt: skip
            work(Progress())
            assert staff(load_lpd(path)) == "Noch nicht gespeichert."
            assert [each.state for each in store.files.of(draft)] == expected
