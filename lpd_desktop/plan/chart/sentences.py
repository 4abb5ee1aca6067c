"""The facts of a chart in words and as lines of a table, for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lpd_desktop.plan.amounts import format_euro
from lpd_desktop.plan.budget_changes import percent_change, signed_percent
from lpd_desktop.plan.chart.facts import Bar, BudgetChart, Group, Part


def group_sentence(group: Group) -> str:
    """All that the bars of one row show, such as `Mittel: 2023 12 €, 2022 10 €; 2 € mehr`."""
    amounts = ", ".join(_bar_words(bar) for bar in group.bars)
    change = change_words(group)
    sentences = [f"{group.label}: {amounts}{f'; {change}' if change else ''}."]
    sentences += [words for bar in group.bars for words in _division(bar)]
    return " ".join(sentences)


def chart_sentences(chart: BudgetChart) -> str:
    """The whole chart in words."""
    parts = [group_sentence(group) for group in chart.groups]
    return " ".join([*parts, *([left_out_words(chart)] if chart.left_out else [])])


def left_out_words(chart: BudgetChart) -> str:
    """That rows of the table have no bars."""
    return f"Weitere Zeilen der Tabelle ohne Balken: {chart.left_out}."


def change_words(group: Group) -> str:
    """How the plan year differs from the year before; empty where one of both is missing."""
    if len(group.bars) < 2:
        return ""
    new, old = group.bars[0].cents, group.bars[1].cents
    if new is None or old is None:
        return ""
    if new == old:
        return "unverändert"
    percent = percent_change(old, new)
    share = f" ({signed_percent(percent)})" if percent is not None else ""
    return f"{format_euro(abs(new - old))} {'mehr' if new > old else 'weniger'}{share}"


def not_shown(bar: Bar) -> str:
    """What stands where a bar cannot be drawn."""
    return f"nicht darstellbar: {bar.problem}"


@dataclass(frozen=True)
class ChartLine:
    """One line of the chart as a table; `is_part` for a share of the line above."""

    label: str
    amounts: tuple[str, ...]
    change: str
    is_part: bool = False


def chart_lines(chart: BudgetChart) -> Iterator[ChartLine]:
    """The chart as a table: each row, and below it its parts."""
    for group in chart.groups:
        amounts = tuple(_amount_words(bar) for bar in group.bars)
        yield ChartLine(group.label, amounts, change_words(group))
        for is_taken in (False, True):
            for part in group.shown_parts(taken=is_taken):
                yield _part_line(group, part, is_taken)


def _part_line(group: Group, part: Part, is_taken: bool) -> ChartLine:
    amounts = (_share_in(bar, part.key) for bar in group.bars)
    opening = "Abzug" if is_taken else "Anteil"
    return ChartLine(f"{opening}: {part.label}", tuple(amounts), "", is_part=True)


def _share_in(bar: Bar, key: str) -> str:
    found = (part.cents for part in (*bar.parts, *bar.taken) if part.key == key)
    return next((format_euro(cents) for cents in found), "–")


def _amount_words(bar: Bar) -> str:
    if bar.cents is None:
        return not_shown(bar)
    return f"{format_euro(bar.cents)}, {bar.note}" if bar.note else format_euro(bar.cents)


def _bar_words(bar: Bar) -> str:
    return f"{bar.year} {_amount_words(bar)}"


def _division(bar: Bar) -> Iterator[str]:
    if bar.parts:
        yield f"{bar.year} bestehend aus: {_listed(bar.parts)}."
    if bar.taken:
        yield f"{bar.year} nicht enthalten: {_listed(bar.taken)}."


def _listed(parts: tuple[Part, ...]) -> str:
    return ", ".join(f"{part.label} {format_euro(part.cents)}" for part in parts)
