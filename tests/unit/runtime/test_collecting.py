"""Garbage is looked for less often, and afterwards as before."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from lpd_desktop.runtime.collecting import OBJECTS_BETWEEN, fewer_collections


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


def test_inside_more_objects_are_made_between_two_looks():
    with fewer_collections():
        assert gc.get_threshold() == (OBJECTS_BETWEEN, 10, 10)
        assert gc.isenabled()


def test_the_usual_rhythm_returns_even_after_an_error():
    with pytest.raises(ValueError, match="broken"), fewer_collections():
        raise ValueError("broken")
    assert gc.get_threshold() == (700, 10, 10)


def test_of_two_that_overlap_the_last_one_brings_it_back():
    one, other = fewer_collections(), fewer_collections()
    one.__enter__()
    other.__enter__()
    one.__exit__(None, None, None)
    assert gc.get_threshold()[0] == OBJECTS_BETWEEN
    other.__exit__(None, None, None)
    assert gc.get_threshold() == (700, 10, 10)


def test_where_nobody_looks_at_all_it_stays_so():
    gc.set_threshold(0)
    with fewer_collections():
        assert gc.get_threshold()[0] == 0
