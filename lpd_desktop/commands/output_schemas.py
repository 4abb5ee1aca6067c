"""The JSON schemas of what the commands print with `--json` or write as report, from its types."""

from __future__ import annotations

from typing import Any

import msgspec

from lpd_desktop.check.finding import CheckOutput
from lpd_desktop.check.spelling.unknown_words import SpellingReport
from lpd_desktop.check.summary import PlanSummary
from lpd_desktop.commands.acknowledging import AcknowledgementOutput
from lpd_desktop.commands.budget_output import (
    BudgetChangesOutput,
    ComparisonOutput,
    VersionOutput,
)
from lpd_desktop.commands.comparing import DiffOutput
from lpd_desktop.commands.counting import CountOutput
from lpd_desktop.commands.doctor import Report
from lpd_desktop.commands.draft_files import FileStatus
from lpd_desktop.commands.history import LogOutput
from lpd_desktop.commands.importing import ImportOutput
from lpd_desktop.commands.remark_output import RemarkOutput
from lpd_desktop.commands.settings import SettingsOutput
from lpd_desktop.commands.states import StateOutput
from lpd_desktop.commands.status import StatusOutput
from lpd_desktop.commands.submission_output import SubmissionOutput
from lpd_desktop.commands.submit_output import SubmitOutput
from lpd_desktop.commands.verifying import VerifyOutput
from lpd_desktop.commands.wording import MatchOutput, WordChangeOutput
from lpd_desktop.excel.preview import BudgetOutput
from lpd_desktop.form.jobcenters import JobcenterEntry
from lpd_desktop.pdf.accessibility.report import AccessibilityReport
from lpd_desktop.runtime.schema_text import with_clean_descriptions

_OUTPUTS: dict[str, Any] = {
    "acknowledge": tuple[AcknowledgementOutput, ...],
    "budget-import": BudgetOutput,
    "budget-changes": BudgetChangesOutput,
    "budget-comparison": ComparisonOutput,
    "budget-versions": tuple[VersionOutput, ...],
    "check": tuple[CheckOutput, ...],
    "count": CountOutput,
    "diff": DiffOutput,
    "doctor": Report,
    "drafts-status": tuple[FileStatus, ...],
    "find": tuple[MatchOutput, ...],
    "import": ImportOutput,
    "jobcenters": tuple[JobcenterEntry, ...],
    "log": LogOutput,
    "remarks-list": tuple[RemarkOutput, ...],
    "replace": tuple[WordChangeOutput, ...],
    "settings": SettingsOutput,
    "show": PlanSummary,
    "spell": SpellingReport,
    "state": StateOutput,
    "status": tuple[StatusOutput, ...],
    "submissions-list": tuple[SubmissionOutput, ...],
    "submit": SubmitOutput,
    "typo": tuple[WordChangeOutput, ...],
    "ua-report": AccessibilityReport,
    "verify": VerifyOutput,
}


def output_schemas() -> dict[str, dict[str, Any]]:
    """By command the schema that `resources/<command>.schema.json` holds."""
    return {name: _schema(name, kind) for name, kind in _OUTPUTS.items()}


def _schema(name: str, kind: Any) -> dict[str, Any]:
    call = name.removesuffix("-import").replace("comparison", "versions --compare")
    call = call.replace("drafts-", "drafts ").replace("submissions-", "submissions ")
    call = call.replace("remarks-", "remarks ")
    title = "lpd export --report" if name == "ua-report" else f"lpd {call} --json"
    draft = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": draft, "title": title, **with_clean_descriptions(msgspec.json.schema(kind))}
