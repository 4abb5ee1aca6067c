"""„Nächste Termine“ on the start page: order, words, opening, settling, the change of the day."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from lpd_desktop.form.model import Deadline
from lpd_desktop.gui.drafts import DraftRow
from lpd_desktop.gui.start import next_dates
from lpd_desktop.gui.start.due_rows import MOST, due_rows
from lpd_desktop.plan.own_dates import DueDate, OwnDate
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store.draft_store import DraftStore
from tests.gui.looked_over import faults_in

_TODAY = "2022-10-20"
_DEADLINE = Deadline(date="2022-11-04", label="Abgabe {year}")
_COUNCIL = OwnDate(label="Kreistag", date="2022-10-17")
_BOARD = OwnDate(label="Beirat", date="2022-10-20")


def draft_row(*dates, ident="d1", jobcenter="Kreis Talbrück"):
    listed = tuple(DueDate(label, day, done, "own") for label, day, done in dates)
    return DraftRow(ident, jobcenter, "LPD 2023", 2023, "Entwurf", 50, "", dates=listed)


def test_what_is_over_comes_first_then_what_is_next():
    one = draft_row(("Kreistag", "2022-12-14", False), ("Beirat", "2022-10-17", False))
    other = draft_row(("MAGS", "2022-10-20", False), ident="d2", jobcenter="")
    rows = due_rows([one, other], _TODAY).rows
    assert [(row.label, row.words) for row in rows] == [
        ("Beirat", "seit 3 Tagen vorbei"),
        ("MAGS", "heute"),
        ("Kreistag", "noch 55 Tage"),
    ]
    assert [row.is_over for row in rows] == [True, False, False]
    assert rows[1].plan == "ohne Jobcenter, LPD 2023"
    assert rows[2].day == "Mittwoch, 14.12.2022"


def test_what_is_done_or_has_no_day_reminds_nobody():
    row = draft_row(("Kreistag", "2022-12-14", True), ("Beirat", "", False), ("x", "bald", False))
    assert due_rows([row], _TODAY).rows == ()


def test_many_days_are_cut_on_both_ends_and_that_is_said():
    over = [(f"a{n}", f"20{n:02}-01-01", False) for n in range(22)]
    more = [(f"b{n:02}", f"2021-02-{n + 1:02}", False) for n in range(10)]
    coming = [(f"c{n:02}", f"2099-03-{n % 28 + 1:02}", False) for n in range(MOST + 1)]
    found = due_rows([draft_row(*over, *more, *coming)], _TODAY)
    assert (found.older, found.later, len(found.rows)) == (7, 1, 2 * MOST)
    sentence = "Dazu 7 ältere Termine und 1 späterer Termin: Sie stehen in den Entwürfen."
    assert found.rest_sentence == sentence
    assert found.rows[MOST - 1].label == "b09"


@pytest.fixture
def day(monkeypatch):
    now = {"day": _TODAY}
    monkeypatch.setattr(next_dates, "today", lambda: now["day"])
    return now


def stored(folder, *own):
    file = sample_file()
    form = changed(file.form, deadlines=(_DEADLINE,))
    with DraftStore.open(folder) as store:
        return store.add(replace(file, form=form, work=changed(file.work, dates=own)))


@pytest.fixture
def dates(qtbot, day, open_window, isolated_data_folder):
    def shown(*own):
        draft = stored(isolated_data_folder, *own)
        window = open_window()
        found = window.start.dates
        qtbot.waitUntil(lambda: found.list.topLevelItemCount() > 0)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window, found, draft

    return shown


def texts(dates):
    tree = dates.list
    items = [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]
    return [(item.text(0), item.text(2), item.text(1)) for item in items]


def dates_in(folder, draft):
    with DraftStore.open(folder) as store:
        return {each.label: each.done for each in store.load(draft).work.dates}


def settle(qtbot, dates, number=0):
    dates.list.setCurrentItem(dates.list.topLevelItem(number))
    dates.list.setFocus()
    qtbot.keyClick(dates.list, Qt.Key.Key_Space)


def test_days_of_drafts_and_forms_are_listed_with_their_weekday(dates):
    _window, found, _draft = dates(_COUNCIL, _BOARD)
    assert texts(found) == [
        ("seit 3 Tagen vorbei", "Montag, 17.10.2022", "Kreistag"),
        ("heute", "Donnerstag, 20.10.2022", "Beirat"),
        ("noch 15 Tage", "Freitag, 04.11.2022", "Abgabe 2023"),
    ]
    assert not found.list.topLevelItem(0).icon(0).isNull()
    assert found.list.topLevelItem(1).icon(0).isNull()


def test_nothing_is_shown_where_nothing_is_due(qtbot, day, open_window):
    window = open_window()
    qtbot.waitUntil(lambda: not window.services.jobs.is_busy)
    assert not window.start.dates.isVisible()


def test_enter_opens_the_draft(qtbot, dates):
    window, found, draft = dates(_COUNCIL)
    found.focus()
    qtbot.keyClick(found.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.plan is not None)
    assert window.plan.session.draft_id == draft


def test_a_click_twice_opens_the_draft(qtbot, dates):
    window, found, _draft = dates(_COUNCIL)
    place = found.list.visualItemRect(found.list.topLevelItem(0)).center()
    for click in (qtbot.mouseClick, qtbot.mouseDClick):
        click(found.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: window.plan is not None)


def test_the_space_bar_settles_a_day_and_the_focus_stays(qtbot, dates, isolated_data_folder):
    _window, found, draft = dates(_COUNCIL, _BOARD)
    settle(qtbot, found)
    qtbot.waitUntil(lambda: len(texts(found)) == 2)
    assert dates_in(isolated_data_folder, draft)["Kreistag"]
    assert found.list.hasFocus()
    assert found.list.currentItem().text(1) == "Beirat"


def test_a_day_of_the_form_is_settled_in_the_draft(qtbot, dates, isolated_data_folder):
    _window, found, draft = dates()
    settle(qtbot, found)
    qtbot.waitUntil(lambda: texts(found) == [])
    assert dates_in(isolated_data_folder, draft) == {"Abgabe 2023": True}


def test_what_was_settled_by_mistake_is_taken_back(qtbot, dates, isolated_data_folder):
    _window, found, draft = dates(_COUNCIL)
    settle(qtbot, found)
    qtbot.waitUntil(found.take_back.isVisible)
    qtbot.waitUntil(lambda: len(texts(found)) == 1)
    qtbot.mouseClick(found.take_back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(texts(found)) == 2)
    assert not dates_in(isolated_data_folder, draft)["Kreistag"]
    assert not found.take_back.isVisible()


def test_the_last_day_that_is_settled_can_still_be_taken_back(qtbot, dates):
    _window, found, _draft = dates()
    settle(qtbot, found)
    qtbot.waitUntil(lambda: texts(found) == [])
    assert found.isVisible()
    assert found.take_back.hasFocus()


def test_a_draft_that_is_gone_is_told_and_the_list_is_read_anew(qtbot, dates, isolated_data_folder):
    window, found, draft = dates(_COUNCIL)
    with DraftStore.open(isolated_data_folder) as store:
        store.erase(draft)
    settle(qtbot, found)
    qtbot.waitUntil(lambda: any(b.isVisible() for b in window.findChildren(QMessageBox)))
    box = next(each for each in window.findChildren(QMessageBox) if each.isVisible())
    box.reject()
    qtbot.waitUntil(lambda: texts(found) == [])
    assert not found.take_back.isVisible()


def test_at_midnight_the_days_are_counted_anew(dates, day):
    _window, found, _draft = dates(_COUNCIL)
    day["day"] = "2022-10-21"
    found._timer.timeout.emit()
    assert texts(found)[0][0] == "seit 4 Tagen vorbei"


def test_within_a_day_nothing_is_made_anew(dates):
    _window, found, _draft = dates(_COUNCIL)
    item = found.list.topLevelItem(0)
    found._timer.timeout.emit()
    assert found.list.topLevelItem(0) is item


def test_what_is_settled_is_no_longer_offered_after_a_draft_was_open(qtbot, dates):
    window, found, draft = dates(_COUNCIL)
    settle(qtbot, found)
    qtbot.waitUntil(found.take_back.isVisible)
    window.opening.load(draft)
    qtbot.waitUntil(lambda: window.plan is not None)
    window.show_start()
    qtbot.waitUntil(found.isVisible)
    assert not found.take_back.isVisible()


def test_the_list_of_drafts_keeps_the_focus_when_the_page_is_shown(dates):
    window, found, _draft = dates(_COUNCIL)
    assert not found.has_focus
    assert window.start._list.hasFocus()


def test_days_have_words_for_screen_readers(dates):
    _window, found, _draft = dates(_COUNCIL)
    assert faults_in(found) == []
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken = found.list.topLevelItem(0).data(0, role)
    assert spoken == "seit 3 Tagen vorbei, erledigt abhaken"
    assert "Leertaste" in found.list.accessibleDescription()
