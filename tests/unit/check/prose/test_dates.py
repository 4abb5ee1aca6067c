"""Dates in German prose: what is read, and what is none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpd_desktop.check.prose.dates import bare_months, dates_in
from lpd_desktop.check.prose.faulty_dates import faulty_dates

READ = [
    ("am 24.10.2021", "24.10.2021", "2021-10-24", "2021-10-24", "day"),
    ("am 4.11.22 beraten", "4.11.22", "2022-11-04", "2022-11-04", "day"),
    ("vom 01. 07. 2023 an", "01. 07. 2023", "2023-07-01", "2023-07-01", "day"),
    ("bis 2022-11-04", "2022-11-04", "2022-11-04", "2022-11-04", "day"),
    ("Stand 31. Oktober 2022", "31. Oktober 2022", "2022-10-31", "2022-10-31", "day"),
    ("am 3. Sept. 2022", "3. Sept. 2022", "2022-09-03", "2022-09-03", "day"),
    ("im Oktober 2022", "Oktober 2022", "2022-10-01", "2022-10-31", "month"),
    ("des Monats Mai 2022", "Mai 2022", "2022-05-01", "2022-05-31", "month"),
    ("Okt. '22", "Okt. '22", "2022-10-01", "2022-10-31", "month"),
    ("10/2022", "10/2022", "2022-10-01", "2022-10-31", "month"),
    ("(06.2022)", "06.2022", "2022-06-01", "2022-06-30", "month"),
    ("Ende Februar 2024", "Ende Februar 2024", "2024-02-01", "2024-02-29", "month"),
    ("Juni/Juli 2022", "Juni/Juli 2022", "2022-06-01", "2022-07-31", "part"),
    ("Mai, Juni und Juli 2022", "Mai, Juni und Juli 2022", "2022-05-01", "2022-07-31", "part"),
    (
        "von November bis Februar 2023",
        "November bis Februar 2023",
        "2022-11-01",
        "2023-02-28",
        "part",
    ),
    ("in Q3 2022", "Q3 2022", "2022-07-01", "2022-09-30", "part"),
    ("Q1/2023", "Q1/2023", "2023-01-01", "2023-03-31", "part"),
    ("im 3. Quartal 2022", "3. Quartal 2022", "2022-07-01", "2022-09-30", "part"),
    ("IV. Quartal 2022", "IV. Quartal 2022", "2022-10-01", "2022-12-31", "part"),
    (
        "des zweiten Quartals des Jahres 2022",
        "zweiten Quartals des Jahres 2022",
        "2022-04-01",
        "2022-06-30",
        "part",
    ),
    ("im ersten Halbjahr 2022", "ersten Halbjahr 2022", "2022-01-01", "2022-06-30", "part"),
    (
        "der zweiten Jahreshälfte 2022",
        "zweiten Jahreshälfte 2022",
        "2022-07-01",
        "2022-12-31",
        "part",
    ),
    ("2. HJ 2022", "2. HJ 2022", "2022-07-01", "2022-12-31", "part"),
    ("im Sommer 2022", "Sommer 2022", "2022-06-01", "2022-08-31", "part"),
    ("im Winter 2022/23", "Winter 2022/23", "2022-12-01", "2023-02-28", "part"),
    ("Anfang 2023", "Anfang 2023", "2023-01-01", "2023-04-30", "part"),
    ("zum Jahresende 2022", "Jahresende 2022", "2022-09-01", "2022-12-31", "part"),
    (
        "zum Jahreswechsel 2022/2023",
        "Jahreswechsel 2022/2023",
        "2022-12-01",
        "2023-01-31",
        "part",
    ),
    ("im Jahr 2023", "2023", "2023-01-01", "2023-12-31", "year"),
    ("seit 2019", "2019", "2019-01-01", "2019-12-31", "year"),
    ("wie im Pilot 2021/22", "2021/22", "2021-01-01", "2022-12-31", "year"),
    ("im Schuljahr 2022/23", "Schuljahr 2022/23", "2022-08-01", "2023-07-31", "year"),
    ("2021–2023", "2021–2023", "2021-01-01", "2023-12-31", "year"),
    ("die Zahlen 2022,", "2022", "2022-01-01", "2022-12-31", "year"),
]
NO_DATES = [
    "2022 Personen",
    "2.022 eLb",
    "2022 €",
    "2022,50 Euro",
    "12.022",
    "§ 2022",
    "Nr. 2022",
    "Drucksache 20/3873",
    "Drs. 17/2022",
    "Version 1.2.22",
    "Abs. 3.10.22",
    "comp.Ass 21",
    "Telefon 0208/2022",
    "im Juni",
    "20223",
    "ISO 2022",
    "1:2022",
]


@pytest.mark.parametrize(("text", "quote", "first", "last", "precision"), READ)
def test_a_date_is_read_with_its_days(
    text: str, quote: str, first: str, last: str, precision: str
) -> None:
    (mention,) = dates_in(text)
    found = (mention.quote, str(mention.first), str(mention.last), mention.precision)
    assert found == (quote, first, last, precision)
    assert text[mention.start : mention.end] == quote


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_not_read(text: str) -> None:
    assert dates_in(text) == ()


def test_several_dates_come_in_order_and_do_not_overlap() -> None:
    text = "Vergleicht man den Mai 2022 mit dem Mai 2021 und dem 31.12.2020, …"
    assert [each.quote for each in dates_in(text)] == ["Mai 2022", "Mai 2021", "31.12.2020"]


def test_months_without_a_year_are_told_apart_from_dates() -> None:
    text = "Nach dem Juni 2022 folgten die Monate Juli und August."
    assert [month for _span, month in bare_months(text)] == [7, 8]


DAYS = st.dates(date(1990, 1, 1), date(2049, 12, 31))


@given(DAYS)
def test_every_day_of_the_calendar_is_read_in_every_spelling(day: date) -> None:
    for text in (f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{day.year}", f"am {day:%d. %m. %Y}"):
        (mention,) = dates_in(text)
        assert (mention.first, mention.last) == (day, day)
        assert not list(faulty_dates(text))


@given(st.integers(1, 12), st.integers(2000, 2049), st.integers(1, 5))
def test_a_day_behind_the_end_of_a_month_is_faulty(month: int, year: int, more: int) -> None:
    next_month = date(year + month // 12, month % 12 + 1, 1)
    day = (next_month - timedelta(days=1)).day + more
    text = f"am {day:02}.{month:02}.{year} beraten"
    assert dates_in(text) == ()
    assert len(list(faulty_dates(text))) == 1


FAULTY = [
    ("am 31.06.2022", "31.06.2022"),
    ("bis 30.02.2022", "30.02.2022"),
    ("am 29.02.2023", "29.02.2023"),
    ("am 31.11.22", "31.11.22"),
    ("der 12.13.2022", "12.13.2022"),
    ("am 00.10.2022", "00.10.2022"),
    ("24.10.20222", "24.10.20222"),
    ("24.10.2202", "24.10.2202"),
    ("31. September 2022", "31. September 2022"),
    ("am 31. April", "31. April"),
    ("Stand 13/2022", "13/2022"),
    ("seit 00/2022", "00/2022"),
    ("im Jahr 2202", "2202"),
    ("im Jahr 202 wurde", "202"),
    ("in 20223 geplant", "20223"),
    ("im März 20223", "20223"),
    ("im 5. Quartal", "5. Quartal"),
    ("im 3. Halbjahr 2022", "3. Halbjahr"),
]
NOT_FAULTY = [
    "am 29.02.2024",
    "29. Februar",
    "in 202 Fällen",
    "im Mai 100 Personen",
    "Ende 500 Plätze",
    "Kapitel 1.13.22",
    "Drucksache 20/3873",
    "Aktenzeichen 13/2022",
    "im Jahr 450 Personen",
    "im Jahr 1.200 Personen",
    "das 4. Quartal",
    "rund 20.300 Fälle",
    "in 2.450 Fällen",
    "Punkt 31.6.1",
    "Tel. 0208/455-2951",
]


@pytest.mark.parametrize(("text", "quote"), FAULTY)
def test_what_no_calendar_has_is_faulty(text: str, quote: str) -> None:
    (fault,) = faulty_dates(text)
    assert fault.quote == quote == text[slice(*fault.span)]


@pytest.mark.parametrize("text", NOT_FAULTY)
def test_what_only_looks_odd_is_not_faulty(text: str) -> None:
    assert not list(faulty_dates(text))
