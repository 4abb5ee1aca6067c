"""Which edition of the document `lpd export` is asked for."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from lpd_desktop.commands.arguments import UsageError

if TYPE_CHECKING:
    from lpd_desktop.pdf.edition import Edition


def add_editions(parser: argparse.ArgumentParser) -> None:
    """Adds the switches."""
    kinds = parser.add_mutually_exclusive_group()
    kinds.add_argument(
        "--draft", action="store_true", help="als Entwurf, auf jeder Seite gekennzeichnet"
    )
    kinds.add_argument(
        "--without-data",
        action="store_true",
        help="zur Veröffentlichung: das freigegebene PDF ohne die beigefügten Daten",
    )
    kinds.add_argument(
        "--blank", action="store_true", help="das leere Formular; als .xlsx die leere Tabelle"
    )
    parser.add_argument(
        "--line-numbers", action="store_true", help="nur bei --draft: zählt die Zeilen"
    )
    parser.add_argument(
        "--wide-margin", action="store_true", help="nur bei --draft: 60 mm Rand für Notizen"
    )


def chosen_edition(options: argparse.Namespace) -> Edition:
    """The edition that the switches name; without any the final one.

    Raises:
        UsageError: switches that do not go together, or with another target than a PDF.
    """
    from lpd_desktop.pdf.edition import Edition

    for_review = options.line_numbers or options.wide_margin
    if for_review and not options.draft:
        message = "--line-numbers und --wide-margin gelten nur für Entwürfe (--draft)."
        raise UsageError(message)
    is_pdf = options.output.suffix.lower() == ".pdf"
    if not is_pdf and (for_review or options.without_data):
        message = "Diese Angaben gelten nur für PDF; bitte nennen Sie ein Ziel mit .pdf."
        raise UsageError(message)
    if options.draft:
        return Edition("draft", options.line_numbers, options.wide_margin)
    if options.without_data:
        return Edition("publishing")
    return Edition("blank") if options.blank else Edition()
