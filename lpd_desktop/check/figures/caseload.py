"""Ratios of cases to posts that are implausible, or planned far above the yardstick of the law."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpd_desktop.check.context import Context
from lpd_desktop.check.figures.caseload_words import (
    CASES,
    PLANNED,
    caseload,
    group_in,
    last_group_in,
)
from lpd_desktop.check.figures.rules import CASELOAD
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.figures import Figure, figures_in
from lpd_desktop.check.prose.stretches import Sentence

_KEY = re.compile(r"\b(?:betreuungs|fall|fallzahlen)?(?:schlüssel|relation)", re.IGNORECASE)


def caseloads(context: Context) -> Iterator[Finding]:
    """Ratios outside of what is plausible, and planned ones far above their yardstick."""
    for stretch in context.stretches:
        for sentence in stretch.sentences:
            for figure in figures_in(sentence.text):
                if figure.kind == "ratio" and (why := _doubt(sentence, figure)):
                    yield context.finding(
                        CASELOAD,
                        sentence.where,
                        why,
                        "Bitte prüfen Sie die Zahl und begründen Sie die Abweichung.",
                        figure.quote,
                    )


def _doubt(sentence: Sentence, figure: Figure) -> str:
    stretch = sentence.stretch
    around = f"{stretch.row_label} {stretch.column_label} {sentence.text}"
    if not _is_caseload(around, figure):
        return ""
    known = caseload()
    if not known.least <= figure.value <= known.greatest:
        return f"Ein Schlüssel von {figure.quote} ist ungewöhnlich."
    group = last_group_in(sentence.text[: figure.start]) or group_in(around)
    yardstick = known.of(group)
    if yardstick is None or not PLANNED.search(around):
        return ""
    if figure.value * 100 <= yardstick.cases * (100 + known.tolerance):
        return ""
    return (
        f"Der geplante Schlüssel {figure.quote} für {group} liegt deutlich über dem Richtwert "
        f"1:{yardstick.cases} ({known.source})."
    )


def _is_caseload(around: str, figure: Figure) -> bool:
    return bool(_KEY.search(around) or (figure.noun and CASES.match(figure.noun)))
