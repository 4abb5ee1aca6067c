"""Changing the figures that a plan commits itself to."""

from __future__ import annotations

from dataclasses import replace

from msgspec import UNSET
from msgspec.structs import replace as changed

from lpd_desktop.plan.figures import parse_figure
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Figure


def set_figure(file: LpdFile, item: str, target: str, text: str) -> LpdFile:
    """Takes what was typed for one target."""
    answer = file.plan.answer(item)
    value = parse_figure(text)
    others = tuple(figure for figure in answer.figures if figure.key != target)
    figures = others if value is UNSET else (*others, Figure(key=target, value=value))
    plan = file.plan.with_answer(item, changed(answer, figures=figures))
    return replace(file, plan=plan)
