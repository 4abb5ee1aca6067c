"""The chart of a budget on its page: as a picture, or as a table with the same facts."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lpd_desktop.gui.budget.budget_chart import CHART_NAME, BudgetChartPicture
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.read_only_table import ReadOnlyTable
from lpd_desktop.plan.chart.facts import BudgetChart
from lpd_desktop.plan.chart.sentences import ChartLine, chart_lines, left_out_words

_CHANGE = "Veränderung"


class BudgetChartPanel(QWidget):
    """Hidden while the table holds nothing to show."""

    def __init__(self) -> None:
        super().__init__()
        self._picture, self._table = BudgetChartPicture(), _ChartTable()
        self._as_table = QCheckBox("Als Tabelle")
        self._as_table.setAccessibleName("Schaubild als Tabelle")
        self._as_table.toggled.connect(self._on_as_table_toggled)
        self._note = quiet_label("")
        title = QLabel("Schaubild")
        title.setBuddy(self._picture)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._as_table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        for widget in (self._picture, self._table, self._note):
            column.addWidget(widget)
        self._table.hide()

    def show_chart(self, chart: BudgetChart) -> None:
        """Shows the newest amounts."""
        self._picture.show_chart(chart)
        self._table.show_chart(chart)
        self._note.setText(left_out_words(chart) if chart.left_out else "")
        self._note.setVisible(bool(chart.left_out))
        self.setVisible(bool(chart.groups))

    def set_readable(self) -> None:
        """A view changes nothing, so it stays in reach in an approved plan."""
        for widget in (self._as_table, self._table):
            widget.setEnabled(True)

    @Slot(bool)
    def _on_as_table_toggled(self, wanted: bool) -> None:
        self._picture.setVisible(not wanted)
        self._table.setVisible(wanted)


class _ChartTable(ReadOnlyTable):
    """As high as its lines: only the page scrolls."""

    def __init__(self) -> None:
        super().__init__(f"{CHART_NAME} als Tabelle", 0)
        self._lines: tuple[ChartLine, ...] = ()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWordWrap(True)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)

    def show_chart(self, chart: BudgetChart) -> None:
        lines = tuple(chart_lines(chart))
        captions = ["Zeile", *map(str, chart.years), _CHANGE]
        self.setColumnCount(len(captions))
        self.setHorizontalHeaderLabels(captions)
        if lines != self._lines:
            self._lines = lines
            self.setRowCount(len(lines))
            for row, line in enumerate(lines):
                self._fill(row, line, captions)
        self.updateGeometry()

    def _fill(self, row: int, line: ChartLine, captions: list[str]) -> None:
        texts = (line.label, *line.amounts, line.change)
        for column, (text, caption) in enumerate(zip(texts, captions, strict=True)):
            item = QTableWidgetItem(f"    {text}" if line.is_part and not column else text)
            if column:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                told = f"{line.label}, {caption}: {text or 'leer'}"
                item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
            self.setItem(row, column, item)

    def sizeHint(self) -> QSize:
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        head = self.horizontalHeader().sizeHint().height()
        return QSize(400, rows + head + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In narrower columns lines are higher."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.updateGeometry)
