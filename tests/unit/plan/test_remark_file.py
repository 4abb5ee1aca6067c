"""Remarks on their way: nothing is lost, nothing comes twice, bad files are refused."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as changed

from lpd_desktop.plan import remark_file
from lpd_desktop.plan.file import LpdFile, read_lpd, seal_digest, write_lpd
from lpd_desktop.plan.remark import Remark, Reply, open_remarks, shown_remarks
from lpd_desktop.plan.remark_changes import (
    MOST_LETTERS,
    MOST_REMARKS,
    RemarkRefusedError,
    UnknownRemarkError,
    with_answer,
    with_changed_text,
    with_deleted,
    with_standing,
)
from lpd_desktop.plan.remark_file import (
    NewerRemarksError,
    NotRemarksError,
    OtherPlanError,
    joined,
    read_remarks,
    remark_file_of,
    remark_file_schema,
    taken,
    write_remarks,
)
from lpd_desktop.plan.remark_merging import merged_remarks
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.runtime.clock import TIME_SHAPE
from lpd_desktop.runtime.resources import resource
from tests.unit.plan.remarked import (
    EVA,
    JAN,
    LATER,
    TIME,
    block,
    field_of,
    plan_with,
    remarked,
    the_remark,
)

NUMBERS = st.integers(0, 2)
WORDS = st.sampled_from(["", "a", "b"])
REPLIES = st.builds(Reply, id=st.sampled_from("rst"), text=WORDS, time=WORDS, name=WORDS)
REMARKS = st.builds(
    Remark,
    id=st.sampled_from("xyz"),
    where=WORDS,
    text=WORDS,
    time=WORDS,
    quote=WORDS,
    revision=NUMBERS,
    changed_at=WORDS,
    replies=st.lists(REPLIES, max_size=3).map(tuple),
    resolved=st.booleans(),
    resolved_by=WORDS,
    turns=NUMBERS,
)
LISTS = st.lists(REMARKS, max_size=5).map(tuple)


@given(LISTS, LISTS)
def test_it_does_not_matter_who_takes_whose_remarks(one, other):
    assert merged_remarks(one, other) == merged_remarks(other, one)


@given(LISTS, LISTS, LISTS)
def test_it_does_not_matter_in_which_order_files_come_back(one, other, third):
    left = merged_remarks(merged_remarks(one, other), third)
    assert left == merged_remarks(one, merged_remarks(other, third))


@given(LISTS, LISTS)
def test_taking_the_same_remarks_again_adds_nothing(one, other):
    once = joined(one, other)
    again = joined(once.remarks, other)
    assert again.remarks == once.remarks
    assert again.is_nothing


@given(LISTS, LISTS)
def test_no_remark_and_no_answer_is_lost(one, other):
    merged = merged_remarks(one, other)
    found = {remark.id: {reply.id for reply in remark.replies} for remark in merged}
    for remark in (*one, *other):
        assert {reply.id for reply in remark.replies} <= found[remark.id]


def reviewed() -> LpdFile:
    file = plan_with(block("p1", "Die Quote steigt auf 20 Prozent."))
    return remarked(file, field_of(file).at_block("p1"), "20 Prozent")


def with_remarks(file: LpdFile, remarks) -> LpdFile:
    return replace(file, work=changed(file.work, remarks=remarks))


def test_answers_of_two_people_stand_under_one_remark():
    file = reviewed()
    ident = the_remark(file).id
    one = with_answer(file.work.remarks, ident, "Ist belegt.", JAN, time=LATER)
    other = with_answer(file.work.remarks, ident, "Bitte mit Quelle.", EVA, time=TIME)
    (merged,) = merged_remarks(one, other)
    assert [reply.text for reply in merged.replies] == ["Bitte mit Quelle.", "Ist belegt."]


def test_a_changed_text_wins_over_the_one_it_replaced_whatever_the_clocks_say():
    file = reviewed()
    ident = the_remark(file).id
    later = with_changed_text(file.work.remarks, ident, "Quelle?", EVA, time="1999-01-01T00:00:00Z")
    (merged,) = merged_remarks(later, file.work.remarks)
    assert merged.text == "Quelle?"


def test_what_was_opened_again_is_not_closed_by_an_older_file():
    file = reviewed()
    ident = the_remark(file).id
    closed = with_standing(file.work.remarks, ident, JAN, resolved=True, time=TIME)
    reopened = with_standing(closed, ident, EVA, resolved=False, time=LATER)
    (merged,) = merged_remarks(reopened, closed)
    assert (merged.resolved, merged.resolved_by) == (False, EVA.name)


def test_a_deleted_remark_stays_deleted_when_its_file_is_taken_again():
    file = reviewed()
    returned = remark_file_of(file)
    deleted = with_remarks(
        file, with_deleted(file.work.remarks, the_remark(file).id, EVA, time=LATER)
    )
    again = taken(deleted, returned)
    assert shown_remarks(again.remarks) == ()
    assert again.is_nothing
    assert (
        "20 Prozent"
        not in write_lpd(with_remarks(deleted, again.remarks)).decode().partition('"work"')[2]
    )


def test_an_answer_to_a_remark_that_was_deleted_meanwhile_is_kept():
    file = reviewed()
    ident = the_remark(file).id
    deleted = with_deleted(file.work.remarks, ident, EVA, time=LATER)
    answered = with_answer(file.work.remarks, ident, "Ist belegt.", JAN, time=LATER)
    (merged,) = shown_remarks(merged_remarks(deleted, answered))
    assert (merged.text, merged.replies[0].text) == ("", "Ist belegt.")


def test_who_changed_a_remark_while_it_was_deleted_elsewhere_keeps_the_words():
    file = reviewed()
    ident = the_remark(file).id
    deleted = with_deleted(file.work.remarks, ident, EVA, time=LATER)
    reworded = with_changed_text(file.work.remarks, ident, "Quelle?", EVA, time=TIME)
    (merged,) = merged_remarks(deleted, reworded)
    assert merged.text == "Quelle?"


def test_only_the_author_changes_or_deletes_a_remark():
    file = reviewed()
    remarks, ident = file.work.remarks, the_remark(file).id
    with pytest.raises(RemarkRefusedError, match="von Eva Muster, Fachaufsicht, MAGS"):
        with_changed_text(remarks, ident, "x", JAN, time=LATER)
    with pytest.raises(RemarkRefusedError, match="löschen kann sie nur"):
        with_deleted(remarks, ident, JAN, time=LATER)
    same = changed(EVA, name=" eva  MUSTER ")
    assert with_changed_text(remarks, ident, "x", same, time=LATER)[0].text == "x"


def test_an_answered_remark_cannot_be_deleted():
    file = reviewed()
    ident = the_remark(file).id
    answered = with_answer(file.work.remarks, ident, "Ja.", JAN, time=LATER)
    with pytest.raises(RemarkRefusedError, match="beantwortete"):
        with_deleted(answered, ident, EVA, time=LATER)


def test_settling_and_opening_again_are_counted_and_signed():
    file = reviewed()
    remarks, ident = file.work.remarks, the_remark(file).id
    assert len(open_remarks(remarks)) == 1
    closed = with_standing(remarks, ident, JAN, resolved=True, time=LATER)
    assert open_remarks(closed) == ()
    assert (closed[0].resolved_by, closed[0].resolved_at) == (JAN.name, LATER)
    assert with_standing(closed, ident, EVA, resolved=True, time=TIME) == closed


@pytest.mark.parametrize(
    ("text", "name"), [(" ", "Eva"), ("x" * (MOST_LETTERS + 1), "E"), ("x", "")]
)
def test_what_says_nothing_or_comes_from_nobody_is_refused(text, name):
    file = reviewed()
    with pytest.raises(RemarkRefusedError):
        with_answer(
            file.work.remarks, the_remark(file).id, text, changed(EVA, name=name), time=TIME
        )


def test_what_is_typed_or_pasted_is_kept_without_what_nobody_sees():
    author = changed(JAN, name="Jan\x1b \u202eBeispiel\n")
    file = plan_with(block("p1", "Etwa 20 Prozent."))
    remark = the_remark(remarked(file, field_of(file), text="eins\x07\r\nzwei", author=author))
    assert (remark.name, remark.text) == ("Jan Beispiel", "eins\nzwei")


def test_a_remark_is_named_by_the_end_of_its_id():
    file = reviewed()
    remarks, ident = file.work.remarks, the_remark(file).id
    assert with_answer(remarks, ident[-8:], "Ja.", JAN, time=TIME)[0].replies
    with pytest.raises(UnknownRemarkError, match="gibt es nicht"):
        with_answer(remarks, "nein", "Ja.", JAN, time=TIME)


def test_a_file_of_remarks_is_read_as_it_was_written():
    file = reviewed()
    returned = remark_file_of(file)
    data = write_remarks(returned)
    assert read_remarks(data) == returned
    assert write_remarks(read_remarks(data)) == data
    assert (returned.plan.digest, returned.plan.id) == (seal_digest(file), file.plan.id)


def test_a_file_of_remarks_fits_its_schema_and_the_schema_is_up_to_date():
    schema = json.loads(resource("lpd-remarks.schema.json").read_text("utf-8"))
    assert schema == json.loads(json.dumps(remark_file_schema()))
    jsonschema.validate(json.loads(write_remarks(remark_file_of(reviewed()))), schema)


@pytest.mark.parametrize(
    "time", ["gestern", "2022-13-01T00:00:00Z", "2022-02-30T00:00:00Z", "2022-11-08", "2099"]
)
@pytest.mark.parametrize("name", ["time", "changed_at", "resolved_at"])
def test_a_time_that_is_none_is_refused_with_its_words(name, time):
    with pytest.raises(NotRemarksError, match=f"„{time}“ ist keine Zeit"):
        read_remarks(altered(**{name: time}))
    answer = {"id": "r", "text": "x", "time": time}
    with pytest.raises(NotRemarksError, match=f"„{time}“ ist keine Zeit"):
        read_remarks(altered(replies=[answer]))


def test_a_time_to_come_is_refused_but_for_a_clock_that_is_a_little_fast():
    with pytest.raises(NotRemarksError, match="in der Zukunft"):
        read_remarks(altered(time="2099-01-01T00:00:00Z"))
    soon = (datetime.now(UTC) + timedelta(hours=20)).strftime(TIME_SHAPE)
    (remark,) = read_remarks(altered(time=soon)).remarks
    assert remark.time == soon


@pytest.mark.parametrize("time", ["gestern", "2022-11-08", "2022-13-01T00:00:00Z"])
def test_the_schema_knows_what_a_time_is(time):
    schema = json.loads(resource("lpd-remarks.schema.json").read_text("utf-8"))
    jsonschema.validate(json.loads(altered(time="")), schema)
    with pytest.raises(jsonschema.ValidationError, match="does not match"):
        jsonschema.validate(json.loads(altered(time=time)), schema)


def test_a_byte_order_mark_is_no_damage():
    data = altered()
    assert read_remarks(b"\xef\xbb\xbf" + data) == read_remarks(data)


def test_names_and_texts_of_strangers_come_without_what_steers_a_terminal():
    answer = {"id": "r", "text": "gut\r\n\x07so", "name": "A\nB", "role": "\x1b[31mC"}
    dirty = altered(
        name="Eva\x1b[31m\nMuster\x00", role="\u202eAufsicht", text="eins\x9b\r\nzwei\u2066",
        quote="20\u00ad Pro\x07zent", replies=[answer],
    )  # fmt: skip
    (remark,) = read_remarks(dirty).remarks
    assert (remark.name, remark.role) == ("Eva[31m Muster", "Aufsicht")
    assert (remark.text, remark.quote) == ("eins\nzwei", "20\u00ad Prozent")
    (reply,) = remark.replies
    assert (reply.name, reply.role, reply.text) == ("A B", "[31mC", "gut\nso")
    with pytest.raises(NotRemarksError, match="Kennung"):
        read_remarks(altered(id="x\x1by"))


def test_remarks_of_another_plan_of_the_same_name_do_not_ask_to_open_this_one():
    file, other = reviewed(), reviewed()
    named = remark_file_of(other)
    assert named.plan.id != file.plan.id
    with pytest.raises(OtherPlanError, match="genauso heißt") as refused:
        taken(file, named)
    assert "öffnen Sie dieses" not in str(refused.value)


def test_remarks_of_another_plan_are_refused_with_its_name():
    with pytest.raises(OtherPlanError, match="anderen Planungsdokument \\(Kreis Muster"):
        taken(sample_file(), remark_file_of(reviewed()))


def test_an_older_file_of_remarks_is_led_to_the_newest_schema(monkeypatch):
    monkeypatch.setattr(remark_file, "REMARKS_SCHEMA", 2)
    monkeypatch.setattr(
        remark_file, "UPGRADES", {1: lambda raw: {**raw, "schema": 2, "remarks": []}}
    )
    assert read_remarks(write_remarks(remark_file_of(reviewed()))).remarks == ()


def test_a_newer_file_of_remarks_is_refused():
    raw = json.loads(write_remarks(remark_file_of(reviewed())))
    with pytest.raises(NewerRemarksError, match="Format 2"):
        read_remarks(json.dumps({**raw, "schema": 2}).encode())


def altered(**fields: object) -> bytes:
    raw = json.loads(write_remarks(remark_file_of(reviewed())))
    raw["remarks"][0].update(fields)
    return json.dumps(raw).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff\xfe",
        b"%PDF-1.7",
        b"[" * 100_000,
        altered(id=""),
        altered(id="x" * 101),
        altered(text="x" * (MOST_LETTERS + 1)),
        altered(text="\ud800"),
        altered(quote="x" * 1001),
        altered(turns=-1),
        altered(turns=10**30),
        altered(kind="spirit"),
        altered(unknown=1),
        altered(replies=[{"id": "", "text": "x"}]),
        altered(replies=[{"id": f"{n}", "text": "x"} for n in range(501)]),
    ],
)
def test_what_is_no_file_of_remarks_is_refused_in_one_sentence(data):
    with pytest.raises(NotRemarksError, match="keine lesbare Datei mit Anmerkungen") as refused:
        read_remarks(data)
    assert str(refused.value).count("\n") == 0


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    with pytest.raises(NotRemarksError):
        read_remarks(data)


def test_too_many_remarks_do_not_come_together():
    ours = tuple(Remark(id=f"a{n}", where="", text="x") for n in range(MOST_REMARKS))
    theirs = (Remark(id="b", where="", text="x"),)
    with pytest.raises(RemarkRefusedError, match="Zusammen wären es mehr"):
        joined(ours, theirs)


def test_remarks_of_older_plans_keep_every_byte():
    raw = json.loads(write_lpd(sample_file()))
    old = {"id": "r1", "where": "A.budget#b1", "text": "Alt.", "resolved": True, "name": "E"}
    raw["work"]["remarks"] = [old]
    data = (json.dumps(raw, sort_keys=True, indent=2, ensure_ascii=False) + "\n").encode()
    file = read_lpd(data)
    assert the_remark(file) == Remark(
        id="r1", where="A.budget#b1", text="Alt.", resolved=True, name="E"
    )
    assert write_lpd(file) == data
    reopened = with_standing(file.work.remarks, "r1", JAN, resolved=False, time=TIME)
    assert open_remarks(merged_remarks(reopened, file.work.remarks)) == reopened


def test_a_sealed_plan_keeps_its_seal_when_it_is_remarked():
    file = sample_file()
    seal = seal_digest(file)
    assert seal_digest(remarked(file, "")) == seal
    assert seal_digest(read_lpd(write_lpd(remarked(file, "")))) == seal
