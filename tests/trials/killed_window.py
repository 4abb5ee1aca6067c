"""The window is killed while somebody types, and while a plan is approved."""

from __future__ import annotations

import random
import time
from pathlib import Path

from lpd_desktop.plan.file import LpdFile, save_lpd
from lpd_desktop.plan.rich_text import plain_text, walk_runs
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.release.verification import verify
from lpd_desktop.store.draft_store import DraftStore
from tests.trials.counts import Count
from tests.trials.killable import Killable, trial_folder
from tests.trials.stored_state import fault_in

_STEP = "A.staff"
_OLD_ENOUGH = 1.0
"""Seconds after which every word must be on the disk."""

_MOST_SECONDS, _PAUSE = 4.0, (0.01, 0.25)


class TypedWords:
    """One draft that is opened, typed into and killed again and again."""

    def __init__(self, folder: Path) -> None:
        """Makes the plan file that the window opens each time."""
        self._data, self._plan = folder / "data", folder / "plan.lpd"
        save_lpd(self._plan, sample_file())
        self._draft = ""
        self._number = 0
        self.kept: list[str] = []
        self.oldest_missing = 0.0

    def trial(self, chance: random.Random, count: Count) -> None:
        """Types for a random time, kills, and looks for every word."""
        first = () if self._data.exists() else (self._plan,)
        with Killable("tests.trials.fed_window", *first, "--data", self._data) as window:
            window.wait_for("opened")
            window.tell(f"go {_STEP}")
            window.wait_for("there")
            self._type(window, chance, time.monotonic() + chance.uniform(0.05, _MOST_SECONDS))
            killed = window.kill()
            typed = dict(line.split()[1:] for line in window.rest() if line.startswith("typed"))
        self._judge({word: killed - float(at) for word, at in typed.items()}, count)

    def _type(self, window: Killable, chance: random.Random, end: float) -> None:
        while time.monotonic() < end:
            self._number += 1
            window.tell(f"type wort{self._number}")
            time.sleep(chance.uniform(*_PAUSE))

    def _judge(self, ages: dict[str, float], count: Count) -> None:
        """Every word that is old enough is there, and each that was found once stays."""
        found = words_in(self._stored())
        missing = {word: age for word, age in ages.items() if word not in found}
        self.oldest_missing = max([self.oldest_missing, *missing.values()])
        old = [word for word, age in missing.items() if age > _OLD_ENOUGH]
        gone = [word for word in self.kept if word not in found]
        self.kept += [word for word in ages if word in found]
        words = sum(age > _OLD_ENOUGH for age in ages.values()) + len(self.kept)
        ages_lost = ", ".join(f"{ages[word]:.2f} s" for word in old)
        fault = fault_in(self._data) or (f"words were lost: {ages_lost} {gone}" if old else "")
        count.add(fault, words=words, lost=len(old) + len(gone))

    def _stored(self) -> LpdFile:
        with DraftStore.open(self._data) as store:
            drafts = store.list_drafts()
            assert len(drafts) == 1, "the plan was taken for another one"
            return store.load(drafts[0].id)


def words_in(file: LpdFile) -> set[str]:
    """The words of the answer that is typed into."""
    text = file.plan.answer(_STEP).text
    return {word for _block, runs in walk_runs(text) for word in plain_text(runs).split()}


def kill_typing(trials: int, chance: random.Random) -> Count:
    """Kills the window while somebody types."""
    count = Count("typing into the window")
    with trial_folder() as folder:
        typed = TypedWords(folder)
        for _ in range(trials):
            try:
                typed.trial(chance, count)
            except RuntimeError as error:
                count.add(str(error))
    count.note = f"oldest word that was missing: {typed.oldest_missing:.2f} s"
    return count


def kill_approval(trials: int, chance: random.Random) -> Count:
    """Kills the window while it approves a plan."""
    count = Count("approval in the window")
    seconds = _approve(None)[0]
    approved = 0
    for _ in range(trials):
        try:
            _seconds, fault, is_approved = _approve(seconds * chance.uniform(0.3, 1.2))
        except RuntimeError as error:
            fault, is_approved = str(error), False
        count.add(fault, words=1)
        approved += is_approved
    count.note = f"approved: {approved}, still drafts: {trials - approved}"
    return count


def _approve(moment: float | None) -> tuple[float, str, bool]:
    """Approves a plan, killed at a moment, or not; how long it took, a fault, what became of it."""
    with trial_folder() as folder:
        data, plan, pdf = folder / "data", folder / "plan.lpd", folder / "approved.pdf"
        save_lpd(plan, sample_file())
        with Killable("tests.trials.fed_window", plan, "--data", data) as window:
            window.wait_for("opened")
            started = time.monotonic()
            window.tell(f"approve {pdf}")
            if moment is None:
                window.wait_for("told Freigegeben")
                seconds = time.monotonic() - started
                time.sleep(0.3)
            else:
                time.sleep(moment)
                seconds = moment
            window.kill()
            is_told = any(line == "told Freigegeben" for line in window.rest()) or moment is None
        return seconds, *_half_release(data, pdf, is_told=is_told)


def _half_release(data: Path, pdf: Path, *, is_told: bool) -> tuple[str, bool]:
    """What there is of a release without the rest of it, and whether the draft is approved."""
    with DraftStore.open(data) as store:
        draft = store.list_drafts()[0].id
        release, kept = store.load(draft).release, store.releases(draft)
    is_approved = release is not None
    faults = [fault_in(data)]
    if is_approved != bool(kept):
        faults.append(f"approved: {is_approved}, releases kept: {len(kept)}")
    if kept and not verify(kept[0].pdf).is_sound:
        faults.append("the kept PDF is not sound")
    if pdf.exists() and not (is_approved and verify(pdf.read_bytes()).is_sound):
        faults.append("there is a PDF of a plan that is not approved, or it is not whole")
    if is_told and not (is_approved and pdf.exists()):
        faults.append("it was told as approved and is not, or has no PDF")
    return "; ".join(fault for fault in faults if fault), is_approved
