"""What the files of the project say of each other, and must not say of a machine."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest

import lpd_desktop
from tests.architecture.source_tree import PROJECT

# Put together here, so that this file is not its own first finding.
PERSONAL_PATH = re.compile(
    r"(?<![\w./-])/(?:" + "|".join(["work", "farm", "root", "Users"]) + r")/|[A-Z]:\\Users\\\w"
)
PACKAGE_INDEX = re.compile("|".join(["index" + "-url", "find" + "-links", 'registry = "' + "http"]))


@cache
def tracked_texts() -> dict[str, str]:
    if shutil.which("git") is None or not (PROJECT / ".git").exists():
        pytest.skip("not a git work tree: what is tracked is unknown")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    paths = [PROJECT / name for name in listed.stdout.split("\0") if name]
    return {
        path.relative_to(PROJECT).as_posix(): path.read_text("utf-8")
        for path in paths
        if path.is_file() and not _is_binary(path)
    }


def _is_binary(path: Path) -> bool:
    return b"\0" in path.read_bytes()[:8000] or path.suffix in {".pdf", ".icc"}


def _settings() -> dict:
    return tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))


def test_no_tracked_file_holds_a_path_of_one_machine() -> None:
    assert [name for name, text in tracked_texts().items() if PERSONAL_PATH.search(text)] == []


def test_no_tracked_file_names_a_package_index() -> None:
    assert [name for name, text in tracked_texts().items() if PACKAGE_INDEX.search(text)] == []


def test_the_version_is_the_same_everywhere() -> None:
    changelog = (PROJECT / "CHANGELOG.md").read_text("utf-8")
    public = (PROJECT / "publiccode.yml").read_text("utf-8")
    newest = re.search(r"^## (\d+\.\d+\.\d+)", changelog, re.MULTILINE)
    declared = re.search(r"^softwareVersion: \"?([\d.]+)", public, re.MULTILINE)
    assert newest
    assert declared
    version = _settings()["project"]["version"]
    assert {lpd_desktop.__version__, newest[1], declared[1]} == {version}


def _locked(name: str) -> dict[str, str]:
    """Each entry of a lock by package and condition, with its lines."""
    text = (PROJECT / name).read_text("utf-8")
    return {
        entry.split(" \\")[0]: entry
        for entry in re.split(r"\n(?=[a-z])", text)
        if re.match(r"[a-z]", entry)
    }


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_package_has_a_hash_for_each_of_its_files(name: str) -> None:
    locked = _locked(name)
    assert len(locked) > 20
    assert [package for package, entry in locked.items() if "--hash=sha256:" not in entry] == []


def test_the_runtime_lock_is_a_part_of_the_development_lock() -> None:
    assert set(_locked("requirements.lock")) - set(_locked("requirements-dev.lock")) == set()


def test_every_dependency_is_locked() -> None:
    settings = _settings()["project"]
    wanted = [*settings["dependencies"], *settings["optional-dependencies"]["dev"]]
    names = {re.split(r"[<>=!;\[ ]", line)[0].lower() for line in wanted}
    locked = {re.split(r"[= ;]", package)[0] for package in _locked("requirements-dev.lock")}
    assert names - locked == set()


def test_python_311_keeps_the_qt_that_survives_many_signals() -> None:
    qt = [package for package in _locked("requirements.lock") if package.startswith("pyside6-ess")]
    old = [re.search(r"==(\d+)\.(\d+)", package) for package in qt if "< '3.12'" in package]
    assert old
    assert all(found and (int(found[1]), int(found[2])) < (6, 12) for found in old)
