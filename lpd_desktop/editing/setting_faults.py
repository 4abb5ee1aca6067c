"""What is wrong with a value that somebody wants to set; see `office_settings`."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

from lpd_desktop.release.file_names import check_rule
from lpd_desktop.release.hand_over_fields import TemplateError
from lpd_desktop.release.hand_over_texts import HandOverTexts, check_texts

LONGEST_LINE = 300
LONGEST_TEXT = 20_000


def setting_fault(key: str, value: str | bool) -> str:
    """A German sentence, empty where the setting can have the value."""
    if key == "four_eyes":
        return "" if isinstance(value, bool) else "Möglich sind nur ja und nein."
    if not isinstance(value, str):
        return "Hier gehört Text hin."
    longest = LONGEST_TEXT if key == "mail_text" else LONGEST_LINE
    if len(value) > longest:
        return f"Das ist zu lang; möglich sind {longest} Zeichen."
    if any(not sign.isprintable() and sign not in "\n\t" for sign in value):
        return "Das enthält ein Zeichen, das sich nicht schreiben lässt."
    return _meaning_fault(key, value) if value.strip() else ""


def _meaning_fault(key: str, value: str) -> str:
    if key == "hand_over_folder":
        return _folder_fault(value)
    try:
        if key == "file_name_rule":
            check_rule(value)
        elif key in ("recipient_email", "mail_subject", "mail_text"):
            check_texts(HandOverTexts(**{key: value}))
    except TemplateError as error:
        return str(error)
    return ""


def _folder_fault(value: str) -> str:
    """Whole paths of either system: a file for all computers may be made on another one."""
    is_whole = PurePosixPath(value).is_absolute() or PureWindowsPath(value).is_absolute()
    if is_whole:
        return ""
    return "Bitte nennen Sie den ganzen Pfad des Ordners, mit Laufwerk oder Freigabe."
