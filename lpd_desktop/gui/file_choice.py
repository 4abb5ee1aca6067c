"""File dialogs that are opened, not executed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDir, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from lpd_desktop.plan.file import LpdFile

PDF = "PDF (*.pdf)"

Chosen = Callable[[str], object]


def choose_to_open(parent: QWidget, title: str, filters: str, chosen: Chosen) -> QFileDialog:
    """Asks for an existing file."""
    dialog = _in_documents(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _show(dialog, filters, chosen)


def choose_to_save(
    parent: QWidget, title: str, filters: str, proposed: str, chosen: Chosen
) -> QFileDialog:
    """Asks where to write; the system asks before a file is replaced.

    The proposed name gives the suffix of names that are typed without one.
    """
    dialog = _in_documents(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(proposed.rpartition(".")[2])
    dialog.selectFile(proposed)
    return _show(dialog, filters, chosen)


def choose_folder(parent: QWidget, title: str, chosen: Chosen) -> QFileDialog:
    """Asks for a folder that is there."""
    dialog = _in_documents(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _show(dialog, "Ordner (*)", chosen)


def proposed_name(file: LpdFile, suffix: str) -> str:
    """The name of a file that a plan is written to."""
    key = file.plan.jobcenter.name or "Planungsdokument"
    return f"LPD {file.form.year} {key}{suffix}".replace("/", "-")


def _in_documents(parent: QWidget, title: str) -> QFileDialog:
    """A dialog that starts in the documents, or where the last one ended."""
    dialog = QFileDialog(parent, title)
    if dialog.directory() == QDir.current():
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(documents))
    return dialog


def _show(dialog: QFileDialog, filters: str, chosen: Chosen) -> QFileDialog:
    dialog.setNameFilters(filters.split(";;"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(chosen)
    dialog.open()
    return dialog
