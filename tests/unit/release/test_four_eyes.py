"""The rule of four eyes compares names and accounts, and says that it can do no more."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.work import Editor, Signatory, Work
from lpd_desktop.release.approval import Approval, approve
from lpd_desktop.release.four_eyes import FourEyesError, editor_conflict, plain_name
from tests.short_plan import short_plan


def edited_by(*editors: Editor) -> LpdFile:
    file = short_plan()
    return replace(file, work=changed(file.work, editors=editors))


def approved(file: LpdFile, *names: str, account: str = "", four_eyes: bool = True) -> LpdFile:
    signatories = tuple(Signatory(name=name, role="Leitung") for name in names)
    approval = Approval(signatories, "Ort", "2022-11-10", account=account)
    return approve(file, approval, four_eyes=four_eyes)


ANNA = Editor(account="muster", name="Dr. Anna Muster", time="2022-11-08T09:30:00Z")
BEA = Editor(account="probe", name="Bea Probe", time="2022-11-09T09:30:00Z")


@pytest.mark.parametrize(
    ("name", "account"),
    [
        ("Dr. Anna Muster", ""),
        ("anna  MUSTER", ""),
        ("Muster, Anna", "leitung"),
        ("Prof. Dr. h. c. Anna Muster", "leitung"),
        ("Bea Probe", "muster"),
        ("Bea Probe", "MUSTER"),
    ],
)
def test_the_last_editor_does_not_approve(name: str, account: str) -> None:
    with pytest.raises(FourEyesError, match="prüft das Programm nicht") as caught:
        approved(edited_by(BEA, ANNA), name, account=account)
    assert caught.value.exit_status == 1


@pytest.mark.parametrize(("name", "account"), [("Bea Probe", "probe"), ("Anna Munster", "x")])
def test_somebody_else_approves_even_who_edited_before(name: str, account: str) -> None:
    assert approved(edited_by(BEA, ANNA), name, account=account).work.state == "approved"


def test_the_rule_holds_for_the_first_name_and_not_for_those_who_sign_along() -> None:
    file = edited_by(ANNA)
    assert approved(file, "Bea Probe", "Anna Muster").work.state == "approved"
    with pytest.raises(FourEyesError):
        approved(file, "Anna Muster", "Bea Probe")


def test_every_name_typed_under_the_account_of_the_last_editor_counts() -> None:
    nameless = Editor(account="muster", time="2022-11-09T10:00:00Z")
    with pytest.raises(FourEyesError, match="„Anna Muster“"):
        approved(edited_by(ANNA, BEA, nameless), "Anna Muster")


def test_without_the_rule_anybody_approves() -> None:
    file = approved(edited_by(ANNA), "Anna Muster", account="muster", four_eyes=False)
    assert file.work.state == "approved"


def test_where_no_editor_is_known_nothing_stands_against_an_approval() -> None:
    assert approved(short_plan(), "Anna Muster", account="muster").work.state == "approved"
    assert editor_conflict(Work(), Signatory(name="A", role="B"), "muster") == ""


def test_no_name_and_no_account_are_nobodys() -> None:
    unknown = Work(editors=(Editor(name="", account="", time="1"),))
    assert editor_conflict(unknown, Signatory(name="Dr.", role="B"), "") == ""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Dipl.-Ing. Jörg Größe", "GROESSE, joerg", True),
        ("Anna-Lena Muster", "Muster Anna Lena", True),
        ("A. Muster", "Anna Muster", False),
        ("Anna Muster", "Anna Mustermann", False),
    ],
)
def test_names_are_compared_without_titles_case_and_order(
    one: str, other: str, *, same: bool
) -> None:
    assert (plain_name(one) == plain_name(other)) is same


def test_an_approval_that_compares_nothing_says_so_in_the_log() -> None:
    entry = approved(short_plan(), "Anna Muster", account="muster").work.log[-1]
    assert "verglichen wurde nichts" in entry.note
    assert approved(edited_by(BEA), "Anna Muster").work.log[-1].note == ""
    assert approved(short_plan(), "Anna Muster", four_eyes=False).work.log[-1].note == ""


def test_the_sentence_names_who_wants_four_eyes() -> None:
    signatory = Signatory(name="Bea Probe", role="Leitung")
    work = edited_by(BEA).work
    assert "Regel Ihres Jobcenters" in editor_conflict(work, signatory, "")
    told = editor_conflict(work, signatory, "", "call")
    assert "(--four-eyes)" in told
    assert "Jobcenters" not in told
