"""The checks of this group in one table for the engine."""

from __future__ import annotations

from lpd_desktop.check.context import RuleFunction
from lpd_desktop.check.language.abbreviations import unexplained_abbreviations
from lpd_desktop.check.language.answers import (
    answers_without_goal,
    answers_without_measure,
    short_answers,
)
from lpd_desktop.check.language.form_wording import (
    form_wording_in_answers,
    typed_section_numbers,
)
from lpd_desktop.check.language.gender_forms import gender_forms
from lpd_desktop.check.language.marks import typing_slips, unpaired_marks
from lpd_desktop.check.language.persons import persons, quoted_persons
from lpd_desktop.check.language.remains import (
    markup_remains,
    page_remains,
    review_remains,
    template_remains,
)
from lpd_desktop.check.language.repetition import (
    repeated_answers,
    repeated_long_sentences,
    repeated_paragraphs,
    repeated_sentences,
)
from lpd_desktop.check.language.sentences import open_sentences, questions_with_a_stop
from lpd_desktop.check.language.small_groups import small_groups
from lpd_desktop.check.language.spelling import spelling_variants
from lpd_desktop.check.language.structure import empty_parts, repeated_headings
from lpd_desktop.check.language.typed_marks import typed_lists, typed_notes
from lpd_desktop.check.language.unchanged import unchanged_paragraphs
from lpd_desktop.check.language.words import doubled_words, numbers_with_singular, split_words

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
    persons,
    quoted_persons,
    small_groups,
    short_answers,
    answers_without_goal,
    answers_without_measure,
    repeated_answers,
    repeated_long_sentences,
    repeated_paragraphs,
    repeated_sentences,
    questions_with_a_stop,
    open_sentences,
    doubled_words,
    split_words,
    numbers_with_singular,
    unpaired_marks,
    typing_slips,
    spelling_variants,
    gender_forms,
    unexplained_abbreviations,
    unchanged_paragraphs,
)
