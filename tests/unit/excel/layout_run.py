"""A long run over generated workbooks: `python -m tests.unit.excel.layout_run 5000`.

Prints every cell that was read wrongly without a question (there must be none), and which features
of a layout end in questions or are not read.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lpd_desktop.excel.preview import BudgetPreview, PreviewCell
from lpd_desktop.plan.amounts import Unit
from lpd_desktop.runtime.errors import LpdError

from .layouts import Layout, layout
from .workbooks import preview


def wrong_cells(made: Layout, found: BudgetPreview) -> Iterator[PreviewCell]:
    """The cells of a preview that are `ok` and not what the workbook means, to the cent."""
    labels = {row.key: " ".join(row.workbook_label.split()) for row in found.rows if row.is_own}
    own = {" ".join(label.split()): cents for label, cents in made.own.items()}
    for cell in found.cells:
        if cell.status != "ok":
            continue
        if cell.row not in labels:
            if made.truth.get((cell.row, cell.column)) != cell.read_as:
                yield cell
        elif labels[cell.row] in own and own[labels[cell.row]].get(cell.column) != cell.read_as:
            yield cell


@dataclass
class Tally:
    """What a run found, by feature of the layouts."""

    statuses: Counter[str] = field(default_factory=Counter)
    questions: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    unsure: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def take(self, seed: int, unit: Unit | None = None) -> None:
        """Reads the workbook of one seed."""
        made = layout(seed)
        self.seen.update(made.features)
        try:
            found = preview(made.data, unit=unit or None)
        except LpdError as error:
            self.statuses["not found"] += 1
            self.unsure.update(made.features)
            self.wrong.append(f"{seed}: nichts gelesen: {error}")
            return
        self.statuses.update(cell.status for cell in found.cells)
        self.questions.update(kind for cell in found.cells for kind in cell.questions)
        if not found.is_complete:
            self.unsure.update(made.features)
        for cell in wrong_cells(made, found):
            self.wrong.append(f"{seed}: {cell.row} {cell.column} {cell.cell} {cell.shows}")


def main(examples: int, first: int = 0) -> int:
    """Runs over so many seeds."""
    tally = Tally()
    for seed in range(first, first + examples):
        tally.take(seed)
    lines = [str(dict(tally.statuses)), str(dict(tally.questions))]
    for feature, count in sorted(tally.seen.items(), key=lambda pair: pair[0]):
        lines.append(f"{100 * tally.unsure[feature] // count:4d} % {count:6d} {feature}")
    sys.stdout.write("\n".join([*lines, *tally.wrong, ""]))
    return 1 if any("nichts gelesen" not in line for line in tally.wrong) else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
