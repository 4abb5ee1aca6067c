"""`lpd state`: where a plan stands, what is possible next, and going there."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from lpd_desktop.commands.arguments import (
    DONE,
    Console,
    UsageError,
    Verbs,
    add_json,
    add_plan,
    add_verb,
    read_plan,
)
from lpd_desktop.plan.changing import changing
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.log_chain import life_entries
from lpd_desktop.plan.work import STATE_NAMES, State
from lpd_desktop.release.approval import blocking_findings
from lpd_desktop.release.consistency import log_fault
from lpd_desktop.release.states import Actor, Step, move, steps_from
from lpd_desktop.runtime.account import account_name
from lpd_desktop.runtime.clock import utc_now

_NO_SIGNATURE = (
    "Der Name steht so in der Historie, wie er eingetippt wurde; er ist keine Unterschrift."
)
_PDF_INVALID = "Ein PDF dieser Freigabe gilt nicht mehr; bitte löschen Sie es."
_STATE_OF_PDF = "Eine Historie liegt nicht bei; genannt ist der Zustand bei der Freigabe."


class StepOutput(msgspec.Struct, frozen=True, kw_only=True):
    """A step as `lpd state --json` tells it; `reason` says why it is not possible now."""

    key: str
    caption: str
    target: State
    possible: bool
    reason: str


class StateOutput(msgspec.Struct, frozen=True, kw_only=True):
    """What `lpd state --json` prints.

    Attributes:
        editable: Whether the text may be changed.
        version: Of the approved document, 0 where it is not approved.
        replaces: Seal of the submitted version that this one replaces or is to replace.
        log_fault: What is wrong with the log, empty for nothing.
    """

    state: State
    name: str
    editable: bool
    version: int
    replaces: str
    steps: tuple[StepOutput, ...]
    log_fault: str


def register(verbs: Verbs) -> None:
    """Adds the verb of this group."""
    parser = add_verb(verbs, "state", "sagt, wo ein Plan steht, und bringt ihn weiter", _state)
    add_plan(parser)
    parser.add_argument(
        "--to",
        choices=tuple(STATE_NAMES),
        metavar="ZUSTAND",
        help="in_review, draft, submitted oder returned; freigeben geht mit lpd sign-off",
    )
    parser.add_argument("--name", default="", metavar="NAME", help="wer; keine Unterschrift")
    parser.add_argument("--role", default="", metavar="FUNKTION", help="in welcher Funktion")
    parser.add_argument("--note", default="", metavar="TEXT", help="was dazu festzuhalten ist")
    add_json(parser)


def _state(options: argparse.Namespace, console: Console) -> int:
    if options.to is None:
        _refuse_alone(options)
        file = read_plan(options.plan)
    else:
        file = _moved(options.plan, options, console)
    output = state_output(file)
    if options.json:
        console.json(output)
    else:
        _tell(output, console)
    if file.release is not None and not any(life_entries(file.work.log)):
        console.say(_STATE_OF_PDF)
    return DONE


def _refuse_alone(options: argparse.Namespace) -> None:
    if options.name or options.role or options.note:
        message = "--name, --role und --note gehören zu einem Wechsel; bitte nennen Sie --to."
        raise UsageError(message)


def _moved(path: Path, options: argparse.Namespace, console: Console) -> LpdFile:
    actor = Actor(options.name, options.role, account_name())
    with changing(path) as plan:
        moved = move(plan.file, options.to, actor, utc_now(), options.note)
        plan.save(moved)
    console.say(_NO_SIGNATURE)
    if (plan.file.work.state, moved.work.state) == ("approved", "draft"):
        console.say(_PDF_INVALID)
    return moved


def state_output(file: LpdFile) -> StateOutput:
    """Where a plan stands, for programs."""
    release, replaced = file.release, file.work.replaced
    named = release.replaces if release is not None else replaced.seal if replaced else ""
    errors = len(blocking_findings(file)) if release is None else 0
    return StateOutput(
        state=file.work.state,
        name=STATE_NAMES[file.work.state],
        editable=file.work.state == "draft",
        version=release.version if release is not None else 0,
        replaces=named,
        steps=tuple(map(_step_output, steps_from(file, errors=errors))),
        log_fault=log_fault(file),
    )


def _step_output(step: Step) -> StepOutput:
    return StepOutput(
        key=step.key,
        caption=step.caption,
        target=step.target,
        possible=step.is_possible,
        reason=step.reason,
    )


def _tell(output: StateOutput, console: Console) -> None:
    version = f", Fassung {output.version}" if output.version else ""
    console.data(f"Zustand: {output.name}{version}")
    if output.replaces:
        console.data(f"Ersetzt: die eingereichte Fassung mit dem Siegel {output.replaces[:16]}…")
    for step in output.steps:
        told = f"möglich ({step.target})" if step.possible else f"nicht möglich: {step.reason}"
        console.data(f"{step.caption}: {told}")
    if output.log_fault:
        console.say(output.log_fault)
