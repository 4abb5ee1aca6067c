"""How far each step is: from what is written and what the checks find. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from lpd_desktop.check.finding import LEVELS, Finding
from lpd_desktop.check.rules import POTENTIAL_EMPTY, POTENTIAL_HALF
from lpd_desktop.form.model import TargetsItem
from lpd_desktop.gui.approval.told_states import BROKEN
from lpd_desktop.gui.steps.steps import APPROVAL, REVIEW, Step, StepKind, Steps
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Potential
from lpd_desktop.plan.rich_text import is_blank
from lpd_desktop.plan.work import STATE_NAMES
from lpd_desktop.release.consistency import standing_fault

Progress = Literal["empty", "started", "error", "done"]
PROGRESS_NAMES: dict[Progress, str] = {
    "empty": "leer",
    "started": "begonnen",
    "error": "Fehler",
    "done": "fertig",
}
_UNFINISHED = frozenset({POTENTIAL_EMPTY, POTENTIAL_HALF})
"""Rules about what is not there yet, beside those whose names end in -MISSING."""


@dataclass(frozen=True)
class StepState:
    """How far a step is, with the number of its findings.

    Attributes:
        missing: How many of the errors are nothing but something that is not there yet.
        note: What is to be seen beside its name.
    """

    progress: Progress
    errors: int = 0
    warnings: int = 0
    hints: int = 0
    missing: int = 0
    note: str = ""

    @property
    def wrong(self) -> int:
        """How many errors are more than a gap."""
        return self.errors - self.missing

    @property
    def name(self) -> str:
        """The state in German."""
        return PROGRESS_NAMES[self.progress]


def step_states(
    steps: Steps, file: LpdFile, findings: Sequence[Finding]
) -> Mapping[str, StepState]:
    """The state of every step by its key."""
    found: dict[str, list[Finding]] = {step.key: [] for step in steps}
    for finding in findings:
        step = steps.showing(Address.parse(finding.where))
        if step is not None:
            found[step.key].append(finding)
    states = {
        step.key: _state_of(step, file, found[step.key])
        for step in steps
        if step.kind not in ("review", "approval")
    }
    states[REVIEW] = _review_state(states.values(), findings)
    states[APPROVAL] = _approval_state(file)
    return states


def _approval_state(file: LpdFile) -> StepState:
    if standing_fault(file):
        return StepState("error", note=BROKEN)
    approved: Progress = "empty" if file.release is None else "done"
    return StepState(approved, note=STATE_NAMES[file.work.state])


def _state_of(step: Step, file: LpdFile, findings: Sequence[Finding]) -> StepState:
    errors, warnings, hints = (_count(findings, level) for level in LEVELS)
    wrong = errors - _gaps(findings, "started")
    progress = _progress(list(_filled_parts(step, file)), wrong, errors)
    missing = _gaps(findings, progress)
    return StepState(progress, errors, warnings, hints, missing, _note(step, file))


def _gaps(findings: Sequence[Finding], progress: Progress) -> int:
    state = StepState(progress)
    return sum(each.level == "error" and is_gap(each, state) for each in findings)


def _count(findings: Sequence[Finding], level: str) -> int:
    return sum(finding.level == level for finding in findings)


def _progress(parts: Sequence[bool], wrong: int, errors: int) -> Progress:
    """An untouched part is empty and one with gaps is begun: neither is wrong."""
    if parts and not any(parts):
        return "empty"
    if wrong:
        return "error"
    return "done" if all(parts) and not errors else "started"


def _note(step: Step, file: LpdFile) -> str:
    if step.kind == "topic_choice" and file.form.topics:
        return f"{len(file.plan.topics)}/{file.form.topics.needed}"
    return ""


def is_gap(finding: Finding, state: StepState | None) -> bool:
    """Whether something is not there yet; of an untouched part nothing is wrong.

    A hint that a figure lacks its unit is about something that is there.
    """
    is_untouched = state is not None and state.progress == "empty"
    is_missing = is_untouched or finding.rule.endswith("-MISSING")
    return (is_missing and finding.level == "error") or finding.rule in _UNFINISHED


def _review_state(states: Iterable[StepState], findings: Sequence[Finding]) -> StepState:
    """Empty like the whole document, wrong where anything is, done without error and warning."""
    errors, warnings, hints = (_count(findings, level) for level in LEVELS)
    known = list(states)
    missing = sum(state.missing for state in known)
    progress: Progress = "started" if errors or warnings else "done"
    if errors > missing:
        progress = "error"
    elif all(state.progress == "empty" for state in known):
        progress = "empty"
    return StepState(progress, errors, warnings, hints, missing)


def _filled_parts(step: Step, file: LpdFile) -> Iterable[bool]:
    """Which of the parts that a complete page needs are filled."""
    return _PARTS[step.kind](step, file)


def _cover_parts(_step: Step, file: LpdFile) -> Iterable[bool]:
    return (bool(file.plan.jobcenter.name), bool(file.plan.as_of))


def _budget_parts(step: Step, file: LpdFile) -> Iterable[bool]:
    """Prose and table may each stand alone."""
    answer = file.plan.answer(step.item)
    return (answer.printed_table is not None or answer.has_text,)


def _text_parts(step: Step, file: LpdFile) -> Iterable[bool]:
    return (not is_blank(file.plan.answer(step.item).text),)


def _choice_parts(_step: Step, file: LpdFile) -> Iterable[bool]:
    item = file.form.topics
    needed = item.needed if item else 0
    return (number < len(file.plan.topics) for number in range(needed))


def _topic_parts(step: Step, file: LpdFile) -> Iterable[bool]:
    topic = file.plan.topic(step.part)
    if topic is None or file.form.topics is None:
        return ()
    questions = file.form.topics.questions_of(step.part)
    return [not is_blank(topic.answer(question.key)) for question in questions]


def _potentials_parts(_step: Step, file: LpdFile) -> Iterable[bool]:
    return (bool(file.plan.potentials),)


def _potential_parts(step: Step, file: LpdFile) -> Iterable[bool]:
    potential = _potential(file, step)
    return (bool(potential.topic.strip()), not is_blank(potential.development))


def _potential(file: LpdFile, step: Step) -> Potential:
    return file.plan.potentials[int(step.part) - 1]


def _target_parts(step: Step, file: LpdFile) -> Iterable[bool]:
    item = file.form.item(step.item)
    filled = {figure.key for figure in file.plan.answer(step.item).figures}
    return (
        [target.key in filled for target in item.targets] if isinstance(item, TargetsItem) else ()
    )


_PARTS: dict[StepKind, Callable[[Step, LpdFile], Iterable[bool]]] = {
    "cover": _cover_parts,
    "budget": _budget_parts,
    "rich_text": _text_parts,
    "topic_choice": _choice_parts,
    "topic": _topic_parts,
    "potentials": _potentials_parts,
    "potential": _potential_parts,
    "targets": _target_parts,
}
