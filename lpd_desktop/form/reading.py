"""Forms out of TOML files."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from lpd_desktop.form.lint import lint_form
from lpd_desktop.form.model import Form
from lpd_desktop.runtime.errors import LpdError, NotAllowedError
from lpd_desktop.runtime.files import read_bounded
from lpd_desktop.runtime.typed_data import converted

FORM_LIMIT = 4 * 1024 * 1024


class FormSyntaxError(LpdError):
    """The file is no TOML in UTF-8."""


class FaultyFormError(NotAllowedError):
    """The TOML can be read, but it is no sound form; `faults` names them all."""

    def __init__(self, name: str, faults: list[str]) -> None:
        """Takes the file's name and the sentences of the lint."""
        self.faults = faults
        count = "einen Fehler" if len(faults) == 1 else f"{len(faults)} Fehler"
        super().__init__(f"Die Form „{name}“ hat {count}; der erste: {faults[0]}")


def read_toml(path: Path) -> dict[str, Any]:
    """The plain content of a form's file.

    Raises:
        FormSyntaxError: no TOML, with the line.
        UnreadableFileError: cannot be opened.
    """
    return toml_in(read_bounded(path, FORM_LIMIT), path.name)


def toml_in(data: bytes, name: str) -> dict[str, Any]:
    """The plain content of a form's bytes; `name` is for the sentence.

    Raises:
        FormSyntaxError: no TOML, with the line.
    """
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        message = f"Die Form „{name}“ ist nicht in UTF-8 gespeichert."
        raise FormSyntaxError(message) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        message = f"Die Form „{name}“ ist kein gültiges TOML ({_place(error)})."
        raise FormSyntaxError(message) from error


def read_form(path: Path) -> Form:
    """A form whose every rule of the lint holds.

    Raises:
        FaultyFormError: with all faults.
        FormSyntaxError, UnreadableFileError: see `read_toml`.
    """
    return form_in(read_bounded(path, FORM_LIMIT), path.name)


def form_in(data: bytes, name: str) -> Form:
    """The form in these bytes; `name` is for the sentence.

    Raises:
        FaultyFormError: with all faults.
        FormSyntaxError: no TOML, with the line.
    """
    raw = toml_in(data, name)
    faults = lint_form(raw)
    if faults:
        raise FaultyFormError(name, faults)
    return converted(raw, Form, strict=True)


def _place(error: Exception) -> str:
    text = str(error)
    start = text.find("at line ")
    if start < 0:
        return "die Stelle ist nicht bestimmbar"
    line = text[start + 8 :].split(",", maxsplit=1)[0].rstrip(")")
    return f"Zeile {line}"
