"""Accepting findings and opening them again, as somebody asks for it anywhere in the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from lpd_desktop.check.acknowledgement import AcceptedFinding
from lpd_desktop.check.finding import Finding
from lpd_desktop.editing.acknowledging import acknowledge, withdraw_acknowledgement
from lpd_desktop.gui.findings.finding_dialog import FindingDialog
from lpd_desktop.gui.messages import tell
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.work import Acknowledgement
from lpd_desktop.runtime.clock import utc_now
from lpd_desktop.runtime.errors import LpdError


class FindingHandling(QObject):
    """Belongs to one open plan; remembers the name that was typed last."""

    def __init__(self, window: QWidget, context: PageContext) -> None:
        super().__init__(window)
        self._window, self._session = window, context.session
        self._name = ""
        context.requests.finding_wanted.connect(self.show_finding)
        context.requests.explanation_wanted.connect(self._on_explanation_wanted)
        context.requests.withdrawal_wanted.connect(self._on_withdrawal_wanted)

    @Slot(object)
    def show_finding(self, finding: Finding) -> None:
        """Explains a finding and takes the reason for accepting it."""
        dialog = FindingDialog(
            self._window, finding, self._name, can_accept=self._session.draft.is_editable
        )
        dialog.accepted_with.connect(partial(self._accept, finding))
        dialog.open()

    @Slot(object)
    def _on_explanation_wanted(self, finding: Finding) -> None:
        FindingDialog(self._window, finding, can_accept=False).open()

    def _accept(self, finding: Finding, reason: str, name: str) -> None:
        self._name = name
        self._change("Befund zur Kenntnis nehmen", _Accepting(finding, reason, name))

    @Slot(object)
    def _on_withdrawal_wanted(self, accepted: AcceptedFinding) -> None:
        self._change("Befund wieder öffnen", _Withdrawing(accepted.note))

    def _change(self, title: str, step: _Accepting | _Withdrawing) -> None:
        try:
            self._session.draft.change(title, step)
        except LpdError as error:
            tell(self._window, title, str(error))
        self._session.check_now()


class _Accepting:
    def __init__(self, finding: Finding, reason: str, name: str) -> None:
        self._finding, self._reason, self._name = finding, reason, name

    def __call__(self, file: LpdFile) -> LpdFile:
        return acknowledge(
            file, self._finding, reason=self._reason, name=self._name, time=utc_now()
        )


class _Withdrawing:
    def __init__(self, note: Acknowledgement) -> None:
        self._note = note

    def __call__(self, file: LpdFile) -> LpdFile:
        return withdraw_acknowledgement(file, self._note)
