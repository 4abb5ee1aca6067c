"""On the published plans the checks find what is wrong and leave alone what is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.end_to_end.judged_findings import (
    Named,
    findings_of_all,
    read_judgements,
)

WANTED_SHARE = 95
FOUND_SHARE = 90


@pytest.fixture(scope="module")
def found(seeds: dict[str, Path]) -> list[Named]:
    return [name for name, _finding in findings_of_all(seeds)]


def test_every_finding_was_judged_by_a_person(found: list[Named]) -> None:
    judged = {each.finding for each in read_judgements()}
    assert sorted(set(found) - judged) == []


def test_nearly_every_finding_is_wanted(found: list[Named]) -> None:
    wanted = {each.finding for each in read_judgements() if each.is_wanted}
    count = sum(name in wanted for name in found)
    assert 100 * count >= WANTED_SHARE * len(found)


def test_the_known_slips_are_found(found: list[Named]) -> None:
    slips: dict[str, bool] = {}
    for each in read_judgements():
        if each.slip:
            slips[each.slip] = slips.get(each.slip, False) or each.finding in found
    missed = sorted(slip for slip, is_found in slips.items() if not is_found)
    assert len(slips) > 20
    assert 100 * (len(slips) - len(missed)) >= FOUND_SHARE * len(slips), missed
