"""The edition that somebody chose last, remembered between two starts."""

from __future__ import annotations

from dataclasses import replace

from lpd_desktop.gui.window_memory import WindowMemory
from lpd_desktop.pdf.edition import DRAFT, FINAL, PUBLISHING, Edition

OFFERED = (DRAFT, FINAL, PUBLISHING)
_NUMBERS, _MARGIN = "line_numbers", "wide_margin"
_NONE = "none"


def remembered_edition(memory: WindowMemory, *, is_approved: bool) -> Edition:
    """The one chosen last: a draft of what is not approved.

    Of an approved plan it is the one chosen last for such a plan, at first the approved document.
    """
    kind, *options = memory.edition().split() or [_NONE]
    edition = next((each for each in OFFERED if each.kind == kind), FINAL)
    if not is_approved:
        edition = DRAFT
    return replace(edition, line_numbers=_NUMBERS in options, wide_margin=_MARGIN in options)


def remember_edition(memory: WindowMemory, edition: Edition, *, is_approved: bool) -> None:
    """Notes what was chosen, with the options for drafts also where no draft was chosen.

    A plan that is not approved has drafts alone, which says nothing about those that are.
    """
    kind = edition.kind if is_approved else [*memory.edition().split(), _NONE][0]
    options = {_NUMBERS: edition.line_numbers, _MARGIN: edition.wide_margin}
    memory.remember_edition(" ".join([kind, *(key for key, on in options.items() if on)]))


def without_idle_options(edition: Edition) -> Edition:
    """Only drafts have line numbers and a wide margin."""
    return edition if edition.is_draft else Edition(edition.kind)
