"""A draft of the store and its .lpd files: opened, edited, sent, returned, gone, overwritten."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.editing import file_writing
from lpd_desktop.editing.file_sentences import standing_sentence
from lpd_desktop.editing.file_standing import DraftFiles, Standing, file_standing, look_at
from lpd_desktop.editing.file_taking import file_as_draft
from lpd_desktop.editing.file_writing import (
    DraftCopy,
    FileChangedError,
    copy_of,
    note_copy,
    write_copy,
)
from lpd_desktop.editing.known_draft import add_draft, known_draft
from lpd_desktop.editing.passing_places import is_passing_place
from lpd_desktop.plan.file import LpdFile, load_lpd, save_lpd, write_lpd, write_published
from lpd_desktop.plan.file_relation import Relation
from lpd_desktop.plan.file_trail import state_of
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.file_states import FILE_STATES
from lpd_desktop.store.summary import Origin


def edited(file: LpdFile, day: str) -> LpdFile:
    return replace(file, plan=changed(file.plan, as_of=day))


class Office:
    """One person: a store with one draft, and what one does with files."""

    def __init__(self, folder: Path) -> None:
        self.store = DraftStore.open(folder)
        self.draft = ""

    def open(self, path: Path) -> None:
        self.draft = self.store.add(load_lpd(path), path)

    def make(self, file: LpdFile) -> None:
        self.draft = self.store.add(file)

    def edit(self, day: str) -> None:
        self.store.save(self.draft, edited(self.store.load(self.draft), day))

    def write(self, path: Path, expected: str | None = None) -> None:
        copy = copy_of(self.store, self.draft)
        note_copy(self.store, copy, path, write_copy(copy, path, expected))

    def take(self, path: Path) -> None:
        seen = look_at(path)
        self.store.save(self.draft, file_as_draft(seen.file))
        self.store.files.note(self.draft, seen.origin, state_of(seen.file))

    def standing(self, path: Path) -> Standing:
        known = DraftFiles.of(self.store, self.draft)
        return file_standing(path, self.store.load(self.draft), known)[1]


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path / "ours")
    yield office
    office.store.close()


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path / "theirs")
    yield office
    office.store.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Plan für Ötigheim.lpd"


def test_a_file_goes_to_a_colleague_and_comes_back(ours: Office, theirs: Office, path: Path):
    ours.make(sample_file())
    ours.write(path)
    assert ours.standing(path) is Standing.SAME
    theirs.open(path)
    theirs.edit("2022-11-05")
    assert theirs.standing(path) is Standing.OLDER
    theirs.write(path)
    assert ours.standing(path) is Standing.NEWER
    ours.take(path)
    assert ours.standing(path) is Standing.SAME
    assert ours.store.load(ours.draft).plan.as_of == "2022-11-05"
    ours.edit("2022-11-06")
    assert ours.standing(path) is Standing.OLDER


def test_both_went_on_until_one_replaces_the_file_knowingly(
    ours: Office, theirs: Office, path: Path, tmp_path: Path
):
    ours.make(sample_file())
    ours.write(path)
    theirs.open(path)
    theirs.edit("2022-11-05")
    theirs.write(path)
    mail = tmp_path / "Anlage.lpd"
    mail.write_bytes(path.read_bytes())
    ours.edit("2022-11-06")
    assert ours.standing(path) is Standing.BOTH_WENT_ON
    replaced, copy = look_at(path), copy_of(ours.store, ours.draft)
    data = write_copy(copy, path, replaced.sha256)
    note_copy(ours.store, copy, path, data, replaced)
    assert ours.standing(path) is Standing.SAME
    assert ours.standing(mail) is Standing.OLDER
    assert theirs.standing(path) is Standing.NEWER


def test_an_older_copy_that_is_put_back_is_older_whatever_its_name_and_time(
    ours: Office, path: Path, tmp_path: Path
):
    ours.make(sample_file())
    ours.write(path)
    old = path.read_bytes()
    ours.edit("2022-11-05")
    ours.write(path)
    path.write_bytes(old)
    os.utime(path, (4e9, 4e9))
    assert ours.standing(path) is Standing.OLDER
    (tmp_path / "Kopie (2).lpd").write_bytes(old)
    assert ours.standing(tmp_path / "Kopie (2).lpd") is Standing.OLDER


def test_another_program_that_keeps_no_trail_changed_the_file(ours: Office, path: Path):
    ours.make(sample_file())
    ours.write(path)
    save_lpd(path, edited(sample_file(), "2022-12-24"))
    assert ours.standing(path) is Standing.NEWER
    ours.edit("2022-12-25")
    assert ours.standing(path) is Standing.BOTH_WENT_ON


def test_a_draft_of_an_older_store_knows_its_file_by_the_bytes(ours: Office, path: Path):
    save_lpd(path, sample_file())
    ours.open(path)
    ours.store._database.execute(f"delete from {FILE_STATES}")
    ours.edit("2022-11-05")
    assert ours.standing(path) is Standing.OLDER


def test_what_is_no_file_of_the_draft_any_more_is_said(ours: Office, path: Path, tmp_path: Path):
    ours.make(sample_file())
    ours.write(path)
    path.unlink()
    assert ours.standing(path) is Standing.GONE
    assert ours.standing(tmp_path / "fort" / path.name) is Standing.GONE
    other = sample_file()
    save_lpd(path, replace(other, plan=changed(other.plan, id="another")))
    assert ours.standing(path) is Standing.OTHER_PLAN
    for content, words in ((b"kein Plan", "kein lesbares"), (newer_format(), "Format 99")):
        path.write_bytes(content)
        assert ours.standing(path) is Standing.UNREADABLE
        assert words in standing_sentence(look_at(path), Standing.UNREADABLE)


def newer_format() -> bytes:
    return write_lpd(sample_file()).replace(b'"schema": 1', b'"schema": 99')


@pytest.mark.parametrize("standing", Standing)
def test_every_standing_has_its_sentence_with_the_name_of_the_file(standing, path: Path):
    save_lpd(path, sample_file())
    assert path.name in standing_sentence(look_at(path), standing)


def test_a_file_that_changed_since_it_was_looked_at_is_not_overwritten(ours: Office, path: Path):
    ours.make(sample_file())
    ours.write(path)
    seen = look_at(path)
    path.write_bytes(b"von anderswo")
    with pytest.raises(FileChangedError, match="inzwischen"):
        ours.write(path, seen.sha256)
    assert path.read_bytes() == b"von anderswo"
    with pytest.raises(FileChangedError, match="andere Datei"):
        ours.write(path, "")
    path.unlink()
    with pytest.raises(FileChangedError):
        ours.write(path, seen.sha256)
    assert not path.exists()


def test_the_bytes_are_compared_right_before_the_file_is_replaced(
    ours: Office, path: Path, monkeypatch
):
    """Somebody saves while the draft is put into bytes."""
    ours.make(sample_file())
    ours.write(path)
    seen = look_at(path)

    def slow(file: LpdFile) -> bytes:
        path.write_bytes(b"schneller")
        return write_lpd(file)

    monkeypatch.setattr(file_writing, "write_lpd", slow)
    with pytest.raises(FileChangedError):
        ours.write(path, seen.sha256)
    assert path.read_bytes() == b"schneller"


def test_an_untouched_plan_goes_out_in_the_bytes_in_which_it_came_in(ours: Office, path: Path):
    save_lpd(path, sample_file())
    ours.open(path)
    assert copy_of(ours.store, ours.draft).bytes() == path.read_bytes()


def test_the_trail_is_never_published(ours: Office, path: Path):
    ours.make(sample_file())
    ours.write(path)
    ours.edit("2022-11-05")
    ours.write(path)
    sent = load_lpd(path)
    assert state_of(sample_file()) in write_lpd(sent).decode()
    assert state_of(sample_file()) not in write_published(sent).decode()


def test_a_store_that_takes_no_note_is_no_reason_to_call_writing_a_failure(
    ours: Office, path: Path
):
    ours.make(sample_file())
    copy = copy_of(ours.store, ours.draft)
    data = write_copy(copy, path, "")
    gone = DraftCopy("no such draft", copy.file, copy.known)
    note_copy(ours.store, gone, path, data)
    assert load_lpd(path).plan == copy.file.plan


def test_only_so_many_states_are_kept_and_the_revision_stays(ours: Office, path: Path, monkeypatch):
    monkeypatch.setattr("lpd_desktop.store.file_states.STATES_AT_MOST", 5)
    save_lpd(path, sample_file())
    ours.open(path)
    revision = ours.store.summary(ours.draft).revision
    origin = Origin.of(path)
    for number in range(8):
        ours.store.files.note(ours.draft, origin, str(number), str(number))
    states = [each.state for each in ours.store.files.of(ours.draft)]
    assert states == ["3", "4", "5", "6", "7"]
    assert ours.store.summary(ours.draft).revision == revision


def test_a_damaged_entry_costs_no_more_than_itself(ours: Office, path: Path):
    save_lpd(path, sample_file())
    ours.open(path)
    ours.store._database.execute(f"update {FILE_STATES} set state = 'x'")
    assert ours.store.files.of(ours.draft) == []
    assert any("Datei" in each for each in ours.store.check())


def test_a_file_that_is_opened_finds_its_draft_among_several_of_the_plan(
    ours: Office, theirs: Office, path: Path, tmp_path: Path
):
    ours.make(sample_file())
    first = ours.draft
    ours.write(path)
    ours.make(edited(sample_file(), "2021-01-01"))
    theirs.open(path)
    theirs.edit("2022-11-05")
    returned = tmp_path / "zurück.lpd"
    theirs.write(returned)
    seen = look_at(returned)
    known = known_draft(ours.store, seen.file, seen)
    assert (known.draft.id, known.relation) == (first, Relation.NEWER)
    ours.store.trash(first)
    known = known_draft(ours.store, seen.file, seen)
    assert (known.draft.id, known.relation) == (ours.draft, Relation.UNKNOWN)
    ours.store.trash(ours.draft)
    assert known_draft(ours.store, seen.file, seen) is None


@pytest.mark.parametrize(
    ("path", "passes"),
    [
        (r"P:\Profil\AppData\Local\Microsoft\Windows\INetCache\Content.Outlook\X1\p.lpd", True),
        (r"P:\Profil\AppData\Local\Temp\Temp1_plan.zip\p.lpd", True),
        ("/profil/.cache/thunderbird/p.lpd", True),
        (r"P:\Profil\Documents\Temp\p.lpd", False),
        (r"\\server\share\local\p.lpd", False),
        ("/profil/Temp/local/p.lpd", False),
        (r"P:\Profil\inetcache", False),
    ],
)
def test_what_is_opened_out_of_a_mail_lies_where_files_vanish(path: str, passes: bool):
    assert is_passing_place(Path(path)) is passes


def test_a_file_opened_out_of_a_mail_is_known_and_not_the_file_of_the_draft(
    ours: Office, tmp_path: Path
):
    folder = tmp_path / "INetCache"
    folder.mkdir()
    save_lpd(folder / "Plan.lpd", sample_file())
    seen = look_at(folder / "Plan.lpd")
    ours.draft = add_draft(ours.store, seen.file, seen)
    assert ours.store.summary(ours.draft).origin is None
    ours.edit("2022-11-05")
    assert ours.standing(seen.path) is Standing.OLDER


def test_a_draft_that_cannot_be_read_is_known_all_the_same(ours: Office, path: Path):
    ours.make(sample_file())
    ours.store._database.execute("update answers set content = '[]'")
    known = known_draft(ours.store, sample_file())
    assert (known.draft.id, known.relation) == (ours.draft, Relation.UNKNOWN)
