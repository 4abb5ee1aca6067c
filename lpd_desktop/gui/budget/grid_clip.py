"""Cells of the budget grid as other programs take them: text with tabs, and HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QMimeData

_HEAD = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>'
    '<meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body><table>'
)
_GERMAN = "1031;0;#.##0,00"


@dataclass(frozen=True)
class GridCell:
    """What a cell shows, and its exact amount in cents where it is one."""

    shows: str
    cents: int | None = None

    @property
    def text(self) -> str:
        """As text; spreadsheets know only the plain hyphen as a minus."""
        return self.shows.replace("\u2212", "-").replace("\u00a0", " ")


def mime_of_cells(rows: Sequence[Sequence[GridCell]]) -> QMimeData:
    """The cells for the clipboard; one cell alone is plain text."""
    result = QMimeData()
    result.setText("\n".join("\t".join(_quoted(cell.text) for cell in row) for row in rows))
    if len(rows) > 1 or len(rows[0]) > 1:
        body = "".join(f"<tr>{''.join(map(_cell_html, row))}</tr>" for row in rows)
        result.setHtml(f"{_HEAD}{body}</table></body></html>")
    return result


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if "\n" in text or "\t" in text else text


def _cell_html(cell: GridCell) -> str:
    text = escape(cell.text).replace("\n", "<br>")
    if cell.cents is None:
        return f"<td>{text}</td>"
    sign, (euros, cents) = "-" if cell.cents < 0 else "", divmod(abs(cell.cents), 100)
    excel, calc = f"{sign}{euros}.{cents:02d}", f"{sign}{euros},{cents:02d}"
    return f'<td x:num="{excel}" sdval="{calc}" sdnum="{_GERMAN}" align="right">{text}</td>'
