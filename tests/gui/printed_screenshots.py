"""Pictures of what shows the printed document: preview, reading as text, print dialog."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from lpd_desktop.gui.pdf_export.edition_dialog import EditionDialog
from lpd_desktop.gui.pdf_export.written import tell_written
from lpd_desktop.gui.pdf_export.year_dialog import YearDialog
from lpd_desktop.gui.preview.preview import Preview
from lpd_desktop.gui.printing.print_dialog import new_dialog, new_printer
from lpd_desktop.gui.reading.reading import Reading
from lpd_desktop.gui.verifying.verify_dialog import VerifyDialog
from lpd_desktop.pdf.edition import DRAFT
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release.approval import Approval
from lpd_desktop.release.sign_off import sign_off
from lpd_desktop.release.verification import verify
from tests.unit.release.rewriters import edited
from tests.unit.release.tamperings import digit_swapped, file_attached

if TYPE_CHECKING:
    from tests.gui.screenshots import Camera, Wait


def shoot_printed(camera: Camera, wait: Wait) -> None:
    """The preview beside the page, in its own window and with trouble; the text; the dialog."""
    _shoot_preview(camera, wait)
    _shoot_reading(camera, wait)
    printer = new_printer(13)
    dialog = new_dialog(printer, camera.window)
    QDialog.open(dialog)
    camera.shoot("print", dialog)
    dialog.reject()
    _shoot_editions(camera)
    _shoot_verdicts(camera)


def _shoot_verdicts(camera: Camera) -> None:
    """What verification says of an original, and of one that was worked over."""
    approval = Approval((Signatory(name="A. Probe", role="Leitung"),), "Talbrück", "2022-11-10")
    pdf = sign_off(sample_file(), approval).pdf
    changed = edited(edited(pdf, digit_swapped), file_attached)
    for name, data in (("verified", pdf), ("verified-changed", changed)):
        dialog = VerifyDialog(camera.window, Path("LPD 2023 Kreis Talbrück.pdf"), verify(data))
        dialog.open()
        camera.shoot(name, dialog)
        dialog.reject()


def _shoot_editions(camera: Camera) -> None:
    """The choice of an edition, what is said after writing, and the year of a blank form."""
    for name, is_approved in (("pdf", True), ("pdf-draft", False)):
        dialog = EditionDialog(camera.window, DRAFT, is_approved=is_approved)
        dialog.open()
        camera.shoot(name, dialog)
        dialog.reject()
    box = tell_written(camera.window, "Gespeichert", Path("/home/jörg/Planung/LPD 2023.pdf"))
    camera.shoot("pdf-written", box)
    box.reject()
    year = YearDialog(camera.window, 2023)
    year.open()
    camera.shoot("blank-form", year)
    year.reject()


def _shoot_preview(camera: Camera, wait: Wait) -> None:
    window = camera.window
    window.wizard.lead_to("A.staff")
    window.actions_by_key["preview"].trigger()
    shown = window.findChild(Preview).shown
    wait(lambda: shown.redrawing.is_newest)
    camera.shoot("preview")
    shown.pane.show_trouble("Die Seiten lassen sich gerade nicht darstellen.", "A.staff")
    camera.shoot("preview-trouble")
    shown.redrawing.draw_now()
    wait(lambda: shown.redrawing.is_newest)
    shown._on_move_wanted()
    wait(lambda: shown.redrawing.is_newest)
    camera.shoot("preview-window", shown.pane.window())
    shown._on_move_wanted()
    window.actions_by_key["preview"].trigger()


def _shoot_reading(camera: Camera, wait: Wait) -> None:
    camera.window.actions_by_key["read_text"].trigger()
    reading = camera.window.findChild(Reading)
    wait(lambda: reading.is_newest)
    reading.shown.reader.go_to(reading.shown.reader.headings[1].position)
    reading.shown.wanted.setText("Umschichtung")
    reading.shown.reader.find_next("Umschichtung")
    camera.shoot("reading", reading.shown)
    reading.shown.close()
