"""What comes out of the clipboards of other programs, recorded and modelled."""

from __future__ import annotations

from pathlib import Path

import pytest

from lpd_desktop.plan.rich_text import Table
from lpd_desktop.word.html import blocks_from_html
from tests.gui.rich_text.outline import outline
from tests.unit.word.visible_words import STEMS, words_in, words_shown

FOLDER = Path(__file__).parents[2] / "data" / "clipboard"
ALL = sorted(path.stem for path in FOLDER.glob("*.html"))

EXPECTED = {
    "recorded-writer": [
        "h1 Wege in die Arbeit",
        "p Das Jobcenter berät *zügig* und /freundlich/, auch farbig gesetzt."
        "[Erste Fußnote mit /schrägem/ Wort.]",
        "h2 Erster Abschnitt",
        "- Alpha",
        "  - Alpha tief",
        "    # Alpha tiefer",
        "  - Beta tief",
        "- Gamma",
        "p Zwischen den Listen.",
        "#3 Dritter Punkt",
        "  a mit Buchstabe",
        "  a noch einer",
        "#3 Vierter Punkt",
        "p Nun Buchstaben.",
        "a Ahorn",
        "a Buche",
        "h2 Tiefe Überschrift",
        "p Vor dem Merker und neu geschrieben statt fertig.",
        "p Ein Verweis, ein Silbentrenner, §\u00a016i und 3\u00a0500\u00a0Euro.",
        "p Bild: danach.",
        "p Sichtbar geblieben.",
        "| Bereich | Stellen | Hinweis",
        "| Leistung | 24,5\\davon zwei | Ort",
        "| Verbunden |  | Rest",
        "p Zeile eins\\Zeile zwei Tab[Zweite Fußnote.]",
        "p Schluss.",
    ],
    "recorded-chromium": [
        "p Start · Themen",
        "h1 Beratung im Kreis",
        "p Ein *starkes* Wort und ein /betontes/, dazu ein Verweis.\\Neue Zeile.",
        "p Tief geschachtelter Satz.",
        "h2 Schritte",
        "#3 Dritter Schritt",
        "  - Unterpunkt",
        "#3 Vierter Schritt",
        "a Ahorn",
        "a Buche",
        "p Vor der Tabelle steht ein Bild.",
        "| Bereich | Stellen",
        "| Leistung | 24,5",
        "| Zusammen gefasst | ",
        "p erste  Zeile\\  zweite Zeile",
        "p Schluss mit Ersatz.",
    ],
    "recorded-calc": [
        "| Bezeichnung | 2026 | 2025 | Anteil",
        "| Zuteilung\\Eingliederung | 1.234.567,89 € | 1.200.000,00 € | 45,0%",
        "| Umschichtung | -50.000,50 € | 0,00 € | 5,5%",
        "| *zusammen* | 1.184.567,39 € | 1.200.000,00 € | ",
        "| verbunden | siehe Anlage |  | #N/A",
    ],
    "recorded-calc-cell": ["p 1.234.567,89 €"],
    "word-document": [
        "h1 Planung im Überblick",
        "h1 2.1 Angebote",
        "h2 Vorhaben des Jahres",
        "p Ein *wichtiger* Satz mit zwei Blanks, *fett* und /kursiv/, dazu §\u00a016i und Gelbes.",
        "p Verweis auf die Seite.",
        "a Ahorn",
        "  p gehört noch zum Ahorn",
        "  # Blatt",
        "  # Zweig",
        "a Buche",
        "p Stand:\tHerbst",
        "p Neu im Text mit Bemerkung.[Nach dem /Gesetz/.]",
        "| Bereich | Stellen | Ort",
        "| Leistung | 24,5\\davon neu | Nord",
        "|  | überall | ",
    ],
    "word-by-browser": ["- erster Punkt", "  - darunter", "p *Fett* und schlicht."],
    "word-online": [
        "h1 Angebote vor Ort",
        "p Wir gehen *hinaus*.",
        "#3 Räume suchen",
        "  - am Markt",
        "#3 Zeiten nennen",
        "| Ort | Tag",
        "| Nord | Montag",
    ],
    "outlook-mail": [
        "p Guten Tag,",
        "p anbei der *Entwurf*:",
        "- erster Teil",
        "  - mit Anlage",
        "- zweiter Teil",
        "p *Von:* Beispiel Person <person@example.org>\\*Betreff:* Planung",
        "p > Wann kommt der Text?",
    ],
    "google-docs-lists": [
        "h1 Themen",
        "# *Jugend*",
        "  a /Schule/",
        "# Alter",
        "| eins | zwei",
        "p Ende",
    ],
    "teams": [
        "p Hallo Beispiel Person,",
        "p bitte *bis Freitag*:",
        "- Zahlen prüfen",
        "- Text lesen",
        "p Wann ist Abgabe?",
    ],
    "firefox": [
        "h1 Aus einer Seite",
        "p Firefox lässt /Klassen/ und Zeilenumbrüche stehen.\\Zweite Zeile.",
        "p Satz ohne Absatz mit Ziel",
        "p Begriff",
        "p Erklärung",
        "p Übersicht",
        "| Jahr | Wert",
        "| 2024 | eins",
    ],
    "excel-amounts": [
        "| Bezeichnung | 2026 | 2025 | Anteil",
        "| Zuteilung | 1.234.567,89 € | 1.200.000,00 € | 45%",
        "| Verwaltung | siehe Anlage |  | ",
    ],
}

LEFT_OUT = {
    "recorded-writer": "Nicht übernommen: 1 gelöschte Stelle, 1 Kommentar, 1 verborgene Stelle, "
    "1 Adresse eines Verweises und 1 Farbe. Aufgeteilt: 1 verbundene Zelle; der Text steht "
    "jeweils in der ersten.",
    "word-document": "Nicht übernommen: 1 gelöschte Stelle, 1 Kommentar, 1 verborgene Stelle, "
    "1 Bild, 1 Adresse eines Verweises und 1 Farbe. Aufgeteilt: 2 verbundene Zellen; der Text "
    "steht jeweils in der ersten.",
    "excel-amounts": "Nicht übernommen: 2 verborgene Stellen.",
    "word-online": "",
}


def content(name: str):
    return blocks_from_html((FOLDER / f"{name}.html").read_text("utf-8"))


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_paste_word_calc_and_browsers_give_these_blocks(name):
    assert outline(content(name).blocks) == EXPECTED[name]


@pytest.mark.parametrize("name", sorted(LEFT_OUT))
def test_a_clipboard_says_what_of_it_was_left_out(name):
    assert content(name).left_out.sentence() == LEFT_OUT[name]


@pytest.mark.parametrize("name", ALL)
def test_each_word_that_is_shown_arrives_once_and_in_order(name):
    shown = words_shown((FOLDER / f"{name}.html").read_text("utf-8"))

    assert shown
    assert [w for w in words_in(content(name).blocks) if w != "2.1"] == shown


@pytest.mark.parametrize("name", ALL)
def test_paste_tracked_hidden_and_commented_words_never_arrive(name):
    arrived = " ".join(words_in(content(name).blocks)).lower()

    assert not [stem for stem in STEMS if stem in arrived]


@pytest.mark.parametrize("name", ["recorded-calc", "recorded-writer", "word-online"])
def test_the_first_row_of_a_table_is_its_header_where_it_looks_like_one(name):
    table = next(each for each in content(name).blocks if isinstance(each, Table))

    assert table.header_rows == (0 if name == "recorded-calc" else 1)


def test_a_header_row_is_not_bold_twice():
    table = content("excel-amounts").blocks[0]

    assert table.header_rows == 1
    assert not any(run.bold for cell in table.rows[0] for run in cell)
