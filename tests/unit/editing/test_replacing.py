"""Changing words in many places as one step."""

from __future__ import annotations

import pytest
from hypothesis import given
from msgspec.structs import replace as changed

from lpd_desktop.editing.budget_rows import rename_row
from lpd_desktop.editing.open_draft import NotADraftError, OpenDraft
from lpd_desktop.editing.potentials import add_potential, name_potential
from lpd_desktop.editing.replacing import PlaceChangedError, replacements, with_changes
from lpd_desktop.form.library import form_with_id
from lpd_desktop.plan.addresses import Address, blocks_at, text_fields, with_blocks
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.model import Jobcenter, empty_plan
from lpd_desktop.plan.passages import passages_of
from lpd_desktop.plan.rich_text import Paragraph, Run, Table, plain_text, text_run, walk_blocks
from lpd_desktop.plan.search import Query, find
from lpd_desktop.plan.word_change import WordChange
from lpd_desktop.plan.work import Work
from tests.strategies import blocks

FORM = form_with_id("lpd-2023")
WHERE = Address("A.budget")


def _file(*written) -> LpdFile:
    plan = with_blocks(FORM, empty_plan(FORM, Jobcenter()), WHERE, written)
    return LpdFile(form=FORM, plan=plan, work=Work())


def _replaced(file: LpdFile, old: str, new: str, **options: bool) -> LpdFile:
    found = find(file.form, file.plan, Query(old, **options))
    return with_changes(file, replacements(found, new))


def _runs(file: LpdFile) -> list[tuple[str, bool, bool]]:
    (block,) = blocks_at(FORM, file.plan, WHERE)
    return [(run.words, run.bold, run.italic) for run in block.runs]


def test_letters_that_stay_keep_their_style() -> None:
    runs = (text_run("das "), text_run("Poten", bold=True), text_run("tial", italic=True))
    file = _replaced(_file(Paragraph("b", runs)), "Potential", "Potenzial")
    assert _runs(file) == [("das ", False, False), ("Poten", True, False), ("zial", False, True)]


def test_words_between_two_styles_take_the_style_of_their_start() -> None:
    runs = (text_run("Ein", bold=True), text_run("gliederung"))
    file = _replaced(_file(Paragraph("b", runs)), "Eingliederung", "Arbeit")
    assert _runs(file) == [("Arbeit", True, False)]


def test_runs_that_become_neighbours_of_one_style_are_joined() -> None:
    runs = (text_run("a "), text_run("weg", bold=True), text_run(" b"))
    file = _replaced(_file(Paragraph("b", runs)), "weg", "")
    assert _runs(file) == [("a  b", False, False)]


def test_all_places_of_a_passage_are_replaced_and_footnotes_stay() -> None:
    note = Run(footnote=(text_run("EGT im Fuß"),))
    file = _file(Paragraph("b", (text_run("EGT und E"), note, text_run("GT"))))
    (block,) = blocks_at(FORM, _replaced(file, "egt", "Titel").plan, WHERE)
    assert plain_text(block.runs) == "Titel und Titel"
    assert plain_text(next(run for run in block.runs if run.is_footnote).note) == "Titel im Fuß"


def test_cells_titles_and_own_labels_are_replaced() -> None:
    file = _file(Table("t", (((text_run("Kurs"),), (text_run("drei Kurse"),)),)))
    file = name_potential(add_potential(file), 0, "Kurse planen")
    row = next(FORM.budgets).rows[0].key
    file = rename_row(file, "A.budget", row, "Kurse der Stadt")
    file = _replaced(file, "Kurs", "Training")
    (table,) = blocks_at(FORM, file.plan, WHERE)
    assert [plain_text(cell) for cell in table.rows[0]] == ["Training", "drei Traininge"]
    assert file.plan.potentials[0].topic == "Traininge planen"
    assert file.plan.answer("A.budget").table.row(row).label == "Traininge der Stadt"


def test_a_place_that_says_the_new_words_already_is_left_out() -> None:
    file = _file(Paragraph("b", (text_run("team Team"),)))
    found = find(FORM, file.plan, Query("team"))
    assert [each.start for each in replacements(found, "Team")] == [0]


def test_a_text_that_changed_meanwhile_is_left_alone() -> None:
    file = _file(Paragraph("b", (text_run("alt und neu"),)))
    changes = replacements(find(FORM, file.plan, Query("alt")), "jung")
    other = _file(Paragraph("b", (text_run("ganz anders"),)))
    for newer in (other, _file()):
        with pytest.raises(PlaceChangedError, match="inzwischen geändert"):
            with_changes(newer, changes)


def test_ids_stay_and_one_undo_takes_all_back() -> None:
    file = _file(*(Paragraph(f"b{n}", (text_run(f"Wort {n}"),)) for n in range(3)))
    draft = OpenDraft(file)
    changes = replacements(find(FORM, file.plan, Query("wort")), "Satz")
    draft.change("Ersetzen", lambda each: with_changes(each, changes))
    (*_rest, last) = blocks_at(FORM, draft.plan, WHERE)
    assert (last.id, plain_text(last.runs)) == ("b2", "Satz 2")
    assert draft.undo_title == "Ersetzen"
    draft.undo()
    assert draft.file == file


def test_an_approved_plan_is_not_changed() -> None:
    file = _file(Paragraph("b", (text_run("Wort"),)))
    approved = LpdFile(form=FORM, plan=file.plan, work=changed(file.work, state="approved"))
    changes = replacements(find(FORM, file.plan, Query("wort")), "Satz")
    with pytest.raises(NotADraftError):
        OpenDraft(approved).change("Ersetzen", lambda each: with_changes(each, changes))


@given(blocks())
def test_a_change_at_every_letter_says_what_it_should_and_keeps_the_blocks(written) -> None:
    file = _file(*written)
    fields = dict(text_fields(FORM, file.plan))
    changes = [
        WordChange(passage, start, passage.text[start], "x")
        for passage in passages_of(WHERE, fields[WHERE])
        for start in range(0, len(passage.text), 3)
    ]
    after = blocks_at(FORM, with_changes(file, changes).plan, WHERE)
    for before, now in zip(passages_of(WHERE, written), passages_of(WHERE, after), strict=True):
        expected = "".join("x" if at % 3 == 0 else each for at, each in enumerate(before.text))
        assert now.text == expected
    assert [block.id for block in walk_blocks(after)] == [b.id for b in walk_blocks(written)]
