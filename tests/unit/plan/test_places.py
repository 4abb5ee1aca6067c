"""Places and titles speak as the form does, whatever its keys and wordings look like."""

from __future__ import annotations

import json

import msgspec
import pytest

from lpd_desktop.check.summary import summary_of
from lpd_desktop.form.library import form_for_year
from lpd_desktop.form.model import Form
from lpd_desktop.pdf.plan_story import plan_story
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Jobcenter, TopicAnswer, empty_plan
from lpd_desktop.plan.places import place_of
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.topic_names import chosen_name, chosen_title


@pytest.fixture
def file() -> LpdFile:
    """A plan whose form has keys without the section's letter and years in its titles."""
    raw = json.loads(msgspec.json.encode(form_for_year(2023)))
    topics = next(item for part in raw["sections"] for item in part["items"] if "topics" in item)
    topics["topics"][0] |= {"key": "first", "title": "Ziele für {year}", "short": "Ziele {year}"}
    renamed = json.loads(json.dumps(raw).replace('"B.topics"', '"subjects"'))
    form = msgspec.convert(renamed, Form)
    question = form.topics.questions_of("first")[0].key if form.topics else ""
    answer = TopicAnswer(key="first", answers={question: (paragraph("So wird es."),)})
    plan = msgspec.structs.replace(empty_plan(form, Jobcenter()), topics=(answer,))
    return LpdFile(form, plan)


def test_the_place_of_a_topic_names_its_section_and_the_year(file: LpdFile) -> None:
    assert place_of(file.form, file.plan, Address("subjects", ("first",))) == "B.1 Ziele 2023"
    assert place_of(file.form, file.plan, Address("subjects")).startswith("B ")


def test_title_and_name_of_a_chosen_topic_are_filled_in_everywhere(file: LpdFile) -> None:
    [answer] = file.plan.topics
    assert chosen_title(file.form, answer) == "Ziele für 2023"
    assert chosen_name(file.form, answer) == "Ziele 2023"
    assert summary_of(file, []).topics == ("Ziele für 2023",)


def test_the_title_of_the_planner_comes_before_that_of_the_form(file: LpdFile) -> None:
    own = TopicAnswer(key="first", title="Eigener Titel", answers={})
    assert chosen_title(file.form, own) == chosen_name(file.form, own) == "Eigener Titel"
    assert chosen_title(file.form, TopicAnswer(key="lost", answers={})) == "lost"


def test_the_pages_show_the_year_in_title_and_list_of_topics(file: LpdFile) -> None:
    texts = [text for _role, text in plan_story(file).root.texts()]
    assert "{" not in " ".join(texts)
    assert any(text.endswith("Ziele für 2023 (gewählt: B.1)") for text in texts)
