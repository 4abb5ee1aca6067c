"""The window against a bare assistant of twelve pages, each in processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median

PROJECT = Path(__file__).resolve().parents[2]
SEEDS = Path(os.environ.get("LPD_SEEDS") or PROJECT.parent / "shared" / "seeds")
INSTALLED = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
ROUNDS = 7


@dataclass(frozen=True)
class Figure:
    """Medians of one measure, ours and the peer's."""

    name: str
    unit: str
    ours: float
    peer: float
    limit: float

    def tell(self) -> bool:
        """Prints the line; True when the ratio is under the limit."""
        ratio = self.ours / self.peer
        fine = ratio <= self.limit
        print(
            f"{self.name:<38} {self.ours:8.1f} {self.unit:<4} {'bare assistant, 12 pages':<34} "
            f"{self.peer:8.1f} {self.unit:<4} ratio {ratio:6.2f}   at most {self.limit:g}"
            f"{'' if fine else '   TOO MUCH'}",
            flush=True,
        )
        return fine


def measured(*arguments: str) -> list[list[float]]:
    """The numbers that a run of `tests.benchmarks.window` prints, line by line."""
    command = [sys.executable, "-m", "tests.benchmarks.window", *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=INSTALLED)
    return [[float(number) for number in line.split()] for line in done.stdout.splitlines()]


def fill(data: Path) -> None:
    """A store with the sample and, changed last, the largest real plan where there is one."""
    from lpd_desktop.form.library import form_for_year
    from lpd_desktop.plan.sample import sample_file
    from lpd_desktop.store.draft_store import DraftStore
    from lpd_desktop.word.importing import import_document

    plans = sorted(SEEDS.glob("*.txt"), key=lambda path: path.stat().st_size)
    with DraftStore.open(data) as store:
        store.add(sample_file())
        for path in plans[-1:]:
            imported = import_document(path.read_bytes(), path.name, form_for_year(2023))
            store.add(imported.file)


def figures(data: Path) -> list[Figure]:
    """Start, memory at the start page, opening of the largest plan."""
    fill(data)
    for mode in (("bare",), ("ours", str(data))):
        measured(*mode)
    pairs = [(measured("ours", str(data))[0], measured("bare")[0]) for _ in range(ROUNDS)]
    start, bare_start = (median(one[0] for one in side) for side in zip(*pairs, strict=True))
    memory, bare_memory = (median(one[1] for one in side) for side in zip(*pairs, strict=True))
    openings, end = measured("opening", str(data))
    return [
        Figure("first usable window", "ms", start, bare_start, 2.5),
        Figure("memory, start page", "MiB", memory, bare_memory, 1.6),
        Figure("opening the largest plan", "ms", median(openings), bare_start, 1.3),
        Figure("memory, largest plan opened 7 times", "MiB", end[1], bare_memory, 2.5),
    ]
