"""Spelling variants, patterns for people, abbreviations that nobody explains."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lpd_desktop.check.language.abbreviations import unexplained_abbreviations
from lpd_desktop.check.language.gender_forms import gender_forms
from lpd_desktop.check.language.spelling import spelling_variants
from lpd_desktop.check.language.vocabulary import vocabulary
from lpd_desktop.plan.model import Jobcenter, Potential
from tests.unit.check.plans import complete, text, with_potential

from .words import found, paragraph, paragraphs, plan_with, quotes_in, table

VARIANTS = [
    (("Der Fokus liegt hier, der Focus dort, der Fokus bleibt.",), "Focus"),
    (("Das ist aufwendig.", "Jenes ist aufwändig, dies aufwendiger."), "aufwändig"),
    (("Selbständige und Selbstständige, auch selbstständig Tätige",), "Selbständige"),
    (("mithilfe der Träger", "mit Hilfe der Träger", "mithilfe des Kreises"), "mit Hilfe der"),
    (("Das ist so, sodass alle kommen, so dass alle bleiben, sodass es gelingt.",), "so dass"),
    (("zurzeit offen", "zur Zeit offen, zurzeit leer"), "zur Zeit"),
    (("aufgrund der Lage", "auf Grund der Lage", "aufgrund dessen"), "auf Grund"),
    (("Arbeitsuchende und Arbeitssuchende und arbeitsuchende Frauen",), "Arbeitssuchende"),
    (("niedrigschwellig und niederschwellige und niedrigschwellige",), "niederschwellige"),
    (("Die eLb, die ELB und die eLb",), "ELB"),
    (("Die eLbs und die ELB und die eLb",), "ELB"),
    (("Das JobCenter und das Jobcenter und das Jobcenter",), "JobCenter"),
    (("per E-Mail oder Email oder E-Mail",), "Email"),
    (("Das Job-Center und das Jobcenter und das Jobcenter",), "Job-Center"),
    (("Das Online-Angebot, das Onlineangebot, das Online-Angebot",), "Onlineangebot"),
    (("Das Online Angebot, das Online-Angebot, die Online-Angebote",), "Online Angebot"),
    (("U25 und U 25 und U25",), "U 25"),
    (("Ü25 und ü25 und Ü25",), "ü25"),
    (("U25, U-25, U25",), "U-25"),
    (("§ 16i und § 16 i SGB II", "nach § 16e"), "§ 16 i"),
    (("§ 16 e und § 16 i", "§ 16h"), "§ 16 e"),
    (("SGB II-Leistungen", "SGB-II-Leistungen", "SGB II-Bezug"), "SGB-II-Leistungen"),
    (("SGB II-Leistungen", "SGB II – Träger", "SGB II-Bezug"), "SGB II – Träger"),
    (("z.B. Kurse, z. B. Gespräche, z.B. Besuche",), "z. B."),
    (("d.h. morgen, d. h. heute, d.h. jetzt",), "d. h."),
    (("node.Alt 3, Node.ALT 3 und node.Alt 3",), "Node.ALT 3"),
    (("node.Alt 3 und n.A.3 und node.Alt 3",), "n.A.3"),
    (("Casemanagement und Case Management und Casemanagement",), "Case Management"),
    (("Leistungsbezieher und Leistungsbeziehende und Leistungsbeziehenden",), "Leistungsbezieher"),
]
NO_VARIANTS = [
    ("eLb und eLbs und eLb-Bestand",),
    ("Der Zeit zur Zeit der Pandemie, zurzeit ist das anders",),
    ("Das Jobcenter und die Jobcenter und die Jobcenter-Leitung",),
    ("Die Beratung im Team, das Beraten, beraten",),
    ("SOLL und Soll, IST und Ist",),
    ("WICHTIG ist, was wichtig ist",),
    ("Aus- und Weiterbildung, Ausbildung und Weiterbildung",),
    ("Kreis Kleve und Kreis Wesel",),
    ("Die Stadt Gemeinden und die Stadt",),
    ("U25 und U27 und Ü55",),
    ("§ 16 i. d. F. vom 01.01. und § 16i",),
    ("§ 16 und § 16i und §§ 16e, 16i",),
    ("SGB II-Leistungen und SGB III-Träger",),
    ("SGB II und SGB XII und SGB II",),
    ("z. B. und u. a. und d. h.",),
    ("z.B. und z.B.",),
    ("C.O.R.A. und C.O.R.A.",),
    ("www.kreis-beispiel.de und info.Kreis",),
    ("Im Amt",),
    ("Maßnahme und Maßnahmen",),
    ("Frauen und Sprache",),
    ("Digitale Beratung, digital beraten",),
    ("Langzeitleistungsbezug und Langzeitleistungsbeziehende",),
    ("eServices",),
    ("15.774.877 Euro und 15 Mio. Euro",),
]
EXPLAINED = [
    "Die Beauftragte für Chancengleichheit (QCA) lädt ein. Die QCA berät.",
    "Die QCA (Beauftragte für Chancengleichheit) lädt ein.",
    "QCA = Beauftragte für Chancengleichheit",
    "Der Vermittlungsservice, kurz QCA, lädt ein.",
    "Der Vermittlungsservice (kurz: QCA) lädt ein.",
    "Der Vermittlungsservice (im Folgenden QCA) lädt ein.",
    "Der Vermittlungsservice („QCA“) lädt ein.",
    "Die QCA, d. h. die Beauftragte, lädt ein.",
    "QCA – Beauftragte für Chancengleichheit",
    "Die QCA lädt ein. Gemeint ist die Beauftragte (QCA).",
    "Das QCA-Team berät. Die Beauftragte (QCA) auch.",
]
KNOWN = [
    "Nach dem SGB II zahlen BMAS und MAGS NRW an IHK, EU und ESF.",
    "Der EGT und der VWT, die eLb und die LZB, die BG und die BGs",
    "Die GmbH und der e. V. und die gGmbH",
    "Teil I, II, III, IV, V, VI und XII",
    "Das SOLL und das Soll, das IST und das Ist",
    "WICHTIG: ALLE TEAMS MACHEN MIT",
    "Die FbW, das AVGS und die BvB",
    "64 VZÄ und 3 VZÄ",
    "K3E1 und K2E3",
    "Das Niveau B2 und A1",
    "In NRW und in der EU",
    "PDF und XML",
    "A und B",
]


@pytest.mark.parametrize(("words", "quote"), VARIANTS)
def test_a_term_in_two_spellings_is_found_at_the_rarer_one(
    words: tuple[str, ...], quote: str
) -> None:
    (finding,) = found(spelling_variants, *paragraphs(*words))
    assert (finding.level, finding.quote) == ("hint", quote)


@pytest.mark.parametrize("words", NO_VARIANTS)
def test_other_words_are_no_variants(words: tuple[str, ...]) -> None:
    assert [each.quote for each in found(spelling_variants, *paragraphs(*words))] == []


def test_the_spelling_of_the_form_is_the_right_one_however_rare() -> None:
    blocks = paragraphs("Das Potenzial und die Potenziale wachsen", "Ein Potential bleibt")
    (finding,) = found(spelling_variants, *blocks)
    assert finding.quote == "Potenzial"
    assert "Vordruck" in finding.suggestion
    assert "„Potenzial“ 1-mal" in finding.message or "2-mal" in finding.message


def test_a_word_that_the_law_spells_so_is_no_variant_of_the_form() -> None:
    assert quotes_in(spelling_variants, "Die Potenzialanalyse nach § 15 SGB II bleibt") == []


def test_two_letters_need_words_only_when_they_come_again() -> None:
    assert quotes_in(unexplained_abbreviations, "Der Wind kommt aus QW.") == []
    assert quotes_in(unexplained_abbreviations, "Die QW berät, die QW hilft.") == ["QW"]


def test_a_word_in_capitals_is_no_variant() -> None:
    assert quotes_in(spelling_variants, "ENTWURF steht auf jedem Entwurf, der Entwurf ist") == []


def test_a_plan_that_spells_as_the_form_does_has_no_finding() -> None:
    assert quotes_in(spelling_variants, "Ein Potential und viele Potentiale") == []
    assert quotes_in(spelling_variants, "Die §§ 16e und 16i, auch § 16i") == []


def test_topics_of_potentials_and_cells_are_read_too() -> None:
    potential = Potential(topic="Post per Email", development=text("Jede E-Mail, jede E-Mail."))
    (finding,) = found(spelling_variants, plan=with_potential(complete(), potential))
    assert finding.where == "C.potentials/1/topic"
    cells = table(("", "U 25"), ("Stellen U25", "4"), ("Fälle U25", "5"))
    (finding,) = found(spelling_variants, cells)
    assert finding.quote == "U 25"


def test_the_message_counts_all_spellings() -> None:
    (finding,) = found(spelling_variants, paragraph("eLb, eLb, ELB, eLB"))
    assert "„eLb“ 2-mal" in finding.message
    assert "„ELB“ 1-mal" in finding.message


def test_each_pair_of_the_list_is_found_in_both_directions() -> None:
    assert len(vocabulary().rivals) > 20
    for first, second in vocabulary().rivals:
        assert first.pattern.pattern != second.pattern.pattern
        assert not first.pattern.search("".join(second.signs))


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("Kund*innen, Kund*innen und Kund:innen", "Kund:innen"),
        ("Kund:innen, Bürger:innen und Träger*innen", "Träger*innen"),
        ("KundInnen, Kund*innen, Bürger*innen", "KundInnen"),
        ("Kund_innen, Kund*innen, Bürger*innen", "Kund_innen"),
        ("Kund/innen, Kund*innen, Bürger*innen", "Kund/innen"),
        ("Kund/-innen, Kund*innen, Bürger*innen", "Kund/-innen"),
        ("Kund(inn)en, Kund*innen, Bürger*innen", "Kund(inn)en"),
        ("Kund*innen, Kund*innen, Kundinnen und Kunden", "Kundinnen und Kunden"),
        ("Bürger*innen, Bürger*in, Bürger und Bürgerinnen", "Bürger und Bürgerinnen"),
        ("Träger:in, Träger:innen, der/die Berater*in", "Berater*in"),
    ],
)
def test_two_patterns_for_people_are_one_finding(words: str, quote: str) -> None:
    assert quotes_in(gender_forms, words) == [quote]


@pytest.mark.parametrize(
    "words",
    [
        "Kund*innen, Träger*innen und Kund*innengruppen",
        "Kundinnen und Kunden, Bürgerinnen und Bürger",
        "Kund*innen sowie Schülerinnen und Schüler",
        "Kund:innen und Ziel: innen wie außen",
        "Beginn: Innenstadt, Kund*innen",
        "Berlin/Innenstadt und Kund*innen",
        "Mitarbeitende und Mitarbeiter*innen",
        "Das Ziel:integrieren und Kund*innen",
        "Kund*innen in der Stadt/im Kreis",
    ],
)
def test_one_pattern_is_fine(words: str) -> None:
    assert quotes_in(gender_forms, words) == []


def test_an_abbreviation_without_words_is_one_hint_at_its_first_place() -> None:
    blocks = paragraphs("Die QCA lädt ein.", "Die QCA und die ZYF beraten.", "Die ZYF auch.")
    first, second = found(unexplained_abbreviations, *blocks)
    assert (first.quote, first.where, first.level) == ("QCA", "A.staff#p1", "hint")
    assert (second.quote, second.where) == ("ZYF", "A.staff#p2")


@pytest.mark.parametrize(
    "words",
    [
        "Die QCA berät.",
        "Die QCA-Stelle",
        "an QcA und",
        "Im QCA.",
        "das QFbX",
        "QCAs beraten.",
        "Die QCA, die ZYF"[:7] + " ist da.",
    ],
)
def test_letters_without_words_are_found(words: str) -> None:
    assert len(quotes_in(unexplained_abbreviations, words)) == 1


@pytest.mark.parametrize("words", EXPLAINED)
def test_an_abbreviation_with_its_words_is_fine_wherever_they_stand(words: str) -> None:
    assert quotes_in(unexplained_abbreviations, words) == []


@pytest.mark.parametrize("words", KNOWN)
def test_what_everybody_knows_needs_no_words(words: str) -> None:
    assert quotes_in(unexplained_abbreviations, words) == []


def test_the_letters_of_the_jobcenter_are_its_name() -> None:
    named = Jobcenter(name="Kreis Beispiel", own_name="Jobcenter QX")
    plan = replace(plan_with(paragraph("Das Jobcenter QX und die QX-Teams")), jobcenter=named)
    assert found(unexplained_abbreviations, plan=plan) == []


def test_words_in_a_table_explain_an_abbreviation() -> None:
    cells = table(("", "Vermittlungsservice (QVS)"), ("Stellen", "8"))
    assert found(unexplained_abbreviations, cells, paragraph("Der QVS berät.")) == []


@given(st.text(alphabet="ABDEFGHKLMabcdefgiklmnoprstuvwz äöüß,.0123456789%€§-*:", max_size=80))
def test_any_text_is_read_without_an_error(words: str) -> None:
    for check in (spelling_variants, gender_forms, unexplained_abbreviations):
        assert all(each in words for each in quotes_in(check, words))
