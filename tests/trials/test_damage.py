"""A short form of the damage trials; the long one is `python -m tests.trials.damage 2000`."""

from __future__ import annotations

import os
import random

from lpd_desktop.plan.sample import sample_file
from tests.trials.damage import run_trials, total
from tests.trials.spoiling import WAYS


def test_damage_is_noticed_or_without_effect_and_what_is_noticed_is_repaired() -> None:
    first = 0 if os.environ.get("CI") else random.randrange(10_000)
    counts = total(run_trials(2 * len(WAYS), [sample_file()] * 2, first))
    assert counts.faults == []
    assert counts.noticed + counts.without_effect == counts.trials == 2 * len(WAYS)
    assert counts.repaired == counts.noticed > len(WAYS)
