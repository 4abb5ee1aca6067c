"""What lies at the target of a command is replaced only where the command wrote it before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace as changed

from lpd_desktop.pdf.changes.change_story import DOCUMENT_NAME, title_of
from lpd_desktop.pdf.changes.compared_state import ComparedState
from lpd_desktop.plan.file import load_lpd, save_lpd
from lpd_desktop.plan.sample import sample_file
from tests.end_to_end.conftest import Lpd

SIGNED = ("--name", "A", "--role", "B", "--place", "C", "--date", "2022-11-10")
STRANGE = b"%PDF-1.7 something of somebody"


@pytest.mark.parametrize("ending", ["pdf", "xlsx"])
def test_an_export_replaces_its_own_older_file_and_no_other(
    lpd: Lpd, plan: Path, tmp_path: Path, ending: str
) -> None:
    target = tmp_path / f"ziel.{ending}"
    call = ("export", plan, *(["--draft"] if ending == "pdf" else []), "-o", target)
    assert [lpd(*call).status for _ in range(2)] == [0, 0]
    target.write_bytes(STRANGE)
    refused = lpd(*call)
    assert (refused.status, target.read_bytes()) == (2, STRANGE)
    assert "liegt schon eine andere" in refused.err
    assert lpd(*call, "--replace").status == 0
    assert target.read_bytes() != STRANGE


@pytest.mark.parametrize("ending", ["pdf", "docx", "md", "lpd-remarks"])
def test_a_list_of_remarks_replaces_its_own_older_file_and_no_other(
    lpd: Lpd, plan: Path, tmp_path: Path, ending: str
) -> None:
    target = tmp_path / f"ziel.{ending}"
    call = ("remarks", "export", plan, "-o", target)
    assert [lpd(*call).status for _ in range(2)] == [0, 0]
    target.write_bytes(STRANGE)
    assert (lpd(*call).status, target.read_bytes()) == (2, STRANGE)
    assert lpd(*call, "--replace").status == 0


def test_a_file_of_remarks_replaces_only_what_it_holds_itself(
    lpd: Lpd, plan: Path, tmp_path: Path
) -> None:
    def add(path: Path, text: str) -> None:
        at = ("--at", "A.staff", "--text", text, "--name", "Eva")
        assert lpd("remarks", "add", path, *at).status == 0

    target = tmp_path / "ziel.lpd-remarks"
    call = ("remarks", "export", plan, "-o", target)
    add(plan, "Quelle?")
    assert lpd(*call).status == 0
    add(plan, "Noch aktuell?")
    assert lpd(*call).status == 0
    ident = load_lpd(plan).work.remarks[0].id
    assert (
        lpd("remarks", "answer", target, "--id", ident, "--text", "Ja.", "--name", "E").status == 0
    )
    before = target.read_bytes()
    refused = lpd(*call)
    assert (refused.status, target.read_bytes()) == (2, before)
    assert "von denen hier etwas fehlt" in refused.err
    assert refused.err.count("\n") == 1
    assert lpd("remarks", "take", plan, target).status == 0
    assert lpd(*call).status == 0
    other = tmp_path / "neu.lpd"
    lpd("new", "--jobcenter", "Coesfeld", "--year", "2023", "-o", other)
    refused = lpd("remarks", "export", other, "-o", target)
    assert (refused.status, target.read_bytes()) == (2, before)
    assert "anderen Planungsdokument" in refused.err
    assert lpd("remarks", "export", other, "-o", target, "--replace").status == 0


def test_a_change_document_replaces_no_approved_one(
    lpd: Lpd, plan: Path, approved: Path, tmp_path: Path
) -> None:
    before = approved.read_bytes()
    assert lpd("diff", plan, plan, "-o", approved).status == 2
    assert approved.read_bytes() == before
    own = tmp_path / "änderungen.pdf"
    assert [lpd("diff", plan, plan, "-o", own).status for _ in range(2)] == [0, 0]


def test_a_draft_and_another_plan_replace_no_approved_document(
    lpd: Lpd, plan: Path, approved: Path, tmp_path: Path
) -> None:
    before = approved.read_bytes()
    assert lpd("export", plan, "--draft", "-o", approved).status == 2
    other = tmp_path / "anderer.lpd"
    file = sample_file()
    save_lpd(other, type(file)(file.form, changed(file.plan, id="another"), file.work))
    assert lpd("sign-off", other, *SIGNED, "-o", approved).status == 2
    assert approved.read_bytes() == before
    assert load_lpd(other).work.state == "draft"
    assert lpd("export", plan, "-o", approved).status == 0


def test_a_forged_release_is_not_exported(
    lpd: Lpd, plan: Path, approved: Path, tmp_path: Path
) -> None:
    file = load_lpd(plan)
    assert file.release is not None
    forged = changed(file.release, place="Anderswo")
    save_lpd(plan, type(file)(file.form, file.plan, file.work, forged))
    target = tmp_path / "falsch.pdf"
    refused = lpd("export", plan, "-o", target)
    assert (refused.status, target.exists()) == (1, False)
    assert "Anderswo" in refused.err
    assert lpd("submit", plan, "-o", tmp_path / "paket").status == 1
    assert lpd("log", plan, "--verify").status == 1
    assert lpd("verify", plan).status == 1


@pytest.fixture
def next_version(lpd: Lpd, plan: Path, approved: Path) -> Path:
    """The draft of version 2; `approved` is the document of version 1, which was submitted."""
    for state in ("submitted", "returned", "draft"):
        assert lpd("state", plan, "--to", state, "--name", "A", "--role", "B").status == 0
    return plan


def test_the_document_of_a_submitted_version_is_replaced_by_no_later_one(
    lpd: Lpd, next_version: Path, approved: Path
) -> None:
    before, plan = approved.read_bytes(), next_version.read_bytes()
    refused = lpd("sign-off", next_version, *SIGNED, "-o", approved)
    assert (refused.status, approved.read_bytes()) == (2, before)
    assert "eingereichten Fassung 1" in refused.err
    assert refused.err.count("\n") == 1
    assert next_version.read_bytes() == plan
    assert lpd("export", next_version, "--draft", "-o", approved).status == 2
    assert lpd("sign-off", next_version, *SIGNED, "-o", approved, "--replace").status == 0
    assert approved.read_bytes() != before


def test_a_document_that_somebody_wrote_into_is_not_replaced(
    lpd: Lpd, plan: Path, approved: Path, tmp_path: Path
) -> None:
    """A withdrawn approval leaves a document that gives way, unless it holds comments now."""
    draft = tmp_path / "entwurf.pdf"
    assert lpd("export", plan, "-o", draft).status == 0
    assert lpd("state", plan, "--to", "draft", "--name", "A", "--role", "B").status == 0
    for target in (approved, draft):
        whole = target.read_bytes()
        with pikepdf.open(target, allow_overwriting_input=True) as pdf:
            comment = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text)
            pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([comment]))
            pdf.save(target)
        commented, call = target.read_bytes(), ("sign-off", plan, *SIGNED, "-o", target)
        refused = lpd(*call)
        assert (refused.status, target.read_bytes()) == (2, commented)
        assert "verändert" in refused.err
        target.write_bytes(whole)
    assert lpd("sign-off", plan, *SIGNED, "-o", approved).status == 0


def test_the_same_document_is_written_again_also_when_it_was_submitted(
    lpd: Lpd, plan: Path, approved: Path
) -> None:
    before = approved.read_bytes()
    assert lpd("state", plan, "--to", "submitted", "--name", "A", "--role", "B").status == 0
    assert lpd("export", plan, "-o", approved).status == 0
    assert approved.read_bytes() == before


def test_the_example_is_told_in_no_folder_with_other_files_of_its_names(
    lpd: Lpd, tmp_path: Path
) -> None:
    own = tmp_path / "plan.lpd"
    own.write_bytes(STRANGE)
    refused = lpd("demo", "-o", tmp_path)
    assert (refused.status, own.read_bytes()) == (2, STRANGE)
    assert set(tmp_path.iterdir()) == {own}
    told = tmp_path / "beispiel"
    assert [lpd("demo", "-o", told).status for _ in range(2)] == [0, 0]


@pytest.mark.parametrize(
    "call",
    [
        ("sign-off", "{pdf}", *SIGNED, "-o", "{pdf}.neu.pdf"),
        ("state", "{pdf}", "--to", "draft", "--name", "A", "--role", "B"),
        ("budget", "{pdf}", "--from", "{pdf}"),
        ("acknowledge", "{pdf}", "--list"),
        ("budget-versions", "{pdf}"),
        ("look", "{pdf}", "--color", "#7a1f2b"),
        ("import", "{plan}", "--into", "{pdf}", "--only", "A.staff"),
    ],
)
def test_a_pdf_given_for_a_plan_is_named_as_what_it_is(
    lpd: Lpd, plan: Path, approved: Path, call: tuple[str, ...]
) -> None:
    before = approved.read_bytes()
    refused = lpd(*(word.format(pdf=approved, plan=plan) for word in call))
    assert (refused.status, approved.read_bytes()) == (2, before)
    assert "ist ein PDF" in refused.err
    assert ".lpd-Datei" in refused.err
    assert refused.err.count("\n") == 1


def test_a_refusal_of_a_pdf_says_whether_kind_or_title_or_plan_is_another(
    lpd: Lpd, plan: Path, tmp_path: Path
) -> None:
    later, target = tmp_path / "später.lpd", tmp_path / "änderungen.pdf"
    later.write_bytes(plan.read_bytes())
    named = tmp_path / "anders & so.lpd"
    named.write_bytes(plan.read_bytes())
    assert lpd("diff", plan, named, "-o", target).status == 0
    of_other_states = lpd("diff", plan, later, "-o", target)
    assert of_other_states.status == 2
    assert f"liegt schon ein PDF mit anderem Titel ({_title(plan, named)});" in of_other_states.err
    of_other_kind = lpd("export", plan, "--draft", "-o", target)
    assert of_other_kind.status == 2
    assert "liegt schon ein PDF von anderer Art;" in of_other_kind.err
    assert lpd("export", plan, "--draft", "-o", target, "--replace").status == 0
    file = load_lpd(plan)
    save_lpd(later, replace(file, plan=changed(file.plan, id="another")))
    of_other_plan = lpd("export", later, "--draft", "-o", target)
    assert of_other_plan.status == 2
    assert "liegt schon das PDF eines anderen Planungsdokuments;" in of_other_plan.err


def _title(old: Path, new: Path) -> str:
    states = (ComparedState(load_lpd(each), each.name) for each in (old, new))
    return f"{DOCUMENT_NAME}: {title_of(*states)}"
