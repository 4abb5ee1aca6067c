"""A table that a form proposes for an empty answer."""

from __future__ import annotations

from lpd_desktop.form.part import FormPart


class StarterTable(FormPart, kw_only=True, frozen=True):
    """A table that the window offers for an empty answer; its first row and column are headers.

    Attributes:
        title: What it is, such as `Tabelle für Termine`.
        columns: Captions of the columns; the first stands above those of the rows.
        rows: Captions of the rows.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
