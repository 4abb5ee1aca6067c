"""Words that stand for a text still to be written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.rules import PLACEHOLDER
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.rich_text import Block, Blocks, Runs, Table, plain_text, walk_runs

_FILL_IN = r"(?:einfügen|einsetzen|einzufügen|ergänzen|eintragen|nachtragen|ausfüllen)"
_THING = r"(?:Text|Angaben?|Zahl(?:en)?|Betr[aä]ge?|Datum|Namen?|Ort|Quelle|Thema|Werte?)"

_ANYWHERE = re.compile(
    r"\b[xX]{3,}\b"
    r"|(?<![\w.])[xX]{2}\.(?:[xX]{2}(?:\.\d{2,4})?|\d{4})"
    r"|\?{3,}"
    r"|_{4,}"
    r"|\b(?:tbd|t\.\s?b\.\s?d\.|TBD|TODO|ToDo)(?!\w)"
    r"|\bN\.\s?N\.(?!\w)"
    r"|\b[Ll]orem [Ii]psum\b"
    r"|\b(?:Blindtext|Mustertext|Beispieltext|Platzhalter)\b(?!\s+(?:für|von|in|im|wird|werden)\b)"
    rf"|\b[Hh]ier (?:\w+ ){{0,3}}{_FILL_IN}\b"
    rf"|\[\s*(?:\w+ ){{0,3}}{_FILL_IN}\s*\]"
    rf"|\[\s*{_THING}\s*\]|<\s*{_THING}\s*>"
    rf"|\b(?:[Ww]ird|[Ww]erden) (?:noch )?(?:ergänzt|nachgereicht|nachgetragen|eingefügt)"
    r"(?=\s*(?:[.;)\]]|$))"
    rf"|\(\s*(?:bitte|noch) {_FILL_IN}\s*\)"
    r"|\b(?:folgt|folgen) noch(?=\s*(?:[.;)\]]|$))"
    r"|\((?:\w+ )?(?:folgt|folgen)\)"
)
_OMISSION = re.compile(r"\[\s*(?:…|\.{2,3})\s*\]")
_ALONE = re.compile(
    r"(?:(?:\w+ ){0,2}(?:folgt|folgen)(?: noch| später| in Kürze)?"
    r"|(?:s\.|siehe) ?(?:o\.|u\.|oben|unten|Vorjahr|letztes Jahr|\w+blatt|Anlage)"
    r"|wie (?:oben|im |letztes |in den )?(?:Vorjahr|Vorjahren|Jahr)?"
    r"|wie oben|dito|k\. ?A\.|keine Angaben?|offen|n\. ?n\.|NN"
    r"|[-–—.…?!*•/]+|…)"
    r"[.…!]*",
    re.IGNORECASE,
)
_OPEN_QUOTE, _CLOSE_QUOTE = "„»", "“«”"


def placeholders(context: Context) -> Iterator[Finding]:
    """A finding for each paragraph, heading or cell that holds a placeholder."""
    for where, blocks in context.texts():
        yield from _in_blocks(context, where, blocks)
    yield from _in_potential_topics(context)


def _in_blocks(context: Context, where: Address, blocks: Blocks) -> Iterator[Finding]:
    for block, runs in walk_runs(blocks):
        quote = _placeholder_in(block, runs)
        if quote:
            yield _found(context, where.at_block(block.id), quote)


def _in_potential_topics(context: Context) -> Iterator[Finding]:
    item = context.form.potentials
    for number, potential in enumerate(context.plan.potentials if item else (), 1):
        quote = placeholder_in_text(potential.topic)
        if quote and item:
            yield _found(context, Address(item.key, (str(number), "topic")), quote)


def _placeholder_in(block: Block, runs: Runs) -> str:
    text = plain_text(runs)
    if isinstance(block, Table):
        return first_placeholder(text)
    return placeholder_in_text(text)


def placeholder_in_text(text: str) -> str:
    """The placeholder in a paragraph, empty for none; a paragraph that is one counts too."""
    stripped = text.strip()
    if stripped and _ALONE.fullmatch(stripped):
        return stripped
    return first_placeholder(text)


def first_placeholder(text: str) -> str:
    """The first placeholder among other words, empty for none."""
    match = _ANYWHERE.search(text)
    if match:
        return match[0].strip()
    omitted = (each for each in _OMISSION.finditer(text) if not _is_quoted(text, each.start()))
    omission = next(omitted, None)
    return omission[0] if omission else ""


def _is_quoted(text: str, position: int) -> bool:
    """Inside quotation marks `[…]` is an omission."""
    before = text[:position]
    opened = max(before.rfind(mark) for mark in _OPEN_QUOTE)
    closed = max(before.rfind(mark) for mark in _CLOSE_QUOTE)
    return opened > closed


def _found(context: Context, where: Address, quote: str) -> Finding:
    return context.finding(
        PLACEHOLDER,
        where,
        f"„{quote}“ sieht nach einem Platzhalter aus.",
        "Bitte ersetzen Sie ihn durch den Text oder streichen Sie ihn.",
        quote,
    )
