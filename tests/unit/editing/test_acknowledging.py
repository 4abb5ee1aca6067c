from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.check.acknowledgement import split_acknowledged
from lpd_desktop.check.engine import check_plan
from lpd_desktop.check.finding import Finding
from lpd_desktop.editing.acknowledging import (
    NotAcceptableError,
    acknowledge,
    withdraw_acknowledgement,
)
from lpd_desktop.plan.addresses import Address, with_blocks
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import Paragraph, Run
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import Work

STAFF = Address("A.staff")


@pytest.fixture
def file() -> LpdFile:
    return _with_text(replace(sample_file(), work=Work()), "Die Zahl folgt noch.")


def _with_text(file: LpdFile, text: str) -> LpdFile:
    blocks = (Paragraph(id="b1", runs=(Run(text=text),)),)
    return replace(file, plan=with_blocks(file.form, file.plan, STAFF, blocks))


def _findings(file: LpdFile) -> list[Finding]:
    return [
        each
        for each in check_plan(file.plan, file.work, file.form)
        if each.rule == "PLACEHOLDER" and each.where.startswith("A.staff")
    ]


def test_an_accepted_finding_is_open_no_more_and_keeps_its_reason(file: LpdFile) -> None:
    (finding,) = _findings(file)
    after = acknowledge(file, finding, reason=" steht  so fest ", name="Ada", time="t")
    assert _findings(after) == []
    everything = check_plan(file.plan, Work(), file.form)
    _open, accepted = split_acknowledged(everything, after.form, after.plan, after.work)
    assert [(each.finding, each.note.reason, each.note.name) for each in accepted] == [
        (finding, "steht so fest", "Ada")
    ]


def test_the_finding_comes_back_when_its_text_changes(file: LpdFile) -> None:
    (finding,) = _findings(file)
    accepted = acknowledge(file, finding, reason="bekannt")
    assert len(_findings(_with_text(accepted, "Die neue Zahl folgt noch."))) == 1


def test_what_was_accepted_can_be_opened_again(file: LpdFile) -> None:
    (finding,) = _findings(file)
    accepted = acknowledge(file, finding, reason="bekannt")
    back = withdraw_acknowledgement(accepted, accepted.work.acknowledged[0])
    assert _findings(back) == [finding]
    assert back == file


def test_accepting_twice_keeps_the_newer_reason_only(file: LpdFile) -> None:
    (finding,) = _findings(file)
    twice = acknowledge(acknowledge(file, finding, reason="einst"), finding, reason="so gewollt")
    assert [note.reason for note in twice.work.acknowledged] == ["so gewollt"]


def test_an_error_is_not_accepted(file: LpdFile) -> None:
    (finding,) = _findings(file)
    with pytest.raises(NotAcceptableError, match="beheben"):
        acknowledge(file, changed(finding, level="error"), reason="egal")


@pytest.mark.parametrize("reason", ["", " \n ", "-", "ok", "x x", "1234"])
def test_nothing_is_accepted_without_a_reason(file: LpdFile, reason: str) -> None:
    (finding,) = _findings(file)
    with pytest.raises(NotAcceptableError, match="warum"):
        acknowledge(file, finding, reason=reason)
