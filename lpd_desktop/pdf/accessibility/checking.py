"""Applies all rules to the final bytes of a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from lpd_desktop.pdf.accessibility import (
    archive_rules,
    content_rules,
    file_rules,
    font_rules,
    heading_rules,
    link_rules,
    metadata_rules,
    nesting_rules,
    object_rules,
    painting_rules,
    table_rules,
    tree_rules,
)
from lpd_desktop.pdf.accessibility.opened import Opened
from lpd_desktop.pdf.accessibility.rule import Fault, Rule
from lpd_desktop.runtime.errors import LpdError

RULES: tuple[Rule, ...] = (
    *content_rules.RULES,
    *tree_rules.RULES,
    *nesting_rules.RULES,
    *heading_rules.RULES,
    *table_rules.RULES,
    *link_rules.RULES,
    *font_rules.RULES,
    *file_rules.RULES,
    *archive_rules.RULES,
    *metadata_rules.RULES,
    *painting_rules.RULES,
    *object_rules.RULES,
)


class NotOpenedError(LpdError):
    """The bytes are no PDF, damaged beyond reading, or protected by a password."""


def check_pdf(data: bytes) -> tuple[Fault, ...]:
    """All violations in a file, rule by rule; none for a sound one.

    Raises:
        NotOpenedError: the file cannot be opened.
    """
    import pikepdf

    try:
        # Pages are left as they are written: what they only inherit is a fault.
        with pikepdf.open(BytesIO(data), inherit_page_attributes=False) as pdf:
            opened = Opened(pdf, data)
            return tuple(fault for rule in RULES for fault in _faults(rule, opened))
    except (pikepdf.PdfError, pikepdf.PasswordError) as error:
        message = "Das PDF lässt sich nicht öffnen; bitte erzeugen Sie es neu."
        raise NotOpenedError(message) from error


def _faults(rule: Rule, opened: Opened) -> Iterator[Fault]:
    """What a rule finds; a file too damaged for a rule violates it."""
    import pikepdf

    damaged = (
        *(KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError),
        pikepdf.PdfError,
    )
    try:
        for found in rule.look(opened):
            yield Fault(rule.key, found.sentence, found.page)
    except damaged:
        yield Fault(rule.key, "Die Datei ist hier zu beschädigt, um diese Regel zu prüfen.")
