"""What is stored comes back; what is damaged is named."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from msgspec.structs import replace as changed

from lpd_desktop.plan.addresses import Address, blocks_at, with_blocks
from lpd_desktop.plan.file import LpdFile, load_lpd, save_lpd, write_lpd
from lpd_desktop.plan.places import place_of
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import Release, Signatory
from lpd_desktop.store import draft_store as draft_store_module
from lpd_desktop.store import saving
from lpd_desktop.store.connection import store_path
from lpd_desktop.store.draft_store import DraftStore
from lpd_desktop.store.errors import ChangedElsewhereError, DamagedDraftError, UnknownDraftError
from tests.extent import examples
from tests.strategies import lpd_files


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DraftStore]:
    with DraftStore.open(tmp_path) as opened:
        yield opened


@pytest.fixture(scope="module")
def one_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DraftStore]:
    with DraftStore.open(tmp_path_factory.mktemp("store")) as opened:
        yield opened


def first_address(file: LpdFile) -> Address:
    item = file.form.topics
    assert item is not None
    topic = file.plan.topics[0]
    return Address(item.key, (topic.key, item.questions_of(topic.key)[0].key))


def with_text(file: LpdFile, text: str) -> LpdFile:
    plan = with_blocks(file.form, file.plan, first_address(file), (paragraph(text),))
    return replace(file, plan=plan)


def text_of(file: LpdFile) -> str:
    blocks = blocks_at(file.form, file.plan, first_address(file))
    assert blocks
    return blocks[0].runs[0].text


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The time that the store believes it is."""
    times = ["2023-01-01T10:00:00Z"]
    for module in (draft_store_module, saving):
        monkeypatch.setattr(module, "utc_now", lambda: times[-1])
    return times


@settings(max_examples=examples(8, 20))
@given(file=lpd_files())
def test_a_stored_file_comes_back_byte_for_byte(one_store: DraftStore, file: LpdFile) -> None:
    draft = one_store.add(file)
    assert one_store.load(draft) == file
    assert write_lpd(one_store.load(draft)) == write_lpd(file)


@settings(max_examples=examples(5, 10))
@given(first=lpd_files(), second=lpd_files())
def test_a_saved_file_replaces_all_of_the_one_before(
    one_store: DraftStore, first: LpdFile, second: LpdFile
) -> None:
    draft = one_store.add(first)
    one_store.save(draft, second)
    assert write_lpd(one_store.load(draft)) == write_lpd(second)


def test_a_file_with_parts_spelled_otherwise_keeps_its_bytes(
    store: DraftStore, tmp_path: Path
) -> None:
    path = tmp_path / "a.lpd"
    text = write_lpd(sample_file()).decode("utf-8")
    path.write_text(text.replace('"version": 0,', ""), "utf-8")
    file = load_lpd(path)
    assert write_lpd(store.load(store.add(file))) == write_lpd(file)


def test_the_list_shows_jobcenter_year_state_and_where_the_draft_came_from(
    store: DraftStore, tmp_path: Path
) -> None:
    path = tmp_path / "mein.lpd"
    file = sample_file()
    save_lpd(path, file)
    draft = store.add(file, path)
    (summary,) = store.list_drafts()
    assert summary.id == draft
    assert summary.jobcenter == file.plan.jobcenter.name
    assert (summary.year, summary.state) == (file.form.year, "draft")
    assert 0 < summary.completeness <= 100
    assert summary.origin is not None
    assert summary.origin.path == path
    assert not summary.is_damaged


def test_the_draft_changed_last_stands_first(store: DraftStore, clock: list[str]) -> None:
    older = store.add(sample_file())
    clock.append("2023-01-01T10:00:01Z")
    newer = store.add(sample_file())
    assert [each.id for each in store.list_drafts()] == [newer, older]
    clock.append("2023-01-01T10:00:02Z")
    store.save(older, sample_file())
    assert [each.id for each in store.list_drafts()] == [older, newer]


def test_changing_one_answer_writes_its_row_and_the_summary_alone(store: DraftStore) -> None:
    file = with_text(sample_file(), "Alt")
    draft = store.add(file)
    statements: list[str] = []
    store._database.conn.set_trace_callback(statements.append)
    store.save(draft, with_text(file, "Neu"))
    written = [line for line in statements if line.lower().startswith(("insert", "delete"))]
    tables = [line.split()[2].strip('"[]') for line in written]
    assert sorted(tables) == ["answers", "drafts", "history"]


def test_an_unchanged_file_is_found_again_and_a_changed_one_is_not(store: DraftStore) -> None:
    file = sample_file()
    draft = store.add(file)
    assert store.find_same(file) == draft
    assert store.find_same(with_text(file, "Neu")) is None
    store.trash(draft)
    assert store.find_same(file) is None


def of_year(file: LpdFile, year: int, **jobcenter: str) -> LpdFile:
    plan = changed(file.plan, jobcenter=changed(file.plan.jobcenter, **jobcenter))
    return replace(file, plan=plan, form=changed(file.form, year=year))


def test_last_years_plan_of_the_same_jobcenter_is_found(
    store: DraftStore, clock: list[str]
) -> None:
    file = sample_file()
    year = file.form.year
    assert store.year_before(file) is None
    wanted = store.add(of_year(file, year - 1))
    for number, other in enumerate(
        (file, of_year(file, year - 2), of_year(file, year - 1, name="Kreis Fern", number="99"))
    ):
        clock.append(f"2023-01-01T11:00:0{number}Z")
        store.add(other)
    assert store.year_before(file) == wanted
    assert store.year_before(of_year(file, year, name="", number="")) is None
    store.trash(wanted)
    assert store.year_before(file) is None


def test_of_two_plans_of_last_year_the_approved_one_counts(
    store: DraftStore, clock: list[str]
) -> None:
    file = sample_file()
    release = Release(
        version=1,
        seal="0" * 64,
        date="2022-11-10",
        signatories=(Signatory(name="A", role="B"),),
        place="C",
    )
    before = of_year(file, file.form.year - 1)
    approved = store.add(replace(before, release=release))
    clock.append("2023-01-01T11:00:00Z")
    store.add(before)
    assert store.year_before(file) == approved


def test_a_clock_that_was_set_back_neither_reverses_nor_floods_the_history(
    store: DraftStore, clock: list[str]
) -> None:
    file = sample_file()
    draft = store.add(file)
    times = ["2030-01-01T10:00:00Z", *(f"2023-01-01T10:00:{second:02}Z" for second in range(30))]
    for number, time in enumerate(times):
        clock.append(time)
        store.save(draft, with_text(file, f"Stand {number}"))
    kept = store.history(draft, str(first_address(file)))
    assert [each.time for each in kept] == ["2023-01-01T10:00:00Z", "2030-01-01T10:00:00Z"]
    assert "Stand 0" in kept[0].content


def test_a_trashed_draft_leaves_the_list_and_comes_back(store: DraftStore) -> None:
    draft = store.add(sample_file())
    store.trash(draft)
    assert store.list_drafts() == []
    assert [each.id for each in store.list_drafts(trashed=True)] == [draft]
    store.take_back(draft)
    assert [each.id for each in store.list_drafts()] == [draft]
    assert store.check() == []


def test_a_save_of_another_window_is_not_overwritten(store: DraftStore, tmp_path: Path) -> None:
    file = sample_file()
    draft = store.add(file)
    revision = store.summary(draft).revision
    with DraftStore.open(tmp_path) as other:
        other.save(draft, with_text(file, "Andere"), expected_revision=revision)
    with pytest.raises(ChangedElsewhereError, match="anderen Fenster"):
        store.save(draft, with_text(file, "Meine"), expected_revision=revision)
    assert text_of(store.load(draft)) == "Andere"


def test_an_unknown_draft_is_named(store: DraftStore) -> None:
    for step in (store.load, store.trash, store.summary):
        with pytest.raises(UnknownDraftError, match="gibt keinen Entwurf „weg“"):
            step("weg")
    with pytest.raises(UnknownDraftError):
        store.save("weg", sample_file())


def test_while_typing_one_state_of_an_answer_is_kept_in_five_minutes(
    store: DraftStore, clock: list[str]
) -> None:
    file = with_text(sample_file(), "eins")
    draft, address = store.add(file), str(first_address(file))
    states = (("10:00:10", "eins zwei"), ("10:03:00", "eins zwei drei"), ("10:06:00", "und vier"))
    for time, text in states:
        clock.append(f"2023-01-01T{time}Z")
        store.save(draft, with_text(file, text))
    kept = store.history(draft, address)
    assert [("eins zwei drei" in each.content, each.time) for each in kept] == [
        (True, "2023-01-01T10:06:00Z"),
        (False, "2023-01-01T10:00:10Z"),
    ]


def test_a_text_that_is_deleted_is_always_kept(store: DraftStore, clock: list[str]) -> None:
    file = with_text(sample_file(), "anfangs")
    draft, address = store.add(file), str(first_address(file))
    long = "lang " * 50
    for second, text in enumerate(["anfangs etwas", long, "x"]):
        clock.append(f"2023-01-01T10:00:0{second}Z")
        store.save(draft, with_text(file, text))
    assert long in store.history(draft, address)[0].content


def test_the_answers_of_a_removed_potential_are_kept(store: DraftStore) -> None:
    file = sample_file()
    draft = store.add(file)
    store.save(draft, replace(file, plan=changed(file.plan, potentials=())))
    item = file.form.potentials
    assert item is not None
    assert store.history(draft, f"{item.key}/1/development")


def test_releases_come_back_as_they_were(store: DraftStore) -> None:
    file = sample_file()
    draft = store.add(file)
    release = Release(
        version=1,
        seal="0" * 64,
        signatories=(Signatory(name="A", role="B"),),
        place="C",
        date="2022-11-10",
    )
    approved = replace(file, release=release)
    store.add_release(draft, approved, b"%PDF-1.7")
    (stored,) = store.releases(draft)
    assert (stored.version, stored.lpd, stored.pdf) == (1, write_lpd(approved), b"%PDF-1.7")
    with pytest.raises(ValueError, match="not approved"):
        store.add_release(draft, file)


def tamper(folder: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(store_path(folder))) as connection:
        assert connection.execute(statement, values).rowcount == 1
        connection.commit()


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        (
            "update answers set content = content || ' ' where draft = ? and address = ?",
            "Die Antwort bei „{place}“ ist beschädigt",
        ),
        ("delete from answers where draft = ? and address = ?", "fehlt oder ist vertauscht"),
        (
            "update parts set content = '{{}}' where draft = ? and name = 'work' and '' <> ?",
            "Der Teil „Bearbeitung“",
        ),
        ("update drafts set year = 1999 where id = ? and '' <> ?", "Der Eintrag in der Liste"),
    ],
)
def test_a_tampered_row_is_named_and_other_drafts_still_open(
    store: DraftStore, tmp_path: Path, statement: str, named: str
) -> None:
    file = sample_file()
    draft, other = store.add(file), store.add(file)
    address = str(first_address(file))
    tamper(tmp_path, statement.replace("{{}}", "{}"), draft, address)
    with pytest.raises(DamagedDraftError) as caught:
        store.load(draft)
    place = place_of(file.form, file.plan, first_address(file))
    assert named.format(place=place) in str(caught.value)
    assert draft in str(caught.value)
    assert store.load(other) == file
    assert len(store.check()) == 1
    assert {each.id for each in store.list_drafts()} == {draft, other}


def test_a_tampered_summary_is_marked_in_the_list(store: DraftStore, tmp_path: Path) -> None:
    draft = store.add(sample_file())
    tamper(tmp_path, "update drafts set jobcenter = 'Anders' where id = ?", draft)
    assert store.list_drafts()[0].is_damaged


def test_a_tampered_history_or_release_is_reported(store: DraftStore, tmp_path: Path) -> None:
    file = sample_file()
    draft = store.add(file)
    store.save(draft, with_text(file, "Neu"))
    with closing(sqlite3.connect(store_path(tmp_path))) as connection:
        connection.execute("drop trigger history_never_changes")
        connection.execute("update history set content = '[]'")
        connection.commit()
    (problem,) = store.check()
    assert str(first_address(file)) in problem
    assert store.history(draft, str(first_address(file))) == []


def test_releases_and_history_cannot_be_rewritten_by_a_statement(store: DraftStore) -> None:
    file = sample_file()
    draft = store.add(file)
    store.save(draft, with_text(file, "Neu"))
    with pytest.raises(sqlite3.IntegrityError, match="appended"):
        store._database.execute("update history set content = '[]'")


def test_saving_over_a_damaged_answer_heals_it(store: DraftStore, tmp_path: Path) -> None:
    file = sample_file()
    draft = store.add(file)
    tamper(
        tmp_path,
        "update answers set content = 'x' where draft = ? and address = ?",
        draft,
        str(first_address(file)),
    )
    store.save(draft, file)
    assert store.load(draft) == file


def test_of_a_damaged_draft_all_but_the_damaged_answer_is_salvaged(
    store: DraftStore, tmp_path: Path
) -> None:
    file = sample_file()
    draft = store.add(file)
    address = str(first_address(file))
    tamper(
        tmp_path, "update answers set content = 'x' where draft = ? and address = ?", draft, address
    )
    salvaged = store.salvage(draft)
    assert salvaged.missing == (address,)
    assert place_of(file.form, file.plan, first_address(file)) in salvaged.problems[0]
    topic = file.plan.topics[0]
    question = first_address(file).parts[1]
    empty = changed(topic, answers={**topic.answers, question: ()})
    assert salvaged.file == replace(file, plan=file.plan.with_topic(empty))


def test_a_damaged_answer_is_salvaged_from_its_history(store: DraftStore, tmp_path: Path) -> None:
    file = with_text(sample_file(), "Früher")
    draft = store.add(file)
    store.save(draft, with_text(file, "Heute"))
    address = str(first_address(file))
    tamper(tmp_path, "delete from answers where draft = ? and address = ?", draft, address)
    assert text_of(store.salvage(draft).file) == "Früher"


def test_an_intact_draft_is_salvaged_whole(store: DraftStore) -> None:
    draft = store.add(sample_file())
    salvaged = store.salvage(draft)
    assert (salvaged.file, salvaged.problems, salvaged.missing) == (sample_file(), (), ())


def test_without_its_structure_nothing_is_salvaged(store: DraftStore, tmp_path: Path) -> None:
    draft = store.add(sample_file())
    tamper(tmp_path, "delete from parts where draft = ? and name = 'plan'", draft)
    with pytest.raises(DamagedDraftError, match="Aufbau"):
        store.salvage(draft)
