"""Words that stand for a text still to be written."""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.language.phrases import Phrase
from lpd_desktop.check.language.placeholder_words import (
    first_placeholder,
    placeholder_in_text,
    placeholder_phrases,
)
from lpd_desktop.check.rules import PLACEHOLDER
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.rich_text import Block, Blocks, Runs, Table, plain_text, walk_runs


def placeholders(context: Context) -> Iterator[Finding]:
    """A finding for each paragraph, heading or cell that holds a placeholder."""
    phrases = placeholder_phrases(context.whole_text)
    for where, blocks in context.texts():
        yield from _in_blocks(context, where, blocks, phrases)
    yield from _in_potential_topics(context)


def _in_blocks(
    context: Context, where: Address, blocks: Blocks, phrases: tuple[Phrase, ...]
) -> Iterator[Finding]:
    for block, runs in walk_runs(blocks):
        quote = _placeholder_in(block, runs, phrases)
        if quote:
            yield _found(context, where.at_block(block.id), quote)


def _in_potential_topics(context: Context) -> Iterator[Finding]:
    item = context.form.potentials
    for number, potential in enumerate(context.plan.potentials if item else (), 1):
        quote = placeholder_in_text(potential.topic)
        if quote and item:
            yield _found(context, Address(item.key, (str(number), "topic")), quote)


def _placeholder_in(block: Block, runs: Runs, phrases: tuple[Phrase, ...]) -> str:
    text = plain_text(runs)
    if isinstance(block, Table):
        return first_placeholder(text, phrases)
    return placeholder_in_text(text, phrases)


def _found(context: Context, where: Address, quote: str) -> Finding:
    return context.finding(
        PLACEHOLDER,
        where,
        f"„{quote}“ sieht nach einem Platzhalter aus.",
        "Bitte ersetzen Sie ihn durch den Text oder streichen Sie ihn.",
        quote,
    )
