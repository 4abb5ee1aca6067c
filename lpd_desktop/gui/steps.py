"""Which page follows which, and how far each one is. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from lpd_desktop.check.finding import LEVELS, Finding
from lpd_desktop.form.model import (
    BudgetItem,
    CoverItem,
    Form,
    Item,
    PotentialsItem,
    TargetsItem,
    TopicsItem,
    item_name,
    topic_name,
)
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Plan, Potential
from lpd_desktop.plan.rich_text import is_blank

StepKind = Literal[
    "cover",
    "budget",
    "rich_text",
    "topic_choice",
    "topic",
    "potentials",
    "potential",
    "targets",
    "review",
    "approval",
]
Progress = Literal["empty", "started", "error", "done"]
PROGRESS_NAMES: dict[Progress, str] = {
    "empty": "leer",
    "started": "begonnen",
    "error": "Fehler",
    "done": "fertig",
}
REVIEW = "review"
APPROVAL = "approval"


@dataclass(frozen=True)
class Step:
    """One page of the wizard.

    Attributes:
        key: Stable while the plan keeps its topics: the address that the page shows.
        label: Short name for the list, such as `B.1 Langzeitarbeitslosigkeit`.
        heading: What stands above the page.
        section: Heading of the form's section, empty for cover, review and approval.
        item: Key of the form's item, empty for review and approval.
        part: Key of the topic or number of the potential.
    """

    key: str
    kind: StepKind
    label: str
    heading: str
    section: str = ""
    item: str = ""
    part: str = ""


@dataclass(frozen=True)
class StepState:
    """How far a step is, with the number of its findings."""

    progress: Progress
    errors: int = 0
    warnings: int = 0
    hints: int = 0
    note: str = ""

    @property
    def name(self) -> str:
        """The state in German."""
        return PROGRESS_NAMES[self.progress]


class Steps:
    """All steps of a plan, and the one that is shown."""

    def __init__(self, form: Form, plan: Plan, current: str = "") -> None:
        """Derives the steps; starts at `current` where that step exists."""
        self._steps = derive_steps(form, plan)
        self._index = 0
        self.go_to(current)

    def __iter__(self) -> Iterator[Step]:
        """The steps in their order."""
        return iter(self._steps)

    def __len__(self) -> int:
        """How many steps there are."""
        return len(self._steps)

    @property
    def current(self) -> Step:
        """The step that is shown."""
        return self._steps[self._index]

    @property
    def index(self) -> int:
        """Its place, from 0."""
        return self._index

    @property
    def following(self) -> Step | None:
        """The next step, None at the end."""
        return self._steps[self._index + 1] if self._index + 1 < len(self._steps) else None

    @property
    def preceding(self) -> Step | None:
        """The step before, None at the start."""
        return self._steps[self._index - 1] if self._index else None

    def go_to(self, key: str) -> bool:
        """Moves to the step with this key; False where there is none."""
        for index, step in enumerate(self._steps):
            if step.key == key:
                self._index = index
                return True
        return False

    def update(self, form: Form, plan: Plan) -> bool:
        """Follows a changed plan; True where the steps are other ones now.

        The shown step stays; if it vanished, the one now at its place is shown.
        """
        steps = derive_steps(form, plan)
        if steps == self._steps:
            return False
        key = self.current.key
        self._steps = steps
        self._index = min(self._index, len(steps) - 1)
        self.go_to(key)
        return True

    def with_key(self, key: str) -> Step | None:
        """The step with this key."""
        return next((step for step in self._steps if step.key == key), None)

    def showing(self, address: Address) -> Step | None:
        """The step on whose page an address lies."""
        parts = [step for step in self._steps if step.item == address.item]
        first = address.parts[0] if address.parts else ""
        exact = next((step for step in parts if step.part and step.part == first), None)
        return exact or next((step for step in parts if not step.part), None)


def derive_steps(form: Form, plan: Plan) -> tuple[Step, ...]:
    """The steps of a plan in the order of its form, then review and approval."""
    steps = [
        step
        for section in form.sections
        for item in section.items
        for step in _steps_of(form, plan, section.key, form.text(section.heading), item)
    ]
    review = Step(REVIEW, "review", "Prüfung", "Prüfung")
    approval = Step(APPROVAL, "approval", "Freigabe", "Freigabe")
    return (*steps, review, approval)


def _steps_of(form: Form, plan: Plan, letter: str, section: str, item: Item) -> Iterator[Step]:
    kind = _kind_of(item)
    name = form.text(item_name(item))
    label = f"{letter} {name}" if section else name
    heading = form.text(item.title or item_name(item)).rstrip(":")
    yield Step(item.key, kind, label, heading, section, item.key)
    if isinstance(item, TopicsItem):
        yield from _topic_steps(form, plan, letter, section, item)
    elif isinstance(item, PotentialsItem):
        yield from _potential_steps(plan, letter, section, item)


def _kind_of(item: Item) -> StepKind:
    kinds: tuple[tuple[type, StepKind], ...] = (
        (CoverItem, "cover"),
        (BudgetItem, "budget"),
        (TopicsItem, "topic_choice"),
        (PotentialsItem, "potentials"),
        (TargetsItem, "targets"),
    )
    return next((kind for each, kind in kinds if isinstance(item, each)), "rich_text")


def _topic_steps(
    form: Form, plan: Plan, letter: str, section: str, item: TopicsItem
) -> Iterator[Step]:
    for number, answer in enumerate(plan.topics, 1):
        topic = item.topic(answer.key)
        short = answer.title or (form.text(topic_name(topic)) if topic else answer.key)
        title = answer.title or (form.text(topic.title) if topic else answer.key)
        key = f"{item.key}/{answer.key}"
        label = f"{letter}.{number} {short}"
        heading = f"{letter}.{number} {title}"
        yield Step(key, "topic", label, heading, section, item.key, answer.key)


def _potential_steps(plan: Plan, letter: str, section: str, item: PotentialsItem) -> Iterator[Step]:
    for number, _potential in enumerate(plan.potentials, 1):
        label = f"{letter}.{number} Potential {number}"
        heading = item.heading.replace("{n}", str(number)).rstrip(":")
        key = f"{item.key}/{number}"
        yield Step(key, "potential", label, heading, section, item.key, str(number))


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
    states[REVIEW] = _review_state(findings)
    states[APPROVAL] = StepState("empty" if file.release is None else "done")
    return states


def _state_of(step: Step, file: LpdFile, findings: Sequence[Finding]) -> StepState:
    errors, warnings, hints = (_count(findings, level) for level in LEVELS)
    parts = list(_filled_parts(step, file))
    return StepState(_progress(parts, errors), errors, warnings, hints, _note(step, file))


def _count(findings: Sequence[Finding], level: str) -> int:
    return sum(finding.level == level for finding in findings)


def _progress(parts: Sequence[bool], errors: int) -> Progress:
    """An untouched part is empty, not wrong."""
    if parts and not any(parts):
        return "empty"
    if errors:
        return "error"
    return "done" if all(parts) else "started"


def _note(step: Step, file: LpdFile) -> str:
    if step.kind == "topic_choice" and file.form.topics:
        return f"{len(file.plan.topics)}/{file.form.topics.needed}"
    return ""


def _review_state(findings: Sequence[Finding]) -> StepState:
    errors, warnings, hints = (_count(findings, level) for level in LEVELS)
    progress: Progress = "error" if errors else "started" if warnings else "done"
    return StepState(progress, errors, warnings, hints)


def _filled_parts(step: Step, file: LpdFile) -> Iterable[bool]:
    """Which of the parts that a complete page needs are filled."""
    return _PARTS[step.kind](step, file)


def _cover_parts(_step: Step, file: LpdFile) -> Iterable[bool]:
    return (bool(file.plan.jobcenter.name), bool(file.plan.as_of))


def _budget_parts(step: Step, file: LpdFile) -> Iterable[bool]:
    """Prose and table may each stand alone."""
    answer = file.plan.answer(step.item)
    has_table = answer.table is not None and not answer.table.is_blank
    return (has_table or not is_blank(answer.text),)


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
