"""Pictures of last year's answers, two columns, the text alone, the form's wording, topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lpd_desktop.gui.pages.topic_choice import TopicChoicePage
from lpd_desktop.gui.wording.wording_dialog import WordingDialog
from lpd_desktop.plan.sample import sample_file
from tests.gui.beside.conftest import next_year

if TYPE_CHECKING:
    from tests.gui.screenshots import Camera, Wait


def shoot_beside(camera: Camera, wait: Wait) -> None:
    """A plan of the year after, with the sample beside it."""
    window = camera.window
    first = window.session
    window.opening.take(next_year(sample_file()))
    wait(lambda: window.session is not first and window.session.is_checked)
    _shoot_earlier(camera, wait)
    _shoot_topics(camera)
    camera.shoot_dialog("form-wording", WordingDialog(window, window.wizard._context), lambda: True)


def _shoot_earlier(camera: Camera, wait: Wait) -> None:
    window, panel = camera.window, camera.window.wizard.panel
    topic = next(step.key for step in window.wizard.steps if step.kind == "topic")
    window.wizard.go_to(topic)
    window.wizard.focus_page()
    window.actions_by_key["earlier"].trigger()
    wait(lambda: panel.earlier.plan.newest is not None)
    panel.earlier.reader.take_at_cursor()
    camera.shoot("earlier")
    for key in ("columns", "text_only"):
        window.actions_by_key[key].trigger()
        camera.shoot(f"earlier-{key}")
    window.actions_by_key["text_only"].trigger()
    window.wizard.go_to("A.budget")
    camera.shoot("earlier-budget")


def _shoot_topics(camera: Camera) -> None:
    """A topic that waits with its text, and one too many."""
    window = camera.window
    window.wizard.go_to("B.topics")
    page = window.wizard.page
    assert isinstance(page, TopicChoicePage)
    first = page.file.plan.topics[0].key
    others = [key for key in page._topics if page.file.plan.topic(key) is None]
    for key in (first, *others[:2]):
        page._topics[key].box.click()
    camera.shoot("topics-waiting")
