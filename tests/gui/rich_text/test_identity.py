"""Opening and reading back gives the same blocks, ids included."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from PySide6.QtGui import QTextDocument

from lpd_desktop.gui.rich_text.from_blocks import fill_document
from lpd_desktop.gui.rich_text.normal_form import Originals
from lpd_desktop.gui.rich_text.shapes import flatten, nest
from lpd_desktop.gui.rich_text.to_blocks import blocks_of
from lpd_desktop.plan.rich_text import paragraph
from tests.gui.rich_text.documents import documents, examples


@given(documents)
@settings(max_examples=examples(100))
def test_flattening_and_nesting_is_the_identity(blocks):
    assert nest(flatten(blocks)) == blocks


@pytest.mark.usefixtures("qapp")
@given(documents)
@settings(max_examples=examples(100))
def test_a_document_gives_back_the_blocks_that_were_put_in(blocks):
    document = QTextDocument()
    fill_document(document, blocks)

    assert Originals(blocks).restore(blocks_of(document)) == blocks


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("odd", ["\ufeff", "\ufffe", "\uffff", "\ufffc", "\0", "\u2029"])
def test_letters_that_no_document_can_hold_are_kept_as_long_as_nobody_writes_there(odd):
    blocks = (paragraph(f"{odd}Wort{odd}"), paragraph(odd))
    document = QTextDocument()
    fill_document(document, blocks)

    assert Originals(blocks).restore(blocks_of(document)) == blocks
