"""How a chosen topic is called: by the planner where it is a free one, else by the form."""

from __future__ import annotations

from lpd_desktop.form.model import Form, Topic, topic_name
from lpd_desktop.plan.model import TopicAnswer


def chosen_title(form: Form, answer: TopicAnswer) -> str:
    """The whole title, as it is printed; the key of a topic that the form does not know."""
    topic = _topic(form, answer)
    return answer.title or (form.text(topic.title) if topic else answer.key)


def chosen_name(form: Form, answer: TopicAnswer) -> str:
    """The short name, for steps and messages."""
    topic = _topic(form, answer)
    return answer.title or (form.text(topic_name(topic)) if topic else answer.key)


def _topic(form: Form, answer: TopicAnswer) -> Topic | None:
    return form.topics.topic(answer.key) if form.topics is not None else None
