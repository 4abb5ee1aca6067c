"""The text of a place with its changes, as the windows that compare show it."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument

from lpd_desktop.gui.comparing.marked_document import MarkedDocument
from lpd_desktop.plan.comparing.line_changes import compare_texts
from lpd_desktop.plan.comparing.place_change import place_change
from lpd_desktop.plan.rich_text import paragraph


def _shown(old: str, new: str) -> str:
    lines = compare_texts((paragraph(old),), (paragraph(new),))
    change = place_change("text", "A.staff", "A.staff", "A Personal", lines)
    assert change is not None
    document = QTextDocument()
    MarkedDocument(document, only_changed=True).show(change)
    return document.toPlainText()


def test_blanks_that_changed_are_named_behind_the_words_beside_them(qapp) -> None:
    shown = _shown("Nach § 16i sind es vier.", "Nach §\u00a016i sind es vier.")
    assert shown == (
        "Geändert: Nach § 16i sind es vier. (Leerzeichen → festes Leerzeichen bei „§ 16i“)"
    )


def test_a_word_that_stayed_stands_outside_the_signs(qapp) -> None:
    shown = _shown("Es sind 1.400 € für Ü 25.", "Es sind 1.500 € für U 25.")
    assert shown == "Geändert: Es sind [−1.400−] [+1.500+] € für [−Ü−] [+U+] 25."
