"""Names of documents that every system takes, whatever the Jobcenter is called."""

from __future__ import annotations

import re
import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as changed

from lpd_desktop.form.jobcenters import all_jobcenters
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.plan.work import Release
from lpd_desktop.release.file_names import (
    DEFAULT_RULE,
    LONGEST,
    FileNameError,
    check_rule,
    file_name,
)
from lpd_desktop.release.hand_over_fields import NAME_FIELDS, TemplateError

SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\.pdf")
DEVICES = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"{name}{n}" for name in ("COM", "LPT") for n in range(10)),
}


def named(name: str, number: str = "05554", version: int = 1) -> LpdFile:
    file = sample_file()
    jobcenter = changed(file.plan.jobcenter, name=name, number=number, own_name="")
    release = Release(
        version=version,
        seal="0123456789abcdef" * 4,
        signatories=(Signatory(name="Erika Muster", role="Leitung"),),
        place="Talbrück",
        date="2022-11-08",
    )
    return replace(file, plan=changed(file.plan, jobcenter=jobcenter), release=release)


@pytest.mark.parametrize(
    ("name", "rule", "wanted"),
    [
        ("Städteregion Aachen", DEFAULT_RULE, "LPD_2023_Staedteregion_Aachen_v1.pdf"),
        (
            "Kreis Düren",
            "LPD_{year}_{number}_{jobcenter}_v{n}",
            "LPD_2023_05554_Kreis_Dueren_v1.pdf",
        ),
        ("Kreis Gütersloh", "{date} {jobcenter}.PDF", "2022-11-08_Kreis_Guetersloh.pdf"),
        ("Straße / Łódź", "{jobcenter}_{seal}.pdf", "Strasse_Lodz_01234567.pdf"),
        ("Δοκιμή", DEFAULT_RULE, "LPD_2023_v1.pdf"),
        ("con", "{jobcenter}", "LPD_con.pdf"),
        ("nul.txt", "{jobcenter}", "LPD_nul.txt.pdf"),
    ],
)
def test_a_name_follows_its_rule(name: str, rule: str, wanted: str) -> None:
    assert file_name(rule, named(name)) == wanted


def test_an_empty_rule_is_the_usual_one_and_a_field_without_value_leaves_no_gap() -> None:
    assert file_name("  ", named("Kreis Unna")) == "LPD_2023_Kreis_Unna_v1.pdf"
    assert file_name("{number}_{jobcenter}", named("Kreis Unna", "")) == "Kreis_Unna.pdf"


def test_all_jobcenters_have_a_name_of_their_own() -> None:
    names = {file_name(DEFAULT_RULE, named(each.name)) for each in all_jobcenters()}
    assert len(names) == len(all_jobcenters()) == 53
    assert all(SAFE.fullmatch(name) for name in names)


def test_a_long_name_is_cut_and_its_version_stays() -> None:
    name = file_name(DEFAULT_RULE, named("Zweckverband " * 30, version=12))
    assert len(name) <= LONGEST
    assert name.startswith("LPD_2023_Zweckverband")
    assert name.endswith("_v12.pdf")


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("{jahr}", "{jahr}"),
        ("{year", "allein"),
        ("{year!r}", "nur das Feld allein"),
        ("{year:>50000000}", "nur das Feld allein"),
        ("{year.__class__}", "unbekannt"),
        ("{0}", "unbekannt"),
        ("{}", "unbekannt"),
        ("ordner/{year}", "„/“"),
        ("C:{year}", "„:“"),
        ("{year}\n", "Steuerzeichen"),
        ("...", "nichts"),
        ("x" * 60, "zu lang"),
    ],
)
def test_a_rule_that_gives_no_name_is_refused_in_a_sentence(rule: str, told: str) -> None:
    with pytest.raises(TemplateError, match=re.escape(told)):
        check_rule(rule)


def test_a_rule_with_a_forbidden_sign_is_an_error_of_names() -> None:
    with pytest.raises(FileNameError):
        file_name("a?b", named("Kreis Unna"))


rules = st.lists(
    st.one_of(
        st.sampled_from([f"{{{name}}}" for name in NAME_FIELDS]),
        st.text(alphabet=string.ascii_letters + string.digits + " _-.äÖß", max_size=8),
    ),
    max_size=6,
).map("".join)


@given(rule=rules, name=st.text(max_size=200), number=st.text(max_size=40))
def test_every_name_is_safe_everywhere_or_its_rule_is_refused(
    rule: str, name: str, number: str
) -> None:
    try:
        found = file_name(rule, named(name, number))
    except TemplateError:
        return
    assert SAFE.fullmatch(found)
    assert len(found) <= LONGEST
    assert found.partition(".")[0].upper() not in DEVICES
