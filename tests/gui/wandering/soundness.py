"""What must hold at any time in an open window."""

from __future__ import annotations

from shiboken6 import isValid

from lpd_desktop.gui.main_window import MainWindow
from lpd_desktop.gui.text_row import TextRow
from lpd_desktop.plan.addresses import blocks_at
from lpd_desktop.plan.file import read_lpd, write_lpd
from lpd_desktop.plan.footnote_numbers import first_footnote_numbers
from lpd_desktop.store.draft_store import DraftStore


def check_texts(window: MainWindow) -> None:
    """Every editor shows what the draft says, with the numbers of the document."""
    window.wizard.flush()
    file = window.session.file
    first = first_footnote_numbers(file.form, file.plan)
    for row in window.wizard.findChildren(TextRow):
        wanted = blocks_at(file.form, file.plan, row.address)
        if wanted is None or _is_leaving(row):
            continue
        assert row.edit.blocks == wanted, f"{row.address}: the editor shows another text"
        assert isValid(row.edit.document()), f"{row.address}: half gone"
        numbers = row.edit.notes.numbers()
        start = first.get(row.address, 1)
        assert numbers == list(range(start, start + len(numbers))), f"{row.address}: {numbers}"


def _is_leaving(row: TextRow) -> bool:
    """Whether the page of a row was dropped and waits to be destroyed."""
    page = row.parent()
    book = row.window().wizard._book
    while page is not None and page.parent() is not book:
        page = page.parent()
    return page is None or book.indexOf(page) < 0


def check_file(window: MainWindow) -> None:
    """The file of the draft can be written and read, and comes back the same."""
    file = window.session.file
    data = write_lpd(file)
    again = read_lpd(data)
    assert (again.plan, again.work, again.form) == (file.plan, file.work, file.form)
    assert write_lpd(again) == data


def check_store(window: MainWindow) -> None:
    """What is saved is what is shown."""
    assert window.plan.save(), "the draft could not be saved"
    with DraftStore.open(window.services.data_folder) as store:
        stored = store.load(window.session.draft_id)
    file = window.session.file
    assert (stored.plan, stored.work) == (file.plan, file.work), "the store has another state"
