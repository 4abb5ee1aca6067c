"""Which edition of the document is made: for whom it is, and what stands beside its text."""

from __future__ import annotations

from dataclasses import dataclass

from lpd_desktop.pdf.edition_marks import MARKS, Kind
from lpd_desktop.pdf.styles import NORMAL_PAGE, WIDE_MARGIN_PAGE, PageShape


@dataclass(frozen=True)
class Edition:
    """What is made of a plan.

    Attributes:
        kind: `final` of an approved plan, with its data; `publishing` the same without them;
            `proposal` its pages before the approval, to be looked at; `draft`; these two with
            ENTWURF on each page; `blank` the form with room to write, no plan; `changes` what
            differs between two plans; `remarks` what readers said about one.
        line_numbers: Numbers the lines after the contents through the whole document, so that a
            number alone names a place.
        wide_margin: Leaves 60 mm at the right for remarks.
    """

    kind: Kind = "final"
    line_numbers: bool = False
    wide_margin: bool = False

    @property
    def is_draft(self) -> bool:
        """Whether each page says ENTWURF."""
        return self.kind in {"draft", "proposal"}

    @property
    def shows_approval(self) -> bool:
        """Whether it names those who approve."""
        return self.needs_approval or self.kind == "proposal"

    @property
    def needs_approval(self) -> bool:
        """Whether only an approved plan has it."""
        return self.kind in {"final", "publishing"}

    @property
    def has_data(self) -> bool:
        """Whether the plan's data are attached.

        A blank form has none: every plan that is begun has a mark of its own, and plans begun
        with one form would share it.
        """
        return self.kind in {"final", "draft", "proposal"}

    @property
    def has_cover(self) -> bool:
        """Whether its first page is a cover, without header and footer."""
        return self.kind not in {"changes", "remarks"}

    @property
    def shape(self) -> PageShape:
        """Where text stands on its pages."""
        return WIDE_MARGIN_PAGE if self.wide_margin else NORMAL_PAGE

    @property
    def mark(self) -> str:
        """What the metadata say of an edition without data; empty for others."""
        return MARKS.get(self.kind, "")


FINAL = Edition()
DRAFT = Edition("draft")
PROPOSAL = Edition("proposal")
PUBLISHING = Edition("publishing")
BLANK = Edition("blank")
CHANGES = Edition("changes")
REMARKS = Edition("remarks")

BLANK_FORM = "Leeres Formular"
"""What a blank form is called."""
