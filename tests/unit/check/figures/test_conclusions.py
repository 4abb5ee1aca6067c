"""Results that a text draws from the figures before them, in the same or an earlier sentence."""

from __future__ import annotations

import pytest

from .texts import in_text

DRAWN = [
    (
        "FIGURE-CHANGE",
        "Im August 2022 kamen 230 Menschen in die Sprechstunde. Im August 2021 waren es 200. Das "
        "entspricht einer Zunahme um {} Prozent.",
        "15",
        "51",
    ),
    (
        "FIGURE-CHANGE",
        "Für Reisekosten stehen 2023 genau 81.300 Euro bereit. Gegenüber 2022 (90.300 Euro) ist "
        "das ein Minus von 9.000 Euro oder {} Prozent.",
        "10",
        "20",
    ),
    (
        "FIGURE-CHANGE",
        "Der Titel umfasst 3,4 Mio. Euro (2022: 3,9 Mio. Euro). Dies bedeutet ein Minus von {} "
        "Mio. Euro.",
        "0,5",
        "1,5",
    ),
    (
        "FIGURE-CHANGE",
        "Angesetzt sind 47.210 Euro, {} % weniger als im Ansatz für 2022 (52.300 Euro).",
        "9,7",
        "7,9",
    ),
    (
        "FIGURE-POINTS",
        "Im Mai 2022 nahmen 43,6 % teil, im Mai 2021 waren es 39,1 %. Das ist ein Plus von {} "
        "Prozentpunkten.",
        "4,5",
        "5,4",
    ),
    (
        "FIGURE-POINTS",
        "Im Mai 2022 kamen 43 %, im Mai 2021 waren es 36 %. Der Wert ist somit um {} "
        "Prozentpunkte gestiegen.",
        "sieben",
        "neun",
    ),
    (
        "FIGURE-POINTS",
        "Von den Müttern arbeiten 31,2 %, von den Vätern 58,9 %. Der Abstand von {} "
        "Prozentpunkten ist seit 2020 kaum kleiner geworden.",
        "27,7",
        "22,7",
    ),
    (
        "FIGURE-SHARE",
        "Ende Juli wurden 1.270 Menschen gefördert. Das sind {} Prozent der 5.080 Gemeldeten.",
        "25",
        "35",
    ),
    (
        "FIGURE-SHARE",
        "Eingeladen wurden 850 Eltern. Bis Mai kamen 306 von ihnen, das sind {} %.",
        "36",
        "63",
    ),
]


@pytest.mark.parametrize(("rule", "words", "right", "wrong"), DRAWN)
def test_a_result_that_does_not_follow_is_found(
    rule: str, words: str, right: str, wrong: str
) -> None:
    assert in_text(rule, words.format(right)) == []
    (found,) = in_text(rule, words.format(wrong))
    assert wrong in found.quote


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (
            "FIGURE-CHANGE",
            "Im Mai 2022 waren 310 in Ausbildung und 120 in Arbeit. Das ist ein Plus von 5 % "
            "gegenüber 2021.",
        ),
        (
            "FIGURE-POINTS",
            "Die Quote der Frauen lag bei 17 %, die der Männer bei 26 %. Das ist ein Plus von 2 "
            "Prozentpunkten.",
        ),
        (
            "FIGURE-SHARE",
            "Im Juni waren 480 arbeitslos und 120 krank. Das sind 30 Prozent aller Gemeldeten.",
        ),
        (
            "FIGURE-CHANGE",
            "Im Jahr 2022 fanden 40 Kurse mit 380 Menschen statt, also 12 % mehr als geplant.",
        ),
    ],
)
def test_a_result_whose_base_stands_elsewhere_is_left_alone(rule: str, words: str) -> None:
    assert in_text(rule, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Von den 3.120 Befragten sind 1.560 Männer und 1.540 Frauen.",
        "Das Haus hat 90 Plätze. Davon sind 61 Plätze besetzt und 39 frei.",
    ],
)
def test_two_sides_that_do_not_give_their_whole_are_found(words: str) -> None:
    assert len(in_text("FIGURE-SUM", words)) == 1


def test_persons_in_two_groups_may_be_more_than_all() -> None:
    words = "Es kamen 90 Menschen, davon 61 mit Kindern und 39 mit einer Ausbildung."
    assert in_text("FIGURE-SUM", words) == []


def test_a_share_is_reckoned_from_the_whole_that_comes_nearest() -> None:
    words = "Eingeladen sind 640 Eltern, darunter 410 Mütter. 288 von ihnen kamen, das sind 54 %."
    (found,) = in_text("FIGURE-SHARE", words)
    assert "45" in found.message
