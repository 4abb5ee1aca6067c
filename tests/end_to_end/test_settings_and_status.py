"""`lpd settings` and `lpd status` as somebody calls them."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest
from msgspec.structs import replace as changed

from lpd_desktop.cli import main
from lpd_desktop.editing.office_settings import STANDARD, office_settings
from lpd_desktop.form.model import Deadline
from lpd_desktop.plan.file import save_lpd
from lpd_desktop.plan.own_dates import OwnDate
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.runtime.resources import resource
from lpd_desktop.store.draft_store import DraftStore

_DEADLINE = Deadline(date="2022-11-04", label="Abgabe {year}")
_COUNCIL = OwnDate(label="Kreistag", date="2022-10-17")


def dated(*own):
    file = sample_file()
    return replace(
        file,
        form=changed(file.form, deadlines=(_DEADLINE,)),
        work=changed(file.work, dates=own),
    )


def fits_schema(name, output):
    schema = json.loads(resource(f"{name}.schema.json").read_text("utf-8"))
    jsonschema.validate(json.loads(output), schema)
    return json.loads(output)


def test_status_counts_the_days_of_all_drafts_from_a_day(tmp_path, capsys):
    with DraftStore.open(tmp_path) as store:
        store.add(dated(_COUNCIL, OwnDate(label="Beirat")))
    assert main(["--data", str(tmp_path), "status", "--date", "2022-10-20"]) == 0
    first, second, third = capsys.readouterr().out.splitlines()
    assert first.startswith("Montag, 17.10.2022 · seit 3 Tagen vorbei · Kreistag · ")
    assert second.startswith("Freitag, 04.11.2022 · noch 15 Tage · Abgabe 2023 · ")
    assert third.startswith("Tag offen · Beirat · ")


def test_status_of_files_needs_no_store(tmp_path, capsys):
    save_lpd(tmp_path / "plan.lpd", dated(_COUNCIL))
    arguments = ["--data", str(tmp_path / "data"), "status", str(tmp_path / "plan.lpd")]
    assert main([*arguments, "--date", "17.10.2022", "--json"]) == 0
    first, _second = fits_schema("status", capsys.readouterr().out)
    assert (first["label"], first["days"], first["words"]) == ("Kreistag", 0, "heute")
    assert not (tmp_path / "data").exists()


def test_status_keeps_silent_on_what_is_done_unless_all_is_wanted(tmp_path, capsys):
    save_lpd(tmp_path / "plan.lpd", dated(changed(_COUNCIL, done=True)))
    arguments = ["status", str(tmp_path / "plan.lpd"), "--date", "2022-10-20"]
    main(arguments)
    assert "Kreistag" not in capsys.readouterr().out
    main([*arguments, "--all"])
    assert "erledigt · Kreistag" in capsys.readouterr().out


def test_status_says_when_nothing_is_due(tmp_path, capsys):
    assert main(["--data", str(tmp_path), "status"]) == 0
    assert "kein Termin" in capsys.readouterr().err


@pytest.mark.parametrize("day", ["bald", "2022-13-40"])
def test_status_refuses_what_is_no_day(tmp_path, capsys, day):
    assert main(["--data", str(tmp_path), "status", "--date", day]) == 2
    assert "kein Datum" in capsys.readouterr().err


def test_settings_are_shown_set_and_reset(tmp_path, capsys):
    call = ["--data", str(tmp_path), "settings"]
    assert main([*call, "set", "four_eyes", "ja"]) == 0
    assert main([*call, "set", "mail_text", r"Guten Tag,\n\nanbei {title}."]) == 0
    settings = office_settings(tmp_path)
    assert (settings.four_eyes, settings.mail_text) == (True, "Guten Tag,\n\nanbei {title}.")
    capsys.readouterr()
    assert main([*call, "--json"]) == 0
    shown = fits_schema("settings", capsys.readouterr().out)
    assert shown["settings"]["four_eyes"] is True
    assert main([*call, "reset", "four_eyes"]) == 0
    assert not office_settings(tmp_path).four_eyes
    assert main([*call, "reset", "all"]) == 0
    assert office_settings(tmp_path) == STANDARD


def test_settings_for_people_stand_one_in_a_line(tmp_path, capsys):
    assert main(["--data", str(tmp_path), "settings"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "four_eyes: nein" in lines
    assert len(lines) == len(vars(STANDARD))


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("four_eyes", "vielleicht", "ja und nein"),
        ("wishes", "viele", "gibt es nicht"),
        ("recipient_email", "niemand", "keine Adresse"),
    ],
)
def test_settings_refuse_in_one_sentence_and_write_nothing(tmp_path, capsys, key, value, sentence):
    assert main(["--data", str(tmp_path), "settings", "set", key, value]) == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert "Traceback" not in said
    assert not (tmp_path / "office.json").exists()


def test_settings_that_cannot_be_read_are_told_with_status_1(tmp_path, capsys):
    (tmp_path / "office.json").write_text("{")
    assert main(["--data", str(tmp_path), "settings"]) == 1
    assert "lassen sich nicht lesen" in capsys.readouterr().err
