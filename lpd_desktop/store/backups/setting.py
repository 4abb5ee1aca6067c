"""Where the daily backup goes and how the last one went: two small files of the data folder."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Literal

import msgspec

from lpd_desktop.runtime.claimed import alone_with
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import make_folder, read_bounded, write_atomically
from lpd_desktop.runtime.german import german_date
from lpd_desktop.runtime.typed_data import decoded
from lpd_desktop.store.errors import StoreError

SETTING_VERSION = 1
_SETTING, _LAST = "backup.json", "backup-last.json"
_SIZE_LIMIT = 1024 * 1024

REMIND_AFTER_DAYS = 30
"""So long nobody is asked again who works without a backup."""

_EARLIER_AT_MOST = 10

OVERDUE_AFTER_DAYS = 7
"""So old the newest backup may be before the start page warns."""


class BackupSettingError(StoreError):
    """The folder of the daily backup is not set, not usable, or set by a later version."""


class BackupSetting(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was chosen.

    Attributes:
        folder: The folder of the daily backup; empty without one.
        declined: The day on which somebody chose to work without a backup, ISO; else empty.
        earlier: The folders before, the newest first: what is erased is erased there too.
    """

    version: int = SETTING_VERSION
    folder: str = ""
    declined: str = ""
    earlier: tuple[str, ...] = ()


class LastBackup(msgspec.Struct, frozen=True, omit_defaults=True):
    """How the last backup went.

    Attributes:
        tried: When one was tried last, ISO in UTC.
        done: When the last one that went well was finished, ISO in UTC.
        file: The path of that one.
        store, number: Which store it holds and how many commits that had.
        problem: Why the last try failed, a German sentence; empty where it went well.
        notes: What must be known although it went well, German sentences.
    """

    version: int = SETTING_VERSION
    tried: str = ""
    done: str = ""
    file: str = ""
    store: str = ""
    number: int = -1
    problem: str = ""
    notes: tuple[str, ...] = ()


class BackupStanding(msgspec.Struct, frozen=True):
    """Whether the drafts are backed up, and a German sentence about it.

    Attributes:
        kind: `unset`: nobody has chosen yet, or chose long ago to go without; `declined`;
            `waiting`: a folder is set, nothing was written yet; `fine`; `overdue`; `failed`.
    """

    kind: Literal["unset", "declined", "waiting", "fine", "overdue", "failed"]
    sentence: str


def read_setting(data_folder: Path) -> BackupSetting:
    """What was chosen; nothing where the file is missing or damaged, so that one is asked anew.

    Raises:
        BackupSettingError: a later version of the program has written it.
    """
    try:
        data = read_bounded(data_folder / _SETTING, _SIZE_LIMIT)
        setting = decoded(data, BackupSetting)
    except (LpdError, msgspec.DecodeError):
        return BackupSetting()
    if setting.version > SETTING_VERSION:
        message = (
            f"„{data_folder / _SETTING}“ hat das Format {setting.version}, dieses Programm kennt "
            f"Formate bis {SETTING_VERSION}. Bitte benutzen Sie eine neuere Version von LPD "
            "Desktop."
        )
        raise BackupSettingError(message)
    return setting


def set_folder(data_folder: Path, folder: Path) -> None:
    """Sets the folder of the daily backup; of an earlier one only the path is kept.

    Raises:
        BackupSettingError: it is no folder, or lies in the data folder.
        UnwritableFileError: the data folder cannot be written.
    """
    absolute = folder.absolute()
    refuse_folder(data_folder, absolute)
    make_folder(data_folder)
    with alone_with(data_folder / _SETTING):
        earlier = _folders_before(data_folder, absolute)
        _write(data_folder, _SETTING, BackupSetting(folder=str(absolute), earlier=earlier))
    write_last(data_folder, LastBackup())


def decline(data_folder: Path, day: date) -> None:
    """Notes that somebody wants to work without a backup since this day.

    Raises:
        UnwritableFileError: the data folder cannot be written.
    """
    make_folder(data_folder)
    with alone_with(data_folder / _SETTING):
        earlier = _folders_before(data_folder)
        _write(data_folder, _SETTING, BackupSetting(declined=day.isoformat(), earlier=earlier))


def _folders_before(data_folder: Path, now: Path | None = None) -> tuple[str, ...]:
    before = read_setting(data_folder)
    folders = dict.fromkeys(each for each in (before.folder, *before.earlier) if each)
    return tuple(each for each in folders if each != str(now or ""))[:_EARLIER_AT_MOST]


def refuse_folder(data_folder: Path, folder: Path) -> None:
    """A backup must be somewhere else than what it backs up.

    Raises:
        BackupSettingError: it is no folder that is there, or lies in the data folder.
    """
    if not folder.is_dir():
        message = (
            f"Der Ordner „{folder}“ ist nicht vorhanden oder nicht erreichbar. Bitte wählen Sie "
            "einen Ordner, den es gibt."
        )
        raise BackupSettingError(message)
    if folder.resolve().is_relative_to(data_folder.resolve()):
        message = (
            f"„{folder}“ liegt bei den Entwürfen selbst; mit ihnen ginge auch die Sicherung "
            "verloren. Bitte wählen Sie einen anderen Ordner, am besten auf einem Netzlaufwerk."
        )
        raise BackupSettingError(message)


def read_last_backup(data_folder: Path) -> LastBackup:
    """How the last backup went; nothing is known where the file is missing or damaged."""
    try:
        data = read_bounded(data_folder / _LAST, _SIZE_LIMIT)
        return decoded(data, LastBackup)
    except (LpdError, msgspec.DecodeError):
        return LastBackup()


def write_last(data_folder: Path, last: LastBackup) -> None:
    """Keeps how a backup went.

    Raises:
        UnwritableFileError: the data folder cannot be written.
    """
    _write(data_folder, _LAST, last)


def note_failure(data_folder: Path, problem: str) -> None:
    """Keeps why a backup failed; the one that went well before is still known.

    Raises:
        UnwritableFileError: the data folder cannot be written.
    """
    make_folder(data_folder)
    with alone_with(data_folder / _LAST):
        last = read_last_backup(data_folder)
        write_last(data_folder, msgspec.structs.replace(last, tried=utc_now(), problem=problem))


def _write(data_folder: Path, name: str, content: msgspec.Struct) -> None:
    make_folder(data_folder)
    write_atomically(data_folder / name, msgspec.json.encode(content) + b"\n")


def backup_standing(data_folder: Path, today: date | None = None) -> BackupStanding:
    """Whether the drafts of a data folder are backed up."""
    day = today or date.today()
    try:
        setting = read_setting(data_folder)
    except BackupSettingError as error:
        return BackupStanding("failed", str(error))
    if not setting.folder:
        return _without_folder(setting, day)
    return _with_folder(setting, read_last_backup(data_folder), day)


def _without_folder(setting: BackupSetting, today: date) -> BackupStanding:
    if setting.declined and _days(setting.declined, today) < REMIND_AFTER_DAYS:
        sentence = (
            f"Ohne Sicherung, so gewählt am {german_date(setting.declined)}: Die Entwürfe liegen "
            "nur auf diesem Rechner."
        )
        return BackupStanding("declined", sentence)
    sentence = (
        "Ihre Entwürfe liegen bisher nur auf diesem Rechner. Wohin soll die tägliche Sicherung? "
        "Am besten ist ein Ordner auf einem Netzlaufwerk, an den auch Ihre Vertretung kommt."
    )
    return BackupStanding("unset", sentence)


def _with_folder(setting: BackupSetting, last: LastBackup, today: date) -> BackupStanding:
    done = _local_day(last.done)
    since = f"Die letzte Sicherung ist vom {german_date(done)}." if done else ""
    if last.problem:
        sentence = f"Die tägliche Sicherung ging nicht: {last.problem} {since}"
        return BackupStanding("failed", sentence.strip())
    if not done:
        return BackupStanding("waiting", f"Gesichert wird täglich in „{setting.folder}“.")
    if _days(done, today) > OVERDUE_AFTER_DAYS:
        return BackupStanding("overdue", f"{since} Bitte sichern Sie Ihre Entwürfe wieder.")
    sentence = f"Gesichert am {german_date(done)} in „{setting.folder}“."
    return BackupStanding("fine", " ".join((sentence, *last.notes)))


def _local_day(utc: str) -> str:
    """The ISO date of a time in UTC where this machine is; empty for none."""
    try:
        return datetime.fromisoformat(utc).astimezone().date().isoformat()
    except (ValueError, OverflowError):
        return ""


def _days(earlier: str, today: date) -> int:
    """Days since an ISO date. One in the future or none at all counts as long ago: clocks err."""
    try:
        days = (today - date.fromisoformat(earlier)).days
    except ValueError:
        return REMIND_AFTER_DAYS
    return days if days >= -1 else REMIND_AFTER_DAYS
