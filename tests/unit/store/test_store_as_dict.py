"""Whatever is done to the store in whatever order, it holds what a dict would hold.

`LPD_LONG_TESTS=1` makes it thousands of operations.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
)
from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile, write_lpd
from lpd_desktop.plan.model import Potential
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import Release, Signatory
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.erasing import erase_from
from lpd_desktop.store.errors import UnknownDraftError, UnknownPointError
from lpd_desktop.store.kept_papers import MOST_PAPERS
from lpd_desktop.store.submission_entries import Planned
from tests.extent import examples
from tests.strategies import potentials, texts

SAMPLE = sample_file()
ANSWER = "A.staff"
PLANNED = Planned(1, "5" * 64, "LPD.pdf", "a" * 64, "Ministerium")


def variants() -> st.SearchStrategy[LpdFile]:
    """The sample with other potentials and answers: small, so that many steps fit."""
    return st.builds(_variant, st.lists(potentials(), max_size=2), st.lists(texts(), max_size=4))


def _variant(chosen: list[Potential], words: list[str]) -> LpdFile:
    plan = changed(SAMPLE.plan, potentials=tuple(chosen))
    for key, word in zip(plan.answers, words, strict=False):
        plan = plan.with_answer(key, changed(plan.answer(key), text=(paragraph(word),)))
    return replace(SAMPLE, plan=plan)


def approved(file: LpdFile) -> LpdFile:
    signatory = Signatory(name="Erika Muster", role="Leitung")
    release = Release(
        version=1, seal="0" * 64, signatories=(signatory,), place="Talbrück", date="2022-11-10"
    )
    return replace(file, release=release)


@dataclass
class PlainDraft:
    """What one draft of the store ought to hold."""

    content: bytes
    is_in_trash: bool = False
    points: dict[int, bytes] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    releases: list[bytes] = field(default_factory=list)
    submissions: dict[str, list[str]] = field(default_factory=dict)
    papers: dict[str, dict[str, bytes]] = field(default_factory=dict)


@dataclass
class PlainStore:
    """The store as dicts."""

    drafts: dict[str, PlainDraft] = field(default_factory=dict)
    erased: set[str] = field(default_factory=set)


class StoreAsDict(RuleBasedStateMachine):
    drafts = Bundle("drafts")

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.store = DraftStore.open(self.folder)
        self.expected = PlainStore()
        self.backed_up: PlainStore | None = None

    def teardown(self) -> None:
        if hasattr(self, "store"):
            assert self.store.check() == []
            self.store.close()
            shutil.rmtree(self.folder)

    def known(self, draft: str) -> PlainDraft | None:
        return self.expected.drafts.get(draft)

    @rule(target=drafts, file=variants())
    def add(self, file: LpdFile) -> str:
        draft = self.store.add(file)
        self.expected.drafts[draft] = PlainDraft(write_lpd(file))
        return draft

    @rule(draft=drafts, file=variants())
    def save(self, draft: str, file: LpdFile) -> None:
        if plain := self.known(draft):
            revision = self.store.summary(draft).revision
            assert self.store.save(draft, file, expected_revision=revision) == revision + 1
            plain.content = write_lpd(file)

    @rule(draft=drafts)
    def trash(self, draft: str) -> None:
        if plain := self.known(draft):
            self.store.trash(draft)
            plain.is_in_trash = True

    @rule(target=drafts, draft=consumes(drafts))
    def take_back(self, draft: str) -> object:
        plain = self.known(draft)
        if plain is None:
            with pytest.raises(UnknownDraftError):
                self.store.take_back(draft)
            return multiple()
        self.store.take_back(draft)
        plain.is_in_trash = False
        return draft

    @rule(draft=drafts, name=texts())
    def keep_a_point(self, draft: str, name: str) -> None:
        if plain := self.known(draft):
            plain.points[self.store.points.add(draft, "named", name)] = plain.content

    @rule(draft=drafts)
    def begin_a_session(self, draft: str) -> None:
        if plain := self.known(draft):
            start = self.store.points.begin_session(draft)
            plain.points[start] = plain.content
            plain.starts.append(start)

    @rule(draft=drafts, data=st.data())
    def go_back(self, draft: str, data: st.DataObject) -> None:
        plain = self.known(draft)
        if plain and plain.points:
            point = data.draw(st.sampled_from(sorted(plain.points)))
            self._return_to(draft, plain, point)

    @rule(draft=drafts)
    def discard_the_session(self, draft: str) -> None:
        if plain := self.known(draft):
            if not plain.starts:
                with pytest.raises(UnknownPointError):
                    self.store.points.session_start(draft)
                return
            start = self.store.points.session_start(draft).id
            assert start == plain.starts[-1]
            self._return_to(draft, plain, start)

    def _return_to(self, draft: str, plain: PlainDraft, point: int) -> None:
        self.store.points.go_back(draft, self.store.points.load(point))
        kept = self.store.points.of(draft)[0]
        assert kept.reason == "before_return"
        plain.points[kept.id] = plain.content
        plain.content = plain.points[point]

    @rule(draft=drafts, file=variants())
    def release(self, draft: str, file: LpdFile) -> None:
        if plain := self.known(draft):
            self.store.add_release(draft, approved(file))
            plain.releases.append(write_lpd(approved(file)))

    @rule(draft=drafts)
    def begin_a_submission(self, draft: str) -> None:
        if plain := self.known(draft):
            submission = self.store.submissions.begin(draft, PLANNED)
            plain.submissions[submission] = ["begun"]
            plain.papers[submission] = {}

    @rule(draft=drafts, file=variants(), step=st.sampled_from(["written", "abandoned", "recorded"]))
    def go_on_with_a_submission(self, draft: str, file: LpdFile, step: str) -> None:
        plain = self.known(draft)
        if plain and plain.submissions:
            submission, steps = next(iter(plain.submissions.items()))
            steps.append(step)
            if step == "recorded":
                self.store.submissions.record(submission, file)
                plain.content = write_lpd(file)
            elif step == "written":
                self.store.submissions.written(submission)
            else:
                self.store.submissions.abandon(submission)

    @rule(draft=drafts, content=st.binary(min_size=1, max_size=9000))
    def add_a_paper(self, draft: str, content: bytes) -> None:
        plain = self.known(draft)
        if plain and plain.submissions:
            submission, papers = next(iter(plain.papers.items()))
            if len(papers) < MOST_PAPERS:
                paper = self.store.submissions.add_paper(submission, "other", "x.pdf", content)
                papers[paper.id] = content

    @rule(draft=drafts)
    def remove_a_paper(self, draft: str) -> None:
        plain = self.known(draft)
        papers = next(iter(plain.papers.values()), {}) if plain else {}
        if papers:
            self.store.submissions.remove_paper(papers.popitem()[0])

    @rule(draft=drafts)
    def erase(self, draft: str) -> None:
        if draft in self.expected.drafts or draft in self.expected.erased:
            self.store.erase(draft)
            self.expected.drafts.pop(draft, None)
            self.expected.erased.add(draft)

    @rule()
    def close_and_open(self) -> None:
        self.store.close()
        self.store = DraftStore.open(self.folder)

    @rule(draft=drafts, file=variants())
    def crash_in_the_middle_of_a_save(self, draft: str, file: LpdFile) -> None:
        """The rows are written, the process ends before the commit."""
        if self.known(draft):
            connection = self.store._database.conn
            connection.execute("begin immediate")
            connection.execute("update answers set content = '[]' where draft = ?", [draft])
            connection.execute("delete from parts where draft = ?", [draft])
            self._crash(connection)

    def _crash(self, connection: sqlite3.Connection) -> None:
        """What a killed process leaves: the files as they are at this moment, no clean end."""
        left = Path(tempfile.mkdtemp())
        for path in self.folder.iterdir():
            if path.is_file() and not path.name.endswith("-shm"):
                shutil.copyfile(path, left / path.name)
        connection.rollback()
        self.store.close()
        shutil.rmtree(self.folder)
        left.replace(self.folder)
        self.store = DraftStore.open(self.folder)

    @rule()
    def crash_while_nothing_is_written(self) -> None:
        self._crash(self.store._database.conn)

    @rule()
    def back_up(self) -> None:
        self.store.backup(self.folder / "kept.db")
        self.backed_up = deepcopy(self.expected)

    @precondition(lambda self: getattr(self, "backed_up", None) is not None)
    @rule()
    def restore(self) -> None:
        assert self.backed_up is not None
        self.store.restore(self.folder / "kept.db")
        self.expected = deepcopy(self.backed_up)
        for path in self.folder.glob("drafts-ersetzt-*"):
            path.unlink()

    @precondition(lambda self: getattr(self, "backed_up", None) is not None)
    @rule(draft=drafts)
    def erase_from_the_backup(self, draft: str) -> None:
        assert self.backed_up is not None
        was_there = erase_from(self.folder / "kept.db", draft)
        assert was_there == (self.backed_up.drafts.pop(draft, None) is not None)
        self.backed_up.erased.add(draft)

    @invariant()
    def it_holds_what_the_dicts_hold(self) -> None:
        if not hasattr(self, "store"):
            return
        plain = self.expected.drafts
        listed = {draft.id for draft in self.store.list_drafts()}
        trashed = {draft.id for draft in self.store.list_drafts(trashed=True)}
        assert trashed == {draft for draft, each in plain.items() if each.is_in_trash}
        assert listed == set(plain) - trashed
        assert set(self.store.erased()) == self.expected.erased
        for draft, each in plain.items():
            self._compare(draft, each)

    def _compare(self, draft: str, plain: PlainDraft) -> None:
        assert write_lpd(self.store.load(draft)) == plain.content
        points = {each.id for each in self.store.points.of(draft)}
        assert points == set(plain.points)
        for point in points:
            assert write_lpd(self.store.points.load(point)) == plain.points[point]
        assert [each.lpd for each in self.store.releases(draft)] == plain.releases
        submissions = {each.id: each for each in self.store.submissions.list(draft)}
        assert set(submissions) == set(plain.submissions)
        for submission, steps in plain.submissions.items():
            assert submissions[submission].step == steps[-1]
            papers = {each.id for each in submissions[submission].papers}
            assert papers == set(plain.papers[submission])
            for paper in papers:
                kept = self.store.submissions.take_paper(paper)[1]
                assert kept == plain.papers[submission][paper]


StoreAsDict.TestCase.settings = settings(
    settings.get_profile("dev"),
    max_examples=examples(6, 100),
    stateful_step_count=examples(25, 60),
)
test_the_store_holds_what_dicts_would_hold = StoreAsDict.TestCase


def test_every_earlier_text_is_one_that_was_written(tmp_path: Path) -> None:
    """The history never invents a text, and each one is found by its number."""
    written = [f"Stand {number} " * (20 if number % 2 else 1) for number in range(30)]
    with DraftStore.open(tmp_path) as store:
        draft = store.add(_variant([], []))
        for words in written:
            answer = changed(SAMPLE.plan.answer(ANSWER), text=(paragraph(words),))
            store.save(draft, replace(SAMPLE, plan=SAMPLE.plan.with_answer(ANSWER, answer)))
        kept = store.history(draft, ANSWER)
        assert len(kept) >= 10
        for each in kept:
            assert store.earlier_text(draft, each.number) == each
        assert all(any(words in each.content for words in written) for each in kept[:-1])
        with pytest.raises(UnknownPointError):
            store.earlier_text("andere", kept[0].number)
