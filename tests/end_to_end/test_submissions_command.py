"""`lpd submissions`: the register; and what the office has set, in `lpd submit`."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import jsonschema
import pytest
from msgspec.structs import replace as changed

from lpd_desktop.editing.office_settings import keep_settings
from lpd_desktop.plan.file import load_lpd, save_lpd
from lpd_desktop.plan.work import Editor
from lpd_desktop.release.states import Actor, move
from lpd_desktop.runtime.account import account_name
from lpd_desktop.runtime.resources import resource
from tests.end_to_end.conftest import Lpd

SIGNED = ("--name", "Erika Muster", "--role", "Leitung", "--place", "Talbrück")
KIM = ("--name", "Kim Vorlage", "--role", "Sekretariat")
PDF = b"%PDF-1.7 Eingang"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "daten"
    monkeypatch.setenv("LPD_DATA", str(folder))
    return folder


@pytest.fixture
def approved(approved: Path, data: Path) -> Path:
    """The approved document, and a folder of data that is the program's own."""
    return approved


def listed(lpd: Lpd) -> list[dict]:
    output = lpd("submissions", "list", "--json").json
    schema = json.loads(resource("submissions-list.schema.json").read_text("utf-8"))
    jsonschema.validate(output, schema)
    return output


def test_a_draft_of_the_store_is_packed_recorded_and_acknowledged(
    lpd: Lpd, plan: Path, approved: Path, tmp_path: Path
) -> None:
    draft = lpd("drafts", "add", plan).out.strip()
    package = lpd("submissions", "package", draft, "-o", tmp_path / "paket", "--way", "upload")
    submission = package.out.strip()
    assert (package.status, "keine Verbindung" in package.err) == (0, True)
    assert [each["step"] for each in listed(lpd)] == ["written"]
    assert lpd("submissions", "record", draft, *KIM).out.strip() == submission
    paper = tmp_path / "Eingang.pdf"
    paper.write_bytes(PDF)
    added = lpd("submissions", "add-paper", submission, paper, "--kind", "acknowledgement")
    (entry,) = listed(lpd)
    assert (entry["step"], entry["way"], entry["draft"]) == ("recorded", "upload", draft)
    assert [(each["id"], each["kind"]) for each in entry["papers"]] == [
        (added.out.strip(), "acknowledgement")
    ]
    back = tmp_path / "zurück.pdf"
    assert lpd("submissions", "take-paper", added.out.strip(), "-o", back).status == 0
    assert back.read_bytes() == PDF
    told = lpd("submissions", "list").out
    assert "eingereicht" in told
    assert "Eingangsbestätigung" in told
    assert lpd("submissions", "remove-paper", added.out.strip()).status == 0
    assert listed(lpd)[0]["papers"] == []


def test_submitting_a_file_leaves_the_register_alone_and_recording_it_does_not(
    lpd: Lpd, plan: Path, approved: Path, tmp_path: Path, data: Path
) -> None:
    assert lpd("submit", plan, "--pdf", approved, "-o", tmp_path / "paket").status == 0
    assert not data.exists()
    first = lpd("submissions", "record", approved)
    assert first.status == 0
    assert lpd("submissions", "record", plan).out == first.out
    (entry,) = listed(lpd)
    assert entry["file_name"] == approved.name


def test_what_may_not_be_recorded_is_refused(
    lpd: Lpd, plan: Path, data: Path, tmp_path: Path
) -> None:
    assert lpd("submissions", "record", plan).status == 1
    assert lpd("submissions", "record", "unbekannt").status == 2
    assert lpd("submissions", "take-paper", "x", "-o", tmp_path / "y").status == 2
    assert not (tmp_path / "y").exists()
    assert listed(lpd) == []


def test_a_begun_hand_over_can_be_given_up(
    lpd: Lpd, plan: Path, approved: Path, tmp_path: Path
) -> None:
    draft = lpd("drafts", "add", plan).out.strip()
    submission = lpd("submissions", "package", draft, "-o", tmp_path / "paket").out.strip()
    assert lpd("submissions", "abandon", submission).status == 0
    assert lpd("submissions", "abandon", submission).status == 1


def test_an_unexpected_or_too_large_paper_is_told(
    lpd: Lpd, plan: Path, approved: Path, tmp_path: Path
) -> None:
    submission = lpd("submissions", "record", approved).out.strip()
    odd, large = tmp_path / "scan.exe", tmp_path / "scan.png"
    odd.write_bytes(b"MZ")
    large.write_bytes(bytes(16 * 1024 * 1024 + 1))
    kept = lpd("submissions", "add-paper", submission, odd, "--kind", "signed_page")
    assert (kept.status, "trotzdem" in kept.err) == (0, True)
    refused = lpd("submissions", "add-paper", submission, large, "--kind", "signed_page")
    assert (refused.status, "16 MB" in refused.err) == (2, True)
    assert len(listed(lpd)[0]["papers"]) == 1


def test_the_settings_of_the_office_are_used_where_the_call_says_nothing(
    lpd: Lpd, plan: Path, approved: Path, data: Path, tmp_path: Path
) -> None:
    keep_settings(
        data,
        {
            "file_name_rule": "{year}-{n}.pdf",
            "recipient_email": "lpd@amt.example",
            "own_name": "Kim Vorlage",
            "own_role": "Sekretariat",
            "hand_over_folder": str(tmp_path / "Ablage"),
        },
    )
    done = lpd("submit", plan, "--json").json
    assert done["file_name"] == "2023-1.pdf"
    assert done["addresses"] == ["lpd@amt.example"]
    assert (tmp_path / "Ablage" / "plan" / "2023-1.pdf").exists()
    assert load_lpd(plan).work.log[-1].name == "Kim Vorlage"
    own = lpd("submit", approved, "--dry-run", "--json", "--to", "andere@amt.example").json
    assert own["addresses"] == ["andere@amt.example"]


def test_the_four_eyes_of_the_office_hold_here_too(
    lpd: Lpd, plan: Path, data: Path, tmp_path: Path
) -> None:
    file = load_lpd(plan)
    editors = (Editor(account="", name="Erika Muster", time="2022-11-07T08:00:00Z"),)
    save_lpd(plan, replace(file, work=changed(file.work, editors=editors)))
    keep_settings(data, {"four_eyes": True})
    refused = lpd("submit", plan, "-o", tmp_path / "paket", *SIGNED)
    assert refused.status == 1
    assert not (tmp_path / "paket").exists()
    keep_settings(data, {"four_eyes": False})
    assert lpd("submit", plan, "-o", tmp_path / "paket", *SIGNED).status == 0


def test_a_submitted_file_is_recorded_with_the_time_of_its_log_and_no_invented_way(
    lpd: Lpd, plan: Path, approved: Path, data: Path
) -> None:
    file = load_lpd(plan)
    then = move(file, "submitted", Actor("A", "B"), "2022-11-12T09:30:00Z")
    save_lpd(plan, then)
    assert lpd("submissions", "record", plan).status == 0
    (entry,) = listed(lpd)
    assert (entry["step_time"], entry["way"]) == ("2022-11-12T09:30:00Z", "unknown")
    told = lpd("submissions", "list").out
    assert "12.11.2022, 10:30 Uhr" in told
    assert "Weg nicht genannt" in told
    assert "E-Mail" not in told


def test_day_and_way_of_a_hand_over_are_what_somebody_names(
    lpd: Lpd, approved: Path, data: Path
) -> None:
    named = ("--date", "14.11.2022", "--way", "post")
    assert lpd("submissions", "record", approved, *KIM, *named).status == 0
    (entry,) = listed(lpd)
    assert (entry["step_time"], entry["way"]) == ("2022-11-14", "post")
    assert "eingereicht 14.11.2022  per Post" in lpd("submissions", "list").out


def test_a_way_is_corrected_beside_what_was_recorded(
    lpd: Lpd, plan: Path, approved: Path, tmp_path: Path
) -> None:
    draft = lpd("drafts", "add", plan).out.strip()
    submission = lpd("submissions", "package", draft, "-o", tmp_path / "paket").out.strip()
    lpd("submissions", "record", draft, *KIM)
    call = ("submissions", "correct", submission, "--way", "upload")
    nobody = lpd(*call)
    assert (nobody.status, "--name und --role" in nobody.err) == (2, True)
    done = lpd(*call, *KIM)
    assert done.status == 0
    assert "„hochgeladen“ statt „per E-Mail“" in done.err
    assert (lpd(*call, *KIM).status, len(listed(lpd)[0]["way_notes"])) == (1, 1)
    (entry,) = listed(lpd)
    (note,) = entry["way_notes"]
    assert (entry["way"], note["way"], note["name"]) == ("upload", "upload", "Kim Vorlage")
    assert "von Kim Vorlage (Sekretariat): „hochgeladen“" in lpd("submissions", "list").out
    unknown = lpd("submissions", "correct", "gibt-es-nicht", "--way", "post", *KIM)
    assert (unknown.status, unknown.err.count("\n")) == (2, 1)


def later(days: int) -> str:
    return (date.today() + timedelta(days)).isoformat()


@pytest.mark.parametrize(
    ("day", "told"), [(later(1), "heute ist der"), ("2022-11-07", "vor der Freigabe (08.11.2022)")]
)
def test_nothing_was_handed_over_on_a_day_to_come_or_before_its_approval(
    lpd: Lpd, plan: Path, approved: Path, day: str, told: str
) -> None:
    for what in (approved, plan):
        done = lpd("submissions", "record", what, *KIM, "--date", day)
        assert (done.status, told in done.err, done.err.count("\n")) == (2, True, 1)
    assert listed(lpd) == []
    assert lpd("drafts", "list").out == ""
    draft = lpd("drafts", "add", plan).out.strip()
    assert lpd("submissions", "record", draft, *KIM, "--date", day).status == 2
    assert lpd("submissions", "record", approved, *KIM, "--date", "2022-11-08").status == 0


def test_a_second_record_changes_nothing_and_says_how_the_first_is_corrected(
    lpd: Lpd, approved: Path, data: Path
) -> None:
    first = ("submissions", "record", approved, *KIM, "--date", "2022-11-14", "--way", "post")
    submission = lpd(*first).out.strip()
    for same in (first, ("submissions", "record", approved)):
        again = lpd(*same)
        assert (again.status, again.out.strip()) == (0, submission)
        assert "es ist nichts geändert" in again.err
    other = lpd(*first[:-4], "--date", "15.11.2022", "--way", "upload", "--recipient", "Amt")
    assert (other.status, other.out, other.err.count("\n")) == (1, "", 1)
    assert "einem anderen Tag, einem anderen Weg und einem anderen Empfänger" in other.err
    assert f"„lpd submissions correct {submission}“" in other.err
    (entry,) = listed(lpd)
    assert (entry["step_time"], entry["way"]) == ("2022-11-14", "post")


def test_the_day_is_corrected_beside_what_was_recorded(
    lpd: Lpd, approved: Path, data: Path
) -> None:
    recorded = lpd("submissions", "record", approved, *KIM, "--date", "2022-11-14")
    call = ("submissions", "correct", recorded.out.strip())
    assert lpd(*call, *KIM).status == 2
    for day in (later(1), "2022-11-07", "2022-02-30"):
        assert lpd(*call, *KIM, "--date", day, "--way", "post").status == 2
    assert lpd(*call, *KIM, "--date", "2022-11-14").status == 1
    done = lpd(*call, *KIM, "--date", "16.11.2022", "--way", "post")
    assert done.status == 0
    assert "„16.11.2022“ statt „14.11.2022“" in done.err
    assert "„per Post“ statt „Weg nicht genannt“" in done.err
    (entry,) = listed(lpd)
    assert (entry["step_time"], entry["way"]) == ("2022-11-16", "post")
    assert [(each["day"], each["name"]) for each in entry["day_notes"]] == [
        ("2022-11-16", "Kim Vorlage")
    ]
    told = lpd("submissions", "list").out
    assert "eingereicht 16.11.2022" in told
    assert "Tag berichtigt" in told


def test_only_what_was_submitted_is_counted_as_a_submission(
    lpd: Lpd, plan: Path, approved: Path, tmp_path: Path
) -> None:
    draft = lpd("drafts", "add", plan).out.strip()
    first = lpd("submissions", "package", draft, "-o", tmp_path / "eins").out.strip()
    assert "0 Einreichungen; dazu 1 geschriebenes Paket" in lpd("submissions", "list").err
    lpd("submissions", "abandon", first)
    lpd("submissions", "package", draft, "-o", tmp_path / "zwei")
    lpd("submissions", "record", draft, *KIM)
    told = lpd("submissions", "list").err
    assert told == "1 Einreichung; dazu 1 aufgegebener Versuch.\n"


def test_who_submits_without_a_name_is_entered_with_the_account(
    lpd: Lpd, plan: Path, approved: Path, tmp_path: Path
) -> None:
    assert lpd("submit", plan, "--pdf", approved, "-o", tmp_path / "paket").status == 0
    entry = load_lpd(plan).work.log[-1]
    assert (entry.event, entry.name, entry.account) == (
        "submitted",
        "Erika Muster",
        account_name(),
    )
    assert entry.account
    assert "aus der Freigabe übernommen" in entry.note


def test_a_paper_keeps_its_long_name_or_its_shortening_is_told(
    lpd: Lpd, plan: Path, approved: Path, tmp_path: Path
) -> None:
    submission = lpd("submissions", "record", approved).out.strip()
    for name, is_kept in ((f"{'ä' * 120}.pdf", True), (f"{'x' * 245}:?.pdf", False)):
        paper = tmp_path / name
        paper.write_bytes(PDF + name.encode())
        done = lpd("submissions", "add-paper", submission, paper, "--kind", "acknowledgement")
        kept = listed(lpd)[0]["papers"][-1]["name"]
        assert (done.status, kept == name, "heißt hier" in done.err) == (0, is_kept, not is_kept)
        back = tmp_path / "zurück" / kept
        back.parent.mkdir(exist_ok=True)
        assert lpd("submissions", "take-paper", done.out.strip(), "-o", back).status == 0


def test_another_way_than_the_planned_one_is_told_when_it_is_recorded(
    lpd: Lpd, plan: Path, approved: Path, tmp_path: Path
) -> None:
    draft = lpd("drafts", "add", plan).out.strip()
    lpd("submissions", "package", draft, "-o", tmp_path / "paket", "--way", "mail")
    lpd("submissions", "record", draft, *KIM, "--way", "post")
    (entry,) = listed(lpd)
    assert (entry["way"], [each["name"] for each in entry["way_notes"]]) == (
        "post",
        ["Kim Vorlage"],
    )


def test_a_package_that_is_gone_is_written_again_byte_for_byte(
    lpd: Lpd, plan: Path, approved: Path, tmp_path: Path, data: Path
) -> None:
    draft, folder = lpd("drafts", "add", plan).out.strip(), tmp_path / "paket"
    words = tmp_path / "worte.txt"
    words.write_text("Guten Tag {names},\nanbei {file}.", "utf-8")
    texts = ("--text", words, "--subject", "Plan {year}", "--with-publishing-copy")
    submission = lpd("submissions", "package", draft, "-o", folder, *texts).out.strip()
    lpd("submissions", "record", draft, *KIM)
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    keep_settings(data, {"mail_text": "Jetzt anders.", "recipient_name": "Anderes Amt"})
    assert "liegt unverändert schon" in lpd("submissions", "again", submission).err
    shutil.rmtree(folder)
    done = lpd("submissions", "again", submission)
    assert (done.status, str(folder) in done.err) == (0, True)
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before
    (folder / "SHA256SUMS.txt").write_text("anders", "utf-8")
    assert lpd("submissions", "again", submission).status == 2
    other = tmp_path / "anderswo"
    assert lpd("submissions", "again", submission, "-o", other).status == 0
    assert {each.name: each.read_bytes() for each in other.iterdir()} == before
    (entry,) = listed(lpd)
    assert (entry["step"], entry["folder"]) == ("recorded", str(other))


def test_what_was_handed_over_without_a_package_gets_one_where_a_folder_is_named(
    lpd: Lpd, plan: Path, approved: Path, tmp_path: Path
) -> None:
    draft = lpd("drafts", "add", plan).out.strip()
    submission = lpd("submissions", "record", draft, *KIM).out.strip()
    refused = lpd("submissions", "again", submission)
    assert (refused.status, "mit -o" in refused.err) == (2, True)
    folder = tmp_path / "paket"
    assert lpd("submissions", "again", submission, "-o", folder).status == 0
    assert (folder / "LPD_2023_Kreis_Talbrueck_v1.pdf").read_bytes() == approved.read_bytes()
