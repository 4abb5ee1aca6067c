"""Ours and a peer, measured in turn in one run: medians and their ratio."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

ROUNDS = 7
INSTALLED = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""An installed program has its bytecode, as the libraries it is compared with have theirs."""


@dataclass(frozen=True)
class Benchmark:
    """What is measured, against what, and the ratio it should stay under.

    Attributes:
        rounds: How often both are measured.
    """

    name: str
    ours: Callable[[], object]
    peer_name: str
    peer: Callable[[], object]
    limit: float
    rounds: int = ROUNDS


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def compare(benchmark: Benchmark) -> bool:
    """Measures both in turn, prints medians and ratio; True when under the limit."""
    benchmark.ours()
    benchmark.peer()
    pairs = [(seconds(benchmark.ours), seconds(benchmark.peer)) for _ in range(benchmark.rounds)]
    ours, peer = (median(values) for values in zip(*pairs, strict=True))
    fine = ours / peer <= benchmark.limit
    print(
        f"{benchmark.name:<38} {ours * 1000:8.1f} ms   {benchmark.peer_name:<34} "
        f"{peer * 1000:8.1f} ms   ratio {ours / peer:6.2f}   at most {benchmark.limit:g}"
        f"{'' if fine else '   TOO SLOW'}",
        flush=True,
    )
    return fine


def python(*arguments: str) -> Callable[[], object]:
    """A run of Python as a process of its own."""
    return process(sys.executable, *arguments)


def process(*command: str) -> Callable[[], object]:
    """A run of a program."""
    return lambda: subprocess.run(command, check=True, capture_output=True, env=INSTALLED)
