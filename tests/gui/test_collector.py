"""Garbage is collected on the GUI thread without getting in the way of the worker threads."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QObject

from lpd_desktop.gui.collector import Collector


class _Ring:
    def __init__(self) -> None:
        self.itself = self


def rings() -> int:
    return sum(isinstance(each, _Ring) for each in gc.get_objects())


@pytest.mark.usefixtures("qapp")
def test_what_holds_itself_goes_though_no_object_is_taken_into_a_list(monkeypatch) -> None:
    """A tuple that a worker is making, held by somebody else for a moment, ends its job."""
    parent = QObject()
    collector = Collector(parent)
    with monkeypatch.context() as patch:
        patch.delattr(gc, "get_objects")
        for _ in range(60):
            for _ in range(1000):
                _Ring()
            collector.collect_due()
    assert rings() <= 2000
