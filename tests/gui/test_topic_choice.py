from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton

from lpd_desktop.gui.announcing import heard
from lpd_desktop.gui.findings.finding_notes import FindingNotes
from lpd_desktop.gui.findings.overview import Overview
from lpd_desktop.gui.pages.topic_choice import TopicChoicePage
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.words import block_words
from tests.gui.conftest import checked


@pytest.fixture
def page(sample_wizard: PlanWizard) -> TopicChoicePage:
    sample_wizard.go_to("B.topics")
    sample_wizard.focus_page()
    return sample_wizard.page


def chosen(page: TopicChoicePage) -> list[str]:
    return [topic.key for topic in page.file.plan.topics]


def press(qtbot, page: TopicChoicePage, key: str) -> None:
    box = page._topics[key].box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)


def test_a_fourth_tick_is_explained_at_its_box_and_said_aloud(qtbot, page: TopicChoicePage) -> None:
    before, told = chosen(page), []
    with heard(told.append):
        press(qtbot, page, "health")
    row = page._topics["health"]
    assert not row.box.isChecked()
    assert chosen(page) == before
    assert "„Gleichberechtigung“" in told[-1]
    assert told[-1] in row.box.accessibleDescription()
    assert told[-1] in row.findChild(FindingNotes).text
    assert row.findChild(FindingNotes).isVisible()
    assert "Fehler" not in row.findChild(FindingNotes).text


def test_a_screen_reader_that_toggles_a_box_without_a_click_chooses_too(
    page: TopicChoicePage,
) -> None:
    key, *others = chosen(page)
    for wanted in (others, [*others, key]):
        face = QAccessible.queryAccessibleInterface(page._topics[key].box)
        face.actionInterface().doAction(face.actionInterface().actionNames()[0])
        assert chosen(page) == wanted


def test_the_explanation_goes_when_something_else_is_done(qtbot, page: TopicChoicePage) -> None:
    press(qtbot, page, "health")
    press(qtbot, page, chosen(page)[0])
    row = page._topics["health"]
    assert not row.findChild(FindingNotes).isVisible()
    assert "schon" not in row.box.accessibleDescription()
    press(qtbot, page, "health")
    assert chosen(page)[-1] == "health"


def test_a_topic_put_away_says_where_its_text_is_and_brings_it_back(
    qtbot, page: TopicChoicePage
) -> None:
    key = chosen(page)[1]
    before = page.file.plan.topic(key)
    count = sum(len(block_words(blocks)) for blocks in before.answers.values())
    press(qtbot, page, key)
    row = page._topics[key]
    assert row._waiting.isVisible()
    assert f"({count} Wörter) liegt bereit" in row._waiting.text()
    assert "Ihr Text vom " in row._waiting.text()
    assert row._waiting.text() in row.box.accessibleDescription()
    press(qtbot, page, key)
    assert not row._waiting.isVisible()
    assert page.file.plan.topic(key) == before
    assert chosen(page)[-1] == key


def test_choosing_moving_and_putting_away_are_a_step_each(qtbot, page: TopicChoicePage) -> None:
    before = chosen(page)
    draft = page.context.session.draft
    box = page._topics[before[0]].box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert draft.undo_title == "Thema verschieben"
    press(qtbot, page, before[0])
    assert draft.undo_title == "Thema abwählen"
    draft.undo()
    draft.undo()
    assert chosen(page) == before
    assert [page._topics[key]._place.text() for key in before] == ["B.1", "B.2", "B.3"]


def test_alt_and_arrows_move_a_topic_and_say_the_new_order(qtbot, page: TopicChoicePage) -> None:
    first, second, third = chosen(page)
    box = page._topics[third].box
    box.setFocus()
    told = []
    with heard(told.append):
        for _ in range(3):
            qtbot.keyClick(box, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert chosen(page) == [third, first, second]
    assert told[0].index("B.2") < told[0].index("B.3")
    assert page._count.text() == told[-1]
    assert box.hasFocus()


def test_a_button_that_can_do_no_more_hands_the_focus_to_its_box(
    qtbot, page: TopicChoicePage
) -> None:
    second = chosen(page)[1]
    row = page._topics[second]
    up = next(b for b in row.findChildren(QPushButton) if b.accessibleName().endswith("oben"))
    up.setFocus()
    qtbot.keyClick(up, Qt.Key.Key_Space)
    assert chosen(page)[0] == second
    assert row.box.hasFocus()


def test_two_topics_are_a_finding_that_leads_here(
    qtbot, page: TopicChoicePage, sample_wizard: PlanWizard
) -> None:
    press(qtbot, page, chosen(page)[0])
    checked(qtbot, sample_wizard.window())
    found = [each for each in sample_wizard._session.findings if each.rule == "TOPICS-MISSING"]
    assert [each.level for each in found] == ["error"]
    overview = Overview(sample_wizard._session.file, found)
    assert (overview.number("missing"), overview.number("error")) == (1, 0)
    assert "2 von 3 Themen gewählt, noch 1 wählen" in page._count.text()
    assert not page._notes.text
    sample_wizard.go_to("cover")
    sample_wizard.lead_to(found[0].where)
    assert page.first_field().hasFocus()
    assert found[0].message in sample_wizard.page._notes.text


def test_choosing_goes_on_while_pages_come_and_go(
    qtbot, page: TopicChoicePage, sample_wizard: PlanWizard
) -> None:
    for key in (chosen(page)[0], chosen(page)[1], "health", "equality", "health"):
        press(qtbot, page, key)
        checked(qtbot, sample_wizard.window())
        qtbot.wait(50)
    assert "equality" in chosen(page)
    assert "health" not in chosen(page)
    assert sample_wizard.toolbar.table_menu.actions()[0].text().startswith("Tabelle")


def test_no_title_is_clipped(page: TopicChoicePage, sample_wizard: PlanWizard, qtbot) -> None:
    sample_wizard.window().resize(900, 600)
    qtbot.wait(20)
    for row in page._topics.values():
        metrics = row.box.fontMetrics()
        widest = max(metrics.horizontalAdvance(line) for line in row.box.text().split("\n"))
        assert widest < row.box.width()
        assert row.box.height() >= metrics.lineSpacing() * len(row.box.text().split("\n"))
