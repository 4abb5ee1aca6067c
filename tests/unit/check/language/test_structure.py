"""Headings and items without text, repeated headings, typed lists and footnotes."""

from __future__ import annotations

import pytest

from lpd_desktop.check.language.structure import empty_parts, repeated_headings
from lpd_desktop.check.language.typed_marks import typed_lists, typed_notes
from lpd_desktop.plan.rich_text import Block, ListBlock

from .words import found, heading, items, paragraph, paragraphs, quotes_in, table


@pytest.mark.parametrize(
    ("blocks", "quote"),
    [
        ((paragraph("Text."), heading("Ausblick")), "Ausblick"),
        ((heading("Ausblick"), paragraph("   ", "p2")), "Ausblick"),
        ((heading("Lage", "h1"), heading("Ziele", "h2"), paragraph("Text.")), "Lage"),
        ((heading("Lage", "h1", 2), heading("Ziele", "h2", 1), paragraph("Text.")), "Lage"),
        (
            (heading("Lage", "h1"), paragraph(""), heading("Ziele", "h2"), paragraph("Text.")),
            "Lage",
        ),
        ((heading("  ", "h1"), paragraph("Text.")), ""),
        ((items("Beratung", "", "Vermittlung"),), ""),
        ((ListBlock("l1", "number", ((),)),), ""),
    ],
)
def test_a_part_without_text_is_found(blocks: tuple[Block, ...], quote: str) -> None:
    (finding,) = found(empty_parts, *blocks)
    assert (finding.rule, finding.level, finding.quote) == ("PART-EMPTY", "warning", quote)


@pytest.mark.parametrize(
    "blocks",
    [
        (heading("Lage"), paragraph("Text.")),
        (heading("Lage"), items("Beratung")),
        (heading("Lage"), table(("", "2022"), ("Stellen", "4"))),
        (heading("Lage", "h1", 1), heading("Stellen", "h2", 2), paragraph("Text.")),
        (paragraph(""), paragraph("Text.", "p2"), paragraph("", "p3")),
        (),
    ],
)
def test_a_heading_with_something_below_it_is_fine(blocks: tuple[Block, ...]) -> None:
    assert found(empty_parts, *blocks) == []


def test_the_same_heading_twice_is_found_at_the_second() -> None:
    text = paragraph("Text.")
    (finding,) = found(repeated_headings, heading("Lage"), text, heading("Lage:", "h2"), text)
    assert (finding.where, finding.quote) == ("A.staff#h2", "Lage:")


def test_a_first_line_that_repeats_its_heading_is_found() -> None:
    (finding,) = found(repeated_headings, heading("Neue Wege"), paragraph("Neue Wege:"))
    assert finding.where == "A.staff#p1"


def test_the_same_name_below_different_headings_is_fine() -> None:
    text = paragraph("Text.")
    blocks = (
        heading("Standort Nord", "h1"),
        heading("Stellen", "h2", 2),
        text,
        heading("Standort Süd", "h3"),
        heading("Stellen", "h4", 2),
        text,
    )
    assert found(repeated_headings, *blocks) == []


@pytest.mark.parametrize(
    "mark", ["- ", "– ", "• ", "· ", "* ", "+ ", "o ", "➢ ", "✓ ", "1. ", "a) ", "(1) ", "1.) "]
)
def test_a_typed_list_is_one_finding_at_its_first_line(mark: str) -> None:
    following = mark.replace("1", "2").replace("a", "b")
    blocks = paragraphs(f"{mark}Beratung ausbauen", f"{following}Wege verkürzen", "Ein Satz.")
    (finding,) = found(typed_lists, *blocks)
    assert (finding.where, finding.quote) == ("A.staff#p1", f"{mark}Beratung")


def test_typed_lines_within_one_paragraph_are_found() -> None:
    words = "Geplant sind:\n- Beratung vor Ort\n- Abendtermine"
    assert quotes_in(typed_lists, words) == ["- Beratung"]


def test_two_typed_lists_are_two_findings() -> None:
    blocks = paragraphs("- eins", "- zwei", "Dann kommt ein Satz.", "1. eins", "2. zwei")
    assert [each.quote for each in found(typed_lists, *blocks)] == ["- eins", "1. eins"]


def test_an_item_with_a_typed_mark_has_two_marks() -> None:
    (finding,) = found(typed_lists, items("Beratung", "- Vermittlung"))
    assert finding.quote == "- Vermittlung"


@pytest.mark.parametrize(
    "words",
    [
        "1. Januar 2023 beginnt die Umstellung.",
        "3. Quartal 2023: Auswertung",
        "2. Kapitel",
        "- 7,3 % weniger als im Vorjahr",
        "o. g. Maßnahmen laufen weiter.",
        "a. F. des Gesetzes",
        "1. Wir beginnen mit der Beratung.",
        "Die Beratung - wie geplant - läuft.",
        "E-Mail ist der übliche Weg.",
        "*innen steht für Frauen und Männer.",
    ],
)
def test_ordinary_beginnings_are_no_typed_list(words: str) -> None:
    assert quotes_in(typed_lists, words) == []


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("Das Budget beträgt 4 Mio. Euro[1] und sinkt.", "Euro[1]"),
        ("Das Budget sinkt.¹", "sinkt.¹"),
        ("Das Budget¹ sinkt.", "Budget¹"),
        ("Es gibt 80 Plätze¹).", "Plätze¹)"),
        ("Es gibt 80 Plätze2), davon 20 neue.", "Plätze2)"),
        ("Die Mittel sind verfügbar2.", "verfügbar2"),
        ("¹ Schreiben vom 27.10.2022", "¹"),
        ("[1] Schreiben vom 27.10.2022", "[1]"),
        ("*) ohne Auszubildende", "*)"),
        ("Stellen*) sind knapp.", "Stellen*)"),
    ],
)
def test_a_typed_footnote_mark_is_found(words: str, quote: str) -> None:
    assert quotes_in(typed_notes, words) == [quote]


@pytest.mark.parametrize(
    "words",
    [
        "Die Fläche beträgt 80 m² und 12 km².",
        "Das Niveau B2, das Ziel K3 und der Bereich U25.",
        "Beratung (siehe Punkt 2) und Vermittlung",
        "Maßnahmen (Stufe2) laufen.",
        "Der CO2-Ausstoß sinkt.",
        "Kund*innen und Mitarbeiter*innen",
        "Die Maßnahme „Neustart2023“ läuft.",
        "Im Bereich Ü25) fehlt ein Wert",
        "Punkt 1) gilt.",
    ],
)
def test_figures_and_units_are_no_footnote_marks(words: str) -> None:
    assert quotes_in(typed_notes, words) == []
