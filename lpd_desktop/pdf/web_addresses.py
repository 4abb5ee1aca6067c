"""Addresses of the web and of mail in texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

WEB_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"„“”|]{3,}|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,}"
)
_CLOSING = ".,;:!?)]}'*"
"""Signs at the end that belong to the sentence."""


def addresses_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and target of each address in a text."""
    if "www." not in text and "@" not in text and "://" not in text:
        return
    for match in WEB_ADDRESS.finditer(text):
        shown = match[0].rstrip(_CLOSING)
        if "(" in shown and match[0].startswith(f"{shown})"):
            shown += ")"
        yield match.start(), match.start() + len(shown), _target(shown)


def _target(shown: str) -> str:
    if shown.startswith("www."):
        return f"https://{shown}"
    return shown if "://" in shown else f"mailto:{shown}"


def ascii_address(address: str) -> str:
    """The address as it may stand in a file: letters such as ü as their bytes in UTF-8."""
    return quote(address, safe="%/:=&?~#+!$,;'@()*[]")
