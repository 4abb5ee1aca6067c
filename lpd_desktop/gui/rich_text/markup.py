"""Blocks as HTML and as text, for the clipboard of other programs."""

from __future__ import annotations

from html import escape

from lpd_desktop.plan.rich_text import (
    Block,
    Blocks,
    Heading,
    ListBlock,
    Paragraph,
    Run,
    Runs,
    Table,
    plain_text,
)

_LIST_TAGS = {"bullet": ("ul", ""), "number": ("ol", ""), "letter": ("ol", ' type="a"')}


def html_of(blocks: Blocks) -> str:
    """Blocks as a small HTML document; footnotes in brackets behind their place."""
    return f"<html><body>{_inner(blocks)}</body></html>"


def _inner(blocks: Blocks) -> str:
    return "".join(_block_html(block) for block in blocks)


def _block_html(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{_runs_html(block.runs)}</p>"
    if isinstance(block, Heading):
        level = block.level + 2
        return f"<h{level}>{_runs_html(block.runs)}</h{level}>"
    if isinstance(block, ListBlock):
        return _list_html(block)
    return _table_html(block)


def _list_html(block: ListBlock) -> str:
    tag, kind = _LIST_TAGS[block.style]
    start = f' start="{block.start}"' if block.start != 1 else ""
    items = "".join(f"<li>{_inner(item)}</li>" for item in block.items)
    return f"<{tag}{kind}{start}>{items}</{tag}>"


def _table_html(table: Table) -> str:
    rows = []
    for number, row in enumerate(table.rows):
        cells = []
        for column, cell in enumerate(row):
            is_header = number < table.header_rows or (table.header_column and column == 0)
            tag = "th" if is_header else "td"
            cells.append(f"<{tag}>{_runs_html(cell)}</{tag}>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f'<table border="1">{"".join(rows)}</table>'


def _runs_html(runs: Runs) -> str:
    return "".join(_run_html(run) for run in runs)


def _run_html(run: Run) -> str:
    if run.is_footnote:
        return f" [{_runs_html(run.note)}]"
    result = escape(run.words).replace("\n", "<br>")
    if run.italic:
        result = f"<i>{result}</i>"
    return f"<b>{result}</b>" if run.bold else result


def text_of(blocks: Blocks) -> str:
    """Blocks as text, a line for each paragraph, cells divided by tabs."""
    return "\n".join(line for block in blocks for line in _lines_of(block))


def _lines_of(block: Block) -> list[str]:
    if isinstance(block, ListBlock):
        marked = zip(_marks(block), block.items, strict=True)
        return [f"{mark} {text_of(item)}" for mark, item in marked]
    if isinstance(block, Table):
        return ["\t".join(_text(cell) for cell in row) for row in block.rows]
    return [_text(block.runs)]


def _marks(block: ListBlock) -> list[str]:
    if block.style == "bullet":
        return ["•"] * len(block.items)
    numbers = range(block.start, block.start + len(block.items))
    if block.style == "number":
        return [f"{number}." for number in numbers]
    return [f"{letters(number)})" for number in numbers]


def letters(number: int) -> str:
    """The letters of a count: a to z, then aa, ab and so on."""
    result = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        result = chr(ord("a") + rest) + result
    return result


def _text(runs: Runs) -> str:
    if not any(run.is_footnote for run in runs):
        return plain_text(runs)
    return "".join(f" [{plain_text(r.note)}]" if r.is_footnote else r.words for r in runs)
