"""The check judges any PDF: foreign, untagged and broken ones too."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lpd_desktop.pdf.accessibility.checking import RULES, NotOpenedError, check_pdf
from lpd_desktop.pdf.rendering import Rendered, render_plan
from tests.short_plan import short_plan


@pytest.fixture(scope="module")
def short() -> bytes:
    return render_plan(short_plan(), draft=True).data


def saved(pdf: pikepdf.Pdf) -> bytes:
    target = BytesIO()
    pdf.save(target)
    return target.getvalue()


def test_an_untagged_pdf_violates_rules_instead_of_breaking_the_check():
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        rules = {fault.rule for fault in check_pdf(saved(pdf))}
    assert {"marked", "metadata", "language", "parent-tree", "tab-order"} <= rules


def test_what_cannot_be_opened_is_said_in_one_sentence():
    with pytest.raises(NotOpenedError, match="lässt sich nicht öffnen"):
        check_pdf(b"no PDF")


def test_a_tree_that_leads_back_into_itself_ends(draft: Rendered):
    with pikepdf.open(BytesIO(draft.data)) as pdf:
        top = pdf.Root.StructTreeRoot.K[0]
        top.K = pikepdf.Array([top])
        rules = {fault.rule for fault in check_pdf(saved(pdf))}
    assert "parent-tree" in rules


def test_bookmarks_that_go_in_circles_end(draft: Rendered):
    with pikepdf.open(BytesIO(draft.data)) as pdf:
        entry = pdf.Root.Outlines.First
        entry.Next = entry
        entry.Prev = entry
        assert "bookmarks" in {fault.rule for fault in check_pdf(saved(pdf))}


@settings(max_examples=25)
@given(st.data())
def test_a_file_with_damaged_bytes_is_judged_or_refused(short: bytes, data: st.DataObject):
    damaged = bytearray(short)
    for _ in range(data.draw(st.integers(1, 5))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    try:
        faults = check_pdf(bytes(damaged))
    except NotOpenedError:
        return
    assert {fault.rule for fault in faults} <= {rule.key for rule in RULES}


def test_keys_of_rules_are_unique():
    assert len({rule.key for rule in RULES}) == len(RULES)
