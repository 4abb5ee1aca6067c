"""What is told as done before it can be, and as to come after it was."""

from __future__ import annotations

import pytest

from lpd_desktop.check.dates.rules import DATE_FUTURE_BEHIND, DATE_PAST_AHEAD
from tests.unit.check.dates.judged import codes, in_topic, quotes

DONE_AHEAD = [
    ("Der Workshop hat im März 2023 stattgefunden.", "März 2023"),
    ("Die Schulung fand am 12.01.2023 statt.", "12.01.2023"),
    ("Das Verfahren wurde zum 01.02.2023 eingeführt.", "01.02.2023"),
    ("Im ersten Quartal 2023 wurden zwei Stellen besetzt.", "ersten Quartal 2023"),
    ("Bereits im Dezember 2022 erfolgte die Auftaktveranstaltung.", "Dezember 2022"),
    ("Das Projekt ist im Januar 2023 gestartet.", "Januar 2023"),
    ("Die neue Software ist seit Februar 2023 eingeführt worden.", "Februar 2023"),
    ("Das Jobcenter konnte im April 2023 neue Räume anmieten.", "April 2023"),
    ("Im Jahr 2023 konnten drei Fachkräfte gewonnen werden.", "2023"),
    ("In 2023 hat das Team 40 Kunden in Arbeit vermittelt.", "2023"),
    ("Die Maßnahme begann im Sommer 2023 mit zwölf Teilnehmenden.", "Sommer 2023"),
    ("Am 15. Dezember 2022 nahm die neue Stelle ihre Arbeit auf.", "15. Dezember 2022"),
    ("Die bereits im Oktober 2023 erfolgte Befragung zeigt gute Werte.", "Oktober 2023"),
    ("Die im Mai 2023 durchgeführte Befragung zeigt gute Werte.", "Mai 2023"),
    ("Der Kurs, der im Mai 2023 stattgefunden hat, war gut besucht.", "Mai 2023"),
    ("Die Stelle wurde, wie vorgesehen, im Juni 2023 besetzt.", "Juni 2023"),
    ("Seit 2023 hat sich die Zahl der Anträge verdoppelt.", "2023"),
    ("Ende 2023 waren 7.180 Personen im Bezug.", "Ende 2023"),
    ("Im Dezember 2022 lag die Quote bei 24,1 %.", "Dezember 2022"),
    ("Der Umzug ist am 28.11.2022 abgeschlossen worden.", "28.11.2022"),
    ("Am 05.11.2022 wurde die Zielvereinbarung unterzeichnet.", "05.11.2022"),
    ("Der Auftakt (Oktober 2023) hat bereits stattgefunden.", "Oktober 2023"),
    ("Die Teams wurden im 2. Halbjahr 2023 zusammengelegt.", "2. Halbjahr 2023"),
    ("Im November 2023 haben alle Führungskräfte eine Schulung durchgeführt.", "November 2023"),
    ("Das Fachverfahren wurde in 2023 auf alle Standorte ausgeweitet.", "2023"),
    ("Im Frühjahr 2023 startete die Kampagne.", "Frühjahr 2023"),
    ("Das Konzept trat am 1. Januar 2023 in Kraft.", "1. Januar 2023"),
    ("Die Quote ist im Januar 2023 erneut gestiegen.", "Januar 2023"),
    ("Im Februar 2024 wurde das Angebot erweitert.", "Februar 2024"),
    ("Die Räume wurden Anfang 2023 bezogen.", "Anfang 2023"),
    ("Zum 01.01.2023 ist die Leitung gewechselt worden.", "01.01.2023"),
    ("Das Angebot wird gut genutzt und wurde im März 2023 erweitert.", "März 2023"),
    ("Im kommenden Jahr wurden die Abläufe umgestellt.", "Im kommenden Jahr"),
    ("Die Beratung hat sich bewährt; im Mai 2023 wurde sie ausgebaut.", "Mai 2023"),
    ("In den Monaten Januar bis März 2023 fanden Workshops statt.", "Januar bis März 2023"),
    ("Die Stelle der Beauftragten wurde in 2023 eingerichtet und besetzt.", "2023"),
    ("Zudem haben wir im Q2 2023 die Prozesse überarbeitet.", "Q2 2023"),
    ("Im Herbst 2023 entstanden sechs neue Plätze.", "Herbst 2023"),
    ("Die Messe am 14.03.2023 war ein Erfolg.", "14.03.2023"),
    ("Bis Oktober 2023 wurden bereits 25 Stellen besetzt.", "Oktober 2023"),
    ("Die Aufgaben sind für Geflüchtete in 2023 erneut stark angestiegen.", "2023"),
    ("Tatsächlich wurden in 2023 mehr Mittel zur Verfügung gestellt.", "2023"),
    ("Mit den Aufgaben waren im Jahr 2023 rund 190 Personen beauftragt.", "2023"),
    ("Da die Stelle in 2023 besetzt werden konnte, gibt es mehr Termine.", "2023"),
    ("Das für 2023 avisierte Ziel wurde noch nicht erreicht.", "2023"),
    ("Der erste Durchgang endete am 31.01.2023.", "31.01.2023"),
]
NOT_DONE_AHEAD = [
    "Der Workshop hat im März 2022 stattgefunden.",
    "Die Schulung wird am 12.01.2023 stattfinden.",
    "Für 2023 wurde eine Umschichtung beschlossen.",
    "Der Kreistag hat für 2023 einen Betrag von 450.000 € vorgesehen.",
    "Die Maßnahme wurde bis zum 31.12.2023 verlängert.",
    "Der Vertrag wurde bis Juni 2024 befristet.",
    "Es wurde vereinbart, dass im März 2023 ein Workshop stattfindet.",
    "Die Einführung wurde für Oktober 2023 terminiert.",
    "Die Umstellung zum 01.01.2023 wurde beschlossen.",
    "Der Umzug wurde auf März 2023 verschoben.",
    "Das Jobcenter hat sich vorgenommen, in 2023 mehr Frauen zu fördern.",
    "In 2023 sind weitere Maßnahmen geplant.",
    "Nachdem das Verfahren im März 2023 eingeführt wurde, sollen die Teams geschult werden.",
    "Sobald die Stelle in 2023 besetzt ist, beginnt die Beratung.",
    "Ende 2023 wird ausgewertet, welche Ziele in 2023 erreicht wurden.",
    "Die Mittel für 2023 wurden vom Bund deutlich gekürzt.",
    "Der Haushalt 2023 wurde im Kreistag verabschiedet.",
    "Die Planung erfolgte auf Grundlage der Zahlen für 2023.",
    "Das Konzept soll zum 01.07.2023 umgesetzt sein.",
    "Die Regelung tritt am 01.01.2023 in Kraft.",
    "Der Prozess ist voraussichtlich im März 2023 abgeschlossen.",
    "Im Oktober 2022 hat der Auftakt stattgefunden.",
    "Im November 2022 fand ein Treffen statt.",
    "Der Auftakt hat stattgefunden und im März 2023 folgt der nächste Termin.",
    "Die in 2023 geplante Maßnahme wurde ausgeschrieben.",
    "Es wurde entschieden, die Teams in 2023 zusammenzulegen.",
    "In 2023 könnte die Zahl gestiegen sein.",
    "Die Ziele für 2023 wurden mit den Städten abgestimmt.",
    "Der Zuschlag wurde erteilt, die Maßnahme beginnt am 01.02.2023.",
    "Die Maßnahme wurde zum 01.02.2023 ausgeschrieben.",
    "Zum 01.01.2023 wurde eine Stelle beantragt.",
    "Ab 2023 wurden zusätzliche Mittel zugesagt.",
    "Hierzu wurde ein Zeitplan bis Ende 2023 erstellt.",
    "Mit dem Ziel, zum 01.07.2023 eine angepasste Form zu entwickeln, wurde ein Team gebildet.",
    "Die Ausgaben werden 2023 höher sein, als sie 2021 waren.",
    "Der Anteil war höher, als er 2023 sein wird.",
    "Das Budget 2023 wurde um 5 % gekürzt.",
    "Die in 2023 erreichten Werte sollen Ende des Jahres ausgewertet werden.",
    "Wie im Vorjahr wird auch in 2023 ein Projekttag organisiert.",
    "Ob in 2023 alle Stellen besetzt wurden, wird das Controlling zeigen.",
    "Im kommenden Jahr werden die Abläufe umgestellt.",
    "Für das kommende Jahr wurden Mittel eingeplant.",
    "Bis Ende 2023 wurden Mittel bewilligt.",
    "Das für 2023 vereinbarte Ziel wurde mit den Städten abgestimmt.",
    "Der Verwaltungsrat hat in seiner Sitzung den Plan für das Jahr 2023 verabschiedet.",
    "Die Zuteilung nach der Verordnung 2023 wurde noch nicht veröffentlicht.",
    "Für den Zeitraum vom 01.01.2023 bis zum 31.12.2023 wurden 20 Plätze eingekauft.",
]


@pytest.mark.parametrize(("words", "quote"), DONE_AHEAD)
def test_what_lies_ahead_and_is_told_as_done_is_found(words: str, quote: str) -> None:
    assert quotes(in_topic(words), DATE_PAST_AHEAD) == [quote]


@pytest.mark.parametrize("words", NOT_DONE_AHEAD)
def test_decisions_plans_and_conditions_about_the_future_are_left_alone(words: str) -> None:
    assert quotes(in_topic(words), DATE_PAST_AHEAD) == []


COMING_BEHIND = [
    ("Ab dem 01.04.2022 soll das Team wachsen.", "01.04.2022"),
    ("Der Workshop wird im März 2022 stattfinden.", "März 2022"),
    ("Das Verfahren soll zum 01.07.2022 eingeführt werden.", "01.07.2022"),
    ("Die Maßnahme startet im April 2022.", "April 2022"),
    ("Im ersten Quartal 2022 sollen zwei Stellen besetzt werden.", "ersten Quartal 2022"),
    ("Der Umzug ist für Mai 2022 geplant.", "Mai 2022"),
    ("Für September 2021 ist ein Aktionstag vorgesehen.", "September 2021"),
    ("Bis Ende 2021 soll das Konzept abgeschlossen sein.", "Ende 2021"),
    ("Im Jahr 2021 wollen wir die Beratung neu ausrichten.", "2021"),
    ("Am 15.03.2022 wird das Team seine Arbeit aufnehmen.", "15.03.2022"),
    ("Im Sommer 2022 wird ein neues Angebot eingeführt.", "Sommer 2022"),
    ("Die Schulungen finden im Juni 2022 statt.", "Juni 2022"),
    ("Ab Januar 2022 sollen alle Teams digital arbeiten.", "Januar 2022"),
    ("Die Regelung tritt am 01.01.2022 in Kraft.", "01.01.2022"),
    ("Zum 1. August 2022 werden drei Fachkräfte eingestellt.", "1. August 2022"),
    ("In Q3 2022 wird die Software umgestellt.", "Q3 2022"),
    ("Im Herbst 2021 sollen die Räume bezogen werden.", "Herbst 2021"),
    ("Spätestens im Mai 2022 soll die Stelle besetzt sein.", "Mai 2022"),
    ("Im Laufe des Jahres 2021 wird das Angebot erweitert.", "2021"),
    ("Der Kurs beginnt am 02.05.2022 mit 15 Plätzen.", "02.05.2022"),
    ("Für das Jahr 2021 sind vier Messen geplant.", "2021"),
    ("Für 2021 ist eine Ausweitung vorgesehen.", "2021"),
    ("Die geplante Einführung des Verfahrens zum 01.01.2022 ist nicht abzuschätzen.", "01.01.2022"),
    ("Ein Team entsteht mit dem Ziel, ab Mai 2022 neue Abläufe zu entwickeln.", "Mai 2022"),
]
NOT_COMING_BEHIND = [
    "Der Workshop wird im März 2023 stattfinden.",
    "Die im Jahr 2019 eingeführte Maßnahme soll fortgeführt werden.",
    "Das Angebot wird seit 2019 erfolgreich durchgeführt.",
    "Im Juni 2022 betrug die Quote 24,1 %.",
    "Der Wert wird im Vergleich zu Juni 2021 sinken.",
    "Wie im Jahr 2021 sollen auch in 2023 Projekttage stattfinden.",
    "Die Quote soll gegenüber 2021 steigen.",
    "Der Bestand (Juni 2022: 7.180) soll sinken.",
    "Im Dezember 2022 soll die Stelle besetzt werden.",
    "Bis Ende 2022 soll das Konzept abgeschlossen sein.",
    "Der Start war für Mai 2022 geplant.",
    "Der Umzug sollte im Mai 2022 erfolgen.",
    "Auf Basis der Daten von Juni 2022 wird die Planung erstellt.",
    "Nach dem Schreiben vom 27.10.2022 werden die Mittel sinken.",
    "Die Vereinbarung aus dem Jahr 2018 soll erneuert werden.",
    "Das im Mai 2022 begonnene Projekt soll verlängert werden.",
    "Der im Juni 2022 gewählte Ansatz wird fortgeführt.",
    "Die Zahl der Anträge wurde im März 2022 erfasst und soll sinken.",
    "Mit Stand Juni 2022 sollen alle Fälle geprüft werden.",
    "Im Oktober 2022 hat das Team begonnen, die Fälle zu prüfen.",
    "Die Steigerung soll gemessen am Wert im Juni 2022 zwei Prozent betragen.",
    "Im November 2022 soll der Beirat beraten.",
    "Die Ergebnisse von 2021 sollen übertroffen werden.",
    "Die geplante Eröffnung im März 2022 wurde verschoben.",
    "Die geplante Einführung zum 01.01.2023 wird vorbereitet.",
]


@pytest.mark.parametrize(("words", "quote"), COMING_BEHIND)
def test_what_was_over_and_is_told_as_coming_is_found(words: str, quote: str) -> None:
    assert quotes(in_topic(words), DATE_FUTURE_BEHIND) == [quote]


@pytest.mark.parametrize("words", NOT_COMING_BEHIND)
def test_comparisons_and_histories_are_not_taken_as_announcements(words: str) -> None:
    assert quotes(in_topic(words), DATE_FUTURE_BEHIND) == []


def test_months_without_a_year_belong_to_the_month_named_before() -> None:
    words = (
        "Die Zahlen stammen aus April 2022. In den Monaten Mai und Juni wird der Bestand steigen."
    )
    assert quotes(in_topic(words), DATE_FUTURE_BEHIND) == ["Mai und Juni"]


@pytest.mark.parametrize(
    "words",
    [
        "Die Zahlen stammen aus April 2022. Im Mai findet jedes Jahr eine Messe statt.",
        "Die Zahlen stammen aus August 2022. Im Dezember wird der Bestand steigen.",
        "Die Zahlen stammen aus Juni 2022. In den Monaten Juli und August 2023 wird er steigen.",
        "Die Zahlen stammen aus Juni 2022. In den Monaten Mai und Juni ist er gestiegen.",
        "Die Zahlen werden geprüft. In den Monaten Mai und Juni wird der Bestand steigen.",
    ],
)
def test_months_without_a_year_are_else_left_alone(words: str) -> None:
    assert quotes(in_topic(words), DATE_FUTURE_BEHIND) == []


def test_without_a_stand_only_what_is_certain_is_found() -> None:
    early = in_topic("Der Kurs hat im Dezember 2022 stattgefunden.", as_of="")
    late = in_topic("Der Kurs hat im Januar 2023 stattgefunden.", as_of="")
    assert (codes(early), codes(late)) == (set(), {DATE_PAST_AHEAD})
    soon = in_topic("Der Kurs soll im Oktober 2022 stattfinden.", as_of="")
    long_ago = in_topic("Der Kurs soll im Juni 2022 stattfinden.", as_of="")
    assert (codes(soon), codes(long_ago)) == (set(), {DATE_FUTURE_BEHIND})
