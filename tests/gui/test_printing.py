"""Printing: the pages of the PDF on paper, one after the other, with a way to stop."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QMessageBox

from lpd_desktop.gui.preview.plan_drawing import DrawnPlan, DrawPlan, Wanted
from lpd_desktop.gui.printing import print_dialog, printing
from lpd_desktop.gui.printing.print_dialog import new_printer
from lpd_desktop.gui.printing.print_pages import NotPrintedError, PrintPages, chosen_pages
from lpd_desktop.gui.printing.printing import Printing
from lpd_desktop.gui.printing.viewed_copies import ViewedCopies
from lpd_desktop.pdf.page_images import page_count, page_image
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.runtime.progress import JobCancelled, Progress


@pytest.fixture(scope="module")
def plan() -> DrawnPlan:
    return DrawPlan(sample_file(), Wanted())(Progress())


def printer_into(target: Path, pages: int) -> QPrinter:
    printer = new_printer(pages)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(100)
    return printer


def picture(data: bytes, page: int) -> QImage:
    drawn = page_image(data, page, 0.5)
    form = QImage.Format.Format_RGB32
    image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.width * 4, form)
    return image.copy().convertToFormat(QImage.Format.Format_Grayscale8)


def difference(one: QImage, other: QImage) -> float:
    """The mean difference of the pixels, of 255."""
    other = other.scaled(one.size())
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return sum(abs(a - b) for a, b in pairs) / (one.width() * one.height())


def assert_shows(plan: DrawnPlan, page: int, printed: bytes) -> None:
    """The first printed page looks like this page, and unlike the one after it."""
    first = picture(printed, 0)
    own, next_one = (difference(picture(plan.data, at), first) for at in (page, page + 1))
    assert own < 6
    assert own < next_one / 2


def test_all_pages_are_printed_as_they_are_in_the_pdf(qapp, plan, tmp_path):
    target = tmp_path / "out.pdf"
    told: list[str] = []
    work = PrintPages(plan, printer_into(target, len(plan.looks)))
    assert work(Progress(lambda _percent, text: told.append(text))) == len(plan.looks)
    printed = target.read_bytes()
    assert page_count(printed) == len(plan.looks)
    assert_shows(plan, 0, printed)
    assert told[-1] == f"Seite {len(plan.looks)} von {len(plan.looks)}"


def test_a_range_of_pages_is_printed(qapp, plan, tmp_path):
    target = tmp_path / "out.pdf"
    printer = printer_into(target, len(plan.looks))
    printer.setFromTo(3, 4)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    assert PrintPages(plan, printer)(Progress()) == 2
    printed = target.read_bytes()
    assert page_count(printed) == 2
    assert_shows(plan, 2, printed)


def test_the_last_page_comes_first_where_that_is_wished(qapp, tmp_path):
    printer = printer_into(tmp_path / "out.pdf", 3)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, 3) == [2, 1, 0]
    printer.setCopyCount(2)
    assert chosen_pages(printer, 3) == [2, 1, 0] * (1 if printer.supportsMultipleCopies() else 2)


def test_printing_stops_between_two_pages(qapp, plan, tmp_path):
    progress = Progress(lambda percent, _text: progress.cancel() if percent else None)
    with pytest.raises(JobCancelled):
        PrintPages(plan, printer_into(tmp_path / "out.pdf", len(plan.looks)))(progress)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told_in_a_sentence(qapp, plan, tmp_path):
    printer = printer_into(tmp_path / "missing" / "out.pdf", len(plan.looks))
    with pytest.raises(NotPrintedError, match="Drucker"):
        PrintPages(plan, printer)(Progress())


def test_without_a_printer_a_sentence_says_what_else_one_can_do(
    qtbot, window, sample_wizard, monkeypatch
):
    monkeypatch.setattr(print_dialog, "has_printer", lambda: False)
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    box = window.findChild(QMessageBox)
    assert "kein Drucker" in box.text()
    box.close()


def test_the_dialog_opens_when_the_pages_are_known_and_prints_beside_the_window(
    qtbot, window, sample_wizard, monkeypatch, tmp_path
):
    target = tmp_path / "out.pdf"
    monkeypatch.setattr(print_dialog, "has_printer", lambda: True)
    monkeypatch.setattr(print_dialog, "new_printer", lambda pages: printer_into(target, pages))
    window.actions_by_key["print"].trigger()
    feature = window.findChild(Printing)
    qtbot.waitUntil(lambda: feature._dialog is not None and feature._dialog.isVisible())
    feature._dialog.done(1)
    qtbot.waitUntil(lambda: not window.services.jobs.is_busy, timeout=20_000)
    assert page_count(target.read_bytes()) > 5


def test_the_copy_for_the_pdf_program_is_removed_when_the_plan_is_closed(
    qtbot, window, sample_wizard, monkeypatch, isolated_data_folder
):
    opened: list[Path] = []

    class Desktop:
        @staticmethod
        def openUrl(url) -> bool:
            opened.append(Path(url.toLocalFile()))
            return True

    monkeypatch.setattr(printing, "QDesktopServices", Desktop)
    window.actions_by_key["open_pdf"].trigger()
    qtbot.waitUntil(lambda: bool(opened))
    assert page_count(opened[0].read_bytes()) > 5
    assert opened[0].is_relative_to(isolated_data_folder)
    window.show_start()
    assert not opened[0].exists()


def test_what_an_earlier_start_left_behind_is_removed(tmp_path):
    left = ViewedCopies(tmp_path).new("alt.pdf")
    left.write_bytes(b"x")
    assert left.parent.stat().st_mode & 0o077 == 0
    ViewedCopies(tmp_path)
    assert not left.exists()
