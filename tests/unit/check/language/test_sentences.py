"""Questions, ends of sentences, doubled and split words, marks in pairs, slips of typing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.check.language.marks import typing_slips, unpaired_in, unpaired_marks
from lpd_desktop.check.language.sentences import open_sentences, questions_with_a_stop
from lpd_desktop.check.language.words import doubled_words, numbers_with_singular, split_words

from .words import found, heading, items, paragraph, paragraphs, quotes_in, table

QUESTIONS = [
    "Was bedeutet das für die Beratung.",
    "Was wollen wir im kommenden Jahr erreichen.",
    "Wie gelingt der Übergang in den Beruf.",
    "Wie hoch ist der Bedarf an Plätzen.",
    "Wie viele Stellen werden gebraucht.",
    "Warum sind die Zahlen gesunken.",
    "Wo liegen die Ursachen dafür.",
    "Wer ist für die Umsetzung zuständig.",
    "Welche Angebote sind dafür nötig.",
    "Wann ist das Ziel erreicht.",
    "Welchen Beitrag können die Träger leisten.",
    "Inwieweit kann die Quote gehalten werden.",
    "Woran lässt sich der Erfolg messen.",
    "Womit ist im Winter zu rechnen.",
    "Wie oft werden die Gespräche geführt.",
]
NO_QUESTIONS = [
    "Was bedeutet das für die Beratung?",
    "Was die Beratung angeht, bleibt alles beim Alten.",
    "Wie bereits ausgeführt, sinkt die Zahl.",
    "Wie im Vorjahr liegt der Schwerpunkt auf der Beratung.",
    "Wer arbeitet, soll davon leben können.",
    "Wer Hilfe braucht, bekommt sie.",
    "Welche Angebote sinnvoll sind, wird im Frühjahr geprüft.",
    "Welche Träger beteiligt werden, entscheidet der Kreis.",
    "Wo es möglich ist, wird online beraten.",
    "Wie wichtig das ist, zeigt die Statistik.",
    "Was ist, das bleibt.",
    "Wenn die Zahlen steigen, wird aufgestockt.",
    "Weil die Zahlen steigen, wird aufgestockt.",
    "Wir wollen mehr erreichen.",
    "Weiterhin werden Kurse angeboten.",
    "Warum das so ist, hat die Auswertung gezeigt.",
    "Was zu tun ist, hängt vom Einzelfall ab.",
    "Wann der Umzug stattfindet, steht noch nicht fest.",
]
DOUBLED = [
    ("Die Zahl in der der Fälle sinkt.", "der der"),
    ("Wir beraten und und vermitteln.", "und und"),
    ("Das Angebot wird wird ausgebaut.", "wird wird"),
    ("Die Beratung Beratung läuft.", "Beratung Beratung"),
    ("Ziel ist es, mit mit den Trägern zu planen.", "mit mit"),
    ("Das liegt an dem dem Rückgang.", "dem dem"),
    ("Hier gilt die die alte Regel.", "die die"),
    ("Es sind sind viele.", "sind sind"),
    ("Im Im Kreis ist das so.", "Im Im"),
    ("in\nin der Beratung", "in\nin"),
]
NOT_DOUBLED = [
    "Die Frauen, die die Maßnahme besuchen, kommen wieder.",
    "Der Anteil ist höher als der der Männer.",
    "Wir wissen, dass das das Ziel ist.",
    "Es zeigt, dass sie sie kennen.",
    "Die Träger, mit der der Kreis arbeitet, sind bekannt.",
    "Das Ziel ist sehr sehr wichtig.",
    "Teil II und Teil III",
    "nach und nach",
    "Kundinnen und Kunden",
    "In-in-Beratung gibt es nicht.",
    "Tag für Tag",
    "Er fragt, ob der der Richtige ist.",
]
SPLIT = [
    ("Die Qualifi- zierung beginnt.", "Qualifi- zierung"),
    ("Die Integrations-\nquote steigt.", "Integrations-\nquote"),
    ("langzeit- arbeitslose Menschen", "langzeit- arbeitslose"),
    ("Das Arbeits- losengeld steigt.", "Arbeits- losengeld"),
    ("Der Leistungs- bezug endet.", "Leistungs- bezug"),
]
NOT_SPLIT = [
    "Aus- und Weiterbildung",
    "Förder- oder Integrationsangebote",
    "Kreis- bzw. Stadtverwaltung",
    "Haupt- sowie Nebenstelle",
    "Sprach- als auch Integrationskurse",
    "Der Zu- und Abgang steigt.",
    "Die Beratung - wie geplant - läuft.",
    "t-3-Werte",
    "Online-Angebot",
    "vor- wie nachmittags",
    "Vor- oder nachher",
]
OPEN = [
    (
        ("Die Beratung wird im kommenden Jahr an drei weiteren Standorten",),
        "an drei weiteren Standorten",
    ),
    (("Die Träger werden beteiligt und",), "Träger werden beteiligt und"),
    (("Beratung ist wichtig.", "Dazu gehören:"), "Dazu gehören:"),
    (("Wir beraten im kommenden Jahr auch in der",), "Jahr auch in der"),
    (("Die Zahl ist im letzten Jahr deutlich gesunken,",), "letzten Jahr deutlich gesunken,"),
]
PAIRS = [
    ("Das Ziel „Arbeit für alle bleibt.", "„Arbeit"),
    ("Das Ziel Arbeit für alle“ bleibt.", "alle“"),
    ("Die Quote (2022: 12 % sinkt.", "(2022:"),
    ("Die Quote 2022: 12 %) sinkt.", "%)"),
    ("Unter Punkt“ Beratung“ steht mehr.", "Punkt“"),
    ("Das „Ziel (Arbeit“ bleibt.", "(Arbeit“"),
    ('Das Ziel "Arbeit bleibt.', '"Arbeit'),
    ("Siehe [Anlage 2", "[Anlage"),
    ("Das »Ziel bleibt.", "»Ziel"),
]
PAIRED = [
    "Das „Ziel“ bleibt (wie geplant) „gut“.",
    "Das “Ziel” bleibt.",
    "Das »Ziel« bleibt, das «Ziel» auch.",
    'Das "Ziel" bleibt.',
    "Das „Ziel” bleibt.",
    'Das „Ziel" bleibt.',
    "a) Beratung, b) Vermittlung",
    "Erstens 1) Beratung und 2) Vermittlung",
    "Kund(inn)en und (Weiter-)Bildung",
    "Wie's geht und ’s bleibt",
    'ein 24" Bildschirm',
    "Die Frage „Warum („und wie“) das?“ bleibt.",
    "i) Beratung; ii) Vermittlung",
]
SLIPS = [
    ("Die  Beratung läuft.", "Die  Beratung"),
    ("Die Beratung , die läuft.", "Beratung ,"),
    ("Die Beratung läuft .", "läuft ."),
    ("Die ( neue) Beratung", "( neue)"),
    ("Die (neue ) Beratung", "(neue )"),
    ("Beratung,die läuft", "Beratung,die"),
    ("Die Beratung läuft.Danach folgt mehr.", "läuft.Danach"),
    ("Es gibt Kurse,, die laufen.", "Kurse,,"),
    ("Die Beratung läuft..", "läuft.."),
    ("die/der Casemanager* in", "Casemanager* in"),
    ("Die Beratung -auch online- läuft.", "Beratung -auch"),
    ("Cafés und - Sprachkurse", "und - Sprachkurse"),
    ("Beratung/ Vermittlung", "Beratung/ Vermittlung"),
]
NO_SLIPS = [
    "Die Beratung läuft, und zwar gut.",
    "Das Verfahren comp.Neu läuft.",
    "Die Adresse www.kreis-beispiel.de/angebot",
    "Kund*innen und Träger*innen",
    "Und so weiter ...",
    "Das Projekt C.O.R.A. läuft.",
    "1.234,56 Euro",
    "z.B. Kurse",
    "Beratung - Vermittlung - Ausbildung",
    "Schule/Beruf",
    "Arbeit / Beschäftigung",
    "Die Quote (2022) sinkt.",
    "Der Aus- und Weiterbildung",
    "-5 Prozent",
]


@pytest.mark.parametrize("words", QUESTIONS)
def test_a_question_with_a_full_stop_is_found(words: str) -> None:
    assert quotes_in(questions_with_a_stop, words) == [words]
    assert quotes_in(questions_with_a_stop, f"Die Lage ist bekannt. {words}") == [words]


@pytest.mark.parametrize("words", NO_QUESTIONS)
def test_statements_with_question_words_are_fine(words: str) -> None:
    assert quotes_in(questions_with_a_stop, words) == []


@pytest.mark.parametrize(("words", "quote"), DOUBLED)
def test_a_doubled_word_is_found(words: str, quote: str) -> None:
    assert quotes_in(doubled_words, words) == [quote]


@pytest.mark.parametrize("words", NOT_DOUBLED)
def test_pronouns_that_meet_are_not_doubled(words: str) -> None:
    assert quotes_in(doubled_words, words) == []


@pytest.mark.parametrize(("words", "quote"), SPLIT)
def test_a_word_divided_at_a_line_is_found(words: str, quote: str) -> None:
    (finding,) = found(split_words, paragraph(words))
    assert (finding.level, finding.quote) == ("warning", quote)


@pytest.mark.parametrize("words", NOT_SPLIT)
def test_a_hyphen_that_saves_a_word_is_fine(words: str) -> None:
    assert quotes_in(split_words, words) == []


@pytest.mark.parametrize(("words", "quote"), OPEN)
def test_a_paragraph_without_an_end_is_found(words: tuple[str, ...], quote: str) -> None:
    (finding,) = found(open_sentences, *paragraphs(*words))
    assert finding.quote == quote


def test_a_list_that_stops_after_a_comma_is_found_at_its_last_item() -> None:
    (finding,) = found(open_sentences, items("Beratung,", "Vermittlung,"))
    assert finding.where == "A.staff#l1i2"
    assert found(open_sentences, items("Beratung,", "Vermittlung und", "Ausbildung.")) == []


@pytest.mark.parametrize(
    "words",
    [
        ("Beratung vor Ort",),
        ("Für marktnahe Personen:", "Mehr Beratung."),
        ("Leistungssachbearbeitung mit allen Kräften für Bildung und Teilhabe: 98,69 BG",),
        ("Die Beratung läuft an allen Standorten wie im letzten Jahr weiter (Stand Mai).",),
        ("Das nennen alle Beteiligten seit Jahren und mit Recht „Beratung auf Augenhöhe“",),
        ("Kreis Musterkreis\nAmt für Soziales und Integration\nam Markt in der Mitte der Stadt",),
        ("Wie geht es im kommenden Jahr mit der Beratung in den Orten weiter?",),
    ],
)
def test_lines_and_whole_sentences_are_not_open(words: tuple[str, ...]) -> None:
    assert found(open_sentences, *paragraphs(*words)) == []


def test_a_sentence_that_goes_on_in_a_list_or_table_is_not_open() -> None:
    before = "Das Jobcenter möchte im kommenden Jahr vor allem erreichen, dass"
    assert found(open_sentences, paragraph(before), items("mehr Kurse laufen.")) == []
    rows = table(("", "2022"), ("Stellen", "4"))
    assert found(open_sentences, paragraph("Das zeigt die Tabelle:"), rows) == []
    assert found(open_sentences, heading("Das kommt:"), paragraph("Text.")) == []


@pytest.mark.parametrize(
    "words",
    [
        "3.495 Person im Kreis",
        "Es sind 12 Maßnahme geplant.",
        "2 Stelle sind frei.",
        "14 Frau nahmen teil.",
    ],
)
def test_a_number_with_a_word_in_the_singular_is_found(words: str) -> None:
    assert len(quotes_in(numbers_with_singular, words)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "1 Person im Kreis",
        "3.495 Personen im Kreis",
        "21 Personen",
        "In Phase 2 Maßnahme beginnen",
        "§ 16 Förderung",
        "im Jahr 2023 Maßnahme für Maßnahme",
        "0,5 Stelle",
        "30 Stunden-Woche",
        "1,5 Stelle",
        "2 Person-Haushalte",
    ],
)
def test_other_numbers_before_nouns_are_fine(words: str) -> None:
    assert quotes_in(numbers_with_singular, words) == []


@pytest.mark.parametrize(("words", "quote"), PAIRS)
def test_a_mark_without_its_other_half_is_found(words: str, quote: str) -> None:
    assert quotes_in(unpaired_marks, words) == [quote]


@pytest.mark.parametrize("words", PAIRED)
def test_marks_in_pairs_are_fine(words: str) -> None:
    assert quotes_in(unpaired_marks, words) == []


@given(st.lists(st.sampled_from(["„{}“", "({})", "[{}]", "»{}«", "{} und {}"]), max_size=6))
def test_nested_marks_always_pair(patterns: list[str]) -> None:
    words = "Beratung"
    for pattern in patterns:
        words = pattern.format(*[words] * pattern.count("{}"))
    assert unpaired_in(words) == -1


@pytest.mark.parametrize(("words", "quote"), SLIPS)
def test_a_slip_of_typing_is_found(words: str, quote: str) -> None:
    assert quotes_in(typing_slips, words) == [quote]


@pytest.mark.parametrize("words", NO_SLIPS)
def test_what_is_typed_right_is_fine(words: str) -> None:
    assert quotes_in(typing_slips, words) == []


def test_all_slips_of_one_field_are_one_finding_that_counts_them() -> None:
    (finding,) = found(typing_slips, *paragraphs("Die  eine", "Die andere , dritte", "und  mehr"))
    assert finding.where == "A.staff#p1"
    assert "insgesamt 3 Stellen" in finding.message
