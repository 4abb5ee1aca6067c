"""What hides in a workbook and must be known before its amounts are taken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lpd_desktop.check.finding import Finding
from lpd_desktop.excel import import_findings as codes
from lpd_desktop.excel.import_findings import import_finding
from lpd_desktop.excel.preview import PreviewCell
from lpd_desktop.excel.recognition import RecognisedTable
from lpd_desktop.excel.workbook import MergedRange, Sheet, Workbook, WorkbookCell
from lpd_desktop.form.model import BudgetItem
from lpd_desktop.plan.addresses import Address

_SIGN = r"\*{1,3}|[¹²³⁴⁵⁶⁷⁸⁹]{1,2}|\(?[1-9]\)|[†‡]"
_TRAILING_SIGN = re.compile(rf"(?<=\S)\s*({_SIGN})$")
_LEADING_SIGN = re.compile(rf"({_SIGN}|[1-9]{{1,2}}(?=\s))\s*(\S.*)", re.DOTALL)
_SUPERSCRIPT = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789", "()")
_NAMES_AT_MOST = 8
_QUOTED_AT_MOST = 120


def trap_findings(
    item: BudgetItem, book: Workbook, table: RecognisedTable, cells: Sequence[PreviewCell]
) -> Iterator[Finding]:
    """All findings about what hides in the workbook and the sheet.

    Args:
        item: The budget that is filled.
        book: The workbook as it was read.
        table: The table that was recognised in it.
        cells: The cells that would be read.
    """
    finder = _TrapFinder(item, table, cells)
    yield from finder.about_limits(book)
    yield from finder.about_filter()
    yield from finder.about_hidden_sheets(book)
    yield from finder.about_merged_amounts()
    yield from finder.about_footnotes()
    yield from finder.about_comments()
    yield from finder.about_other_files(book)
    yield from finder.about_macros(book)


class _TrapFinder:
    def __init__(
        self, item: BudgetItem, table: RecognisedTable, cells: Sequence[PreviewCell]
    ) -> None:
        self._whole = str(Address(item.key, ("table",)))
        self._table = table
        self._place = f"Blatt „{table.sheet.name}“"
        wanted = {cell.cell for cell in cells}
        self._taken = [cell for cell in table.sheet.cells if cell.address in wanted]

    def _finding(self, code: str, message: str, suggestion: str, place: str = "") -> Finding:
        return import_finding(code, self._whole, place or self._place, message, suggestion)

    def about_limits(self, book: Workbook) -> Iterator[Finding]:
        sheet = self._table.sheet
        if sheet.is_cut_below or sheet.is_cut_right:
            what = "Zeilen" if sheet.is_cut_below else "Spalten"
            yield self._finding(
                codes.CUT_OFF,
                f"Das Blatt ist sehr groß; seine letzten {what} wurden nicht gelesen.",
                "Kopieren Sie das Budget in eine eigene Mappe, wenn es dort steht.",
            )
        if book.unread_sheets:
            yield self._finding(
                codes.SHEETS_UNREAD,
                f"Einige Blätter wurden nicht gelesen: {_named(book.unread_sheets)}.",
                "Steht das Budget dort, kopieren Sie es in eine eigene Mappe.",
            )

    def about_filter(self) -> Iterator[Finding]:
        if self._table.sheet.is_filtered:
            yield self._finding(
                codes.FILTERED,
                "Ein Filter blendet Zeilen dieses Blatts aus; sie werden nicht gelesen.",
                "Heben Sie den Filter in der Mappe auf, wenn die Zeilen gelten.",
            )

    def about_hidden_sheets(self, book: Workbook) -> Iterator[Finding]:
        hidden = [
            sheet.name
            for sheet in book.sheets
            if sheet.is_hidden and sheet is not self._table.sheet and any(sheet.cells)
        ]
        if hidden:
            yield self._finding(
                codes.HIDDEN_SKIPPED,
                f"Verborgene Blätter wurden nicht gelesen: {_named(hidden)}.",
                "Blenden Sie sie in der Mappe ein, wenn sie gelten.",
            )

    def about_merged_amounts(self) -> Iterator[Finding]:
        tall = {
            (area.top, area.left): area
            for area in self._table.sheet.merged
            if area.bottom > area.top
        }
        labelled = {row.label.row for row in self._table.rows}
        for cell in self._taken:
            area = tall.get((cell.row, cell.column))
            if area is not None and _other_rows(area, self._table.sheet, labelled):
                yield self._finding(
                    codes.MERGED_AMOUNT,
                    f"„{cell.shows}“ steht in verbundenen Zellen über mehrere Zeilen "
                    "und wird nur für die erste gelesen.",
                    "Bitte prüfen Sie, für welche Zeile der Betrag gilt.",
                    f"{self._place}, Zelle {cell.address}",
                )

    def about_footnotes(self) -> Iterator[Finding]:
        notes = _notes_below(self._table)
        for cell in (*(row.label for row in self._table.rows), *self._taken):
            sign = _sign_of(cell)
            if sign:
                text = notes.get(sign.translate(_SUPERSCRIPT), "")
                said = f": „{text}“" if text else ""
                yield self._finding(
                    codes.FOOTNOTE,
                    f"An „{_shortened(cell.shows)}“ steht das Fußnotenzeichen „{sign}“{said}.",
                    "Bitte prüfen Sie, was die Fußnote für den Betrag bedeutet.",
                    f"{self._place}, Zelle {cell.address}",
                )

    def about_comments(self) -> Iterator[Finding]:
        for cell in self._taken:
            if cell.comment:
                yield self._finding(
                    codes.COMMENT,
                    f"An der Zelle steht ein Kommentar: „{_shortened(cell.comment)}“.",
                    "Bitte prüfen Sie, was er für den Betrag bedeutet.",
                    f"{self._place}, Zelle {cell.address}",
                )

    def about_other_files(self, book: Workbook) -> Iterator[Finding]:
        if book.has_links:
            linked = [cell.address for cell in self._taken if "[" in cell.formula]
            cells = f" (hier {_joined(linked)})" if linked else ""
            yield self._finding(
                codes.OTHER_FILES,
                f"Die Mappe holt Werte aus anderen Dateien{cells}; "
                "gelesen wird, was zuletzt gespeichert wurde.",
                "Bitte vergleichen Sie diese Beträge mit ihrer Quelle.",
            )

    def about_macros(self, book: Workbook) -> Iterator[Finding]:
        if book.has_macros:
            yield self._finding(
                codes.MACROS,
                "Die Mappe enthält Makros; sie wurden nicht ausgeführt.",
                "Bitte prüfen Sie die Beträge, wenn ein Makro sie erst ausrechnet.",
            )


def _other_rows(area: MergedRange, sheet: Sheet, labelled: Iterable[int]) -> bool:
    return any(area.top < row <= area.bottom and sheet.rows[row - 1] for row in labelled)


def _sign_of(cell: WorkbookCell) -> str:
    """The footnote sign behind a label or beside an amount."""
    if cell.footnote or cell.kind != "text":
        return cell.footnote
    found = _TRAILING_SIGN.search(cell.shows)
    if found is None or _closes_a_bracket(cell.shows, found[1]):
        return ""
    return found[1]


def _closes_a_bracket(text: str, sign: str) -> bool:
    """`(siehe Zeile 1)` ends like a footnote sign and has none."""
    return sign.endswith(")") and sign[0] != "(" and text.count("(") >= text.count(")")


def _notes_below(table: RecognisedTable) -> dict[str, str]:
    """The texts below the last row of the table by the sign that they begin with."""
    last = max((row.label.row for row in table.rows), default=0)
    notes: dict[str, str] = {}
    for row in table.sheet.rows[last:]:
        for cell in row:
            found = _LEADING_SIGN.fullmatch(cell.shows) if cell.kind == "text" else None
            if found:
                notes.setdefault(found[1].translate(_SUPERSCRIPT), _shortened(found[2]))
    return notes


def _named(names: Sequence[str]) -> str:
    return _joined([f"„{name}“" for name in names])


def _joined(names: Sequence[str]) -> str:
    more = len(names) - _NAMES_AT_MOST
    shown = ", ".join(names[:_NAMES_AT_MOST])
    return f"{shown} und {more} weitere" if more > 0 else shown


def _shortened(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _QUOTED_AT_MOST else f"{plain[:_QUOTED_AT_MOST]}…"
