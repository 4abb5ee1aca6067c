"""Addresses of the web and of mail in texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import quote

from lpd_desktop.pdf.page_text import cleaned

WEB_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"„“”|]{3,}|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,}"
)
_CLOSING = ".,;:!?)]}'*"
"""Signs at the end that belong to the sentence."""


_SIGNS = ("www.", "@", "://")
_NOTE = "\n"
"""Stands for the mark of a footnote, at which an address ends."""


class WebAddress(NamedTuple):
    """An address in a text: from where to where it stands, what is seen, where it leads."""

    start: int
    end: int
    shown: str
    target: str


Part = tuple[str, WebAddress | None]
"""A stretch of a text, and the address that it belongs to."""


def parts_of(texts: Sequence[str | None]) -> list[list[Part]]:
    """Texts that follow each other, each parted where addresses begin and end.

    An address may run over several texts, where somebody set a part of it bold; the mark of a
    footnote, for which None stands, ends it. What is invisible is no part of it.
    """
    whole = "".join([_NOTE if text is None else text for text in texts])
    if not any(sign in whole for sign in _SIGNS):
        return [[] if text is None else [(text, None)] for text in texts]
    shown = [_NOTE if text is None else cleaned(text) for text in texts]
    addresses = list(addresses_in("".join(shown)))
    found: list[list[Part]] = []
    start = 0
    for text, typed in zip(shown, texts, strict=True):
        found.append([] if typed is None else list(_parted(text, start, addresses)))
        start += len(text)
    return found


def _parted(text: str, start: int, addresses: Sequence[WebAddress]) -> Iterator[Part]:
    """The parts of a text that stands behind `start` others' characters."""
    at = start
    end = start + len(text)
    for each in addresses:
        first, last = max(each.start, at), min(each.end, end)
        if first < last:
            if first > at:
                yield text[at - start : first - start], None
            yield text[first - start : last - start], each
            at = last
    if at < end or not text:
        yield text[at - start :], None


def addresses_in(text: str) -> Iterator[WebAddress]:
    """Each address in a text."""
    for match in WEB_ADDRESS.finditer(text):
        shown = match[0].rstrip(_CLOSING)
        if "(" in shown and match[0].startswith(f"{shown})"):
            shown += ")"
        start = match.start()
        yield WebAddress(start, start + len(shown), shown, _target(shown))


def _target(shown: str) -> str:
    if shown.startswith("www."):
        return f"https://{shown}"
    return shown if "://" in shown else f"mailto:{shown}"


def ascii_address(address: str) -> str:
    """The address as it may stand in a file: letters such as ü as their bytes in UTF-8."""
    return quote(address, safe="%/:=&?~#+!$,;'@()*[]")
