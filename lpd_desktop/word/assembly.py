"""From the filed lines to the plan, with the balance of words.

No text is invented, none vanishes: each word of the document stands in the plan, is the form's
own, or is reported as unplaced.
"""

from __future__ import annotations

from msgspec.structs import replace as changed

from lpd_desktop.form.model import BudgetItem, Form, TargetsItem
from lpd_desktop.form.similarity import normalised
from lpd_desktop.plan.addresses import Address, below_table
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.import_rules import EMPTY_POTENTIAL, IMPORT_RULES, JOBCENTER_UNKNOWN
from lpd_desktop.plan.model import Answer, Jobcenter, Potential, TopicAnswer, empty_plan
from lpd_desktop.plan.rich_text import Blocks
from lpd_desktop.plan.words import words_of
from lpd_desktop.plan.work import ImportNote, Work
from lpd_desktop.word.blocks import blocks_of
from lpd_desktop.word.budget_text import divide
from lpd_desktop.word.cover import Cover, read_asides, read_cover, suggestion
from lpd_desktop.word.filing import Filing, file_events
from lpd_desktop.word.joining import join
from lpd_desktop.word.potential_draft import PotentialDraft
from lpd_desktop.word.recognition import recognise
from lpd_desktop.word.result import ImportResult, Ledger
from lpd_desktop.word.source import SourceDocument, SourceLine, Spans, spans_text
from lpd_desktop.word.targets_text import read_figures

_KNOWN_SHARE = 0.7


def import_source(
    document: SourceDocument, form: Form, jobcenter: Jobcenter | None = None
) -> ImportResult:
    """The plan in a document that was read."""
    filing = file_events(recognise(document, form), form)
    return _Builder(document, form, filing, jobcenter).result()


class _Builder:
    """Makes the plan of a filing and keeps the balance of words."""

    def __init__(
        self, document: SourceDocument, form: Form, filing: Filing, jobcenter: Jobcenter | None
    ) -> None:
        self._document = document
        self._form = form
        self._filing = filing
        self._ledger = Ledger(document)
        self._notes = [*document.notes, *filing.notes]
        self._plan = empty_plan(form, jobcenter or Jobcenter())
        self._given = jobcenter is not None

    def result(self) -> ImportResult:
        """The plan with its balance."""
        self._cover()
        self._topics()
        self._fields()
        self._potentials()
        ledger, filing = self._ledger, self._filing
        ledger.belongs_to_form(filing.form_lines)
        ledger.leave(filing.unplaced)
        self._contents()
        ledger.leave_footnotes()
        unplaced = tuple(sorted(ledger.unplaced, key=lambda text: text.line))
        notes = tuple(map(_with_done, sorted(self._notes, key=lambda note: note.line)))
        work = Work(import_notes=notes, unplaced=unplaced)
        file = LpdFile(self._form, self._plan, work)
        return ImportResult(file, ledger.words_in(), ledger.placed, ledger.form, unplaced, notes)

    def _cover(self) -> None:
        cover = read_cover(self._filing.cover, self._form)
        form_lines, unplaced = read_asides(self._filing.asides, self._form)
        self._ledger.place(cover.placed, with_footnotes=False)
        self._ledger.belongs_to_form([*cover.form_lines, *form_lines])
        self._ledger.leave([*cover.unplaced, *unplaced])
        self._plan = changed(self._plan, as_of=cover.as_of)
        self._jobcenter(cover)

    def _jobcenter(self, cover: Cover) -> None:
        """The given one, else that of the cover; another name on the cover is told, not lost."""
        named, given = cover.jobcenter, self._plan.jobcenter
        if named is not None and not self._given:
            self._plan = changed(self._plan, jobcenter=named)
        dropped = JOBCENTER_UNKNOWN if self._given else ""
        self._notes += [note for note in cover.notes if note.rule != dropped]
        same = named is not None and normalised(named.name) == normalised(given.name)
        if same or not self._given:
            self._ledger.place(cover.name_lines, with_footnotes=False)
        else:
            self._ledger.leave(cover.name_lines)
        if not self._plan.jobcenter.name:
            text = " ".join(line.text for line in self._document.lines)
            found = suggestion(text, self._form)
            self._notes += [found] if found else []

    def _topics(self) -> None:
        chosen = {
            key: TopicAnswer(key=key, title=title, answers={})
            for key, title in self._filing.topics.items()
        }
        fixed = [topic for topic in self._plan.topics if topic.key not in chosen]
        self._plan = changed(self._plan, topics=(*chosen.values(), *fixed))
        self._ledger.place(self._filing.titles, with_footnotes=False)

    def _fields(self) -> None:
        for address, lines in self._filing.fields.items():
            item = self._form.item(address.item)
            if address.parts:
                self._answer_topic(address, lines)
            elif isinstance(item, BudgetItem):
                self._budget(item, lines)
            elif isinstance(item, TargetsItem):
                self._targets(item, lines)
            else:
                text = self._blocks(address, lines)
                self._plan = self._plan.with_answer(address.item, Answer(text=text))

    def _answer_topic(self, address: Address, lines: list[SourceLine]) -> None:
        key, question = address.parts
        topic = self._plan.topic(key)
        assert topic is not None
        answers = {**topic.answers, question: self._blocks(address, lines)}
        self._plan = self._plan.with_topic(changed(topic, answers=answers))

    def _blocks(self, address: Address, lines: list[SourceLine]) -> Blocks:
        notes: list[ImportNote] = []
        blocks = blocks_of(lines, self._document.footnotes, notes)
        self._notes += [changed(note, where=str(address)) for note in notes]
        self._ledger.place(lines)
        return blocks

    def _budget(self, item: BudgetItem, lines: list[SourceLine]) -> None:
        notes: list[ImportNote] = []
        captions = self._filing.captions.get(item.key, [])
        parts = divide(self._form, item, lines, captions, notes)
        self._notes += [changed(note, where=f"{item.key}/table") for note in notes]
        self._ledger.place(parts.row_lines, with_footnotes=False)
        self._ledger.belongs_to_form(parts.form_lines)
        self._ledger.leave(parts.unplaced)
        table = parts.table or self._plan.answer(item.key).table
        text = self._blocks(Address(item.key), parts.prose) if parts.prose else ()
        below = self._blocks(below_table(item.key), parts.below) if parts.below else ()
        answer = Answer(text=text, text_below=below, table=table)
        self._plan = self._plan.with_answer(item.key, answer)

    def _targets(self, item: TargetsItem, lines: list[SourceLine]) -> None:
        figures, placed, unplaced = read_figures(item, lines)
        self._plan = self._plan.with_answer(item.key, Answer(figures=figures))
        self._ledger.place(placed, with_footnotes=False)
        self._ledger.leave(unplaced)

    def _potentials(self) -> None:
        item = self._form.potentials
        if item is None:
            return
        drafts = enumerate(self._filing.potentials, 1)
        potentials = tuple(self._potential(f"{item.key}/{n}", draft) for n, draft in drafts)
        self._plan = changed(self._plan, potentials=potentials)

    def _potential(self, place: str, draft: PotentialDraft) -> Potential:
        self._ledger.place(draft.topic, with_footnotes=False)
        item, number = place.rsplit("/", 1)
        potential = Potential(
            topic=self._one_line(draft.topic),
            background=self._blocks(Address(item, (number, "background")), draft.background),
            development=self._blocks(Address(item, (number, "development")), draft.development),
        )
        if potential.is_empty:
            note = ImportNote(
                rule=EMPTY_POTENTIAL, where=place, quote=draft.heading, line=draft.line
            )
            self._notes.append(note)
        return potential

    @staticmethod
    def _one_line(lines: list[SourceLine]) -> str:
        spans: Spans = ()
        for line in lines:
            spans = join(spans, line.spans, "blank").spans if spans else line.spans
        return " ".join(spans_text(spans).split())

    def _contents(self) -> None:
        """An entry whose words stand in the document is the program's business; others are told."""
        known = {
            normalised(word)
            for line in self._document.lines
            if line not in self._filing.contents
            for word in words_of(line.text)
        }
        heading = self._filing.contents[:1]
        for line in self._filing.contents:
            words = [normalised(word) for word in words_of(line.text)]
            found = sum(word in known or word.isdecimal() for word in words)
            if line in heading or found >= _KNOWN_SHARE * len(words):
                self._ledger.belongs_to_form([line])
            else:
                self._ledger.leave([line])


def _with_done(note: ImportNote) -> ImportNote:
    """A note that says nothing of its own about what was done says what its rule does."""
    return note if note.done else changed(note, done=IMPORT_RULES[note.rule].done)
