"""Whatever is done to the store in whatever order, it holds what a dict would hold."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
)
from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile, write_lpd
from lpd_desktop.plan.model import Potential
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store.draft_store import DraftStore
from tests.strategies import potentials, texts

SAMPLE = sample_file()


def variants() -> st.SearchStrategy[LpdFile]:
    """The sample with other potentials and answers: small, so that many steps fit."""
    return st.builds(_variant, st.lists(potentials(), max_size=2), st.lists(texts(), max_size=4))


def _variant(chosen: list[Potential], words: list[str]) -> LpdFile:
    plan = changed(SAMPLE.plan, potentials=tuple(chosen))
    for key, word in zip(plan.answers, words, strict=False):
        plan = plan.with_answer(key, changed(plan.answer(key), text=(paragraph(word),)))
    return replace(SAMPLE, plan=plan)


class StoreAsDict(RuleBasedStateMachine):
    drafts = Bundle("drafts")

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.store = DraftStore.open(self.folder)
        self.expected: dict[str, bytes] = {}
        self.in_trash: set[str] = set()
        self.kept: tuple[dict[str, bytes], set[str]] | None = None

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    @rule(target=drafts, file=variants())
    def add(self, file: LpdFile) -> str:
        draft = self.store.add(file)
        self.expected[draft] = write_lpd(file)
        return draft

    @rule(draft=drafts, file=variants())
    def save(self, draft: str, file: LpdFile) -> None:
        if draft in self.expected:
            revision = self.store.summary(draft).revision
            assert self.store.save(draft, file, expected_revision=revision) == revision + 1
            self.expected[draft] = write_lpd(file)

    @rule(draft=drafts)
    def trash(self, draft: str) -> None:
        if draft in self.expected:
            self.store.trash(draft)
            self.in_trash.add(draft)

    @rule(target=drafts, draft=consumes(drafts))
    def take_back(self, draft: str) -> object:
        if draft not in self.expected:
            return multiple()
        self.store.take_back(draft)
        self.in_trash.discard(draft)
        return draft

    @rule()
    def close_and_open(self) -> None:
        self.store.close()
        self.store = DraftStore.open(self.folder)

    @rule()
    def back_up(self) -> None:
        self.store.backup(self.folder / "kept.db")
        self.kept = (dict(self.expected), set(self.in_trash))

    @rule()
    def restore(self) -> None:
        if self.kept is not None:
            self.store.restore(self.folder / "kept.db")
            self.expected, self.in_trash = dict(self.kept[0]), set(self.kept[1])

    @invariant()
    def it_holds_what_the_dict_holds(self) -> None:
        if not hasattr(self, "store"):
            return
        listed = {draft.id for draft in self.store.list_drafts()}
        trashed = {draft.id for draft in self.store.list_drafts(trashed=True)}
        assert (listed, trashed) == (set(self.expected) - self.in_trash, self.in_trash)
        for draft, data in self.expected.items():
            assert write_lpd(self.store.load(draft)) == data


StoreAsDict.TestCase.settings = settings(
    settings.get_profile("dev"), max_examples=8, stateful_step_count=20
)
test_the_store_holds_what_a_dict_would_hold = StoreAsDict.TestCase
