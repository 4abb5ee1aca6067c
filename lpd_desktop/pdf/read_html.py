"""The document as one HTML page for browsers and screen readers: semantic, without scripts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from lpd_desktop.pdf.read_text import Part, Passage, ReadCell, ReadTable, Words

_STYLE = (
    "body{max-width:46em;margin:2em auto;padding:0 1em;font-family:sans-serif;line-height:1.5}"
    "table{border-collapse:collapse}td,th{border:1px solid;padding:.3em .6em;text-align:left;"
    "vertical-align:top}.title{font-size:1.8em;font-weight:bold}.note{font-size:.9em}"
    "ul.entries,ul.items{list-style:none;padding-left:1.5em}"
)


def html_of(title: str, parts: Iterable[Part]) -> str:
    """A whole page; `title` is what browsers show above it."""
    body = "\n".join(_grouped(parts))
    return (
        f'<!DOCTYPE html>\n<html lang="de">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"{body}\n</main>\n</body>\n</html>\n"
    )


def _grouped(parts: Iterable[Part]) -> Iterator[str]:
    """The parts, with list elements around items and around entries of the contents."""
    depth, kind = 0, ""
    for part in parts:
        role = part.role if isinstance(part, Passage) and part.role in ("item", "entry") else ""
        wanted = max(1, part.level) if role and isinstance(part, Passage) else 0
        while depth and (depth > wanted or role != kind):
            yield "</ul>"
            depth -= 1
        while depth < wanted:
            yield '<ul class="entries">' if role == "entry" else '<ul class="items">'
            depth += 1
        kind = role
        yield _element(part)
    yield from ["</ul>"] * depth


def _element(part: Part) -> str:
    if isinstance(part, ReadTable):
        return _table(part)
    ident = f' id="{part.ident}"' if part.ident else ""
    inner = "".join(map(_inline, part.words))
    if part.role == "heading":
        return f"<h{part.level}{ident}>{inner}</h{part.level}>"
    if part.role == "title":
        return f'<p class="title">{inner}</p>'
    if part.role == "note":
        back = f'<a href="#to-{part.ident}">Zurück zum Text</a>'
        return (
            f'<p class="note" role="doc-footnote"{ident}>Fußnote {part.label}: {inner} {back}</p>'
        )
    if part.role in ("item", "entry"):
        label = f"{escape(part.label)} " if part.label else ""
        return f"<li>{label}{inner}</li>"
    return f"<p>{inner}</p>"


def _inline(words: Words) -> str:
    text = escape(words.text).replace("\n", "<br>")
    if not words.link:
        return text
    ident = f' id="{words.ident}"' if words.ident else ""
    return f'<a{ident} href="#{words.link}">{text}</a>'


def _table(table: ReadTable) -> str:
    heads = table.header_rows
    rows = [f"<tr>{_cells(row, head=at < heads)}</tr>" for at, row in enumerate(table.rows)]
    head = f"<thead>{''.join(rows[:heads])}</thead>" if heads else ""
    return f"<table>{head}<tbody>{''.join(rows[heads:])}</tbody></table>"


def _cells(row: tuple[ReadCell, ...], *, head: bool) -> str:
    return "".join(_cell(cell, head=head) for cell in row)


def _cell(cell: ReadCell, *, head: bool) -> str:
    inner = "".join(map(_inline, cell.words))
    if not cell.is_header:
        return f"<td>{inner}</td>"
    return f'<th scope="{"col" if head else "row"}">{inner}</th>'
