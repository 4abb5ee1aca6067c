"""Which words are known: lists, gender forms, hyphens, compounds, capitals."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from lpd_desktop.check.spelling.dictionary import extended_path
from lpd_desktop.check.spelling.field_words import field_words, forms_of
from lpd_desktop.check.spelling.judging import Judge
from lpd_desktop.check.spelling.tokens import tokens_of
from tests.unit.check.spelling.dictionaries import WordSet, system_judge

PLAIN = """
Angebot Arbeit Arbeitgeber Aufgabe Aus Beratung Berechtigter Bildung Bildungen Budget Frau Fall
Gewerbe Integration Kunde Kundin Kundinnen Leistung Leistungsberechtigter Nehmer Pädagoge Prozess
Vermittlung Wirtschaft Zufriedenheit aus die eine einen jede jeder nach und weiter
"""


@pytest.fixture
def judge() -> Judge:
    return Judge(WordSet(PLAIN), field_words())


@pytest.mark.parametrize(
    "word",
    [
        "Beratung",
        "Jobcenter",
        "Jobcentern",
        "Arbeitsuchenden",
        "Coesfeld",
        "Coesfelder",
        "passgenaue",
        "Passgenaue",
        "VZÄ",
        "BGs",
        "16i",
        "3-Jahres-Budget",
        "BERATUNG",
        "JOBCENTER",
    ],
)
def test_dictionary_field_names_abbreviations_and_capitals_are_known(judge, word) -> None:
    assert judge.knows(word)


@pytest.mark.parametrize(
    "word",
    [
        "Kund*innen",
        "Kund:innen",
        "Kund_innen",
        "KundInnen",
        "Kund*in",
        "Leistungsberechtigte:r",
        "eine:n",
        "jede*r",
        "Kund*innenzufriedenheit",
        "Jobcenter-Kund*innen",
    ],
)
def test_forms_for_all_genders_are_known_by_the_words_they_stand_for(judge, word) -> None:
    assert judge.knows(word)


@pytest.mark.parametrize("word", ["Knud*innen", "Kund*inen", "Kund*innenzufridenheit", "jedde*r"])
def test_slips_in_such_forms_are_not(judge, word) -> None:
    assert not judge.knows(word)


@pytest.mark.parametrize(
    "word",
    ["EGT-Budget", "Aus-", "-nehmer", "Leistungs-", "SGB-II-Leistung", "Beratungs-Angebot"],
)
def test_hyphenated_words_are_known_part_by_part(judge, word) -> None:
    assert judge.knows(word)


@pytest.mark.parametrize(
    "word", ["EGT-Buget", "EGT-budget", "-nehmmer", "Leistugs-", "AGT-beratung"]
)
def test_a_wrong_part_makes_the_whole_word_wrong(judge, word) -> None:
    assert not judge.knows(word)


@pytest.mark.parametrize(
    "word",
    [
        "Integrationsprozess",
        "Vermittlungsaufgabe",
        "Langzeitbildung",
        "Fallmanagement",
        "Frauencoaching",
        "Gewerbecontrolling",
        "beratungsorientierte",
    ],
)
def test_compounds_of_known_parts_with_a_certain_joint_are_known(judge, word) -> None:
    if word == "Frauencoaching":
        judge.accept(["Frauen"])
    assert judge.knows(word)


@pytest.mark.parametrize(
    "word",
    [
        "Integrationprozess",
        "Integrationsprozes",
        "Integratonsprozess",
        "INtegrationsprozess",
        "integrationsprozess",
        "Beratungcoaching",
        "beratungsangebot",
        "Wirtschaftkunde",
    ],
)
def test_compounds_without_their_joint_or_in_small_letters_are_not(judge, word) -> None:
    assert not judge.knows(word)


def test_accepted_words_count_alone_and_as_parts(judge) -> None:
    judge.accept(["Quabbelfax"])
    assert judge.knows("Quabbelfax")
    assert judge.knows("EGT-Quabbelfax")
    assert judge.knows("Integrationsquabbelfax")
    assert not judge.knows("quabbelfax")


def test_a_listed_word_in_small_letters_may_begin_a_sentence(judge) -> None:
    judge.accept(["quabbelig"])
    assert judge.knows("Quabbelig")


def test_entries_of_the_list_stand_for_their_forms() -> None:
    assert set(forms_of("Wort|s|e")) == {"Wort", "Worts", "Worte"}
    assert "passgenauem" in set(forms_of("passgenau~"))
    assert {"nah", "näherem"} <= set(forms_of("nah~")) | set(forms_of("näh~er"))


def test_the_word_list_holds_no_entry_twice_and_nothing_that_is_no_word() -> None:
    from lpd_desktop.runtime.resources import resource

    lines = resource("spelling/sgb2_words.txt").read_text("utf-8").splitlines()
    entries = [entry for line in lines if not line.startswith("#") for entry in line.split()]
    assert [entry for entry, count in Counter(entries).items() if count > 1] == []
    assert max(map(len, lines)) <= 100
    for entry in entries:
        assert all(len(tokens_of(form.strip("-"))) >= 1 for form in forms_of(entry))


@pytest.mark.parametrize(
    ("folder", "opened"),
    [
        ("C:\\Wörter Büch", "\\\\?\\C:\\Wörter Büch"),
        ("\\\\server\\freigabe\\dict", "\\\\?\\UNC\\server\\freigabe\\dict"),
        ("\\\\?\\C:\\dict", "\\\\?\\C:\\dict"),
    ],
)
def test_windows_paths_are_those_that_take_umlauts_and_shares(folder: str, opened: str) -> None:
    assert extended_path(Path(folder), is_windows=True) == opened


OWN_TEXT = """
Die Jobcenter im Kreis Unna und in der StädteRegion beraten Kund*innen nach § 16i SGB II. Ab 2024
richtet jedes Team sein EGT-Budget neu aus; die Kennzahlensteuerung und das Fachcontrolling
begleiten die Maßnahmeplanung. Langzeitleistungsbeziehende und Alleinerziehende erhalten Coaching,
Kinderbetreuung sowie Aus- und Weiterbildung. Die Integrationsfachkräfte (5,5 VZÄ) arbeiten mit
Bildungsträgern, Arbeitgeber:innen und der Jugendberufsagentur zusammen, z. B. bei
Qualifizierungsangeboten nach dem Teilhabechancengesetz; vgl. www.beispiel.de/bericht.pdf.
"""


def test_a_text_of_the_field_has_no_unknown_word() -> None:
    judge = system_judge()
    unknown = {token.word for token in tokens_of(OWN_TEXT) if not judge.knows(token.word)}
    assert unknown == {"StädteRegion"}


@pytest.fixture(scope="module")
def seed_words(seeds) -> set[str]:
    texts = [path.read_text("utf-8") for path in seeds.values()]
    return {token.word for text in texts for token in tokens_of(text)}


def test_of_the_words_of_the_real_plans_fewer_than_forty_are_unknown(seed_words) -> None:
    judge = system_judge()
    unknown = [word for word in seed_words if not judge.knows(word)]
    assert len(seed_words) > 2500
    assert len(unknown) < 40


_UMLAUTS = {"ä": "a", "ö": "o", "ü": "u", "a": "ä", "o": "ö", "u": "ü", "ß": "ss"}


def slip(word: str, rng: random.Random) -> str:
    """One typical slip of the pen in a word."""
    place = rng.randrange(1, len(word) - 1)
    umlauts = [number for number, letter in enumerate(word) if letter in _UMLAUTS]
    kind = rng.choice(["swap", "double", "missing", "umlaut", "case"])
    if kind == "umlaut" and umlauts:
        number = rng.choice(umlauts)
        return word[:number] + _UMLAUTS[word[number]] + word[number + 1 :]
    if kind == "case" and word[0].isupper():
        return word[0].lower() + word[1:]
    if kind == "double":
        return word[: place + 1] + word[place:]
    if kind == "missing":
        return word[:place] + word[place + 1 :]
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def test_planted_slips_are_still_found() -> None:
    """Of 600 slips that are no words by chance, 97 in a hundred stay unknown."""
    judge, rng = system_judge(), random.Random(16)
    known = sorted(
        word
        for word in field_words().words | set(OWN_TEXT.split())
        if word.isalpha() and len(word) >= 5 and not word.isupper() and judge.knows(word)
    )
    slips = []
    while len(slips) < 600:
        word = rng.choice(known)
        wrong = slip(word, rng)
        if wrong != word and not judge._dictionary.knows(wrong) and wrong not in known:
            slips.append(wrong)
    accepted = [wrong for wrong in slips if judge.knows(wrong)]
    assert len(accepted) <= 18, accepted
