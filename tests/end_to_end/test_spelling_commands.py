"""`lpd spell` and `lpd dict`."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from msgspec.structs import replace as changed

from lpd_desktop.check.spelling import dictionary_files
from lpd_desktop.plan.addresses import text_fields, with_blocks
from lpd_desktop.plan.file import LpdFile, save_lpd
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.runtime.resources import resource
from tests.end_to_end.command_line import PROJECT, Outcome, run_lpd, run_process

TINY = PROJECT / "tests" / "data" / "dictionaries"


@pytest.fixture
def lpd(monkeypatch, isolated_data_folder):
    """The command line on a machine whose only dictionary lies in the data folder."""
    monkeypatch.setattr(dictionary_files, "system_folders", lambda: ())
    shutil.copytree(TINY, isolated_data_folder / "dictionaries")
    return lambda *arguments: run_lpd(monkeypatch, *arguments)


def only(text: str) -> LpdFile:
    """The sample with this one sentence and nothing else."""
    file = sample_file()
    plan = changed(file.plan, potentials=())
    fields = list(text_fields(file.form, plan))
    for number, (address, _) in enumerate(fields):
        blocks = (paragraph(text),) if number == 0 else ()
        plan = with_blocks(file.form, plan, address, blocks)
    return replace(file, plan=plan)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.lpd"
    save_lpd(path, only("Die Beratnug nutzt eine Förderzielmatrx; die Beratnug ist gut."))
    return path


def unknown(outcome: Outcome) -> list[str]:
    assert outcome.status == 0, outcome.err
    return [each["word"] for each in outcome.json["unknown"]]


def test_unknown_words_come_with_place_count_and_suggestions(lpd, plan) -> None:
    outcome = lpd("spell", plan, "--json")
    schema = json.loads(resource("spell.schema.json").read_text("utf-8"))
    jsonschema.validate(outcome.json, schema)
    found = {each["word"]: each for each in outcome.json["unknown"]}
    assert found["Beratnug"]["count"] == 2
    assert found["Beratnug"]["suggestions"][0] == "Beratung"
    assert found["Beratnug"]["place"] == "A Budget"
    assert found["Beratnug"]["where"].startswith("A.budget#")


def test_people_read_one_line_for_each_word(lpd, plan) -> None:
    outcome = lpd("spell", plan)
    assert "Beratnug, 2-mal · A Budget → Beratung" in outcome.out
    assert "unbekannte Wörter von" in outcome.err


def test_an_added_word_is_reported_no_more_until_it_is_removed(lpd, plan) -> None:
    assert "Förderzielmatrx" in unknown(lpd("spell", plan, "--json"))
    assert lpd("dict", "add", "Förderzielmatrx").status == 0
    assert lpd("dict", "list").out == "Förderzielmatrx\n"
    assert "Förderzielmatrx" not in unknown(lpd("spell", plan, "--json"))
    assert lpd("dict", "remove", "Förderzielmatrx").status == 0
    assert "Förderzielmatrx" in unknown(lpd("spell", plan, "--json"))


def test_the_list_of_the_office_counts_as_well(lpd, plan, tmp_path) -> None:
    office = tmp_path / "Haus Wörter.txt"
    office.write_text("Beratnug\n", encoding="utf-8")
    assert lpd("dict", "office", office).status == 0
    assert "Beratnug" not in unknown(lpd("spell", plan, "--json"))
    assert lpd("dict", "office").status == 0
    assert "Beratnug" in unknown(lpd("spell", plan, "--json"))


def test_an_office_list_that_went_away_is_said_and_stops_nothing(lpd, plan, tmp_path) -> None:
    office = tmp_path / "words.txt"
    office.write_text("Beratnug\n", encoding="utf-8")
    lpd("dict", "office", office)
    office.unlink()
    outcome = lpd("spell", plan, "--json")
    assert "nicht erreichbar" in outcome.err
    assert "Beratnug" in unknown(outcome)


def test_an_office_list_that_is_not_there_is_refused_and_changes_nothing(
    lpd, tmp_path, isolated_data_folder
) -> None:
    outcome = lpd("dict", "office", tmp_path / "missing.txt")
    assert outcome.status == 2
    assert "nicht erreichbar" in outcome.err
    assert not (isolated_data_folder / "spelling.json").exists()


def test_words_ignored_in_the_document_are_not_reported(lpd, tmp_path) -> None:
    file = only("Die Beratnug ist gut.")
    path = tmp_path / "plan.lpd"
    save_lpd(path, replace(file, work=changed(file.work, ignored_words=("Beratnug",))))
    assert unknown(lpd("spell", path, "--json")) == []


def test_what_is_not_one_word_is_refused(lpd) -> None:
    outcome = lpd("dict", "add", "zwei Wörter")
    assert outcome.status == 2
    assert "einzeln" in outcome.err


def test_removing_what_is_not_in_the_list_is_said(lpd) -> None:
    outcome = lpd("dict", "remove", "Quabbel")
    assert outcome.status == 1
    assert "Quabbel" in outcome.err


def test_no_dictionary_is_one_sentence_that_says_what_to_do(
    lpd, plan, isolated_data_folder
) -> None:
    shutil.rmtree(isolated_data_folder / "dictionaries")
    outcome = lpd("spell", plan)
    assert outcome.status == 2
    assert outcome.err.count("\n") == 1
    assert "de_DE.dic" in outcome.err


def test_a_damaged_dictionary_is_one_sentence(lpd, plan, isolated_data_folder) -> None:
    (isolated_data_folder / "dictionaries" / "de_DE.dic").write_bytes(b"\x00\xff" * 100)
    outcome = lpd("spell", plan)
    assert outcome.status == 2
    assert "beschädigt" in outcome.err
    assert "Traceback" not in outcome.err


def test_the_doctor_names_the_dictionary(lpd, isolated_data_folder) -> None:
    assert "Wörterbuch: de_DE im Datenordner" in lpd("doctor").out
    (isolated_data_folder / "dictionaries" / "de_DE.dic").write_bytes(b"")
    broken = lpd("doctor")
    assert broken.status == 1
    shutil.rmtree(isolated_data_folder / "dictionaries")
    assert lpd("doctor").status == 0


def test_the_command_line_serves_the_window_as_in_the_frozen_program(tmp_path) -> None:
    outcome = run_process("dict", "serve", TINY, "de_DE")
    assert (outcome.status, outcome.out) == (0, '{"type":"done"}\n')
