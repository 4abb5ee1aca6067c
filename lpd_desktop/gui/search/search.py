"""Searching and replacing in an open plan: the bar, its matches, the way to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from lpd_desktop.editing.replacing import replacements
from lpd_desktop.gui.pages.page import PageContext
from lpd_desktop.gui.search.match_list import FoundLine
from lpd_desktop.gui.search.match_walk import MatchWalk
from lpd_desktop.gui.search.word_places import WordPlaces
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.passages import passage_place, passages
from lpd_desktop.plan.search import Match, find
from lpd_desktop.plan.word_change import WordChange
from lpd_desktop.runtime.german import counted, grouped

if TYPE_CHECKING:
    from lpd_desktop.gui.search.find_bar import FindBar

_REFRESH_MS = 300
_LISTED = 200
"""More places than anybody reads; the count names all."""

_LONGEST_SELECTION = 100


class Search(QObject):
    """Belongs to one open plan; the bar is built when it is first wanted."""

    def __init__(self, window: QWidget, wizard: PlanWizard, context: PageContext) -> None:
        super().__init__(window)
        self._window, self._wizard, self._context = window, wizard, context
        self._session = context.session
        self._places = WordPlaces(wizard)
        self._walk = MatchWalk()
        self._left_at: object = None
        self._bar: FindBar | None = None
        self._soon = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._soon.timeout.connect(self._search)
        self._session.changed.connect(self._on_draft_changed)

    @property
    def bar(self) -> FindBar:
        """The bar below the page."""
        if self._bar is None:
            from lpd_desktop.gui.search.find_bar import FindBar

            self._bar = FindBar()
            self._wizard.add_bar(self._bar)
            self._bar.query_changed.connect(self._search)
            self._bar.step_wanted.connect(self._step)
            self._bar.preview_wanted.connect(self._preview)
            self._bar.left.connect(self._leave)
            self._bar.list.chosen.connect(self._on_match_chosen)
        return self._bar

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Opening the bar, going on and back."""
        return {
            "find": partial(self._open, False),
            "replace": partial(self._open, True),
            "find_next": partial(self._go_on, 1),
            "find_previous": partial(self._go_on, -1),
        }

    def end(self) -> None:
        """The plan is being closed."""
        self._soon.stop()
        self.deleteLater()

    def _open(self, replacing: bool) -> None:
        editable = self._session.draft.is_editable
        self.bar.open_for(_selected_words(), replacing=replacing, editable=editable)
        self._search()

    def _go_on(self, direction: int) -> None:
        """F3 goes on with the last search, also while the bar is closed."""
        if not self.bar.query.text:
            self._open(False)
        else:
            self._search()
            self._step(direction)

    @Slot()
    def _search(self) -> None:
        file, current = self._session.file, self._walk.current
        found = find(file.form, file.plan, self.bar.query)
        fields = dict.fromkeys(each.where.field for each in passages(file.form, file.plan))
        self._walk = MatchWalk(found, tuple(fields))
        if current in found:
            self._walk.go_to(current)
        self.bar.show_matches(list(self._lines(found)), self._count())

    @Slot(int)
    def _step(self, direction: int) -> None:
        here = self._places.here()
        match = self._walk.step(direction, None if here == self._left_at else here)
        if match is not None:
            self._show(match)

    def _show(self, match: Match) -> None:
        """Leads to a match; who types in the bar stays there."""
        focused = QApplication.focusWidget()
        self._places.lead_to(match.passage, match.start, match.end)
        self._left_at = self._places.here()
        self.bar.show_count(self._count())
        self.bar.list.go_to(match)
        if focused is not None and self.bar.isAncestorOf(focused):
            # for this reason a line keeps its selection while another has the focus
            focused.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def _leave(self) -> None:
        """The bar is closed; the last match stays selected."""
        self.bar.hide()
        self._places.focus()

    @Slot(object)
    def _on_match_chosen(self, match: Match) -> None:
        self._walk.go_to(match)
        self._show(match)

    @Slot()
    def _preview(self) -> None:
        """Shows what would be replaced; nothing is replaced unseen."""
        self._search()
        changes = replacements(self._walk.matches, self.bar.replacement.text())
        if not changes:
            self.bar.show_count("nichts zu ersetzen")
            return
        from lpd_desktop.gui.changes.changes_dialog import REPLACING, ChangesDialog

        dialog = ChangesDialog(self._window, self._context, REPLACING, changes)
        dialog.change_wanted.connect(self._on_change_wanted)
        dialog.was_made.connect(self._wizard.bar.show_notice)
        dialog.open()

    @Slot(object)
    def _on_change_wanted(self, change: WordChange) -> None:
        self._places.lead_to(change.passage, change.start, change.end)

    @Slot(object)
    def _on_draft_changed(self, _change: object) -> None:
        if self._bar is not None and self._bar.isVisible():
            self._soon.start()

    def _count(self) -> str:
        number = len(self._walk.matches)
        if not self.bar.query.text:
            return ""
        if not number:
            return "nicht gefunden"
        if self._walk.current is None:
            return counted(number, "Stelle", "Stellen")
        return f"{grouped(self._walk.at + 1)} von {grouped(number)}"

    def _lines(self, found: list[Match]) -> Iterator[FoundLine]:
        """The places under the names of what they stand in."""
        file, last = self._session.file, ""
        for match in found[:_LISTED]:
            place = passage_place(file.form, file.plan, match.passage)
            if place != last:
                yield FoundLine(place)
                last = place
            yield FoundLine(place, match)
        if len(found) > _LISTED:
            yield FoundLine(f"und {grouped(len(found) - _LISTED)} weitere")


def _selected_words() -> str:
    """What is selected where the cursor is, if it is a few words in one line."""
    focused = QApplication.focusWidget()
    if isinstance(focused, QTextEdit):
        words = focused.textCursor().selectedText()
    elif isinstance(focused, QLineEdit):
        words = focused.selectedText()
    else:
        return ""
    is_few = len(words) <= _LONGEST_SELECTION and not set(words) & set("\u2029\u2028\ufffc")
    return words if is_few else ""
