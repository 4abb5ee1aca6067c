"""The store in long use: saving, a thousand drafts, ten years of plans. Peers do it by sqlite3.

What waits for the disk is left out of a save by asking SQLite not to flush; the time is that of
the thread, so that a busy machine changes little.
"""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from msgspec.structs import replace as changed

from tests.benchmarks.windows import SEEDS

SAVES, ROUNDS = 400, 15
DRAFTS, PLANS, TEXTS = 1000, 50, 20_000
_ANSWER = "A.staff"


@dataclass(frozen=True)
class Timed:
    """Milliseconds of ours and of a peer, and what ours may take at most."""

    name: str
    ours: float
    peer_name: str
    peer: float
    limit: float

    def tell(self) -> bool:
        """Prints the line; True when under the limit."""
        fine = self.ours < self.limit
        print(
            f"{self.name:<38} {self.ours:8.2f} ms   {self.peer_name:<34} {self.peer:8.2f} ms   "
            f"ratio {self.ours / self.peer:6.2f}   at most {self.limit:g} ms"
            f"{'' if fine else '   TOO SLOW'}",
            flush=True,
        )
        return fine


def tell_drafts(folder: Path) -> list[bool]:
    """Prints all lines."""
    lines = [autosave(folder / "saves"), thousand(folder / "thousand"), *ten_years(folder / "ten")]
    return [line.tell() for line in lines]


def largest_plan():
    """The largest published plan, or the sample where there is none."""
    from lpd_desktop.form.library import form_for_year
    from lpd_desktop.plan.sample import sample_file
    from lpd_desktop.word.importing import import_document

    paths = sorted(SEEDS.glob("*.txt"), key=lambda path: path.stat().st_size)
    if not paths:
        return sample_file()
    return import_document(paths[-1].read_bytes(), paths[-1].name, form_for_year(2023)).file


def autosave(folder: Path) -> Timed:
    """One word more in an answer, again and again: what 99 of 100 saves stay under."""
    from lpd_desktop.plan.file import write_lpd
    from lpd_desktop.plan.rich_text import paragraph
    from lpd_desktop.store.draft_store import DraftStore

    file = largest_plan()
    text = file.plan.answer(_ANSWER).text
    ours, peer = [], []
    with DraftStore.open(folder) as store, closing(_peer(folder / "peer.db")) as raw:
        store._database.execute("pragma synchronous = off")
        draft, revision = store.add(file), 1
        for number in range(SAVES):
            typed = (*text, paragraph(f"Wort {number}"))
            answer = changed(file.plan.answer(_ANSWER), text=typed)
            state = replace(file, plan=file.plan.with_answer(_ANSWER, answer))
            started = time.thread_time()
            revision = store.save(draft, state, expected_revision=revision)
            ours.append(time.thread_time() - started)
            data = write_lpd(state)
            started = time.thread_time()
            with raw:
                raw.execute("insert into plans (data) values (?)", (data,))
            peer.append(time.thread_time() - started)
    name, peer_name = "autosave, largest plan, p99, unflushed", "its file as one row, sqlite3"
    return Timed(name, _p99(ours), peer_name, _p99(peer), 5)


def _peer(path: Path) -> sqlite3.Connection:
    raw = sqlite3.connect(path)
    raw.execute("pragma journal_mode = wal")
    raw.execute("pragma synchronous = off")
    raw.execute("create table plans (id integer primary key, data blob)")
    return raw


def _p99(seconds: list[float]) -> float:
    return sorted(seconds)[len(seconds) * 99 // 100] * 1000


def thousand(folder: Path) -> Timed:
    """From the wish to see the drafts to the painted start page, beside a bare list."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QListWidget

    from lpd_desktop.app import build_window
    from lpd_desktop.gui.application import create_application
    from lpd_desktop.gui.start.warming import Warming

    fill(folder, DRAFTS, 0)
    app = create_application(["lpd-desktop"])
    window = build_window(folder)
    window.resize(1366, 768)
    window.show()
    loop, bare = QEventLoop(), QListWidget()
    bare.resize(1366, 768)
    bare.show()

    def start_page() -> None:
        window.opening.rows_changed.connect(loop.quit)
        window.opening.refresh()
        loop.exec()
        window.opening.rows_changed.disconnect(loop.quit)
        window.start.repaint()

    def bare_list() -> None:
        bare.clear()
        with closing(sqlite3.connect(folder / "drafts.db")) as raw:
            query = "select jobcenter, year, state, changed from drafts order by changed desc"
            bare.addItems([" ".join(map(str, row)) for row in raw.execute(query)])
        bare.repaint()

    start_page()
    warming = window.findChild(Warming)
    while warming._left or window.services.jobs.is_busy or window.services.checks.is_busy:
        app.processEvents()  # what is loaded in advance is no part of the start page
    ours, peer = _medians(start_page, bare_list)
    window.close()
    app.processEvents()
    return Timed("start page, 1,000 drafts", ours, "bare list of the same rows", peer, 100)


def ten_years(folder: Path) -> list[Timed]:
    """Opening the store, the list and the plan that was changed last."""
    from lpd_desktop.store.draft_store import DraftStore
    from lpd_desktop.store.listing import list_drafts

    fill(folder, PLANS, TEXTS)

    def open_plan() -> None:
        newest = list_drafts(folder)[0].id
        with DraftStore.open(folder) as store:
            store.load(newest)

    def begin_session() -> None:
        newest = list_drafts(folder)[0].id
        with DraftStore.open(folder) as store:
            store.points.begin_session(newest)
            assert store.history(newest, _ANSWER)

    def raw_rows() -> None:
        with closing(sqlite3.connect(folder / "drafts.db")) as raw:
            raw.execute("select * from drafts order by changed desc").fetchall()
            newest = raw.execute("select id from drafts order by changed desc").fetchone()
            for table in ("parts", "answers"):
                raw.execute(f"select * from {table} where draft = ?", newest).fetchall()

    name = "its rows, plain sqlite3"
    lines = [
        ("ten years: list, open a plan", open_plan),
        ("ten years: session, earlier texts", begin_session),
    ]
    return [Timed(title, *_swapped(_medians(work, raw_rows), name), 150) for title, work in lines]


def _swapped(medians: tuple[float, float], name: str) -> tuple[float, str, float]:
    return medians[0], name, medians[1]


def _medians(ours: Callable[[], None], peer: Callable[[], None]) -> tuple[float, float]:
    """Milliseconds, both in turn."""
    times: list[list[float]] = [[], []]
    for number in range(ROUNDS + 1):
        for work, kept in zip((ours, peer), times, strict=True):
            started = time.perf_counter()
            work()
            if number:
                kept.append(time.perf_counter() - started)
    return median(times[0]) * 1000, median(times[1]) * 1000


def fill(folder: Path, plans: int, texts: int) -> None:
    """A store with so many drafts, and so many earlier texts of their answers."""
    from lpd_desktop.store.checksums import sealed
    from lpd_desktop.store.draft_store import DraftStore
    from lpd_desktop.store.earlier.history import HISTORY
    from lpd_desktop.store.saving import write_file

    file, chance = largest_plan() if texts else _small_plan(), random.Random(1)
    with DraftStore.open(folder) as store, store._writing() as database:
        row = {"created": "2016-01-01T00:00:00Z", "trashed": None, "revision": 1}
        row |= {"origin_path": None, "origin_sha256": None, "origin_time": None}
        for number in range(plans):
            jobcenter = changed(file.plan.jobcenter, name=f"Kreis {chance.randrange(10**6)}")
            plan = changed(file.plan, id=f"p{number}", jobcenter=jobcenter)
            time = f"20{16 + number % 10}-11-08T10:00:{number % 60:02}Z"
            write_file(database, {**row, "id": f"d{number:04}"}, replace(file, plan=plan), time)
        answers = database.execute("select draft, address, content from answers").fetchall()
        for number in range(texts):
            draft, address, content = answers[number % len(answers)]
            entry = {"draft": draft, "address": address, "content": content}
            entry["time"] = f"20{16 + number % 10}-10-08T10:{number % 60:02}:00Z"
            database.table(HISTORY).insert(sealed(HISTORY, entry))


def _small_plan():
    from lpd_desktop.plan.sample import sample_file

    return sample_file()
