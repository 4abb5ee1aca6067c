"""Leads from one unknown word to the next through all answers of the plan."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.session import PlanSession
from lpd_desktop.gui.spelling.speller import Speller
from lpd_desktop.gui.spelling.unknown_walk import Goal, next_unknown, words_by_field
from lpd_desktop.gui.spelling.word_places import Place, places_of
from lpd_desktop.gui.wizard import PlanWizard

_OFF = "Die Rechtschreibung wird nicht geprüft; „Prüfen – Rechtschreibung“ schaltet sie ein."
_NONE = "Keine unbekannten Wörter"
_SEARCHING = "Unbekannte Wörter werden gesucht …"


class UnknownTour(QObject):
    """Waits for answers where words of other pages were not looked up yet."""

    def __init__(self, wizard: PlanWizard, session: PlanSession, speller: Speller) -> None:
        super().__init__(speller)
        self._wizard, self._session, self._speller = wizard, session, speller
        self._is_waiting = False
        speller.learned.connect(self._on_learned)

    @Slot()
    def go_next(self) -> None:
        """Goes to the next unknown word behind the cursor, at once or when it is known."""
        self._is_waiting = False
        if not self._speller.is_on:
            self._wizard.bar.show_notice(_OFF)
            return
        fields = words_by_field(self._session.file)
        is_known = self._speller.is_known
        new = [word for field in fields for word in field.words if is_known(word) is None]
        if new:
            self._is_waiting = True
            self._wizard.bar.show_notice(_SEARCHING)
            self._speller.want(new)
            return
        here, before = self._stand()
        goal = next_unknown(fields, is_known, here, before)
        if goal is None:
            self._wizard.bar.show_notice(_NONE)
        else:
            self._go_to(goal)

    @Slot()
    def _on_learned(self) -> None:
        if self._is_waiting and not self._speller.is_asking:
            self.go_next()

    def _stand(self) -> tuple[str, int]:
        """The answer with the cursor, and how many unknown words stand before it."""
        page, edit = self._wizard.page, self._wizard.focusWidget()
        here = page.row_address(edit)
        if here and isinstance(edit, RichTextEdit):
            cursor = edit.textCursor().selectionEnd()
            return here, sum(place.start < cursor for place in self._unknown_in(edit))
        return next(iter(page.rows), ""), 0

    def _unknown_in(self, edit: RichTextEdit) -> list[Place]:
        places = places_of(edit.document())
        return [place for place in places if self._speller.is_known(place.word) is False]

    def _go_to(self, goal: Goal) -> None:
        self._wizard.lead_to(str(goal.address), "")
        page = self._wizard.page
        row = page.rows.get(str(goal.address))
        edit = row.field if row is not None else None
        if not isinstance(edit, RichTextEdit):
            return
        places = self._unknown_in(edit)
        if not places:
            return
        place = places[min(goal.number, len(places) - 1)]
        edit.setTextCursor(place.cursor_in(edit.document()))
        page.keep_focus_in_sight()
        again = " – weiter vom Anfang her" if goal.is_wrapped else ""
        sentence = f"Unbekannt: „{place.word}“{again}. Die Menütaste zeigt Vorschläge."
        self._wizard.bar.show_notice(sentence)
