"""Verification answers four questions apart, and no changed byte escapes it."""

from __future__ import annotations

import io
import json
import random

import pikepdf
import pytest

from lpd_desktop.plan.file import read_lpd, write_lpd
from lpd_desktop.release.sign_off import SignedOff, sign_off
from lpd_desktop.release.verification import Verdicts, verify
from lpd_desktop.runtime.errors import LpdError
from tests.extent import examples
from tests.short_plan import short_plan
from tests.unit.release.conftest import APPROVAL

pytestmark = pytest.mark.usefixtures("originals_are_made_once")


def answers(verdicts: Verdicts) -> tuple[str, str, str, str]:
    """On file, data, text and state."""
    asked = (verdicts.file_unchanged, verdicts.data_sealed, verdicts.text_equals_data)
    one, two, three = (verdict.answer for verdict in asked)
    return one, two, three, verdicts.state.answer


def resaved(data: bytes) -> bytes:
    sink = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(sink)
    return sink.getvalue()


def with_other_attachment(data: bytes, content: bytes) -> bytes:
    sink = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.attachments["lpd.json"].obj.EF.F.write(content)
        pdf.save(sink)
    return sink.getvalue()


def test_a_final_pdf_is_whole_in_every_respect(signed: SignedOff) -> None:
    verdicts = verify(signed.pdf)
    assert answers(verdicts) == ("yes", "yes", "yes", "yes")
    assert verdicts.is_sound


def test_a_file_saved_by_another_program_keeps_data_and_text(signed: SignedOff) -> None:
    verdicts = verify(resaved(signed.pdf))
    assert answers(verdicts) == ("no", "yes", "yes", "yes")
    assert not verdicts.is_sound


def test_changed_data_break_the_seal_and_differ_from_the_pages(signed: SignedOff) -> None:
    raw = json.loads(write_lpd(signed.file))
    raw.pop("work")
    raw["plan"]["answers"]["A.staff"]["text"][0]["runs"][0]["text"] = "Ausgetauscht."
    verdicts = verify(with_other_attachment(signed.pdf, json.dumps(raw).encode()))
    assert answers(verdicts) == ("no", "no", "no", "yes")


def test_data_that_are_no_longer_readable_are_named_so(signed: SignedOff) -> None:
    verdicts = verify(with_other_attachment(signed.pdf, b"{"))
    assert answers(verdicts)[:2] == ("no", "no")
    assert "nicht lesbar" in verdicts.data_sealed.sentence


def test_a_changed_lpd_file_breaks_its_seal(signed: SignedOff) -> None:
    data = write_lpd(signed.file)
    assert answers(verify(data)) == ("not_applicable", "yes", "not_applicable", "yes")
    changed = data.replace("Kreis Talbrück".encode(), b"Kreis Anderswo")
    assert answers(verify(changed))[1] == "no"


def test_a_draft_has_no_seal_and_is_still_sound() -> None:
    verdicts = verify(write_lpd(short_plan()))
    assert answers(verdicts) == (
        "not_applicable",
        "not_applicable",
        "not_applicable",
        "not_applicable",
    )
    assert verdicts.is_sound


def test_a_thousand_single_changed_bytes_are_all_noticed(signed: SignedOff) -> None:
    chance = random.Random(20221110)
    data = signed.pdf
    unnoticed = []
    for trial in range(1000):
        place = chance.randrange(len(data))
        changed = bytearray(data)
        changed[place] ^= chance.randrange(1, 256)
        deep = trial % examples(250, 20) == 0
        if _is_sound(bytes(changed)) if deep else _checksum_holds(bytes(changed)):
            unnoticed.append(place)
    assert unnoticed == []


def _is_sound(data: bytes) -> bool:
    try:
        return verify(data).is_sound
    except LpdError:
        return False


def _checksum_holds(data: bytes) -> bool:
    from lpd_desktop.pdf.checksum import has_valid_checksum

    return has_valid_checksum(data)


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.999])
def test_a_cut_or_lengthened_file_is_never_sound(signed: SignedOff, kept: float) -> None:
    cut = int(len(signed.pdf) * kept)
    for data in (signed.pdf[:cut], signed.pdf + b"\n", signed.pdf[:cut] + b" " + signed.pdf[cut:]):
        assert not _is_sound(data)


def test_a_pdf_of_another_program_is_no_plan() -> None:
    sink = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(sink, deterministic_id=False)
    with pytest.raises(LpdError, match="keine Plandaten"):
        verify(sink.getvalue())


def test_the_same_data_give_the_same_bytes(signed: SignedOff) -> None:
    again = sign_off(read_lpd(write_lpd(short_plan())), APPROVAL)
    assert again.pdf == signed.pdf


def test_no_word_of_the_work_is_in_the_published_file(signed: SignedOff) -> None:
    marker = short_plan().work.remarks[0].text.encode()
    with pikepdf.open(io.BytesIO(signed.pdf)) as pdf:
        streams = [part.read_bytes() for part in pdf.objects if isinstance(part, pikepdf.Stream)]
    assert streams
    assert not any(marker[:30] in stream for stream in streams)
    attached = next(stream for stream in streams if stream.startswith(b'{\n  "form"'))
    assert set(json.loads(attached)) == {"form", "plan", "release", "schema"}
