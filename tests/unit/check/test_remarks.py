"""Open remarks are a hint before the approval."""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as changed

from lpd_desktop.check.engine import check_plan
from lpd_desktop.check.finding import Finding
from lpd_desktop.editing.acknowledging import acknowledge
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.remark_changes import with_deleted, with_standing
from tests.unit.plan.remarked import EVA, JAN, LATER, block, plan_with, remarked


def hints(file: LpdFile) -> list[Finding]:
    found = check_plan(file.plan, file.work, file.form)
    return [each for each in found if each.rule == "REMARKS-OPEN"]


def test_open_remarks_are_one_hint_with_their_number() -> None:
    file = plan_with(block("p1", "Text."))
    assert hints(file) == []
    file = remarked(remarked(file, ""), "")
    (hint,) = hints(file)
    assert (hint.level, hint.message, hint.place) == (
        "hint",
        "2 Anmerkungen sind offen.",
        "Dokument",
    )


def test_settled_and_deleted_remarks_are_no_hint() -> None:
    file = remarked(remarked(plan_with(block("p1", "Text.")), ""), "")
    first, second = (each.id for each in file.work.remarks)
    remarks = with_standing(file.work.remarks, first, JAN, resolved=True, time=LATER)
    one = replace(file, work=changed(file.work, remarks=remarks))
    assert hints(one)[0].message == "1 Anmerkung ist offen."
    remarks = with_deleted(remarks, second, EVA, time=LATER)
    assert hints(replace(file, work=changed(file.work, remarks=remarks))) == []


def test_an_accepted_hint_comes_back_with_the_next_remark() -> None:
    file = remarked(plan_with(block("p1", "Text.")), "")
    file = acknowledge(file, hints(file)[0], reason="Klärt das MAGS.")
    assert hints(file) == []
    assert len(hints(remarked(file, ""))) == 1
