"""The form of a year that has none yet, made from another year's."""

from __future__ import annotations

from msgspec.structs import replace

from lpd_desktop.form.model import Confirmation, Form, Provenance


def derive_form(form: Form, year: int) -> Form:
    """The same form for another year, marked as not yet compared with the ministry's."""
    stem = form.id.removesuffix(f"-{form.year}")
    origin = Provenance(source=f"Abgeleitet aus der Form von {form.year}", derived_from=form.id)
    return replace(form, id=f"{stem}-{year}", year=year, provenance=origin, deadlines=())


def confirm_form(form: Form, date: str, source: str) -> Form:
    """The form with the remark who compared it with what, on which day (ISO date)."""
    confirmation = Confirmation(date=date, source=source)
    return replace(form, provenance=replace(form.provenance, confirmed=confirmation))


def unconfirmed_notice(form: Form) -> str:
    """What plan and window say of an unconfirmed form; empty for a confirmed one."""
    if not form.is_unconfirmed:
        return ""
    year = form.provenance.derived_from.rpartition("-")[2]
    return f"Form von {year}, noch nicht mit der Vorlage des MAGS abgeglichen"
