"""The same document for other programs: the logical tree as Typst markup and as HTML.

Cover, contents, headings, lists, tables, footnotes, header, page numbers, language and attachment
go along; emphasis inside texts does not, which makes the others' work a little lighter.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lpd_desktop.pdf.tree import Node

TYPST_HEAD = """#set document(title: {title}, author: "Jobcenter", date: datetime(
  year: 2022, month: 11, day: 30))
#set text(font: "IBM Plex Sans", size: 10.2pt, lang: "de", hyphenate: true)
#set page(paper: "a4", margin: (x: 85pt, y: 83pt), numbering: "1 von 1", header: [Planung])
#set par(leading: 7.9pt, spacing: 14.9pt)
#show heading: set block(above: 22pt, below: 12pt)
#set heading(numbering: none)
#pdf.attach("lpd.json", relationship: "source", mime-type: "application/json",
  description: "Daten")
"""

HTML_HEAD = """<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{title}</title>
<style>
@page {{ size: A4; margin: 83pt 85pt; @bottom-right {{ content: counter(page) }} }}
body {{ font: 10.2pt/15pt 'IBM Plex Sans', sans-serif; hyphens: auto }}
h1 {{ break-before: page }} table {{ border-collapse: collapse; width: 100% }}
td, th {{ border-bottom: 0.4pt solid; padding: 3pt; vertical-align: top; text-align: left }}
nav a::after {{ content: leader('.') target-counter(attr(href), page) }}
.note {{ float: footnote; font-size: 8pt }}
</style></head><body>
"""


@dataclass(frozen=True)
class Document:
    """The tree to be written, and the texts of its footnotes."""

    root: Node
    title: str

    @property
    def notes(self) -> Iterator[str]:
        """The texts of the footnotes in order."""
        return (_note_text(node) for node in _below(self.root) if node.role == "Note")


def document_of(file: object) -> Document:
    """The logical tree of a plan."""
    from lpd_desktop.pdf.plan_story import plan_story

    root = plan_story(file).root  # type: ignore[arg-type]
    title = next(node.text for node in _below(root) if node.role == "Title")
    return Document(root, title)


def _below(node: Node) -> Iterator[Node]:
    for kid in node.children:
        yield kid
        yield from _below(kid)


def _note_text(note: Node) -> str:
    return " ".join(kid.text for kid in note.children if kid.role == "P")


def _of_role(node: Node, role: str) -> list[Node]:
    return [kid for kid in node.children if kid.role == role]


def _level(node: Node) -> int:
    """The level of a heading, 0 for all else."""
    return int(node.role[1]) if node.role[0] == "H" and node.role[1:].isdigit() else 0


class TypstWriter:
    """Writes in Typst's code syntax, where texts are quoted."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._notes = document.notes

    def text(self) -> str:
        """The whole source."""
        head = TYPST_HEAD.format(title=_quoted(self._document.title))
        return head + "\n".join(self._block(kid) for kid in self._document.root.children)

    def _block(self, node: Node) -> str:
        if node.role == "Sect":
            return "\n".join(map(self._block, node.children)) + "\n#pagebreak(weak: true)"
        if _level(node):
            return f"#heading(level: {_level(node)})[{self._inline(node)}]\n"
        writers = {"TOC": self._contents, "L": self._list, "Table": self._table}
        if node.role in writers:
            return writers[node.role](node)
        return "" if node.role == "Note" else f"{self._inline(node)}\n"

    def _contents(self, _node: Node) -> str:
        return "#outline(title: none, depth: 2)\n"

    def _inline(self, node: Node) -> str:
        parts = (
            f"#{_quoted(part)}" if isinstance(part, str) else self._note(part)
            for part in node.content
        )
        return ";".join(parts)

    def _note(self, node: Node) -> str:
        if node.role != "Reference":
            return self._inline(node)
        return f"#footnote[#{_quoted(next(self._notes, ''))}]"

    def _list(self, node: Node) -> str:
        bodies = [body for item in _of_role(node, "LI") for body in _of_role(item, "LBody")]
        items = ", ".join(f"[{self._inline(body)} {self._inner(body)}]" for body in bodies)
        return f"#list({items})\n"

    def _inner(self, node: Node) -> str:
        return "\n".join(map(self._block, node.children))

    def _table(self, node: Node) -> str:
        rows = [row.children for row in _of_role(node, "TR")]
        written = [", ".join(self._cell(cell) for cell in row) for row in rows]
        return (
            f"#table(columns: {len(rows[0])}, table.header({written[0]}), "
            f"{', '.join(written[1:])})\n"
        )

    def _cell(self, cell: Node) -> str:
        return f"[{self._inline(cell)} {self._inner(cell)}]"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


class HtmlWriter:
    """Writes HTML as WeasyPrint and LibreOffice read it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._notes = document.notes
        self._headings: list[str] = []

    def text(self) -> str:
        """The whole page; contents come from the headings."""
        body = "\n".join(map(self._block, self._document.root.children))
        links = "\n".join(self._headings)
        head = HTML_HEAD.format(title=html.escape(self._document.title))
        return f"{head}{body.replace('<nav></nav>', f'<nav>{links}</nav>', 1)}</body></html>"

    def _block(self, node: Node) -> str:
        level = _level(node)
        if level:
            return self._heading(node, level)
        if node.role == "TOC":
            return "<nav></nav>"
        if node.role == "Note":
            return ""
        inner = self._inline(node) + "\n".join(map(self._block, node.children))
        return f"<{_TAGS.get(node.role, 'p')}>{inner}</{_TAGS.get(node.role, 'p')}>"

    def _heading(self, node: Node, level: int) -> str:
        mark = f"h{len(self._headings)}"
        if level <= 2:
            self._headings.append(f'<p><a href="#{mark}">{html.escape(node.text)}</a></p>')
        return f'<h{level} id="{mark}">{self._inline(node)}</h{level}>'

    def _inline(self, node: Node) -> str:
        return "".join(
            html.escape(part).replace("\n", "<br>") if isinstance(part, str) else self._note(part)
            for part in node.content
        )

    def _note(self, node: Node) -> str:
        if node.role != "Reference":
            return self._inline(node)
        return f'<span class="note">{html.escape(next(self._notes, ""))}</span>'


_TAGS = {
    "Sect": "section",
    "Title": "h1",
    "L": "ul",
    "LI": "li",
    "Lbl": "span",
    "LBody": "div",
    "Table": "table",
    "TR": "tr",
    "TH": "th",
    "TD": "td",
    "Caption": "caption",
}
