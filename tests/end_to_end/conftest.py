"""The command line as a function, and a plan to use it on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lpd_desktop.plan.file import save_lpd
from lpd_desktop.plan.sample import sample_file
from tests.end_to_end.at_once import AtOnce, running_at_once
from tests.end_to_end.command_line import Outcome, run_lpd

Lpd = Callable[..., Outcome]


@pytest.fixture
def lpd(monkeypatch: pytest.MonkeyPatch) -> Lpd:
    return lambda *arguments: run_lpd(monkeypatch, *arguments)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The file of the sample."""
    path = tmp_path / "plan.lpd"
    save_lpd(path, sample_file())
    return path


@pytest.fixture(scope="session")
def at_once() -> Iterator[AtOnce]:
    """Runs commands in processes of their own that begin together."""
    with running_at_once() as run:
        yield run
