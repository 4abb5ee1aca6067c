"""The accessibility report of a PDF: the checkpoints of the Matterhorn Protocol and their state.

It says what a machine has judged, and as plainly what it has not: those points come with the
question that a person must answer.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from hashlib import sha256
from typing import Any, Literal

import msgspec

from lpd_desktop import __version__
from lpd_desktop.pdf.accessibility.checking import RULES, check_pdf
from lpd_desktop.pdf.accessibility.rule import Fault, Rule
from lpd_desktop.runtime.resources import resource
from lpd_desktop.runtime.typed_data import converted

REPORT_SCHEMA = 1

State = Literal["passed", "failed", "absent", "unjudged"]
"""`absent`: proven not to occur in the file; `unjudged`: for people alone."""

_REMARK = (
    "Beurteilt ist, was eine Maschine beurteilen kann. Punkte mit einer Frage (question) brauchen "
    "zusätzlich das Urteil eines Menschen; „unjudged“ heißt, dass es hier allein auf ihn ankommt."
)


class Violation(msgspec.Struct, frozen=True, omit_defaults=True):
    """One fault; the page counts from 1 and is missing where the whole file is meant."""

    sentence: str
    page: int | None = None


class RuleResult(msgspec.Struct, frozen=True):
    """One rule: what it asks for, and where the file violates it."""

    key: str
    requirement: str
    conditions: tuple[str, ...]
    passed: bool
    violations: tuple[Violation, ...]


class CheckpointResult(msgspec.Struct, frozen=True):
    """One checkpoint: its state by the rules, and the question left for people, if any."""

    number: str
    title: str
    state: State
    rules: tuple[str, ...]
    question: str


class AccessibilityReport(msgspec.Struct, frozen=True):
    """What is known of one file; `digest` is the SHA-256 of its bytes."""

    schema: int
    file: str
    digest: str
    program: str
    standards: tuple[str, ...]
    remark: str
    failures: int
    checkpoints: tuple[CheckpointResult, ...]
    rules: tuple[RuleResult, ...]


class Checkpoint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One checkpoint as the resource lists it."""

    number: str
    title: str
    rules: tuple[str, ...] = ()
    absent: str = ""
    question: str = ""


def checkpoints() -> tuple[Checkpoint, ...]:
    """All checkpoints in order."""
    raw = tomllib.loads(resource("accessibility.toml").read_text("utf-8"))
    return converted(raw["checkpoint"], tuple[Checkpoint, ...])


def accessibility_report(data: bytes, name: str) -> AccessibilityReport:
    """Checks the final bytes of a PDF.

    Args:
        data: The file as it is handed out.
        name: Its name without folder.

    Raises:
        NotOpenedError: the file cannot be opened.
    """
    faults = check_pdf(data)
    failed = {fault.rule for fault in faults}
    return AccessibilityReport(
        schema=REPORT_SCHEMA,
        file=name,
        digest=sha256(data).hexdigest(),
        program=f"LPD Desktop {__version__}",
        standards=("ISO 14289-1 (PDF/UA-1)", "ISO 19005-3 (PDF/A-3a)", "Matterhorn Protocol 1.1"),
        remark=_REMARK,
        failures=len(faults),
        checkpoints=tuple(_result(each, failed) for each in checkpoints()),
        rules=tuple(_rule_result(rule, faults) for rule in RULES),
    )


def report_bytes(report: AccessibilityReport) -> bytes:
    """The report as indented JSON."""
    encoded: Any = msgspec.json.format(msgspec.json.encode(report), indent=2)
    return bytes(encoded) + b"\n"


def _result(checkpoint: Checkpoint, failed: set[str]) -> CheckpointResult:
    return CheckpointResult(
        checkpoint.number,
        checkpoint.title,
        _state(checkpoint, failed),
        checkpoint.rules,
        checkpoint.question,
    )


def _state(checkpoint: Checkpoint, failed: set[str]) -> State:
    if failed.intersection(checkpoint.rules):
        return "failed"
    if checkpoint.absent:
        return "absent"
    return "passed" if checkpoint.rules else "unjudged"


def _rule_result(rule: Rule, faults: Sequence[Fault]) -> RuleResult:
    found = tuple(Violation(each.sentence, each.page) for each in faults if each.rule == rule.key)
    return RuleResult(rule.key, rule.requirement, rule.conditions, not found, found)
