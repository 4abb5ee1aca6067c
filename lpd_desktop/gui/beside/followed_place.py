"""The question at which somebody works: the panel beside the page follows it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from lpd_desktop.gui.pages.page import Page
from lpd_desktop.gui.text_row import TextRow
from lpd_desktop.plan.addresses import Address


@dataclass(frozen=True)
class FollowedPlace:
    """Where the cursor of a page stands.

    Attributes:
        row: The text into which something may be taken over; None where the page has none there.
    """

    page: Page
    where: Address
    row: TextRow | None = None

    @classmethod
    def on(cls, page: Page, field: QWidget | None, last: FollowedPlace | None) -> FollowedPlace:
        """The place of a field with the focus, or where a page begins.

        Args:
            page: The page that is shown.
            field: What has the focus on it, None for nothing.
            last: The place before, whose text stays the one to write into on the same page.
        """
        where = Address.parse(page.address_at(field) or _start_of(page)).field
        row = page.rows.get(str(where)) or page.rows.get(where.item)
        if not isinstance(row, TextRow) and last is not None and last.page is page:
            row = last.row
        return cls(page, where, row if isinstance(row, TextRow) else None)


def _start_of(page: Page) -> str:
    step = page.step
    whole = "/".join(part for part in (step.item, step.part) if part)
    below = (address for address in page.rows if Address.parse(address).parts)
    return next(below, whole) if step.kind == "topic" else whole
