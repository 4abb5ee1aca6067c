"""Lists of words that a person or an office has added: one word a line, read by anyone."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from lpd_desktop.check.spelling.tokens import plain_word, tokens_of
from lpd_desktop.runtime.claimed import alone_with
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import make_folder, read_bounded, write_atomically
from lpd_desktop.runtime.typed_data import decoded

_HEADER = "# LPD Desktop Wortliste 1: ein Wort je Zeile"
_SIZE_LIMIT = 4 * 1024 * 1024
_PATIENCE_SECONDS = 3
_SETTINGS = "spelling.json"


class WordListError(LpdError):
    """A word that no list can hold, or a list that is none."""


class SpellingSettings(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is chosen for spelling.

    Attributes:
        office_list: The path of a file that may be shared.
        marks: Whether the window marks unknown words.
    """

    office_list: str = ""
    marks: bool = True


@dataclass(frozen=True)
class OfficeList:
    """The shared list as it was read; `problem` is a German sentence where it was not."""

    path: str = ""
    words: tuple[str, ...] = ()
    problem: str = ""


def personal_list(data_folder: Path) -> Path:
    """The file of the words that this person has added."""
    return data_folder / "personal_words.txt"


def read_words(path: Path) -> tuple[str, ...]:
    """The words of a list, sorted; a list that is not there yet has none.

    Raises:
        LpdError: it cannot be read, or holds other things than words.
    """
    if not path.exists():
        return ()
    data = read_bounded(path, _SIZE_LIMIT)
    if b"\0" in data:
        message = f"„{path}“ ist keine Wortliste; sie hat ein Wort je Zeile und sonst nichts."
        raise WordListError(message)
    lines = (line.strip() for line in _decoded(data).splitlines())
    words = {plain_word(line) for line in lines if line and not line.startswith("#")}
    return tuple(sorted(words, key=str.casefold))


def _decoded(data: bytes) -> str:
    """Editors of older days save umlauts in the code page of Windows."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def write_words(path: Path, words: Iterable[str]) -> None:
    """Writes a list, sorted, each word once.

    Raises:
        UnwritableFileError: the file cannot be written.
    """
    make_folder(path.parent)
    lines = [_HEADER, *sorted(set(words), key=str.casefold)]
    write_atomically(path, ("\n".join(lines) + "\n").encode())


def add_word(path: Path, word: str) -> None:
    """Adds a word to a list.

    Raises:
        WordListError: this is not one word.
        LpdError: the list cannot be read or written.
    """
    make_folder(path.parent)
    with alone_with(path):
        write_words(path, (*read_words(path), checked_word(word)))


def remove_word(path: Path, word: str) -> bool:
    """Takes a word out of a list; says whether it was in it.

    Raises:
        LpdError: the list cannot be read or written.
    """
    with alone_with(path):
        words = read_words(path)
        remaining = [each for each in words if each != plain_word(word.strip())]
        if len(remaining) < len(words):
            write_words(path, remaining)
    return len(remaining) < len(words)


def checked_word(word: str) -> str:
    """The word as lists hold it.

    Raises:
        WordListError: it is none, or there are several.
    """
    stripped = word.strip()
    tokens = tokens_of(stripped)
    if len(tokens) != 1 or tokens[0].text != stripped:
        message = (
            f"„{stripped}“ ist nicht ein einzelnes Wort; bitte nehmen Sie jedes Wort einzeln auf."
        )
        raise WordListError(message)
    return tokens[0].word


def read_settings(data_folder: Path) -> SpellingSettings:
    """What was chosen; nothing where the file is missing or damaged."""
    try:
        return decoded(read_bounded(data_folder / _SETTINGS), SpellingSettings)
    except (LpdError, msgspec.DecodeError, msgspec.ValidationError):
        return SpellingSettings()


def change_settings(
    data_folder: Path, *, office_list: str | None = None, marks: bool | None = None
) -> None:
    """Keeps what was chosen; None leaves it as it is.

    Raises:
        LpdError: the data folder cannot be written.
    """
    make_folder(data_folder)
    chosen = {"office_list": office_list, "marks": marks}
    given = {key: value for key, value in chosen.items() if value is not None}
    with alone_with(data_folder / _SETTINGS):
        write_settings(data_folder, msgspec.structs.replace(read_settings(data_folder), **given))


def write_settings(data_folder: Path, settings: SpellingSettings) -> None:
    """Keeps all that was chosen.

    Raises:
        UnwritableFileError: the data folder cannot be written.
    """
    make_folder(data_folder)
    write_atomically(data_folder / _SETTINGS, msgspec.json.encode(settings) + b"\n")


def office_list(data_folder: Path) -> OfficeList:
    """The list of the office."""
    return office_list_at(read_settings(data_folder).office_list)


def office_list_at(path: str) -> OfficeList:
    """The list in a file; without a path there is none.

    A share that does not answer would let everybody wait for half a minute; after three seconds
    the list counts as out of reach.
    """
    if not path:
        return OfficeList()
    found: list[OfficeList] = []
    reader = threading.Thread(target=lambda: found.append(_office_list(path)), daemon=True)
    reader.start()
    reader.join(_PATIENCE_SECONDS)
    return found[0] if found else OfficeList(path, problem=_not_there(path))


def _office_list(path: str) -> OfficeList:
    try:
        if not Path(path).is_file():
            return OfficeList(path, problem=_not_there(path))
        return OfficeList(path, read_words(Path(path)))
    except (LpdError, OSError, ValueError) as error:
        return OfficeList(
            path, problem=str(error) if isinstance(error, LpdError) else _not_there(path)
        )


def _not_there(path: str) -> str:
    return f"Die Wortliste des Hauses ist gerade nicht erreichbar: „{path}“."
