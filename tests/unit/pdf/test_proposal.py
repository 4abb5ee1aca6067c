"""The pages of the final document before they are approved."""

from __future__ import annotations

from lpd_desktop.pdf.edition import FINAL, PROPOSAL
from lpd_desktop.pdf.rendering import render_raw_edition
from lpd_desktop.plan.sample import sample_file
from lpd_desktop.plan.signatory import Signatory
from lpd_desktop.release.approval import Approval, approve, proposed

APPROVAL = Approval((Signatory(name="Dr. Ada Muster", role="Leitung"),), "Talbrück", "2022-11-08")


def test_the_proposal_has_the_words_of_the_final_document() -> None:
    shown = render_raw_edition(proposed(sample_file(), APPROVAL), PROPOSAL)
    final = render_raw_edition(approve(sample_file(), APPROVAL), FINAL)
    assert shown.texts == final.texts
    assert shown.pages == final.pages
    assert any("Dr. Ada Muster" in text for _role, text in shown.texts)


def test_the_proposal_says_on_each_page_that_it_is_a_draft() -> None:
    from lpd_desktop.pdf.page_images import page_image

    shown = render_raw_edition(proposed(sample_file(), APPROVAL), PROPOSAL)
    final = render_raw_edition(approve(sample_file(), APPROVAL), FINAL)
    for page in (0, shown.pages - 1):
        assert page_image(shown.data, page, 0.3) != page_image(final.data, page, 0.3)
