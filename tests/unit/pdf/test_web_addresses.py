"""Addresses in texts: one link over all their lines, parted without a hyphen."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from lpd_desktop.pdf.accessibility.checking import check_pdf
from lpd_desktop.pdf.comparison import text_differences
from lpd_desktop.pdf.reading import Element, read_structure
from lpd_desktop.pdf.rendering import render_plan
from lpd_desktop.pdf.web_addresses import addresses_in
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import Paragraph, Run
from tests.unit.pdf.conftest import with_text
from tests.unit.pdf.page_lines import DIVISION, page_lines

LONG = (
    "https://www.jobcenter.example/arbeitsmarkt/eingliederung/langzeitleistungsbeziehende/"
    "vermittlungsunterstützung?bereich=markt-und-integration&jahr=2023#massnahmen"
)


def rendered(sample: LpdFile, *runs: Run) -> tuple[LpdFile, bytes]:
    file = with_text(sample, (Paragraph("p", runs),))
    return file, render_plan(file, draft=True).data


def links_of(element: Element) -> list[Element]:
    found = [element] if element.role == "Link" else []
    return found + [
        each for kid in element.kids if isinstance(kid, Element) for each in links_of(kid)
    ]


def targets_of(data: bytes) -> list[str]:
    with pikepdf.open(BytesIO(data)) as pdf:
        annotations = [each for page in pdf.pages for each in page.get("/Annots", [])]
        return [str(each["/A"]["/URI"]) for each in annotations if "/A" in each]


def test_a_long_address_is_one_link_over_its_lines_and_gets_no_hyphen(sample: LpdFile):
    file, data = rendered(sample, Run(text=f"Näheres steht unter {LONG}. Danach mehr."))
    assert check_pdf(data) == ()
    assert text_differences(data, file) == []
    lines = [line.text for page in page_lines(data)[2:] for line in page]
    at = next(index for index, line in enumerate(lines) if "https" in line)
    assert "".join(lines[at : at + 3]).find(LONG.removeprefix("https://")) > 0
    assert not any(DIVISION in line for line in lines)
    assert [each.text for each in links_of(read_structure(data))][-1] == LONG
    targets = targets_of(data)
    assert len(targets) >= 2
    assert set(targets) == {LONG.replace("ü", "%C3%BC")}


def test_mail_and_bare_addresses_lead_somewhere_too(sample: LpdFile):
    _file, data = rendered(sample, Run(text="Mail: info@amt.example, Seite: (www.amt.example/x)."))
    assert targets_of(data) == ["mailto:info@amt.example", "https://www.amt.example/x"]


def test_emphasis_stays_in_an_address(sample: LpdFile):
    file, data = rendered(sample, Run(text="vorn "), Run(text="www.amt.example", bold=True))
    assert text_differences(data, file) == []
    assert targets_of(data) == ["https://www.amt.example"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("siehe www.amt.example.", "www.amt.example"),
        ("(https://amt.example/a_(b))", "https://amt.example/a_(b)"),
        ("„https://amt.example“", "https://amt.example"),
        ("a.b-c@d-e.example;", "a.b-c@d-e.example"),
        ("https://amt.example/a,b, und", "https://amt.example/a,b"),
    ],
)
def test_signs_of_the_sentence_are_no_part_of_an_address(text: str, shown: str):
    (address,) = addresses_in(text)
    assert text[address.start : address.end] == address.shown == shown


@pytest.mark.parametrize(
    ("runs", "target"),
    [
        (("https://www.amt.example/an", "trag"), "https://www.amt.example/antrag"),
        (("siehe https://x.exam", "ple/halb", " dort"), "https://x.example/halb"),
        (("vorn ww", "w.amt.example", "."), "https://www.amt.example"),
        (("info", "@", "amt.example"), "mailto:info@amt.example"),
    ],
)
def test_an_address_is_found_over_changes_of_style(
    sample: LpdFile, runs: tuple[str, ...], target: str
):
    styled = [Run(text=text, italic=number % 2 == 1) for number, text in enumerate(runs)]
    file, data = rendered(sample, *styled)
    assert check_pdf(data) == ()
    assert text_differences(data, file) == []
    assert targets_of(data) == [target]
    (shown,) = (each.text for each in links_of(read_structure(data)) if "example" in each.text)
    assert target.endswith(shown.strip())


def test_the_mark_of_a_footnote_ends_an_address(sample: LpdFile):
    note = Run(footnote=(Run(text="Stand 2022"),))
    _file, data = rendered(sample, Run(text="www.amt.example/a"), note, Run(text="bc"))
    assert targets_of(data) == ["https://www.amt.example/a"]


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u2060"])
def test_what_is_invisible_is_no_part_of_where_an_address_leads(sample: LpdFile, unseen: str):
    web, mail = f"www.amt.example/for{unseen}mular", f"in{unseen}fo@am{unseen}t.example"
    _file, data = rendered(sample, Run(text=f"{web} oder {mail}"))
    assert targets_of(data) == ["https://www.amt.example/formular", "mailto:info@amt.example"]


@pytest.mark.parametrize("text", ["Kund@innen", "www. ", "@", "a://", "Beruf und Alter"])
def test_other_words_are_no_addresses(text: str):
    assert list(addresses_in(text)) == []
