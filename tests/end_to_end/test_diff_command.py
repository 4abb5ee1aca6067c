"""`lpd diff`."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pikepdf
import pytest
from msgspec.structs import replace as changed

from lpd_desktop.pdf.content_reading import read_page
from lpd_desktop.pdf.reading import read_structure
from lpd_desktop.plan.addresses import Address, blocks_at, with_blocks
from lpd_desktop.plan.file import read_lpd, save_lpd
from lpd_desktop.plan.rich_text import Paragraph, text_run
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import LogEntry, Signatory
from lpd_desktop.release.approval import Approval, approve
from lpd_desktop.runtime.resources import resource
from lpd_desktop.store.draft_store import DraftStore
from tests.end_to_end.conftest import Lpd

STAFF = Address("A.staff")


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """The sample, and the sample with another Stand and one more sentence."""
    file = sample_file()
    old, new = tmp_path / "alt.lpd", tmp_path / "neu.lpd"
    save_lpd(old, file)
    blocks = (*(blocks_at(file.form, file.plan, STAFF) or ()), Paragraph("x", (text_run("Neu."),)))
    plan = with_blocks(file.form, changed(file.plan, as_of="2023-02-01"), STAFF, blocks)
    save_lpd(new, replace(file, plan=plan))
    return old, new


def test_two_plans_that_say_the_same_end_with_zero(lpd: Lpd, two: tuple[Path, Path]) -> None:
    outcome = lpd("diff", two[0], two[0])
    assert (outcome.status, outcome.out) == (0, "")
    assert outcome.err == "Beide Planungsdokumente sagen dasselbe.\n"


def test_what_changed_is_told_without_colour_and_ends_with_one(
    lpd: Lpd, two: tuple[Path, Path]
) -> None:
    outcome = lpd("diff", *two)
    assert outcome.status == 1
    lines = outcome.out.splitlines()
    assert lines[0].startswith("Deckblatt (geändert")
    assert lines[1].startswith("  ~ Stand: [-")
    assert lines[1].endswith("[+01.02.2023+]")
    assert lines[-1] == "  + Neu."
    assert "2 Stellen geändert" in outcome.err


def test_the_output_for_programs_fits_its_schema(lpd: Lpd, two: tuple[Path, Path]) -> None:
    outcome = lpd("diff", *two, "--json")
    schema = json.loads(resource("diff.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(outcome.json)
    assert outcome.status == 1
    assert [place["where"] for place in outcome.json["places"]] == ["cover", "A.staff"]
    (line,) = outcome.json["places"][1]["lines"]
    assert line["pieces"] == [{"sign": "added", "text": "Neu."}]


def _with_staff(path: Path, text: str) -> Path:
    file = sample_file()
    plan = with_blocks(file.form, file.plan, STAFF, (Paragraph("x", (text_run(text),)),))
    save_lpd(path, replace(file, plan=plan))
    return path


def test_cleaned_typography_is_told_by_kind_and_place_and_counts_no_word(
    lpd: Lpd, tmp_path: Path
) -> None:
    old = _with_staff(tmp_path / "alt.lpd", "Nach § 44f sind es 3,9 % von ca. 1,2 Mio. €.")
    new, target = tmp_path / "neu.lpd", tmp_path / "d.pdf"
    assert lpd("typo", old, "--fix", "-o", new).status == 0
    outcome = lpd("diff", old, new)
    lines = outcome.out.replace("\u00a0", " ").splitlines()
    number = next(at for at, line in enumerate(lines) if "§ 44f" in line)
    assert lines[number - 1].endswith("Leerzeichen anders, kein Wort)")
    assert "× Leerzeichen → festes Leerzeichen bei „§ 44f“" in lines[number]
    assert "Wort" not in outcome.err
    counts = lpd("diff", old, new, "--json").json
    assert (counts["words_added"], counts["words_removed"]) == (0, 0)
    assert counts["blanks_changed"] > 1
    lpd("diff", old, new, "-o", target)
    assert "bei „§ 44f“" in _said(target)
    assert "[alt 1" not in _said(target)


def test_soft_hyphens_are_counted_as_unseen_characters(lpd: Lpd, tmp_path: Path) -> None:
    old = _with_staff(tmp_path / "alt.lpd", "Die Leis\u00adtung steigt.")
    new = _with_staff(tmp_path / "neu.lpd", "Die Leistung steigt.")
    outcome = lpd("diff", old, new)
    assert outcome.out.splitlines()[1] == "  ~ weiches Trennzeichen entfallen bei „Leistung“"
    assert "1 unsichtbares Zeichen anders." in outcome.err


def test_a_file_that_is_no_plan_ends_with_two(lpd: Lpd, two: tuple[Path, Path]) -> None:
    two[1].write_text("kein Plan", "utf-8")
    assert lpd("diff", *two).status == 2


def _said(path: Path) -> str:
    texts = read_structure(path.read_bytes()).texts()
    return " ".join(" ".join(text.split()) for _role, text in texts)


def test_a_change_document_tells_old_and_new(
    lpd: Lpd, two: tuple[Path, Path], tmp_path: Path
) -> None:
    target = tmp_path / "änderungen.pdf"
    outcome = lpd("diff", *two, "-o", target)
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.splitlines()[-1] == f"„{target}“ ist geschrieben."
    said = _said(target)
    assert "Änderungen zwischen „alt.lpd“ und „neu.lpd“" in said
    assert "Stand 08.11.2022 01.02.2023" in said
    assert "Absatz, neu: Neu." in said


def test_a_change_document_names_no_folder(
    lpd: Lpd, two: tuple[Path, Path], tmp_path: Path
) -> None:
    target = tmp_path / "d.pdf"
    lpd("diff", *two, "-o", target)
    with pikepdf.open(target) as pdf:
        drawn = [text for page in pdf.pages for text in read_page(page).artifacts]
        plain = "".join([_said(target), *drawn, str(pdf.docinfo["/Title"])])
        assert tmp_path.name not in plain + pdf.Root["/Metadata"].read_bytes().decode()


def test_a_change_document_of_equal_plans_says_so(
    lpd: Lpd, two: tuple[Path, Path], tmp_path: Path
) -> None:
    target = tmp_path / "d.pdf"
    assert lpd("diff", two[0], two[0], "-o", target, "--json").status == 0
    assert "Beide Planungsdokumente sagen dasselbe." in _said(target)


def test_neither_a_source_nor_another_kind_of_file_is_written(
    lpd: Lpd, two: tuple[Path, Path], tmp_path: Path
) -> None:
    before = two[0].read_bytes()
    assert lpd("diff", *two, "-o", two[0]).status == 2
    assert two[0].read_bytes() == before
    assert lpd("diff", *two, "-o", tmp_path / "d.docx").status == 2
    assert not (tmp_path / "d.docx").exists()


@pytest.fixture
def draft(tmp_path: Path, two: tuple[Path, Path]) -> str:
    """A draft with a named point; it was approved, submitted and gone on with since."""
    sample, newer = (read_lpd(path.read_bytes()) for path in two)
    head = Signatory(name="Dr. Ira Beispiel", role="Leitung")
    approval = Approval((head,), "Musterstadt", "2022-11-30")
    approved = approve(sample, approval)
    assert approved.release is not None
    submitted = LogEntry(
        time="2022-12-01T08:00:00Z", event="submitted", detail=approved.release.seal
    )
    work = changed(newer.work, log=(submitted,))
    with DraftStore.open(tmp_path / "data") as store:
        number = store.add(sample)
        store.points.add(number, "named", "Fassung Kreistag")
        store.save_release(number, approved, b"")
        summary = store.summary(number)
        store.save(number, replace(newer, work=work), expected_revision=summary.revision)
    return number


@pytest.mark.parametrize(
    ("state", "name"),
    [
        ("1", "Fassung Kreistag"),
        ("freigabe", "Freigegebene Fassung 1"),
        ("abgabe", "Freigegebene Fassung 1"),
    ],
)
def test_two_states_of_a_draft_are_compared(
    lpd: Lpd, draft: str, tmp_path: Path, state: str, name: str
) -> None:
    data, target = ("--data", tmp_path / "data"), tmp_path / "d.pdf"
    assert lpd(*data, "diff", "--draft", draft, "--from", state, "-o", target).status == 1
    said = _said(target)
    assert f"Änderungen zwischen „{name}“ und „Jetziger Entwurf“" in said
    assert "Absatz, neu: Neu." in said
    assert lpd(*data, "diff", "--draft", draft, "--from", state, "--to", "1").status == 0


@pytest.mark.parametrize(
    "wrong",
    [
        ("plan.lpd",),
        ("--draft", "{draft}"),
        ("--draft", "{draft}", "--to", "1"),
        ("--draft", "{draft}", "--from", "99"),
        ("--draft", "{draft}", "--from", "gestern"),
        ("--draft", "unbekannt", "--from", "1"),
        ("--draft", "{draft}", "--from", "1", "plan.lpd"),
    ],
)
def test_what_cannot_be_compared_ends_with_two_and_one_sentence(
    lpd: Lpd, draft: str, tmp_path: Path, wrong: tuple[str, ...]
) -> None:
    arguments = [each.format(draft=draft) for each in wrong]
    outcome = lpd("--data", tmp_path / "data", "diff", *arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert len(outcome.err.splitlines()) == 1


def test_a_draft_that_was_never_approved_has_no_approval(
    lpd: Lpd, two: tuple[Path, Path], tmp_path: Path
) -> None:
    with DraftStore.open(tmp_path / "data") as store:
        number = store.add(sample_file())
    for state, said in (("freigabe", "noch nie freigegeben"), ("abgabe", "noch keine Fassung")):
        outcome = lpd("--data", tmp_path / "data", "diff", "--draft", number, "--from", state)
        assert outcome.status == 2
        assert said in outcome.err
