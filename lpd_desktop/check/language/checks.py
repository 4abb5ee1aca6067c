"""The checks of this group in one table for the engine."""

from __future__ import annotations

from lpd_desktop.check.context import RuleFunction
from lpd_desktop.check.language.form_wording import (
    form_wording_in_answers,
    typed_section_numbers,
)
from lpd_desktop.check.language.remains import (
    markup_remains,
    page_remains,
    review_remains,
    template_remains,
)
from lpd_desktop.check.language.structure import empty_parts, repeated_headings
from lpd_desktop.check.language.typed_marks import typed_lists, typed_notes

LANGUAGE_CHECKS: tuple[RuleFunction, ...] = (
    form_wording_in_answers,
    typed_section_numbers,
    empty_parts,
    repeated_headings,
    typed_lists,
    typed_notes,
    template_remains,
    review_remains,
    markup_remains,
    page_remains,
)
