"""The sample: a plan of an invented Jobcenter, with the slips of real ones, and its story."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from lpd_desktop.form.library import form_with_id
from lpd_desktop.plan.file import FILE_SCHEMA, LpdFile, read_lpd
from lpd_desktop.runtime.resources import resource

SAMPLE_FORM = "lpd-2023"


@cache
def sample_file() -> LpdFile:
    """The sample plan with the form it was written for, read once."""
    raw = json.loads(resource("sample/plan.json").read_text("utf-8"))
    form = msgspec.to_builtins(form_with_id(SAMPLE_FORM))
    return read_lpd(json.dumps({"schema": FILE_SCHEMA, "form": form, **raw}).encode())


def sample_workbook() -> Path:
    """The workbook that brings newer amounts, one of them malformed."""
    return resource("sample/budget.xlsx")


def sample_story() -> dict[str, Any]:
    """What happens to the sample in the demo: slips, mends, who signs off."""
    story: dict[str, Any] = json.loads(resource("sample/story.json").read_text("utf-8"))
    return story
