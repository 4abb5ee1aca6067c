"""A plan that is opened again from a file is told from another one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from msgspec.structs import replace as changed

from lpd_desktop.gui.stored_drafts import StoredDrafts
from lpd_desktop.plan.addresses import Address, with_blocks
from lpd_desktop.plan.file import read_lpd, write_published
from lpd_desktop.plan.file_relation import Relation
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file


def test_the_pdf_of_a_draft_is_that_draft_although_it_has_no_remarks(tmp_path: Path):
    file = sample_file()
    file = replace(file, work=changed(file.work, ignored_words=("Förderzielmatrix",)))
    drafts = StoredDrafts(tmp_path)
    draft_id = drafts.add(file)
    from_pdf = read_lpd(write_published(file))
    assert from_pdf != file
    known = drafts.known(from_pdf)
    assert (known.draft.id, known.is_same) == (draft_id, True)


def test_another_text_is_asked_about(tmp_path: Path):
    file = sample_file()
    drafts = StoredDrafts(tmp_path)
    draft_id = drafts.add(file)
    plan = with_blocks(file.form, file.plan, Address("A.staff"), (paragraph("Anders."),))
    other = replace(file, plan=plan)
    known = drafts.known(read_lpd(write_published(other)))
    assert (known.draft.id, known.relation) == (draft_id, Relation.UNKNOWN)
