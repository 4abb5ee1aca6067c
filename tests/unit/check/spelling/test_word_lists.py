"""Lists of added words, and what is chosen for spelling."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.check.spelling import word_lists
from lpd_desktop.check.spelling.known_words import added_words, known_words
from lpd_desktop.check.spelling.word_lists import (
    SpellingSettings,
    WordListError,
    add_word,
    checked_word,
    office_list,
    personal_list,
    read_settings,
    read_words,
    remove_word,
    write_settings,
    write_words,
)
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.runtime.errors import LpdError

LETTERS = st.text("abcXYZäöüß", min_size=2, max_size=8)


@given(st.sets(LETTERS, max_size=6))
def test_what_was_written_is_read(tmp_path_factory, words: set[str]) -> None:
    path = tmp_path_factory.mktemp("list") / "words.txt"
    write_words(path, words)
    assert set(read_words(path)) == words


def test_a_list_is_a_text_that_anyone_can_read(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "words.txt"
    add_word(path, "Zebra")
    add_word(path, "Äpfel")
    add_word(path, "Zebra")
    lines = path.read_text("utf-8").splitlines()
    assert lines[0].startswith("# LPD Desktop Wortliste 1")
    assert sorted(lines[1:]) == ["Zebra", "Äpfel"]


def test_a_list_of_a_common_editor_is_read(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes("# Haus\r\n\r\n Größe \r\nGröße\r\nBu\u0308ro\r\n".encode("utf-8-sig"))
    assert read_words(path) == ("Büro", "Größe")
    path.write_bytes("Größe\r\n".encode("cp1252"))
    assert read_words(path) == ("Größe",)


def test_a_word_is_taken_out_again(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    write_words(path, ["a-Wort", "Zebra"])
    assert remove_word(path, "Zebra")
    assert not remove_word(path, "Zebra")
    assert read_words(path) == ("a-Wort",)


@pytest.mark.parametrize("word", ["", "  ", "zwei Wörter", "ein,zwei", "…", "a\nb", "#Wort"])
def test_what_is_not_one_word_is_refused(word: str) -> None:
    with pytest.raises(WordListError, match=r"\.$"):
        checked_word(word)


@pytest.mark.parametrize("word", ["Wort", "VZÄ", "Kund*innen", "EGT-Budget", "geht's"])
def test_one_word_is_accepted(word: str) -> None:
    assert checked_word(f" {word} ") == word


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes(b"PK\x03\x04\x00\x00")
    with pytest.raises(WordListError, match="Wortliste"):
        read_words(path)


def test_a_list_that_cannot_be_written_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.mkdir()
    with pytest.raises(LpdError):
        write_words(path, ["a"])


def test_settings_survive_damage(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == SpellingSettings()
    write_settings(tmp_path, SpellingSettings(office_list="/x", marks=False))
    assert read_settings(tmp_path) == SpellingSettings(office_list="/x", marks=False)
    (tmp_path / "spelling.json").write_text('{"office_list": 5}')
    assert read_settings(tmp_path) == SpellingSettings()


def test_both_lists_count_and_the_missing_one_is_said(tmp_path: Path) -> None:
    office = tmp_path / "Haus.txt"
    write_words(office, ["Hauswort"])
    write_words(personal_list(tmp_path), ["Eigenwort"])
    write_settings(tmp_path, SpellingSettings(office_list=str(office)))
    assert added_words(tmp_path) == (frozenset({"Hauswort", "Eigenwort"}), "")
    office.unlink()
    words, problem = added_words(tmp_path)
    assert words == {"Eigenwort"}
    assert "nicht erreichbar" in problem


def test_a_damaged_personal_list_is_said_and_that_of_the_office_counts(tmp_path: Path) -> None:
    office = tmp_path / "Haus.txt"
    write_words(office, ["Hauswort"])
    write_settings(tmp_path, SpellingSettings(office_list=str(office)))
    personal_list(tmp_path).write_bytes(b"\0")
    words, problem = added_words(tmp_path)
    assert words == {"Hauswort"}
    assert "Wortliste" in problem


def test_an_office_list_that_is_a_folder_is_said(tmp_path: Path) -> None:
    write_settings(tmp_path, SpellingSettings(office_list=str(tmp_path)))
    assert "nicht erreichbar" in office_list(tmp_path).problem


def test_a_share_that_does_not_answer_is_given_up(tmp_path: Path, monkeypatch) -> None:
    answer = threading.Event()
    monkeypatch.setattr(word_lists, "_PATIENCE_SECONDS", 0.05)
    monkeypatch.setattr(word_lists, "read_words", lambda _path: answer.wait(30) and ())
    write_words(tmp_path / "Haus.txt", ["Hauswort"])
    write_settings(tmp_path, SpellingSettings(office_list=str(tmp_path / "Haus.txt")))
    assert "nicht erreichbar" in office_list(tmp_path).problem
    answer.set()


def test_the_words_of_form_and_cover_are_known() -> None:
    words = known_words(sample_file())
    assert {"Planungsdokument", "Schwerpunktthema", "Eingliederungsmittel"} & words
    assert "administration_total" not in words
