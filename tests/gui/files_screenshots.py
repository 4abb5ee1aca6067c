"""Pictures of the file of a draft: older, newer, changed by both, what may be done."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from msgspec.structs import replace as changed

from lpd_desktop.editing.file_sentences import SHORT
from lpd_desktop.editing.file_standing import Standing
from lpd_desktop.gui.choice import choose_one
from lpd_desktop.gui.files.file_offers import CAPTIONS, OFFERS
from lpd_desktop.gui.files.files import Files
from lpd_desktop.plan.file import load_lpd, save_lpd
from lpd_desktop.plan.sample import sample_file

if TYPE_CHECKING:
    from lpd_desktop.gui.main_window import MainWindow
    from tests.gui.screenshots import Camera, Wait


def shoot_files(camera: Camera, wait: Wait) -> None:
    """The words in the header, the line below the page, the question."""
    window = camera.window
    before = window.session.draft_id
    with TemporaryDirectory() as folder:
        path = Path(folder) / "LPD 2023 Musterstadt.lpd"
        file = sample_file()
        save_lpd(path, replace(file, plan=changed(file.plan, id="sent-around")))
        window.opening.open_file(str(path))
        _wait_for(window, wait, Standing.SAME)
        camera.shoot("file-same")
        _edit_file(path, "2022-11-05")
        _wait_for(window, wait, Standing.NEWER)
        camera.shoot("file-newer")
        _edit_draft(window)
        _wait_for(window, wait, Standing.BOTH_WENT_ON)
        camera.shoot("file-both")
        _shoot_question(camera)
        path.unlink()
        _wait_for(window, wait, Standing.GONE)
        camera.shoot("file-gone")
    window.opening.load(before)
    wait(lambda: window.session is not None and window.session.draft_id == before)


def _wait_for(window: MainWindow, wait: Wait, standing: Standing) -> None:
    """A look that is asked for while another is under way would start anew."""
    wait(lambda: window.wizard is not None and window.findChild(Files) is not None)
    files = window.findChild(Files)
    assert isinstance(files, Files)
    files.look()
    wait(lambda: window.wizard.header.file.text() == SHORT[standing])


def _edit_file(path: Path, day: str) -> None:
    file = load_lpd(path)
    save_lpd(path, replace(file, plan=changed(file.plan, as_of=day)))


def _edit_draft(window: MainWindow) -> None:
    window.session.draft.change(
        "Stand ändern", lambda file: replace(file, plan=changed(file.plan, as_of="2022-11-06"))
    )


def _shoot_question(camera: Camera) -> None:
    files = camera.window.findChild(Files)
    assert isinstance(files, Files)
    standing = Standing.BOTH_WENT_ON
    answers = [(CAPTIONS[key], camera.window.update) for key in OFFERS[standing.value]]
    box = choose_one(camera.window, "Datei des Entwurfs", files.bar.sentence.sentence, answers)
    camera.shoot("file-question", box)
    box.reject()
