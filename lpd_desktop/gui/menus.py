"""The menus of the window as a table: caption, shortcut, what it does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from lpd_desktop.gui.rich_text.shortcuts import shown


@dataclass(frozen=True)
class Entry:
    """One action. `key` names it; `needs_plan`: only while a plan is open.

    Attributes:
        checked: Whether a checkable one is so at first.
    """

    key: str
    caption: str
    shortcut: str = ""
    needs_plan: bool = True
    checkable: bool = False
    checked: bool = True


SEPARATOR = Entry("", "")

MENUS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    (
        "&Datei",
        (
            Entry("new", "&Neues Planungsdokument…", "Ctrl+N", needs_plan=False),
            Entry("open", "Datei ö&ffnen…", "Ctrl+O", needs_plan=False),
            Entry("text", "Aus &Word übernehmen…", needs_plan=False),
            Entry("start", "Zur Übers&icht der Entwürfe", "Ctrl+W"),
            SEPARATOR,
            Entry("excel", "Budget aus E&xcel einlesen…"),
            Entry("save_excel", "Budget als Ex&cel-Datei speichern…"),
            Entry("versions", "Budgets&tände…"),
            SEPARATOR,
            Entry("update_file", "Datei a&ktualisieren", "Ctrl+S"),
            Entry("save_lpd", "In .&lpd-Datei speichern…", "Ctrl+Shift+S"),
            Entry("file_standing", "Stand de&r Datei…"),
            Entry("pdf", "Als &PDF speichern…"),
            Entry("open_pdf", "Im PDF-Pro&gramm öffnen"),
            Entry("print", "&Drucken…", "Ctrl+P"),
            Entry("blank_form", "Leeres For&mular als PDF…", needs_plan=False),
            SEPARATOR,
            Entry("hand_over", "An das MAGS üb&ergeben…"),
            Entry("submissions", "Eingereichte D&okumente…", needs_plan=False),
            SEPARATOR,
            Entry("backups", "&Sicherungen…", needs_plan=False),
            Entry("trash", "P&apierkorb…", needs_plan=False),
            SEPARATOR,
            Entry("quit", "&Beenden", "Ctrl+Q", needs_plan=False),
        ),
    ),
    (
        "&Bearbeiten",
        (
            Entry("undo", "&Rückgängig", "Ctrl+Z"),
            Entry("redo", "&Wiederholen", "Ctrl+Y"),
            SEPARATOR,
            Entry("cut", "Auss&chneiden", "Ctrl+X"),
            Entry("copy", "&Kopieren", "Ctrl+C"),
            Entry("paste", "&Einfügen", "Ctrl+V"),
            Entry("select_all", "&Alles auswählen", "Ctrl+A"),
            SEPARATOR,
            Entry("find", "&Suchen…", "Ctrl+F"),
            Entry("find_next", "Nächs&te Fundstelle", "F3"),
            Entry("find_previous", "&Vorige Fundstelle", "Shift+F3"),
            Entry("replace", "Ersetzen &durch…", "Ctrl+H"),
            SEPARATOR,
            Entry("wording", "Wortlaut der &Fragen berichtigen…"),
            Entry("cover_look", "Erscheinungs&bild…"),
            Entry("dates", "Ter&mine…"),
            SEPARATOR,
            Entry("points", "Frühere Fassun&gen…"),
            Entry("earlier_texts", "Frühere Te&xte dieser Antwort…"),
            Entry("discard_session", "Änder&ungen dieser Sitzung verwerfen…"),
            SEPARATOR,
            Entry("office_settings", "Einstellungen des &Jobcenters…", needs_plan=False),
        ),
    ),
    (
        "F&ormat",
        (
            Entry("format:bold", "&Fett"),
            Entry("format:italic", "&Kursiv"),
            SEPARATOR,
            Entry("format:paragraph", "&Absatz"),
            Entry("format:heading1", "Überschrift &1"),
            Entry("format:heading2", "Überschrift &2"),
            SEPARATOR,
            Entry("format:bullet", "A&ufzählung"),
            Entry("format:number", "&Nummerierung"),
            Entry("format:letter", "&Buchstaben"),
            Entry("format:numbering", "Nummer fest&legen…"),
            Entry("format:indent", "Ein&rücken"),
            Entry("format:outdent", "Ausr&ücken"),
            SEPARATOR,
            Entry("format:footnote", "Fußn&ote"),
            Entry("format:insert_table", "&Tabelle einfügen…"),
            Entry("format:paste_plain", "Ohne Format &einfügen"),
        ),
    ),
    (
        "&Prüfen",
        (
            Entry("check", "Jetzt &prüfen", "F7"),
            Entry("next_finding", "&Nächster Befund", "F8"),
            Entry("previous_finding", "&Voriger Befund", "Shift+F8"),
            Entry("finding", "&Befund zur Kenntnis nehmen…", "Ctrl+F8"),
            Entry("review", "&Alle Befunde"),
            SEPARATOR,
            Entry("spelling", "&Rechtschreibung", checkable=True),
            Entry("next_unknown", "Nächstes &unbekanntes Wort", "Ctrl+F7"),
            Entry("dictionaries", "&Wörterbücher…"),
            Entry("clean", "&Typografie bereinigen…"),
            Entry("lengths", "Umfan&g…"),
            SEPARATOR,
            Entry("verify", "PDF pr&üfen…", needs_plan=False),
            Entry("approve", "Zur &Freigabe"),
            Entry("approve_now", "Fr&eigeben…"),
            Entry("signature_sheet", "Unterschriftenb&latt…"),
            Entry("log", "Historie des &Dokuments…"),
        ),
    ),
    (
        "An&merkungen",
        (
            Entry("remark", "&Anmerkung…", "Ctrl+Alt+K"),
            Entry("next_remark", "&Nächste Anmerkung", "F4"),
            Entry("previous_remark", "&Vorige Anmerkung", "Shift+F4"),
            Entry("remarks", "Anmerkungen neben der &Seite", "Ctrl+Shift+F9"),
            SEPARATOR,
            Entry("remarks_in", "&Rückmeldung aufnehmen…"),
            Entry("remarks_out", "Anmerkungen &weitergeben…"),
            Entry("remarks_list", "Als &Liste speichern…"),
            SEPARATOR,
            Entry("only_remarks", "N&ur anmerken", checkable=True, checked=False),
            Entry("remark_author", "Na&me für Anmerkungen…"),
        ),
    ),
    (
        "&Ansicht",
        (
            Entry("next_page", "&Nächste Seite", "Ctrl+PgDown"),
            Entry("previous_page", "&Vorige Seite", "Ctrl+PgUp"),
            Entry("preview", "V&orschau des PDF", "F5"),
            Entry("read_text", "Als &Text lesen", "Shift+F5"),
            SEPARATOR,
            Entry("panel", "&Hilfe und Hinweise neben der Seite", "F9", checkable=True),
            Entry("earlier", "Antwort des Vor&jahrs", "Shift+F9"),
            Entry("columns", "Vorjahr neben dem Te&xt", "Ctrl+F9", checkable=True, checked=False),
            Entry("text_only", "N&ur Text", "F11", checkable=True, checked=False),
            Entry("steps", "&Liste der Schritte", checkable=True),
        ),
    ),
    (
        "&Hilfe",
        (
            Entry("page_help", "&Hilfe zu dieser Seite", "F1"),
            Entry("sample", "&Beispiel ansehen", needs_plan=False),
            Entry("about", "&Über LPD Desktop", needs_plan=False),
        ),
    ),
)


class Actions:
    """All actions of the window by their key."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._needing_plan: list[QAction] = []
        self.menus: dict[str, QMenu] = {}
        for caption, entries in MENUS:
            self._add_menu(caption, entries)

    def __getitem__(self, key: str) -> QAction:
        """The action with this key."""
        return self._actions[key]

    def __iter__(self) -> Iterator[str]:
        """The keys."""
        return iter(self._actions)

    def show_plan_open(self, is_open: bool) -> None:
        """Enables what needs an open plan."""
        for action in self._needing_plan:
            action.setEnabled(is_open)
        self.menus["Format"].menuAction().setEnabled(is_open)

    def _add_menu(self, caption: str, entries: Sequence[Entry]) -> None:
        menu = self._window.menuBar().addMenu(caption)
        self.menus[caption.replace("&", "")] = menu
        for entry in entries:
            if entry is SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(self._new_action(entry))

    def _new_action(self, entry: Entry) -> QAction:
        action = QAction(entry.caption, self._window)
        action.setObjectName(entry.key)
        command = entry.key.partition("format:")[2]
        if command:
            action.setText(f"{entry.caption}\t{shown(command)}")
        action.setCheckable(entry.checkable)
        action.setChecked(entry.checkable and entry.checked)
        if entry.shortcut:
            action.setShortcut(QKeySequence(entry.shortcut))
        if entry.needs_plan:
            self._needing_plan.append(action)
        self._actions[entry.key] = action
        return action
