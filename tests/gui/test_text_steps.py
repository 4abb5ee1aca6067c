"""Steps of the draft in the texts they change: undone with Ctrl+Z like what is typed there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from lpd_desktop.gui.rich_text.typing_default import TypingDefault
from lpd_desktop.gui.typing_setting import CAPTION
from lpd_desktop.plan.addresses import blocks_at, text_fields, with_blocks
from lpd_desktop.plan.rich_text import paragraph

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def fields(sample_wizard):
    """The first two answers of one topic."""
    file = sample_wizard._session.file
    topic = file.form.topics.key
    return [place for place, _text in text_fields(file.form, file.plan) if place.item == topic][:2]


@pytest.fixture
def rows(sample_wizard, fields):
    sample_wizard.lead_to(str(fields[0]))
    return [sample_wizard.page.rows[str(place)] for place in fields]


def everywhere(places, text):
    def step(file):
        plan = file.plan
        for place in places:
            plan = with_blocks(file.form, plan, place, (paragraph(text),))
        return replace(file, plan=plan)

    return step


def texts(session, places):
    return [blocks_at(session.file.form, session.file.plan, place) for place in places]


def test_ctrl_z_in_one_text_undoes_the_step_in_all(window, rows, fields, qtbot):
    draft = window.session.draft
    before = texts(draft, fields)
    draft.change("Ersetzen", everywhere(fields, "neu"))
    after = texts(draft, fields)
    qtbot.keyClick(rows[1].edit, Qt.Key.Key_Z, CTRL)

    assert texts(draft, fields) == before
    assert [row.edit.blocks for row in rows] == before
    qtbot.keyClick(rows[0].edit, Qt.Key.Key_Y, CTRL)
    assert texts(draft, fields) == [row.edit.blocks for row in rows] == after


def test_a_step_leaves_what_was_typed_before_to_be_undone_after_it(window, rows, fields, qtbot):
    edit = rows[0].edit
    before = edit.blocks
    qtbot.keyClicks(edit, "getippt")
    edit.flush()
    window.session.draft.change("Ersetzen", everywhere(fields, "neu"))
    qtbot.keyClick(edit, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(edit, Qt.Key.Key_Z, CTRL)
    edit.flush()

    assert edit.blocks == before
    assert texts(window.session.draft, fields[:1]) == [before]


def test_typing_is_undone_after_other_pages_were_shown(window, rows, fields, qtbot):
    wizard, edit = window.wizard, rows[0].edit
    before, here = edit.blocks, wizard.steps.current.key
    qtbot.keyClicks(edit, "getippt ")
    for step in list(wizard.steps):
        wizard.go_to(step.key)
    wizard.go_to(here)
    assert wizard.page.rows[str(fields[0])].edit is edit
    qtbot.keyClick(edit, Qt.Key.Key_Z, CTRL)
    edit.flush()

    assert texts(window.session.draft, fields[:1]) == [before]


def test_a_newer_step_elsewhere_is_not_undone_from_here(window, rows, fields, qtbot):
    draft = window.session.draft
    before = texts(draft, fields)
    draft.change("Ersetzen", everywhere(fields[:1], "neu"))
    draft.change("Ersetzen", everywhere(fields[1:], "anderswo"))
    elsewhere = texts(draft, fields[1:])
    qtbot.keyClick(rows[0].edit, Qt.Key.Key_Z, CTRL)
    rows[0].edit.flush()

    assert texts(draft, fields) == [before[0], *elsewhere]


def test_typing_after_a_step_stays_when_the_step_is_undone_elsewhere(window, rows, fields, qtbot):
    draft = window.session.draft
    before = texts(draft, fields)
    draft.change("Ersetzen", everywhere(fields, "neu"))
    qtbot.keyClicks(rows[0].edit, "mehr ")
    rows[0].edit.flush()
    typed = rows[0].edit.blocks
    rows[1].edit.setFocus()
    qtbot.keyClick(rows[1].edit, Qt.Key.Key_Z, CTRL)

    assert texts(draft, fields) == [typed, before[1]]


def test_replacing_while_typing_is_switched_off_in_the_menu_and_stays_so(open_window, monkeypatch):
    monkeypatch.setattr(TypingDefault, "replaces", True)
    entry = _entry(open_window())
    assert entry.isChecked()
    entry.trigger()
    assert not TypingDefault.replaces
    assert not _entry(open_window()).isChecked()


def _entry(window):
    entries = window.actions_by_key.menus["Format"].actions()
    return next(action for action in entries if action.text() == CAPTION)
