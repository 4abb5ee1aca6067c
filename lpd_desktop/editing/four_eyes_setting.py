"""Whether the office approves with four eyes; settings that cannot be read do not switch it off."""

from __future__ import annotations

from pathlib import Path

from lpd_desktop.editing.office_settings import read_settings
from lpd_desktop.runtime.errors import LpdError


class UnknownRuleError(LpdError):
    """Nobody can tell whether the office wants four eyes."""


def four_eyes_setting(data_folder: Path) -> bool:
    """Whether who approves must be another than the last editor.

    Raises:
        UnknownRuleError: a file of settings that could say so cannot be read.
    """
    read = read_settings(data_folder)
    is_decided = "four_eyes" in read.fixed or read.settings.four_eyes
    if read.unread and not is_decided:
        message = (
            f"Die Einstellungen in „{read.unread[0]}“ lassen sich nicht lesen; darin kann die "
            "Vier-Augen-Regel Ihres Jobcenters stehen. Bitte berichtigen Sie die Datei, und geben "
            "Sie danach frei."
        )
        raise UnknownRuleError(message)
    return read.settings.four_eyes
