"""Which page of a document is which of another: added, missing, moved, replaced, changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from lpd_desktop.pdf.inspection.deviation import Deviation

Words = tuple[str, ...]

_SAME_PAGE = 0.5
"""From this share of common words on, a page is a changed one and no other one."""


@dataclass(frozen=True)
class PageMatch:
    """How two documents go together.

    Attributes:
        pairs: Page here and page there, from 0, where both are the same page.
        deviations: Pages that stand in one of the two only, or elsewhere.
    """

    pairs: tuple[tuple[int, int], ...]
    deviations: tuple[Deviation, ...]


def matched_pages(shown: Sequence[Words], expected: Sequence[Words]) -> PageMatch:
    """Finds for each page the one that it was, by their words."""
    pairs: list[tuple[int, int]] = []
    added: list[int] = []
    missing: list[int] = []
    matcher = SequenceMatcher(None, expected, shown, autojunk=False)
    for kind, from_there, to_there, from_here, to_here in matcher.get_opcodes():
        here, there = range(from_here, to_here), range(from_there, to_there)
        if kind == "equal":
            pairs += zip(here, there, strict=True)
        else:
            found = list(_likely(shown, expected, here, there))
            pairs += found
            added += [page for page in here if page not in dict(found)]
            missing += [page for page in there if page not in {each for _, each in found}]
    moved = _moved(shown, expected, added, missing)
    deviations = [*map(_move, moved)]
    added = [page for page in added if page not in dict(moved)]
    missing = [page for page in missing if page not in {there for _, there in moved}]
    deviations += _lost_and_found(added, missing)
    return PageMatch(tuple(sorted([*pairs, *moved])), tuple(deviations))


def _likely(
    shown: Sequence[Words], expected: Sequence[Words], here: range, there: range
) -> Iterator[tuple[int, int]]:
    """Pages of two stretches that are the same page with other words, in order."""
    later = there.start
    for page in here:
        for other in range(later, there.stop):
            if shown[page] not in expected and _are_alike(shown[page], expected[other]):
                yield page, other
                later = other + 1
                break


def _are_alike(one: Words, other: Words) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() > _SAME_PAGE and matcher.ratio() > _SAME_PAGE


def _moved(
    shown: Sequence[Words], expected: Sequence[Words], added: list[int], missing: list[int]
) -> list[tuple[int, int]]:
    left = list(missing)
    found = []
    for page in added:
        source = next((each for each in left if expected[each] == shown[page]), None)
        if source is not None:
            left.remove(source)
            found.append((page, source))
    return found


def _move(pair: tuple[int, int]) -> Deviation:
    here, there = pair[0] + 1, pair[1] + 1
    sentence = f"Seite {there} des Originals steht an anderer Stelle, nämlich als Seite {here}."
    return Deviation("page_moved", here, sentence)


def _lost_and_found(added: list[int], missing: list[int]) -> Iterator[Deviation]:
    """Where a page came in the place of another, it replaced it."""
    replaced = [page for page in added if page in missing]
    for page in replaced:
        sentence = f"Seite {page + 1} wurde durch eine andere ersetzt."
        yield Deviation("page_replaced", page + 1, sentence)
    for page in sorted(set(added) - set(replaced)):
        sentence = f"Seite {page + 1} wurde hinzugefügt."
        yield Deviation("page_added", page + 1, sentence)
    for page in sorted(set(missing) - set(replaced)):
        yield Deviation("page_missing", page + 1, f"Seite {page + 1} des Originals fehlt.")
