"""Which of two copies of a plan is newer: a table of cases, and copies sent around at random."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile, read_lpd, write_lpd
from lpd_desktop.plan.file_relation import Relation, relation
from lpd_desktop.plan.file_trail import STATES_AT_MOST, Trail, state_of, trail_of, with_trail
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import LogEntry, Remark
from tests.extent import examples

TIME = "2022-11-08T09:30:00Z"


def trail(text: str) -> Trail:
    """`a b c`: was in a and b, is in c."""
    *earlier, state = text.split()
    return Trail(tuple(earlier), state)


@pytest.mark.parametrize(
    ("ours", "theirs", "synced", "expected"),
    [
        ("a", "a", "", Relation.SAME),
        ("a b", "c b", "", Relation.SAME),
        ("a b", "a", "", Relation.OLDER),
        ("a b c", "a b", "", Relation.OLDER),
        ("a", "a b", "", Relation.NEWER),
        ("b", "a b c", "", Relation.NEWER),
        ("a b", "a c", "", Relation.BOTH_WENT_ON),
        ("a b c", "a d e", "b", Relation.BOTH_WENT_ON),
        ("a", "b", "", Relation.UNKNOWN),
        ("a b", "c d", "", Relation.UNKNOWN),
        # another program changed the file that was written last, and it keeps no trail
        ("a", "b", "a", Relation.NEWER),
        ("a b", "c", "a", Relation.BOTH_WENT_ON),
        ("a b", "a", "b", Relation.OLDER),
        # one side went back to what it was before
        ("a b", "a b a", "", Relation.NEWER),
        ("a b a", "a b", "", Relation.OLDER),
        ("a b a", "b a b", "", Relation.BOTH_WENT_ON),
        ("a b c a", "a b d a b", "", Relation.BOTH_WENT_ON),
    ],
)
def test_what_is_newer_follows_from_the_states(ours, theirs, synced, expected):
    assert relation(trail(ours), trail(theirs), synced) is expected


def test_the_trail_travels_with_the_file_and_an_untouched_plan_keeps_its_bytes():
    file = sample_file()
    assert with_trail(file, [state_of(file)], TIME) is file
    sent = read_lpd(write_lpd(with_trail(file, ["a", "b", state_of(file)], TIME)))
    assert trail_of(sent).earlier == ("a", "b")
    assert state_of(sent) == state_of(file)
    assert with_trail(sent, ["a", "b"], "2030-01-01T00:00:00Z") is sent


def test_the_state_tells_text_and_remarks_apart_but_not_the_log_or_the_spelling_of_a_file():
    file = sample_file()
    remark = Remark(id="r", where="A.staff", text="Bitte prüfen")
    remarked = replace(file, work=changed(file.work, remarks=(remark,)))
    logged = replace(file, work=changed(file.work, log=(LogEntry(time=TIME, event="opened"),)))
    moved = replace(file, plan=changed(file.plan, as_of="2022-11-05"))
    assert len({state_of(each) for each in (file, remarked, moved)}) == 3
    assert state_of(logged) == state_of(file) == state_of(replace(file, as_read={}))


def test_what_the_draft_noted_goes_on_where_the_file_ended():
    file = with_trail(sample_file(), ["a", "b", "c"], TIME)
    assert trail_of(file, ["b", "c", "d", "d", "b"]).earlier == ("a", "b", "c", "d", "b")
    long = [str(number) for number in range(2 * STATES_AT_MOST)]
    assert trail_of(sample_file(), long).earlier == tuple(long[-STATES_AT_MOST:])


@dataclass
class Office:
    """Somebody with a draft: what is in it, what its log and its store remember."""

    file: LpdFile
    noted: list[str] = field(default_factory=list)
    ancestors: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Copy:
    """A file on its way, and all that went into it, as only this test knows."""

    file: LpdFile
    trail: Trail
    ancestors: frozenset[str]


OPERATIONS = st.lists(
    st.tuples(
        st.sampled_from(("edit", "write", "read", "merge")), st.integers(0, 1), st.integers(0, 9)
    ),
    min_size=8,
    max_size=24,
)


@settings(max_examples=examples(40, 150))
@given(OPERATIONS)
def test_copies_sent_around_at_random_are_judged_as_what_went_into_them(operations):
    """Every edit is new, so one copy is older exactly if the other has all that went into it."""
    root = replace(sample_file(), work=changed(sample_file().work, log=()))
    offices = [Office(root, [state_of(root)]) for _ in range(2)]
    copies = [Copy(root, trail_of(root), frozenset())]
    for number, (what, who, which) in enumerate(operations):
        office, copy = offices[who], copies[which % len(copies)]
        expected = _truth(state_of(office.file), office, copy)
        if what == "edit":
            office.ancestors |= {state_of(office.file)}
            office.file = _edited(office.file, number)
        elif what == "write":
            copies.append(_written(office))
        elif what == "read" and expected is Relation.NEWER:
            office.file, office.ancestors = copy.file, copy.ancestors | office.ancestors
            office.noted.append(copy.trail.state)
        elif what == "merge" and expected is Relation.BOTH_WENT_ON:
            office.noted += copy.trail.whole
            office.ancestors |= {state_of(office.file), copy.trail.state} | copy.ancestors
            office.file = _edited(office.file, number)
            copies.append(_written(office))
    for office in offices:
        ours = trail_of(office.file, office.noted)
        for copy in copies:
            assert relation(ours, copy.trail) is _truth(ours.state, office, copy)


def _truth(ours: str, office: Office, copy: Copy) -> Relation:
    theirs = copy.trail.state
    if ours == theirs:
        return Relation.SAME
    if theirs in office.ancestors:
        return Relation.OLDER
    return Relation.NEWER if ours in copy.ancestors else Relation.BOTH_WENT_ON


def _written(office: Office) -> Copy:
    earlier = trail_of(office.file, office.noted).earlier
    office.noted.append(state_of(office.file))
    sent = with_trail(office.file, earlier, TIME)
    return Copy(sent, trail_of(sent), office.ancestors)


def _edited(file: LpdFile, number: int) -> LpdFile:
    return replace(file, plan=changed(file.plan, as_of=f"edit {number}"))
