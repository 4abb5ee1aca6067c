"""Figures of targets out of lines such as `Integrationsquote: 26,5 %`."""

from __future__ import annotations

import re

from lpd_desktop.form.model import Target, TargetsItem
from lpd_desktop.form.similarity import best_match
from lpd_desktop.plan.figures import parse_figure
from lpd_desktop.plan.model import Figure
from lpd_desktop.word.source import SourceLine

_VALUE = re.compile(
    r"(?P<label>.+?)[\s:|]+(?P<value>[-−–+]?\s?\d[\d.,]*)\s*(?P<unit>%|Prozent\w*)?\s*"
)
_SAME = 80


def read_figures(
    item: TargetsItem, lines: list[SourceLine]
) -> tuple[tuple[Figure, ...], list[SourceLine], list[SourceLine]]:
    """The figures, the lines they came from, and the lines that hold none."""
    figures: dict[str, Figure] = {}
    placed: list[SourceLine] = []
    unplaced: list[SourceLine] = []
    for line in lines:
        match = _VALUE.fullmatch(" ".join(line.text.split()))
        target = _target(item, match["label"]) if match else None
        if match is None or target is None or target.key in figures:
            unplaced.append(line)
            continue
        figures[target.key] = Figure(key=target.key, value=parse_figure(match["value"]))
        placed.append(line)
    return tuple(figures.values()), placed, unplaced


def _target(item: TargetsItem, label: str) -> Target | None:
    match = best_match(label, [(target.key, (target.label,)) for target in item.targets])
    if match is None or match.score < _SAME:
        return None
    return next(target for target in item.targets if target.key == match.key)
