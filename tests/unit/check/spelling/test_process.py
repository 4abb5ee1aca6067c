"""The dictionary in a process of its own, and what damaged files do to it."""

from __future__ import annotations

import os
import random
import shutil
import signal
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lpd_desktop.check.spelling.dictionary_files import DictionaryError, DictionaryFiles
from lpd_desktop.check.spelling.process import SpellingEndedError, SpellingProcess
from tests.unit.check.spelling.dictionaries import TINY


@pytest.fixture
def process() -> Iterator[SpellingProcess]:
    started = SpellingProcess(TINY)
    yield started
    started.close()


def copy_of(files: DictionaryFiles, folder: Path) -> DictionaryFiles:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(files.affixes, folder)
    shutil.copy(files.words, folder)
    return replace(files, folder=folder)


def test_the_process_answers_what_is_known_and_what_was_meant(process: SpellingProcess) -> None:
    assert process.knows(("Beratung", "Beratungen", "Beratnug", "VZÄ")) == (True, True, False, True)
    assert process.suggest("Beratnug") == ("Beratung",)


def test_accepted_words_are_known_until_others_are_accepted(process: SpellingProcess) -> None:
    process.accept(("Förderzielmatrix",))
    assert process.knows(("Förderzielmatri", "Förderzielmatrix")) == (False, True)
    assert process.suggest("Förderzielmatri") == ("Förderzielmatrix",)
    process.accept(("Quabbelfax",))
    assert process.knows(("Quabbelfax",)) == (True,)


def test_a_dictionary_is_read_from_a_folder_with_blanks_and_umlauts(tmp_path: Path) -> None:
    files = copy_of(TINY, tmp_path / "Wörter bücher – Straße")
    process = SpellingProcess(files)
    assert process.knows(("Straße", "Strase")) == (True, False)
    process.close()


def test_letters_that_a_dictionary_of_one_byte_lacks_make_a_word_unknown(tmp_path: Path) -> None:
    affixes = "SET ISO8859-1\nSFX S Y 1\nSFX S 0 s .\n"
    (tmp_path / "de_DE.aff").write_text(affixes, encoding="latin-1")
    (tmp_path / "de_DE.dic").write_text("1\nGröße\n", encoding="latin-1")
    process = SpellingProcess(DictionaryFiles(tmp_path, "de_DE", ""))
    assert process.knows(("Größe", "Grösse", "Жизнь")) == (True, False, False)
    assert process.suggest("Жизнь") == ()
    process.close()


@pytest.mark.parametrize(
    ("affixes", "words"),
    [
        (b"", b""),
        (b"SET UTF-8\n", b""),
        (b"\x00" * 500, b"1\nHaus\n"),
        (b"SET UTF-8\n", b"<html>not found</html>"),
        (b"SET KLINGON-1\n", b"1\nHaus\n"),
    ],
)
def test_what_is_no_dictionary_is_refused_with_a_sentence(
    tmp_path: Path, affixes: bytes, words: bytes
) -> None:
    (tmp_path / "de_DE.aff").write_bytes(affixes)
    (tmp_path / "de_DE.dic").write_bytes(words)
    with pytest.raises(DictionaryError, match=r"Wörterbuch.*\.$"):
        SpellingProcess(DictionaryFiles(tmp_path, "de_DE", ""))


def test_a_missing_dictionary_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(DictionaryError, match="nicht"):
        SpellingProcess(DictionaryFiles(tmp_path, "de_DE", ""))


def harmed(data: bytes, rng: random.Random) -> bytes:
    kind = rng.randrange(4)
    if kind == 0:
        return data[: rng.randrange(len(data))]
    if kind == 1:
        cut = rng.randrange(len(data))
        return data[:cut] + rng.randbytes(300) + data[cut:]
    if kind == 2:
        lines = data.split(b"\n")
        rng.shuffle(lines)
        return b"\n".join(lines)
    changed = bytearray(data)
    for _ in range(rng.choice((1, 20))):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


@pytest.mark.parametrize("seed", range(8))
def test_damaged_files_never_end_the_program(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    files = copy_of(TINY, tmp_path)
    for path in rng.sample([files.affixes, files.words], rng.choice((1, 2))):
        path.write_bytes(harmed(path.read_bytes(), rng))
    try:
        process = SpellingProcess(files)
    except DictionaryError:
        return
    try:
        assert len(process.knows(("Haus", "Beratnug", "😀"))) == 3
        process.suggest("Beratnug")
    except SpellingEndedError:
        return
    finally:
        process.close()


def test_the_end_of_the_process_is_an_error_and_no_hang(process: SpellingProcess) -> None:
    if not hasattr(signal, "SIGSEGV") or os.name == "nt":
        pytest.skip("no such signal here")
    process._process.send_signal(signal.SIGSEGV)
    process._process.wait(10)
    with pytest.raises(SpellingEndedError, match="beschädigt"):
        process.knows(("Haus",))


def test_closing_from_another_thread_ends_a_question(process: SpellingProcess) -> None:
    words = tuple(f"Wort{'x' * (number % 40)}unbekannt" for number in range(200_000))
    failed: list[Exception] = []

    def ask() -> None:
        try:
            process.knows(words)
        except SpellingEndedError as error:
            failed.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    process.close()
    thread.join(10)
    assert not thread.is_alive()
    assert failed
