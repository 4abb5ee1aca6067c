"""State, release and log of a plan: where they contradict each other, it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.pdf.edition import Edition
from lpd_desktop.pdf.rendering import render_raw_edition
from lpd_desktop.plan.file import LpdFile, read_lpd, write_lpd, write_published
from lpd_desktop.plan.remark_list import plan_facts
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.plan.work import Work
from lpd_desktop.release.approval import Approval, WrongStateError, approve
from lpd_desktop.release.consistency import (
    ContradictionError,
    log_fault,
    require_consistent,
    standing_fault,
)
from lpd_desktop.release.hand_over_texts import HandOverTexts, letter_for
from lpd_desktop.release.sign_off import sign_off
from lpd_desktop.release.states import Actor, move, steps_from
from lpd_desktop.release.submitting import submitted
from lpd_desktop.release.verdicts import NO_FORGERS
from lpd_desktop.release.verification import verify
from tests.short_plan import short_plan

HEAD = Signatory(name="A. Probe", role="Leitung")
ALSO = Signatory(name="C. Weitere", role="Geschäftsführung")
APPROVAL = Approval((HEAD, ALSO), "Talbrück", "2022-11-10", time="2022-11-10T08:00:00Z")
ACTOR = Actor("B. Muster", "Planung")
TIME = "2022-11-11T08:00:00Z"
Spoil = Callable[[LpdFile], LpdFile]


def second_version() -> LpdFile:
    file = approve(short_plan(), APPROVAL)
    for state in ("submitted", "returned", "draft"):
        file = move(file, state, ACTOR, TIME)
    return move(approve(file, APPROVAL), "submitted", ACTOR, TIME)


def with_release(**fields: object) -> Spoil:
    return lambda file: replace(file, release=changed(file.release, **fields))


def with_work(**fields: object) -> Spoil:
    return lambda file: replace(file, work=changed(file.work, **fields))


SPOILED: dict[str, tuple[Spoil, str]] = {
    "name": (with_release(signatories=(changed(HEAD, name="Z"), ALSO)), "nennt Z, Leitung"),
    "role": (with_release(signatories=(changed(HEAD, role="Z"), ALSO)), "A. Probe, Z"),
    "one more": (with_release(signatories=(HEAD, ALSO, HEAD)), "die Historie A. Probe"),
    "one less": (with_release(signatories=(HEAD,)), "C. Weitere"),
    "date": (with_release(date="2020-01-01"), "01.01.2020"),
    "place": (with_release(place="Anderswo"), "Anderswo"),
    "version": (with_release(version=7), "Fassung 7"),
    "replaces": (with_release(replaces="0" * 64), "ersetzte Fassung"),
    "changes": (with_release(changes=None), "Änderungen"),
    "seal": (with_release(seal="0" * 64), "anderes Siegel"),
    "link": (with_release(log_chain="1" * 64), "Historie"),
    "no link": (with_release(log_chain=""), "Historie"),
    "no release": (lambda file: replace(file, release=None), "aber ohne Freigabe"),
    "no log": (with_work(log=()), "Historie fehlt"),
    "draft": (with_work(state="draft"), "passen nicht zusammen"),
}


@pytest.mark.parametrize("name", SPOILED)
def test_a_release_that_state_or_log_contradict_is_told(name: str) -> None:
    spoil, words = SPOILED[name]
    file = read_lpd(write_lpd(spoil(second_version())))
    assert words in log_fault(file)
    verdicts = verify(write_lpd(file))
    assert not verdicts.is_sound
    assert verdicts.outcome == "changed"
    assert "Das ist ein Entwurf" not in verdicts.data_sealed.sentence


@pytest.mark.parametrize("name", sorted(set(SPOILED) - {"draft"}))
def test_what_is_contradicted_is_not_written_as_a_final_document(name: str) -> None:
    spoil, _ = SPOILED[name]
    require_consistent(second_version())
    with pytest.raises(ContradictionError, match="freigegebenen PDF") as caught:
        require_consistent(spoil(second_version()))
    assert caught.value.exit_status == 1


def test_a_release_without_a_state_that_has_one_is_told() -> None:
    file = approve(short_plan(), APPROVAL)
    assert "aber mit einer Freigabe" in log_fault(replace(file, work=Work()))


def test_a_plan_out_of_a_pdf_has_no_log_and_nothing_is_said_against_it() -> None:
    file = read_lpd(write_published(second_version()))
    assert log_fault(file) == ""
    assert verify(write_lpd(file)).log_whole.answer == "not_applicable"
    assert log_fault(move(file, "submitted", ACTOR, TIME)) == ""
    emptied = replace(second_version(), work=Work(state="submitted"))
    assert "Historie fehlt" in log_fault(emptied)


def test_the_page_of_the_approval_and_verify_say_what_the_seal_covers() -> None:
    file = approve(short_plan(), APPROVAL)
    for edition in (Edition(), Edition("publishing")):
        said = " ".join(text for _, text in render_raw_edition(file, edition).texts)
        said = " ".join(said.replace("\u00ad", "").split())
        assert "SHA-256-Wert von Form und Plan" in said
        assert "Namen, Ort, Datum und Fassung der Freigabe gehören nicht dazu" in said
    assert "SHA256SUMS.txt" in NO_FORGERS
    assert "gehören nicht dazu" in verify(write_lpd(file)).data_sealed.sentence


def test_a_list_of_remarks_and_a_mail_say_what_became_of_the_version() -> None:
    file = second_version()
    assert dict(plan_facts(file))["Zustand"].endswith("eingereicht")
    assert file.release is not None
    letter = letter_for(file, file.release, HandOverTexts(), "plan.pdf", "0" * 64)
    assert f"ersetzt die 1. Fassung (Siegel {file.release.replaces[:8]})" in letter.text
    first = approve(short_plan(), APPROVAL)
    assert first.release is not None
    alone = letter_for(first, first.release, HandOverTexts(), "plan.pdf", "0" * 64)
    assert "ersetzt" not in alone.text


def test_no_step_leads_out_of_a_contradiction_but_taking_the_approval_back() -> None:
    approved = approve(short_plan(), APPROVAL)
    told = with_work(state="submitted")(approved)
    with pytest.raises(ContradictionError, match="die Historie endet mit „freigegeben“"):
        require_consistent(told)
    with pytest.raises(WrongStateError, match="freigegebenen PDF"):
        move(told, "returned", ACTOR, TIME)
    with pytest.raises(ContradictionError):
        submitted(told, ACTOR, TIME)
    spoiled = with_release(place="Anderswo")(approved)
    possible = {each.key for each in steps_from(spoiled) if each.is_possible}
    assert possible == {"withdraw"}
    reason = next(each.reason for each in steps_from(spoiled) if each.key == "submit")
    assert "Anderswo" in reason
    assert "nehmen Sie die Freigabe zurück" in reason
    assert standing_fault(move(spoiled, "draft", ACTOR, TIME)) == ""


def test_a_text_freed_behind_the_back_of_the_log_is_not_approved_anew() -> None:
    freed = replace(with_work(state="draft")(approve(short_plan(), APPROVAL)), release=None)
    with pytest.raises(ContradictionError, match="die Historie endet mit „freigegeben“"):
        sign_off(freed, APPROVAL)


def test_why_an_approval_does_not_count_is_one_sentence() -> None:
    approved = approve(short_plan(), APPROVAL)
    assert standing_fault(approved) == standing_fault(short_plan()) == ""
    altered = replace(approved, plan=changed(approved.plan, as_of="2022-01-01"))
    assert "passen nicht zu ihrem Siegel" in standing_fault(altered)
    assert "Anderswo" in standing_fault(with_release(place="Anderswo")(approved))
    log = (changed(approved.work.log[0], note="Z"), *approved.work.log[1:])
    assert standing_fault(with_work(log=log)(approved)) == ""
    assert "Die Historie wurde verändert" in log_fault(with_work(log=log)(approved))


def test_a_later_version_without_its_log_is_told() -> None:
    """It began with the return of the version before, so there was an entry."""
    file = approve(short_plan(), APPROVAL)
    for state in ("submitted", "returned", "draft"):
        file = move(file, state, ACTOR, TIME)
    assert log_fault(file) == ""
    emptied = with_work(log=())(file)
    assert "ersetzte Fassung" in log_fault(emptied)
    verdicts = verify(write_lpd(emptied))
    assert (verdicts.outcome, verdicts.log_whole.answer) == ("changed", "no")
