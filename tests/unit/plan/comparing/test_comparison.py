"""Two plans, place by place."""

from __future__ import annotations

from dataclasses import replace as with_fields
from pathlib import Path

from hypothesis import given, settings
from msgspec.structs import replace

from lpd_desktop.editing.budget_rows import set_amount
from lpd_desktop.editing.replacing import replacements, with_changes
from lpd_desktop.plan.addresses import Address, blocks_at, text_fields, with_blocks
from lpd_desktop.plan.comparing.comparison import compare_plans
from lpd_desktop.plan.comparing.marked_text import marked_lines, told_amount
from lpd_desktop.plan.comparing.place_change import PlaceChange
from lpd_desktop.plan.file import LpdFile, read_lpd, write_lpd
from lpd_desktop.plan.rich_text import Paragraph, text_run
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.search import Query, find
from lpd_desktop.plan.words import block_words
from lpd_desktop.word.importing import import_document
from tests.extent import examples
from tests.strategies import lpd_files

SAMPLE = sample_file()
SENTENCE = "Im Frühjahr beginnt ein Vorhaben mit vier Betrieben."


def _with_sentence(file: LpdFile, where: str, text: str = SENTENCE) -> LpdFile:
    address = Address.parse(where)
    present = blocks_at(file.form, file.plan, address) or ()
    blocks = (*present, Paragraph("own", (text_run(text),)))
    return with_fields(file, plan=with_blocks(file.form, file.plan, address, blocks))


def _with_potentials(file: LpdFile, *places: int) -> LpdFile:
    potentials = tuple(file.plan.potentials[place] for place in places)
    return with_fields(file, plan=replace(file.plan, potentials=potentials))


def _changes(old: LpdFile, new: LpdFile) -> dict[str, PlaceChange]:
    return {place.where or place.old_where: place for place in compare_plans(old, new).places}


@given(lpd_files())
def test_a_plan_that_was_written_and_read_is_the_same(file: LpdFile) -> None:
    bare = LpdFile(file.form, file.plan)
    assert not compare_plans(file, read_lpd(write_lpd(bare))).differs


@settings(max_examples=examples(8, 30))
@given(lpd_files(), lpd_files())
def test_both_ways_the_same_places_differ(old: LpdFile, new: LpdFile) -> None:
    there, back = compare_plans(old, new), compare_plans(new, old)
    assert there.differs == back.differs
    texts = [{(p.where, p.old_where) for p in there.places if p.kind == "text"}]
    texts.append({(p.old_where, p.where) for p in back.places if p.kind == "text"})
    assert texts[0] == texts[1]


def test_an_answer_tells_its_place_and_its_words() -> None:
    (place,) = compare_plans(SAMPLE, _with_sentence(SAMPLE, "A.staff")).places
    assert (place.where, place.old_where, place.status) == ("A.staff", "A.staff", "changed")
    assert (place.words_added, place.words_removed) == (8, 0)
    assert list(marked_lines(place))[-1] == f"  + {SENTENCE}"


def test_what_is_gone_or_new_as_a_whole_is_said_once() -> None:
    without = _with_potentials(SAMPLE, 1)
    gone = [each for each in compare_plans(SAMPLE, without).places if each.status == "removed"]
    new = [each for each in compare_plans(without, SAMPLE).places if each.status == "added"]
    assert told_amount(gone[-1]) == f"entfallen: {gone[-1].words_removed} Wörter"
    assert told_amount(new[-1]) == f"neu: {new[-1].words_added} Wörter"


def test_an_amount_tells_its_difference() -> None:
    item = next(SAMPLE.form.budgets).key
    row = SAMPLE.plan.table_of(SAMPLE.form, item).rows[0]
    changed = set_amount(SAMPLE, item, row.key, "plan", "1.000")
    place = _changes(SAMPLE, changed)[f"{item}/table"]
    (line,) = place.changed_lines
    assert line.label == f"Zeile „{row.label}“, {SAMPLE.form.year}"
    assert line.pieces[-1].text == "1.000\u00a0€"
    assert "%" in line.remark


def test_a_topic_that_was_put_away_and_moved_ones_are_told_apart() -> None:
    topics = SAMPLE.plan.topics
    fewer = with_fields(SAMPLE, plan=replace(SAMPLE.plan, topics=(topics[2], topics[0])))
    changes = _changes(SAMPLE, fewer)
    statuses = [line.status for line in changes["B.topics"].changed_lines]
    assert sorted(statuses) == ["moved", "removed"]
    gone = {place.old_where for place in changes.values() if not place.where}
    assert gone == {f"B.topics/{topics[1].key}/{key}" for key in topics[1].answers}


def test_a_potential_keeps_its_counterpart_when_it_changes_its_place() -> None:
    assert len(SAMPLE.plan.potentials) == 3
    turned = _with_potentials(SAMPLE, 1, 0, 2)
    assert list(_changes(SAMPLE, turned)) == ["C.potentials"]
    written = _with_sentence(turned, "C.potentials/2/development")
    place = _changes(SAMPLE, written)["C.potentials/2/development"]
    assert place.old_where == "C.potentials/1/development"
    assert [line.status for line in place.changed_lines] == ["added"]


def test_a_paragraph_that_went_to_another_answer_says_where() -> None:
    old, new = (_with_sentence(SAMPLE, where) for where in ("A.staff", "C.potentials/1/background"))
    changes = _changes(old, new)
    remarks = [place.changed_lines[0].remark for place in changes.values()]
    assert remarks[0].startswith("jetzt bei: C Potential 1")
    assert remarks[1].startswith("stand bei: A ")


def test_the_stand_and_the_wording_of_a_question_count() -> None:
    form = replace(SAMPLE.form, title="Anderer Titel {year}")
    other = LpdFile(form, replace(SAMPLE.plan, as_of="2023-01-02"))
    changes = _changes(SAMPLE, other)
    assert list(changes) == ["form", "cover"]
    assert changes["cover"].changed_lines[0].pieces[-1].text == "02.01.2023"


def test_the_work_around_a_plan_does_not_count() -> None:
    bare = LpdFile(SAMPLE.form, SAMPLE.plan)
    assert not compare_plans(SAMPLE, bare).differs


def test_real_plans_that_were_imported_anew_are_the_same_and_a_word_is_found(
    seeds: dict[str, Path],
) -> None:
    form = SAMPLE.form
    for path in seeds.values():
        old, again = (import_document(path.read_bytes(), path.name, form).file for _ in range(2))
        assert not compare_plans(old, again).differs
        texts = [blocks for _where, blocks in text_fields(form, old.plan)]
        words = [word for blocks in texts for word in block_words(blocks) if word.isalpha()]
        often = max(words, key=lambda word: (len(word) > 7, words.count(word)), default="")
        found = find(form, old.plan, Query(often, match_case=True, whole_words=True))
        new = with_changes(again, replacements(found, "Amtsstube"))
        assert bool(found) == bool(words)
        comparison = compare_plans(old, new)
        assert (comparison.words_added, comparison.words_removed) == (len(found), len(found))
