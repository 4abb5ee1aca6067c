"""The edition that somebody chose last, remembered between two starts."""

from __future__ import annotations

from dataclasses import replace

from lpd_desktop.gui.window_memory import WindowMemory
from lpd_desktop.pdf.edition import DRAFT, FINAL, PUBLISHING, Edition

OFFERED = (DRAFT, FINAL, PUBLISHING)
_NUMBERS, _MARGIN = "line_numbers", "wide_margin"


def remembered_edition(memory: WindowMemory, *, is_approved: bool) -> Edition:
    """The one chosen last; a draft where there is none, or where only an approved plan has it."""
    kind, *options = memory.edition().split() or [DRAFT.kind]
    edition = next((each for each in OFFERED if each.kind == kind), DRAFT)
    if edition.needs_approval and not is_approved:
        edition = DRAFT
    return replace(edition, line_numbers=_NUMBERS in options, wide_margin=_MARGIN in options)


def remember_edition(memory: WindowMemory, edition: Edition) -> None:
    """Notes what was chosen, with the options for drafts also where no draft was chosen."""
    options = {_NUMBERS: edition.line_numbers, _MARGIN: edition.wide_margin}
    memory.remember_edition(" ".join([edition.kind, *(key for key, on in options.items() if on)]))


def without_idle_options(edition: Edition) -> Edition:
    """Only drafts have line numbers and a wide margin."""
    return edition if edition.is_draft else Edition(edition.kind)
