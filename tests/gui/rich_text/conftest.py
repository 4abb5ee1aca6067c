from __future__ import annotations

import pytest

from lpd_desktop.gui.rich_text.editor import RichTextEdit


@pytest.fixture
def edit(qtbot):
    widget = RichTextEdit()
    qtbot.addWidget(widget)
    widget.resize(500, 200)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    widget.setFocus()
    return widget
