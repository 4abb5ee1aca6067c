"""Pictures of remarks: in the text, beside the page, on a locked plan, in their dialogs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec.structs import replace as changed

from lpd_desktop.editing.remarks import AnswerRemark, ResolveRemark
from lpd_desktop.gui.remarks.author_dialog import AuthorDialog
from lpd_desktop.gui.remarks.list_dialog import ListDialog
from lpd_desktop.gui.remarks.remark_dialog import RemarkDialog
from lpd_desktop.gui.remarks.remarks import Remarks
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.passages import passages
from lpd_desktop.plan.remark import Author
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.runtime.identity import new_id

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from tests.gui.screenshots import Camera, Wait

_EVA = Author(name="Eva Muster", role="Fachaufsicht", kind="ministry")
_JAN = Author(name="Jan Beispiel", role="Sachgebiet Finanzen")
_TIME, _LATER = "2022-11-08T09:30:00Z", "2022-11-09T10:00:00Z"


def reviewed() -> LpdFile:
    """The sample, remarked on by the ministry, with an answer and a settled remark."""
    from tests.unit.plan.remarked import remarked

    file = sample_file()
    file = replace(file, plan=changed(file.plan, id=new_id()), work=changed(file.work, remarks=()))
    found = [each for each in passages(file.form, file.plan) if len(each.text.split()) > 12]
    told = ("Bitte mit Zahlen belegen.", "Wie viele Personen betrifft das?", "Das ist erledigt.")
    for passage, text in zip(found, told, strict=False):
        words = " ".join(passage.text.split()[3:7])
        file = remarked(file, passage.where, words, text=text, author=_EVA, number=passage.number)
    first, _second, third = file.work.remarks
    file = AnswerRemark(first.id, "Die Zahlen stehen in der Tabelle.", _JAN, _LATER)(file)
    return ResolveRemark(third.id, _JAN, _LATER)(file)


def shoot_remarks(camera: Camera, wait: Wait) -> None:
    """The plan of a planner to whom remarks came back."""
    window = camera.window
    first = window.session
    window.services.memory.remember_remark_author(_JAN.name, _JAN.role, _JAN.kind)
    window.opening.take(reviewed())
    wait(lambda: window.session is not first and window.session.is_checked)
    remarks = next(each for each in window.findChildren(Remarks) if each._session is window.session)
    wait(lambda: remarks.is_newest)
    window.actions_by_key["remarks"].trigger()
    remarks.tab.want("all")
    window.actions_by_key["next_remark"].trigger()
    camera.shoot("remarks")
    window.actions_by_key["only_remarks"].trigger()
    camera.shoot("remarks-locked")
    window.actions_by_key["only_remarks"].trigger()
    _shoot_dialogs(camera, wait)


def _shoot_dialogs(camera: Camera, wait: Wait) -> None:
    window = camera.window
    tab = window.wizard.panel.remarks
    for key in ("new", "answer"):
        tab.wanted.emit(key, tab.current_id)
        wait(lambda: _opened(window.findChildren(RemarkDialog)) is not None)
        dialog = _opened(window.findChildren(RemarkDialog))
        assert dialog is not None
        camera.shoot(f"remark-{key}", dialog)
        dialog.reject()
    camera.shoot_dialog("remark-author", AuthorDialog(window, _EVA), lambda: True)
    camera.shoot_dialog("remark-list", ListDialog(window, only_open=False), lambda: True)


def _opened(dialogs: list[QDialog]) -> QDialog | None:
    return next((each for each in dialogs if each.isVisible()), None)
