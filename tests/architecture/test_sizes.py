"""Functions and files stay short."""

from __future__ import annotations

import statistics

from tests.architecture.source_tree import functions, texts

LONGEST_FUNCTION = 50
LONGEST_CONSTRUCTOR = 30
LONGEST_FILE = 400
USUAL_FILE = 300
USUAL_FUNCTION = 25


def _ninth_decile(numbers: list[int]) -> float:
    return statistics.quantiles(numbers, n=10)[-1]


def test_no_function_is_longer_than_fifty_lines() -> None:
    assert [place for place, _, lines in functions() if lines > LONGEST_FUNCTION] == []


def test_no_constructor_is_longer_than_thirty_lines() -> None:
    long = [
        place
        for place, node, lines in functions()
        if node.name == "__init__" and lines > LONGEST_CONSTRUCTOR
    ]
    assert long == []


def test_half_of_the_functions_have_at_most_eight_lines() -> None:
    lengths = [lines for _, _, lines in functions()]
    assert statistics.median(lengths) <= 8
    assert _ninth_decile(lengths) <= USUAL_FUNCTION


def test_nine_of_ten_files_have_at_most_three_hundred_lines() -> None:
    lengths = {name: text.count("\n") for name, text in texts().items()}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}
    assert _ninth_decile(list(lengths.values())) <= USUAL_FILE
