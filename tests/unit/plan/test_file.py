"""The .lpd file: strict, stable, sealed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace as changed

from lpd_desktop.form.library import form_for_year
from lpd_desktop.plan import file as file_module
from lpd_desktop.plan.file import (
    HalfCharacterError,
    LpdFile,
    NewerPlanError,
    NotAPlanError,
    load_lpd,
    read_lpd,
    save_lpd,
    seal_digest,
    write_lpd,
    write_published,
)
from lpd_desktop.plan.file_schema import lpd_file_schema
from lpd_desktop.plan.model import Jobcenter
from lpd_desktop.plan.new import new_file
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import Release, Signatory, Work
from lpd_desktop.runtime.resources import resource
from tests.extent import examples
from tests.strategies import lpd_files

SCHEMA = json.loads(resource("lpd-file.schema.json").read_text("utf-8"))


@pytest.fixture
def sample() -> bytes:
    return write_lpd(sample_file())


@settings(max_examples=examples(10, 25))
@given(lpd_files())
def test_reading_what_was_written_gives_the_same_file_and_the_same_bytes(file: LpdFile) -> None:
    data = write_lpd(file)
    assert read_lpd(data) == file
    assert write_lpd(read_lpd(data)) == data


def test_what_nobody_asked_for_leaves_no_word_in_the_file(sample: bytes) -> None:
    assert b'"text_below"' not in sample
    assert b'"chart"' not in sample


@settings(max_examples=examples(6, 15))
@given(lpd_files())
def test_every_file_that_is_written_fits_the_schema(file: LpdFile) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(write_lpd(file)))


def test_the_schema_in_resources_is_that_of_the_types() -> None:
    assert json.loads(json.dumps(lpd_file_schema())) == SCHEMA


@settings(max_examples=examples(6, 15))
@given(lpd_files())
def test_what_lies_in_work_never_reaches_what_is_sealed_or_published(file: LpdFile) -> None:
    bare = LpdFile(file.form, file.plan, release=file.release)
    assert seal_digest(file) == seal_digest(bare)
    assert write_published(file) == write_published(bare)
    assert set(json.loads(write_published(file))) == {"schema", "form", "plan", "release"}


def test_the_file_has_sorted_keys_two_blanks_and_one_final_newline(sample: bytes) -> None:
    text = sample.decode("utf-8")
    assert text.startswith('{\n  "form": {\n')
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")
    assert "Eingliederung" in text
    assert json.dumps(json.loads(text), sort_keys=True, indent=2, ensure_ascii=False) + "\n" == text


def test_what_a_file_spells_out_or_leaves_out_stays_as_it_stood(sample: bytes) -> None:
    raw = json.loads(sample)
    raw["plan"]["potentials"] = [{"topic": "Nur ein Thema"}]
    raw["plan"].pop("options", None)
    raw["plan"]["answers"]["A.staff"] = {
        "text": [{"id": "b1", "type": "paragraph", "runs": [{"text": "x", "bold": False}]}]
    }
    data = (json.dumps(raw, sort_keys=True, indent=2, ensure_ascii=False) + "\n").encode()
    assert write_lpd(read_lpd(data)) == data


def test_the_seal_holds_for_the_data_as_they_were_written_not_as_they_are_understood(
    sample: bytes,
) -> None:
    raw = json.loads(sample)
    raw["plan"]["potentials"] = [{"topic": "Nur ein Thema"}]
    bare = read_lpd(json.dumps(raw).encode())
    seal = seal_digest(bare)
    sealed = read_lpd(write_lpd(replace(bare, release=_release(seal))))
    assert seal_digest(sealed) == seal
    assert seal_digest(read_lpd(write_published(sealed))) == seal


def test_only_the_part_that_changed_is_written_anew(sample: bytes) -> None:
    raw = json.loads(sample)
    raw["plan"]["potentials"] = [{"topic": "Nur ein Thema"}]
    file = read_lpd(json.dumps(raw).encode())
    remarked = replace(file, work=changed(file.work, state="in_review"))
    written = json.loads(write_lpd(remarked))
    assert written["plan"] == raw["plan"]
    assert written["work"]["state"] == "in_review"


def test_an_attachment_without_work_gets_an_empty_one(sample: bytes) -> None:
    file = read_lpd(write_published(read_lpd(sample)))
    assert file.plan == read_lpd(sample).plan
    assert file.work == Work()


def test_an_attachment_with_a_release_is_approved_and_no_draft(sample: bytes) -> None:
    sealed = replace(read_lpd(sample), release=_release("0" * 64))
    file = read_lpd(write_published(sealed))
    assert file.work == Work(state="approved")
    assert json.loads(write_lpd(file))["work"]["state"] == "approved"


def _json_with(change: Callable[[dict[str, Any]], object]) -> bytes:
    raw = json.loads(write_lpd(new_file(form_for_year(2023), Jobcenter(name="Kreis Auental"))))
    change(raw)
    return json.dumps(raw).encode()


BAD = {
    "nothing": b"",
    "blanks": b"  \n",
    "no JSON": b"{]",
    "a list": b"[1, 2]",
    "a number": b"5",
    "an empty object": b"{}",
    "UTF-16": "{}".encode("utf-16"),
    "binary": bytes(range(256)),
    "half a file": _json_with(lambda raw: None)[:500],
    "deep nesting": b"[" * 100_000,
    "schema as text": _json_with(lambda raw: raw.update(schema="1")),
    "schema zero": _json_with(lambda raw: raw.update(schema=0)),
    "schema true": _json_with(lambda raw: raw.update(schema=True)),
    "unknown part": _json_with(lambda raw: raw.update(extra=1)),
    "unknown key": _json_with(lambda raw: raw["plan"].update(extra=1)),
    "missing id": _json_with(lambda raw: raw["plan"].pop("id")),
    "wrong type": _json_with(lambda raw: raw["plan"].update(as_of=5)),
    "a share that is no number": _json_with(
        lambda raw: next(
            identity
            for section in raw["form"]["sections"]
            for item in section["items"]
            for identity in item.get("identities", ())
            if "percent" in identity
        ).update(percent="viel")
    ),
    "unknown state": _json_with(lambda raw: raw["work"].update(state="lost")),
    "null": _json_with(lambda raw: raw.update(plan=None)),
    "lone surrogate": _json_with(lambda raw: raw["plan"].update(as_of="\ud800")),
    "not a number": _json_with(lambda raw: None).replace(b'"year": 2023', b'"year": NaN'),
    "a fraction": _json_with(lambda raw: None).replace(b'"year": 2023', b'"year": 2023.0'),
    "a key twice": _json_with(lambda raw: None).replace(
        b'"schema": 1', b'"schema": 1, "schema": 1'
    ),
    "ragged table": _json_with(
        lambda raw: raw["plan"]["answers"].update(
            {"A.staff": {"text": [{"id": "b", "type": "table", "rows": [[[]], [[], []]]}]}}
        )
    ),
    "run without content": _json_with(
        lambda raw: raw["plan"]["answers"].update(
            {"A.staff": {"text": [{"id": "b", "type": "paragraph", "runs": [{"bold": True}]}]}}
        )
    ),
    "footnote in footnote": _json_with(
        lambda raw: raw["plan"]["answers"].update(
            {
                "A.staff": {
                    "text": [
                        {
                            "id": "b",
                            "type": "paragraph",
                            "runs": [{"footnote": [{"footnote": [{"text": "x"}]}]}],
                        }
                    ]
                }
            }
        )
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_plan_is_refused_in_one_german_sentence(name: str) -> None:
    with pytest.raises(NotAPlanError) as caught:
        read_lpd(BAD[name])
    sentence = str(caught.value)
    assert sentence.startswith("Das ist kein lesbares Planungsdokument (.lpd): ")
    assert "\n" not in sentence
    assert caught.value.exit_status == 2


def test_a_newer_schema_is_refused_with_both_numbers_named() -> None:
    newer = _json_with(lambda raw: raw.update(schema=7, future={}))
    with pytest.raises(NewerPlanError, match=r"Format 7.*bis 1"):
        read_lpd(newer)


def _renamed_stand(raw: dict[str, Any]) -> dict[str, Any]:
    plan = dict(raw["plan"])
    plan["as_of"] = plan.pop("stand")
    return {**raw, "schema": 2, "plan": plan}


@pytest.fixture
def older(sample: bytes, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The content of a file of schema 1 for a program that writes schema 2."""
    monkeypatch.setattr(file_module, "FILE_SCHEMA", 2)
    monkeypatch.setattr(file_module, "UPGRADES", {1: _renamed_stand})
    raw = json.loads(sample)
    raw["plan"]["stand"] = raw["plan"].pop("as_of")
    return raw


def _release(seal: str) -> Release:
    someone = Signatory(name="A", role="B")
    return Release(version=1, seal=seal, signatories=(someone,), place="C", date="2022-11-10")


def test_a_draft_of_an_older_schema_keeps_the_seal_that_it_is_given(older: dict[str, Any]) -> None:
    draft = read_lpd(json.dumps(older).encode())
    sealed = replace(draft, release=_release(seal_digest(draft)))
    again = read_lpd(write_lpd(sealed))
    assert again.release is not None
    assert seal_digest(sealed) == seal_digest(again) == again.release.seal


def test_a_sealed_file_of_an_older_schema_can_be_sealed_anew(older: dict[str, Any]) -> None:
    older["release"] = msgspec.to_builtins(_release(file_module.digest_of("an older seal")))
    draft = replace(read_lpd(json.dumps(older).encode()), release=None)
    sealed = replace(draft, release=_release(seal_digest(draft)))
    assert seal_digest(read_lpd(write_lpd(sealed))) == seal_digest(draft)


def test_an_older_schema_is_upgraded_but_a_sealed_one_stays_as_it_was_sealed(
    sample: bytes, older: dict[str, Any]
) -> None:
    upgraded = read_lpd(json.dumps(older).encode())
    assert upgraded.plan.as_of == json.loads(sample)["plan"]["as_of"]
    written = json.loads(write_lpd(upgraded))
    assert (written["schema"], "stand" in written["plan"]) == (2, False)
    seal = file_module.digest_of({name: older[name] for name in ("form", "plan", "schema")})
    older["release"] = msgspec.to_builtins(_release(seal))
    sealed = read_lpd(json.dumps(older).encode())
    assert seal_digest(sealed) == seal
    assert json.loads(write_lpd(sealed))["plan"] == older["plan"]


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON_VALUES)
def test_the_bytes_are_those_of_the_json_module(value: Any) -> None:
    """Whatever wrote a file: its bytes stay the same."""
    text = json.dumps(value, sort_keys=True, indent=2, ensure_ascii=False)
    assert file_module._pretty(value, "replace") == f"{text}\n".encode("utf-8", "replace")


def test_a_half_character_is_refused_and_the_file_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "plan.lpd"
    save_lpd(path, sample_file())
    before = path.read_bytes()
    half = replace(sample_file(), plan=changed(sample_file().plan, as_of="heute \ud83d"))
    with pytest.raises(HalfCharacterError, match="Hinter „heute “"):
        save_lpd(path, half)
    assert path.read_bytes() == before
    assert read_lpd(write_lpd(half, mends_halves=True)).plan.as_of == "heute ?"


def test_saving_and_loading_a_file_gives_the_same_file(tmp_path: Path) -> None:
    save_lpd(tmp_path / "plan.lpd", sample_file())
    assert load_lpd(tmp_path / "plan.lpd") == sample_file()
