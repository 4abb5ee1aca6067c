"""The name that is proposed for an approved PDF: by the rule of the office, with the version."""

from __future__ import annotations

from pathlib import Path

from lpd_desktop.editing.office_settings import office_settings
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.release.approval import Approval, proposed
from lpd_desktop.release.file_names import DEFAULT_RULE, file_name
from lpd_desktop.release.hand_over_fields import TemplateError


def name_to_approve(data_folder: Path, file: LpdFile, approval: Approval) -> str:
    """As the document will be called once this approval is given."""
    return approved_name(data_folder, proposed(file, approval))


def approved_name(data_folder: Path, file: LpdFile) -> str:
    """As its package would name it; a rule that gives no name gives way to the usual one."""
    try:
        return file_name(office_settings(data_folder).file_name_rule, file)
    except TemplateError:
        return file_name(DEFAULT_RULE, file)
