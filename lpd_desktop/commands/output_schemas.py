"""The JSON schemas of what the commands print with `--json`, made from its types."""

from __future__ import annotations

from typing import Any

import msgspec

from lpd_desktop.check.summary import PlanSummary
from lpd_desktop.commands.checking import FindingOutput
from lpd_desktop.commands.doctor import Report
from lpd_desktop.commands.importing import ImportOutput
from lpd_desktop.form.jobcenters import JobcenterEntry
from lpd_desktop.release.verification import Verdicts

_OUTPUTS: dict[str, Any] = {
    "check": tuple[FindingOutput, ...],
    "doctor": Report,
    "import": ImportOutput,
    "jobcenters": tuple[JobcenterEntry, ...],
    "show": PlanSummary,
    "verify": Verdicts,
}


def output_schemas() -> dict[str, dict[str, Any]]:
    """By command the schema that `resources/<command>.schema.json` holds."""
    draft = "https://json-schema.org/draft/2020-12/schema"
    return {
        name: {"$schema": draft, "title": f"lpd {name} --json", **msgspec.json.schema(kind)}
        for name, kind in _OUTPUTS.items()
    }
