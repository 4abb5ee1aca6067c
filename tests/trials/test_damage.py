"""A short form of the damage trials; the long one is `python -m tests.trials.damage 2000`."""

from __future__ import annotations

import os
import random

from lpd_desktop.plan.sample import sample_file
from tests.extent import examples
from tests.trials.damage import run_trials, total
from tests.trials.spoiling import WAYS


def test_damage_is_noticed_or_without_effect_and_what_is_noticed_is_repaired() -> None:
    first = 0 if os.environ.get("CI") else random.randrange(10_000)
    trials = examples(1, 2) * len(WAYS)
    counts = total(run_trials(trials, [sample_file()] * 2, first))
    assert counts.faults == []
    assert counts.noticed + counts.without_effect == counts.trials == trials
    assert counts.repaired == counts.noticed > trials // 2
