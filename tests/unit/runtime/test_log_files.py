"""Logs and reports hold kinds and places, never a word that somebody wrote."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lpd_desktop.editing.save_schedule import SaveSchedule
from lpd_desktop.editing.writer import DraftWriter, SaveFailedError
from lpd_desktop.plan.file import LpdFile, read_lpd, write_lpd
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.runtime.code_places import kind_and_places
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.log_files import close_log, log_folder, open_log
from lpd_desktop.store.draft_store import DraftStore

MARK = "Qzjx"


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[Path]:
    handler = open_log(tmp_path)
    yield tmp_path
    close_log(handler)


def test_a_log_on_a_full_disk_prints_nothing_instead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    handler = open_log(tmp_path)
    monkeypatch.setattr(handler, "format", refuse)
    logging.getLogger("lpd_desktop").warning("Ein Satz")
    close_log(handler)
    assert capsys.readouterr().err == ""


def log_text(folder: Path) -> str:
    return "".join(path.read_text("utf-8") for path in log_folder(folder).iterdir())


def fails(error: Exception, cause: Exception | None) -> None:
    raise error from cause


@given(st.text(min_size=1), st.sampled_from([ValueError, KeyError, LpdError, OSError]))
@settings(max_examples=30)
def test_no_message_of_an_error_is_told_whatever_it_says(words: str, kind: type[Exception]) -> None:
    words = MARK + words
    try:
        fails(kind(words), ValueError(words))
    except kind as error:
        told = kind_and_places(error)
    assert not any(MARK in line for line in told)
    assert told[0] == kind.__name__
    assert "aus ValueError" in told
    assert any(line.startswith("test_log_files.py:") for line in told)


def test_errors_that_cause_each_other_come_to_an_end() -> None:
    first, second = ValueError(MARK), KeyError(MARK)
    first.__cause__, second.__cause__ = second, first
    assert kind_and_places(first) == ["ValueError", "aus KeyError"]


def test_whoever_logs_an_error_logs_no_words(logged: Path) -> None:
    log = logging.getLogger("lpd_desktop.anything")
    try:
        fails(ValueError(MARK), KeyError(MARK))
    except ValueError as error:
        log.exception("a step failed")
        log.warning("%s and %s", error, 7, exc_info=error)
        log.warning("%(what)s", {"what": error})
        log.warning("%s of %s", [error], {MARK})
        log.warning(error)
    text = log_text(logged)
    assert MARK not in text
    assert "a step failed" in text
    assert "ValueError and 7" in text
    assert "list of set" in text


def marked(value: object) -> object:
    """The same data with the mark at the start of all that somebody may have written."""
    if isinstance(value, dict):
        return {key: marked(part) for key, part in value.items()}
    if isinstance(value, list):
        return [marked(part) for part in value]
    return f"{MARK} {value}" if isinstance(value, str) and " " in value else value


def marked_sample() -> LpdFile:
    raw = json.loads(write_lpd(sample_file()))
    plan = {**raw["plan"], **{key: marked(part) for key, part in raw["plan"].items()}}
    return read_lpd(json.dumps({**raw, "plan": plan, "work": marked(raw["work"])}).encode())


class Failing:
    """Fails with all that it was given, as careless code might."""

    def __init__(self, error: type[Exception]) -> None:
        self._error = error

    def open(self, _folder: Path) -> Failing:
        return self

    def wait_at_most(self, _seconds: float) -> None:
        """Nothing waits."""

    def close(self) -> None:
        """Nothing is open."""

    def save(self, _draft: str, file: LpdFile, **_options: object) -> int:
        raise self._error(msgspec.json.encode(file.plan).decode())


@pytest.mark.parametrize("kind", [RuntimeError, KeyError, LpdError, msgspec.ValidationError])
def test_words_of_every_field_stay_out_of_the_log_when_saving_fails(
    logged: Path, monkeypatch, kind: type[Exception]
) -> None:
    file = marked_sample()
    assert write_lpd(file).decode().count(MARK) > 100
    with DraftStore.open(logged) as store:
        draft = store.add(file)
    monkeypatch.setattr("lpd_desktop.editing.writer.DraftStore", Failing(kind))
    told: list[SaveFailedError] = []
    writer = DraftWriter(
        logged,
        draft,
        revision=1,
        rescue=[],
        on_failed=told.append,
        schedule=SaveSchedule(0.0, 3600.0),
    )
    writer.submit(file)
    writer.close(20)
    assert told
    assert MARK not in log_text(logged)
    assert all(MARK not in path.name for path in log_folder(logged).iterdir())


def test_the_log_never_grows_beyond_its_bound(logged: Path) -> None:
    for _ in range(3000):
        logging.getLogger("lpd_desktop").error("x" * 1000)
    files = list(log_folder(logged).iterdir())
    assert len(files) == 3
    assert sum(path.stat().st_size for path in files) <= 1_500_000
    assert log_folder(logged).stat().st_mode & 0o777 == 0o700


def test_where_nothing_can_be_written_nothing_is_logged_and_nobody_is_stopped(
    tmp_path: Path,
) -> None:
    (tmp_path / "log").write_text("in the way")
    handler = open_log(tmp_path)
    logging.getLogger("lpd_desktop").error("unheard")
    close_log(handler)
