"""The list of drafts knows the days of each, without loading a plan."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.form.model import Deadline
from lpd_desktop.plan.own_dates import OwnDate
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store.checksums import sealed
from lpd_desktop.store.connection import store_path
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.listing import list_drafts
from lpd_desktop.store.repair.row_rescue import rescue_rows

STORES = Path(__file__).parents[2] / "data" / "stores"
_COUNCIL = OwnDate(label="Kreistag", date="2022-12-14")


def with_dates(*own, deadlines=(), state="draft"):
    file = sample_file()
    form = changed(file.form, deadlines=deadlines)
    return replace(file, form=form, work=changed(file.work, dates=own, state=state))


def listed(folder):
    (summary,) = list_drafts(folder)
    return [(each.label, each.date, each.done, each.origin) for each in summary.dates]


def test_the_list_has_own_days_and_those_of_the_form_by_time(tmp_path):
    deadline = Deadline(date="2022-11-04", label="Abgabe {year}")
    with DraftStore.open(tmp_path) as store:
        store.add(with_dates(_COUNCIL, OwnDate(label="Beirat"), deadlines=(deadline,)))
        assert store.list_drafts() == list_drafts(tmp_path)
    assert listed(tmp_path) == [
        ("Abgabe 2023", "2022-11-04", False, "form"),
        ("Kreistag", "2022-12-14", False, "own"),
        ("Beirat", "", False, "own"),
    ]


def test_saving_brings_the_list_up_to_date(tmp_path):
    with DraftStore.open(tmp_path) as store:
        draft = store.add(with_dates())
        assert listed(tmp_path) == []
        store.save(draft, with_dates(_COUNCIL))
        assert [label for label, *_rest in listed(tmp_path)] == ["Kreistag"]
        store.save(draft, with_dates(changed(_COUNCIL, done=True)))
        assert listed(tmp_path)[0][2]
        assert store.check() == []


def test_a_submitted_plan_has_done_what_its_form_asked_for(tmp_path):
    deadline = Deadline(date="2022-11-04", label="Abgabe")
    with DraftStore.open(tmp_path) as store:
        store.add(with_dates(_COUNCIL, deadlines=(deadline,), state="submitted"))
    assert [done for _label, _date, done, _origin in listed(tmp_path)] == [True, False]


def forget_dates(folder):
    """The row as a store before version 4 kept it."""
    with closing(sqlite3.connect(store_path(folder))) as raw, raw:
        raw.row_factory = sqlite3.Row
        (row,) = [dict(each) for each in raw.execute("select * from drafts")]
        older = sealed("drafts", {**row, "dates": None})
        raw.execute("update drafts set dates = null, checksum = ?", [older["checksum"]])


def test_a_draft_of_an_older_store_has_the_deadlines_of_its_form(tmp_path):
    deadline = Deadline(date="2022-11-04", label="Abgabe {year}")
    with DraftStore.open(tmp_path) as store:
        store.add(with_dates(deadlines=(deadline,)))
        forget_dates(tmp_path)
        assert listed(tmp_path) == [("Abgabe 2023", "2022-11-04", False, "form")]
        assert store.check() == []
        assert not store.list_drafts()[0].is_damaged


@pytest.mark.parametrize("content", ["", "{", "[1]", json.dumps([{"label": 1}]), "null"])
def test_days_that_cannot_be_read_remind_of_nothing(tmp_path, content):
    with DraftStore.open(tmp_path) as store:
        store.add(with_dates(_COUNCIL))
    with closing(sqlite3.connect(store_path(tmp_path))) as raw, raw:
        raw.execute("update drafts set dates = ?", [content])
    (summary,) = list_drafts(tmp_path)
    assert summary.dates == ()
    assert summary.is_damaged


def test_half_a_surrogate_pair_in_a_name_keeps_nobody_from_saving(tmp_path):
    with DraftStore.open(tmp_path) as store:
        draft = store.add(with_dates(OwnDate(label="Kreis\ud83d", date="2022-12-14")))
        assert store.load(draft).work.dates[0].label == "Kreis\ud83d"
    assert listed(tmp_path)[0][0] == "Kreis?"


def test_a_row_from_before_the_column_is_still_found_on_its_page(tmp_path):
    shutil.copy(STORES / "version-3.db", store_path(tmp_path))
    with DraftStore.open(tmp_path) as store:
        ids = {each.id for each in (*store.list_drafts(), *store.list_drafts(trashed=True))}
    data = bytearray(store_path(tmp_path).read_bytes())
    data[100:200] = bytes(100)  # the list of tables
    store_path(tmp_path).write_bytes(data)
    rows = rescue_rows(store_path(tmp_path))["drafts"]
    assert {row["id"] for row in (*rows.read.values(), *rows.found.values())} == ids
