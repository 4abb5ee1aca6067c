"""A damaged store built anew: what was saved last first, then the newest of what is elsewhere."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from lpd_desktop.plan.addresses import Address, with_blocks
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.store.connection import store_path
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.errors import NewerStoreError, StoreError
from lpd_desktop.store.migrations import STORE_VERSION
from lpd_desktop.store.repair.repairing import RepairReport, repair_store
from lpd_desktop.store.repair.sound_copies import newest_sound_copy, sound_copies

STAFF, TOPIC = "A.staff", "B.topics/long_term/why"


def saying(text: str, address: str = STAFF, file: LpdFile | None = None) -> LpdFile:
    file = file or sample_file()
    block = changed(paragraph(text), id="t1")
    plan = with_blocks(file.form, file.plan, Address.parse(address), (block,))
    return replace(file, plan=plan, as_read={})


def damage(folder: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(store_path(folder))) as connection:
        connection.execute("pragma foreign_keys = off")
        assert connection.execute(statement, values).rowcount
        connection.commit()


def repaired(folder: Path, copy: Path | None = None) -> RepairReport:
    before = store_path(folder).read_bytes()
    report = repair_store(folder, copy)
    assert report.kept is not None
    assert report.kept.read_bytes() == before, "the damaged file is kept as it was"
    with DraftStore.open(folder) as store:
        assert store.check() == []
    return report


def backup(folder: Path) -> Path:
    with DraftStore.open(folder) as store:
        store.backup(folder / "sicherung")
    return folder / "sicherung"


def add(folder: Path, file: LpdFile) -> str:
    with DraftStore.open(folder) as store:
        return store.add(file)


def save(folder: Path, draft: str, file: LpdFile) -> None:
    with DraftStore.open(folder) as store:
        store.save(draft, file)


def load(folder: Path, draft: str) -> LpdFile:
    with DraftStore.open(folder) as store:
        return store.load(draft)


def test_a_sound_draft_stays_as_it_was_saved_last_though_the_copy_is_older(tmp_path: Path) -> None:
    one, other = add(tmp_path, saying("eins")), add(tmp_path, saying("zwei"))
    copy = backup(tmp_path)
    save(tmp_path, one, saying("eins, danach"))
    damage(tmp_path, "update parts set content = 'x' where draft = ? and name = 'plan'", other)
    report = repaired(tmp_path, copy)
    assert load(tmp_path, one).plan == saying("eins, danach").plan
    assert load(tmp_path, other).plan == saying("zwei").plan
    assert {each.draft: each.kind for each in report.outcomes} == {one: "whole", other: "whole"}


def test_a_damaged_answer_comes_from_the_copy_and_the_others_stay_new(tmp_path: Path) -> None:
    draft = add(tmp_path, saying("Personal, alt"))
    copy = backup(tmp_path)
    newest = saying("Langzeit, neu", TOPIC, saying("Personal, neu"))
    save(tmp_path, draft, newest)
    damage(tmp_path, "delete from history")
    damage(tmp_path, "update answers set content = '[1]' where address = ?", STAFF)
    report = repaired(tmp_path, copy)
    assert (
        load(tmp_path, draft).plan == saying("Langzeit, neu", TOPIC, saying("Personal, alt")).plan
    )
    (outcome,) = report.outcomes
    assert outcome.kind == "partly"
    assert "Personal" in outcome.notes[0]
    assert "Sicherung" in outcome.notes[0]


def test_without_a_copy_an_earlier_text_takes_the_place_and_is_named(tmp_path: Path) -> None:
    draft = add(tmp_path, saying("ein langer früherer Text, der nicht verloren gehen darf"))
    save(tmp_path, draft, saying("neu"))
    damage(tmp_path, "update answers set content = '[1]' where address = ?", STAFF)
    report = repaired(tmp_path)
    old = saying("ein langer früherer Text, der nicht verloren gehen darf")
    assert load(tmp_path, draft).plan == old.plan
    assert "früheren Texten" in report.outcomes[0].sentence


def test_a_restore_point_stands_in_for_a_lost_structure(tmp_path: Path) -> None:
    draft = add(tmp_path, saying("vorher"))
    with DraftStore.open(tmp_path) as store:
        store.points.add(draft, "named", "Fassung Kreistag")
    save(tmp_path, draft, saying("nachher"))
    damage(tmp_path, "delete from parts where name in ('plan', 'form')")
    repaired(tmp_path)
    assert load(tmp_path, draft).plan == saying("nachher").plan


def test_texts_without_any_structure_are_kept_as_not_placed(tmp_path: Path) -> None:
    draft = add(tmp_path, saying("Dieser Satz muss bleiben."))
    damage(tmp_path, "delete from parts where name in ('plan', 'form')")
    report = repaired(tmp_path)
    texts = [each.text for each in load(tmp_path, draft).work.unplaced]
    assert "Dieser Satz muss bleiben." in texts
    assert "neu angelegt" in report.outcomes[0].sentence


def test_a_draft_whose_entry_in_the_list_is_lost_comes_back(tmp_path: Path) -> None:
    draft = add(tmp_path, saying("da"))
    damage(tmp_path, "delete from drafts")
    report = repaired(tmp_path)
    assert load(tmp_path, draft).plan == saying("da").plan
    assert [each.draft for each in report.outcomes] == [draft]


def test_the_head_is_lost_and_everything_comes_back_from_the_pages(tmp_path: Path) -> None:
    draft = add(tmp_path, saying("vorher, ein recht langer Text, der kürzer wird"))
    save(tmp_path, draft, saying("nachher"))
    with DraftStore.open(tmp_path) as store:
        store.points.add(draft, "named", "Fassung Kreistag")
        history = store.history(draft, STAFF)
        points = [(each.name, each.time) for each in store.points.of(draft)]
    path = store_path(tmp_path)
    path.write_bytes(b"\0" * 4096 + path.read_bytes()[4096:])
    report = repaired(tmp_path)
    assert [each.kind for each in report.outcomes] == ["whole"]
    with DraftStore.open(tmp_path) as store:
        assert store.load(draft).plan == saying("nachher").plan
        assert [each.content for each in store.history(draft, STAFF)] == [
            each.content for each in history
        ]
        assert [(each.name, each.time) for each in store.points.of(draft)] == points


def test_a_foreign_file_gives_way_to_the_copy(tmp_path: Path) -> None:
    draft = add(tmp_path, saying("da"))
    copy = backup(tmp_path)
    store_path(tmp_path).write_text("Einkaufszettel\n" * 500)
    report = repaired(tmp_path, copy)
    assert load(tmp_path, draft).plan == saying("da").plan
    assert [each.kind for each in report.outcomes] == ["copy"]


def test_nothing_at_all_gives_an_empty_store(tmp_path: Path) -> None:
    store_path(tmp_path).write_bytes(b"\0" * 9000)
    report = repaired(tmp_path)
    assert report.outcomes == ()


def test_a_draft_erased_for_good_does_not_come_back_from_the_copy(tmp_path: Path) -> None:
    gone, stays = add(tmp_path, saying("weg")), add(tmp_path, saying("bleibt"))
    copy = backup(tmp_path)
    with DraftStore.open(tmp_path) as store:
        store.erase(gone)
    damage(tmp_path, "update answers set content = '[1]' where address = ?", STAFF)
    report = repaired(tmp_path, copy)
    assert [each.draft for each in report.outcomes] == [stays]
    with DraftStore.open(tmp_path) as store:
        assert store.erased() == [gone]


def test_a_lost_log_is_mended_by_a_newer_copy(tmp_path: Path) -> None:
    draft = add(tmp_path, saying("alt"))
    shutil.copy(store_path(tmp_path), tmp_path / "alt")
    save(tmp_path, draft, saying("neu"))
    copy = backup(tmp_path)
    shutil.copy(tmp_path / "alt", store_path(tmp_path))
    with DraftStore.open(tmp_path) as store:
        assert "fehlen die letzten Änderungen" in store.check()[0]
    report = repaired(tmp_path, copy)
    assert load(tmp_path, draft).plan == saying("neu").plan
    assert [each.kind for each in report.outcomes] == ["copy"]
    assert report.notes == ()


def test_an_older_file_in_the_place_of_the_store_is_not_called_unreadable(tmp_path: Path) -> None:
    draft = add(tmp_path, saying("alt"))
    shutil.copy(store_path(tmp_path), tmp_path / "alt")
    save(tmp_path, draft, saying("neu"))
    shutil.copy(tmp_path / "alt", store_path(tmp_path))
    (note,) = repaired(tmp_path).notes
    assert "Zuletzt Gespeichertes fehlt" in note
    assert "lesbar" not in note


def test_the_count_goes_on_so_that_the_next_copy_is_newer_than_the_last(tmp_path: Path) -> None:
    draft = add(tmp_path, saying("alt"))
    for number in range(5):
        save(tmp_path, draft, saying(f"neu {number}"))
    first = backup(tmp_path).rename(tmp_path / "drafts-ersetzt-1.db")
    store_path(tmp_path).write_bytes(b"\0" * 9000)
    repaired(tmp_path, first)
    save(tmp_path, draft, saying("danach"))
    second = backup(tmp_path).rename(tmp_path / "drafts-ersetzt-0.db")
    newest = newest_sound_copy(tmp_path)
    assert newest is not None
    assert newest.path == second


def test_a_damaged_copy_is_not_offered(tmp_path: Path) -> None:
    add(tmp_path, saying("da"))
    copy = backup(tmp_path).rename(tmp_path / "drafts-format-1.db")
    assert [each.path for each in sound_copies(tmp_path)] == [copy]
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("update answers set content = '[1]' where address = ?", [STAFF])
        connection.commit()
    assert list(sound_copies(tmp_path)) == []


def test_a_store_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    add(tmp_path, saying("da"))
    later = f"step_{STORE_VERSION + 1:04}"
    damage(
        tmp_path,
        f"insert into _sqlite_migrations select 9, migration_set, '{later}', applied_at "
        "from _sqlite_migrations limit 1",
    )
    with closing(sqlite3.connect(store_path(tmp_path))) as connection:
        connection.execute(f"pragma user_version = {STORE_VERSION + 1}")
    before = store_path(tmp_path).read_bytes()
    with pytest.raises(NewerStoreError):
        repair_store(tmp_path, None)
    assert store_path(tmp_path).read_bytes() == before


def test_a_copy_that_cannot_be_used_changes_nothing(tmp_path: Path) -> None:
    add(tmp_path, saying("da"))
    before = store_path(tmp_path).read_bytes()
    (tmp_path / "bad").write_text("nichts")
    with pytest.raises(StoreError):
        repair_store(tmp_path, tmp_path / "bad")
    assert store_path(tmp_path).read_bytes() == before
