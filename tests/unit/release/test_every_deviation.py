"""What is answered with no stands among the deviations too, where programs look for it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile, write_lpd
from lpd_desktop.release.sign_off import SignedOff
from lpd_desktop.release.verification import Verdicts, verify
from tests.unit.release import tamperings
from tests.unit.release.rewriters import edited

pytestmark = pytest.mark.usefixtures("originals_are_made_once")


def kinds(verdicts: Verdicts) -> list[str]:
    return [each.kind for each in verdicts.deviations]


@pytest.mark.parametrize("thorough", [True, False])
def test_lost_data_are_a_deviation(signed: SignedOff, thorough: bool) -> None:
    for edit in (tamperings.attachment_dropped, tamperings.with_attachment(b"{")):
        verdicts = verify(edited(signed.pdf, edit), thorough=thorough)
        assert kinds(verdicts) == ["data_missing"]
        assert verdicts.deviations[0].sentence == verdicts.data_sealed.sentence


def test_data_that_do_not_fit_their_seal_are_a_deviation(signed: SignedOff) -> None:
    verdicts = verify(tamperings.with_other_text(signed.pdf, resealed=False))
    assert kinds(verdicts) == ["data_changed", "text"]
    assert verdicts.summary.endswith("(und 1 weitere Abweichung).")


def test_other_data_that_fit_their_seal_are_a_deviation(signed: SignedOff) -> None:
    raw = tamperings.attached(signed.pdf)
    raw["plan"]["answers"]["A.staff"]["text"] = []
    swapped = tamperings.with_attachment(json.dumps(raw).encode())
    assert "data_changed" in kinds(verify(edited(signed.pdf, swapped)))


def test_contradictions_of_a_plan_file_are_deviations(signed: SignedOff) -> None:
    told = in_state(signed.file, "submitted")
    verdicts = verify(write_lpd(told))
    assert kinds(verdicts) == ["log"]
    without = replace(signed.file, release=None)
    verdicts = verify(write_lpd(without))
    assert kinds(verdicts)[0] == "data_changed"
    assert len({each.sentence for each in verdicts.deviations}) == len(verdicts.deviations)


def in_state(file: LpdFile, state: str) -> LpdFile:
    return replace(file, work=changed(file.work, state=state))
