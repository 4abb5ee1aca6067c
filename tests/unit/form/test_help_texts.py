from __future__ import annotations

from pathlib import Path

import pytest

from lpd_desktop.form.help_texts import help_texts
from lpd_desktop.form.library import form_with_id
from lpd_desktop.form.model import TopicsItem
from lpd_desktop.form.reading import read_form

OTHER_FORM = Path(__file__).resolve().parents[2] / "data" / "forms" / "second-form.toml"


def test_a_topic_has_the_help_of_its_questions_below_it() -> None:
    form = form_with_id("lpd-2023")
    head, *questions = help_texts(form, form.topics, "health")
    assert head.parts == ()
    assert [text.parts for text in questions] == [("health", "why"), ("health", "how")]
    assert all(text.text for text in questions)


def test_every_help_text_of_a_form_is_told_with_the_year_filled_in() -> None:
    for form in (form_with_id("lpd-2023"), read_form(OTHER_FORM)):
        for item in form.items:
            texts = help_texts(form, item)
            assert texts[0].text == form.text(item.help)
            assert all("{" not in text.text + text.caption for text in texts)
            if isinstance(item, TopicsItem):
                keys = [topic.key for topic in item.topics]
                assert [t.parts[0] for t in texts[1:] if t.parts[0]] == keys


@pytest.mark.parametrize("topic", ["", "unknown"])
def test_an_unknown_topic_has_the_questions_of_all(topic: str) -> None:
    form = form_with_id("lpd-2023")
    texts = [text.text for text in help_texts(form, form.topics, topic)]
    assert form.topics.questions[0].help in texts
