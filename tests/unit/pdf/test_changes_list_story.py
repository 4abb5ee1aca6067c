"""The list of changes behind the approval note of a version that replaces another."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from lpd_desktop.pdf.accessibility.checking import check_pdf
from lpd_desktop.pdf.edition import PUBLISHING
from lpd_desktop.pdf.reading import read_structure
from lpd_desktop.pdf.rendering import render_edition, render_plan
from lpd_desktop.pdf.self_check import SelfCheckError
from lpd_desktop.plan.file import LpdFile, seal_digest
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.plan.work import Release, ReleasedChange
from tests.unit.pdf.test_approval_story import rows_of, tables_of, texts_of


def change(place: str, sentence: str) -> ReleasedChange:
    return ReleasedChange(where="A.staff", place=place, words_in=2, words_out=1, sentence=sentence)


def second(file: LpdFile, changes: tuple[ReleasedChange, ...] | None) -> LpdFile:
    release = Release(
        version=2,
        seal=seal_digest(file),
        signatories=(Signatory(name="A. Probe", role="Leitung"),),
        place="Musterstadt",
        date="2022-11-30",
        replaces="ab" * 32,
        changes=changes,
    )
    return replace(file, release=release)


CHANGES = (
    change("A Personal", "geändert: 2 Wörter neu, 1 Wort entfallen."),
    change("A Budget, Tabelle", "Zeile „Verwaltung“, 2023: 12.000 € statt 11.000 €."),
)


def test_each_change_is_a_row_with_its_place_as_heading(sample: LpdFile) -> None:
    data = render_plan(second(sample, CHANGES), draft=False).data
    table = tables_of(read_structure(data))[-1]
    assert [[" ".join(cell.split()) for cell in row] for row in rows_of(table)] == [
        ["Stelle", "Änderung"],
        *([each.place, each.sentence] for each in CHANGES),
    ]
    assert {cell.role for row in table.kids[1:] for cell in row.kids[:1]} == {"TH"}
    assert "Änderungen gegenüber Fassung 1" in texts_of(data)


def test_the_list_is_in_contents_and_breaks_no_rule(sample: LpdFile) -> None:
    many = tuple(change(f"Stelle {n}", "geändert: " + "Wort " * 40 + ".") for n in range(60))
    data = render_plan(second(sample, many), draft=False).data
    assert check_pdf(data) == ()
    assert texts_of(data).count("Änderungen gegenüber Fassung 1") >= 1


@pytest.mark.parametrize(
    ("changes", "said"), [((), True), (None, False)], ids=["nothing changed", "no list"]
)
def test_without_changes_it_says_so_and_without_a_list_nothing(
    sample: LpdFile, changes: tuple[ReleasedChange, ...] | None, *, said: bool
) -> None:
    texts = texts_of(render_plan(second(sample, changes), draft=False).data)
    assert ("Die Daten beider Fassungen sind dieselben." in texts) is said
    assert ("Änderungen gegenüber Fassung 1" in texts) is said


def test_the_copy_to_be_published_has_the_list_too(sample: LpdFile) -> None:
    data = render_edition(second(sample, CHANGES), PUBLISHING).data
    assert CHANGES[1].sentence in texts_of(data)


def test_a_list_that_lost_a_row_does_not_go_out(
    sample: LpdFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lpd_desktop.pdf import approval_story

    kept = approval_story.add_changes_list

    def forgetful(story, parent, release):
        kept(story, parent, msgspec.structs.replace(release, changes=release.changes[:1]))

    monkeypatch.setattr(approval_story, "add_changes_list", forgetful)
    with pytest.raises(SelfCheckError):
        render_plan(second(sample, CHANGES), draft=False)
