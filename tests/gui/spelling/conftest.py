"""A window that checks spelling with the tiny dictionary of the tests."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as changed
from PySide6.QtWidgets import QWidget

from lpd_desktop.check.spelling import dictionary_files
from lpd_desktop.check.spelling.word_lists import SpellingSettings, write_settings
from lpd_desktop.gui.rich_text.editor import RichTextEdit
from lpd_desktop.gui.spelling import marks as marks_module
from lpd_desktop.gui.spelling import spelling as spelling_module
from lpd_desktop.gui.spelling.marks import SpellingMarks
from lpd_desktop.gui.spelling.speller import Speller
from lpd_desktop.gui.spelling.spelling import Spelling
from lpd_desktop.gui.wizard import PlanWizard
from lpd_desktop.plan.addresses import text_fields, with_blocks
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.rich_text import Blocks, paragraph
from lpd_desktop.plan.sample import sample_file

TINY = Path(__file__).resolve().parents[2] / "data" / "dictionaries"


@pytest.fixture
def no_system_dictionary(monkeypatch) -> None:
    """Whatever this machine has."""
    monkeypatch.setattr(dictionary_files, "system_folders", lambda: ())


@pytest.fixture
def dictionary(no_system_dictionary, isolated_data_folder) -> Path:
    """The folder of the dictionary in use."""
    folder = isolated_data_folder / "dictionaries"
    shutil.copytree(TINY, folder)
    return folder


@pytest.fixture
def spelling_window(open_window, isolated_data_folder, monkeypatch):
    """A window that checks as it does when nobody has chosen otherwise, but sooner."""
    monkeypatch.setattr(spelling_module, "_START_MS", 0)
    monkeypatch.setattr(marks_module, "_REFRESH_MS", 20)
    window = open_window()
    write_settings(isolated_data_folder, SpellingSettings())
    return window


@pytest.fixture
def written(qtbot, spelling_window, take) -> Callable[..., tuple[RichTextEdit, Spelling]]:
    """Opens a plan with these answers, the first one in front; returns once words are known."""

    def opened(*texts: str | Blocks) -> tuple[RichTextEdit, Spelling]:
        wizard = take(spelling_window, plan_with(*texts))
        spelling = spelling_window.findChild(Spelling)
        go_to_first(wizard)
        qtbot.waitUntil(lambda: spelling.speller.is_on)
        settled(qtbot, spelling.speller)
        return editor(wizard), spelling

    return opened


def plan_with(*texts: str | Blocks) -> LpdFile:
    """The sample with these answers and no others."""
    file = sample_file()
    plan = changed(file.plan, potentials=())
    given = [(paragraph(text),) if isinstance(text, str) else text for text in texts]
    for number, (address, _) in enumerate(list(text_fields(file.form, plan))):
        plan = with_blocks(file.form, plan, address, given[number] if number < len(given) else ())
    return replace(file, plan=plan)


def go_to_first(wizard: PlanWizard) -> None:
    address = next(text_fields(wizard._session.file.form, wizard._session.file.plan))[0]
    wizard.lead_to(str(address))


def editor(root: QWidget) -> RichTextEdit:
    """The first editor on the page of a wizard."""
    page = root.page if isinstance(root, PlanWizard) else root
    return page.findChildren(RichTextEdit)[0]


def settled(qtbot, speller: Speller) -> None:
    """Waits until everything that was asked is answered."""
    qtbot.waitUntil(lambda: not speller.is_asking)


def marked(edit: RichTextEdit) -> list[str]:
    """The words that have a mark."""
    marks = edit.findChild(SpellingMarks)
    return [place.word for place in marks.wrong]
