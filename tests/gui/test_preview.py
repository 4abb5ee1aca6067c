"""The preview: the printed pages beside the text, newest after a pause, leading to the questions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from lpd_desktop.gui.preview.preview import Preview
from lpd_desktop.gui.preview.shown_preview import ShownPreview


def preview_of(window) -> Preview:
    return window.findChild(Preview)


@pytest.fixture
def shown(qtbot, window, sample_wizard) -> ShownPreview:
    """The preview beside the first page of the sample plan."""
    QTest.keyClick(window, Qt.Key.Key_F5)
    preview = preview_of(window).shown
    qtbot.waitUntil(lambda: preview.redrawing.is_newest)
    return preview


def test_the_preview_shows_all_pages_beside_the_text(shown, window):
    assert shown.host.is_beside
    assert len(shown.pane.view.plan.looks) > 5
    assert shown.pane.page.suffix() or shown.pane._pages.text().startswith("von")
