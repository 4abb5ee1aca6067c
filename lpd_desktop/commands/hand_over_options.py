"""What the commands of a hand-over have in common: texts, names, the way it is told."""

from __future__ import annotations

import argparse
from pathlib import Path

from lpd_desktop.commands.arguments import UsageError
from lpd_desktop.editing.office_settings import (
    OfficeSettings,
    hand_over_texts,
    office_settings,
)
from lpd_desktop.release.file_names import DEFAULT_RULE
from lpd_desktop.release.hand_over_texts import HandOverTexts
from lpd_desktop.release.states import Actor
from lpd_desktop.runtime.account import account_name
from lpd_desktop.runtime.data_folder import data_folder
from lpd_desktop.runtime.files import read_bounded

_TEXT_LIMIT = 64 * 1024
NOTHING_SENT = (
    "Versendet wurde nichts: Das Programm öffnet keine Verbindung. Bitte öffnen Sie den "
    "E-Mail-Entwurf oder übergeben Sie das PDF auf dem Weg, den Ihr Haus dafür vorsieht."
)


def add_texts(parser: argparse.ArgumentParser) -> None:
    """Adds file name, recipient, subject and text of the mail, and further documents."""
    for name, metavar, told in (
        ("--file-name", "REGEL", f"Name des PDF, üblich ist {DEFAULT_RULE}"),
        ("--recipient", "NAME", "Empfänger, sonst wie eingestellt oder wie in der Form"),
        ("--to", "ADRESSE", "E-Mail-Adresse; mehrere durch Komma getrennt"),
        ("--subject", "TEXT", "Betreff des E-Mail-Entwurfs"),
    ):
        parser.add_argument(name, default="", metavar=metavar, help=told)
    parser.add_argument("--text", type=Path, metavar="DATEI.txt", help="Text des E-Mail-Entwurfs")
    parser.add_argument(
        "--with-publishing-copy",
        action="store_true",
        help="legt die Veröffentlichungsfassung ohne Daten dazu",
    )


def settings_of(options: argparse.Namespace) -> OfficeSettings:
    """What the office has set in the data folder of the call."""
    return office_settings(data_folder(options.data))


def chosen_texts(options: argparse.Namespace) -> HandOverTexts:
    """What the call names; the rest is the office's, the form's and ours.

    Raises:
        UsageError: the file with the text holds no text in UTF-8.
        UnreadableFileError: it cannot be read.
    """
    office = hand_over_texts(settings_of(options))
    return HandOverTexts(
        file_name_rule=options.file_name or office.file_name_rule,
        recipient_name=options.recipient or office.recipient_name,
        recipient_email=options.to or office.recipient_email,
        mail_subject=options.subject or office.mail_subject,
        mail_text=_text_in(options.text) if options.text is not None else office.mail_text,
    )


def _text_in(path: Path) -> str:
    try:
        return read_bounded(path, _TEXT_LIMIT).decode("utf-8-sig")
    except UnicodeDecodeError:
        message = f"„{path}“ ist kein Text in UTF-8; bitte speichern Sie die Datei so."
        raise UsageError(message) from None


_ACTOR = "wer einreicht; sonst wie in den Einstellungen oder wer freigegeben hat"


def add_actor(parser: argparse.ArgumentParser, told: str = _ACTOR) -> None:
    """Adds who hands over, or does what `told` says."""
    parser.add_argument("--name", metavar="NAME", help=told)
    parser.add_argument("--role", metavar="FUNKTION", help="in welcher Funktion")


def chosen_actor(options: argparse.Namespace) -> Actor | None:
    """Who hands over, by the call or by the user's settings; None where neither says.

    Raises:
        UsageError: only one of name and function is given.
    """
    if options.name is None and options.role is None:
        own = settings_of(options)
        is_set = own.own_name and own.own_role
        return Actor(own.own_name, own.own_role, account_name()) if is_set else None
    if not options.name or not options.role:
        message = "Zu --name gehört --role: Name und Funktion stehen zusammen in der Historie."
        raise UsageError(message)
    return Actor(options.name, options.role, account_name())
