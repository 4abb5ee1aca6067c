"""`lpd submit`: what is handed over, what is refused, and what an interrupted call leaves."""

from __future__ import annotations

import email
import email.policy
import hashlib
import json
import os
import re
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from msgspec.structs import replace as changed

from lpd_desktop.plan.file import load_lpd, save_lpd
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.release import file_submission, package_folder
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.resources import resource
from tests.end_to_end.conftest import SIGNED, Lpd

DAY = ("--date", "2022-11-08")
NAME = "LPD_2023_Kreis_Talbrueck_v1.pdf"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Paket für MAGS"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def beside(folder: Path) -> set[str]:
    return {path.name for path in folder.parent.iterdir()}


def test_the_package_holds_the_document_a_mail_its_words_and_digests(
    lpd: Lpd, approved: Path, folder: Path
) -> None:
    done = lpd("submit", approved, "-o", folder, "--to", "lpd@amt.example")
    assert done.status == 0
    assert "keine Verbindung" in done.err
    files = contents(folder)
    assert set(files) == {
        NAME,
        "LPD_2023_Kreis_Talbrueck_v1.eml",
        "LPD_2023_Kreis_Talbrueck_v1_Begleittext.txt",
        "SHA256SUMS.txt",
    }
    assert files[NAME] == approved.read_bytes()
    told = dict(
        reversed(line.split("  ")) for line in files["SHA256SUMS.txt"].decode().split("\n")[:-1]
    )
    assert told == {
        name: hashlib.sha256(data).hexdigest()
        for name, data in files.items()
        if name != "SHA256SUMS.txt"
    }
    words = files["LPD_2023_Kreis_Talbrueck_v1_Begleittext.txt"].decode("utf-8-sig")
    assert hashlib.sha256(files[NAME]).hexdigest() in words
    assert "lpd@amt.example" in words


def test_the_mail_is_a_draft_with_one_pdf_and_tells_nothing_of_this_machine(
    lpd: Lpd, approved: Path, folder: Path
) -> None:
    lpd("submit", approved, "-o", folder, "--to", "a@amt.example; b@amt.example")
    raw = (folder / "LPD_2023_Kreis_Talbrueck_v1.eml").read_bytes()
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    assert mail["X-Unsent"] == "1"
    assert [address.addr_spec for address in mail["To"].addresses] == [
        "a@amt.example",
        "b@amt.example",
    ]
    assert mail["Subject"] == "Lokales Planungsdokument 2023, Kreis Talbrück, 1. Fassung"
    assert set(mail.keys()) == {"X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"}
    (attached,) = mail.iter_attachments()
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_filename() == NAME
    assert attached.get_content() == approved.read_bytes()
    body = mail.get_body(("plain",))
    assert body is not None
    assert "Erika Muster (Leitung)" in body.get_content()
    assert max(len(line) for line in raw.split(b"\r\n")) <= 78
    assert b"\n" not in raw.replace(b"\r\n", b"")


def test_the_same_package_again_changes_nothing(lpd: Lpd, approved: Path, folder: Path) -> None:
    lpd("submit", approved, "-o", folder)
    before = contents(folder)
    again = lpd("submit", approved, "-o", folder)
    assert again.status == 0
    assert "unverändert schon" in again.err
    assert contents(folder) == before


def test_a_folder_with_something_else_is_left_alone(lpd: Lpd, approved: Path, folder: Path) -> None:
    folder.mkdir()
    (folder / "Notizen.txt").write_text("privat")
    refused = lpd("submit", approved, "-o", folder)
    assert refused.status == 2
    assert "Notizen.txt" in refused.err
    (folder / "Notizen.txt").unlink()
    (folder / NAME).write_bytes(b"anderes")
    assert lpd("submit", approved, "-o", folder).status == 2
    assert contents(folder) == {NAME: b"anderes"}


def test_an_empty_folder_takes_the_package(lpd: Lpd, approved: Path, folder: Path) -> None:
    folder.mkdir()
    assert lpd("submit", approved, "-o", folder).status == 0
    assert NAME in contents(folder)


def test_a_dry_run_prints_the_name_and_writes_nothing(
    lpd: Lpd, approved: Path, folder: Path
) -> None:
    before = beside(folder)
    told = lpd("submit", approved, "--dry-run")
    assert told.status == 0
    assert re.match(r"LPD_2023_[A-Za-z_]+_v1\.pdf ", told.out)
    assert lpd("submit", approved, "--dry-run", "-o", folder).status == 0
    assert beside(folder) == before


def test_the_json_follows_its_schema(lpd: Lpd, approved: Path, plan: Path, folder: Path) -> None:
    schema = json.loads(resource("submit.schema.json").read_text("utf-8"))
    dry = lpd("submit", approved, "--dry-run", "--json").json
    done = lpd("submit", plan, "--pdf", approved, "-o", folder, "--json").json
    for output in (dry, done):
        jsonschema.validate(output, schema)
    assert (dry["is_written"], dry["state"], dry["folder"]) == (False, "approved", "")
    assert (done["is_written"], done["state"]) == (True, "submitted")
    assert done["files"][0]["sha256"] == hashlib.sha256(approved.read_bytes()).hexdigest()


def test_nothing_but_an_unchanged_approved_document_is_handed_over(
    lpd: Lpd, approved: Path, plan: Path, folder: Path, tmp_path: Path
) -> None:
    draft, copy, blank = (tmp_path / name for name in ("d.pdf", "w.pdf", "b.pdf"))
    lpd("export", plan, "--draft", "-o", draft)
    lpd("export", approved, "--without-data", "-o", copy)
    lpd("export", "--blank", "--year", "2023", "-o", blank)
    broken = tmp_path / "broken.pdf"
    data = bytearray(approved.read_bytes())
    data[len(data) // 2] ^= 1
    broken.write_bytes(bytes(data))
    before = beside(folder)
    for document in (draft, copy, blank, broken):
        refused = lpd("submit", document, "-o", folder)
        assert (document.name, refused.status) == (document.name, 1)
        assert len(refused.err.splitlines()) == 1
    assert beside(folder) == before


def test_a_pdf_of_another_program_is_no_plan(lpd: Lpd, folder: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "x.pdf"
    foreign.write_bytes(b"%PDF-1.4\n%%EOF\n")
    assert lpd("submit", foreign, "-o", folder).status == 2
    assert not folder.exists()


def test_a_draft_with_an_error_is_refused_and_nothing_is_written(
    lpd: Lpd, plan: Path, folder: Path
) -> None:
    file = load_lpd(plan)
    save_lpd(plan, replace(file, plan=changed(file.plan, topics=())))
    before, around = plan.read_bytes(), beside(folder)
    for more in ((), SIGNED):
        refused = lpd("submit", plan, "-o", folder, *more)
        assert refused.status == 1
        assert "Fehler" in refused.err
    assert plan.read_bytes() == before
    assert beside(folder) == around


def test_a_draft_without_errors_is_not_handed_over_without_approval(
    lpd: Lpd, plan: Path, folder: Path
) -> None:
    before = plan.read_bytes()
    refused = lpd("submit", plan, "-o", folder)
    assert refused.status == 1
    assert "freigegeben" in refused.err
    assert plan.read_bytes() == before
    assert not folder.exists()


def test_check_approval_package_and_state_follow_each_other_in_one_call(
    lpd: Lpd, plan: Path, folder: Path
) -> None:
    assert lpd("submit", plan, "-o", folder, *SIGNED, *DAY).status == 0
    file = load_lpd(plan)
    assert [entry.event for entry in file.work.log if entry.state] == ["approved", "submitted"]
    assert lpd("verify", folder / NAME).status == 0
    assert lpd("log", plan, "--verify").status == 0
    assert lpd("export", plan, "-o", folder.parent / "again.pdf").status == 0
    assert (folder.parent / "again.pdf").read_bytes() == (folder / NAME).read_bytes()


def test_who_hands_over_is_logged_and_otherwise_who_approved(
    lpd: Lpd, approved: Path, plan: Path, folder: Path, tmp_path: Path
) -> None:
    second = tmp_path / "zweite.lpd"
    second.write_bytes(plan.read_bytes())
    named = ("--name", "Kim Vorlage", "--role", "Sekretariat")
    assert lpd("submit", plan, "--pdf", approved, "-o", folder, *named).status == 0
    assert lpd("submit", second, "-o", tmp_path / "anderes").status == 0
    assert load_lpd(plan).work.log[-1].name == "Kim Vorlage"
    last = load_lpd(second).work.log[-1]
    assert (last.name, "Freigabe" in last.note) == ("Erika Muster", True)


def test_the_document_of_another_approval_does_not_fit(
    lpd: Lpd, approved: Path, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "anderer.lpd"
    save_lpd(other, sample_file())
    lpd("sign-off", other, *SIGNED, "--date", "2022-11-09", "-o", tmp_path / "a.pdf")
    before = other.read_bytes()
    refused = lpd("submit", other, "--pdf", approved, "-o", folder)
    assert refused.status == 1
    assert "gehört nicht" in refused.err
    assert other.read_bytes() == before
    assert not folder.exists()


def test_the_publishing_copy_goes_along_where_it_is_wanted(
    lpd: Lpd, approved: Path, folder: Path
) -> None:
    assert lpd("submit", approved, "-o", folder, "--with-publishing-copy").status == 0
    copy = folder / "LPD_2023_Kreis_Talbrueck_v1_Veroeffentlichung.pdf"
    assert "Veröffentlichungsfassung" in lpd("verify", copy).out


def second_version(lpd: Lpd, plan: Path, approved: Path, folder: Path) -> Path:
    """The plan comes back and is approved as second version, with one sentence more."""
    who = ("--name", "Erika Muster", "--role", "Leitung")
    assert lpd("submit", plan, "--pdf", approved, "-o", folder).status == 0
    for state in ("returned", "draft"):
        assert lpd("state", plan, "--to", state, *who).status == 0
    file = load_lpd(plan)
    save_lpd(plan, replace(file, plan=changed(file.plan, as_of="2022-12-01")))
    target = plan.with_name("zweite.pdf")
    assert lpd("sign-off", plan, *SIGNED, "--date", "2022-12-01", "-o", target).status == 0
    return target


def test_what_replaces_a_version_brings_its_changes_along(
    lpd: Lpd, plan: Path, approved: Path, folder: Path, tmp_path: Path
) -> None:
    second = second_version(lpd, plan, approved, folder)
    from_plan, from_pdf = tmp_path / "zwei", tmp_path / "drei"
    assert lpd("submit", plan, "-o", from_plan).status == 0
    changes = from_plan / "LPD_2023_Kreis_Talbrueck_v2_Aenderungen.pdf"
    assert "Änderungsdokument" in lpd("verify", changes).out
    assert lpd("submit", second, "-o", from_pdf, "--replaces", approved).status == 0
    assert contents(from_pdf) == contents(from_plan)
    refused = lpd("submit", second, "-o", tmp_path / "vier", "--replaces", second)
    assert refused.status == 1
    assert not (tmp_path / "vier").exists()


def test_own_rule_and_words_are_used_and_unknown_fields_are_told(
    lpd: Lpd, approved: Path, folder: Path, tmp_path: Path
) -> None:
    words = tmp_path / "text.txt"
    words.write_text("Guten Tag,\nanbei {file} von {jobcenter}.\n", "utf-8")
    given = ("--file-name", "{year} Übersicht {n}", "--text", words, "--subject", "LPD {year}")
    assert lpd("submit", approved, "-o", folder, *given).status == 0
    assert (folder / "2023_Uebersicht_1.pdf").exists()
    text = (folder / "2023_Uebersicht_1_Begleittext.txt").read_text("utf-8-sig")
    assert "anbei 2023_Uebersicht_1.pdf von Kreis Talbrück." in text
    for wrong in (("--file-name", "{jahr}.pdf"), ("--subject", "{wer}"), ("--to", "kein Postfach")):
        refused = lpd("submit", approved, "-o", tmp_path / "y", *wrong)
        assert refused.status == 2
        assert "„" in refused.err
    assert not (tmp_path / "y").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("--pdf", "x.pdf"),
        ("--name", "Kim"),
        ("--place", "Talbrück"),
    ],
)
def test_what_belongs_to_a_plan_is_refused_for_a_pdf(
    lpd: Lpd, approved: Path, folder: Path, words: tuple[str, str]
) -> None:
    assert lpd("submit", approved, "-o", folder, *words).status == 2
    assert not folder.exists()


def test_without_a_folder_nothing_is_begun(lpd: Lpd, approved: Path) -> None:
    refused = lpd("submit", approved)
    assert refused.status == 2
    assert "-o" in refused.err


class KilledError(BaseException):
    """Stands for the end of the process at one place."""


def break_at(monkeypatch: pytest.MonkeyPatch, place: object, name: str, error) -> None:
    def broken(*_arguments: object, **_options: object) -> None:
        raise error

    monkeypatch.setattr(place, name, broken)


def test_where_the_package_cannot_be_written_the_plan_stays_a_draft(
    lpd: Lpd, plan: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = plan.read_bytes()
    break_at(monkeypatch, file_submission, "write_package", LpdError("kein Platz"))
    assert lpd("submit", plan, "-o", folder, *SIGNED).status == 2
    assert plan.read_bytes() == before
    assert beside(folder) == {plan.name}


def test_where_the_plan_cannot_be_written_there_is_no_package(
    lpd: Lpd, plan: Path, approved: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, around = plan.read_bytes(), beside(folder)
    real = Path.replace

    def refused(self: Path, target: Path) -> Path:
        if Path(target).name == plan.name:
            raise PermissionError(13, "")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refused)
    assert lpd("submit", plan, "--pdf", approved, "-o", folder).status == 2
    assert plan.read_bytes() == before
    assert beside(folder) == around


def test_a_call_that_ended_among_the_files_is_taken_up_and_told(
    lpd: Lpd, approved: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process ends: nothing tidies up behind it."""
    with monkeypatch.context() as patched:
        written = package_folder._write_new

        def killed(path: Path, data: bytes) -> None:
            if path.suffix == ".txt":
                raise KilledError
            written(path, data)

        patched.setattr(package_folder, "_write_new", killed)
        patched.setattr(package_folder.shutil, "rmtree", lambda *_a, **_o: None)
        with pytest.raises(KilledError):
            lpd("submit", approved, "-o", folder)
    assert not folder.exists()
    assert any("uebergabe" in name for name in beside(folder))
    again = lpd("submit", approved, "-o", folder)
    assert "unterbrochen" in again.err
    assert "(2 von 4)" in again.err
    assert len(contents(folder)) == 4
    assert not any("uebergabe" in name for name in beside(folder))


def test_a_call_that_ended_before_the_state_was_noted_is_completed(
    lpd: Lpd, plan: Path, folder: Path, tmp_path: Path
) -> None:
    lpd("submit", plan, "-o", folder, *SIGNED, *DAY)
    whole = contents(folder)
    file = load_lpd(plan)
    log = file.work.log[:-1]
    save_lpd(plan, replace(file, work=changed(file.work, state="approved", log=log)))
    again = lpd("submit", plan, "-o", folder)
    assert again.status == 0
    assert "nachgeholt" in again.err
    assert load_lpd(plan).work.state == "submitted"
    assert contents(folder) == whole


def test_a_file_of_a_package_that_is_missing_is_added(
    lpd: Lpd, approved: Path, folder: Path
) -> None:
    lpd("submit", approved, "-o", folder)
    before = contents(folder)
    (folder / NAME).unlink()
    again = lpd("submit", approved, "-o", folder)
    assert "(3 von 4)" in again.err
    assert contents(folder) == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights do not bind this account")
def test_a_place_without_rights_is_told_in_a_sentence(
    lpd: Lpd, approved: Path, tmp_path: Path
) -> None:
    closed = tmp_path / "zu"
    closed.mkdir(mode=0o500)
    refused = lpd("submit", approved, "-o", closed / "Paket")
    assert refused.status == 2
    assert "Rechte" in refused.err


def test_the_package_alone_leaves_the_plan_approved_and_says_so(
    lpd: Lpd, plan: Path, approved: Path, folder: Path
) -> None:
    before = plan.read_bytes()
    done = lpd("submit", plan, "-o", folder, "--package-only")
    assert (done.status, plan.read_bytes()) == (0, before)
    assert "nichts festgehalten" in done.err
    assert NAME in contents(folder)
    told = lpd("submit", plan, "-o", folder).err
    assert "hält fest: eingereicht" in told
    assert "jetzt selbst" in told
    assert load_lpd(plan).work.state == "submitted"


def test_the_package_alone_approves_no_draft(lpd: Lpd, plan: Path, folder: Path) -> None:
    before = plan.read_bytes()
    refused = lpd("submit", plan, *SIGNED, *DAY, "-o", folder, "--package-only")
    assert (refused.status, plan.read_bytes()) == (2, before)
    assert not folder.exists()


def test_damaged_settings_do_not_switch_four_eyes_off(
    lpd: Lpd, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "daten"
    data.mkdir()
    (data / "office.json").write_text("{")
    monkeypatch.setenv("LPD_DATA", str(data))
    target = tmp_path / "freigegeben.pdf"
    call = ("sign-off", plan, *SIGNED, *DAY, "-o", target)
    refused = lpd(*call)
    assert (refused.status, target.exists()) == (2, False)
    assert "office.json" in refused.err
    assert load_lpd(plan).work.state == "draft"
    (data / "office.json").unlink()
    told = lpd(*call, "--four-eyes")
    assert told.status == 0
    assert "verglichen wurde nichts" in told.err
