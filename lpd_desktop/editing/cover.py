"""Changing the cover: Jobcenter and Stand."""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Jobcenter


def set_jobcenter(file: LpdFile, jobcenter: Jobcenter) -> LpdFile:
    """Names the Jobcenter that plans."""
    return replace(file, plan=changed(file.plan, jobcenter=jobcenter))


def set_as_of(file: LpdFile, iso_date: str) -> LpdFile:
    """Sets the Stand, an ISO date or empty."""
    return replace(file, plan=changed(file.plan, as_of=iso_date))
