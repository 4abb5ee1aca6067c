"""What a person, a script or a profile chose about a workbook; the rest is recognised."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from lpd_desktop.form.model import BudgetColumn
from lpd_desktop.form.similarity import normalised
from lpd_desktop.plan.amounts import Unit
from lpd_desktop.runtime.typed_data import converted

OWN = "own"
SKIP = "skip"


class ImportChoices(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Choices; an empty one leaves everything to recognition.

    Attributes:
        header_row: The last row of the header, counted from 1.
        columns: From plan or previous year to the letters of a column.
        label_column: The letters of the column of labels.
        mapping: From a label, or the address of its cell, to the key of a row of the form, `own`
            or `skip`.
        accepted: The kinds of question that are answered with yes; see `questions.py`.
    """

    sheet: str | None = None
    header_row: int | None = None
    columns: dict[BudgetColumn, str] = {}
    label_column: str = ""
    unit: Unit | None = None
    mapping: dict[str, str] = {}
    accepted: tuple[str, ...] = ()

    def meaning_of(self, label: str, address: str) -> str | None:
        """What the row with this label at this cell was said to mean; None for nothing said."""
        by_label = {normalised(key): value for key, value in self.mapping.items()}
        said = self.mapping.get(address, by_label.get(normalised(label)))
        return SKIP if said == "" else said

    def over(self, weaker: ImportChoices) -> ImportChoices:
        """These choices, and those of a profile where nothing was chosen."""
        return replace(
            self,
            sheet=self.sheet or weaker.sheet,
            header_row=self.header_row or weaker.header_row,
            columns={**weaker.columns, **self.columns},
            label_column=self.label_column or weaker.label_column,
            unit=self.unit or weaker.unit,
            mapping={**weaker.mapping, **self.mapping},
            accepted=tuple(dict.fromkeys((*weaker.accepted, *self.accepted))),
        )


def chosen(
    *,
    sheet: str | None = None,
    header_row: int | None = None,
    columns: Mapping[str, str] | None = None,
    unit: Unit | None = None,
    mapping: Mapping[str, str] | None = None,
    accepted: tuple[str, ...] = (),
) -> ImportChoices:
    """Choices out of what a window or a command line gives; `columns` may name the labels too."""
    given = {name: letters for name, letters in (columns or {}).items() if letters}
    labels = given.pop("label", "")
    return ImportChoices(
        sheet=sheet or None,
        header_row=header_row or None,
        columns=converted(given, dict[BudgetColumn, str]),
        label_column=labels,
        unit=unit,
        mapping=dict(mapping or {}),
        accepted=accepted,
    )
