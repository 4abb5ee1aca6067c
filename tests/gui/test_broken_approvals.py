"""A plan that was changed after its approval is told wherever its state is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as changed
from PySide6.QtWidgets import QPushButton

from lpd_desktop.gui.approval.log_dialog import told_chain
from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.plan_jobs import RenderTo
from lpd_desktop.gui.steps.step_states import step_states
from lpd_desktop.gui.steps.steps import APPROVAL
from lpd_desktop.gui.stored_drafts import StoredDrafts
from lpd_desktop.gui.wizard_frame import Header
from lpd_desktop.pdf.edition import FINAL
from lpd_desktop.plan.file import LpdFile, read_lpd, write_published
from lpd_desktop.release.consistency import ContradictionError
from lpd_desktop.runtime.progress import Progress
from lpd_desktop.store.draft_store import DraftStore
from tests.gui.approved_plan import approved_plan

BROKEN = "Freigabe gilt nicht"


def altered(file: LpdFile) -> LpdFile:
    return replace(file, plan=changed(file.plan, as_of="2022-01-01"))


def misplaced(file: LpdFile) -> LpdFile:
    return replace(file, release=changed(file.release, place="Anderswo"))


def jumped(file: LpdFile) -> LpdFile:
    return replace(file, work=changed(file.work, state="submitted"))


SPOILT = {"seal": altered, "place": misplaced, "state": jumped}


@pytest.mark.parametrize("name", SPOILT)
def test_header_steps_and_page_warn_of_a_broken_approval(
    window: MainWindow, take, name: str
) -> None:
    file = SPOILT[name](approved_plan()[0])
    wizard = take(window, file)
    wizard.go_to("approval")
    assert wizard.page.state.text().startswith(f"⚠ {BROKEN}: ")
    notice = wizard.findChild(Header)._notice.text()
    assert BROKEN in notice
    assert "„Freigabe“" in notice
    shown = {button.text().replace("&", "") for button in buttons(wizard.page)}
    assert "PDF speichern…" not in shown
    assert "An das MAGS übergeben…" not in shown
    assert ("Freigabe zurücknehmen…" in shown) is (name != "state")
    state = step_states(wizard.steps, file, ())[APPROVAL]
    assert (state.progress, state.note) == ("error", BROKEN)


def buttons(page) -> list[QPushButton]:
    return [each for each in page.findChildren(QPushButton) if not each.isHidden()]


def test_the_start_page_names_a_broken_approval(tmp_path: Path) -> None:
    file, _pdf = approved_plan()
    with DraftStore.open(tmp_path) as store:
        broken, whole = store.add(altered(file)), store.add(file)
    drafts = StoredDrafts(tmp_path)
    for _ in range(2):
        states = {row.id: row.state for row in drafts.rows()}
        assert states[broken] == f"⚠ {BROKEN} (freigegeben, Fassung 1)"
        assert states[whole] == "freigegeben, Fassung 1"


@pytest.mark.parametrize("spoil", [misplaced, jumped])
def test_no_final_document_is_written_of_a_contradiction(
    tmp_path: Path, spoil: Callable[[LpdFile], LpdFile]
) -> None:
    target = tmp_path / "o.pdf"
    with pytest.raises(ContradictionError):
        RenderTo(spoil(approved_plan()[0]), target, FINAL)(Progress())
    assert not target.exists()


def test_the_log_of_a_plan_out_of_a_pdf_is_not_called_that_of_a_draft() -> None:
    file = read_lpd(write_published(approved_plan()[0]))
    assert "aus einem PDF übernommen" in told_chain(file)
