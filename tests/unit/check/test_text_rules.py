"""Placeholders, characters, notes of the import, accepted warnings."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lpd_desktop.check.acknowledgement import acknowledgement_of
from lpd_desktop.check.language.placeholder_words import first_placeholder, placeholder_in_text
from lpd_desktop.plan.characters import characters_table, settable_characters, unsettable
from lpd_desktop.plan.import_rules import EMPTY_POTENTIAL, IMPORT_RULES, UNPLACED
from lpd_desktop.plan.model import Answer, PageOptions, Potential
from lpd_desktop.plan.rich_text import Paragraph, Run, Table, text_run
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.plan.work import ImportNote, UnplacedText, Work
from lpd_desktop.runtime.resources import resource

from .plans import FORM, codes, complete, findings, text, with_potential


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("folgt", "folgt"),
        ("Angaben folgen noch.", "Angaben folgen noch."),
        ("xxx", "xxx"),
        ("Es sind XXX Personen.", "XXX"),
        ("Stand xx.xx.2023", "xx.xx.2023"),
        ("s. o.", "s. o."),
        ("siehe Vorjahr", "siehe Vorjahr"),
        ("wie im Vorjahr", "wie im Vorjahr"),
        ("Leitung: N.N.", "N.N."),
        ("Leitung: N. N. (Nachfolge)", "N. N."),
        ("tbd", "tbd"),
        ("Der Wert ist t.b.d. und offen", "t.b.d."),
        ("…", "…"),
        ("-", "-"),
        ("?", "?"),
        ("Es sind ??? Plätze.", "???"),
        ("Mittel in Höhe von [Betrag] sind da.", "[Betrag]"),
        ("Mittel von [bitte Zahl einfügen] sind da.", "[bitte Zahl einfügen]"),
        ("Hier bitte den Text einfügen", "Hier bitte den Text einfügen"),
        ("Termin: folgt noch", "folgt noch"),
        ("(Zahl folgt)", "(Zahl folgt)"),
        ("Der Anteil […] steigt.", "[…]"),
        ("Der Anteil [...] steigt.", "[...]"),
        ("Die Quote wird noch ergänzt.", "wird noch ergänzt"),
        ("Lorem ipsum dolor", "Lorem ipsum"),
        ("k. A.", "k. A."),
        ("_____", "_____"),
    ],
)
def test_words_that_stand_for_a_text_to_come_are_found(words: str, quote: str) -> None:
    assert placeholder_in_text(words) == quote


@pytest.mark.parametrize(
    "words",
    [
        "Daraus folgt, dass die Beratung früher beginnt.",
        "Im Herbst folgt noch ein zweiter Durchgang.",
        "Auf das Gespräch folgt eine Einladung.",
        "Die Zahlen (s. o.) sind gestiegen.",
        "Wie im Vorjahr liegt der Schwerpunkt auf der Beratung.",
        "„Wir haben […] viel erreicht“, sagt die Leitung.",
        "Die Angebote werden um Abendkurse ergänzt und ausgebaut.",
        "Die Offene Sprechstunde bleibt.",
        "Die Plätze liegen 80 m über NN.",
        "Der Text hat … Lücken, die niemand sieht.",
        "Was wollen wir erreichen?",
        "Das Team dient als Platzhalter für die spätere Stelle.",
        "Maxx und Foxx sind Namen.",
        "Die Ausstattung [vgl. Anlage 2] genügt.",
        "",
    ],
)
def test_ordinary_sentences_hold_no_placeholder(words: str) -> None:
    assert placeholder_in_text(words) == ""


@pytest.mark.parametrize("words", ["-", "–", "./.", "…", "k. A.", "?"])
def test_a_cell_of_a_table_may_hold_a_sign_for_nothing(words: str) -> None:
    cell = (Table("t1", (((text_run(words),),),)),)
    assert codes(complete().with_answer("A.staff", Answer(text=cell))) == []
    paragraph = complete().with_answer("A.staff", Answer(text=text(words)))
    assert codes(paragraph) == ["PLACEHOLDER"]


def test_a_placeholder_is_a_warning_at_its_block() -> None:
    blocks = (*text("Alles gut.", "p1"), *text("Die Zahl ist xxx.", "p2"))
    (found,) = findings(complete().with_answer("A.staff", Answer(text=blocks)))
    assert (found.rule, found.level) == ("PLACEHOLDER", "warning")
    assert (found.where, found.quote) == ("A.staff#p2", "xxx")


@given(st.text(alphabet="abcdefghijklmnopqrstuvwyzäöüß ,;ABDEFGHKLM", max_size=60))
def test_letters_without_x_and_signs_are_no_placeholder_among_words(words: str) -> None:
    if "tbd" not in words.lower() and "noch" not in words:
        assert first_placeholder(f"Wir {words} gut") == ""


def test_a_character_without_a_glyph_is_an_error_with_character_and_place() -> None:
    plan = complete().with_answer("A.staff", Answer(text=text("Gruß an 漢字 von uns", "p3")))
    (found,) = findings(plan)
    assert (found.rule, found.level, found.where) == ("CHARACTER", "error", "A.staff#p3")
    assert "„漢“ (U+6F22) und „字“ (U+5B57)" in found.message


def test_a_footnote_and_the_topic_of_a_potential_are_looked_at_too() -> None:
    noted = (Paragraph("p1", (text_run("Ja, das gilt."), Run(footnote=(text_run("☐"),)))),)
    assert codes(complete().with_answer("A.staff", Answer(text=noted))) == ["CHARACTER"]
    potential = Potential(topic="Post 😀", development=text("Es wird besser."))
    (found,) = findings(with_potential(complete(), potential))
    assert (found.rule, found.where) == ("CHARACTER", "C.potentials/1/topic")


def test_the_advice_speaks_of_one_character_or_of_several() -> None:
    plans = [
        complete().with_answer("A.staff", Answer(text=text(words))) for words in ("漢", "漢字")
    ]
    advice = [findings(plan)[0].suggestion for plan in plans]
    assert [each.rpartition(" ")[2] for each in advice] == ["es.", "sie."]


def test_a_character_in_the_name_of_a_signer_is_an_error_of_the_cover() -> None:
    signer = Signatory(name="漢 Beispiel", role="Leitung")
    plan = replace(complete(), options=PageOptions(signers=(signer,)))
    (found,) = findings(plan)
    assert (found.rule, found.where) == ("CHARACTER", "cover/jobcenter")


@pytest.mark.parametrize(
    "words",
    [
        "Übergröße – „ja“ … 5 € § 16i",
        "Привет",
        "Ελλάδα",
        "Łódź, Çelik",
        "u\u0308ber",
        "a\u00adb\nc",
    ],
)
def test_latin_cyrillic_and_greek_letters_are_set(words: str) -> None:
    assert unsettable(words) == ()


@given(st.text())
def test_a_text_is_settable_exactly_if_each_drawn_character_is(words: str) -> None:
    known = settable_characters()
    strange = unsettable(words)
    assert all(ord(char) not in known for char in strange)
    composed = unicodedata.normalize("NFC", words)
    kept = [char for char in composed if ord(char) in known]
    assert not set(kept) & set(strange)


@given(st.sets(st.integers(min_value=0x20, max_value=0x2FFFF)))
def test_the_table_of_characters_holds_what_was_written(codes_: set[int]) -> None:
    lines = characters_table(codes_).splitlines()[1:]
    ranges = [[int(end, 16) for end in line.split("-")] for line in lines]
    assert {code for first, last in ranges for code in range(first, last + 1)} == codes_


def test_the_table_of_characters_is_that_of_the_fonts() -> None:
    from lpd_desktop.pdf.fonts import settable_characters as held_by_fonts

    delivered = resource("characters.txt").read_text("ascii")
    assert delivered == characters_table(held_by_fonts())


@pytest.mark.parametrize("code", sorted(set(IMPORT_RULES) - {EMPTY_POTENTIAL}))
def test_each_note_of_the_import_becomes_a_finding_with_its_quote(code: str) -> None:
    note = ImportNote(rule=code, where="A.staff", quote="dies und das", done="so")
    (found,) = findings(complete(), work=Work(import_notes=(note,)))
    assert (found.rule, found.level) == (code, IMPORT_RULES[code].level)
    assert found.place == "A Personal"
    assert "{" not in found.message


def test_a_note_without_an_address_names_the_line_of_the_document() -> None:
    work = Work(unplaced=(UnplacedText(text="Ein Absatz " * 30, line=57),))
    (found,) = findings(complete(), work=work)
    assert (found.rule, found.where) == (UNPLACED, "")
    assert found.place == "Dokument, Zeile 57"
    assert len(found.message) < 160


def test_a_note_of_an_empty_potential_stands_until_it_is_filled() -> None:
    note = ImportNote(rule=EMPTY_POTENTIAL, where="C.potentials/1", quote="1. Internes Potential")
    work = Work(import_notes=(note,))
    assert codes(with_potential(complete(), Potential(topic="")), work=work) == [EMPTY_POTENTIAL]
    filled = Potential(topic="Post", development=text("Es wird besser."))
    assert codes(with_potential(complete(), filled), work=work) == []
    assert codes(complete(), work=work) == []


def test_an_accepted_warning_stays_away_until_its_text_changes() -> None:
    plan = complete().with_answer("A.staff", Answer(text=text("Leitung: N.N.", "p1")))
    (found,) = findings(plan)
    accepted = acknowledgement_of(found, FORM, plan, reason="Die Stelle ist ausgeschrieben.")
    work = Work(acknowledged=(accepted,))
    assert codes(plan, work=work) == []
    elsewhere = plan.with_answer("A.budget", Answer(text=text("Ein Satz mehr.")))
    assert codes(elsewhere, work=work) == []
    changed = plan.with_answer("A.staff", Answer(text=text("Leitung neu: N.N.", "p1")))
    assert codes(changed, work=work) == ["PLACEHOLDER"]


def test_an_accepted_note_of_the_import_stays_away_when_the_text_goes_on() -> None:
    notes = tuple(ImportNote(rule="I-JOINED-WORD", where="A.staff", quote=q) for q in "ab")
    work = Work(import_notes=notes)
    first, _second = findings(complete(), work=work)
    accepted = acknowledgement_of(first, FORM, complete(), reason="gesehen")
    later = complete().with_answer("A.staff", Answer(text=text("Es wird weiter geschrieben.")))
    (left,) = findings(later, work=replace(work, acknowledged=(accepted,)))
    assert left.quote == "b"


def test_errors_cannot_be_accepted_away() -> None:
    plan = replace(complete(), as_of="")
    (found,) = findings(plan)
    accepted = acknowledgement_of(found, FORM, plan, reason="egal")
    assert codes(plan, work=Work(acknowledged=(accepted,))) == ["STAND-MISSING"]
