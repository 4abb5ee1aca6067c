"""The slowest hundredth of key presses in a long answer, beside those of a bare text field."""

from __future__ import annotations

import subprocess
import sys

from tests.benchmarks.windows import INSTALLED

LIMIT_MS = 16.0


def tell_keys() -> list[bool]:
    """Prints one line for each place in the text; True where it stays under the limit."""
    bare, ours = _p99("bare"), _p99("wizard")
    return [_tell(place, ours[place], bare[place]) for place in ours]


def _p99(mode: str) -> dict[str, float]:
    """The 99th percentile in milliseconds by place."""
    command = [sys.executable, "-m", "tests.benchmarks.typing", mode]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=INSTALLED)
    lines = [line.split() for line in done.stdout.splitlines()]
    return {words[1]: float(words[words.index("p99") + 1]) for words in lines}


def _tell(place: str, ours: float, peer: float) -> bool:
    fine = ours <= LIMIT_MS
    print(
        f"{f'key press in 5,000 words, {place}, p99':<38} {ours:8.1f} ms   "
        f"{'bare text field':<34} {peer:8.1f} ms   ratio {ours / peer:6.2f}   "
        f"at most {LIMIT_MS:g} ms{'' if fine else '   TOO SLOW'}",
        flush=True,
    )
    return fine
