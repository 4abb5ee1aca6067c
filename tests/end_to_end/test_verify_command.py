"""`lpd verify`: exit status, sentences and JSON for whole, changed and foreign files."""

from __future__ import annotations

import json
import tracemalloc
import zlib
from pathlib import Path
from typing import Any

import jsonschema
import pikepdf
import pytest

from lpd_desktop.plan.file import write_lpd
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release.approval import Approval
from lpd_desktop.release.sign_off import SignedOff, sign_off
from lpd_desktop.runtime.files import READ_LIMIT
from lpd_desktop.runtime.resources import resource
from tests.end_to_end.command_line import run_process
from tests.short_plan import short_plan
from tests.unit.release import tamperings
from tests.unit.release.rewriters import edited

APPROVAL = Approval((Signatory(name="A. Probe", role="Leitung"),), "Talbrück", "2022-11-10")


@pytest.fixture(scope="module")
def signed() -> SignedOff:
    return sign_off(short_plan(), APPROVAL)


def fits_schema(content: Any) -> None:
    schema = json.loads(resource("verify.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(content)


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_the_whole_stands_in_the_first_line_and_the_limit_in_the_last(
    lpd, signed: SignedOff, tmp_path: Path
) -> None:
    outcome = lpd("verify", write(tmp_path / "plan.pdf", signed.pdf))
    lines = outcome.out.splitlines()
    assert outcome.status == 0
    assert lines[0].startswith("Unverändertes Original: ")
    assert [line.partition(":")[0] for line in lines[1:8]] == [
        "Datei",
        "Neu gespeichert",
        "Daten",
        "Seitentext",
        "Aussehen",
        "Zustand",
        "Historie",
    ]
    assert "keine Fälschung" in lines[-1]


def test_a_renamed_file_is_the_same_file(lpd, signed: SignedOff, tmp_path: Path) -> None:
    assert lpd("verify", write(tmp_path / "Kopie von plan.bin", signed.pdf)).status == 0


def test_what_was_changed_is_listed_and_fits_the_schema(
    lpd, signed: SignedOff, tmp_path: Path
) -> None:
    data = edited(edited(signed.pdf, tamperings.digit_swapped), tamperings.file_attached)
    path = write(tmp_path / "plan.pdf", data)
    outcome = lpd("verify", path)
    assert outcome.status == 1
    assert "– Die Datei „notiz.txt“ wurde beigefügt." in outcome.out.splitlines()
    content = lpd("verify", path, "--json").json
    fits_schema(content)
    assert [each["kind"] for each in content["deviations"]] == ["text", "attachment"]
    assert content["outcome"] == "changed"


def test_the_quick_verification_leaves_the_pages_alone(
    lpd, signed: SignedOff, tmp_path: Path
) -> None:
    path = write(tmp_path / "plan.pdf", signed.pdf)
    content = lpd("verify", path, "--quick", "--json").json
    fits_schema(content)
    assert content["text_equals_data"]["answer"] == "unknown"
    assert content["is_sound"] is True


def test_several_files_are_told_one_after_the_other(lpd, signed: SignedOff, tmp_path: Path) -> None:
    whole = write(tmp_path / "eins.pdf", signed.pdf)
    changed = write(tmp_path / "zwei.pdf", edited(signed.pdf, tamperings.page_removed))
    none = write(tmp_path / "drei.txt", b"Guten Tag")
    outcome = lpd("verify", whole, changed)
    assert outcome.status == 1
    assert [line.split(": ")[1] for line in outcome.out.splitlines()] == [
        "Unverändertes Original",
        "Verändert",
    ]
    content = lpd("verify", whole, none, changed, "--json")
    fits_schema(content.json)
    assert content.status == 2
    assert [each["verdicts"] is None for each in content.json] == [False, True, False]
    assert content.json[1]["error"]


def test_a_plan_file_with_a_changed_log_is_not_sound(
    lpd, signed: SignedOff, tmp_path: Path
) -> None:
    path = write(tmp_path / "plan.lpd", write_lpd(signed.file))
    content = lpd("verify", path, "--json").json
    assert content["log_whole"]["answer"] == "yes"
    raw = json.loads(write_lpd(signed.file))
    entry = next(each for each in raw["work"]["log"] if each["chain"])
    entry["name"] = "Z. Anders"
    outcome = lpd("verify", write(path, json.dumps(raw).encode()), "--json")
    assert (outcome.status, outcome.json["log_whole"]["answer"]) == (1, "no")
    assert outcome.json["data_sealed"]["answer"] == "yes"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("leer.pdf", b""),
        ("leer.lpd", b""),
        ("text.pdf", b"Guten Tag"),
        ("anfang.pdf", b"%PDF-1.7\n1 0 obj\n<<"),
        ("bild.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
    ],
)
@pytest.mark.parametrize("switch", [(), ("--quick",), ("--json",)])
def test_what_is_no_document_gets_status_two(
    lpd, tmp_path: Path, name: str, data: bytes, switch: tuple[str, ...]
) -> None:
    outcome = lpd("verify", write(tmp_path / name, data), *switch)
    assert (outcome.status, outcome.out) == (2, "")
    assert len(outcome.err.splitlines()) == 1


def test_a_huge_file_is_refused_before_it_is_read(lpd, tmp_path: Path) -> None:
    path = tmp_path / "riesig.pdf"
    with path.open("wb") as sink:
        sink.truncate(READ_LIMIT + 1)
    outcome = lpd("verify", path)
    assert outcome.status == 2
    assert "größer als" in outcome.err


def test_data_that_unpack_to_more_than_any_plan_are_not_unpacked(
    lpd, signed: SignedOff, tmp_path: Path
) -> None:
    packer = zlib.compressobj()
    packed = b"".join(packer.compress(bytes(2**24)) for _ in range(30)) + packer.flush()

    def attach(pdf: pikepdf.Pdf) -> None:
        stream = pdf.attachments["lpd.json"].obj.EF.F
        stream.write(packed, filter=pikepdf.Name.FlateDecode)

    bomb = edited(signed.pdf, attach, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    assert len(bomb) < 1_000_000
    tracemalloc.start()
    outcome = lpd("verify", write(tmp_path / "bombe.pdf", bomb), "--json")
    assert outcome.status == 1
    assert outcome.json["outcome"] == "data_missing"
    assert "unglaubhaft groß" in outcome.json["data_sealed"]["sentence"]
    assert tracemalloc.get_traced_memory()[1] < 4 * READ_LIMIT
    tracemalloc.stop()


def test_a_damaged_file_says_nothing_beside_its_verdicts(signed: SignedOff, tmp_path: Path) -> None:
    """Libraries complain of damages on their own; nobody understands that."""
    data = bytearray(signed.pdf)
    data[len(data) // 2] ^= 1
    data[-40] ^= 1
    outcome = run_process("verify", write(tmp_path / "plan.pdf", bytes(data)))
    assert outcome.status == 1
    assert outcome.err == ""
