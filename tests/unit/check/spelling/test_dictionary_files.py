"""Where the dictionary is looked for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lpd_desktop.check.spelling import dictionary_files
from lpd_desktop.check.spelling.dictionary_files import (
    check_dictionary,
    find_dictionary,
    own_folder,
    system_folders,
)
from tests.unit.check.spelling.dictionaries import TINY


@pytest.fixture
def system(tmp_path: Path, monkeypatch) -> Path:
    """The only folder in which the system keeps dictionaries."""
    folder = tmp_path / "system"
    monkeypatch.setattr(dictionary_files, "system_folders", lambda: (folder,))
    return folder


def put(folder: Path, name: str = "de_DE") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(TINY.affixes, folder / f"{name}.aff")
    shutil.copy(TINY.words, folder / f"{name}.dic")


def test_no_dictionary_is_none(system, tmp_path) -> None:
    assert find_dictionary(tmp_path / "data") is None


def test_that_of_the_data_folder_goes_before_that_of_the_system(system, tmp_path) -> None:
    put(system)
    found = find_dictionary(tmp_path / "data")
    assert found is not None
    assert (found.folder, found.origin) == (system, "im System")
    put(own_folder(tmp_path / "data"))
    found = find_dictionary(tmp_path / "data")
    assert found is not None
    assert (found.folder, found.origin) == (own_folder(tmp_path / "data"), "im Datenordner")


def test_one_that_a_build_carries_goes_before_that_of_the_system(
    system, tmp_path, monkeypatch
) -> None:
    put(system)
    put(tmp_path / "program")
    monkeypatch.setattr(dictionary_files, "resource", lambda _name: tmp_path / "program")
    found = find_dictionary(tmp_path / "data")
    assert found is not None
    assert found.origin == "im Programm"


def test_the_names_of_office_programs_are_known(system, tmp_path) -> None:
    put(system, "de_DE_frami")
    found = find_dictionary(tmp_path / "data")
    assert found is not None
    assert found.name == "de_DE_frami"


def test_one_of_the_two_files_is_none(system, tmp_path) -> None:
    put(system)
    (system / "de_DE.aff").unlink()
    assert find_dictionary(tmp_path / "data") is None


def test_windows_is_searched_where_office_programs_put_theirs(monkeypatch) -> None:
    monkeypatch.setattr(dictionary_files.sys, "platform", "win32")
    monkeypatch.setenv("PROGRAMFILES", "C:/Program Files")
    monkeypatch.setenv("LOCALAPPDATA", "D:/local")
    folders = [folder.as_posix() for folder in system_folders()]
    assert "C:/Program Files/LibreOffice/share/extensions/dict-de" in folders
    assert "D:/local/enchant/hunspell" in folders


def test_the_small_dictionary_of_the_tests_is_accepted() -> None:
    check_dictionary(TINY)


def test_the_program_brings_no_dictionary_with_its_source() -> None:
    from lpd_desktop.runtime.resources import resource

    assert not resource("dictionaries").exists()
