"""Whether the text of the pages is the text of the data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from lpd_desktop.plan.file import LpdFile

_QUOTED_WORDS = 8


def text_differences(data: bytes, file: LpdFile) -> list[str]:
    """Where the words of a PDF part from those of a plan; empty if they are the same.

    The pages are read from the file's bytes alone, through structure tree and ToUnicode; the
    other side is the story that the plan makes.

    Returns:
        Quotes of the pages (or, where the pages end early, of the plan) from the first
        difference on, at most one for each element; empty when all words are the same.

    Raises:
        UnreadablePdfError: the pages cannot be read.
    """
    from lpd_desktop.pdf.reading import read_structure

    shown = list(shown_words(read_structure(data).texts()))
    expected = [word for _role, text in expected_texts(file) for word in text.split()]
    difference = first_difference(shown, expected)
    return [difference] if difference else []


def missing_stretch(data: bytes, file: LpdFile) -> str:
    """The first text of a plan that its pages do not show; empty where all stand in order.

    Unlike `text_differences` it knows nothing of titles, labels and layout, which other versions
    of the program word and set in other ways; words that were added are not noticed.

    Raises:
        UnreadablePdfError: the pages cannot be read.
    """
    from lpd_desktop.pdf.plan_stretches import cover_and_approval, plan_stretches
    from lpd_desktop.pdf.reading import read_structure
    from lpd_desktop.pdf.self_check import Said, first_missing

    said = Said((), plan_stretches(file), cover_and_approval(file))
    missing = first_missing(read_structure(data).texts(), said) or ""
    return " ".join(missing.split()[:_QUOTED_WORDS])


def first_difference(shown: list[str], expected: list[str]) -> str:
    """The first words of the pages (or, where they end early, of the data) that differ, if any."""
    if shown == expected:
        return ""
    pairs = zip_longest(shown, expected)
    first = next(index for index, (one, other) in enumerate(pairs) if one != other)
    rest = shown[first:] or expected[first:]
    return " ".join(rest[:_QUOTED_WORDS])


def expected_texts(file: LpdFile) -> Iterator[tuple[str, str]]:
    """Role and text of everything that the document of a plan says, in logical order."""
    from lpd_desktop.pdf.plan_story import plan_story

    return plan_story(file).root.texts()


def shown_words(texts: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The words of the pages; page numbers in the contents are no part of the data."""
    for role, text in texts:
        words = text.split()
        yield from words[:-1] if role == "TOCI" else words
