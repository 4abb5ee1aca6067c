"""What an office and its user have set once: `office.json` in the data folder.

A value that nobody set there is that of the file of the same name in the `resources` of the
program, where administrators put what counts for all computers, else the standard. What that file
names as `fixed` cannot be changed by users. A file that cannot be read is put aside before another
takes its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import msgspec

from lpd_desktop.editing.setting_faults import setting_fault
from lpd_desktop.release.file_names import DEFAULT_RULE
from lpd_desktop.release.hand_over_texts import DEFAULT_SUBJECT, DEFAULT_TEXT, HandOverTexts
from lpd_desktop.runtime.claimed import alone_with
from lpd_desktop.runtime.errors import LpdError, NotAllowedError
from lpd_desktop.runtime.files import (
    UnreadableFileError,
    UnwritableFileError,
    make_folder,
    read_bounded,
    reason_of,
    write_atomically,
)
from lpd_desktop.runtime.resources import resource
from lpd_desktop.runtime.typed_data import decoded

FILE = "office.json"
SCHEMA = 1
_MOST_BYTES = 1024 * 1024
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"

Value = str | bool


class SettingError(LpdError):
    """A value that a setting cannot have, or a setting that does not exist."""


class FixedSettingError(NotAllowedError):
    """Administrators have fixed this setting for all computers."""


class NewerSettingsError(NotAllowedError):
    """A later version of the program has written the settings."""


@dataclass(frozen=True)
class OfficeSettings:
    """What counts now; the values here are the standard.

    Attributes:
        own_name: The user's own, offered where somebody types who acts.
        own_role: The function of the user.
        four_eyes: Whether who approves must be another than the last editor.
        recipient_name: Empty for the recipient of the form; the address likewise.
        hand_over_folder: Where packages are put, empty to be asked each time.
    """

    own_name: str = ""
    own_role: str = ""
    four_eyes: bool = False
    file_name_rule: str = DEFAULT_RULE
    recipient_name: str = ""
    recipient_email: str = ""
    mail_subject: str = DEFAULT_SUBJECT
    mail_text: str = DEFAULT_TEXT
    hand_over_folder: str = ""


STANDARD = OfficeSettings()
KEYS = tuple(each.name for each in fields(OfficeSettings))
OWN_KEYS = frozenset({"own_name", "own_role"})
"""The user's own: no file for all computers sets them."""
_AS_TYPED = frozenset({"mail_text", "hand_over_folder"})


class StoredSettings(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What one file sets; None where it sets nothing."""

    own_name: str | None = None
    own_role: str | None = None
    four_eyes: bool | None = None
    file_name_rule: str | None = None
    recipient_name: str | None = None
    recipient_email: str | None = None
    mail_subject: str | None = None
    mail_text: str | None = None
    hand_over_folder: str | None = None


class _Content(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    schema: int
    settings: StoredSettings = StoredSettings()
    fixed: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReadSettings:
    """The settings with what a dialog must know of them.

    Attributes:
        settings: What counts.
        standard: What counts where the user sets nothing.
        fixed: The settings that users cannot change.
        troubles: German sentences on what could not be read.
        is_newer: Whether the user's file is that of a later version, and is left as it is.
        is_damaged: Whether not all of it can be read, and it is put aside with the next change.
        unread: Files of which nothing can be read, so that nobody knows what they set.
    """

    settings: OfficeSettings
    standard: OfficeSettings = STANDARD
    fixed: frozenset[str] = frozenset()
    troubles: tuple[str, ...] = ()
    is_newer: bool = False
    is_damaged: bool = False
    unread: tuple[Path, ...] = ()


@dataclass(frozen=True)
class _Read:
    values: Mapping[str, Value] = field(default_factory=dict)
    fixed: frozenset[str] = frozenset()
    troubles: tuple[str, ...] = ()
    is_newer: bool = False
    is_damaged: bool = False
    unread: tuple[Path, ...] = ()


def office_settings(data_folder: Path) -> OfficeSettings:
    """What counts now; the standard where nothing is set or nothing can be read."""
    return read_settings(data_folder).settings


def hand_over_texts(settings: OfficeSettings) -> HandOverTexts:
    """File name, recipient and words of a hand-over."""
    return HandOverTexts(
        file_name_rule=settings.file_name_rule,
        recipient_name=settings.recipient_name,
        recipient_email=settings.recipient_email,
        mail_subject=settings.mail_subject,
        mail_text=settings.mail_text,
    )


def read_settings(data_folder: Path) -> ReadSettings:
    """The settings of a data folder; nothing is written."""
    office, own = _read(resource(FILE)), _read(data_folder / FILE)
    preset = {key: value for key, value in office.values.items() if key not in OWN_KEYS}
    standard = _filled(STANDARD, preset)
    fixed = office.fixed - OWN_KEYS
    chosen = {key: value for key, value in own.values.items() if key not in fixed}
    return ReadSettings(
        _filled(standard, chosen),
        standard,
        fixed,
        (*office.troubles, *own.troubles),
        own.is_newer,
        own.is_damaged,
        (*office.unread, *own.unread),
    )


def keep_settings(data_folder: Path, values: Mapping[str, Value | None]) -> Path:
    """Sets some values, and says where; None, and what is the standard, sets nothing.

    Raises:
        SettingError: there is no such setting, or it cannot have this value.
        FixedSettingError: administrators have fixed it.
        NewerSettingsError: the file is that of a later version; it is left as it is.
        UnwritableFileError: the data folder cannot be written.
    """
    make_folder(data_folder)
    with alone_with(data_folder / FILE):
        return _keep(data_folder, values)


def _keep(data_folder: Path, values: Mapping[str, Value | None]) -> Path:
    read = read_settings(data_folder)
    _refuse(values, read)
    wanted = {**vars(read.settings), **dict(_cleaned(values, read.standard))}
    stored = {key: wanted[key] for key in KEYS if wanted[key] != getattr(read.standard, key)}
    path = data_folder / FILE
    if read.is_damaged:
        _put_aside(path)
    data = msgspec.json.encode({"schema": SCHEMA, "settings": StoredSettings(**stored)})
    write_atomically(path, msgspec.json.format(data, indent=2) + b"\n")
    return path


def _refuse(values: Mapping[str, Value | None], read: ReadSettings) -> None:
    if read.is_newer:
        raise NewerSettingsError(f"{_NEWER} Ändern lassen sie sich dort.")
    for key, value in values.items():
        if key not in KEYS:
            message = f"Eine Einstellung „{key}“ gibt es nicht; möglich sind {', '.join(KEYS)}."
            raise SettingError(message)
        if key in read.fixed and value not in (None, getattr(read.settings, key)):
            message = f"„{key}“ ist für alle Rechner festgelegt und lässt sich hier nicht ändern."
            raise FixedSettingError(message)
        if value is not None and (fault := setting_fault(key, value)):
            raise SettingError(fault)


def _cleaned(
    values: Mapping[str, Value | None], standard: OfficeSettings
) -> Iterator[tuple[str, Value]]:
    """One line stays one line; what is empty is the standard."""
    for key, value in values.items():
        if isinstance(value, str):
            text = value.strip() if key in _AS_TYPED else " ".join(value.split())
            usual = getattr(standard, key)
            yield key, usual if text in ("", usual.strip()) else text
        else:
            yield key, getattr(standard, key) if value is None else value


_NEWER = (
    "Die Einstellungen des Jobcenters hat eine neuere Version des Programms geschrieben; hier "
    "gelten solange die Vorgaben."
)
_DAMAGED = (
    "Die Einstellungen in „{path}“ lassen sich nicht lesen; es gelten die Vorgaben. Beim nächsten "
    "Ändern wird die Datei beiseitegelegt."
)
_WRONG = "In „{path}“ gilt „{key}“ nicht: {fault}"


def _read(path: Path) -> _Read:
    try:
        if not path.exists():
            return _Read()
        data = read_bounded(path, _MOST_BYTES).removeprefix(_BYTE_ORDER_MARK)
        if _schema_of(data) > SCHEMA:
            return _Read(troubles=(_NEWER,), is_newer=True, unread=(path,))
        content = decoded(data, _Content)
    except (UnreadableFileError, OSError, msgspec.MsgspecError, UnicodeError):
        said = _DAMAGED.format(path=path)
        return _Read(troubles=(said,), is_damaged=True, unread=(path,))
    return _judged(path, content)


def _schema_of(data: bytes) -> int:
    """The number in the file; what has none is not of any later version."""
    raw: Any = msgspec.json.decode(data)
    number = raw.get("schema") if isinstance(raw, dict) else None
    return number if isinstance(number, int) else 0


def _judged(path: Path, content: _Content) -> _Read:
    """The values that are possible, and a sentence on each of the others."""
    given = {key: getattr(content.settings, key) for key in KEYS}
    given = {key: value for key, value in given.items() if value is not None}
    faults = {key: setting_fault(key, value) for key, value in given.items()}
    wrong = [
        _WRONG.format(path=path, key=key, fault=fault) for key, fault in faults.items() if fault
    ]
    wrong += list(_unknown(path, content.fixed))
    fine = {key: value for key, value in given.items() if not faults[key]}
    fixed = frozenset(content.fixed) & frozenset(KEYS)
    return _Read(fine, fixed, tuple(wrong), is_damaged=bool(wrong))


def _unknown(path: Path, fixed: Iterable[str]) -> Iterator[str]:
    for key in fixed:
        if key not in KEYS:
            yield _WRONG.format(path=path, key="fixed", fault=f"„{key}“ ist keine Einstellung.")


def _filled(settings: OfficeSettings, values: Mapping[str, Value]) -> OfficeSettings:
    """The settings with these values; an empty text means the standard."""
    known = {key: value for key, value in values.items() if value != ""}
    return OfficeSettings(**{**vars(settings), **known})


def _put_aside(path: Path) -> None:
    """Gives a file that cannot be read another name, so that nothing of it is lost."""
    number = 1
    while (aside := path.with_name(f"{path.stem}-unlesbar-{number}{path.suffix}")).exists():
        number += 1
    try:
        path.rename(aside)
    except OSError as error:
        message = f"„{path}“ lässt sich nicht beiseitelegen: {reason_of(error)}."
        raise UnwritableFileError(message) from error
