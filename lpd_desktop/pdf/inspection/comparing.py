"""A PDF compared with the one that its data give: what differs, each named for what it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from lpd_desktop.pdf.attachment import ATTACHMENT_NAME
from lpd_desktop.pdf.inspection.deviation import OF_LOOK, OF_TEXT, Deviation
from lpd_desktop.pdf.inspection.facts import Facts, build_changes_of, read_facts
from lpd_desktop.pdf.inspection.looks import can_be_drawn, differing_pages
from lpd_desktop.pdf.inspection.page_facts import PageFacts
from lpd_desktop.pdf.inspection.page_frames import PageFrame, frame_changes
from lpd_desktop.pdf.inspection.page_order import PageMatch, matched_pages

_SEAL = "Siegel"
_SHORT_SEAL = re.compile("[0-9a-f]{8}")
_QUOTED_WORDS = 6
_MOST_TEXTS = 6
"""Differences of text that are named; where everything differs, more of them tell nobody more."""


@dataclass(frozen=True)
class Comparison:
    """What comparing two documents gave.

    Attributes:
        deviations: What differs, for people.
        same_text: Whether all pages say the same, also in header and footer.
        same_look: Whether all pages look the same and stand in the same order.
        version: Of the program that made the document, as it says.
        seals: Beginnings of the seals that its footers name.
        is_redrawn: Whether another program drew all pages anew, so that neither letters nor dots
            can be compared.
    """

    deviations: tuple[Deviation, ...]
    same_text: bool
    same_look: bool
    version: str
    seals: frozenset[str] = frozenset()
    is_redrawn: bool = False


def compared(shown: bytes, expected: bytes) -> Comparison:
    """Everything that differs between a PDF and the one that its data give.

    Args:
        shown: The bytes of a file that is doubted.
        expected: The bytes that this program makes of the data in it.

    Raises:
        UnreadablePdfError: the file cannot be opened at all.
    """
    here, there = read_facts(shown), read_facts(expected)
    if _is_redrawn(here, there):
        return _of_redrawn(here, there)
    match = matched_pages(_known_words(here, there), _words(there))
    reshaped = frame_changes(_frames(here, there, match))
    found = [*match.deviations, *_unreadable(here), *_texts(here, there, match), *reshaped]
    same_text = not any(each.kind in OF_TEXT or each.kind == "damaged" for each in found)
    looks = list(_looks(shown, expected, _drawable(here, there, match)))
    is_drawn = all(page.frame is not None for page in here.pages)
    same_look = is_drawn and not looks and not any(each.kind in OF_LOOK for each in found)
    beside = [*here.foreign, *_images(here, there, match)]
    explained = {each.page for each in (*found, *beside)}
    found += [*beside, *(each for each in looks if each.page not in explained)]
    found += _other(here, there, match)
    if not found:
        found += build_changes_of(shown, expected)
    return Comparison(tuple(_shortened(found)), same_text, same_look, here.version, _seals(here))


def _is_redrawn(here: Facts, there: Facts) -> bool:
    """No tags are left, and no page has the letters of any page of the original."""
    return here.spoken is None and set(_words(here)).isdisjoint(_words(there))


def _of_redrawn(here: Facts, there: Facts) -> Comparison:
    sentence = (
        "Ein anderes Programm hat die Seiten neu gezeichnet; ihre Gliederung für Vorleseprogramme "
        "ist verloren, und ihr Text lässt sich nicht mehr zuverlässig auslesen."
    )
    found = (
        Deviation("redrawn", None, sentence),
        *here.foreign,
        *_metadata(here, there),
        *_files(here, there),
    )
    return Comparison(found, False, False, here.version, is_redrawn=True)


def _words(facts: Facts) -> list[tuple[str, ...]]:
    return [page.words or () for page in facts.pages]


def _known_words(here: Facts, there: Facts) -> list[tuple[str, ...]]:
    """Pages that cannot be read are taken for those that stood there, where none is missing."""
    if len(here.pages) != len(there.pages):
        return _words(here)
    pairs = zip(here.pages, there.pages, strict=True)
    return [one.words if one.words is not None else other.words or () for one, other in pairs]


def _seals(facts: Facts) -> frozenset[str]:
    """What stands behind the word in the footers."""
    found = set()
    for words in _words(facts):
        after = pairwise(words)
        found |= {seal for word, seal in after if word == _SEAL and _SHORT_SEAL.fullmatch(seal)}
    return frozenset(found)


def _unreadable(facts: Facts) -> Iterator[Deviation]:
    for number, page in enumerate(facts.pages, 1):
        if not page.is_bearable:
            sentence = (
                f"Seite {number} ist ausgepackt unglaubhaft groß; sie wurde weder gelesen noch "
                "gezeichnet."
            )
            yield Deviation("oversized", number, sentence)
        elif page.words is None or page.frame is None:
            yield Deviation("damaged", number, f"Seite {number} ist beschädigt.")


def _texts(here: Facts, there: Facts, match: PageMatch) -> Iterator[Deviation]:
    for shown, expected in match.pairs:
        one, other = here.pages[shown].words, there.pages[expected].words
        if one is not None and other is not None and one != other:
            yield from _text_changes(one, other, shown + 1)


def _text_changes(
    shown: tuple[str, ...], expected: tuple[str, ...], page: int
) -> Iterator[Deviation]:
    matcher = SequenceMatcher(None, expected, shown, autojunk=False)
    for kind, start, end, shown_start, shown_end in matcher.get_opcodes():
        was, now = _quoted(expected[start:end]), _quoted(shown[shown_start:shown_end])
        sentences = {
            "replace": f"Auf Seite {page} steht {now} statt {was}.",
            "insert": f"Auf Seite {page} wurde {now} hinzugefügt.",
            "delete": f"Auf Seite {page} fehlt {was}.",
        }
        if kind in sentences:
            yield Deviation("text", page, sentences[kind])


def _quoted(words: tuple[str, ...]) -> str:
    rest = " …" if len(words) > _QUOTED_WORDS else ""
    return f"„{' '.join(words[:_QUOTED_WORDS])}{rest}“"


def _frames(
    here: Facts, there: Facts, match: PageMatch
) -> Iterator[tuple[int, PageFrame, PageFrame]]:
    for shown, expected in match.pairs:
        one, other = here.pages[shown].frame, there.pages[expected].frame
        if one is not None and other is not None:
            yield shown + 1, one, other


def _drawable(here: Facts, there: Facts, match: PageMatch) -> tuple[tuple[int, int], ...]:
    """Pages of the same frame: others look otherwise anyhow, and may be of any size."""
    return tuple(
        (shown, expected)
        for shown, expected in match.pairs
        if here.pages[shown].is_bearable and here.pages[shown].frame == there.pages[expected].frame
    )


def _looks(
    shown: bytes, expected: bytes, pairs: tuple[tuple[int, int], ...]
) -> Iterator[Deviation]:
    if not can_be_drawn(shown):
        sentence = "Die Datei ist so beschädigt, dass sich ihre Seiten nicht zeichnen lassen."
        yield Deviation("damaged", None, sentence)
        return
    for page, top in differing_pages(shown, expected, pairs):
        where = f"etwa {top:.0f} cm unter dem oberen Rand"
        sentence = (
            f"Seite {page + 1} sieht anders aus als im Original, zuerst {where}: "
            "übermalt, überdeckt, verschoben oder umgefärbt."
        )
        yield Deviation("look", page + 1, sentence)


def _images(here: Facts, there: Facts, match: PageMatch) -> Iterator[Deviation]:
    for shown, expected in match.pairs:
        if here.pages[shown].images > there.pages[expected].images:
            sentence = f"Auf Seite {shown + 1} wurde ein Bild hinzugefügt."
            yield Deviation("image", shown + 1, sentence)


def _other(here: Facts, there: Facts, match: PageMatch) -> Iterator[Deviation]:
    yield from _metadata(here, there)
    yield from _files(here, there)
    if match.deviations:
        return  # bookmarks, links and tags follow the pages
    if here.outline != there.outline:
        yield Deviation("outline", None, "Die Lesezeichen wurden geändert oder entfernt.")
    yield from _links(here.pages, there.pages)
    if here.spoken is None:
        sentence = "Die Gliederung für Vorleseprogramme (Tags) fehlt."
        yield Deviation("tags", None, sentence)
    elif here.spoken != there.spoken:
        sentence = "Die Gliederung für Vorleseprogramme (Tags) wurde geändert."
        yield Deviation("tags", None, sentence)


def _metadata(here: Facts, there: Facts) -> Iterator[Deviation]:
    for name, values in there.metadata.items():
        shown = here.metadata.get(name, ())
        if shown != values:
            other = next((each for each in shown if each not in values), "")
            now = f"lautet jetzt „{other}“" if other else "wurde entfernt"
            if other.isdecimal():
                now = "wurde geändert"  # a date, which nobody reads in this form
            yield Deviation("metadata", None, f"Die Dateiangabe „{name}“ {now}.")


def _files(here: Facts, there: Facts) -> Iterator[Deviation]:
    if here.data_digest and here.data_digest != there.data_digest:
        sentence = f"Die Beilage „{ATTACHMENT_NAME}“ ist nicht Byte für Byte die des Originals."
        yield Deviation("attachment", None, sentence)


def _links(here: tuple[PageFacts, ...], there: tuple[PageFacts, ...]) -> Iterator[Deviation]:
    for number, (shown, expected) in enumerate(zip(here, there, strict=False), 1):
        one, other = Counter(shown.links), Counter(expected.links)
        if one != other and shown.is_bearable:
            how = _how_changed(more=bool(one - other), less=bool(other - one))
            yield Deviation("links", number, f"Auf Seite {number} wurden Verweise {how}.")


def _how_changed(*, more: bool, less: bool) -> str:
    if more and less:
        return "geändert"
    return "hinzugefügt" if more else "entfernt"


def _shortened(found: list[Deviation]) -> Iterator[Deviation]:
    texts = [each for each in found if each.kind == "text"]
    dropped = set(map(id, texts[_MOST_TEXTS:]))
    yield from (each for each in found if id(each) not in dropped)
    if dropped:
        sentence = f"An {len(dropped)} weiteren Stellen weicht der Text ab."
        yield Deviation("text", None, sentence)
