"""A file that cannot be read names the place of the fault, down to the entry."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from lpd_desktop.plan.file import NotAPlanError, read_lpd, write_lpd
from lpd_desktop.plan.sample import sample_file

Change = Callable[[dict[str, Any]], None]


def _set_text(plan: dict[str, Any]) -> None:
    plan["answers"]["A.staff"]["text"] = "ein Satz"


def _set_bold(plan: dict[str, Any]) -> None:
    plan["topics"][1]["answers"]["how"][0]["runs"] = [{"text": "a", "bold": "ja"}]


def _set_amount(plan: dict[str, Any]) -> None:
    plan["answers"]["A.budget"]["table"]["rows"][0]["plan"] = "12"


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (_set_text, "plan.answers[A.staff].text"),
        (_set_bold, "plan.topics[1].answers[how][0].runs[0].bold"),
        (_set_amount, "plan.answers[A.budget].table.rows[0].plan"),
    ],
)
def test_the_entry_with_the_fault_is_named(change: Change, place: str) -> None:
    raw = json.loads(write_lpd(sample_file()))
    change(raw["plan"])
    with pytest.raises(NotAPlanError) as caught:
        read_lpd(json.dumps(raw).encode())
    assert f"„{place}“" in str(caught.value)


def test_a_fraction_is_told_with_its_figures() -> None:
    raw = json.loads(write_lpd(sample_file()))
    raw["plan"]["answers"]["A.budget"]["table"]["rows"][0]["plan"] = 12.5
    with pytest.raises(NotAPlanError, match=r"die Zahl 12\.5 ist nicht ganz"):
        read_lpd(json.dumps(raw).encode())
