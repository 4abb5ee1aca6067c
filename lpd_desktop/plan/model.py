"""The plan: what one Jobcenter wrote for one form."""

from __future__ import annotations

from typing import Annotated

from msgspec import UNSET, Meta, field
from msgspec.structs import replace

from lpd_desktop.form.model import BudgetItem, Form
from lpd_desktop.plan.accent import Accent
from lpd_desktop.plan.budget import BudgetTable, proposed_table
from lpd_desktop.plan.figures import FigureValue
from lpd_desktop.plan.logo import Logo
from lpd_desktop.plan.rich_text import Blocks, PlanPart, is_blank
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.runtime.identity import new_id


class Jobcenter(PlanPart, kw_only=True, omit_defaults=False, frozen=True):
    """Who plans. `key` is empty for a Jobcenter that is not among the 53.

    Attributes:
        carrier: `zkT` (zugelassener kommunaler Träger) or `gE` (gemeinsame Einrichtung).
        name: Of the carrier, as on the cover, such as `Kreis Coesfeld`.
        genitive: `des Kreises Coesfeld`.
        own_name: What the Jobcenter calls itself.
    """

    key: str = ""
    number: str = ""
    carrier: str = ""
    name: str = ""
    genitive: str = ""
    own_name: str = ""


class Figure(PlanPart, kw_only=True, frozen=True):
    """The value of one target in hundredths of its unit, or what was typed instead."""

    key: str
    value: FigureValue = UNSET


class Answer(PlanPart, kw_only=True, frozen=True):
    """The answer to one item: text, a budget table, figures.

    Attributes:
        text: The answer; that of a budget stands above the table.
        text_below: What a budget says below its table.
    """

    text: Blocks = ()
    text_below: Blocks = ()
    table: BudgetTable | None = None
    figures: tuple[Figure, ...] = ()

    @property
    def has_text(self) -> bool:
        """Whether anything is written, above the table or below it."""
        return not (is_blank(self.text) and is_blank(self.text_below))

    @property
    def printed_table(self) -> BudgetTable | None:
        """The table if it stands in the document."""
        return self.table if self.table is not None and self.table.is_printed else None


class TopicAnswer(PlanPart, kw_only=True, frozen=True):
    """A chosen topic with the answers to its questions; `title` only for free topics."""

    key: str
    title: str = ""
    answers: dict[str, Blocks]

    def answer(self, question: str) -> Blocks:
        """The answer to one question, empty where there is none."""
        return self.answers.get(question, ())


class Potential(PlanPart, kw_only=True, omit_defaults=False, frozen=True):
    """An internal potential: topic, background without a heading, planned development."""

    topic: str
    background: Blocks = ()
    development: Blocks = ()

    @property
    def is_empty(self) -> bool:
        """Whether none of the three parts holds anything."""
        blank = is_blank(self.background) and is_blank(self.development)
        return blank and not self.topic.strip()


SignatureLines = Annotated[int, Meta(ge=0, le=20)]


class PageOptions(PlanPart, kw_only=True, frozen=True):
    """Choices of the planner that shape the pages.

    Attributes:
        signature_sheet: Whether the document ends with a sheet to sign.
        signers: Who is to sign there, besides those who approve.
        signature_lines: Empty lines for further signatures.
        accent: Colour of headings and rules; printed darker where it is too pale for text.
    """

    signature_sheet: bool = False
    signers: tuple[Signatory, ...] = ()
    signature_lines: SignatureLines = 0
    logo: Logo | None = None
    accent: Accent = ""


class Plan(PlanPart, kw_only=True, omit_defaults=False, frozen=True):
    """The whole plan; `as_of` is the Stand as ISO date, empty while unknown."""

    id: str
    as_of: str = ""
    jobcenter: Jobcenter = Jobcenter()
    answers: dict[str, Answer] = field(default_factory=dict)
    topics: tuple[TopicAnswer, ...] = ()
    potentials: tuple[Potential, ...] = ()
    options: PageOptions = PageOptions()

    def answer(self, key: str) -> Answer:
        """The answer to an item, an empty one where there is none."""
        return self.answers.get(key, Answer())

    def table_of(self, form: Form, key: str) -> BudgetTable:
        """The table of a budget item, the one that the form proposes where there is none yet."""
        item = form.item(key)
        proposed = proposed_table(item) if isinstance(item, BudgetItem) else BudgetTable()
        return self.answer(key).table or proposed

    def topic(self, key: str) -> TopicAnswer | None:
        """The chosen topic with this key."""
        return next((topic for topic in self.topics if topic.key == key), None)

    def with_answer(self, key: str, answer: Answer) -> Plan:
        """The plan with one answer replaced."""
        return replace(self, answers={**self.answers, key: answer})

    def with_topic(self, topic: TopicAnswer) -> Plan:
        """The plan with one chosen topic replaced."""
        topics = tuple(topic if each.key == topic.key else each for each in self.topics)
        return replace(self, topics=topics)


def empty_plan(form: Form, jobcenter: Jobcenter) -> Plan:
    """A new plan: the proposed budget rows and the fixed topics, nothing written."""
    answers = {item.key: Answer(table=proposed_table(item)) for item in form.budgets}
    fixed = [topic.key for topic in form.topics.topics if topic.fixed] if form.topics else []
    topics = tuple(TopicAnswer(key=key, answers={}) for key in fixed)
    return Plan(id=new_id(), jobcenter=jobcenter, answers=answers, topics=topics)
