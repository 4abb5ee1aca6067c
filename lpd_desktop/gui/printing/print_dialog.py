"""The print dialog of the system, for pages that are A4."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget


def has_printer() -> bool:
    """Whether a printer is set up on this machine."""
    return bool(QPrinterInfo.availablePrinterNames())


def new_printer(pages: int) -> QPrinter:
    """A printer for upright A4 without margins of its own, since the pages have theirs."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    size = QPageSize(QPageSize.PageSizeId.A4)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    printer.setFullPage(True)
    printer.setDocName("Lokales Planungsdokument")
    printer.setFromTo(1, pages)
    printer.setPrintRange(QPrinter.PrintRange.AllPages)
    return printer


def new_dialog(printer: QPrinter, parent: QWidget) -> QPrintDialog:
    """The dialog, which is opened by whoever asked for it and deletes itself."""
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Drucken")
    dialog.setMinMax(1, printer.toPage())
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
