"""The command line as a function, and a plan to use it on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lpd_desktop.plan.file import save_lpd
from tests.end_to_end.at_once import AtOnce, running_at_once
from tests.end_to_end.command_line import Outcome, run_lpd
from tests.short_plan import short_plan

Lpd = Callable[..., Outcome]
SIGNED = ("--name", "Erika Muster", "--role", "Leitung", "--place", "Talbrück")


@pytest.fixture
def lpd(monkeypatch: pytest.MonkeyPatch) -> Lpd:
    return lambda *arguments: run_lpd(monkeypatch, *arguments)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The file of the short sample."""
    path = tmp_path / "plan.lpd"
    save_lpd(path, short_plan())
    return path


@pytest.fixture(scope="session")
def signed(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """The file of the short sample and its document, once somebody has approved it."""
    folder = tmp_path_factory.mktemp("signed")
    plan, document = folder / "plan.lpd", folder / "freigegeben.pdf"
    save_lpd(plan, short_plan())
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LPD_DATA", str(folder / "daten"))
        call = ("sign-off", plan, *SIGNED, "--date", "2022-11-08", "-o", document)
        assert run_lpd(patch, *call).status == 0
    return plan.read_bytes(), document.read_bytes()


@pytest.fixture
def approved(plan: Path, signed: tuple[bytes, bytes], tmp_path: Path) -> Path:
    """The approved document beside its plan."""
    target = tmp_path / "freigegeben.pdf"
    for path, data in zip((plan, target), signed, strict=True):
        path.write_bytes(data)
    return target


@pytest.fixture(scope="session")
def at_once() -> Iterator[AtOnce]:
    """Runs commands in processes of their own that begin together."""
    with running_at_once() as run:
        yield run
