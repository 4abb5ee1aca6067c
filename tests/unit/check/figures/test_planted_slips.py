"""A trial: one slip after another is planted in texts that are right, and counted.

The texts are our own; every figure in them follows from another one or stands in the table.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

import pytest
from msgspec.structs import replace

from lpd_desktop.check.engine import check_plan
from lpd_desktop.check.figures.rules import FIGURE_RULES
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.money.rules import MONEY_RULES
from lpd_desktop.check.prose.slips import SLIP_NAMES
from lpd_desktop.form.library import form_for_year
from lpd_desktop.plan.model import Answer, Plan
from lpd_desktop.plan.rich_text import Block
from lpd_desktop.plan.work import Work
from lpd_desktop.word.importing import import_document
from tests.unit.check.figures.test_contradictions import PLAN, PREVIOUS
from tests.unit.check.plans import FORM, complete, table, with_table

from .texts import bullets, grid, paragraph

OWN_RULES = {rule.code for rule in (*FIGURE_RULES, *MONEY_RULES)}
FOUND_AT_LEAST = 90
EVERY = int(os.environ.get("LPD_PLANTED_EVERY", "3"))  # 1 tries them all
NUMBER = re.compile(r"\d[\d.,]*\d|\d")

MONEY = (
    "Der Bund stellt 2023 für Verwaltungskosten 12.358.004 Euro bereit, nach 12.791.335 Euro 2022.",
    "Die Eingliederungsmittel betragen 10.912.486 Euro. Umgeschichtet werden 140.000 Euro.",
    "Der kommunale Finanzierungsanteil beträgt 2.240.209 €.",
    "Nach der Umschichtung stehen 10.772.486,00 € zur Verfügung.",
    "Die Eingliederungsmittel sinken gegenüber dem Vorjahr um 7,7 %.",
)
PROSE = (
    "Das Budget von 23.270.490 Euro setzt sich zusammen aus 12.358.004 Euro für Verwaltung und "
    "10.912.486 Euro für Eingliederung.",
    "Der Bestand ging von 7.412 auf 7.026 Personen zurück (−5,2 %).",
    "Die Quote stieg von 24,1 % auf 26,8 %, also um 2,7 Prozentpunkte.",
    "Auf 128 VZÄ kommen 11.264 eLb, das entspricht einem Schlüssel von 1:88.",
    "Insgesamt sind 118,5 VZÄ besetzt, davon 71,25 VZÄ in der Leistung und 47,25 VZÄ im Service.",
    "Von 11.264 eLb sind 4.618 (41,0 %) ohne Abschluss.",
    "Die Mittel verteilen sich zu 45 % auf A, zu 30 % auf B und zu 25 % auf C.",
    "Die Mittel für Technik sinken um 8,4 % (214.300 Euro) auf 2.336.890 Euro.",
    "Die Zahl der Plätze wuchs um 128 von 512 auf 640.",
    "Für Kurse sind 418.700 Euro und für Coaching 253.600 Euro geplant, zusammen 672.300 Euro.",
)
BLOCKS: tuple[Block, ...] = (
    *(paragraph(words, number) for number, words in enumerate(PROSE)),
    paragraph("Die 940.000 € verteilen sich wie folgt:", 50),
    bullets("Nord: 412.300 €", "Süd: 318.200 €", "West: 209.500 €"),
    grid("Bereich | VZÄ | eLb | Schlüssel", "A | 52 | 7.800 | 1:150", "B | 76 | 5.700 | 1:75",
         "Gesamt | 128 | 13.500 | 1:105"),
)  # fmt: skip


def plan() -> Plan:
    made = with_table(complete(), FORM, table(FORM, PLAN, PREVIOUS))
    money = tuple(paragraph(words, 100 + number) for number, words in enumerate(MONEY))
    made = made.with_answer("A.budget", replace(made.answer("A.budget"), text=money))
    return made.with_answer("A.staff", Answer(text=BLOCKS))


def own(made: Plan) -> list[Finding]:
    return [found for found in check_plan(made, Work(), FORM) if found.rule in OWN_RULES]


def slips_of(number: str) -> Iterator[str]:
    """A wrong digit, two swapped, one more or less, a wrong group; decimals stay as they are."""
    digits = [place for place, sign in enumerate(number) if sign.isdigit()]
    comma = number.find(",") if "," in number else len(number)
    for place in digits:
        if place > comma:
            continue
        other = str((int(number[place]) + 4) % 10)
        yield number[:place] + other + number[place + 1 :]
        yield number[:place] + number[place + 1 :]
        yield number[: place + 1] + number[place:]
        if place + 1 in digits and number[place] != number[place + 1]:
            swapped = number[place + 1] + number[place]
            yield number[:place] + swapped + number[place + 2 :]


def is_plausible(slip: str) -> bool:
    return bool(slip) and not slip.startswith("0") and not slip.endswith((",", "."))


def planted() -> Iterator[tuple[str, str, Plan]]:
    """Each slip with the number it was made of, in a plan of its own."""
    made = plan()
    for item in ("A.budget", "A.staff"):
        answer = made.answer(item)
        for place, block in enumerate(answer.text):
            if type(block).__name__ != "Paragraph":
                continue
            words = block.runs[0].words
            for match in NUMBER.finditer(words):
                if re.fullmatch(r"20\d\d", match[0]):
                    continue
                for slip in set(filter(is_plausible, slips_of(match[0]))):
                    changed = words[: match.start()] + slip + words[match.end() :]
                    new = replace(block, runs=(replace(block.runs[0], text=changed),))
                    blocks = (*answer.text[:place], new, *answer.text[place + 1 :])
                    yield match[0], slip, made.with_answer(item, replace(answer, text=blocks))


def test_the_right_texts_raise_nothing() -> None:
    assert [(found.rule, found.quote) for found in own(plan())] == []


def test_nearly_every_planted_slip_is_found() -> None:
    missed, count = [], 0
    for right, wrong, made in islice(planted(), 0, None, EVERY):
        count += 1
        if not own(made):
            missed.append(f"{right} → {wrong}")
    assert count > 500 // EVERY
    assert 100 * (count - len(missed)) >= FOUND_AT_LEAST * count, f"{len(missed)}/{count}: {missed}"


def test_every_kind_of_slip_has_a_name() -> None:
    assert all(SLIP_NAMES.values())


@pytest.mark.parametrize(
    ("number", "right", "wrong", "rule"),
    [
        ("000", "7,9%", "9,7%", "BUDGET-CHANGE-TOLD"),
        ("000", "2,4 Mio", "4,2 Mio", "BUDGET-CHANGE-TOLD"),
        ("000", "3,9%", "9,3%", "BUDGET-CHANGE-TOLD"),
        ("000", "1,2 Mio", "2,1 Mio", "BUDGET-CHANGE-TOLD"),
        ("000", "86 eLb", "68 eLb", "FIGURE-RATIO"),
        ("000", "129 ", "192 ", "FIGURE-RATIO"),
        ("000", "5,4%-", "4,5%-", "FIGURE-POINTS"),
        ("000", "38,9%", "39,8%", "FIGURE-POINTS"),
        ("000", "7.660", "6.760", "FIGURE-DIRECTION"),
        ("000", "11.757.312", "11.757.3122", "NUMBER-MALFORMED"),
        ("001", "24.933.958", "24.939.358", "BUDGET-SUM"),
        ("001", "4.487.219", "4.478.219", "BUDGET-SHARE"),
        ("001", "21.064.947", "21.046.947", "BUDGET-SUM"),
        ("002", "117 ", "171 ", "FIGURE-SUM"),
        ("002", "26 VZÄ", "36 VZÄ", "FIGURE-SUM"),
        ("002", "91 VZÄ", "19 VZÄ", "FIGURE-SUM"),
        ("002", "450.000", "450.0000", "NUMBER-MALFORMED"),
        ("004", "35.084.802", "35.084.812", "FIGURE-SUM"),
        ("004", "17.032.356", "17.023.356", "FIGURE-SUM"),
        ("004", "18.052.446", "18.502.446", "FEDERAL-AMOUNT"),
        ("004", "18.052.446", "18.52.446", "NUMBER-MALFORMED"),
        ("004", "63,1 ", "631 ", "FIGURE-SHARE"),
        ("004", "1:152", "1:1520", "CASELOAD"),
    ],
)
def test_a_slip_in_the_figures_of_a_published_plan_is_found(
    seeds: dict[str, Path], number: str, right: str, wrong: str, rule: str
) -> None:
    words = seeds[number].read_text(encoding="utf-8")
    assert right in words
    before = rules_in(words, seeds[number].name)
    after = rules_in(words.replace(right, wrong, 1), seeds[number].name)
    assert after.count(rule) > before.count(rule)


@cache
def rules_in(words: str, name: str) -> list[str]:
    """The rules of all findings; each plan as it was published is read once for all its slips."""
    form = form_for_year(2023)
    file = import_document(words.encode(), name, form).file
    return [each.rule for each in check_plan(file.plan, file.work, form)]
