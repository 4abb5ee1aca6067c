"""What each page of a PDF says, how it lies on the paper, and where its links lead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from lpd_desktop.pdf.content_reading import Known, PageText, read_page
from lpd_desktop.pdf.inspection.page_frames import PageFrame, frame_of
from lpd_desktop.pdf.page_text import SOFT_HYPHEN
from lpd_desktop.pdf.unpacking import is_bearable

Read = TypeVar("Read")


@dataclass(frozen=True)
class PageFacts:
    """One page.

    Attributes:
        words: All words on it, also those of header and footer; None where it cannot be read.
        images: How many pictures it names.
        links: Where its links stand, where they lead and what is said of them.
        frame: How it lies on the paper.
        is_bearable: Whether it can be read and drawn without harm.
    """

    words: tuple[str, ...] | None
    images: int
    links: tuple[tuple[Any, ...], ...]
    frame: PageFrame | None
    is_bearable: bool = True


def attempted(read: Callable[[], Read], otherwise: Read) -> Read:
    """What reading gives, or something else where the file is damaged at that place."""
    import pikepdf

    damaged = (pikepdf.PdfError, ValueError, KeyError, TypeError, AttributeError, IndexError)
    try:
        return read()
    except (*damaged, RecursionError, OverflowError, NotImplementedError):
        return otherwise


def facts_of_pages(pdf: Any, numbers: dict[Any, int]) -> Iterator[PageFacts]:
    """What each page of an open document says.

    Args:
        pdf: The document.
        numbers: The pages' numbers, from 0, by their objects.
    """
    known = Known()
    for page in pdf.pages:
        yield _facts_of(page, known, numbers)


def _facts_of(page: Any, known: Known, numbers: dict[Any, int]) -> PageFacts:
    frame = attempted(lambda: frame_of(page), None)
    if not attempted(lambda: is_bearable(page, known.sizes), False):
        return PageFacts(None, 0, (), frame, is_bearable=False)
    text = attempted(lambda: read_page(page, known), None)
    return PageFacts(
        words=None if text is None else _words(text),
        images=attempted(lambda: _images(page), 0),
        links=attempted(lambda: tuple(_links(page, numbers)), ()),
        frame=frame,
    )


def _images(page: Any) -> int:
    drawn = page.get("/Resources", {}).get("/XObject", {})
    return sum(drawn[name].get("/Subtype") == "/Image" for name in drawn)


def _words(text: PageText) -> tuple[str, ...]:
    parts = [*(text.marked[number] for number in sorted(text.marked)), *text.artifacts, *text.stray]
    return tuple(" ".join(parts).replace(SOFT_HYPHEN, "").split())


def _links(page: Any, numbers: dict[Any, int]) -> Iterator[tuple[Any, ...]]:
    for link in page.get("/Annots", []):
        if link.get("/Subtype") == "/Link":
            box = tuple(round(float(edge)) for edge in link["/Rect"])
            yield (*box, _target(link, numbers), str(link.get("/Contents", "")))


def _target(link: Any, numbers: dict[Any, int]) -> str:
    action = link.get("/A")
    if action is not None and "/URI" in action:
        return str(action["/URI"])
    place = link.get("/Dest") if action is None else action.get("/D")
    return str(page_of(place, numbers))


def page_of(place: Any, numbers: dict[Any, int]) -> int | None:
    """The number of the page to which a destination leads; None for others."""
    import pikepdf

    is_direct = isinstance(place, pikepdf.Array) and len(place) > 0
    return numbers.get(place[0].objgen) if is_direct else None
