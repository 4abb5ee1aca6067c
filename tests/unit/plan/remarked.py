"""Plans with remarks for tests."""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as changed

from lpd_desktop.form.library import form_with_id
from lpd_desktop.plan.addresses import Address, with_blocks
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Jobcenter, Potential, TopicAnswer
from lpd_desktop.plan.new import new_file
from lpd_desktop.plan.remark import Author, Remark
from lpd_desktop.plan.remark_anchor import anchor_at
from lpd_desktop.plan.remark_changes import with_added
from lpd_desktop.plan.rich_text import Block, Paragraph, text_run
from lpd_desktop.plan.sample import SAMPLE_FORM

EVA = Author(name="Eva Muster", role="Fachaufsicht", kind="ministry")
JAN = Author(name="Jan Beispiel", role="Sachgebiet Finanzen")
TIME = "2022-11-08T09:30:00Z"
LATER = "2022-11-09T10:00:00Z"


def block(ident: str, text: str) -> Paragraph:
    return Paragraph(ident, (text_run(text),))


def plan_with(*blocks: Block) -> LpdFile:
    """A plan with these blocks as answer to the first question of its first topic."""
    file = new_file(form_with_id(SAMPLE_FORM), Jobcenter(name="Kreis Muster"))
    keys = [topic.key for topic in topics_of(file)[:2]]
    plan = changed(
        file.plan,
        topics=tuple(TopicAnswer(key=key, answers={}) for key in keys),
        potentials=(Potential(topic="Beratung"), Potential(topic="Netzwerke")),
    )
    return with_text(replace(file, plan=plan), field_of(file), *blocks)


def topics_of(file: LpdFile):
    assert file.form.topics is not None
    return file.form.topics.topics


def field_of(file: LpdFile, topic: int = 0, question: int = 0) -> Address:
    item = file.form.topics
    assert item is not None
    key = item.topics[topic].key
    return Address(item.key, (key, item.questions_of(key)[question].key))


def with_text(file: LpdFile, address: Address, *blocks: Block) -> LpdFile:
    return replace(file, plan=with_blocks(file.form, file.plan, address, blocks))


def remarked(
    file: LpdFile,
    where: str | Address,
    quote: str = "",
    *,
    text: str = "Bitte belegen.",
    author: Author = EVA,
    time: str = TIME,
    **choice: int,
) -> LpdFile:
    """The file with one more remark."""
    anchor = anchor_at(file.form, file.plan, where, quote, **choice)
    remarks = with_added(file.work.remarks, anchor, text, author, time=time)
    return replace(file, work=changed(file.work, remarks=remarks))


def the_remark(file: LpdFile) -> Remark:
    (remark,) = file.work.remarks
    return remark
