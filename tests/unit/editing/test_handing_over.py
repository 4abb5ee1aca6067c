"""Handing over a draft of the store: package, register, state, and what an interruption leaves."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lpd_desktop.editing import handing_over
from lpd_desktop.editing.handing_over import (
    HandOver,
    SubmittedMeanwhileError,
    draft_package,
    hand_over,
    prepare,
    record,
)
from lpd_desktop.editing.package_recipe import read_recipe, recipe_of
from lpd_desktop.editing.recording import (
    Recorded,
    SubmissionDoneError,
    abandon,
    record_draft,
    record_file,
)
from lpd_desktop.plan.file import write_lpd
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release import acceptance
from lpd_desktop.release.acceptance import NotAcceptableError, accepted
from lpd_desktop.release.approval import Approval, WrongStateError
from lpd_desktop.release.hand_over_fields import literal
from lpd_desktop.release.hand_over_texts import HandOverTexts
from lpd_desktop.release.package import package_of
from lpd_desktop.release.package_folder import FolderTakenError
from lpd_desktop.release.sign_off import SignedOff, sign_off
from lpd_desktop.release.states import Actor, move
from lpd_desktop.runtime.progress import JobCancelled, Progress
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.errors import HandOverBusyError, HandOverEndedError
from tests.extent import examples
from tests.short_plan import short_plan

APPROVAL = Approval(
    (Signatory(name="Erika Muster", role="Leitung"),),
    "Talbrück",
    "2022-11-08",
    "2022-11-08T09:00:00Z",
)
KIM = Actor("Kim Vorlage", "Sekretariat")
TIME = "2022-11-08T10:00:00Z"


@pytest.fixture(scope="module")
def signed() -> SignedOff:
    return sign_off(short_plan(), APPROVAL)


@pytest.fixture(scope="module", autouse=True)
def verdicts_are_found_once() -> Iterator[None]:
    """The same bytes are always judged alike; all tests hand over the same document."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(acceptance, "verify", lru_cache(8)(acceptance.verify))
        yield


@pytest.fixture
def store(tmp_path: Path):
    with DraftStore.open(tmp_path / "daten") as opened:
        yield opened


@pytest.fixture
def draft(store: DraftStore, signed: SignedOff) -> str:
    """An approved draft, as the window keeps it."""
    draft = store.add(short_plan())
    store.save_release(draft, signed.file, signed.pdf)
    return draft


@pytest.fixture
def wanted(tmp_path: Path) -> HandOver:
    return HandOver(tmp_path / "paket", HandOverTexts(recipient_email="lpd@amt.example"))


def test_package_register_and_state_follow_each_other(
    store: DraftStore, draft: str, signed: SignedOff, wanted: HandOver
) -> None:
    done = prepare(store, draft, wanted)
    entry = store.submissions.of(done.submission)
    assert (entry.step, entry.planned.folder) == ("written", str(wanted.folder))
    assert entry.planned.sha256 == hashlib.sha256(signed.pdf).hexdigest()
    assert (wanted.folder / entry.planned.file_name).read_bytes() == signed.pdf
    assert store.load(draft).work.state == "approved"
    file = record(store, draft, done.submission, KIM, TIME)
    assert store.load(draft) == file
    assert file.work.state == "submitted"
    assert file.work.log[-1].name == "Kim Vorlage"
    assert store.submissions.of(done.submission).step == "recorded"


def test_a_preview_writes_nothing(store: DraftStore, draft: str, wanted: HandOver) -> None:
    package = draft_package(store, draft, wanted)
    assert package.name == "LPD_2023_Kreis_Talbrueck_v1.pdf"
    assert not wanted.folder.exists()
    assert store.submissions.list() == []


def test_the_same_step_again_is_the_same_entry(
    store: DraftStore, draft: str, wanted: HandOver
) -> None:
    first = prepare(store, draft, wanted)
    again = prepare(store, draft, wanted)
    assert again.submission == first.submission
    assert again.written.was_there
    assert "Paket geschrieben" in again.interrupted
    assert len(store.submissions.list()) == 1


class KilledError(BaseException):
    """Stands for the end of the process."""


def test_what_ended_before_the_files_were_there_goes_on(
    store: DraftStore, draft: str, wanted: HandOver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_arguments: object) -> None:
        raise KilledError

    with monkeypatch.context() as patched:
        patched.setattr(handing_over, "write_package", killed)
        with pytest.raises(KilledError):
            prepare(store, draft, wanted)
    begun = store.submissions.unfinished(draft)
    assert begun is not None
    assert begun.step == "begun"
    done = prepare(store, draft, wanted)
    assert done.submission == begun.id
    assert "begonnen" in done.interrupted


def test_another_package_gives_the_unfinished_one_up(
    store: DraftStore, draft: str, wanted: HandOver, tmp_path: Path
) -> None:
    first = prepare(store, draft, wanted)
    other = prepare(store, draft, HandOver(tmp_path / "anderswo", wanted.texts))
    assert store.submissions.of(first.submission).step == "abandoned"
    assert other.interrupted == ""


def test_a_folder_in_use_is_refused_before_the_register_knows_of_it(
    store: DraftStore, draft: str, wanted: HandOver
) -> None:
    wanted.folder.mkdir()
    (wanted.folder / "anderes.txt").write_text("x")
    with pytest.raises(FolderTakenError):
        prepare(store, draft, wanted)
    assert store.submissions.list() == []


def test_what_is_cancelled_leaves_no_unfinished_hand_over(
    store: DraftStore, draft: str, wanted: HandOver
) -> None:
    progress = Progress(lambda percent, _text: progress.cancel() if percent == 40 else None)
    with pytest.raises(JobCancelled):
        prepare(store, draft, wanted, progress)
    assert store.submissions.unfinished(draft) is None
    assert not wanted.folder.exists()


def test_it_runs_on_a_worker_and_tells_how_far_it_is(
    store: DraftStore, draft: str, wanted: HandOver, tmp_path: Path
) -> None:
    told: list[int] = []
    store.close()

    def work() -> None:
        with DraftStore.open(tmp_path / "daten") as own:
            prepare(own, draft, wanted, Progress(lambda percent, _text: told.append(percent)))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert told == sorted(told)
    assert told[-1] == 100


def test_a_draft_and_a_withdrawn_approval_are_not_handed_over(
    store: DraftStore, draft: str, wanted: HandOver
) -> None:
    with pytest.raises(WrongStateError):
        prepare(store, store.add(short_plan()), wanted)
    done = prepare(store, draft, wanted)
    store.save(draft, move(store.load(draft), "draft", KIM, TIME))
    with pytest.raises(WrongStateError):
        record(store, draft, done.submission, KIM, TIME)
    assert store.submissions.of(done.submission).step == "written"


def test_without_a_kept_document_it_is_made_anew(
    store: DraftStore, signed: SignedOff, wanted: HandOver
) -> None:
    draft = store.add(signed.file)
    assert draft_package(store, draft, wanted).document.pdf == signed.pdf


def test_a_kept_document_that_is_damaged_is_not_handed_over(
    store: DraftStore, signed: SignedOff, wanted: HandOver
) -> None:
    draft = store.add(signed.file)
    broken = signed.pdf[:-9] + b"\n" + signed.pdf[-9:]
    store.add_release(draft, signed.file, broken)
    with pytest.raises(NotAcceptableError):
        prepare(store, draft, wanted)
    assert not wanted.folder.exists()


def test_a_next_version_brings_its_changes_from_the_kept_release(
    store: DraftStore, draft: str, wanted: HandOver, tmp_path: Path
) -> None:
    record(store, draft, prepare(store, draft, wanted).submission, KIM, TIME)
    file = store.load(draft)
    for state in ("returned", "draft"):
        file = move(file, state, KIM, TIME)
    second = sign_off(file, APPROVAL)
    store.save_release(draft, second.file, second.pdf)
    package = draft_package(store, draft, HandOver(tmp_path / "zwei", HandOverTexts()))
    assert package.name == "LPD_2023_Kreis_Talbrueck_v2.pdf"
    assert "changes" in {each.kind for each in package.files}
    without = HandOver(tmp_path / "zwei", HandOverTexts(), changes=False)
    assert "changes" not in {each.kind for each in draft_package(store, draft, without).files}


TOLD = Recorded(KIM, TIME, way="post")


def test_recording_ends_a_prepared_hand_over(
    store: DraftStore, draft: str, wanted: HandOver
) -> None:
    done = prepare(store, draft, wanted)
    assert record_draft(store, draft, TOLD).submission == done.submission
    assert record_draft(store, draft, TOLD).sentence.startswith("Diese Fassung steht schon")
    assert len(store.submissions.list()) == 1


def test_what_was_handed_over_without_a_package_is_recorded_too(
    store: DraftStore, draft: str
) -> None:
    entry = store.submissions.of(record_draft(store, draft, TOLD).submission)
    assert (entry.step, entry.planned.way, entry.planned.folder) == ("recorded", "post", "")
    assert store.load(draft).work.state == "submitted"


@pytest.mark.parametrize("kind", ["pdf", "lpd"])
def test_a_file_is_taken_into_the_store_with_its_document(
    store: DraftStore, signed: SignedOff, kind: str
) -> None:
    data = signed.pdf if kind == "pdf" else write_lpd(signed.file)
    result = record_file(store, f"plan.{kind}", data, TOLD)
    (summary,) = store.list_drafts()
    (release,) = store.releases(summary.id)
    assert release.pdf == signed.pdf
    assert summary.state == "submitted"
    assert record_file(store, f"plan.{kind}", data, TOLD).submission == result.submission
    assert len(store.list_drafts()) == 1


def test_a_file_of_a_known_draft_is_recorded_there(
    store: DraftStore, draft: str, signed: SignedOff
) -> None:
    result = record_file(store, "plan.pdf", signed.pdf, TOLD)
    assert store.submissions.of(result.submission).draft == draft
    assert len(store.list_drafts()) == 1


def test_only_what_is_unfinished_can_be_given_up(
    store: DraftStore, draft: str, wanted: HandOver
) -> None:
    done = prepare(store, draft, wanted)
    abandon(store, done.submission)
    with pytest.raises(SubmissionDoneError):
        abandon(store, done.submission)


def test_who_saw_the_plan_approved_is_told_that_somebody_was_faster(
    store: DraftStore, draft: str, wanted: HandOver, tmp_path: Path
) -> None:
    first = hand_over(store, draft, replace(wanted, again=False), KIM, TIME)
    assert first.file is not None
    other = replace(wanted, folder=tmp_path / "anderswo", again=False)
    with pytest.raises(SubmittedMeanwhileError, match="als eingereicht festgehalten"):
        hand_over(store, draft, other, KIM, TIME)
    assert not other.folder.exists()
    assert [each.step for each in store.submissions.list(draft)] == ["recorded"]
    assert prepare(store, draft, replace(other, again=True)).written.folder == other.folder


def test_a_plan_that_is_being_handed_over_is_left_to_who_began(
    store: DraftStore, draft: str, wanted: HandOver, tmp_path: Path
) -> None:
    with (
        DraftStore.open(tmp_path / "daten") as other,
        other.submissions.alone(store.load(draft).plan.id),
    ):
        for call in (
            lambda: prepare(store, draft, wanted),
            lambda: hand_over(store, draft, wanted, KIM, TIME),
            lambda: record_draft(store, draft, Recorded(KIM, TIME)),
        ):
            with pytest.raises(HandOverBusyError, match="gerade von einem anderen"):
                call()
    assert store.submissions.list(draft) == []
    assert not wanted.folder.exists()
    assert prepare(store, draft, wanted).written.folder == wanted.folder
    assert not list((tmp_path / "daten").glob(".uebergabe-*"))


def test_what_was_given_up_meanwhile_is_not_recorded(
    store: DraftStore, draft: str, wanted: HandOver
) -> None:
    done = prepare(store, draft, wanted)
    store.submissions.abandon(done.submission)
    with pytest.raises(HandOverEndedError, match="aufgegeben"):
        record(store, draft, done.submission, KIM, TIME)
    assert store.load(draft).work.state == "approved"


@given(
    st.builds(
        HandOverTexts,
        mail_subject=st.text("Plan {}äß ", max_size=20),
        mail_text=st.text("Text {}\n äß", max_size=60),
    )
)
@settings(max_examples=examples(10, 60), deadline=None)
def test_what_a_package_was_made_of_gives_the_same_package(
    signed: SignedOff, texts: HandOverTexts
) -> None:
    document = accepted(signed.pdf)
    escaped = replace(
        texts, mail_subject=literal(texts.mail_subject), mail_text=literal(texts.mail_text)
    )
    package = package_of(document, escaped)
    recipe = read_recipe(recipe_of(package, publishing=False, changes=True).as_text())
    assert recipe is not None
    assert package_of(document, recipe.texts).files == package.files
