"""The state of the document: in which it is, what is possible now, and why the rest is not."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from lpd_desktop.check.finding import Finding
from lpd_desktop.editing.open_draft import Change
from lpd_desktop.gui.approval.open_page import left_words
from lpd_desktop.gui.approval.told_states import ABOUT_STEPS, NO_SIGNATURE, told_state
from lpd_desktop.gui.findings.finding_notes import FindingNotes
from lpd_desktop.gui.handing_over.begun import LookForHandOver
from lpd_desktop.gui.handing_over.package_box import PackageBox
from lpd_desktop.gui.look.flow_layout import FlowLayout
from lpd_desktop.gui.look.letters import quiet_label
from lpd_desktop.gui.pages.page import Page
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.release.consistency import standing_fault
from lpd_desktop.release.states import Step, steps_from
from lpd_desktop.runtime.german import counted

_OFFERS = {
    "hand_over": "An das MAGS &übergeben…",
    "approve": "Frei&geben…",
    "review": "In die &interne Prüfung geben…",
    "back": "Zurück in den E&ntwurf…",
    "next": "&Nächste Fassung beginnen…",
    "return": "&Rückgabe festhalten…",
    "submit": "Einreichung &festhalten…",
    "withdraw": "Freigabe zurü&cknehmen…",
}
"""The usual way stands first."""
_HAND_OVER_ABOUT = (
    "Prüft das PDF und stellt das Paket mit E-Mail-Entwurf in einen Ordner; die Einreichung "
    "halten Sie nach dem Versand fest."
)
_BEGUN = (
    "⚠ Eine Übergabe ist begonnen, aber noch nicht als eingereicht festgehalten. „An das MAGS "
    "übergeben…“ sagt, wo sie steht, und führt zum Vermerk."
)
_READABLE = (
    Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
)


class ApprovalPage(Page):
    """Nothing is greyed out: what is not possible stands below with its reason."""

    def build(self) -> None:
        self._shown: object = None
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setTextInteractionFlags(_READABLE)
        self._explained = QLabel()
        self._explained.setWordWrap(True)
        self.begun = QLabel(_BEGUN)
        self.begun.setWordWrap(True)
        self.begun.setTextInteractionFlags(_READABLE)
        self.begun.hide()
        self._notes = FindingNotes()
        self._offers: dict[str, tuple[QPushButton, QLabel]] = {}
        self._not_now = quiet_label("")
        self._not_now.setTextInteractionFlags(_READABLE)
        self.package = PackageBox(self.context)
        for widget in (self.state, self.begun, self.package, self._explained, self._notes):
            self.column.addWidget(widget)
        self.column.addLayout(self._add_offers())
        self.column.addLayout(self._further())
        self.column.addWidget(self._not_now)
        self.column.addWidget(quiet_label(NO_SIGNATURE))
        self.refresh(None)

    def _further(self) -> FlowLayout:
        self._first = self._button("Zur &ersten Stelle", self._on_first_clicked)
        self._pdf = self._button("PDF &speichern…", partial(self._want, "pdf_final"))
        self._copy = self._button("Veröffent&lichungsfassung…", partial(self._want, "pdf_public"))
        self._sheet = self._button("&Unterschriftenblatt…", partial(self._want, "signature_sheet"))
        self._log = self._button("Historie des Do&kuments…", partial(self._want, "log"))
        self._register = self._button(
            "Ein&gereichte Dokumente…", partial(self._want, "submissions")
        )
        line = FlowLayout()
        for button in (self._register, self._first, self._pdf, self._copy, self._sheet, self._log):
            line.addWidget(button)
        return line

    def _button(self, caption: str, do: object) -> QPushButton:
        button = QPushButton(caption)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    def first_field(self) -> QWidget:
        shown = (button for button, _about in self._offers.values() if not button.isHidden())
        return next(shown, self._log)

    def refresh(self, _change: Change | None) -> None:
        """Shows the state and the steps that are possible in it."""
        has_document = self.file.release is not None and not standing_fault(self.file)
        self.state.setText(told_state(self.file))
        for button in (self._pdf, self._copy):
            button.setVisible(has_document)
        self._register.setVisible(self.file.work.state in ("submitted", "returned"))
        self._sheet.setVisible(self.file.work.state == "draft")
        steps = steps_from(self.file)
        if steps != self._shown:
            self._shown = steps
            self._show_steps(steps)
        self.show_findings()

    def set_editable(self, _editable: bool) -> None:
        """The buttons of this page are for every state."""

    def show_findings(self) -> None:
        self._look_for_hand_over()
        is_open = _may_be_approved(self.file)
        errors = self._errors() if is_open else []
        self._first.setVisible(bool(errors))
        self._explained.setText(self._open_text(errors) if is_open else "")
        self._explained.setVisible(is_open)
        self._notes.show_findings(errors, with_place=True)

    def _look_for_hand_over(self) -> None:
        """What was begun, and where a package lies, stands in the register alone."""
        self.package.look(self.file)
        if self.file.work.state != "approved":
            self.begun.hide()
            return
        work = LookForHandOver(self.context.data_folder, self.context.session.draft_id)
        job = self.context.jobs.start("Übergabe suchen", work)
        job.succeeded.connect(self.begun.setVisible)

    def _errors(self) -> list[Finding]:
        return [each for each in self.context.session.findings if each.level == "error"]

    def _open_text(self, errors: list[Finding]) -> str:
        if errors:
            return f"Vor der Freigabe {left_words(self.context.session)}:"
        warnings = sum(each.level == "warning" for each in self.context.session.findings)
        also = counted(warnings, "Warnung bleibt", "Warnungen bleiben")
        free = "Kein Fehler steht der Freigabe entgegen."
        return f"{free} {also} offen." if warnings else free

    def _add_offers(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for row, (key, caption) in enumerate(_OFFERS.items()):
            button = self._button(caption, partial(self._want, _action(key)))
            about = quiet_label(_HAND_OVER_ABOUT if key == "hand_over" else ABOUT_STEPS[key])
            button.setAccessibleDescription(about.text())
            grid.addWidget(button, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(about, row, 1)
            self._offers[key] = (button, about)
        return grid

    def _show_steps(self, steps: tuple[Step, ...]) -> None:
        """Who pressed a button that is gone now finds the focus on the first of the others."""
        possible = {each.key for each in steps if each.is_possible}
        if "submit" in possible:
            possible.add("hand_over")
        had_focus = any(button.hasFocus() for button, _about in self._offers.values())
        for key, widgets in self._offers.items():
            for widget in widgets:
                widget.setVisible(key in possible)
        reasons = [f"{each.caption}: {each.reason}" for each in steps if not each.is_possible]
        self._not_now.setText("\n".join(["Jetzt nicht möglich:", *reasons]))
        if had_focus:
            self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _want(self, action: str, _checked: object = None) -> None:
        self.context.requests.action_wanted.emit(action)

    @Slot()
    def _on_first_clicked(self) -> None:
        errors = self._errors()
        if errors:
            self.context.requests.place_wanted.emit(errors[0].where, errors[0].quote)


def _may_be_approved(file: LpdFile) -> bool:
    return any(each.key == "approve" and each.is_possible for each in steps_from(file))


def _action(key: str) -> str:
    return {"approve": "approve_now", "hand_over": "hand_over"}.get(key, f"state_{key}")
