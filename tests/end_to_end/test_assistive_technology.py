from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.form.model import (
    BudgetItem,
    Form,
    PotentialsItem,
    RichTextItem,
    TopicsItem,
    item_name,
)
from lpd_desktop.gui.approval.changes_page import ChangesPage
from lpd_desktop.gui.approval.names_page import NamesPage
from lpd_desktop.gui.approval.open_page import OpenPage
from lpd_desktop.gui.approval.pages_page import PagesPage
from lpd_desktop.gui.approval.summary_page import SummaryPage
from lpd_desktop.gui.form_row import plain_caption
from lpd_desktop.gui.steps.steps import Step as WizardStep
from lpd_desktop.gui.steps.steps import derive_steps
from lpd_desktop.plan.addresses import text_fields
from lpd_desktop.plan.file import LpdFile, save_lpd, write_lpd
from lpd_desktop.plan.model import Potential, TopicAnswer
from lpd_desktop.plan.new import new_file
from lpd_desktop.plan.rich_text import plain_text, walk_runs
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.release.acceptance import accepted
from lpd_desktop.store.draft_store import DraftStore
from tests.assistive.trial import Step, missing, try_approval, try_fields
from tests.extent import IS_LONG

TABLE = "Tabelle"
AMOUNT = "1234567"
COVER = ("Jobcenter", "Name des Trägers", "Im Satz", "Eigener Name des Jobcenters", "Stand")
DAY = "04.11.2022"
KNOWN = {TABLE: AMOUNT, "Stand": DAY}
TICK = "×"


@pytest.fixture(scope="module")
def empty_plan() -> LpdFile:
    """A plan with every kind of page and no word in it."""
    sample = sample_file()
    new = new_file(sample.form, sample.plan.jobcenter)
    topics = tuple(TopicAnswer(key=topic.key, answers={}) for topic in sample.plan.topics)
    plan = changed(new.plan, topics=topics, potentials=(Potential(topic=""),))
    return replace(new, plan=plan)


def field_names(form: Form, step) -> Iterator[str]:
    """The fields in which text is written on the page of a step."""
    item = form.item(step.item)
    if step.kind == "cover":
        yield from COVER
    elif isinstance(item, BudgetItem):
        yield plain_caption(form.text(item.question)) or "Text zum Budget"
        yield TABLE
    elif isinstance(item, RichTextItem):
        yield form.text(item.question) or f"Text zu {form.text(item_name(item))}"
    elif isinstance(item, TopicsItem) and not step.part:
        yield from (f"{topic.number} {form.text(topic.title)}" for topic in item.topics)
    elif isinstance(item, TopicsItem):
        yield from (form.text(question.text) for question in item.questions_of(step.part))
    elif isinstance(item, PotentialsItem) and step.part:
        yield plain_caption(item.topic_caption)
        yield plain_caption(form.text(item.development_caption))


def _pages(file: LpdFile) -> list[WizardStep]:
    steps = derive_steps(file.form, file.plan)
    of_topics = [step for step in steps if step.kind == "topic"]
    left_out = [] if IS_LONG else of_topics[1:]
    return [step for step in steps if step not in left_out]


def steps_of(file: LpdFile) -> list[Step]:
    """Every field with a word of its own; the short form tries the page of one topic for all."""
    found = []
    for step in _pages(file):
        names = list(field_names(file.form, step))
        is_choice = not step.part and isinstance(file.form.item(step.item), TopicsItem)
        words = {
            name: TICK if is_choice else KNOWN.get(name, f"getippt{len(found)}x{index}")
            for index, name in enumerate(names)
        }
        if words:
            found.append(Step(step.label, words))
    return found


def all_words(file: LpdFile) -> str:
    texts = [plain_text(runs) for _, text in text_fields(file.form, file.plan)
             for _, runs in walk_runs(text)]  # fmt: skip
    jobcenter = file.plan.jobcenter
    named = (jobcenter.name, jobcenter.genitive, jobcenter.own_name)
    return " ".join([*texts, *named, *(each.topic for each in file.plan.potentials)])


@pytest.mark.timeout(280)
def test_every_field_is_found_by_its_name_and_typed_into_from_another_process(
    tmp_path: Path, empty_plan: LpdFile
):
    if missing():
        pytest.skip(missing())
    save_lpd(tmp_path / "plan.lpd", empty_plan)
    steps = steps_of(empty_plan)
    results = try_fields(tmp_path / "plan.lpd", tmp_path / "data", steps)
    assert [result for result in results if result["problem"]] == []
    assert len(results) == sum(len(step.fields) for step in steps) > 10
    with DraftStore.open(tmp_path / "data") as store:
        (draft,) = store.list_drafts()
        saved = store.load(draft.id)
    typed = [
        words
        for step in steps
        for name, words in step.fields.items()
        if name not in KNOWN and words != TICK
    ]
    assert [words for words in typed if words not in all_words(saved)] == []
    assert saved.plan.as_of == "2022-11-04"
    assert f'"plan": {AMOUNT}00' in write_lpd(saved).decode()


@pytest.mark.timeout(280)
def test_a_plan_is_approved_by_names_of_buttons_and_fields_alone(tmp_path: Path):
    if missing():
        pytest.skip(missing())
    sample, data = sample_file(), tmp_path / "data"
    save_lpd(tmp_path / "plan.lpd", sample)
    pages = (OpenPage, ChangesPage, PagesPage, NamesPage, SummaryPage)
    told = {
        "step": next(
            step.label for step in derive_steps(sample.form, sample.plan) if step.kind == "approval"
        ),
        "open": "Freigeben…",
        "pages": [page.title for page in pages],
        "next": "Weiter >",
        "names": NamesPage.title,
        "fields": {"Name": "Ada Probe", "Funktion": "Leitung", "Ort": "Talheim", "Datum": ""},
        "sign": "Freigeben und PDF speichern…",
        "save": "Freigeben und PDF speichern",
        "path": str(tmp_path / "frei.pdf"),
        "done": "Freigegeben",
    }
    assert try_approval(tmp_path / "plan.lpd", data, told) == ""
    release = accepted((tmp_path / "frei.pdf").read_bytes()).file.release
    assert release is not None
    assert [each.name for each in release.signatories] == ["Ada Probe"]
    with DraftStore.open(data) as store:
        (draft,) = store.list_drafts()
        assert store.load(draft.id).release == release
