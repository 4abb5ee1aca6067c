"""The blank form as story: all questions with their help, and room to write beside them."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from lpd_desktop.form.derive import unconfirmed_notice
from lpd_desktop.form.model import (
    BudgetItem,
    CoverItem,
    Form,
    Item,
    PotentialsItem,
    Question,
    RichTextItem,
    Section,
    TargetsItem,
    TopicsItem,
)
from lpd_desktop.pdf.blank_tables import add_blank_budget, add_blank_targets
from lpd_desktop.pdf.contents import contents_strips
from lpd_desktop.pdf.paragraph import Setting
from lpd_desktop.pdf.story import Story, plain_setting
from lpd_desktop.pdf.strips import Strip, draw_nothing
from lpd_desktop.pdf.styles import (
    BODY,
    COVER_SUBTITLE,
    COVER_TITLE,
    PARAGRAPH_SPACE,
    SMALL,
    TEXT,
)
from lpd_desktop.pdf.topics_list import add_topics_list
from lpd_desktop.pdf.tree import Node
from lpd_desktop.pdf.writing_room import add_writing_room
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Jobcenter
from lpd_desktop.plan.new import new_file
from lpd_desktop.plan.rich_text import Run
from lpd_desktop.runtime.german import german_date

_SECTION, _ITEM, _QUESTION = 1, 2, 3
_TITLE_TOP = 150.0
_ANSWER_LINES = 12
_SHORT_LINES = 6
_BUDGET_LINES = 3

_WHAT_IT_IS = (
    "Dies ist das leere Formular mit allen Fragen und Hinweisen, zum Lesen, Verteilen und "
    "Vorschreiben. Es ist kein Planungsdokument und trägt kein Siegel. Schreiben Sie so viel, wie "
    "nötig ist: Der Platz unter den Fragen ist kein Maß."
)


def blank_file(form: Form) -> LpdFile:
    """A plan in which nothing is said, not even whose it is."""
    return new_file(form, Jobcenter())


def blank_story(file: LpdFile) -> Story:
    """The story of a file's form; what its plan says does not show."""
    file = blank_file(file.form)
    story = Story(column=TEXT)
    _add_cover(story, file.form)
    cover, story.strips = story.strips, []
    contents = story.root.add("Sect")
    for section in file.form.sections:
        _SectionWriter(story, file, section).write()
    body = story.strips
    body = [replace(strip, new_page=strip is body[0] or strip.new_page) for strip in body]
    story.strips = [*cover, *contents_strips(contents, story.headings, story.column), *body]
    return story


def _add_cover(story: Story, form: Form) -> None:
    """Whose plan and of which day is left open."""
    node = story.root.add("Sect")
    story.strips.append(Strip(_TITLE_TOP, draw_nothing, keep=True))
    title = [Run(text=form.text(form.title))]
    story.paragraph(node, title, COVER_TITLE, Setting(after=10.0), role="Title")
    story.text(node, form.text(form.subtitle), COVER_SUBTITLE, Setting(after=26.0))
    story.text(node, form.text(form.own_name), COVER_SUBTITLE, Setting(keep_with_next=True))
    add_writing_room(story, node, "", 1)
    add_writing_room(story, node, "Stand:", 1)
    for item in form.items:
        if isinstance(item, CoverItem):
            _add_help(story, node, form, item.help)
    for line in (_WHAT_IT_IS, *_cover_lines(form)):
        story.text(node, line, BODY, plain_setting())


def _add_help(story: Story, parent: Node, form: Form, wording: str) -> None:
    """What helps with a question; nothing where the form says nothing."""
    text = " ".join(form.text(wording).split())
    if text:
        setting = Setting(after=PARAGRAPH_SPACE, keep_with_next=True)
        story.text(parent, f"Hinweis: {text}", SMALL, setting)


def _cover_lines(form: Form) -> list[str]:
    lines = [f"Empfänger: {form.recipient.name}"]
    lines += [f"{form.text(each.label)}: {german_date(each.date)}" for each in form.deadlines]
    notice = unconfirmed_notice(form)
    return [*lines, notice] if notice else lines


class _SectionWriter(msgspec.Struct, eq=False):
    """Writes one section of the form; `told` are the helps of questions that come again."""

    story: Story
    file: LpdFile
    section: Section
    node: Node | None = None
    told: set[str] = msgspec.field(default_factory=set)

    @property
    def form(self) -> Form:
        return self.file.form

    @property
    def parent(self) -> Node:
        """The section's node, with its heading in front."""
        if self.node is None:
            self.node = self.story.root.add("Sect")
            if self.section.heading:
                self._heading(self.section.heading, _SECTION)
        return self.node

    def write(self) -> None:
        for item in self.section.items:
            self._write_item(item)

    def _heading(self, wording: str, level: int) -> None:
        self.story.heading(self.parent, self.form.text(wording), level)

    def _help(self, wording: str) -> None:
        _add_help(self.story, self.parent, self.form, wording)

    def _named_help(self, name: str, wording: str) -> None:
        """What helps with one row, topic or figure of an item."""
        self._help(f"{self.form.text(name)}: {wording}" if wording else "")

    def _room(self, lines: int, caption: str = "Ihre Antwort:") -> None:
        add_writing_room(self.story, self.parent, caption, lines)

    def _write_item(self, item: Item) -> None:
        if isinstance(item, RichTextItem):
            self._head(item, item.question)
            self._length(item.word_target, item.word_limit)
            self._room(_ANSWER_LINES)
        elif isinstance(item, BudgetItem):
            self._head(item, item.question)
            self._room(_BUDGET_LINES)
            for row in item.rows:
                self._named_help(row.label, row.help)
            add_blank_budget(self.story, self.parent, self.form, item)
        elif isinstance(item, TopicsItem):
            self._write_topics(item)
        elif isinstance(item, PotentialsItem):
            self._write_potentials(item)
        elif isinstance(item, TargetsItem):
            self._head(item, "")
            for target in item.targets:
                self._named_help(target.label, target.help)
            add_blank_targets(self.story, self.parent, self.form, item)

    def _head(self, item: Item, question: str) -> None:
        """The item's heading, its question and its help."""
        if item.title:
            self._heading(item.title, _ITEM)
        if question:
            self._heading(question, _QUESTION)
        self._help(item.help)

    def _length(self, target: int, limit: int) -> None:
        words = [f"etwa {target}"] if target else []
        words += [f"höchstens {limit}"] if limit else []
        if words:
            text = f"Umfang: {', '.join(words)} Wörter"
            self.story.text(self.parent, text, SMALL, Setting(keep_with_next=True))

    def _introduce(self, item: TopicsItem | PotentialsItem) -> None:
        if item.title:
            self._heading(item.title, _ITEM)
        setting = replace(plain_setting(), keep_with_next=True)
        self.story.text(self.parent, self.form.text(item.instruction), BODY, setting)
        self._help(item.help)

    def _write_topics(self, item: TopicsItem) -> None:
        self._introduce(item)
        add_topics_list(self.story, self.parent, self.file, item)
        for topic in item.topics:
            self._help(f"{topic.number} {topic.help}" if topic.help else "")
        fixed = [topic.key for topic in item.topics if topic.fixed]
        for place in range(item.allowed):
            key = fixed[place] if place < len(fixed) else ""
            self._write_topic(item, key, place)

    def _write_topic(self, item: TopicsItem, key: str, place: int) -> None:
        """A fixed topic, or room for a chosen one; each question's help stands there once."""
        heading = self.form.text(item.topic_heading).replace("{n}", str(place + 1))
        topic = item.topic(key)
        title = self.form.text(topic.title).rstrip(".") if topic is not None else ""
        self._heading(f"{heading}\n{title}".rstrip(), _ITEM)
        if topic is None:
            self._room(1, "Gewähltes Thema:")
        for question in item.questions_of(key):
            self._write_question(question)

    def _write_question(self, question: Question) -> None:
        self._heading(question.text, _QUESTION)
        if question.help not in self.told:
            self._help(question.help)
            self.told.add(question.help)
        self._length(question.word_target, question.word_limit)
        self._room(_ANSWER_LINES)

    def _write_potentials(self, item: PotentialsItem) -> None:
        self._introduce(item)
        for number in range(1, item.at_most + 1):
            self._heading(item.heading.replace("{n}", str(number)), _ITEM)
            self._heading(item.topic_caption, _QUESTION)
            self._room(2)
            self._room(_SHORT_LINES, "Hintergrund, ohne eigene Überschrift:")
            self._heading(item.development_caption, _QUESTION)
            self._room(_SHORT_LINES)
