"""Sums of money that one text writes in different ways."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.figures.budget_scene import amounts_in_text
from lpd_desktop.check.figures.rules import MONEY_STYLE
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.figures import Figure
from lpd_desktop.check.prose.stretches import Sentence

_STYLES = (
    ((re.compile(r",[-–]"), "mit „,-“"), (re.compile(r",00\b"), "mit „,00“")),
    ((re.compile(r"Mi[ol]l?\.|Mio\b"), "als „Mio.“"), (re.compile(r"Million"), "als „Millionen“")),
)


def money_styles(context: Context) -> Iterator[Finding]:
    """Two ways of writing the same kind of sum, once for the whole plan."""
    seen: dict[str, tuple[Sentence, Figure]] = {}
    for sentence, figure in amounts_in_text(context):
        for pair in _STYLES:
            for style, name in pair:
                if style.search(figure.quote):
                    seen.setdefault(name, (sentence, figure))
    for (_one, first), (_two, second) in _STYLES:
        if first in seen and second in seen:
            sentence, figure = seen[second]
            yield context.finding(
                MONEY_STYLE,
                sentence.where,
                f"Beträge sind verschieden geschrieben: {seen[first][1].quote} {first}, "
                f"{figure.quote} {second}.",
                "Bitte schreiben Sie alle Beträge auf dieselbe Art.",
                figure.quote,
            )
            return
