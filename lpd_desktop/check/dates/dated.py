"""The sentences that name a time."""

from __future__ import annotations

from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.prose.dates import DateMention, dates_in
from lpd_desktop.check.prose.stretches import Sentence

_AT_MOST = 60
"""More dates than a person writes in one sentence; looking at each pair would take too long."""
Dated = tuple[Sentence, tuple[DateMention, ...]]


def dated_sentences(context: Context) -> Iterator[Dated]:
    """Every sentence, cell or heading with a date that has a year, and its dates."""
    for stretch in context.stretches:
        for sentence in stretch.sentences:
            mentions = dates_in(sentence.text)
            if 0 < len(mentions) <= _AT_MOST:
                yield sentence, mentions
