"""`lpd settings`: what the office and its user have set once."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

import msgspec

from lpd_desktop.commands.arguments import (
    CONTENT,
    DONE,
    Console,
    UsageError,
    Verbs,
    add_json,
    add_verb,
)
from lpd_desktop.editing.office_settings import (
    KEYS,
    OfficeSettings,
    ReadSettings,
    Value,
    keep_settings,
    read_settings,
)
from lpd_desktop.runtime.data_folder import data_folder

_YES, _NO = ("ja", "an", "true", "1"), ("nein", "aus", "false", "0")
_ALL = "all"


class SettingsOutput(msgspec.Struct, frozen=True, kw_only=True):
    """What `lpd settings --json` prints.

    Attributes:
        fixed: What administrators have fixed for all computers.
        troubles: German sentences on what could not be read.
    """

    settings: OfficeSettings
    standard: OfficeSettings
    fixed: tuple[str, ...]
    troubles: tuple[str, ...]


def register(verbs: Verbs) -> None:
    """Adds the verb with its own ones; without one it shows."""
    help_text = "zeigt und ändert die Einstellungen des Jobcenters"
    parser = add_verb(verbs, "settings", help_text, _show)
    add_json(parser)
    inner = parser.add_subparsers(title="Befehle", metavar="BEFEHL")
    setting = add_verb(inner, "set", "ändert eine Einstellung", _set)
    setting.add_argument("key", metavar="NAME", help=f"möglich sind {', '.join(KEYS)}")
    setting.add_argument("value", metavar="WERT", help="der neue Wert; ja oder nein für four_eyes")
    back = add_verb(inner, "reset", "stellt die Vorgabe wieder her", _reset)
    back.add_argument("key", metavar="NAME", help=f"eine Einstellung, oder {_ALL} für alle")


def _show(options: argparse.Namespace, console: Console) -> int:
    read = read_settings(data_folder(options.data))
    if options.json:
        console.json(_output(read))
    else:
        for key, value in vars(read.settings).items():
            console.data(f"{key}: {_told(value)}{' (festgelegt)' if key in read.fixed else ''}")
    for sentence in read.troubles:
        console.say(sentence)
    return CONTENT if read.troubles else DONE


def _output(read: ReadSettings) -> SettingsOutput:
    return SettingsOutput(
        settings=read.settings,
        standard=read.standard,
        fixed=tuple(sorted(read.fixed)),
        troubles=read.troubles,
    )


def _told(value: Value) -> str:
    """One line for each setting: lines of the mail's text stand behind each other."""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    return value.replace("\n", "\\n") or "–"


def _set(options: argparse.Namespace, console: Console) -> int:
    return _keep(options, console, {options.key: _value(options.key, options.value)})


def _reset(options: argparse.Namespace, console: Console) -> int:
    return _keep(options, console, dict.fromkeys(KEYS if options.key == _ALL else (options.key,)))


def _keep(options: argparse.Namespace, console: Console, values: Mapping[str, Value | None]) -> int:
    path = keep_settings(data_folder(options.data), values)
    console.say(f"Die Einstellungen liegen unter „{path}“.")
    return DONE


def _value(key: str, text: str) -> Value:
    """In the mail's text, backslash and n divide lines, which every command line takes."""
    if key != "four_eyes":
        return text.replace("\\n", "\n") if key == "mail_text" else text
    if text.lower() not in (*_YES, *_NO):
        message = f"„{text}“: Für four_eyes sind ja und nein möglich."
        raise UsageError(message)
    return text.lower() in _YES
