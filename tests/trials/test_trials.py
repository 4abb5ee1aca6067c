"""The trials in a short form."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.extent import examples
from tests.trials.counts import Count, table
from tests.trials.disk_record import compiler
from tests.trials.killed_commands import COMMANDS, kill_commands
from tests.trials.killed_steps import STEPPED, kill_at_each_step
from tests.trials.killed_window import kill_approval, kill_typing
from tests.trials.power_loss import lose_power_during_commands, lose_power_while_saving

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/fd").exists(), reason="kills and records as Linux does"
)


def all_survived(counts: list[Count]) -> bool:
    return all(count.trials == count.survived and count.lost == 0 for count in counts)


@pytest.fixture
def chance() -> random.Random:
    """Other moments each time: what fails once is told with all that is known of it."""
    return random.Random()


def test_typed_words_are_there_after_the_window_was_killed(chance: random.Random) -> None:
    count = kill_typing(examples(1, 3), chance)
    assert all_survived([count]), table([count])


def test_no_release_is_left_in_halves_by_a_killed_window(chance: random.Random) -> None:
    count = kill_approval(1, chance)
    assert all_survived([count]), table([count])


def test_killed_commands_leave_what_was_before_or_what_is_after(chance: random.Random) -> None:
    counts = kill_commands(1, chance, chance.sample(COMMANDS, examples(2, 4)))
    assert all_survived(counts), table(counts)


@pytest.mark.parametrize(
    ("kind", "every"), [*zip(STEPPED, (examples(10, 4), examples(4, 2), 2), strict=True)]
)
def test_what_a_command_leaves_that_is_killed_at_a_step_is_completed_by_the_next_call(
    kind: str, every: int, chance: random.Random
) -> None:
    count = kill_at_each_step(kind, every, chance.randint(1, every))
    assert count.trials >= 2
    assert all_survived([count]), table([count])


@pytest.mark.skipif(not compiler(), reason="there is no C compiler (apt-get install gcc libc6-dev)")
def test_what_was_reported_as_saved_is_there_after_a_power_cut(chance: random.Random) -> None:
    counts = [lose_power_while_saving(examples(10, 30), chance, examples(20, 40))]
    counts += lose_power_during_commands(
        examples(4, 10), chance, ["migration of an older store", "approval: lpd sign-off"]
    )
    assert all_survived(counts), table(counts)


def test_a_trial_that_is_not_survived_is_told() -> None:
    count = Count("kind")
    count.add(words=3)
    count.add("half a file")
    count.add(words=2, lost=1)
    assert (count.trials, count.survived, count.words, count.lost) == (3, 1, 5, 1)
    assert "kind, trial 2: half a file" in table([count])
    assert "kind, trial 3: 1 words lost" in table([count])
