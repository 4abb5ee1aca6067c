"""What a plan says, straight from its data, in the order in which the document says it.

The walk shares no code with the stories that are drawn: a story that forgets an answer, a row or
a note, or sets them in another order, is noticed by the check of the finished file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec
from msgspec import UNSET

from lpd_desktop.form.model import (
    BUDGET_COLUMNS,
    BudgetItem,
    Form,
    Item,
    PotentialsItem,
    RichTextItem,
    Section,
    TargetsItem,
    TopicsItem,
)
from lpd_desktop.pdf.block_stretches import BlockWalk
from lpd_desktop.pdf.page_text import settled
from lpd_desktop.plan.amounts import format_amount
from lpd_desktop.plan.budget import Basis, BudgetTable, TableRow, TypedText
from lpd_desktop.plan.figures import format_figure
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Answer, TopicAnswer
from lpd_desktop.plan.rich_text import is_blank
from lpd_desktop.plan.topic_names import chosen_title
from lpd_desktop.runtime.german import german_date

_STATUS = {"provisional": "vorläufig", "final": "endgültig", "": ""}


def plan_stretches(file: LpdFile) -> tuple[str, ...]:
    """Each text of the sections that the plan's document must say, in order."""
    walk = _PlanWalk(file)
    texts = [text for section in file.form.sections for text in walk.section(section)]
    return tuple(settled(text) for text in texts)


def cover_and_approval(file: LpdFile) -> tuple[str, ...]:
    """What cover and approval note must say, wherever it stands."""
    form, plan = file.form, file.plan
    texts = [form.text(form.title), plan.jobcenter.name or plan.jobcenter.own_name]
    if plan.as_of:
        texts.append(german_date(plan.as_of))
    if file.release is not None:
        release = file.release
        texts += [release.place, german_date(release.date), str(release.version)]
        texts += [text for each in release.signatories for text in (each.name, each.role)]
        texts += [text for each in release.changes or () for text in (each.place, each.sentence)]
    return tuple(settled(text) for text in texts)


class _PlanWalk(msgspec.Struct, eq=False):
    """Goes through the items of a plan's form; footnotes are counted through the document."""

    file: LpdFile
    blocks: BlockWalk = msgspec.field(default_factory=BlockWalk)

    @property
    def form(self) -> Form:
        return self.file.form

    def section(self, section: Section) -> Iterator[str]:
        texts = [text for item in section.items for text in self._item(item)]
        if texts:
            yield self.form.text(section.heading)
        yield from texts

    def _item(self, item: Item) -> Iterator[str]:
        walks: dict[type, Callable[..., Iterable[str]]] = {
            RichTextItem: self._rich_text,
            BudgetItem: self._budget,
            TopicsItem: self._topics,
            PotentialsItem: self._potentials,
            TargetsItem: self._targets,
        }
        walk = walks.get(type(item))
        if walk is not None:
            yield from walk(item)

    def _rich_text(self, item: RichTextItem) -> Iterator[str]:
        texts = list(self.blocks.texts(self.file.plan.answer(item.key).text))
        if texts:
            yield from (self.form.text(item.title), self.form.text(item.question))
        yield from texts

    def _budget(self, item: BudgetItem) -> Iterator[str]:
        answer = self.file.plan.answer(item.key)
        texts = [*self.blocks.texts(answer.text), *self._table(item, answer)]
        texts += self.blocks.texts(answer.text_below)
        if texts:
            yield from (self.form.text(item.title), self.form.text(item.question))
        yield from texts

    def _table(self, item: BudgetItem, answer: Answer) -> Iterator[str]:
        table = answer.table
        if table is None or not table.is_printed:
            return
        for column, caption in zip(
            BUDGET_COLUMNS, (item.plan_caption, item.previous_caption), strict=True
        ):
            if any(row.amount(column) is not UNSET for row in table.rows):
                yield self.form.text(caption)
        yield from _rows(table)
        for basis in map(table.basis.of, BUDGET_COLUMNS):
            if basis is not None:
                yield _basis(basis)

    def _topics(self, item: TopicsItem) -> Iterator[str]:
        chosen = self.file.plan.topics
        if not chosen:
            return
        yield from (self.form.text(item.title), self.form.text(item.instruction))
        section = self.form.section_of(item.key)
        marks = {each.key: f" (gewählt: {section}.{at})" for at, each in enumerate(chosen, 1)}
        for topic in item.topics:
            if not topic.free:
                yield f"{topic.number} {self.form.text(topic.title)}{marks.get(topic.key, '')}"
        for number, answer in enumerate(chosen, 1):
            yield f"{_numbered(self.form, item.topic_heading, number)}"
            yield chosen_title(self.form, answer).rstrip(".")
            yield from self._topic_answers(item, answer)

    def _topic_answers(self, item: TopicsItem, answer: TopicAnswer) -> Iterator[str]:
        for question in item.questions_of(answer.key):
            texts = list(self.blocks.texts(answer.answer(question.key)))
            if texts:
                yield self.form.text(question.text)
            yield from texts

    def _potentials(self, item: PotentialsItem) -> Iterator[str]:
        filled = [each for each in self.file.plan.potentials if not each.is_empty]
        if filled:
            yield from (self.form.text(item.title), self.form.text(item.instruction))
        for number, potential in enumerate(filled, 1):
            yield _numbered(self.form, item.heading, number)
            if potential.topic.strip():
                yield from (self.form.text(item.topic_caption), potential.topic)
            yield from self.blocks.texts(potential.background)
            if not is_blank(potential.development):
                yield self.form.text(item.development_caption)
            yield from self.blocks.texts(potential.development)

    def _targets(self, item: TargetsItem) -> Iterator[str]:
        figures = {each.key: each.value for each in self.file.plan.answer(item.key).figures}
        given = [each for each in item.targets if figures.get(each.key, UNSET) is not UNSET]
        if given:
            yield self.form.text(item.title)
        for target in given:
            figure = format_figure(figures[target.key])
            yield f"{self.form.text(target.label)} {figure} {self.form.units[target.unit]}"


def _numbered(form: Form, wording: str, number: int) -> str:
    return form.text(wording).replace("{n}", str(number))


def _basis(basis: Basis) -> str:
    """What the amounts of a column rest on: source, day, and how final they are."""
    dated = f"{basis.source} vom {german_date(basis.date)}" if basis.date else basis.source
    return ", ".join(part for part in (dated.strip(), _STATUS[basis.status]) if part)


def _rows(table: BudgetTable) -> Iterator[str]:
    """Each row that holds anything: its label, then its amounts."""
    rows = [row for row in table.rows if any(map(_is_given, _amounts(row)))]
    cents = [cents for row in rows for cents in map(row.cents, BUDGET_COLUMNS)]
    with_cents = any(each is not None and each % 100 for each in cents)
    for row in rows:
        shown = [_shown(amount, with_cents=with_cents) for amount in _amounts(row)]
        yield " ".join((row.label, *shown))


def _amounts(row: TableRow) -> list[object]:
    return [row.amount(column) for column in BUDGET_COLUMNS]


def _is_given(amount: object) -> bool:
    return amount is not UNSET


def _shown(amount: object, *, with_cents: bool) -> str:
    if isinstance(amount, TypedText):
        return amount.text
    return format_amount(amount, with_cents=with_cents) if isinstance(amount, int) else ""
