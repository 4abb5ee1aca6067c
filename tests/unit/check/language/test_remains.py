"""What templates, colleagues, text formats and pages leave in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.check.language.remains import (
    markup_in,
    markup_remains,
    page_remains,
    review_remains,
    template_remains,
)
from lpd_desktop.check.language.review_notes import review_note_in
from lpd_desktop.check.language.template_text import template_text_in
from lpd_desktop.plan.model import Potential
from tests.unit.check.plans import complete, text, with_potential

from .words import found, heading, quotes_in, table

CLICK = "Klicken oder tippen Sie hier, um Text einzugeben."
BROKEN = "Fehler! Verweisquelle konnte nicht gefunden werden."
TEMPLATE = [
    ("Bitte erläutern Sie die Lage.", "Bitte erläutern Sie"),
    ("Bitte kurz beschreiben Sie hier Ihre Ziele", "Bitte kurz beschreiben Sie"),
    ("Bitte tragen Sie die Zahlen ein.", "Bitte tragen Sie"),
    ("Beschreiben Sie die Lage auf dem Arbeitsmarkt.", "Beschreiben Sie die"),
    ("Nennen Sie bis zu drei Ziele.", "Nennen Sie bis"),
    ("(Ausfüllhinweis: nur ganze Zahlen)", "(Ausfüllhinweis"),
    ("Hinweise zum Ausfüllen", "Hinweise zum Ausfüllen"),
    ("Bearbeitungshinweis: Zahlen aus dem Controlling", "Bearbeitungshinweis:"),
    ("(max. 3 Seiten)", "max. 3 Seiten"),
    ("maximal 2.000 Zeichen", "maximal 2.000 Zeichen"),
    ("höchstens eine halbe DIN A4 Seite", "höchstens eine halbe DIN A4 Seite"),
    ("Umfang: max. 1-2 Seiten", "max. 1-2 Seiten"),
    ("Zutreffendes bitte ankreuzen", "Zutreffendes bitte ankreuzen"),
    ("Nichtzutreffendes streichen", "Nichtzutreffendes streichen"),
    ("Ziele (falls zutreffend)", "(falls zutreffend)"),
    ("Anlagen (optional)", "(optional)"),
    ("Wenn nicht benötigt, bitte löschen", "Wenn nicht benötigt, bitte löschen"),
    ("Mehrfachnennungen möglich", "Mehrfachnennungen möglich"),
    (
        "Klicken oder tippen Sie hier, um Text einzugeben.",
        "Klicken oder tippen Sie hier, um Text einzugeben.",
    ),
    ("Klicken Sie hier, um ein Datum einzugeben.", "Klicken Sie hier, um ein Datum einzugeben."),
    ("Click or tap here to enter text.", "Click or tap here to enter text."),
    ("Wählen Sie ein Element aus.", "Wählen Sie ein Element aus."),
    ("Choose an item.", "Choose an item."),
    ("Dropdown", "Dropdown"),
    ("[Dropdown]", "[Dropdown]"),
    ("Text hier eingeben", "Text hier eingeben"),
    ("Geben Sie hier Ihren Text ein.", "Geben Sie hier Ihren Text ein."),
    ("Das [Name des Jobcenters] plant viel.", "[Name des Jobcenters]"),
    ("Im Jahr [Jahr] wird gebaut.", "[Jahr]"),
    ("Es nahmen [Anzahl Personen] teil.", "[Anzahl Personen]"),
    ("[bitte Grafik einfügen]", "[bitte Grafik einfügen]"),
    ("Stand [Monat einsetzen]", "[Monat einsetzen]"),
    ("Das <Name des Kreises> plant viel.", "<Name des Kreises>"),
    ("<bitte ausfüllen>", "<bitte ausfüllen>"),
    ("<<Jobcenter>> plant viel.", "<<Jobcenter>>"),
    ("Leitung: [ ]", "[ ]"),
    ("Sehr geehrte «Anrede» «Name»", "«Anrede»"),
    ("Jobcenter «JC_Name»", "«JC_Name»"),
    ("Jobcenter «KreisName»", "«KreisName»"),
    ("{ MERGEFIELD Name }", "{ MERGEFIELD Name }"),
    ("{PAGE \\* MERGEFORMAT}", "{PAGE \\* MERGEFORMAT}"),
    ("Seite { NUMPAGES }", "{ NUMPAGES }"),
    ("{{ jobcenter }} plant viel.", "{{ jobcenter }}"),
    ("${jahr}", "${jahr}"),
    ('{ TOC \\o "1-3" \\h }', '{ TOC \\o "1-3" \\h }'),
    ("FORMTEXT", "FORMTEXT"),
    (
        "Siehe Fehler! Verweisquelle konnte nicht gefunden werden.",
        "Fehler! Verweisquelle konnte nicht gefunden werden.",
    ),
    ("Error! Reference source not found.", "Error! Reference source not found."),
    ("Fehler! Textmarke nicht definiert.", "Fehler! Textmarke nicht definiert."),
    ("Fehler! Keine gültige Verknüpfung.", "Fehler! Keine gültige Verknüpfung."),
    ("Die Summe ist #REF!", "#REF!"),
    ("Der Anteil ist #BEZUG!", "#BEZUG!"),
    ("[image1.png]", "[image1.png]"),
]
NO_TEMPLATE = [
    "Auf Ihr Schreiben hin erläutern wir die Lage.",
    "Die Kundinnen und Kunden werden gebeten, sich zu melden.",
    "Der Flyer „Bitte melden Sie sich bei uns“ liegt aus.",
    "Der Brief beginnt mit „Bitte füllen Sie den Bogen aus“ und nennt einen Termin.",
    "Die Maßnahme dauert maximal zwei Jahre.",
    "Je Gruppe nehmen höchstens zwölf Personen teil.",
    "Das Konzept umfasst 14 Seiten.",
    "Es gibt [vgl. Anlage 2] noch weitere Stellen.",
    "Die Leitung sagt: „Wir haben [im Kreis] viel erreicht.“",
    "Die Quote liegt < 5 % und > 2 %.",
    "Der Name des Jobcenters bleibt.",
    "Das Projekt «Neue Wege» startet im März.",
    "Die Maßnahme «Aufbruch» wird fortgeführt.",
    "Textbausteine in Bescheiden werden überarbeitet.",
    "Ein Klick auf die Seite genügt.",
    "Fehler! Davon gibt es bei uns weniger als früher.",
    "Die Auswahl der Träger erfolgt im Frühjahr.",
    "Im Dropdown des Fachverfahrens fehlt der Eintrag.",
    "Der Hinweis für die Träger wurde überarbeitet.",
    "Sie beschreiben die Lage als schwierig.",
    "Falls nicht genügend Plätze da sind, wird aufgestockt.",
    "Die Fahrt (ca. 20 km) übernimmt das Jobcenter.",
    "Die Angebote (wenn vorhanden auch online) bleiben.",
    "Der Wert ist §16i [SGB II] zugeordnet.",
]
NOTES = [
    ("Die Zahl bitte prüfen!", "bitte prüfen!"),
    ("(bitte noch mit dem Team abstimmen)", "(bitte noch mit dem Team abstimmen)"),
    ("Bitte Zahlen aktualisieren", "Bitte Zahlen aktualisieren"),
    ("Bitte diesen Absatz kürzen.", "Bitte diesen Absatz kürzen"),
    ("Es sind 120 Plätze (noch zu klären).", "(noch zu klären)"),
    ("Es sind 120 Plätze (zu prüfen).", "(zu prüfen)"),
    ("Der Anteil [noch prüfen] steigt.", "[noch prüfen]"),
    ("[Kommentar MM1]: stimmt nicht", "[Kommentar MM1]"),
    ("[Kommentar: Zahl fraglich]", "[Kommentar: Zahl fraglich]"),
    ("Kommentar [A1]: bitte", "Kommentar [A1]:"),
    ("Kommentar: fraglich", "Kommentar:"),
    ("Anmerkung der Redaktion: fehlt", "Anmerkung der Redaktion:"),
    ("Anm. von Team 2: fehlt", "Anm. von Team 2:"),
    ("Es sind [MM1] Plätze.", "[MM1]"),
    ("@Controlling wie viele?", "@Controlling"),
    ("Die Zahl @Meier ist alt.", "@Meier"),
    ("Es sind 120 Plätze (??) da.", "(??)"),
    ("Es sind 120 Plätze?? da.", "??"),
    ("Es sind 120 Plätze (?) da.", "(?)"),
    ("Dringend!!", "!!"),
    ("Gelöscht: der alte Satz", "Gelöscht:"),
    ("Formatiert: Schriftart: Fett", "Formatiert:"),
    ("Der Satz [gelöscht] bleibt.", "[gelöscht]"),
    ("Es {++werden++} Stellen besetzt.", "{++werden++}"),
    ("Stimmt das noch?", "Stimmt das noch?"),
    ("120 Plätze (Stand Vorjahr)", "(Stand Vorjahr)"),
    ("Die Quote (alter Wert) steigt.", "(alter Wert)"),
    ("(Zuarbeit von Team 3 fehlt)", "(Zuarbeit von Team 3 fehlt)"),
    ("Zuarbeit steht noch aus", "Zuarbeit steht noch aus"),
    ("gelb markiert = neu", "gelb markiert = neu"),
    ("ACHTUNG: alte Zahl", "ACHTUNG:"),
    ("FIXME", "FIXME"),
]
NO_NOTES = [
    "Die Anträge sind zu prüfen und zu bescheiden.",
    "Ob das Angebot genügt, ist noch zu klären.",
    "Wer um Hilfe bittet, bekommt sie.",
    "Die Träger werden gebeten, ihre Konzepte anzupassen.",
    "Auf dem Plakat steht „Bitte Termine bestätigen“ in fünf Sprachen.",
    "Was ist zu tun?",
    "Die Adresse lautet info@beispiel.de und wird täglich gelesen.",
    "Das Team prüft (und aktualisiert) die Listen jede Woche.",
    "Die Zahl der gelöschten Einträge sinkt.",
    "Kommentare der Träger fließen in die Planung ein.",
    "Hausbesuche werden (nach Anmeldung) angeboten.",
    "Es gelten die Vorgaben [§ 16i SGB II] des Gesetzes.",
    "Der Stand des Vorjahres wird gehalten.",
    "Achtung und Wertschätzung prägen die Beratung.",
    "Das Sprachniveau A1 genügt.",
    "Das ist wichtig!",
    "Die Fälle werden rot hinterlegt angezeigt.",
]
MARKS = [
    ("Das ist **wichtig** für uns.", "**wichtig**"),
    ("## Beratung", "##"),
    ("Das ist __wichtig__ für uns.", "__wichtig__"),
    ("~~alt~~", "~~alt~~"),
    ("Siehe [Konzept](https://beispiel.de/konzept).", "[Konzept](https://beispiel.de/konzept)"),
    ("Zeile<br>Zeile", "<br>"),
    ("<b>fett</b>", "<b>"),
    ('<span style="x">Text</span>', '<span style="x">'),
    ("Bildung&nbsp;und Teilhabe", "&nbsp;"),
    ("Kund\\*innen", "\\*"),
    ("`lpd`", "`lpd`"),
    ("FÃ¶rderung", "Ã¶"),
    ("Die Beratung â€“ wie geplant", "â€“"),
    ("|---|", "|---|"),
]
NO_MARKS = [
    "Kund*innen und Träger*innen sind beteiligt.",
    "Die Firma con_sens berät.",
    "Die Quote ist < 5 und > 3.",
    "Forschung & Entwicklung",
    "Ziel #1 ist die Beratung.",
    "Der Schlüssel 1 * 75 gilt.",
    "São Paulo und Ângela",
    "Die Stufen A|B|C",
]
PAGES = [
    "Seite 3 von 14",
    "Seite 3",
    "- 3 -",
    "12",
    "3 von 14",
    "Stand: 04.11.2022",
    "Stand 4. November 2022",
    "Bearbeitungsstand: Oktober 2022",
    "ENTWURF",
    "Entwurf, Stand: 12.10.2022",
    "Nur für den internen Gebrauch",
    "Inhaltsverzeichnis",
    "Inhalt:",
    "Geplante Angebote ............ 12",
    "Geplante Angebote …… 12",
    "Beratung . . . . . . 7",
    "LPD_2023_final.docx",
    "Lokales Planungsdokument 2022 Kreis Musterstadt",
    "Version 1.2",
    "Vertraulich",
]
NO_PAGES = [
    "Der Stand vom 04.11.2022 ist vorläufig.",
    "Siehe Seite 3 des Konzepts.",
    "Im Konzept ist auf Seite 3 von 14 die Rede davon.",
    "Der Entwurf des Gesetzes liegt vor.",
    "Das Lokale Planungsdokument wurde im Beirat beraten.",
    "Im Haushalt stehen 12 Stellen.",
    "Der Inhalt der Beratung ändert sich.",
    "Und so weiter … bis 2025",
    "2.400 Personen",
    "U 25: 53,07 eLb",
]


@pytest.mark.parametrize(("words", "quote"), TEMPLATE)
def test_the_rest_of_a_template_is_found(words: str, quote: str) -> None:
    assert quotes_in(template_remains, words) == [quote]


@pytest.mark.parametrize("words", NO_TEMPLATE)
def test_ordinary_sentences_are_no_template(words: str) -> None:
    assert quotes_in(template_remains, words) == []


@pytest.mark.parametrize(("words", "quote"), NOTES)
def test_a_note_of_an_editor_is_found(words: str, quote: str) -> None:
    assert quotes_in(review_remains, words) == [quote]


@pytest.mark.parametrize("words", NO_NOTES)
def test_ordinary_sentences_are_no_note(words: str) -> None:
    assert quotes_in(review_remains, words) == []


@pytest.mark.parametrize(("words", "quote"), MARKS)
def test_signs_of_a_text_format_are_found(words: str, quote: str) -> None:
    assert quotes_in(markup_remains, words) == [quote]


@pytest.mark.parametrize("words", NO_MARKS)
def test_ordinary_signs_are_no_text_format(words: str) -> None:
    assert quotes_in(markup_remains, words) == []


@pytest.mark.parametrize("words", PAGES)
def test_a_line_of_a_page_is_found(words: str) -> None:
    assert quotes_in(page_remains, words) == [words]
    assert [each.quote for each in found(page_remains, heading(words))] == [words]


@pytest.mark.parametrize("words", NO_PAGES)
def test_ordinary_lines_are_no_page(words: str) -> None:
    assert quotes_in(page_remains, words) == []


def test_a_page_number_inside_a_paragraph_is_found() -> None:
    words = "Die Beratung wird ausgebaut. Seite 4 von 14 Danach folgt die Auswertung."
    assert quotes_in(page_remains, words) == ["Seite 4 von 14"]


def test_cells_of_a_table_may_hold_bare_numbers_and_a_stand() -> None:
    assert found(page_remains, table(("Stand: 04.11.2022", "Zahl"), ("Stellen", "12"))) == []


def test_cells_and_topics_of_potentials_are_looked_at_too() -> None:
    assert len(found(template_remains, table(("", "2022"), ("Stellen", "[Zahl]")))) == 1
    potential = Potential(topic="Post (bitte prüfen)", development=text("Besser als bisher."))
    (finding,) = found(review_remains, plan=with_potential(complete(), potential))
    assert finding.where == "C.potentials/1/topic"


@given(st.text(alphabet="abcdefghilmnoprstuvwzäöüß ,.ABDEFGHKLM123()", max_size=80))
def test_letters_and_points_make_no_template_and_no_markup(words: str) -> None:
    assert template_text_in(words) == ""
    assert markup_in(words) == ""


@given(st.sampled_from([*TEMPLATE, *NOTES]), st.sampled_from(NO_TEMPLATE[:2]))
def test_a_remain_is_found_at_the_end_of_an_ordinary_text(
    remain: tuple[str, str], before: str
) -> None:
    words = f"{before}\n{remain[0]}"
    assert remain[1] in (template_text_in(words), review_note_in(words))


@pytest.mark.parametrize("words", ["Es sind 40 Plätze. --> mit Team 2 abstimmen!", "→ noch prüfen"])
def test_an_arrow_before_a_task_is_a_note(words: str) -> None:
    assert review_note_in(words)


def test_an_arrow_between_steps_is_no_note() -> None:
    assert not review_note_in("Antrag → Beratung → Maßnahme, die wir gemeinsam wählen.")
