"""What a form is: sections, items, topics, budget rows. Data only, never code.

All wordings may use `{year}` and `{previous_year}`; `Form.text` fills them in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from lpd_desktop.form.identities import Identity
from lpd_desktop.form.part import FormPart
from lpd_desktop.form.starter_table import StarterTable
from lpd_desktop.form.term import Term

FORM_SCHEMA = 1


class Confirmation(FormPart, frozen=True):
    """Who compared a derived form with the ministry's, by what, when (ISO date)."""

    date: str
    source: str


class Provenance(FormPart, frozen=True):
    """Where the wording comes from."""

    source: str
    derived_from: str = ""
    confirmed: Confirmation | None = None


class Recipient(FormPart, frozen=True):
    """To whom the approved document goes."""

    name: str
    email: str = ""


class Deadline(FormPart, frozen=True):
    """A date of the planning round (ISO), such as the hand-over to the ministry."""

    date: str
    label: str


class Question(FormPart, frozen=True):
    """One official question with its answer field.

    Attributes:
        word_target: The length that is wished for; 0 for none.
        word_limit: 0 for none; more words are a warning.
    """

    key: str
    text: str
    help: str = ""
    word_target: int = 0
    word_limit: int = 0


class Topic(FormPart, frozen=True):
    """One topic that may be chosen.

    Attributes:
        number: As the form numbers it, such as `IV.`; empty for unnumbered lists.
        former_titles: Wordings of earlier years; import recognises them and leaves a note.
        fixed: Always part of the document, not chosen.
        free: The planner writes the title.
    """

    key: str
    title: str
    number: str = ""
    short: str = ""
    help: str = ""
    former_titles: tuple[str, ...] = ()
    fixed: bool = False
    free: bool = False
    questions: tuple[Question, ...] = ()


BudgetRole = Literal["addend", "subtrahend", "total", "of_which", "for_information"]
BudgetColumn = Literal["plan", "previous"]
BUDGET_COLUMNS: tuple[BudgetColumn, ...] = ("plan", "previous")


class BudgetRow(FormPart, frozen=True):
    """One row that the form proposes.

    Attributes:
        synonyms: Other labels under which workbooks and documents name the row.
    """

    key: str
    label: str
    role: BudgetRole
    synonyms: tuple[str, ...] = ()
    help: str = ""


class ItemPart(FormPart, frozen=True):
    """What all items share.

    Attributes:
        key: Stable, the first part of every address, such as `A.budget`.
        title: Official heading, printed.
        short: For the list of steps and messages; the title where empty.
    """

    key: str
    title: str = ""
    short: str = ""
    help: str = ""


class CoverItem(ItemPart, tag="cover", tag_field="kind", frozen=True):
    """The cover: Jobcenter, Stand and year."""


class RichTextItem(ItemPart, tag="rich_text", tag_field="kind", frozen=True):
    """Text with headings, lists, tables and footnotes.

    Attributes:
        question: Official question below the heading.
        word_target: The length that is wished for; 0 for none.
        word_limit: 0 for none; more words are a warning.
        starter_table: A proposal, no part of the official form.
    """

    question: str = ""
    required: bool = True
    word_target: int = 0
    word_limit: int = 0
    starter_table: StarterTable | None = None


class BudgetItem(ItemPart, kw_only=True, tag="budget", tag_field="kind", frozen=True):
    """Prose, a table of amounts, or both; `columns` are the captions of plan year and previous."""

    plan_caption: str
    previous_caption: str
    rows: tuple[BudgetRow, ...]
    identities: tuple[Identity, ...] = ()
    question: str = ""
    required: bool = True

    def row(self, key: str) -> BudgetRow | None:
        """The proposed row with this key, None for a row of the plan's own."""
        return next((row for row in self.rows if row.key == key), None)


class TopicsItem(ItemPart, kw_only=True, tag="topics", tag_field="kind", frozen=True):
    """Choose `choose` of the topics that are neither fixed nor free, and answer for each.

    Attributes:
        topic_heading: Heading of a chosen topic; `{n}` is its place among the chosen.
        free_at_most: How many free topics may be added on top.
    """

    instruction: str
    choose: int
    topic_heading: str
    topics: tuple[Topic, ...]
    questions: tuple[Question, ...]
    free_at_most: int = 0

    def topic(self, key: str) -> Topic | None:
        """The topic with this key."""
        return next((topic for topic in self.topics if topic.key == key), None)

    def questions_of(self, key: str) -> tuple[Question, ...]:
        """The questions of a topic: its own, else those of the item."""
        topic = self.topic(key)
        return topic.questions if topic is not None and topic.questions else self.questions

    @property
    def needed(self) -> int:
        """How many topics a complete plan holds at least: the fixed and the chosen ones."""
        return self.choose + sum(topic.fixed for topic in self.topics)

    @property
    def allowed(self) -> int:
        """How many topics a plan may hold at most."""
        return self.needed + self.free_at_most


class PotentialsItem(ItemPart, kw_only=True, tag="potentials", tag_field="kind", frozen=True):
    """None to `at_most` internal potentials, each with topic, background and development."""

    instruction: str
    at_most: int
    heading: str
    topic_caption: str
    development_caption: str


TargetUnit = Literal["percent", "percentage_points", "absolute"]


class Target(FormPart, frozen=True):
    """One figure to reach, in its unit."""

    key: str
    label: str
    unit: TargetUnit
    help: str = ""


class TargetsItem(ItemPart, kw_only=True, tag="targets", tag_field="kind", frozen=True):
    """Figures that the plan commits itself to."""

    targets: tuple[Target, ...]
    required: bool = True


Item = CoverItem | RichTextItem | BudgetItem | TopicsItem | PotentialsItem | TargetsItem


class Section(FormPart, kw_only=True, frozen=True):
    """One lettered part of the document; `heading` is empty for the cover."""

    key: str
    items: tuple[Item, ...]
    heading: str = ""


class Form(FormPart, kw_only=True, frozen=True):
    """What is asked of a Jobcenter in one year; `terms` are words whose validity is known."""

    id: str
    kind: Literal["planning_document", "target_agreement"]
    year: int
    title: str
    provenance: Provenance
    recipient: Recipient
    sections: tuple[Section, ...]
    schema: int = FORM_SCHEMA
    subtitle: str = ""
    own_name: str = "Jobcenter"
    deadlines: tuple[Deadline, ...] = ()
    terms: tuple[Term, ...] = ()

    units: ClassVar[dict[str, str]] = {
        "percent": "%",
        "percentage_points": "Prozentpunkte",
        "absolute": "",
    }

    def text(self, wording: str) -> str:
        """The wording with `{year}` and `{previous_year}` filled in."""
        filled = wording.replace("{year}", str(self.year))
        return filled.replace("{previous_year}", str(self.year - 1))

    @property
    def items(self) -> Iterator[Item]:
        """All items in the order of the document."""
        return (item for section in self.sections for item in section.items)

    def item(self, key: str) -> Item | None:
        """The item with this key."""
        return next((item for item in self.items if item.key == key), None)

    def section_of(self, key: str) -> str:
        """The key of the section that holds an item; empty where none does."""
        holding = (part for part in self.sections if any(item.key == key for item in part.items))
        return next((part.key for part in holding), "")

    @property
    def topics(self) -> TopicsItem | None:
        """The item of the topics; a form has at most one."""
        return next((item for item in self.items if isinstance(item, TopicsItem)), None)

    @property
    def potentials(self) -> PotentialsItem | None:
        """The item of the potentials; a form has at most one."""
        return next((item for item in self.items if isinstance(item, PotentialsItem)), None)

    @property
    def budgets(self) -> Iterator[BudgetItem]:
        """All budget items."""
        return (item for item in self.items if isinstance(item, BudgetItem))

    @property
    def is_unconfirmed(self) -> bool:
        """Whether the form was derived from another year's and nobody has confirmed it yet."""
        return bool(self.provenance.derived_from) and self.provenance.confirmed is None


def item_name(item: Item) -> str:
    """The short German name of an item for steps and messages."""
    return item.short or item.title or item.key


def topic_name(topic: Topic) -> str:
    """The short German name of a topic."""
    return topic.short or topic.title
