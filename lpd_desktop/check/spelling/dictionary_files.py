"""Where the German hunspell dictionary lies: with the data, with the program, in the system.

The program's source brings none, because the German dictionary has a licence of its own (GPL); a
build may carry it as separate files, an office may put it into the data folder.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import read_bounded
from lpd_desktop.runtime.resources import resource

_NAMES = ("de_DE", "de_DE_frami", "de-DE", "de")
_SIZE_LIMIT = 64 * 1024 * 1024
_ENCODING = re.compile(rb"^\xef?\xbb?\xbf?\s*SET[ \t]+([\w-]+)", re.MULTILINE)
_KNOWN_ENCODINGS = frozenset({"UTF-8", "ISO8859-1", "ISO8859-15", "ISO-8859-1", "ISO-8859-15"})


class DictionaryError(LpdError):
    """A dictionary that cannot be used."""


@dataclass(frozen=True)
class DictionaryFiles:
    """Two files that belong together: words (`.dic`) and how they are inflected (`.aff`).

    Attributes:
        name: Both files' name without its ending.
        origin: Where it was found, in German.
    """

    folder: Path
    name: str
    origin: str

    @property
    def affixes(self) -> Path:
        """The file with the rules of inflection."""
        return self.folder / f"{self.name}.aff"

    @property
    def words(self) -> Path:
        """The file with the words."""
        return self.folder / f"{self.name}.dic"

    @property
    def are_there(self) -> bool:
        """Whether both can be found."""
        try:
            return self.affixes.is_file() and self.words.is_file()
        except OSError:
            return False


def own_folder(data_folder: Path) -> Path:
    """Where a person or an office puts a dictionary for this program."""
    return data_folder / "dictionaries"


def find_dictionary(data_folder: Path) -> DictionaryFiles | None:
    """The first German dictionary: of the data folder, of the program, of the system."""
    places = [
        (own_folder(data_folder), "im Datenordner"),
        (resource("dictionaries"), "im Programm"),
    ]
    places += [(folder, "im System") for folder in system_folders()]
    candidates = (
        DictionaryFiles(folder, name, origin) for folder, origin in places for name in _NAMES
    )
    return next((files for files in candidates if files.are_there), None)


def system_folders() -> Sequence[Path]:
    """Where the system and office programs keep dictionaries."""
    return tuple(_windows_folders() if sys.platform == "win32" else _unix_folders())


def _windows_folders() -> Iterator[Path]:
    for variable in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)"):
        if programs := os.environ.get(variable):
            yield Path(programs) / "LibreOffice" / "share" / "extensions" / "dict-de"
    if local := os.environ.get("LOCALAPPDATA"):
        yield Path(local) / "enchant" / "hunspell"


def _unix_folders() -> Iterator[Path]:
    yield from (Path("/usr/share/hunspell"), Path("/usr/share/myspell/dicts"))
    yield from (Path("/usr/share/myspell"), Path("/usr/local/share/hunspell"))
    yield Path("/usr/lib/libreoffice/share/extensions/dict-de")
    yield from sorted(Path("/opt").glob("libreoffice*/share/extensions/dict-de"), reverse=True)


def check_dictionary(files: DictionaryFiles) -> None:
    """Looks at what a dictionary says of itself before it is loaded.

    Raises:
        DictionaryError: it is no dictionary, or in an encoding that is not understood.
    """
    head = read_bounded(files.affixes, _SIZE_LIMIT)
    encoding = _ENCODING.search(head)
    first_line = read_bounded(files.words, _SIZE_LIMIT).lstrip(b"\xef\xbb\xbf").split(b"\n", 1)[0]
    if encoding is None or not first_line.split()[:1] or not first_line.split()[0].isdigit():
        message = (
            f"„{files.words.name}“ im Ordner „{files.folder}“ ist kein Wörterbuch oder ist "
            "beschädigt; bitte ersetzen Sie beide Dateien."
        )
        raise DictionaryError(message)
    if encoding.group(1).decode("ascii", "replace").upper() not in _KNOWN_ENCODINGS:
        message = (
            f"„{files.affixes.name}“ im Ordner „{files.folder}“ hat eine unbekannte "
            "Zeichenkodierung; bitte verwenden Sie ein Wörterbuch in UTF-8."
        )
        raise DictionaryError(message)
