"""What somebody does with pages, menus, files and the window, by chance."""

from __future__ import annotations

from dataclasses import replace
from shutil import rmtree

from msgspec.structs import replace as changed
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QTextEdit,
)

from lpd_desktop.gui.budget.budget_grid import BudgetGrid
from lpd_desktop.gui.steps.step_list import StepList
from lpd_desktop.plan.file import load_lpd, save_lpd
from lpd_desktop.plan.sample import sample_file, sample_workbook
from lpd_desktop.store.draft_store import DraftStore
from tests.gui.wandering.hands import CTRL, NONE, SHIFT, click, press, wait, wait_until, write
from tests.gui.wandering.ledger import kept_words, words_in
from tests.gui.wandering.wanderer import Wanderer

_SIZES = ((1366, 768), (1280, 720), (1920, 1000), (640, 480), (320, 240), (240, 110), (900, 300))
_MENU = (
    "versions", "excel", "save_excel", "find", "find_next", "find_previous", "replace", "wording",
    "check", "next_finding", "previous_finding", "finding", "review", "spelling", "next_unknown",
    "dictionaries", "clean", "lengths", "approve", "log", "signature_sheet", "next_page",
    "previous_page", "preview",
    "read_text", "panel", "steps", "page_help", "pdf", "print", "save_lpd", "about",
    "select_all", "copy",
)  # fmt: skip
_DANGEROUS = ("Löschen", "PDF-Programm", "Datei ö&ffnen", "Ordner öffnen")
_FILLING = ("12.345", "1.000,5", "abc", "-3", "2023-05-01", "01.05.2022", "0", "99", "Straße")


def turn_page(who: Wanderer) -> None:
    wizard = who.window.wizard
    way = who.random.random()
    if way < 0.3:
        wizard.go_to(who.random.choice([step.key for step in wizard.steps]))
        wizard.focus_page()
    elif way < 0.5:
        who.press_in_window(who.random.choice((Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)), CTRL)
    elif way < 0.7:
        who.press_in_window(Qt.Key.Key_F8, who.random.choice((NONE, SHIFT)))
    elif way < 0.85:
        bar = wizard.bar
        button = who.random.choice((bar.back, bar.next))
        if button.isVisible() and button.isEnabled():
            click(button)
    else:
        steps = wizard.findChild(StepList)
        if steps is not None and steps.isVisible():
            steps.setFocus()
            press(steps, who.random.choice((Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return)))


def go_to_kind(who: Wanderer) -> None:
    """To a page of a kind that is rare."""
    wizard = who.window.wizard
    kind = who.random.choice(
        ("topic_choice", "topic", "potentials", "potential", "budget", "rich_text")
    )
    keys = [step.key for step in wizard.steps if step.kind == kind]
    if keys:
        wizard.go_to(who.random.choice(keys))
        wizard.focus_page()


def press_button(who: Wanderer) -> None:
    """Any button or box of the page; what removes a potential takes its words along."""
    buttons = [
        each
        for each in who.visible(QAbstractButton)
        if not any(word in each.text() for word in _DANGEROUS)
    ]
    if not buttons:
        return
    button = who.random.choice(buttons)
    who.told = button.text() or button.accessibleName()
    if (
        "entfernen" in button.text().replace("&", "")
        or button.text() == "×"
        or "übernehmen" in button.text().lower()
    ):
        who.window.wizard.flush()
        who.may_go |= kept_words(who.file)
    click(button)


def press_beside(who: Wanderer) -> None:
    """Any button of the panel beside the page."""
    panel = who.window.wizard.panel
    buttons = who.visible(QAbstractButton, panel) if panel.isVisible() else []
    if buttons:
        click(who.random.choice(buttons))


def fill_line(who: Wanderer) -> None:
    lines = [each for each in who.visible(QLineEdit) if not each.isReadOnly()]
    if not lines:
        return
    line = who.random.choice(lines)
    who.window.activateWindow()
    wait()
    line.setFocus()
    who.may_go |= set(words_in(line.text()))
    if who.random.random() < 0.5:
        line.selectAll()
    write(line, who.random.choice(_FILLING))
    is_topic = line is getattr(who.window.wizard.page, "_topic", None)
    if is_topic:
        word = who.ledger.new_word()
        line.end(False)
        write(line, f" {word} ")
        who.typed.add(word)
    if who.random.random() < 0.5:
        press(line, who.random.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape)))


def choose_in_box(who: Wanderer) -> None:
    boxes = who.visible(QComboBox)
    if boxes:
        box = who.random.choice(boxes)
        box.setFocus()
        press(box, who.random.choice((Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End)))


def use_grid(who: Wanderer) -> None:
    grids = who.visible(BudgetGrid)
    if not grids:
        return
    grid = grids[0]
    grid.setFocus()
    rows, columns = grid.model().rowCount(), grid.model().columnCount()
    if not rows:
        return
    grid.setCurrentIndex(
        grid.model().index(who.random.randrange(rows), who.random.randrange(columns))
    )
    way = who.random.random()
    if way < 0.4:
        press(grid, Qt.Key.Key_F2)
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit):
            write(field, who.random.choice(_FILLING))
            press(field, who.random.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape)))
    elif way < 0.6:
        press(grid, who.random.choice((Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Insert)))
    elif way < 0.8:
        text = who.random.choice(("1.000\t2.000\n3.000\t4.000", "Personal\t12,5", "x\ty\nz"))
        QApplication.clipboard().setText(text)
        press(grid, Qt.Key.Key_V, CTRL)
    elif grid.actions():
        action = who.random.choice(grid.actions())
        if action.isEnabled():
            action.trigger()


def use_menu(who: Wanderer) -> None:
    action = who.window.actions_by_key[who.random.choice(_MENU)]
    if action.isEnabled():
        action.trigger()


def search_words(who: Wanderer) -> None:
    """Looks for a common word, now and then to replace it."""
    who.window.actions_by_key["replace"].trigger()
    wait()
    from lpd_desktop.gui.search.find_bar import FindBar

    bar = who.window.wizard.findChild(FindBar)
    if bar is None or not bar.wanted.isVisible():
        return
    bar.wanted.setText(who.random.choice(("Straße", "Maßnahmen", "so", "der", "Ältere", "SGB", "")))
    bar.replacement.setText(who.random.choice(("Gasse", "Maßnahmen", "", "Jugendliche und Ältere")))
    wait(who.random.choice((0, 0, 250)))
    if bar.preview.isEnabled() and bar.preview.isVisible():
        click(bar.preview)


def answer_dialog(who: Wanderer) -> None:
    """Does something with the dialog in front: any button, Return, Escape."""
    dialog = who.dialog()
    if dialog is None:
        return
    if isinstance(dialog, QFileDialog):
        _answer_file_dialog(who, dialog)
        return
    captions = [each.text() for each in dialog.findChildren(QAbstractButton)]
    is_opening = isinstance(dialog, QMessageBox) and "öffnen" in "".join(captions)
    if is_opening:
        who.may_go |= who.ledger.live
    _answer(who, dialog)
    if is_opening:
        who.wait_for_jobs()  # what was asked for is open before stock is taken


def _answer(who: Wanderer, dialog: QDialog) -> None:
    way = who.random.random()
    buttons = who.visible(QAbstractButton, dialog)
    lines = who.visible(QLineEdit, dialog) + who.visible(QTextEdit, dialog)
    if lines and way < 0.3:
        field = who.random.choice(lines)
        field.setFocus()
        write(field, who.random.choice(_FILLING))
    elif buttons and way < 0.75:
        click(who.random.choice(buttons))
    else:
        press(dialog, who.random.choice((Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_Return)))


def _answer_file_dialog(who: Wanderer, dialog: QFileDialog) -> None:
    if who.random.random() < 0.3:
        press(dialog, Qt.Key.Key_Escape)
        return
    saves = dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    name = (
        f"Datei {who.random.randint(1, 4)}{dialog.defaultSuffix() and '.' + dialog.defaultSuffix()}"
    )
    path = who.files / name if saves else sample_workbook()
    # Qt's own question whether to overwrite would wait for an answer inside the click.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    line.setText(str(path))
    box = dialog.findChild(QDialogButtonBox)
    accept = next(b for b in box.buttons() if box.buttonRole(b) == box.ButtonRole.AcceptRole)
    if accept.isEnabled():
        click(accept)
    else:
        press(dialog, Qt.Key.Key_Escape)


def resize(who: Wanderer) -> None:
    who.window.resize(*who.random.choice(_SIZES))
    wait()


def change_scheme(who: Wanderer) -> None:
    from lpd_desktop.gui.look.schemes import choose_scheme

    choose_scheme(who.random.choice(("light", "dark", "contrast", "")))


def acknowledge(who: Wanderer) -> None:
    """Accepts a finding with a reason."""
    session = who.window.session
    open_ones = [each for each in session.findings if each.level != "error"]
    if open_ones and session.draft.is_editable:
        who.window.plan.findings.show_finding(who.random.choice(open_ones))


def menu_of_words(who: Wanderer) -> None:
    """The menu under the right button, with an entry of it."""
    edit = who.some_editor()
    if edit is None:
        return
    menu = edit.createStandardContextMenu(edit.cursorRect().center())
    names = ("Ausschneiden", "Löschen", "entfernen", "löschen")
    actions = [
        each
        for each in menu.actions()
        if each.isEnabled()
        and each.menu() is None
        and not any(n in each.text().replace("&", "") for n in names)
    ]
    if actions:
        chosen = who.random.choice(actions)
        if "ckg" in chosen.text() or "Wieder" in chosen.text():
            who.may_go |= kept_words(who.file)
        if "nf" in chosen.text():
            from tests.gui.wandering.writing import place_safely

            place_safely(edit)
        chosen.trigger()
    menu.deleteLater()


def save_elsewhere(who: Wanderer) -> None:
    """A second window saves the draft meanwhile."""
    draft = who.window.session.draft_id
    who.window.plan.save()
    who.is_saved_elsewhere = True
    with DraftStore.open(who.folder) as store:
        file = store.load(draft)
        note = changed(
            file.work, ignored_words=(*file.work.ignored_words, f"x{who.random.random()}")
        )
        store.save(draft, replace(file, work=note))


def lose_disk(who: Wanderer) -> None:
    """The folder of the drafts is gone for a while; somebody writes on."""
    from tests.gui.wandering.writing import type_words

    away = who.folder.with_name("away")
    who.wait_for_jobs()
    who.window.plan.save()
    who.folder.rename(away)
    who.folder.write_text("no folder")
    type_words(who)
    wait(who.random.choice((0, 300, 1300)))
    type_words(who)
    who.window.wizard.flush()
    if who.folder.is_dir():
        rmtree(who.folder)
    else:
        who.folder.unlink()
    away.rename(who.folder)
    wait(100)


def save_as_file(who: Wanderer) -> None:
    """The file that is saved while somebody writes holds what the draft says."""
    who.window.wizard.flush()
    path = who.files / "Plan.lpd"
    save_lpd(path, who.file)
    assert load_lpd(path).plan == who.file.plan


def reopen(who: Wanderer) -> None:
    """Closes the plan, or the whole window, and opens it again: nothing is lost."""
    window = who.window
    who.wait_for_jobs()
    if not who.is_writing or who.is_saved_elsewhere:
        return
    if not window.plan.save():
        return
    draft, file = window.session.draft_id, who.file
    if who.random.random() < 0.6:
        window.show_start()
    else:
        window.close()
        window.deleteLater()
        wait()
        window = who.new_window()
    who.wait_for_jobs()
    window.opening.load(draft)
    assert wait_until(lambda: window.plan is not None), "the draft was not opened again"
    assert (who.file.plan, who.file.work) == (file.plan, file.work), "reopened with another text"
    who.start_anew()
    who.wait_for_jobs()


def new_sample(who: Wanderer) -> None:
    who.take(sample_file())
