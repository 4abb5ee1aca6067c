"""Plain text of a clipboard: broken lines are joined with care, and no word is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.word.pasted_lines import blocks_from_text, lines_as_they_are
from tests.gui.rich_text.outline import outline
from tests.unit.word.visible_words import words_in

RECORDED = Path(__file__).parents[2] / "data" / "clipboard" / "recorded-pdfium.txt"

BROKEN = """Beratung aus einer Hand
Das Jobcenter führt alle Erstgespräche innerhalb von zehn Ar-
beitstagen nach der Antragstellung. Besonders die Familien-
und Nachbarschaftszentren werden genutzt, und das auch vor-
mittags.
– 3 –
Ein zweiter Absatz beginnt hier und geht in die nächste Zeile
weiter, bis er endet."""


def test_the_lines_of_a_pdf_viewer_become_paragraphs_and_lists():
    content = blocks_from_text(RECORDED.read_text("utf-8"))

    assert content.was_joined
    assert outline(content.blocks) == [
        "p Beratung aus einer Hand",
        "p Das Jobcenter führt im Planungsjahr alle Erstgespräche innerhalb von zehn Arbeitstagen "
        "nach der Antragstellung. Die Fachkräfte klären dabei, welche Schritte zuerst nötig sind, "
        "und halten sie in einem Plan fest. Die effektive Beratung gelingt auch am Telefon, wenn "
        "die Leute das wünschen.",
        "p Drei Vorhaben stehen im Vordergrund:",
        "- Gespräche am Abend, damit auch Beschäftigte mit wechselnden Schichten einen Termin "
        "bekommen",
        "- Einladungen in leichter Sprache",
        "- Begleitung in den ersten Wochen der Beschäftigung",
        "p Die Zahl der Vor-Ort-Termine steigt damit auf 1.250 im Jahr; das ist ein Viertel mehr "
        "als bisher. Besonders die Familien- und Nachbarschaftszentren in den kleinen Gemeinden "
        "werden dafür genutzt, weil dort viele Menschen ohnehin",
        "p Seite 1 von 2",
        "p vorbeikommen und die Wege kurz sind.",
        "# Räume suchen",
        "# Zeiten vereinbaren",
        "# Angebot bekannt machen",
        "p Ansprechpartnerin ist die Leitung des Teams Nord.",
        "p Seite 2 von 2",
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_divided_words_are_put_together_and_page_numbers_stand_alone(line_end):
    content = blocks_from_text(BROKEN.replace("\n", line_end))

    assert outline(content.blocks) == [
        "p Beratung aus einer Hand",
        "p Das Jobcenter führt alle Erstgespräche innerhalb von zehn Arbeitstagen nach der "
        "Antragstellung. Besonders die Familien- und Nachbarschaftszentren werden genutzt, und "
        "das auch vormittags.",
        "p – 3 –",
        "p Ein zweiter Absatz beginnt hier und geht in die nächste Zeile weiter, bis er endet.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Jobcenter Nord\nMarkt 5\n12345 Musterstadt",
        "Ein ganzer Absatz, der lang ist und keine Umbrüche hat, weil er aus einem Texteditor kommt"
        " und deshalb weit über die Breite einer Seite hinausgeht, ohne dass jemand Enter drückt."
        "\nEin zweiter.",
        "eins\n\nzwei",
    ],
)
def test_lines_that_were_meant_stay_lines(text):
    content = blocks_from_text(text)

    assert not content.was_joined
    assert outline(content.blocks) == [f"p {line}" for line in text.split("\n")]


def test_counted_lines_and_dashes_become_lists_only_where_there_are_several():
    text = "2) zwei\n3) drei\n- eins\n- noch eins\n7. allein"

    assert outline(blocks_from_text(text).blocks) == [
        "#2 zwei",
        "#2 drei",
        "- eins",
        "- noch eins",
        "p 7. allein",
    ]
    assert outline(blocks_from_text("- nur einer").blocks) == ["p - nur einer"]


def test_lines_with_as_many_tabs_are_a_table():
    assert outline(blocks_from_text("a\tb\n1\t\n").blocks) == ["| a | b", "| 1 | "]
    assert outline(blocks_from_text("a\tb\n1\tzwei\tdrei").blocks) == [
        "p a\tb",
        "p 1\tzwei\tdrei",
    ]


def test_what_pdfium_makes_of_a_hyphen_at_the_end_of_a_line_is_undone():
    text = "Fa\ufffemilien\ufffeund Vor\ufffeOrt\ufffeTermine"

    assert words_in(lines_as_they_are(text)) == ["Familien-", "und", "Vor-Ort-Termine"]


PIECES = st.sampled_from(
    [
        *("Das", "und", "Arbeit-", "wird", "im Jahr.", "§ 16i", "1.", "a)", "•", "- ", "12"),
        *("\t", "\n", "\n\n", "Seite 4", "lange Zeile mit sehr vielen Wörtern, die weitergeht"),
    ]
)


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_no_letter_is_lost_or_moved(text):
    letters = [sign for word in words_in(blocks_from_text(text).blocks) for sign in word]
    expected = [sign for sign in text if not sign.isspace()]

    assert _without_marks(letters) == _without_marks(expected)


def _without_marks(signs) -> str:
    """Without what may become the mark of a list or a divided word."""
    return "".join(sign for sign in signs if sign not in "-•.)" and sign not in "1a2")
