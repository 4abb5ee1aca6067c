"""All forms at hand: those the program brings along and those an office has added."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lpd_desktop.form.derive import derive_form
from lpd_desktop.form.model import Form
from lpd_desktop.form.reading import read_form
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.resources import forms_folder

YEARS = range(2005, 2100)
"""From the start of SGB II; later years would be slips of the pen."""


class UnknownFormError(LpdError):
    """No form has this id, or the year is out of reach."""


def all_forms(added: Path | None = None) -> tuple[Form, ...]:
    """The forms by id; one that the office added comes before a built-in one of the same id."""
    forms = {form.id: form for form in _forms_in(forms_folder())}
    forms |= {form.id: form for form in _sound_forms_in(added)}
    return tuple(forms[key] for key in sorted(forms))


def faulty_forms(added: Path | None) -> list[str]:
    """The sentences about added forms that cannot be read; the others serve all the same."""
    return [fault for _form, fault in _added(added) if fault]


def _sound_forms_in(added: Path | None) -> list[Form]:
    return [form for form, _fault in _added(added) if form is not None]


def _added(folder: Path | None) -> Iterator[tuple[Form | None, str]]:
    if folder is None or not folder.is_dir():
        return
    for path in sorted(folder.glob("*.toml")):
        try:
            yield _read_once(path, path.stat().st_mtime), ""
        except LpdError as error:
            yield None, str(error)


@cache
def _read_once(path: Path, _changed: float) -> Form:
    return read_form(path)


def _forms_in(folder: Path) -> list[Form]:
    return [_read_once(path, path.stat().st_mtime) for path in sorted(folder.glob("*.toml"))]


def form_with_id(form_id: str, added: Path | None = None) -> Form:
    """The form with this id.

    Raises:
        UnknownFormError: there is none; the sentence names those there are.
    """
    forms = all_forms(added)
    found = next((form for form in forms if form.id == form_id), None)
    if found is None:
        known = ", ".join(form.id for form in forms)
        message = f"Es gibt keine Form „{form_id}“; vorhanden sind: {known}."
        raise UnknownFormError(message)
    return found


def newest_year(added: Path | None = None) -> int:
    """The year of the newest form of a planning document."""
    return max(form.year for form in all_forms(added) if form.kind == "planning_document")


def form_for_year(year: int, added: Path | None = None) -> Form:
    """The planning document's form of a year, derived from the nearest one where it is missing.

    Raises:
        UnknownFormError: the year is out of reach.
    """
    if year not in YEARS:
        message = (
            f"Für das Jahr {year} gibt es keine Form; möglich sind {YEARS[0]} bis {YEARS[-1]}."
        )
        raise UnknownFormError(message)
    forms = [form for form in all_forms(added) if form.kind == "planning_document"]
    exact = [form for form in forms if form.year == year]
    if exact:
        return exact[-1]
    earlier = [form for form in forms if form.year < year]
    return derive_form(max(earlier or forms, key=lambda form: form.year), year)
