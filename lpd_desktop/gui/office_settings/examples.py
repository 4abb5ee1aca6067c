"""What rule and words of a hand-over would give for one plan. No Qt."""

from __future__ import annotations

from dataclasses import replace

from lpd_desktop.gui.dates import today
from lpd_desktop.plan.file import LpdFile, seal_digest
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.plan.work import Release
from lpd_desktop.release.file_names import file_name
from lpd_desktop.release.hand_over_fields import TemplateError
from lpd_desktop.release.hand_over_texts import HandOverTexts, letter_for

_SOMEBODY = Signatory(name="Erika Beispiel", role="Geschäftsführung")


def example_name(rule: str, file: LpdFile) -> str:
    """The name of the PDF, empty where the rule gives none."""
    try:
        return file_name(rule, _approved(file))
    except TemplateError:
        return ""


def example_subject(texts: HandOverTexts, file: LpdFile) -> str:
    """The subject of the mail, empty where something in the texts cannot be filled in."""
    approved = _approved(file)
    release = approved.release
    assert release is not None, "it was made so"
    try:
        name = file_name(texts.file_name_rule, approved)
        return letter_for(approved, release, texts, name, "0" * 64).subject
    except TemplateError:
        return ""


def _approved(file: LpdFile) -> LpdFile:
    """The plan as if somebody approved it today as first version, where nobody has."""
    if file.release is not None:
        return file
    release = Release(
        version=1, seal=seal_digest(file), signatories=(_SOMEBODY,), place="", date=today()
    )
    return replace(file, release=release)
