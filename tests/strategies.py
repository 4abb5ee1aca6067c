"""Random plans for property tests: every element of the rich-text subset, budgets, work.

Strategies are made once: looking through what each is made of takes longer than drawing from it.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import count

from hypothesis import strategies as st
from msgspec import UNSET

from lpd_desktop.form.library import form_with_id
from lpd_desktop.form.model import BudgetItem, Form, RichTextItem, TopicsItem
from lpd_desktop.plan.budget import Basis, BasisOfColumns, BudgetTable, TableRow, TypedText
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.log_chain import appended
from lpd_desktop.plan.logo import Logo
from lpd_desktop.plan.model import Answer, Jobcenter, PageOptions, Plan, Potential, TopicAnswer
from lpd_desktop.plan.own_dates import OwnDate
from lpd_desktop.plan.remark import Remark, Reply
from lpd_desktop.plan.rich_text import (
    Block,
    Blocks,
    Heading,
    ListBlock,
    ListStyle,
    Paragraph,
    Run,
    Table,
)
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.plan.work import (
    Acknowledgement,
    BudgetVersion,
    Editor,
    ImportNote,
    LogEntry,
    Release,
    ReleasedChange,
    Replaced,
    UnplacedText,
    Work,
)
from tests.logos import plain_png

LETTERS = st.characters(
    codec="utf-8", categories=("L", "N", "P", "Sc", "Sm", "Zs"), exclude_characters="\u2028\u2029"
)
_IDS = count(1)


@cache
def texts(max_size: int = 30, *, breaks: bool = False) -> st.SearchStrategy[str]:
    """German-looking or wild text; with line breaks where a run may hold them."""
    words = st.sampled_from(
        ["Budget", "§ 16i", "Kund*innen", "1.400.000 €", "„so“", "Ü 25", "24,7 %", "–", "ß", " "]
    )
    spoken = st.lists(words, max_size=5).map(" ".join)
    wild = st.text(LETTERS, max_size=max_size)
    broken = st.builds("{}\n{}".format, wild, wild)
    return st.one_of(spoken, wild, broken) if breaks else st.one_of(spoken, wild)


@cache
@st.composite
def ids(draw: st.DrawFn) -> str:
    """A block id that no other block of the run has."""
    draw(st.none())
    return f"b{next(_IDS)}"


@cache
def text_runs(*, breaks: bool = True) -> st.SearchStrategy[Run]:
    return st.builds(
        Run, text=texts(breaks=breaks).filter(bool), bold=st.booleans(), italic=st.booleans()
    )


@cache
def footnote_runs() -> st.SearchStrategy[Run]:
    notes = st.lists(text_runs(breaks=False), min_size=1, max_size=2).map(_merged)
    return st.builds(Run, footnote=notes)


@cache
def runs(max_size: int = 4, *, breaks: bool = True) -> st.SearchStrategy[tuple[Run, ...]]:
    """Runs as the editor would hold them: neighbours of one style are one run."""
    one = st.one_of(text_runs(breaks=breaks), text_runs(breaks=breaks), footnote_runs())
    return st.lists(one, max_size=max_size).map(_merged)


def _merged(parts: list[Run]) -> tuple[Run, ...]:
    merged: list[Run] = []
    for run in parts:
        last = merged[-1] if merged else None
        if (
            last is not None
            and not run.is_footnote
            and not last.is_footnote
            and (last.bold, last.italic) == (run.bold, run.italic)
        ):
            merged[-1] = Run(text=last.words + run.words, bold=run.bold, italic=run.italic)
        else:
            merged.append(run)
    return tuple(merged)


@cache
def paragraphs() -> st.SearchStrategy[Paragraph]:
    return st.builds(Paragraph, ids(), runs())


@cache
def headings() -> st.SearchStrategy[Heading]:
    return st.builds(Heading, ids(), st.sampled_from([1, 2]), runs(breaks=False))


@cache
@st.composite
def tables(draw: st.DrawFn) -> Table:
    rows, columns = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    cells = tuple(tuple(draw(runs(2)) for _ in range(columns)) for _ in range(rows))
    return Table(draw(ids()), cells, draw(st.integers(0, rows)), draw(st.booleans()))


@cache
@st.composite
def lists(draw: st.DrawFn, depth: int = 2) -> ListBlock:
    inner: list[st.SearchStrategy[Block]] = [paragraphs(), paragraphs()]
    if depth:
        inner.append(lists(depth - 1))
    item = st.tuples(paragraphs(), st.lists(st.one_of(inner), max_size=2)).map(
        lambda pair: (pair[0], *pair[1])
    )
    items = tuple(draw(st.lists(item, min_size=1, max_size=3)))
    style = draw(st.sampled_from(["bullet", "number", "letter"]))
    start = 1 if style == "bullet" else draw(st.sampled_from([1, 1, 3, 27]))
    return ListBlock(draw(ids()), style, items, start)


@cache
def blocks(max_size: int = 5) -> st.SearchStrategy[Blocks]:
    """A whole answer."""
    one = st.one_of(paragraphs(), paragraphs(), headings(), lists(), tables())
    return st.lists(one, max_size=max_size).map(tuple)


@cache
def nested_blocks(max_size: int = 4, depth: int = 2) -> st.SearchStrategy[Blocks]:
    """Blocks as a file may hold them: items that are empty or begin with any block."""
    one: list[st.SearchStrategy[Block]] = [paragraphs(), headings(), tables()]
    if depth:
        items = st.lists(nested_blocks(2, depth - 1), max_size=3).map(tuple)
        styles: st.SearchStrategy[ListStyle] = st.sampled_from(["bullet", "number", "letter"])
        one.append(st.builds(ListBlock, ids(), styles, items, st.sampled_from([1, 3])))
    return st.lists(st.one_of(one), max_size=max_size).map(tuple)


@cache
def amounts() -> st.SearchStrategy[object]:
    typed = st.builds(TypedText, text=texts().filter(str.strip))
    return st.one_of(st.integers(-(10**13), 10**13), st.just(UNSET), typed)


@cache
def bases() -> st.SearchStrategy[Basis | None]:
    full = st.builds(
        Basis,
        source=texts(),
        date=st.sampled_from(["", "2022-10-27"]),
        status=st.sampled_from(["provisional", "final", ""]),
    )
    return st.one_of(st.none(), full)


@st.composite
def budget_tables(draw: st.DrawFn, item: BudgetItem) -> BudgetTable:
    proposed = draw(st.lists(st.sampled_from(item.rows), unique_by=lambda row: row.key, max_size=5))
    rows = [
        TableRow(
            key=row.key,
            label=row.label,
            role=row.role,
            plan=draw(amounts()),
            previous=draw(amounts()),
        )
        for row in proposed
    ]
    if draw(st.booleans()):
        own = TableRow(
            key="own_1", label=draw(texts()), role="for_information", plan=draw(amounts())
        )
        rows.append(own)
    basis = BasisOfColumns(plan=draw(bases()), previous=draw(bases()))
    chart = draw(st.sampled_from([UNSET, UNSET, True, False]))
    return BudgetTable(print=draw(st.booleans()), chart=chart, basis=basis, rows=tuple(rows))


@cache
def _form() -> Form:
    return form_with_id("lpd-2023")


@st.composite
def plans(draw: st.DrawFn, form: Form | None = None) -> Plan:
    form = form or _form()
    answers = {}
    for item in form.items:
        if isinstance(item, BudgetItem):
            answers[item.key] = Answer(
                text=draw(blocks(1)), text_below=draw(blocks(1)), table=draw(budget_tables(item))
            )
        elif isinstance(item, RichTextItem):
            answers[item.key] = Answer(text=draw(blocks(3)))
    jobcenter = Jobcenter(name=draw(texts()), genitive=draw(texts()), own_name=draw(texts()))
    return Plan(
        id=draw(ids()),
        as_of=draw(st.sampled_from(["", "2022-11-04"])),
        jobcenter=jobcenter,
        answers=answers,
        topics=tuple(draw(topic_answers(form.topics))) if form.topics else (),
        potentials=tuple(draw(st.lists(potentials(), max_size=2))),
        options=draw(page_options()),
    )


@st.composite
def page_options(draw: st.DrawFn) -> PageOptions:
    logo = Logo(image=plain_png(draw(st.integers(1, 9)), 4), alt=draw(texts()))
    return PageOptions(
        signature_sheet=draw(st.booleans()),
        signers=draw(st.sampled_from([(), (Signatory(name="Ira Beispiel", role="Landrätin"),)])),
        signature_lines=draw(st.integers(0, 20)),
        logo=draw(st.sampled_from([None, logo])),
        accent=draw(st.sampled_from(["", "#ffcc00", "#7a1f2b"])),
    )


@st.composite
def topic_answers(draw: st.DrawFn, item: TopicsItem) -> list[TopicAnswer]:
    keys = draw(
        st.lists(st.sampled_from([topic.key for topic in item.topics]), unique=True, max_size=2)
    )
    return [
        TopicAnswer(
            key=key, answers={question.key: draw(blocks(1)) for question in item.questions_of(key)}
        )
        for key in keys
    ]


@cache
def potentials() -> st.SearchStrategy[Potential]:
    return st.builds(Potential, topic=texts(), background=blocks(1), development=blocks(1))


def own_dates() -> st.SearchStrategy[OwnDate]:
    """A day that an office has set itself, known or not."""
    days = st.just("") | st.dates().map(date.isoformat)
    return st.builds(OwnDate, label=texts(), date=days, done=st.booleans())


def _name_and_day(own: OwnDate) -> tuple[str, str]:
    return own.label, own.date


def remarks(text: st.SearchStrategy[str]) -> st.SearchStrategy[Remark]:
    """Remarks with answers, settled or open."""
    replies = st.builds(Reply, id=ids(), text=text, name=text)
    return st.builds(
        Remark,
        id=ids(),
        where=text,
        text=text,
        quote=text,
        kind=st.sampled_from(["inside", "ministry"]),
        replies=st.lists(replies, max_size=2).map(tuple),
        resolved=st.booleans(),
    )


@st.composite
def works(draw: st.DrawFn) -> Work:
    """Work with something in most of its fields."""
    text = texts()
    return Work(
        state=draw(st.sampled_from(["draft", "in_review"])),
        put_away_topics=tuple(draw(topic_answers(_form().topics)))[:1],
        put_away_potentials=tuple(draw(st.lists(potentials(), max_size=1))),
        import_notes=tuple(
            draw(st.lists(st.builds(ImportNote, rule=text, quote=text, done=text), max_size=2))
        ),
        unplaced=tuple(draw(st.lists(st.builds(UnplacedText, text=text), max_size=2))),
        acknowledged=tuple(
            draw(
                st.lists(
                    st.builds(Acknowledgement, rule=text, where=text, digest=text, reason=text),
                    max_size=2,
                )
            )
        ),
        remarks=tuple(draw(st.lists(remarks(text), max_size=2, unique_by=lambda each: each.id))),
        budget_versions=tuple(
            draw(
                st.lists(
                    st.builds(
                        BudgetVersion,
                        id=ids(),
                        item=st.just("A.budget"),
                        time=text,
                        source=text,
                        origin=st.sampled_from(["import", "typed", "restored", "found"]),
                        note=text,
                        held=st.booleans(),
                        table=budget_tables(next(iter(_form().budgets))),
                    ),
                    max_size=1,
                )
            )
        ),
        ignored_words=tuple(draw(st.lists(text, max_size=2))),
        dates=tuple(draw(st.lists(own_dates(), max_size=2, unique_by=_name_and_day))),
        editors=tuple(draw(st.lists(st.builds(Editor, account=text, name=text), max_size=2))),
        replaced=draw(st.none() | st.builds(Replaced, version=st.integers(1, 3), seal=text)),
        log=draw(logs(text)),
    )


@st.composite
def logs(draw: st.DrawFn, text: st.SearchStrategy[str]) -> tuple[LogEntry, ...]:
    """A log of an older file, with or without entries of the chain behind it."""
    old = draw(st.lists(st.builds(LogEntry, time=text, event=text, name=text), max_size=2))
    work = Work(log=tuple(old))
    for entry in draw(st.lists(st.builds(LogEntry, time=text, event=text, note=text), max_size=2)):
        work = appended(work, entry)
    return work.log


def releases() -> st.SearchStrategy[Release | None]:
    sealed = st.builds(
        Release,
        version=st.integers(1, 9),
        seal=st.just("0" * 64),
        signatories=st.lists(st.builds(Signatory, name=texts(), role=texts()), max_size=2).map(
            tuple
        ),
        place=texts(),
        date=st.just("2022-11-10"),
        log_chain=st.just("1" * 64),
        changes=st.none() | st.lists(released_changes(), max_size=2).map(tuple),
    )
    return st.one_of(st.none(), sealed)


def released_changes() -> st.SearchStrategy[ReleasedChange]:
    """A place of a list of changes."""
    words = st.integers(0, 99)
    return st.builds(
        ReleasedChange,
        where=texts(),
        place=texts(),
        words_in=words,
        words_out=words,
        sentence=texts(),
    )


@st.composite
def lpd_files(draw: st.DrawFn) -> LpdFile:
    """A whole file on the form of 2023."""
    return LpdFile(_form(), draw(plans()), draw(works()), draw(releases()))
