"""Footnotes have the number that they have on the printed page."""

from __future__ import annotations

from lpd_desktop.gui.text_editor import RichTextEdit
from lpd_desktop.pdf.read_text import Passage, read_text


def test_a_page_that_is_opened_counts_footnotes_over_the_whole_plan(sample_wizard):
    """Also before anything was changed."""
    file = sample_wizard._session.file
    notes = [p for p in read_text(file) if isinstance(p, Passage) and p.role == "note"]
    assert len(notes) > 1
    for note in notes:
        sample_wizard.lead_to(note.address)
        edit = sample_wizard.page.focusWidget()
        assert isinstance(edit, RichTextEdit)
        assert int(note.label) in edit.notes.numbers()
