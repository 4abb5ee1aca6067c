"""The preview: the printed pages beside the text, newest after a pause, leading to questions."""

from __future__ import annotations

import pytest
from msgspec.structs import replace as changed
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from lpd_desktop.gui.pages.page import TEXT_WIDTH
from lpd_desktop.gui.preview import plan_drawing, redrawing
from lpd_desktop.gui.preview.page_view import PageView
from lpd_desktop.gui.preview.place_names import place_name
from lpd_desktop.gui.preview.preview import Preview
from lpd_desktop.gui.preview.shown_preview import ShownPreview
from lpd_desktop.gui.text_editor import RichTextEdit
from lpd_desktop.pdf import rendering
from lpd_desktop.plan.addresses import Address, text_fields
from lpd_desktop.plan.sample import sample_file
from tests.gui.conftest import inputs

CONTROL = Qt.KeyboardModifier.ControlModifier

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


def settle(qtbot, preview: ShownPreview) -> None:
    """Waits for the newest pages."""
    qtbot.waitUntil(lambda: not preview.redrawing._pause.isActive())
    qtbot.waitUntil(lambda: preview.redrawing.is_newest)


@pytest.fixture
def shown(qtbot, window, sample_wizard, monkeypatch) -> ShownPreview:
    """The preview beside the page of a text; it waits less long for a pause in writing."""
    monkeypatch.setattr(redrawing, "PAUSE_MS", 40)
    sample_wizard.go_to("A.staff")
    sample_wizard.focus_page()
    QTest.keyClick(window, Qt.Key.Key_F5)
    preview = window.findChild(Preview).shown
    settle(qtbot, preview)
    return preview


@pytest.fixture
def view(shown) -> PageView:
    return shown.pane.view


def point_on(view: PageView, address: str) -> QPoint:
    """A point inside of where an address is printed, in the view."""
    rect = view.rect_of(view.plan.places.of(address)[0])
    return QPoint(rect.left() + 6, rect.top() + 4 - view.top)


def click_on(view: PageView, address: str) -> None:
    view.reveal(view.plan.places.of(address))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_on(view, address))


def test_f5_shows_the_pages_beside_the_text_and_closes_them_again(window, shown, view):
    assert shown.host.is_beside
    assert len(view.plan.looks) > 5
    assert isinstance(QApplication.focusWidget(), RichTextEdit), "the cursor stays in the text"
    QTest.keyClick(window, Qt.Key.Key_F5)
    assert not shown.is_open


def test_an_open_preview_comes_back_with_the_plan(qtbot, window, shown, take):
    window.show_start()
    qtbot.waitUntil(lambda: not window.findChildren(PageView))
    take(window, sample_file())
    previews = [each for each in window.findChildren(Preview) if each.shown is not None]
    qtbot.waitUntil(lambda: previews[0].shown.is_open if previews else False)
    settle(qtbot, previews[0].shown)


def test_a_closed_preview_draws_nothing(qtbot, window, shown, sample_wizard, monkeypatch):
    QTest.keyClick(window, Qt.Key.Key_F5)
    monkeypatch.setattr(rendering, "render_raw", lambda *_args, **_more: pytest.fail("drawn"))
    QTest.keyClicks(QApplication.focusWidget(), "neu ")
    sample_wizard.flush()
    qtbot.wait(80)
    assert not window.services.previews.is_busy


def test_what_is_typed_is_on_the_page_and_only_what_changed_is_drawn(
    qtbot, shown, view, monkeypatch
):
    drawn: list[int] = []
    draw = plan_drawing.page_image

    def counted(data: bytes, page: int, scale: float):
        drawn.append(page)
        return draw(data, page, scale)

    monkeypatch.setattr(plan_drawing, "page_image", counted)
    before = view.plan.looks
    assert len(view.pages_in_sight) > 1
    QTest.keyClicks(QApplication.focusWidget(), "Quitte ")
    qtbot.waitUntil(lambda: view.plan.looks != before)
    settle(qtbot, shown)
    different = [
        at
        for at, pair in enumerate(zip(before, view.plan.looks, strict=True))
        if pair[0] != pair[1]
    ]
    assert set(drawn) == set(different) & set(view.pages_in_sight)
    assert set(drawn) < set(view.pages_in_sight)


def test_the_edited_place_is_marked_and_followed(qtbot, shown, view, window):
    field, blocks = list(text_fields(window.session.file.form, window.session.file.plan))[-1]
    window.wizard.lead_to(str(field.at_block(blocks[0].id)))
    place = view.plan.places.of(str(field.at_block(blocks[0].id)))[0]
    qtbot.waitUntil(lambda: place.page in view.pages_in_sight)
    assert view._edited == str(field.at_block(blocks[0].id))
    settle(qtbot, shown)
    rect = view.rect_of(place)
    picture = view.viewport().grab().toImage()
    bar = picture.pixelColor(rect.left() - 7, rect.center().y() - view.top)
    assert bar.lightness() < 130, "a dark bar beside the text, on white paper"


def test_who_does_not_want_to_be_followed_is_not(qtbot, shown, view, window):
    shown.pane.follow.setChecked(False)
    top = view.top
    window.wizard.lead_to("C.potentials/1/development")
    qtbot.waitUntil(lambda: view._edited.startswith("C.potentials/1"))
    assert view.top == top


def test_a_click_leads_to_the_question_with_the_cursor_in_the_block(shown, view, window):
    field, blocks = list(text_fields(window.session.file.form, window.session.file.plan))[-1]
    address = str(field.at_block(blocks[-1].id))
    click_on(view, address)
    assert window.wizard.steps.current.key == f"{field.item}/{field.parts[0]}"
    assert shown._edited.address == address
    assert isinstance(QApplication.focusWidget(), RichTextEdit)


def test_the_contents_lead_to_what_they_name(shown, view, window):
    (box, *_more) = [each for each in view.plan.places.stops if each.page == 1][-1:]
    view.go_to_page(1)
    rect = view.rect_of(box)
    point = QPoint(rect.left() + 4, rect.center().y() - view.top)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert window.wizard.steps.current.key == box.address


def test_every_printed_place_has_a_name_and_a_page_of_the_wizard(view, window):
    file = window.session.file
    for place in view.plan.places.stops:
        assert place_name(file, place.address) != "Dokument", place
        assert window.wizard.steps.showing(Address.parse(place.address)) is not None, place


def test_escape_and_f6_lead_back_to_the_text(shown, view, window):
    edit = QApplication.focusWidget()
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F6):
        QTest.keyClick(window, Qt.Key.Key_F6)
        assert view.hasFocus()
        QTest.keyClick(view, key)
        assert edit.hasFocus()


def test_control_and_g_ask_for_a_page(qtbot, shown, view, window):
    QTest.keyClick(window, Qt.Key.Key_F6)
    QTest.keyClick(view, Qt.Key.Key_G, CONTROL)
    assert shown.pane.page.hasFocus()
    QTest.keyClicks(shown.pane.page, "4")
    QTest.keyClick(shown.pane.page, Qt.Key.Key_Return)
    assert view.current_page == 3
    assert shown.pane._pages.text() == f"von {len(view.plan.looks)}"
    qtbot.waitUntil(lambda: view.is_complete)


def test_the_size_of_the_pages_is_chosen_and_remembered(qtbot, shown, view):
    scale = view.stack.scale
    shown.pane._larger.click()
    assert view.stack.scale > scale
    assert shown.pane.zoom.currentText().endswith("%")
    settle(qtbot, shown)
    assert shown._memory.zoom == view.zoom


def test_the_preview_moves_into_a_window_of_its_own_and_back(qtbot, shown, view, window):
    shown.pane._mover.click()
    assert shown.is_open
    assert not shown.host.is_beside
    assert view.window() is not window
    settle(qtbot, shown)
    shown.pane._mover.click()
    assert shown.host.is_beside
    assert view.window() is window
    shown.pane._mover.click()
    view.window().close()
    assert not shown.is_open
    QTest.keyClick(window, Qt.Key.Key_F5)
    assert not shown.host.is_beside, "where it was is remembered"


def test_a_click_in_its_own_window_leads_to_the_question(qtbot, shown, view, window):
    shown.pane._mover.click()
    settle(qtbot, shown)
    click_on(view, "B.topics")
    assert window.wizard.steps.current.key == "B.topics"
    qtbot.waitUntil(window.isActiveWindow)


def test_what_cannot_be_set_is_told_with_the_way_there_and_the_old_pages_are_greyed(
    qtbot, shown, view, window, monkeypatch
):
    field = list(text_fields(window.session.file.form, window.session.file.plan))[-1][0]
    monkeypatch.setattr(plan_drawing, "_culprit", lambda _file: str(field))
    with monkeypatch.context() as broken:
        broken.setattr(rendering, "render_raw_edition", _refuse)
        QTest.keyClicks(QApplication.focusWidget(), "neu ")
        qtbot.waitUntil(shown.pane.trouble.isVisible)
    assert view.is_stale
    assert "nicht darstellen" in shown.pane.trouble.sentence.text()
    shown.pane.trouble.button.click()
    assert window.wizard.steps.current.item == field.item
    QTest.keyClicks(QApplication.focusWidget(), "neu ")
    qtbot.waitUntil(lambda: not view.is_stale)
    assert not shown.pane.trouble.isVisible()


def _refuse(*_args, **_more):
    raise ValueError("layout")


def test_the_answer_that_cannot_be_set_is_found(monkeypatch):
    file = sample_file()
    fields = [address for address, blocks in text_fields(file.form, file.plan) if blocks]

    def refusing(_story, _parent, _blocks, address, _level) -> None:
        if address == fields[3]:
            raise ValueError

    monkeypatch.setattr("lpd_desktop.pdf.rich_text_story.add_blocks", refusing)
    assert plan_drawing._culprit(file) == str(fields[3])


def test_a_plan_changed_after_its_seal_says_so(monkeypatch):
    from lpd_desktop.plan.work import Release

    file = sample_file()
    sealed = type(file)(
        file.form,
        changed(file.plan, as_of="2022-12-01"),
        file.work,
        Release(version=1, seal="0" * 64, signatories=(), place="", date="2022-12-01"),
    )
    with pytest.raises(plan_drawing.NotDrawnError, match="Siegel") as caught:
        plan_drawing.DrawPlan(sealed, plan_drawing.Wanted())(plan_drawing.Progress())
    assert caught.value.where == "approval"


def test_everything_in_the_preview_has_a_name_and_the_text_keeps_its_room(shown, window):
    for widget in inputs(shown.pane):
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        assert widget.accessibleName() or text, widget
    assert window.width() == 1366
    assert window.wizard.width() > TEXT_WIDTH


def test_closing_the_plan_while_pages_are_drawn_leaves_nothing_behind(qtbot, shown, window):
    shown.redrawing.draw_now()
    window.show_start()
    qtbot.waitUntil(lambda: not window.services.previews.is_busy)
    qtbot.waitUntil(lambda: not window.findChildren(PageView))
