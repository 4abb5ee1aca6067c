"""`lpd budget`: the budget of a plan out of a workbook, with a preview of every cell."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import msgspec
from msgspec.structs import replace

from lpd_desktop.check.repair import propose_repairs
from lpd_desktop.excel.applying import apply_preview
from lpd_desktop.excel.choices import ImportChoices, chosen
from lpd_desktop.excel.judging import Judgement, judged, other_readings, with_judgement
from lpd_desktop.excel.known_amounts import KnownAmounts, known_amounts
from lpd_desktop.excel.layout import fingerprint_of
from lpd_desktop.excel.preview import (
    BudgetPreview,
    LeftOutRow,
    PreviewCell,
    PreviewRow,
    accepted,
    all_accepted,
    preview_output,
    with_reading,
    would_be_table,
)
from lpd_desktop.excel.preview_building import LEFT_OUT, PreviewBuilder, address_in
from lpd_desktop.excel.preview_findings import Findings
from lpd_desktop.excel.profiles import Profile, fitting_profile
from lpd_desktop.excel.reading import read_workbook
from lpd_desktop.excel.recognition import RecognisedTable, recognise
from lpd_desktop.excel.stored_results import StoredResults
from lpd_desktop.excel.workbook import Workbook
from lpd_desktop.excel.wrong_amounts import sums_of, with_proofs
from lpd_desktop.form.model import BudgetColumn, BudgetItem, Form
from lpd_desktop.plan.amounts import Unit

__all__ = [
    "BudgetPreview",
    "ImportChoices",
    "KnownAmounts",
    "PreviewCell",
    "PreviewRow",
    "accepted",
    "all_accepted",
    "apply_preview",
    "chosen",
    "known_amounts",
    "preview_budget",
    "preview_output",
    "preview_workbook",
    "with_reading",
]


def preview_budget(
    data: bytes,
    name: str,
    item: BudgetItem,
    form: Form,
    *,
    sheet: str | None = None,
    header_row: int | None = None,
    unit: Unit | None = None,
    columns: Mapping[str, str] | None = None,
    mapping: Mapping[str, str] | None = None,
    profile: Profile | None = None,
    profiles: Sequence[Profile] = (),
    known: KnownAmounts | None = None,
    password: str | None = None,
) -> BudgetPreview:
    """What the import of a workbook would do to one budget.

    Args:
        data: The bytes of the workbook.
        name: Its file name, for messages.
        item: The budget to fill.
        form: Gives the plan year.
        sheet: The sheet; without it the visible one with most known rows.
        header_row: The last row of the header, from 1; without it what is recognised.
        unit: The unit of the numbers; without it euros, and another unit that the sheet names
            is asked about.
        columns: From `plan`, `previous` and `label` to the letters of columns.
        mapping: From a label or the address of its cell to a row's key, `own` or `skip`.
        profile: One to use whatever the layout is.
        profiles: Those of which the one with the same layout is used by itself.
        known: What the plan tells of the amounts, for questions about unit and year.
        password: Opens a protected workbook, in memory only.

    Raises:
        PasswordNeededError: the workbook is protected, and no password was given.
        UnreadableWorkbookError: the file is no workbook.
        NoBudgetFoundError: no sheet holds the budget.
    """
    choices = chosen(
        sheet=sheet, header_row=header_row, columns=columns, unit=unit, mapping=mapping
    )
    book = read_workbook(data, name, sheet=sheet, password=password)
    profile = profile or fitting_profile(book, item, form.year, choices, profiles)
    digest = hashlib.sha256(data).hexdigest()
    return preview_workbook(book, digest, item, form, choices=choices, profile=profile, known=known)


def preview_workbook(
    book: Workbook,
    sha256: str,
    item: BudgetItem,
    form: Form,
    *,
    choices: ImportChoices,
    profile: Profile | None = None,
    known: KnownAmounts | None = None,
) -> BudgetPreview:
    """As `preview_budget`, of a workbook that is already read; `sha256` is that of its bytes.

    Raises:
        NoBudgetFoundError: no sheet holds the budget.
    """
    every = choices.over(profile.choices_for(book, form.year)) if profile else choices
    table = recognise(book, item, form.year, every)
    reading = _Reading(book, item, form, table, choices, every)
    builder, judgement = reading.read(known or KnownAmounts())
    rows = tuple(builder.rows)
    cells = tuple(builder.cells)
    cells = cells if table.is_written else with_judgement(cells, judgement)
    unit = builder.units.unit
    sums = sums_of(item, would_be_table(item, rows, cells), unit)
    sums = replace(sums, repairs=()) if table.is_written else sums
    cells = other_readings(with_proofs(cells, sums), unit)
    repairs = (*propose_repairs(item, would_be_table(item, rows, cells)), *sums.repairs)
    preview = BudgetPreview(
        item=item.key,
        sheet=table.sheet.name,
        unit=unit,
        columns=_column_names(table),
        captions=_captions(table),
        rows=rows,
        cells=cells,
        findings=(),
        repairs=repairs,
        sha256=sha256,
        header_row=table.columns.header_row,
        label_column=table.label_column,
        is_transposed=table.grid.is_transposed,
        left_out=(*builder.left_out, *_left_by_person(table)),
        choices=every,
        fingerprint=fingerprint_of(table.sheet, form.year),
        profile=profile.name if profile else "",
    )
    found = Findings(form, book, table, builder, preview, judgement=judgement, sums=sums)
    return replace(preview, findings=tuple(found.all()))


class _Reading(msgspec.Struct, frozen=True):
    """One table about to be read; `made` are a person's choices, `every` a profile's too."""

    book: Workbook
    item: BudgetItem
    form: Form
    table: RecognisedTable
    made: ImportChoices
    every: ImportChoices

    def read(self, known: KnownAmounts) -> tuple[PreviewBuilder, Judgement]:
        """Reads the cells; once more where the amounts point to another unit than none."""
        results = StoredResults(self.book)
        builder = self._built(results, None)
        judgement = self._judged(builder, known)
        is_told = builder.units.named is not None or builder.units.is_confirmed
        if is_told or self.table.is_written:
            return builder, judgement
        better = judgement.better(builder.units.unit)
        return (builder if better is None else self._built(results, better)), judgement

    def _built(self, results: StoredResults, unit: Unit | None) -> PreviewBuilder:
        return PreviewBuilder(
            self.item, self.table, self.every, results, year=self.form.year, unit=unit
        )

    def _judged(self, builder: PreviewBuilder, known: KnownAmounts) -> Judgement:
        return judged(
            self.item,
            builder.rows,
            builder.cells,
            known,
            is_named=builder.units.named == "eur",
            is_confirmed=self.made.unit is not None,
            by_size=self.every.unit is None,
        )


def _column_names(table: RecognisedTable) -> dict[BudgetColumn, str]:
    names = {name: table.grid.name_of_place(at) for name, at in table.columns.amounts.items()}
    for row in table.rows:
        for name, cell in row.cells.items():
            if name not in names:
                names[name] = address_in(table, row.sheet, cell).rstrip("0123456789")
    return names


def _captions(table: RecognisedTable) -> dict[BudgetColumn, str]:
    found = dict(table.columns.captions)
    for row in table.rows:
        for name in row.cells:
            found.setdefault(name, row.columns.captions.get(name, ""))
    return found


def _left_by_person(table: RecognisedTable) -> tuple[LeftOutRow, ...]:
    return tuple(LeftOutRow(name, address, LEFT_OUT) for name, address in table.left_out)
