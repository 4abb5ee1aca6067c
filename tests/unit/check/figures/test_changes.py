"""Changes: percentage, difference, percentage points and direction against their two figures."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.plan.amounts import format_amount

from .texts import in_text


def _falling(before: int, percent: int) -> tuple[int, int]:
    return before * 10 + 7, before * 10 * (100 - percent) // 1000 * 10 + 3


falling = st.builds(_falling, st.integers(200, 9_999), st.integers(11, 60))


def number(value: int) -> str:
    return format_amount(value * 100)


def percent(before: int, after: int) -> Decimal:
    return round(Decimal(100 * (after - before)) / before, 1)


def german(value: Decimal) -> str:
    return f"{abs(value):.1f}".replace(".", ",")


PERCENT = [
    "Die Zahl der Fälle ging von {a} im Jahr 2021 auf {b} im Jahr 2022 zurück ({s}{p} %).",
    "Der Rückgang von {a} auf {b} Fälle entspricht {p} %.",
    "Die Zahl der Fälle ist um {p} Prozent von {a} auf {b} gesunken.",
    "Von {a} auf {b} Fälle, das sind {s}{p} %.",
    "Es waren {b} Fälle nach {a} im Vorjahr, also ein Minus von {p} %.",
    "Es sind {b} Fälle (Vorjahr: {a}), ein Rückgang um {p} %.",
    "Die Zahl der Fälle ging von {a} auf {b} zurück; das ist ein Minus von {p} Prozent.",
    "Die Zahl der Fälle sank von {a} auf {b}. Das entspricht einem Rückgang um {p} %.",
    "Die Fälle sanken von rund {a} auf rund {b}, mithin um {p} Prozent.",
]


@pytest.mark.parametrize("pattern", PERCENT)
@given(pair=falling, off=st.integers(min_value=8, max_value=300))
def test_a_percentage_that_does_not_follow_is_found(
    pattern: str, pair: tuple[int, int], off: int
) -> None:
    before, after = pair
    right = percent(before, after)
    words = {"a": number(before), "b": number(after), "s": "−"}
    assert in_text("FIGURE-CHANGE", pattern.format(p=german(right), **words)) == []
    wrong = german(right - Decimal(off) / 10)
    (found,) = in_text("FIGURE-CHANGE", pattern.format(p=wrong, **words))
    assert wrong in found.quote
    assert german(right).removesuffix(",0") in found.message


DIFFERENCE = [
    "Der Bestand ging um {d} von {a} auf {b} Personen zurück.",
    "Der Bestand sank von {a} auf {b}, also um {d} Personen.",
    "Der Bestand sank von {a} auf {b} Personen (−{d}).",
    "Es sind {b} Personen gegenüber {a} im Vorjahr, das sind {d} weniger.",
    "Der Bestand sank auf {b} nach {a} Personen im Vorjahr, ein Rückgang von {d}.",
]


@pytest.mark.parametrize("pattern", DIFFERENCE)
@given(pair=falling, off=st.integers(min_value=1, max_value=900))
def test_a_difference_that_does_not_follow_is_found(
    pattern: str, pair: tuple[int, int], off: int
) -> None:
    before, after = pair
    words = {"a": number(before), "b": number(after)}
    assert in_text("FIGURE-CHANGE", pattern.format(d=number(before - after), **words)) == []
    wrong = number(before - after + off)
    assert len(in_text("FIGURE-CHANGE", pattern.format(d=wrong, **words))) == 1


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Das Budget sinkt um 3,9 % (1,2 Mio. €) auf 29,5 Mio. €.", ("3,9", "9,3")),
        ("Das Budget sinkt um 1,2 Mio. € (3,9 %) auf 29,5 Mio. €.", ("1,2 Mio", "2,1 Mio")),
        ("Die Mittel steigen um 10,0 % bzw. 500.000 € auf 5.500.000 €.", ("bzw. 500", "bzw. 50")),
        ("Die Mittel sinken von 25.354.833 Euro auf 24.933.958 Euro, −1,7 %, rund 0,4 Mio. Euro.",
         ("0,4", "0,7")),
        ("Die Mittel fallen von 25,4 Mio. € auf 24,9 Mio. €, also um 0,5 Mio. €.", ("0,5", "5,0")),
        ("Von 64,5 VZÄ auf 61,25 VZÄ, also um 3,25 VZÄ, sinkt der Bestand.", ("3,25", "2,35")),
        ("Die Quote stieg von 24,1 % auf 26,0 %, also um 1,9 Prozentpunkte.", ("1,9", "2,9")),
        ("Er sank von 12,4 %-Punkten auf 10,8 %-Punkte, also um 1,6 %-Punkte.", ("1,6", "6,1")),
    ],
)  # fmt: skip
def test_amount_and_percentage_of_one_change_belong_together(
    right: str, wrong: tuple[str, str]
) -> None:
    assert in_text("FIGURE-CHANGE", right) == []
    assert len(in_text("FIGURE-CHANGE", right.replace(*wrong))) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Der Anteil stieg von 68,0 % auf 68,5 %, bei einem Ziel von 70 %.",
        "Von 7.660 auf 7.180 sank der Bestand, die Quote liegt bei 24,5 %.",
        "Der Bestand sank von 7.660 auf 7.180 (−6,3 %), jedoch stieg der Anteil um 2,5 %.",
        "Die Quote stieg von 20,0 % auf 22,0 %, also um 10 %.",
        "Von den 7.660 Personen wurden auf Antrag 7.180 gefördert, das sind 93,7 %.",
        "Der Schlüssel verbessert sich von 1:180 auf 1:150.",
        "Im Herbst stieg die Zahl von Montag auf Dienstag um 3 %.",
        "Sie sank von rund 7.600 auf 7.180, also um etwa 5 bis 6 %.",
    ],
)
def test_other_percentages_are_left_alone(words: str) -> None:
    assert in_text("FIGURE-CHANGE", words) == []
    assert in_text("FIGURE-DIRECTION", words) == []


@pytest.mark.parametrize(
    ("words", "is_wrong"),
    [
        ("Die Zahl ist von 7.180 auf 7.660 gesunken.", True),
        ("Die Zahl ist von 7.660 auf 7.180 gesunken.", False),
        ("Ein Anstieg von 76,4 Prozent auf 74,7 Prozent ist zu sehen.", True),
        ("Ein Anstieg von 74,7 Prozent auf 76,4 Prozent ist zu sehen.", False),
        ("Die Kürzung von 4,1 Mio. € auf 4,3 Mio. € trifft uns.", True),
        ("Das Budget konnte von 4,1 Mio. € auf 4,3 Mio. € reduziert werden.", True),
        ("Das Budget wurde von 4,1 Mio. € auf 3,9 Mio. € erhöht.", True),
        ("Trotz des Rückgangs der Mittel wuchs das Team von 40 auf 44 Personen.", False),
        ("Wegen des Rückgangs der Plätze kommen von 40 auf 44 erhöhte Kosten zu.", False),
        ("Die Zahl ging von 40 auf 44 zurück.", True),
        ("Die Zahl nahm von 44 auf 40 ab.", False),
        ("Die Zahl nahm von 40 auf 44 ab.", True),
        ("Durch mehr Zugänge sank die Quote von 24 % auf 22 %.", False),
        ("Die Zahl fiel von 50 auf 40, während die der Männer von 60 auf 70 stieg.", False),
        ("Die Zahl stieg nicht, sondern ging von 50 auf 40 zurück.", False),
    ],
)
def test_the_words_of_a_change_fit_its_direction(words: str, is_wrong: bool) -> None:
    assert len(in_text("FIGURE-DIRECTION", words)) == is_wrong


POINTS = [
    "Der Anteil lag bei {a} %. Heute liegt er bei {b} %, ein Anstieg um {d} Prozentpunkte.",
    "Die Quote der Männer ({b} %) liegt {d} Prozentpunkte über der der Frauen ({a} %).",
    "Mit {b} % liegen wir {d} %-Punkte über dem Land ({a} %).",
    "Einerseits {a} %, andererseits {b} %: Das sind {d} Prozentpunkte mehr.",
    "Der Abstand zwischen {a} % und {b} % beträgt {d} Prozentpunkte.",
]


@pytest.mark.parametrize("pattern", POINTS)
@given(
    one=st.integers(min_value=50, max_value=400),
    gap=st.integers(min_value=4, max_value=300),
    off=st.integers(min_value=3, max_value=90),
)
def test_points_that_are_not_the_distance_are_found(
    pattern: str, one: int, gap: int, off: int
) -> None:
    rates = {"a": german(Decimal(one) / 10), "b": german(Decimal(one + gap) / 10)}
    right = pattern.format(d=german(Decimal(gap) / 10), **rates)
    assert in_text("FIGURE-POINTS", right) == []
    wrong = pattern.format(d=german(Decimal(gap + off) / 10), **rates)
    assert len(in_text("FIGURE-POINTS", wrong)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Frauen 20,1 %, Männer 30,5 %: Der Abstand soll um 0,4 Prozentpunkte sinken.",
        "Die Quote von 24,5 % liegt um 2,0 Prozentpunkte höher.",
        "Von 12,4 %-Punkten im Juli auf 10,8 %-Punkte im Juni.",
        "Es sind 20,1 %, 30,5 % und 40,2 %, im Mittel 5 Prozentpunkte mehr.",
    ],
)
def test_points_of_other_things_are_left_alone(words: str) -> None:
    assert in_text("FIGURE-POINTS", words) == []


def test_a_percentage_of_something_else_further_on_is_left_alone() -> None:
    words = (
        "Ein Jahr zuvor waren es 310 von 1.000 Fällen (31,0 %). Der Anstieg um 4,2 Prozentpunkte "
        "beruht auf den neuen Fällen: Im Mai waren es 50, darunter 35 Frauen (70,0 %)."
    )
    assert in_text("FIGURE-POINTS", words) == []
