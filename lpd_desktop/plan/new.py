"""New plans."""

from __future__ import annotations

from lpd_desktop.form.jobcenters import JobcenterEntry, find_jobcenter
from lpd_desktop.form.model import Form
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Jobcenter, empty_plan


def new_file(form: Form, jobcenter: Jobcenter) -> LpdFile:
    """An empty plan for a form."""
    return LpdFile(form, empty_plan(form, jobcenter))


def jobcenter_for(entry: JobcenterEntry, year: int) -> Jobcenter:
    """The Jobcenter as a plan of that year names it."""
    return Jobcenter(
        key=entry.key,
        number=entry.number_in(year),
        carrier=entry.carrier,
        name=entry.name,
        genitive=entry.genitive,
        own_name=entry.own_name,
    )


def jobcenter_named(text: str, year: int) -> Jobcenter:
    """One of the 53 by name or number, else a free Jobcenter of this name."""
    entry = find_jobcenter(text)
    if entry is not None:
        return jobcenter_for(entry, year)
    name = " ".join(text.split())
    bare = name.removeprefix("Jobcenter ").strip()
    return Jobcenter(name=bare, own_name=f"Jobcenter {bare}")
