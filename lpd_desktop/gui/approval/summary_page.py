"""All of the approval on one page, before it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem, QWidget

from lpd_desktop.gui.approval.assistant_page import AssistantPage
from lpd_desktop.gui.approval.changes_page import ChangesPage
from lpd_desktop.gui.approval.entries import Entries
from lpd_desktop.gui.approval.open_page import told_remarks
from lpd_desktop.gui.approval.pages_page import PagesPage
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.look.wrapped_label import WrappedLabel
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.read_only_table import ReadOnlyTable
from lpd_desktop.release.approval import next_version
from lpd_desktop.runtime.german import counted, german_date

_WHAT_HAPPENS = (
    "„Freigeben und PDF speichern…“ fragt nach dem Ort der Datei. Dann wird das Dokument "
    "besiegelt, das PDF geschrieben und geprüft und die Freigabe gespeichert: alles davon oder "
    "nichts. Der Text ist danach geschützt; bis zur Einreichung können Sie die Freigabe "
    "zurücknehmen."
)
_HEADERS = ("Angabe", "Inhalt")


class SummaryPage(AssistantPage):
    """Read line by line with the arrow keys."""

    title = "Zusammenfassung"

    def __init__(
        self,
        context: PageContext,
        entries: Callable[[], Entries],
        changes: ChangesPage,
        pages: PagesPage,
    ) -> None:
        super().__init__(context)
        self._entries, self._changes, self._pages = entries, changes, pages
        self.table = ReadOnlyTable("Zusammenfassung der Freigabe", len(_HEADERS))
        self.table.setHorizontalHeaderLabels(_HEADERS)
        self.table.setWordWrap(True)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.trouble = WrappedLabel()
        self.trouble.hide()
        self.column.addWidget(self.trouble)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(quiet_label(_WHAT_HAPPENS))

    def enter(self) -> None:
        """Shows what the approval will say."""
        lines = list(self._lines())
        self.table.setRowCount(len(lines))
        for row, (caption, text) in enumerate(lines):
            for column, cell in enumerate((caption, text)):
                item = QTableWidgetItem(cell)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{caption}: {text}")
                self.table.setItem(row, column, item)
        self.table.setCurrentCell(0, 0)

    def first_field(self) -> QWidget:
        return self.table

    def _lines(self) -> Iterator[tuple[str, str]]:
        file, approval = self.file, self._entries().approval
        yield "Dokument", f"{file.form.text(file.form.title)}, {file.plan.jobcenter.name}"
        yield "Stand", german_date(file.plan.as_of)
        yield "Wird", f"Fassung {next_version(file)}"
        replaced = file.work.replaced
        if replaced is not None:
            yield "Ersetzt", f"Fassung {replaced.version}, Siegel {replaced.seal[:8]}…"
        for index, each in enumerate(approval.signatories):
            yield ("Zeichnet mit" if index else "Gibt frei"), f"{each.name}, {each.role}"
        yield "Ort und Datum", f"{approval.place}, {german_date(approval.date)}"
        yield from self._around()

    def _around(self) -> Iterator[tuple[str, str]]:
        session = self.session
        warnings = sum(each.level == "warning" for each in session.findings)
        accepted = len(session.accepted)
        yield "Warnungen", f"{warnings} offen, {accepted} zur Kenntnis genommen"
        yield "Anmerkungen", told_remarks(session)
        yield "Geändert", self._told_changes()
        if self._pages.page_count:
            yield "Umfang", counted(self._pages.page_count, "Seite", "Seiten")

    def _told_changes(self) -> str:
        number = self._changes.change_count
        if number is not None:
            return f"{counted(number, 'Stelle', 'Stellen')} seit {self._changes.since_title}"
        if self._changes.is_chosen:
            return "wird noch verglichen"
        first = "erste Fassung, " if next_version(self.file) == 1 else ""
        return f"{first}kein festgehaltener Stand zum Vergleich"
