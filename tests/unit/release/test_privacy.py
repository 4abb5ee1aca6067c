"""Nothing of the work around a plan reaches what is published."""

from __future__ import annotations

import io
from dataclasses import replace

import msgspec
import pikepdf

from lpd_desktop.pdf.rendering import render_plan
from lpd_desktop.plan.budget import BudgetTable, TableRow, TypedText
from lpd_desktop.plan.file import LpdFile, write_published
from lpd_desktop.plan.model import Potential, TopicAnswer
from lpd_desktop.plan.own_dates import OwnDate
from lpd_desktop.plan.remark import Remark, Reply
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import (
    Acknowledgement,
    BudgetVersion,
    CellSource,
    Editor,
    ImportNote,
    LogEntry,
    Replaced,
    Signatory,
    UnplacedText,
    Work,
)
from lpd_desktop.release.approval import Approval, approve

MARKER = "Geheimwort"
_NUMBERS = iter(range(10_000))


def mark() -> str:
    return f"{MARKER}{next(_NUMBERS)}"


def marked_remark() -> Remark:
    """A remark with an answer, in which each text is a marker."""
    reply = Reply(**_marks(Reply))
    return Remark(**_marks(Remark), replies=(reply,))


def _marks(kind: type[Remark | Reply]) -> dict[str, str]:
    fields = msgspec.structs.fields(kind)
    return {each.name: mark() for each in fields if each.type in ("str", str)}


def marked_work() -> Work:
    """Work with a marker in every field that holds text."""
    row = TableRow(key=mark(), label=mark(), role="total", plan=TypedText(mark()))
    version = BudgetVersion(
        id=mark(),
        item=mark(),
        time=mark(),
        source=mark(),
        sha256=mark(),
        sheet=mark(),
        restores=mark(),
        note=mark(),
        cells=(CellSource(row=mark(), column=mark(), cell=mark()),),
        table=BudgetTable(rows=(row,)),
    )
    topic = TopicAnswer(key="health", title=mark(), answers={mark(): (paragraph(mark()),)})
    return Work(
        put_away_topics=(topic,),
        put_away_potentials=(Potential(topic=mark(), background=(paragraph(mark()),)),),
        import_notes=(ImportNote(rule=mark(), where=mark(), quote=mark(), done=mark()),),
        unplaced=(UnplacedText(text=mark()),),
        acknowledged=(
            Acknowledgement(
                rule=mark(), where=mark(), digest=mark(), reason=mark(), name=mark(), time=mark()
            ),
        ),
        remarks=(marked_remark(),),
        budget_versions=(version,),
        ignored_words=(mark(),),
        dates=(OwnDate(label=mark(), date=mark()),),
        editors=(Editor(account=mark(), name=mark(), time=mark()),),
        replaced=Replaced(version=1, seal="f" * 64, date=mark(), log_chain=mark(), content=mark()),
        log=(
            LogEntry(
                time=mark(),
                event=mark(),
                name=mark(),
                role=mark(),
                detail=mark(),
                account=mark(),
                note=mark(),
            ),
        ),
    )


def test_every_text_of_a_remark_and_its_answer_is_marked() -> None:
    remark = marked_remark()
    for said in (remark, *remark.replies):
        texts = [text for text in msgspec.structs.asdict(said).values() if isinstance(text, str)]
        unmarked = [text for text in texts if MARKER not in text]
        assert unmarked == ["inside"]


def unpacked(pdf: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        objects = [part.unparse(resolved=True) for part in document.objects]
        streams = [
            part.read_bytes() for part in document.objects if isinstance(part, pikepdf.Stream)
        ]
    return [pdf, *objects, *streams]


def holds_marker(parts: list[bytes]) -> bool:
    spellings = [MARKER.encode(code) for code in ("utf-8", "utf-16-be")]
    return any(spelling in part for part in parts for spelling in spellings)


def test_every_text_field_of_the_work_is_marked() -> None:
    names = set(msgspec.structs.asdict(Work()))
    marked = marked_work()
    unmarked = {
        name for name in names if MARKER not in str(msgspec.to_builtins(getattr(marked, name)))
    }
    assert unmarked == {"state"}


def test_no_marker_is_published_in_draft_or_final() -> None:
    file = replace(sample_file(), work=marked_work())
    approval = Approval((Signatory(name="A", role="B"),), "C", "2022-11-10")
    approved = approve(file, approval)
    for data in (
        write_published(file),
        render_plan(file, draft=True).data,
        render_plan(approved, draft=False).data,
    ):
        parts = unpacked(data) if data.startswith(b"%PDF") else [data]
        assert not holds_marker(parts)


def test_the_search_would_find_a_marker_that_is_printed() -> None:
    file = sample_file()
    jobcenter = msgspec.structs.replace(file.plan.jobcenter, name=MARKER, own_name=MARKER)
    marked: LpdFile = replace(file, plan=msgspec.structs.replace(file.plan, jobcenter=jobcenter))
    assert holds_marker(unpacked(render_plan(marked, draft=True).data))
