"""The figures that a plan commits itself to."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLabel, QLineEdit

from lpd_desktop.editing.open_draft import Change
from lpd_desktop.editing.targets import set_figure
from lpd_desktop.form.model import Form, Target, TargetsItem
from lpd_desktop.gui.form_row import FormRow
from lpd_desktop.gui.pages.page import Page
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.figures import format_figure
from lpd_desktop.plan.file import LpdFile


class TargetsPage(Page):
    """One line for each target, with its unit."""

    def build(self) -> None:
        item = self.file.form.item(self.step.item)
        targets = item.targets if isinstance(item, TargetsItem) else ()
        self._edits = {target.key: self._add_target(target) for target in targets}
        self.refresh(None)

    def _add_target(self, target: Target) -> QLineEdit:
        edit = QLineEdit()
        edit.setMaximumWidth(200)
        edit.editingFinished.connect(partial(self._on_figure_finished, target.key))
        text = self.file.form.text
        unit = Form.units[target.unit]
        row = FormRow(
            text(target.label), edit, f"{text(target.help)} {unit}".strip(), text(target.help)
        )
        row.add_beside(QLabel(unit))
        self.add_row(Address(self.step.item, (target.key,)), row)
        return edit

    def refresh(self, _change: Change | None) -> None:
        figures = {each.key: each.value for each in self.file.plan.answer(self.step.item).figures}
        for key, edit in self._edits.items():
            text = format_figure(figures[key]) if key in figures else ""
            if text != edit.text() and not edit.hasFocus():
                edit.setText(text)

    def _on_figure_finished(self, key: str) -> None:
        text = self._edits[key].text()
        self.change("Zielwert ändern", partial(_set, self.step.item, key, text))


def _set(item: str, target: str, text: str, file: LpdFile) -> LpdFile:
    return set_figure(file, item, target, text)
