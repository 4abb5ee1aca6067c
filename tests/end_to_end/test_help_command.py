"""`lpd help`."""

from __future__ import annotations

from lpd_desktop.form.library import form_with_id
from tests.end_to_end.conftest import Lpd

FORM = form_with_id("lpd-2023")


def test_the_help_for_one_question_is_printed(lpd: Lpd) -> None:
    why, how = FORM.topics.questions
    done = lpd("help", "B.topics/health/why", "--year", "2024")
    assert done.status == 0
    assert why.text.replace("{year}", "2024") in done.out
    assert why.help in done.out
    assert how.help not in done.out


def test_the_help_for_an_item_and_for_all(lpd: Lpd) -> None:
    staff = FORM.item("A.staff")
    assert staff.help in lpd("help", "A.staff").out
    whole = lpd("help", "--form", "lpd-2023").out
    assert all(item.help in whole for item in FORM.items)
    assert FORM.topics.instruction in whole


def test_a_cell_is_helped_with_its_budget(lpd: Lpd) -> None:
    row = FORM.item("A.budget").rows[0]
    done = lpd("help", f"A.budget/table/{row.key}/plan")
    assert row.label in done.out
    assert FORM.item("A.budget").help in done.out
    assert FORM.item("A.budget").rows[1].label not in done.out


def test_an_unknown_address_is_one_sentence(lpd: Lpd) -> None:
    for address in ("Z.nothing", "B.topics/unknown"):
        done = lpd("help", address)
        assert done.status == 2
        assert done.err.count("\n") == 1
        assert "A.staff" in done.err
        assert done.out == ""
