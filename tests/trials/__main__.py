"""All trials in one table: kills, power losses, damage, words lost.

    python -m tests.trials          a short form
    python -m tests.trials --long   two hundred kills, hundreds of power losses and damages

`--seed N` makes other random choices. The status is 1 when anything was not survived.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lpd_desktop.plan.sample import sample_file
from tests.trials import damage
from tests.trials.counts import Count, table
from tests.trials.disk_record import compiler
from tests.trials.killable import PROJECT
from tests.trials.killed_commands import kill_commands
from tests.trials.killed_steps import STEPPED, kill_at_each_step
from tests.trials.killed_window import kill_approval, kill_typing
from tests.trials.power_loss import lose_power_during_commands, lose_power_while_saving

SEEDS = Path(os.environ.get("LPD_SEEDS") or PROJECT.parent / "shared" / "seeds")


@dataclass(frozen=True)
class Size:
    """How often each kind is tried."""

    typing: int
    approval: int
    commands: int
    power: int
    saves: int
    damage: int
    every_step: int


SHORT = Size(typing=3, approval=2, commands=1, power=10, saves=40, damage=28, every_step=6)
LONG = Size(typing=50, approval=24, commands=9, power=100, saves=350, damage=560, every_step=1)
"""50 + 24 + 15 commands of 9 are 209 kills."""


def all_counts(size: Size, seed: int) -> Iterator[list[Count]]:
    """The counts of each group as soon as it is done."""
    chance = random.Random(seed)
    groups: list[Callable[[], list[Count]]] = [
        lambda: [kill_typing(size.typing, chance)],
        lambda: [kill_approval(size.approval, chance)],
        lambda: kill_commands(size.commands, chance),
        lambda: [kill_at_each_step(kind, size.every_step) for kind in STEPPED],
        lambda: power_losses(size, chance),
        lambda: damages(size.damage, seed),
    ]
    for group in groups:
        yield group()


def power_losses(size: Size, chance: random.Random) -> list[Count]:
    """None where no compiler is, which is said."""
    if not compiler():
        return [Count("power lost", note="not tried: there is no C compiler here")]
    saving = lose_power_while_saving(size.power * 3, chance, size.saves)
    return [saving, *lose_power_during_commands(size.power, chance)]


def damages(number: int, seed: int) -> list[Count]:
    """What `damage` counts, of the published plans where they are."""
    plans = damage.plans_of_documents(SEEDS) if SEEDS.is_dir() else []
    counts = damage.run_trials(number, plans or [sample_file()] * damage.SAMPLE_TIMES, seed)
    return [_count(kind, each) for kind, each in counts.items()]


def _count(kind: str, each: damage.Counts) -> Count:
    note = f"noticed {each.noticed}, without effect {each.without_effect}, "
    note += f"repaired {each.repaired}: {each.drafts_whole} of {each.drafts} drafts whole"
    survived = each.noticed + each.without_effect
    return Count(f"damage: {kind}", each.trials, survived, each.drafts, 0, note, each.faults)


def main(arguments: list[str]) -> int:
    """Prints the table; 1 when anything was not survived."""
    parser = argparse.ArgumentParser(prog="python -m tests.trials")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--seed", type=int, default=20221108)
    options = parser.parse_args(arguments)
    counts: list[Count] = []
    started = time.monotonic()
    for group in all_counts(LONG if options.long else SHORT, options.seed):
        counts += group
        sys.stderr.write(f"{time.monotonic() - started:4.0f} s  {group[-1].kind}\n")
    sys.stdout.write(f"{table(counts)}\n")
    return 1 if any(count.faults for count in counts) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
