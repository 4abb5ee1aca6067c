"""Confirming that a derived form was compared with the ministry's."""

from __future__ import annotations

from dataclasses import replace

from lpd_desktop.form.derive import confirm_form
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.errors import NotAllowedError


class SourceMissingError(NotAllowedError):
    """Nobody said with what the form was compared."""


def confirm_derived_form(file: LpdFile, date: str, source: str) -> LpdFile:
    """Records in the plan's form with what it was compared, on which day (ISO date).

    Raises:
        SourceMissingError: the source is empty.
    """
    named = " ".join(source.split())
    if not named:
        message = (
            "Bitte nennen Sie, womit Sie die Form verglichen haben, "
            "zum Beispiel „Vorlage des MAGS vom 28.09.2026“."
        )
        raise SourceMissingError(message)
    return replace(file, form=confirm_form(file.form, date, named))
