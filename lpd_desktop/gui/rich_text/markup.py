"""Blocks as HTML, for the clipboard of other programs."""

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
)

_HEAD = '<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head>'
_TAB = '<span style="mso-tab-count:1;white-space:pre">\t</span>'
_LIST_TAGS = {"bullet": ("ul", ""), "number": ("ol", ""), "letter": ("ol", ' type="a"')}


def html_of(blocks: Blocks) -> str:
    """Blocks as a small HTML document; footnotes in brackets behind their place."""
    return f"{_HEAD}<body>{_inner(blocks)}</body></html>"


def _inner(blocks: Blocks) -> str:
    return "".join(_block_html(block) for block in blocks)


def _block_html(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{_runs_html(block.runs)}</p>"
    if isinstance(block, Heading):
        level = block.level + 1
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
    head, body = "".join(rows[: table.header_rows]), "".join(rows[table.header_rows :])
    head = f"<thead>{head}</thead>" if head else ""
    return f'<table border="1">{head}<tbody>{body}</tbody></table>'


def _runs_html(runs: Runs) -> str:
    return "".join(_run_html(run) for run in runs)


def _run_html(run: Run) -> str:
    if run.is_footnote:
        return f" [{_runs_html(run.note)}]"
    result = escape(run.words).replace("\n", "<br>").replace("\t", _TAB)
    if run.italic:
        result = f"<i>{result}</i>"
    return f"<b>{result}</b>" if run.bold else result
