"""More ways to mark a place that is still to be written; ordinary sentences beside them."""

from __future__ import annotations

import pytest

from lpd_desktop.check.language.placeholder_words import placeholder_in_text

FOUND = [
    ("Es sind XX Personen.", "XX"),
    ("In XX Fällen gelang das.", "XX"),
    ("Der Anteil liegt bei XX %.", "XX"),
    ("Der Anteil liegt bei x,x %.", "x,x %"),
    ("Der Anteil liegt bei X %.", "X %"),
    ("Das kostet xx Euro.", "xx Euro"),
    ("Stand: 00.00.0000", "00.00.0000"),
    ("ab dem 00.00.2023", "00.00.2023"),
    ("ab dem XX.XX.2023", "XX.XX.2023"),
    ("ab TT.MM.JJJJ", "TT.MM.JJJJ"),
    ("im Jahr 20XX", "20XX"),
    ("im Jahr 202x", "202x"),
    ("Das Budget beträgt 0,00 €.", "0,00 €"),
    ("Text folgt", "Text folgt"),
    ("Text folgt in Kürze.", "Text folgt in Kürze."),
    ("Die Umschichtung: Betrag folgt.", "Betrag folgt"),
    ("Näheres folgt nach Rücksprache.", "Näheres folgt nach Rücksprache"),
    ("Zahlen folgen bis Dezember.", "Zahlen folgen bis Dezember."),
    ("(Zahlen folgen nach Beschluss)", "(Zahlen folgen nach Beschluss)"),
    ("folgt", "folgt"),
    ("kommt noch", "kommt noch"),
    ("Das Treffen ist am __.__. im Rathaus.", "__.__."),
    ("Tabelle kommt noch", "Tabelle kommt noch"),
    ("noch offen", "noch offen"),
    ("Betrag: noch offen", ": noch offen"),
    ("Betrag (offen)", "(offen)"),
    ("Betrag (noch unklar)", "(noch unklar)"),
    ("Betrag [fehlt noch]", "[fehlt noch]"),
    ("in Bearbeitung", "in Bearbeitung"),
    ("Die Zahl wird noch nachgereicht.", "wird noch nachgereicht"),
    ("Die Zahlen werden nachgetragen.", "werden nachgetragen"),
    ("Der Absatz wird noch eingearbeitet.", "wird noch eingearbeitet"),
    ("Der Absatz muss noch ergänzt werden.", "muss noch ergänzt werden"),
    ("Die Kosten sind noch zu beziffern.", "noch zu beziffern"),
    ("s. o.", "s. o."),
    ("siehe oben", "siehe oben"),
    ("s.u.", "s.u."),
    ("siehe Vorjahr", "siehe Vorjahr"),
    ("wie Vorjahr", "wie Vorjahr"),
    ("wie gehabt", "wie gehabt"),
    ("analog zum Vorjahr", "analog zum Vorjahr"),
    ("siehe LPD 2022", "siehe LPD 2022"),
    ("siehe Thema 1", "siehe Thema 1"),
    ("s. Frage 1", "s. Frage 1"),
    ("siehe B.1", "siehe B.1"),
    ("siehe Anlage 2", "siehe Anlage 2"),
    ("siehe Ausführungen zu Thema 2.", "siehe Ausführungen zu Thema 2."),
    ("Text", "Text"),
    ("Überschrift 1", "Überschrift 1"),
    ("Test", "Test"),
    ("n/a", "n/a"),
    ("dto.", "dto."),
    ("Max Mustermann leitet das Team.", "Max Mustermann"),
    ("Das Jobcenter Musterstadt plant viel.", "Musterstadt"),
    ("Standort: Musterstraße 1", "Musterstraße"),
    ("bla bla", "bla bla"),
    ("asdf", "asdf"),
    ("TBA", "TBA"),
    ("Leitung: n.n.", ": n.n."),
]
FINE = [
    "Die Zahlen folgen einem klaren Muster.",
    "Es folgt ein Überblick über die Angebote.",
    "Der Text folgt der Gliederung des Vordrucks.",
    "Die Ergebnisse folgen erst im Sommer aus der Auswertung.",
    "Der Betrag wird zum 01.01.2023 ausgezahlt.",
    "Das Angebot ist offen für alle.",
    "Die Stelle ist noch offen und wird ausgeschrieben.",
    "Die Zuteilung liegt noch nicht vor, weil der Haushalt noch beraten wird.",
    "Die Xenien-Straße liegt im Norden.",
    "Der Musterbescheid wird überarbeitet.",
    "Die Mustervereinbarung liegt vor.",
    "Die Kosten betragen 10,00 € je Tag.",
    "Der Eigenanteil liegt bei 120,00 €.",
    "Die Beratung wird um zwei Stellen ergänzt, damit die Wege kürzer werden.",
    "Siehe oben im Abschnitt zum Personal, dort ist die Lage beschrieben.",
    "Wie im Vorjahr liegt der Schwerpunkt auf der Beratung.",
    "Die Testphase beginnt im März.",
    "Der Titel des Projekts steht fest.",
    "In der Zeit vom 01.01.2023 bis 31.12.2023",
    "Ein Formular in Leichter Sprache ist in Arbeit und erscheint im Mai.",
    "Das Fax-Gerät bleibt.",
    "Die Maxime lautet: fördern und fordern.",
    "Die Lücke: offene Stellen in der Pflege",
    "Ab 2023 werden die Unterlagen elektronisch nachgereicht, soweit das möglich ist.",
    "Die Blaupause liegt vor.",
    "Kommt noch eine Welle, wird aufgestockt.",
    "Hinzu kommen noch 14 Plätze.",
    "Die Quote x hängt von vielem ab.",
]


@pytest.mark.parametrize(("words", "quote"), FOUND)
def test_a_place_that_is_still_to_be_written_is_found(words: str, quote: str) -> None:
    assert placeholder_in_text(words) == quote


@pytest.mark.parametrize("words", FINE)
def test_ordinary_sentences_hold_no_place_to_be_written(words: str) -> None:
    assert placeholder_in_text(words) == ""
