"""What all tests share: no real data folder, no screen, the real plans where they are."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from tests import network_guard
from tests.extent import examples

network_guard.install()
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PROJECT = Path(__file__).resolve().parent.parent

settings.register_profile(
    "dev",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    max_examples=examples(20, 50),
    phases=[phase for phase in Phase if phase is not Phase.explain],
)
settings.register_profile("ci", settings.get_profile("dev"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

PYTHONS_LIMITS = gc.get_threshold()
_OBJECTS_BETWEEN_COLLECTIONS = 50_000
_LONG = ("tests/trials/", "tests/end_to_end/test_pictures", "tests/end_to_end/test_assistive")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes many seconds comes first: at the end all but one worker would wait for it."""
    items.sort(key=lambda item: not item.nodeid.startswith(_LONG))


def pytest_sessionstart() -> None:
    """Nothing becomes garbage while tests are collected."""
    gc.disable()


def pytest_collection_finish() -> None:
    """What was loaded stays until the end: looking through it again and again takes seconds."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 10, 10)
    gc.enable()


@pytest.fixture(scope="session")
def data_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The data folders of all tests; each numbered one of pytest's own is looked for among all."""
    folder = tmp_path_factory.mktemp("data")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def isolated_data_folder(data_folders: Iterator[Path], monkeypatch) -> Path:
    """No test reads or writes the drafts of the person who runs it."""
    folder = next(data_folders)
    folder.mkdir()
    monkeypatch.setenv("LPD_DATA", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """Fails a test that reaches another machine, also when the program swallowed the error."""
    del network_guard.attempts[:]
    yield
    assert network_guard.attempts == []


def _folder(variable: str, default: Path) -> Path:
    folder = Path(os.environ.get(variable, default))
    if not folder.is_dir():
        pytest.skip(f"{folder.name}: the folder is not there; {variable} names another")
    return folder


@pytest.fixture(scope="session")
def seeds() -> dict[str, Path]:
    """The published documents by their number: 000, 001, 002, 004 are plans, 003 an agreement."""
    folder = _folder("LPD_SEEDS", PROJECT.parent / "shared" / "seeds")
    found = {path.name[:3]: path for path in sorted(folder.glob("*.txt"))}
    if not found:
        pytest.skip("no published documents in the folder")
    return found


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The official tables."""
    return _folder("LPD_SHARED_DATA", PROJECT.parent / "shared" / "data")
