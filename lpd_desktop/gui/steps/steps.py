"""Which page follows which, and how far each one is. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lpd_desktop.form.model import (
    BudgetItem,
    CoverItem,
    Form,
    Item,
    PotentialsItem,
    TargetsItem,
    TopicsItem,
    item_name,
)
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.topic_names import chosen_name, chosen_title

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
    def place(self) -> str:
        """What is shown and how far along, in words."""
        return f"{self.current.label}, Seite {self._index + 1} von {len(self._steps)}"

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
    review = Step(REVIEW, "review", "Prüfung", "Prüfung: Was fehlt noch?")
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
        key = f"{item.key}/{answer.key}"
        label = f"{letter}.{number} {chosen_name(form, answer)}"
        heading = f"{letter}.{number} {chosen_title(form, answer)}"
        yield Step(key, "topic", label, heading, section, item.key, answer.key)


def _potential_steps(plan: Plan, letter: str, section: str, item: PotentialsItem) -> Iterator[Step]:
    for number, _potential in enumerate(plan.potentials, 1):
        label = f"{letter}.{number} Potential {number}"
        heading = item.heading.replace("{n}", str(number)).rstrip(":")
        key = f"{item.key}/{number}"
        yield Step(key, "potential", label, heading, section, item.key, str(number))
