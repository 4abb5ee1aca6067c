"""The whole document as story: cover, contents, sections with their answers, approval."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from lpd_desktop.form.model import (
    BudgetItem,
    Item,
    PotentialsItem,
    Question,
    RichTextItem,
    Section,
    TargetsItem,
    TopicsItem,
)
from lpd_desktop.pdf.approval_story import add_approval
from lpd_desktop.pdf.budget_story import add_budget_table
from lpd_desktop.pdf.contents import contents_strips
from lpd_desktop.pdf.cover import cover_strip
from lpd_desktop.pdf.edition import FINAL, Edition
from lpd_desktop.pdf.logo import palette_of
from lpd_desktop.pdf.rich_text_story import add_blocks
from lpd_desktop.pdf.story import Story, plain_setting
from lpd_desktop.pdf.strips import Strip
from lpd_desktop.pdf.styles import BODY
from lpd_desktop.pdf.targets_story import add_targets, has_figures
from lpd_desktop.pdf.topics_list import add_topics_list
from lpd_desktop.pdf.tree import Node
from lpd_desktop.plan.addresses import Address, below_table
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Potential, TopicAnswer
from lpd_desktop.plan.rich_text import Paragraph, is_blank, text_run
from lpd_desktop.plan.topic_names import chosen_title

_SECTION, _ITEM, _QUESTION = 1, 2, 3


def plan_story(file: LpdFile, edition: Edition = FINAL) -> Story:
    """The story of a plan; without a release it is a draft's."""
    if edition.kind == "blank":
        from lpd_desktop.pdf.blank_story import blank_story

        return blank_story(file)
    palette = palette_of(file.plan.options.accent)
    story = Story(column=edition.shape.text, palette=palette)
    cover = cover_strip(story.root, file, story.column)
    contents = story.root.add("Sect")
    for section in file.form.sections:
        _SectionWriter(story, file, section).write()
    add_approval(story, file, edition)
    if story.strips:
        first = contents_strips(contents, story.headings, story.column)
        story.strips = [cover, *first, *_on_new_page(story.strips)]
    else:
        story.strips = [cover]
    return story


def _on_new_page(strips: list[Strip]) -> list[Strip]:
    return [replace(strips[0], new_page=True), *strips[1:]]


class _SectionWriter(msgspec.Struct, eq=False):
    """Writes one section; its heading comes with the first item that has something to print."""

    story: Story
    file: LpdFile
    section: Section
    node: Node | None = None

    def write(self) -> None:
        for item in self.section.items:
            self._write_item(item)

    @property
    def parent(self) -> Node:
        """The section's node, with its heading in front."""
        if self.node is None:
            self.node = self.story.root.add("Sect")
            if self.section.heading:
                title = self.file.form.text(self.section.heading)
                first = self.section.items[0].key
                self.story.heading(self.node, title, _SECTION, address=first)
        return self.node

    def _write_item(self, item: Item) -> None:
        if isinstance(item, RichTextItem):
            self._write_rich_text(item)
        elif isinstance(item, BudgetItem):
            self._write_budget(item)
        elif isinstance(item, TopicsItem):
            self._write_topics(item)
        elif isinstance(item, PotentialsItem):
            self._write_potentials(item)
        elif isinstance(item, TargetsItem):
            self._write_targets(item)

    def _write_rich_text(self, item: RichTextItem) -> None:
        text = self.file.plan.answer(item.key).text
        if is_blank(text):
            return
        self._head(item, item.question)
        add_blocks(self.story, self.parent, text, Address(item.key), self._below(item))

    def _write_budget(self, item: BudgetItem) -> None:
        answer = self.file.plan.answer(item.key)
        table = answer.printed_table
        if table is None and not answer.has_text:
            return
        self._head(item, item.question)
        level = self._below(item)
        add_blocks(self.story, self.parent, answer.text, Address(item.key), level)
        if table is not None:
            add_budget_table(self.story, self.parent, self.file.form, item, table)
        if table is not None and table.is_charted:
            from lpd_desktop.pdf.budget_chart_story import add_budget_chart

            add_budget_chart(self.story, self.parent, self.file.form, item, table)
        add_blocks(self.story, self.parent, answer.text_below, below_table(item.key), level)

    def _write_targets(self, item: TargetsItem) -> None:
        answer = self.file.plan.answer(item.key)
        if not has_figures(answer):
            return
        self._head(item, "")
        add_targets(self.story, self.parent, self.file.form, item, answer)

    def _head(self, item: Item, question: str) -> None:
        """The item's heading and its question."""
        parent = self.parent
        if item.title:
            title = self.file.form.text(item.title)
            self.story.heading(parent, title, _ITEM, address=item.key)
        if question:
            self.story.heading(parent, self.file.form.text(question), _QUESTION, address=item.key)

    def _below(self, item: RichTextItem | BudgetItem) -> int:
        """The level of headings inside an item's answer."""
        return _QUESTION + 1 if item.question else _ITEM + 1

    def _introduce(self, item: TopicsItem | PotentialsItem) -> None:
        """The item's heading and its instruction, on one page with what it asks for."""
        self._head(item, "")
        if item.instruction:
            text = self.file.form.text(item.instruction)
            setting = replace(plain_setting(item.key), keep_with_next=True)
            self.story.text(self.parent, text, BODY, setting)

    def _write_topics(self, item: TopicsItem) -> None:
        plan = self.file.plan
        if not plan.topics:
            return
        self._introduce(item)
        add_topics_list(self.story, self.parent, self.file, item)
        for number, answer in enumerate(plan.topics, 1):
            self._write_topic(item, answer, number)

    def _write_topic(self, item: TopicsItem, answer: TopicAnswer, number: int) -> None:
        address = Address(item.key, (answer.key,))
        heading = self.file.form.text(item.topic_heading).replace("{n}", str(number))
        title = chosen_title(self.file.form, answer).rstrip(".")
        self.story.heading(self.parent, f"{heading}\n{title}", _ITEM, address=str(address))
        for question in item.questions_of(answer.key):
            self._write_answer(item, answer, question)

    def _write_answer(self, item: TopicsItem, answer: TopicAnswer, question: Question) -> None:
        blocks = answer.answer(question.key)
        if is_blank(blocks):
            return
        address = Address(item.key, (answer.key, question.key))
        text = self.file.form.text(question.text)
        self.story.heading(self.parent, text, _QUESTION, address=str(address))
        add_blocks(self.story, self.parent, blocks, address, _QUESTION + 1)

    def _write_potentials(self, item: PotentialsItem) -> None:
        filled = [
            (number, potential)
            for number, potential in enumerate(self.file.plan.potentials, 1)
            if not potential.is_empty
        ]
        if not filled:
            return
        self._introduce(item)
        for shown, (number, potential) in enumerate(filled, 1):
            self._write_potential(item, potential, shown, number)

    def _write_potential(
        self, item: PotentialsItem, potential: Potential, shown: int, number: int
    ) -> None:
        """`shown` counts what is printed, `number` all potentials of the plan."""
        form = self.file.form
        address = Address(item.key, (str(number),))
        heading = form.text(item.heading).replace("{n}", str(shown))
        listed = ": ".join(part for part in (heading, " ".join(potential.topic.split())) if part)
        self.story.heading(self.parent, heading, _ITEM, address=str(address), listed=listed)
        if potential.topic.strip():
            topic = Address(item.key, (str(number), "topic"))
            caption = form.text(item.topic_caption)
            self.story.heading(self.parent, caption, _QUESTION, address=str(topic))
            blocks = (Paragraph("", (text_run(potential.topic),)),)
            add_blocks(self.story, self.parent, blocks, topic, _QUESTION + 1)
        background = Address(item.key, (str(number), "background"))
        add_blocks(self.story, self.parent, potential.background, background, _QUESTION + 1)
        if not is_blank(potential.development):
            development = Address(item.key, (str(number), "development"))
            caption = form.text(item.development_caption)
            self.story.heading(self.parent, caption, _QUESTION, address=str(development))
            add_blocks(self.story, self.parent, potential.development, development, _QUESTION + 1)
