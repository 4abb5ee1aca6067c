"""The log is a chain: whatever is done to one entry is found, and older files join in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile, read_lpd, write_lpd
from lpd_desktop.plan.file_trail import with_trail
from lpd_desktop.plan.log_chain import (
    appended,
    broken_link,
    chain_fault,
    chain_head,
    life_entries,
)
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import LogEntry, Release, Work

TEXTS = st.text(max_size=5)
STATES = st.sampled_from(["", "draft", "in_review", "approved", "submitted", "returned"])
OLD = st.builds(LogEntry, time=TEXTS, event=TEXTS, name=TEXTS, role=TEXTS, detail=TEXTS)
NEW = st.builds(
    LogEntry,
    time=TEXTS,
    event=TEXTS,
    name=TEXTS,
    role=TEXTS,
    detail=TEXTS,
    account=TEXTS,
    note=TEXTS,
    state=STATES,
    seal=TEXTS,
)
FIELDS = ("time", "event", "name", "role", "detail", "account", "note", "seal")


def log_of(old: Sequence[LogEntry], new: Sequence[LogEntry]) -> tuple[LogEntry, ...]:
    work = Work(log=tuple(old))
    for entry in new:
        work = appended(work, entry)
    return work.log


@st.composite
def logs(draw: st.DrawFn, least: int = 1) -> tuple[LogEntry, ...]:
    """A log that began before there were chains, and went on with one."""
    old, new = draw(st.lists(OLD, max_size=3)), draw(st.lists(NEW, min_size=least, max_size=4))
    return log_of(old, new)


def first_link(log: Sequence[LogEntry]) -> int:
    return next(place for place, entry in enumerate(log) if entry.chain)


@given(logs())
def test_a_log_that_only_grew_is_whole(log: tuple[LogEntry, ...]) -> None:
    assert broken_link(log) is None
    assert chain_head(log) == log[-1].chain


@given(logs(), st.data())
def test_a_changed_entry_is_found_where_it_stands_or_at_the_first_link(
    log: tuple[LogEntry, ...], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(log) - 1))
    field = data.draw(st.sampled_from(FIELDS))
    before = getattr(log[place], field)
    value = data.draw(TEXTS.filter(lambda text: text != before))
    spoiled = (*log[:place], changed(log[place], **{field: value}), *log[place + 1 :])
    assert broken_link(spoiled) == max(place, first_link(log))


@given(logs(), st.data())
def test_a_changed_state_or_link_is_found(log: tuple[LogEntry, ...], data: st.DataObject) -> None:
    place = data.draw(st.integers(first_link(log), len(log) - 1))
    entry = log[place]
    states = STATES.filter(lambda state: state != entry.state)
    for spoiled in (
        changed(entry, state=data.draw(states)),
        changed(entry, chain="0" * 64),
        changed(entry, chain=entry.chain.upper()),
    ):
        if spoiled != entry:
            assert broken_link((*log[:place], spoiled, *log[place + 1 :])) == place


@given(logs(least=2), st.data())
def test_an_entry_that_was_taken_out_is_found_unless_it_was_the_last(
    log: tuple[LogEntry, ...], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(log) - 2))
    assert broken_link((*log[:place], *log[place + 1 :])) is not None


@given(logs(), NEW, st.data())
def test_an_entry_that_was_put_in_is_found(
    log: tuple[LogEntry, ...], entry: LogEntry, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(log)))
    for forged in (entry, log[-1]):
        assert broken_link((*log[:place], forged, *log[place:])) is not None


@given(logs(least=2), st.data())
def test_entries_that_changed_places_are_found(
    log: tuple[LogEntry, ...], data: st.DataObject
) -> None:
    one, other = sorted(data.draw(st.sets(st.integers(0, len(log) - 1), min_size=2, max_size=2)))
    if changed(log[one], chain="") == changed(log[other], chain=""):
        return
    order = list(log)
    order[one], order[other] = order[other], order[one]
    assert broken_link(order) is not None


@given(logs(least=2), st.data())
def test_a_link_that_was_taken_off_is_found(log: tuple[LogEntry, ...], data: st.DataObject) -> None:
    place = data.draw(st.integers(first_link(log), len(log) - 2))
    bare = changed(log[place], chain="")
    assert broken_link((*log[:place], bare, *log[place + 1 :])) is not None


def test_an_older_log_is_anchored_on_the_first_new_entry() -> None:
    old = (LogEntry(time="1", event="opened"), LogEntry(time="2", event="approved", name="A"))
    assert broken_link(old) is None
    log = log_of(old, [LogEntry(time="3", event="withdrawn", state="draft")])
    assert [bool(entry.chain) for entry in log] == [False, False, True]
    forged = (changed(old[0], name="B"), *log[1:])
    assert broken_link(forged) == 2


def test_a_change_of_state_without_a_link_is_never_an_old_entry() -> None:
    assert broken_link((LogEntry(time="1", event="approved", state="approved"),)) == 0


def with_log(file: LpdFile, log: tuple[LogEntry, ...], **fields: object) -> LpdFile:
    return replace(file, work=changed(file.work, log=log, **fields))


REVIEW = LogEntry(time="1", event="review_begun", state="in_review")
APPROVED = LogEntry(time="2", event="approved", state="approved")


def test_entries_cut_off_are_found_by_the_state_they_led_to() -> None:
    log = log_of((), [REVIEW, APPROVED])
    file = with_log(sample_file(), log, state="approved")
    assert chain_fault(file) == ""
    assert "passen nicht zusammen" in chain_fault(with_log(file, log[:1]))


def test_entries_cut_off_are_found_by_the_link_that_the_release_names() -> None:
    log = log_of((), [APPROVED, changed(APPROVED, name="B")])
    release = Release(
        version=1, seal="0" * 64, signatories=(), place="", date="", log_chain=log[-1].chain
    )
    file = replace(with_log(sample_file(), log, state="approved"), release=release)
    assert chain_fault(file) == ""
    assert "fehlen Einträge" in chain_fault(with_log(file, log[:1]))
    assert chain_fault(with_log(file, ())) == "", "a PDF carries no log"


def test_the_sentence_counts_the_entries_that_people_see() -> None:
    log = log_of((), [REVIEW, APPROVED, REVIEW])
    file = with_trail(with_log(sample_file(), log, state="in_review"), ("ab", "cd"), "9")
    assert chain_fault(file) == ""
    spoiled = list(file.work.log)
    spoiled[1] = changed(spoiled[1], name="B")
    assert "Bei Eintrag 2 " in chain_fault(with_log(file, tuple(spoiled)))


def test_states_of_files_come_and_go_beside_the_chain() -> None:
    file = with_log(sample_file(), log_of((), [REVIEW]))
    carried = with_trail(file, ("ab", "cd"), "9")
    assert broken_link(carried.work.log) is None
    going_on = appended(carried.work, APPROVED)
    assert broken_link(going_on.log) is None
    again = with_trail(replace(carried, work=going_on), ("ab", "ef"), "9")
    assert broken_link(again.work.log) is None
    assert tuple(life_entries(again.work.log)) == log_of((), [REVIEW, APPROVED])
    disguised = (*again.work.log[:-1], changed(again.work.log[-1], state="draft"))
    assert broken_link(disguised) is not None


@pytest.mark.parametrize("text", ["ä„ö“", "\ud800", "\n\t", '"\\'])
def test_any_letter_is_linked_and_survives_the_file(text: str) -> None:
    log = log_of((), [changed(REVIEW, note=text)])
    assert broken_link(log) is None
    if text != "\ud800":
        file = read_lpd(write_lpd(with_log(sample_file(), log)))
        assert broken_link(file.work.log) is None


def test_a_file_with_a_broken_chain_is_read_and_written_as_it_is() -> None:
    file = with_log(sample_file(), log_of((), [REVIEW, APPROVED]))
    raw = json.loads(write_lpd(file))
    raw["work"]["log"][0]["name"] = "Jemand"
    spoiled = read_lpd(json.dumps(raw).encode())
    assert chain_fault(spoiled)
    assert json.loads(write_lpd(spoiled)) == raw
    assert broken_link(appended(spoiled.work, REVIEW).log) == 0


def test_a_field_that_comes_later_does_not_break_older_links() -> None:
    entry = log_of((), [REVIEW])[0]
    assert set(msgspec.to_builtins(entry)) == {"time", "event", "state", "chain"}
