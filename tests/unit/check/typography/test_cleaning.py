"""What cleaning up changes, and what it leaves alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lpd_desktop.check.engine import check_plan
from lpd_desktop.check.finding import Finding
from lpd_desktop.check.language.rules import TYPOGRAPHY
from lpd_desktop.check.typography.cleaning import (
    cleaned,
    corrections,
    slips_in_passage,
    slips_in_plan,
)
from lpd_desktop.check.typography.slips import MENDED, SLIPS
from lpd_desktop.editing.replacing import with_changes
from lpd_desktop.form.library import form_with_id
from lpd_desktop.plan.addresses import Address, with_blocks
from lpd_desktop.plan.passages import Passage, passages, passages_of
from lpd_desktop.plan.rich_text import Paragraph, Run, Table, text_run
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.word.importing import import_document
from tests.strategies import texts

MENDABLE = set(" \u00a0-–\"„“'’´`.…")
"""All that may be lost or come in new."""


def _shown(text: str) -> str:
    return text.replace("\u00a0", "°")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("zwei  Blanks   hier", "zwei Blanks hier"),
        ("ein Wort , noch eines .", "ein Wort, noch eines."),
        ("„So“ ; 100 € , dann", "„So“; 100°€, dann"),
        ("Was ? Ja ! Und : hier", "Was? Ja! Und: hier"),
        ("( Klammer )", "(Klammer)"),
        ("Mitarbeiter* innen", "Mitarbeiter*innen"),
        ("Bund/ Land", "Bund/Land"),
        ("Arbeit - und zwar gute - zählt", "Arbeit - und zwar gute – zählt"),
        ("Ziel - eine Stelle -- bald", "Ziel – eine Stelle – bald"),
        ("2021 - ein Jahr", "2021 – ein Jahr"),
        ('das "Team" und "mehr"', "das „Team“ und „mehr“"),
        ('("Team")', "(„Team“)"),
        ('„Team"', "„Team“"),
        ("und so weiter...", "und so weiter…"),
        ("wie geht's", "wie geht’s"),
        ("Grimm`sche, Grimm´sche", "Grimm’sche, Grimm’sche"),
        ("§ 16i und §16e, §§ 3 ff.", "§°16i und §°16e, §§°3 ff."),
        ("35.084.802 Euro", "35.084.802°Euro"),
        ("2,4 Mio. Euro und 5 %, 7%, 3€", "2,4°Mio.°Euro und 5°%, 7°%, 3°€"),
        ("z. B. und i. d. R.", "z.°B. und i.°d.°R."),
        ("Ü 25 und U 25", "Ü°25 und U°25"),
        ("ca. 5 und mind. 6, Nr. 7, S. 8", "ca.°5 und mind.°6, Nr.°7, S.°8"),
        ("am 24. Oktober 2021", "am 24.°Oktober 2021"),
        ("am 24. 10. 2021", "am 24.°10.°2021"),
        ("2021-2023 und 25-55 Jahre", "2021–2023 und 25–55 Jahre"),
        ("26 VZÄ, 3 km", "26°VZÄ, 3°km"),
        (
            "So\u00a0fördern\u00a0wir,\u00a0wie\u00a0bisher,\u00a0nach\u00a0§\u00a016i\u00a0SGB\u00a0II\u00a0gern",
            "So fördern wir, wie bisher, nach°§°16i°SGB°II°gern",
        ),
    ],
)
def test_slips_are_mended(typed: str, printed: str) -> None:
    assert _shown(cleaned(typed)) == printed


@pytest.mark.parametrize(
    "text",
    [
        "https://www.beispiel.de/a--b...c?x=1-2",
        "info@beispiel-stadt.de",
        r"C:\Plan - alt\2021-2023.docx",
        "Plan_2021-2023.xlsx",
        "1.400.000,-- und 5,- im Jahr",
        "1 400 000",
        "Tel. 02541 18-90",
        "24.10.2021, 2021-10-24",
        "1 : 152",
        "Ein- und Ausgaben",
        "Aus - und Weiterbildung",
        "u25-Team, 16i-Stellen, 25-jährige, 16-25-Jährige",
        "eine Steigerung - 5.000 mehr als",
        'Rohr von 5" Breite',
        'ein " allein',
        "5%ige Steigerung",
        "ein Satz. Noch ein Satz.",
        "Punkt a) und b)",
        "eins\n- zwei\n- drei",
        "SGB II/III",
        "ISO 9-3",
        "Hilfe :-)",
        "Jahr 2021: 5; 2022: 6",
        "K-5, B-7",
        "das\u00a0sind\u00a0vier\u00a0Wörter",
        "§\u00a016i\u00a0Abs.\u00a02\u00a0Satz\u00a01\u00a0SGB\u00a0II\u00a0gilt",
    ],
)
def test_what_is_right_or_not_certain_stays(text: str) -> None:
    assert _shown(cleaned(text)) == _shown(text)


def test_the_check_names_a_chain_of_words_and_no_place_where_blanks_keep_figures() -> None:
    chain = "Wir beraten alle Menschen vor Ort im Jahr 2023 gut".replace(" ", "\u00a0")
    useful = "§ 16i Abs. 2 SGB II und 1.400.000 €".replace(" ", "\u00a0")
    (found,) = typography_of(chain)
    assert "„Wir°beraten°alle“: feste Leerzeichen zwischen vielen Wörtern." in _shown(found.message)
    assert typography_of(useful) == []


def typography_of(text: str) -> list[Finding]:
    file = sample_file()
    plan = with_blocks(
        file.form, file.plan, Address("A.staff"), (Paragraph("p", (text_run(text),)),)
    )
    found = check_plan(plan, file.work, file.form)
    return [each for each in found if each.rule == TYPOGRAPHY and str(each.where) == "A.staff#p"]


def test_each_place_is_told_with_what_stood_there() -> None:
    found = corrections("Der  Plan , das Amt § 16i")
    assert [(each.start, each.old, each.new) for each in found] == [
        (4, " ", ""),
        (9, " ", ""),
        (21, " ", "\u00a0"),
    ]
    assert [each.names for each in found] == [
        ("mehrere Leerzeichen",),
        ("ein Leerzeichen vor dem Satzzeichen",),
        ("kein festes Leerzeichen",),
    ]


def test_two_slips_between_two_words_are_one_place() -> None:
    (found,) = corrections("Der Plan , § 16i")
    assert found.names == ("ein Leerzeichen vor dem Satzzeichen", "kein festes Leerzeichen")


def _passage(*runs: Run) -> Passage:
    return next(passages_of(Address("A.budget"), (Paragraph("b", runs),)))


def test_places_do_not_count_the_marks_of_footnotes() -> None:
    note = Run(footnote=(text_run("x"),))
    (change,) = slips_in_passage(_passage(text_run("Wort "), note, text_run(" § 5")))
    assert (change.start, change.old, change.new) == (7, " ", "\u00a0")


def test_blanks_at_both_sides_of_a_footnote_are_two_places() -> None:
    note = Run(footnote=(text_run("x"),))
    assert list(slips_in_passage(_passage(text_run("Wort "), note, text_run(" hier")))) == []


def test_cells_of_figures_stay_and_their_captions_do_not() -> None:
    cells = (
        (text_run("12 %"),),
        (text_run("1-2"),),
        (text_run("§ 16i"),),
        (text_run("5 Mio. Euro"),),
    )
    found = passages_of(Address("A.budget"), (Table("t", (cells,)),))
    assert [change.passage.text for each in found for change in slips_in_passage(each)] == ["§ 16i"]


def test_every_slip_has_its_sign() -> None:
    for slip in SLIPS:
        assert slip.sign
    assert {slip.name for slip in MENDED} <= {slip.name for slip in SLIPS}


_PIECES = st.sampled_from(
    [*" \u00a0\n-–—.,;:!?\"'´`„“()/%§€*\ufffc", "  ", "...", "--", "z. B.", "§ 16i", "Ü 25",
     "ca. 5", "2021-2023", "25-55", "5 Mio. Euro", "24. Oktober", "a", "B", "und", "Wort",
     "1.400.000", "7", "www.x.de", "1 400", "24. 10. 2021", "100%", "Euro"]
)  # fmt: skip
_TYPED = st.lists(_PIECES, max_size=25).map("".join)


@given(st.one_of(_TYPED, texts(60, breaks=True)))
@example("a  , b")
@example('"a" - "b"')
def test_letters_and_digits_stay_and_a_second_run_finds_nothing(typed: str) -> None:
    printed = cleaned(typed)
    assert [each for each in printed if each.isalnum()] == [
        each for each in typed if each.isalnum()
    ]
    assert corrections(printed) == []
    for each in corrections(typed):
        assert set(each.old) ^ set(each.new) <= MENDABLE


@given(st.one_of(_TYPED, texts(60, breaks=True)))
def test_the_places_together_give_the_printed_text(typed: str) -> None:
    made = typed
    for each in reversed(corrections(typed)):
        end = each.start + len(each.old)
        assert made[each.start : end] == each.old != each.new
        assert each.old
        assert each.names
        made = made[: each.start] + each.new + made[end:]
    assert made == cleaned(typed)


def test_a_long_text_without_blanks_takes_no_time() -> None:
    started = time.perf_counter()
    for sign in "a-", "a.", "1.", '"', "/a", "0 ", "a@":
        corrections(sign * 20_000)
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize("number", ["000", "001", "002", "004"])
def test_a_published_plan_is_clean_after_one_run(seeds, number: str) -> None:
    data = seeds[number].read_bytes()
    file = import_document(data, seeds[number].name, form_with_id("lpd-2023")).file
    changes = slips_in_plan(file.form, file.plan)
    after = with_changes(file, changes)
    assert changes
    assert slips_in_plan(after.form, after.plan) == []
    for before, now in zip(
        passages(file.form, file.plan), passages(after.form, after.plan), strict=True
    ):
        assert [s for s in now.text if s.isalnum()] == [s for s in before.text if s.isalnum()]
        assert now.kind == before.kind


def test_the_checks_say_the_same_of_a_cleaned_plan(seeds) -> None:
    """No-break spaces and dashes are read as what was typed before."""
    data = seeds["000"].read_bytes()
    file = import_document(data, seeds["000"].name, form_with_id("lpd-2023")).file
    after = with_changes(file, slips_in_plan(file.form, file.plan))
    told = [
        [(each.rule, each.where) for each in check_plan(each_file.plan, file.work, file.form)]
        for each_file in (file, after)
    ]
    assert told[0] == told[1]
