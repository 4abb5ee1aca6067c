from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.form.derive import derive_form
from lpd_desktop.form.model import TopicsItem
from lpd_desktop.form.reading import read_form
from lpd_desktop.plan.addresses import Address, blocks_at, text_fields
from lpd_desktop.plan.earlier.answers import all_answers, answer_at
from lpd_desktop.plan.earlier.matching import counterpart
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Potential
from lpd_desktop.plan.new import jobcenter_named, new_file
from lpd_desktop.plan.rich_text import is_blank, paragraph, plain_text, walk_runs
from lpd_desktop.plan.sample import sample_file

OTHER_FORM = Path(__file__).resolve().parents[2] / "data" / "forms" / "second-form.toml"


@pytest.fixture
def before() -> LpdFile:
    return sample_file()


@pytest.fixture
def file(before: LpdFile) -> LpdFile:
    form = derive_form(before.form, before.form.year + 1)
    return new_file(form, jobcenter_named(before.plan.jobcenter.name, form.year))


def with_topics(file: LpdFile, **changes: object) -> LpdFile:
    """The file with other values in the form's item of topics."""
    sections = tuple(
        changed(
            section,
            items=tuple(
                changed(item, **changes) if isinstance(item, TopicsItem) else item
                for item in section.items
            ),
        )
        for section in file.form.sections
    )
    return replace(file, form=changed(file.form, sections=sections))


def renamed(file: LpdFile, key: str, new: str, title: str | None = None) -> LpdFile:
    """The file in which a topic has another key, in the form and in the plan."""
    topics = tuple(
        changed(topic, key=new, title=title or topic.title, short="", former_titles=())
        if topic.key == key
        else topic
        for topic in file.form.topics.topics
    )
    answers = tuple(
        changed(each, key=new) if each.key == key else each for each in file.plan.topics
    )
    return replace(with_topics(file, topics=topics), plan=changed(file.plan, topics=answers))


def test_every_text_is_found_under_the_same_key(file: LpdFile, before: LpdFile) -> None:
    item = before.form.topics
    for where, text in text_fields(before.form, before.plan):
        if where.item == before.form.potentials.key or is_blank(text):
            continue
        found = counterpart(file, before, where.at_block("b1"))
        wanted = Address(where.item, where.parts if where.item == item.key else ())
        assert found.where == wanted
        assert found.wording == ""
        assert text[0] in answer_at(before, found.where).text


def test_a_cell_stands_for_its_whole_budget(file: LpdFile, before: LpdFile) -> None:
    item = next(before.form.budgets)
    where = Address(item.key, ("table", item.rows[0].key, "plan"))
    answer = answer_at(before, counterpart(file, before, where).where)
    tables = [part for part in answer.parts if not part.is_text]
    assert [part.caption for part in tables] == ["Tabelle"]
    assert len(tables[0].blocks[0].rows) == len(before.plan.answer(item.key).table.rows) + 1
    assert tables[0].blocks[0] not in answer.text


def test_a_topic_with_another_key_is_found_by_its_title(file: LpdFile, before: LpdFile) -> None:
    topic = before.plan.topics[0]
    question = before.form.topics.questions[1].key
    now = renamed(file, topic.key, "a_new_key")
    found = counterpart(now, before, Address(before.form.topics.key, ("a_new_key", question)))
    assert found.where.parts == (topic.key, question)
    assert found.wording == before.form.text(before.form.topics.topic(topic.key).title)


def test_a_topic_nobody_wrote_about_has_no_counterpart(file: LpdFile, before: LpdFile) -> None:
    chosen = {topic.key for topic in before.plan.topics}
    other = next(topic.key for topic in file.form.topics.topics if topic.key not in chosen)
    assert counterpart(file, before, Address(file.form.topics.key, (other, "why"))) is None
    now = renamed(file, other, "a_new_key", "Etwas völlig anderes als bisher")
    assert counterpart(now, before, Address(file.form.topics.key, ("a_new_key", "why"))) is None


def test_a_known_topic_is_never_taken_for_another(file: LpdFile, before: LpdFile) -> None:
    """The earlier topic of the same title belongs to the topic that kept its key."""
    topic = before.plan.topics[0]
    title = before.form.topics.topic(topic.key).title
    chosen = {each.key for each in before.plan.topics}
    other = next(each.key for each in file.form.topics.topics if each.key not in chosen)
    now = renamed(file, other, "a_new_key", title)
    assert counterpart(now, before, Address(file.form.topics.key, ("a_new_key", "why"))) is None


def test_a_question_of_another_key_is_found_by_wording_else_by_place(
    file: LpdFile, before: LpdFile
) -> None:
    key, topic = before.form.topics.key, before.plan.topics[0].key
    first, second = file.form.topics.questions
    swapped = (changed(second, key="new_second"), changed(first, key="new_first"))
    now = with_topics(file, questions=swapped)
    assert counterpart(now, before, Address(key, (topic, "new_first"))).where.parts == (
        topic,
        first.key,
    )
    strange = (changed(first, key="x", text="Ganz?"), changed(second, key="y", text="Anders?"))
    now = with_topics(file, questions=strange)
    assert counterpart(now, before, Address(key, (topic, "y"))).where.parts == (topic, second.key)


def test_a_question_that_is_new_shows_the_whole_topic(file: LpdFile, before: LpdFile) -> None:
    key, topic = before.form.topics.key, before.plan.topics[0].key
    only = (changed(file.form.topics.questions[0], key="x", text="Ganz neu?"),)
    found = counterpart(with_topics(file, questions=only), before, Address(key, (topic, "x")))
    assert found.where.parts == (topic,)
    assert len(answer_at(before, found.where).parts) == len(before.form.topics.questions)


def test_a_potential_is_found_by_its_topic_else_all_are_shown(
    file: LpdFile, before: LpdFile
) -> None:
    key = before.form.potentials.key
    potentials = (
        Potential(topic="Digitale Akte", background=(paragraph("Hintergrund"),)),
        Potential(topic="Werkstatt für Bewerbungen", development=(paragraph("Ausbau"),)),
    )
    earlier = replace(before, plan=changed(before.plan, potentials=potentials))
    now = replace(
        file,
        plan=changed(
            file.plan,
            potentials=(Potential(topic="Werkstatt für die Bewerbungen"), Potential(topic="")),
        ),
    )
    found = counterpart(now, earlier, Address(key, ("1", "development")))
    assert found.where.parts == ("2",)
    whole = counterpart(now, earlier, Address(key, ("2", "background")))
    assert whole.where.parts == ()
    assert len(answer_at(earlier, whole.where).parts) == 2


def test_all_answers_say_each_text_once_and_have_different_names(before: LpdFile) -> None:
    answers = all_answers(before)
    told = [plain_text(runs) for each in answers for _b, runs in walk_runs(each.text)]
    written = [
        plain_text(runs)
        for where, text in text_fields(before.form, before.plan)
        for _b, runs in walk_runs(text)
    ]
    assert [text for text in told if text] == [text for text in written if text]
    names = [each.name for each in answers]
    assert len(set(names)) == len(names)


def test_another_form_is_matched_by_kind_and_nothing_breaks(before: LpdFile) -> None:
    form = read_form(OTHER_FORM)
    now = new_file(form, jobcenter_named("Kreis Kleve", form.year))
    for item in form.items:
        found = counterpart(now, before, Address(item.key))
        if found is not None:
            assert type(before.form.item(found.where.item)) is type(item)
            answer_at(before, found.where)
    for where, _text in text_fields(form, now.plan):
        counterpart(now, before, where)
    assert counterpart(now, before, Address("nowhere")) is None


def test_facts_of_the_cover_are_read_as_a_table(file: LpdFile, before: LpdFile) -> None:
    item = next(iter(before.form.items))
    answer = answer_at(before, Address(item.key))
    cells = [plain_text(runs) for _block, runs in walk_runs(answer.parts[0].blocks)]
    assert before.plan.jobcenter.name in cells
    assert answer.text == ()


def test_the_address_of_an_answer_leads_to_its_text(before: LpdFile) -> None:
    for answer in all_answers(before):
        if blocks_at(before.form, before.plan, answer.where):
            assert blocks_at(before.form, before.plan, answer.where)[0] in answer.text
