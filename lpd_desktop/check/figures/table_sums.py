"""Rows and columns named `Gesamt` in tables inside texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lpd_desktop.check.context import Context
from lpd_desktop.check.figures.numbers import german, sum_meets, sum_of
from lpd_desktop.check.figures.rules import FIGURE_TABLE_SUM
from lpd_desktop.check.figures.tables import Grid, Line, grids, is_empty
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.prose.figures import Figure

_TOTAL = re.compile(
    r"\W*(?:Summe|[Gg]esamt\w*|[Ii]nsgesamt|Zusammen|Σ|Total)\b|.*\b(?:insgesamt|gesamt)\W*$"
)
_NO_SUM = re.compile(
    r"quote|anteil|schlüssel|rate\b|durchschnitt|mittelwert|prozent|%|verhältnis|je |pro |"
    r"veränderung|differenz|ø|index|jahr\b|datum|stand\b",
    re.IGNORECASE,
)
_PART_OF_PART = re.compile(
    r"\W*(?:davon|darunter|hiervon|nachrichtlich|inkl\.|u\. ?a\.)", re.IGNORECASE
)


def sums_in_tables(context: Context) -> Iterator[Finding]:
    """Totals of rows and columns that the figures above or before them do not give."""
    for grid in grids(context):
        if _NO_SUM.search(grid.corner):
            continue
        yield from _totals(context, grid, grid.rows, grid.columns)
        yield from _totals(context, grid, grid.columns, grid.rows)


def _totals(
    context: Context, grid: Grid, lines: Sequence[Line], across: Sequence[Line]
) -> Iterator[Finding]:
    """Lines of one direction that are totals; `across` are those of the other."""
    for place, line in enumerate(lines):
        if not _TOTAL.match(line.label) or _NO_SUM.search(line.label):
            continue
        for number, whole in enumerate(line.figures):
            if whole is not None and not _NO_SUM.search(across[number].label):
                parts = _parts(lines, place, number)
                if len(parts) > 1 and not any(sum_meets(whole, some) for some in _ways(parts)):
                    yield _finding(context, grid, (line.label, across[number].label), whole, parts)


def _parts(lines: Sequence[Line], place: int, number: int) -> list[tuple[str, Figure]]:
    """The figures above a total or before it, or, where it stands first, behind it.

    Empty unless every cell holds a figure of the same kind or a sign for nothing.
    """
    others = lines[:place] if place else lines[place + 1 :]
    parts: list[tuple[str, Figure]] = []
    whole = lines[place].figures[number]
    for line in others:
        figure = line.figures[number]
        if figure is None and not is_empty(line.cells[number]):
            return []
        if _NO_SUM.search(line.label) or (figure and whole and figure.kind != whole.kind):
            return []
        if figure is not None:
            parts.append((line.label, figure))
    return parts


def _ways(parts: list[tuple[str, Figure]]) -> Iterator[list[Figure]]:
    """What a total may sum: all, all but parts of parts, all since the last total, all totals."""
    yield [figure for _label, figure in parts]
    yield [figure for label, figure in parts if not _PART_OF_PART.match(label)]
    totals = [place for place, (label, _figure) in enumerate(parts) if _TOTAL.match(label)]
    if totals:
        yield [figure for _label, figure in parts[totals[-1] + 1 :]]
        yield [parts[place][1] for place in totals]
        yield [figure for label, figure in parts if not _TOTAL.match(label)]
        yield [parts[place][1] for place in totals] + [
            figure for _label, figure in parts[totals[-1] + 1 :]
        ]


def _finding(
    context: Context,
    grid: Grid,
    labels: tuple[str, str],
    whole: Figure,
    parts: list[tuple[str, Figure]],
) -> Finding:
    figures = [figure for label, figure in parts if not _PART_OF_PART.match(label)]
    name = "“, „".join(" ".join(label.split()) for label in labels if label.strip())
    return context.finding(
        FIGURE_TABLE_SUM,
        grid.where,
        f"„{name}“ nennt {whole.quote}, die Zellen ergeben {german(sum_of(figures), whole.kind)}.",
        "Bitte prüfen Sie die Summe und die Zellen, aus denen sie besteht.",
        whole.quote,
    )
