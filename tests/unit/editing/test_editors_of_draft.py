"""The open draft notes who changes it."""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as changed

from lpd_desktop.editing.open_draft import OpenDraft
from lpd_desktop.editing.taking_back import TakenBack
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import paragraph
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.work import Editor

ANNA = Editor(account="muster", name="Anna", time="2022-11-08T09:30:00Z")
BEA = Editor(account="probe", name="Bea", time="2022-11-09T09:30:00Z")


def opened(file: LpdFile, editor: Editor = BEA) -> OpenDraft:
    return OpenDraft(file, editor=lambda: editor)


def edited_by(file: LpdFile, *editors: Editor) -> LpdFile:
    return replace(file, work=changed(file.work, editors=editors))


def another_day(file: LpdFile) -> LpdFile:
    return replace(file, plan=changed(file.plan, as_of="2022-12-01"))


def test_typing_and_steps_make_the_last_editor() -> None:
    draft = opened(edited_by(sample_file(), ANNA))
    draft.set_text(Address("A.staff"), (paragraph("neu"),))
    assert draft.file.work.editors == (ANNA, BEA)
    draft = opened(edited_by(sample_file(), ANNA))
    draft.change("Stand", another_day)
    assert draft.file.work.editors == (ANNA, BEA)


def test_who_takes_all_back_has_not_edited() -> None:
    found = edited_by(sample_file(), ANNA)
    draft = opened(found)
    draft.change("Stand", another_day)
    draft.undo()
    assert draft.file == found
    draft.redo()
    assert draft.file.work.editors == (ANNA, BEA)
    draft.change("Sitzung verwerfen", TakenBack(found))
    assert draft.file.work.editors == (ANNA,)


def test_who_undoes_only_a_part_has_edited() -> None:
    draft = opened(edited_by(sample_file(), ANNA))
    draft.set_text(Address("A.staff"), (paragraph("neu"),))
    draft.change("Stand", another_day)
    draft.undo()
    assert draft.file.work.editors == (ANNA, BEA)


def test_the_file_of_a_colleague_keeps_its_editors() -> None:
    draft = opened(sample_file())
    theirs = edited_by(another_day(sample_file()), ANNA)
    draft.change("Datei übernehmen", lambda _now: theirs)
    assert draft.file.work.editors == (ANNA,)


def test_who_takes_an_earlier_state_back_is_the_last_editor() -> None:
    earlier = edited_by(another_day(sample_file()), ANNA)
    draft = opened(edited_by(sample_file(), ANNA))
    draft.change("Frühere Fassung", TakenBack(earlier))
    assert draft.file.work.editors == (ANNA, BEA)


def test_looking_and_moving_on_make_nobody_an_editor() -> None:
    draft = opened(sample_file())
    draft.change("nichts", lambda file: file)
    draft.move_on("Prüfung", replace(draft.file, work=changed(draft.file.work, state="in_review")))
    assert draft.file.work.editors == ()
