"""Approval note and signature sheet: who approved, who signs, on pages of their own."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from lpd_desktop.pdf.reading import Element, read_structure
from lpd_desktop.pdf.rendering import render_plan
from lpd_desktop.plan.file import LpdFile, seal_digest
from lpd_desktop.plan.model import PageOptions
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.plan.work import Release
from tests.short_plan import short_plan
from tests.unit.pdf.page_lines import page_lines
from tests.unit.pdf.structure_check import faults_of

needs_pdftotext = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext is not installed"
)
HEAD = Signatory(name="Dr. Ira Beispiel", role="Leitung des Jobcenters")
COUNCIL = Signatory(name="Bo Muster", role="Dezernat für Soziales")
DISTRICT = Signatory(name="Kim Vorlage", role="Landrätin")


@pytest.fixture(scope="session")
def sample() -> LpdFile:
    """What stands before note and sheet does not matter here."""
    return short_plan()


def with_options(file: LpdFile, **options: object) -> LpdFile:
    changed = msgspec.structs.replace(PageOptions(signature_sheet=True), **options)
    return replace(file, plan=msgspec.structs.replace(file.plan, options=changed), release=None)


def approved_by(file: LpdFile, *signatories: Signatory, replaces: str = "") -> LpdFile:
    release = Release(
        version=2 if replaces else 1,
        seal=seal_digest(file),
        signatories=signatories,
        place="Musterstadt",
        date="2022-11-30",
        replaces=replaces,
    )
    return replace(file, release=release)


def texts_of(data: bytes) -> list[str]:
    return [" ".join(text.split()) for _role, text in read_structure(data).texts()]


def tables_of(element: Element) -> list[Element]:
    found = [element] if element.role == "Table" else []
    return found + [
        each for kid in element.kids if isinstance(kid, Element) for each in tables_of(kid)
    ]


def rows_of(table: Element) -> list[list[str]]:
    return [[cell.text for cell in row.kids] for row in table.kids]


def test_everybody_who_approved_stands_in_the_note(sample: LpdFile):
    texts = texts_of(render_plan(approved_by(sample, HEAD, COUNCIL), draft=False).data)
    at = texts.index("Freigegeben durch")
    assert texts[at : at + 8] == [
        "Freigegeben durch",
        "Dr. Ira Beispiel, Leitung des Jobcenters",
        "Mitgezeichnet durch",
        "Bo Muster, Dezernat für Soziales",
        "Ort",
        "Musterstadt",
        "Datum",
        "30.11.2022",
    ]


def test_note_and_cover_name_the_version_that_is_replaced(sample: LpdFile):
    approved = approved_by(sample, HEAD, replaces="ab" * 32)
    texts = texts_of(render_plan(approved, draft=False).data)
    assert "Ersetzt Fassung 1" in texts
    assert "Fassung 1, Siegel abababab" in texts


def test_the_whole_note_stands_on_one_page():
    """The pages of the whole sample leave it too little room on the one before."""
    rendered = render_plan(approved_by(sample_file(), *[HEAD] * 12), draft=False)
    last = [line.text for line in page_lines(rendered.data)[-1]]
    assert last[0] == "Freigabe"
    assert last[-1].endswith("eine Unterschrift ist es nicht.")


def test_the_sheet_has_a_row_for_each_who_approved_or_is_to_sign_and_empty_ones(sample: LpdFile):
    asked = with_options(sample, signers=(DISTRICT, HEAD), signature_lines=2)
    rendered = render_plan(approved_by(asked, HEAD, COUNCIL), draft=False)
    assert faults_of(rendered.data) == []
    sheet = tables_of(read_structure(rendered.data))[-1]
    assert rows_of(sheet) == [
        ["Name und Funktion", "Ort, Datum", "Unterschrift"],
        ["Dr. Ira Beispiel Leitung des Jobcenters", "", ""],
        ["Bo Muster Dezernat für Soziales", "", ""],
        ["Kim Vorlage Landrätin", "", ""],
        ["", "", ""],
        ["", "", ""],
    ]


def test_the_sheet_says_what_is_signed_and_stands_on_a_page_of_its_own(sample: LpdFile):
    asked = with_options(sample, signers=(DISTRICT,))
    rendered = render_plan(asked, draft=True)
    *_others, last = page_lines(rendered.data)
    lines = [line.text for line in last]
    assert lines[0] == "Unterschriften"
    assert "Entwurf" in " ".join(lines[1:3])
    assert len(lines) < 9, lines


def test_a_sheet_without_names_has_one_empty_row(sample: LpdFile):
    rendered = render_plan(with_options(sample), draft=True)
    assert rows_of(tables_of(read_structure(rendered.data))[-1])[1:] == [["", "", ""]]


def test_there_is_room_for_a_signature_in_each_row(sample: LpdFile):
    asked = with_options(sample, signers=(HEAD, COUNCIL, DISTRICT))
    last = page_lines(render_plan(asked, draft=True).data)[-1]
    names = [line.top for line in last if line.text in (HEAD.name, COUNCIL.name, DISTRICT.name)]
    assert len(names) == 3
    assert all(above - below >= 56 for above, below in pairwise(names))


def test_more_signers_than_fit_on_a_page_go_on_with_the_head_repeated(sample: LpdFile):
    many = tuple(Signatory(name=f"Person {n}", role="Amt") for n in range(20))
    rendered = render_plan(with_options(sample, signers=many), draft=True)
    pages = [[line.text for line in page] for page in page_lines(rendered.data)]
    assert "Name und Funktion Ort, Datum Unterschrift" in pages[-1][0]
    assert len(rows_of(tables_of(read_structure(rendered.data))[-1])) == 21


@needs_pdftotext
def test_the_last_line_of_a_final_document_ends_its_footer(sample: LpdFile, tmp_path: Path):
    approved = approved_by(sample, HEAD)
    path = tmp_path / "x.pdf"
    path.write_bytes(render_plan(approved, draft=False).data)
    for options in ([], ["-layout"]):
        text = subprocess.run(
            ["pdftotext", *options, path, "-"], capture_output=True, check=True, text=True
        ).stdout
        footer = text.rstrip().splitlines()[-1]
        seal = approved.release.seal[:8]
        assert footer.endswith(
            f"Jobcenter Kreis Talbrück · Stand: 08.11.2022 · Fassung 1 · Siegel {seal}"
        )
