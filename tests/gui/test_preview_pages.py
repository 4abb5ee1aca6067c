"""The pages of the preview by themselves: scrolled, magnified, walked through, replaced."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as changed
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPalette, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lpd_desktop.gui.look.palettes import contrast_palette, dark_palette
from lpd_desktop.gui.preview.page_marks import desk
from lpd_desktop.gui.preview.page_stack import PageStack
from lpd_desktop.gui.preview.page_view import PageView
from lpd_desktop.gui.preview.plan_drawing import DrawnPlan, DrawPages, DrawPlan, Wanted
from lpd_desktop.gui.preview.zoom import (
    FIT_TEXT,
    FIT_WIDTH,
    STEPS,
    WHOLE_PAGE,
    next_zoom,
    zoom_from,
    zoom_name,
)
from lpd_desktop.pdf.styles import PAGE_HEIGHT, PAGE_WIDTH
from lpd_desktop.plan.addresses import text_fields
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import Paragraph, Run
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.runtime.progress import Progress

CONTROL = Qt.KeyboardModifier.ControlModifier
SCALES = st.floats(0.2, 6)


@pytest.fixture(scope="module")
def plan() -> DrawnPlan:
    return DrawPlan(sample_file(), Wanted())(Progress())


@pytest.fixture
def view(qtbot, plan) -> PageView:
    """Pages beside nothing, 420 pixels wide."""
    shown = PageView(lambda address: f"<{address}>")
    qtbot.addWidget(shown)
    shown.resize(420, 600)
    shown.show()
    shown.activateWindow()
    shown.setFocus()
    qtbot.waitUntil(shown.hasFocus)
    shown.show_plan(plan)
    return shown


def draw(view: PageView) -> None:
    view.add_pictures(DrawPages(view.plan, view.wanted)(Progress()))


def point_on(view: PageView, address: str) -> QPoint:
    """A point inside of where an address is printed, in the view."""
    rect = view.rect_of(view.plan.places.of(address)[0])
    return QPoint(rect.left() + 6, rect.top() + 4 - view.top)


def with_longer_start(file: LpdFile) -> LpdFile:
    """The plan with two pages more in its first text."""
    item = next(text_fields(file.form, file.plan))[0].item
    more = Paragraph("more", (Run(text="Zeile\n" * 80),))
    answer = file.plan.answer(item)
    text = (more, *answer.text)
    return replace(file, plan=file.plan.with_answer(item, changed(answer, text=text)))


@given(SCALES, st.integers(1, 40), st.integers(100, 3000), st.floats(0, 1), st.floats(0, 1))
def test_a_point_of_a_page_is_found_again(scale: float, pages: int, width: int, x: float, y: float):
    stack = PageStack(pages, scale, width)
    page = pages - 1
    wanted = (page, x * PAGE_WIDTH, y * PAGE_HEIGHT)
    left, top, _width, _height = stack.rect((page, wanted[1], 0, PAGE_WIDTH, wanted[2]))
    found = stack.point(left, top)
    assert found[0] == page
    assert abs(found[1] - wanted[1]) <= 1 / scale
    assert abs(found[2] - wanted[2]) <= 2 / scale


@given(SCALES, st.integers(1, 40), st.integers(0, 100_000))
def test_the_pages_in_sight_are_pages(scale: float, pages: int, top: int):
    stack = PageStack(pages, scale, 400)
    seen = stack.visible(top, top + 500)
    assert len(seen) > 0
    assert 0 <= seen[0] <= seen[-1] < pages


def test_steps_of_size_go_up_and_down_and_end():
    assert next_zoom(1.0, 1) == 1.1
    assert next_zoom(1.03, -1) == 1.0
    assert next_zoom(99, 1) == STEPS[-1]
    assert next_zoom(0.01, -1) == STEPS[0]


def test_a_size_is_remembered_by_its_words():
    for zoom in (FIT_WIDTH, FIT_TEXT, WHOLE_PAGE, *STEPS):
        assert zoom_from(str(zoom)) == zoom
        assert zoom_name(zoom)
    for text in ("", "x", "-1", "1e9", "nan"):
        assert zoom_from(text) == FIT_WIDTH


def test_only_pages_in_sight_are_wanted_and_none_twice(view):
    assert list(view.wanted.pages) == list(view.pages_in_sight)
    assert len(view.wanted.pages) < 4
    assert not view.is_complete
    draw(view)
    assert view.is_complete
    assert not DrawPages(view.plan, view.wanted)(Progress()).pictures


def test_pages_are_paper_with_letters_on_a_desk_of_another_colour(view):
    draw(view)
    picture = view.viewport().grab().toImage()
    stack = view.stack
    assert picture.pixelColor(stack.left + 5, stack.top(0) + 5).name() == "#ffffff"
    assert picture.pixelColor(3, 300).name() != "#ffffff"
    dark = [
        x
        for x in range(stack.left, 400)
        for y in range(120, 200)
        if picture.pixelColor(x, y).lightness() < 120
    ]
    assert dark, "the title is printed"


def test_pictures_out_of_sight_are_dropped_when_they_take_too_much(view, monkeypatch):
    monkeypatch.setattr("lpd_desktop.gui.preview.page_pictures._KEPT_BYTES", 0)
    draw(view)
    first = view.plan.looks[0]
    assert view._pictures.of(first) is not None
    QTest.keyClick(view, Qt.Key.Key_End)
    draw(view)
    assert view.is_complete
    assert view._pictures.of(first) is None


def test_pages_are_sharp_on_a_dense_screen(view, monkeypatch):
    monkeypatch.setattr(PageView, "devicePixelRatioF", lambda _self: 2.0)
    assert view.wanted.scale == pytest.approx(view.stack.scale * 2, abs=0.001)
    draw(view)
    picture = view._pictures.of(view.plan.looks[0])
    assert picture.devicePixelRatio() == 2.0
    assert abs(picture.width() - 2 * view.stack.page_width) <= 2


def test_places_are_walked_through_with_the_arrows_and_said(view):
    chosen: list[str] = []
    view.place_chosen.connect(chosen.append)
    view.go_to_page(2)
    QTest.keyClick(view, Qt.Key.Key_Right)
    first = view._stop
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert first.page == view._stop.page == 2
    assert f"<{view._stop.address}>" in view.accessibleName()
    assert "Seite 3 von" in view.accessibleDescription()
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen == [first.address]


def test_all_places_can_be_walked_through_and_are_seen(view):
    QTest.keyClick(view, Qt.Key.Key_Home)
    seen = []
    for _place in view.plan.places.stops:
        QTest.keyClick(view, Qt.Key.Key_Right)
        rect = view.rect_of(view._stop)
        assert rect.bottom() > view.top
        assert rect.top() < view.top + view.viewport().height()
        seen.append(view._stop)
    assert seen[-1] == view.plan.places.stops[-1]


def test_a_click_chooses_the_innermost_place_and_a_drag_none(view):
    chosen: list[str] = []
    view.place_chosen.connect(chosen.append)
    address = next(each.address for each in view.plan.places.stops if "#" in each.address)
    view.reveal(view.plan.places.of(address))
    point = point_on(view, address)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=point + QPoint(0, 90))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=point)
    assert chosen == [address]


def test_the_mouse_is_a_hand_over_places_alone(view):
    address = next(each.address for each in view.plan.places.stops if "#" in each.address)
    view.reveal(view.plan.places.of(address))
    QTest.mouseMove(view.viewport(), point_on(view, address))
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(view.viewport(), QPoint(2, 300))
    assert view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_home_end_and_page_down_scroll(view):
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.current_page == len(view.plan.looks) - 1
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.top == 0
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.top > 300


def test_the_wheel_scrolls_and_with_control_it_magnifies(view):
    view.set_zoom(1.0)
    for modifiers in (Qt.KeyboardModifier.NoModifier, CONTROL):
        point = QPointF(50, 50)
        wheel = QWheelEvent(
            point,
            view.mapToGlobal(point),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.viewport(), wheel)
    assert view.top > 0
    assert view.zoom == 0.9


def test_control_and_plus_minus_zero_magnify(view):
    scale = view.stack.scale
    QTest.keyClick(view, Qt.Key.Key_Plus, CONTROL)
    assert view.stack.scale > scale
    QTest.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    QTest.keyClick(view, Qt.Key.Key_0, CONTROL)
    assert view.zoom == FIT_WIDTH
    assert view.horizontalScrollBar().maximum() == 0


def test_the_width_of_the_text_is_seen_from_its_middle(view):
    view.set_zoom(FIT_TEXT)
    bar = view.horizontalScrollBar()
    assert 0 < bar.value() == bar.maximum() // 2


def test_what_is_seen_stays_when_text_is_added_above(view):
    view.go_to_page(6)
    address = view._seen.address
    height = point_on(view, address).y()
    assert 0 <= height < view.viewport().height()
    view.show_plan(DrawPlan(with_longer_start(view.plan.file), Wanted())(Progress()))
    assert view.plan.places.of(address)[0].page > 6
    assert abs(point_on(view, address).y() - height) <= 2


@pytest.mark.parametrize("zoom", [0.5, 2.0])
def test_what_is_seen_stays_when_pages_are_magnified_or_the_view_is_resized(view, zoom):
    view.go_to_page(6)
    address = view._seen.address
    view.set_zoom(zoom)
    assert 0 <= point_on(view, address).y() < view.viewport().height()
    view.set_zoom(FIT_WIDTH)
    view.resize(700, 400)
    assert 0 <= point_on(view, address).y() < view.viewport().height()


def test_the_edited_place_has_a_dark_bar_beside_it(view):
    address = next(each.address for each in view.plan.places.stops if "#" in each.address)
    view.mark(address, reveal=True)
    rect = view.rect_of(view.plan.places.of(address)[0])
    picture = view.viewport().grab().toImage()
    bar = picture.pixelColor(rect.left() - 7, rect.center().y() - view.top)
    assert bar.lightness() < 130


def test_a_place_in_sight_is_not_scrolled_to(view):
    address = view.plan.places.stops[0].address
    view.mark(address, reveal=True)
    view.verticalScrollBar().setValue(40)
    view.mark(address, reveal=True)
    assert view.top == 40


def test_an_empty_plan_has_its_cover_alone(qtbot):
    file = sample_file()
    bare = replace(file, plan=changed(file.plan, answers={}, topics=(), potentials=()))
    view = PageView(str)
    qtbot.addWidget(view)
    view.resize(300, 400)
    view.show()
    view.show_plan(DrawPlan(bare, Wanted())(Progress()))
    for key in (Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_PageDown):
        QTest.keyClick(view, key)
    assert view.current_page == 0
    assert view._stop.address.startswith("cover/")


def test_pages_lie_on_something_darker_in_every_scheme(qapp):
    for palette in (QPalette(), dark_palette(), contrast_palette()):
        assert desk(palette).lightness() < 215
