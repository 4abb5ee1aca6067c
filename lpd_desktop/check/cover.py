"""Cover and form: who plans, as of which day, in which form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.rules import (
    FORM_UNCONFIRMED,
    JOBCENTER_MISSING,
    STAND_MISSING,
    STAND_NO_DATE,
)
from lpd_desktop.form.derive import unconfirmed_notice


def jobcenter(context: Context) -> Iterator[Finding]:
    """A plan says whose it is."""
    if not context.plan.jobcenter.name.strip():
        yield context.finding(
            JOBCENTER_MISSING,
            context.cover("jobcenter"),
            "Es ist kein Jobcenter angegeben.",
            "Bitte wählen Sie auf dem Deckblatt Ihr Jobcenter.",
        )


def stand(context: Context) -> Iterator[Finding]:
    """A plan says to which day it refers."""
    where, as_of = context.cover("as_of"), context.plan.as_of.strip()
    if not as_of:
        yield context.finding(
            STAND_MISSING,
            where,
            "Der Stand des Dokuments fehlt.",
            "Bitte geben Sie auf dem Deckblatt den Tag an, auf den sich Ihre Angaben beziehen.",
        )
    elif not _is_date(as_of):
        yield context.finding(
            STAND_NO_DATE,
            where,
            f"Der Stand „{as_of}“ ist kein Datum.",
            "Bitte schreiben Sie ihn wie 04.11.2022.",
            as_of,
        )


def unconfirmed_form(context: Context) -> Iterator[Finding]:
    """A derived form waits for the comparison with the ministry's."""
    notice = unconfirmed_notice(context.form)
    if notice:
        yield context.finding(
            FORM_UNCONFIRMED,
            context.cover(),
            f"{notice}.",
            "Bitte vergleichen Sie Themen und Fragen mit der Vorlage und bestätigen Sie die Form.",
        )


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
