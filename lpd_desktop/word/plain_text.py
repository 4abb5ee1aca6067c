"""Text files: Markdown, and text as it comes out of a PDF with its lines wrapped."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from lpd_desktop.plan.import_rules import ENCODING, ESCAPE, FOOTNOTE
from lpd_desktop.plan.work import ImportNote
from lpd_desktop.word.decoding import decode
from lpd_desktop.word.markdown import InlineParser, footnote_line, looks_like_markdown
from lpd_desktop.word.source import (
    Gap,
    Marker,
    SourceDocument,
    SourceFootnote,
    SourceLine,
    Span,
    Spans,
    strip_spans,
)

_RULE = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,}|(?:- ){2,}-)\s*")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*")
_BULLET = re.compile(r"(\s*)([-*+•·▪‣◦–—])(?:[ \t\u00a0]+|$)")
_ORDERED = re.compile(r"(\s+)(?=[0-9]{1,2}[.)] )")
_PIPE_ROW = re.compile(r"\s*\|(.*)\|\s*")
_PIPE_RULE = re.compile(r"[\s|:-]+")
_BARE_PIPE_RULE = re.compile(r"\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)+")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_WIDEST_WRAPPED = 140
_NEARLY_FULL = 0.85
_LONG = 60


@dataclass(frozen=True)
class _Raw:
    """One line of the file that holds something, with its number and how it is set off."""

    number: int
    text: str
    gap: Gap
    next_is_near: bool = False


def read_text(data: bytes, name: str) -> SourceDocument:
    """The lines of a text file.

    Raises:
        UnreadableDocumentError: no text, or too much of it.
    """
    text, encoding = decode(data, name)
    document = read_lines(text)
    if encoding != "windows-1252":
        return document
    note = ImportNote(rule=ENCODING, quote=name, done="sie wurde als Windows-1252 gelesen")
    return replace(document, notes=(note, *document.notes))


def read_lines(text: str) -> SourceDocument:
    """The lines of a text, with footnotes paired."""
    markdown = looks_like_markdown(text)
    raw = _raw_lines(text, markdown)
    raw = _with_tables_near(_with_outer_pipes(raw) if markdown else raw)
    width = _width([line.text for line in raw])
    parser = InlineParser()
    texts: list[tuple[str, SourceFootnote]] = []
    lines: list[SourceLine] = []
    for index, line in enumerate(raw):
        found = footnote_line(line.text) if markdown else None
        if found is not None:
            texts.append((found[0], SourceFootnote(parser.spans(found[1].strip()), line.number)))
            continue
        lines.append(_line(line, parser if markdown else None, lines))
        following = raw[index + 1].text.split()[:1] if index + 1 < len(raw) else []
        lines[-1] = replace(lines[-1], full=_is_full(line.text, following, width))
    document = _paired(lines, parser.marks, texts)
    return replace(document, notes=(*_cleaning_notes(parser), *document.notes))


def _raw_lines(text: str, markdown: bool) -> list[_Raw]:
    result: list[_Raw] = []
    gap: Gap = "paragraph"
    for number, whole in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        if "\f" in whole:
            gap = "page"
        line = whole.replace("\f", "").replace("\v", " ").replace("\u00ad", "")
        if _RULE.fullmatch(line):
            gap = "page"
        elif not line.strip():
            gap = "page" if gap == "page" else "paragraph"
        else:
            if gap == "wrap" and not markdown and re.match(r" \S", line):
                gap = "page"
            result.append(_Raw(number, line, gap))
            gap = "break" if markdown and line.endswith("  ") else "wrap"
    return _unwrapped(result, markdown)


def _unwrapped(raw: list[_Raw], markdown: bool) -> list[_Raw]:
    """In a text that is not wrapped every line is a paragraph, except in Markdown."""
    if markdown or _width([line.text for line in raw]) <= _WIDEST_WRAPPED:
        return raw
    return [replace(line, gap="paragraph") if line.gap == "wrap" else line for line in raw]


def _width(lines: list[str]) -> int:
    """How long a full line is: nine of ten lines are not longer."""
    lengths = sorted(len(line.rstrip()) for line in lines)
    return lengths[(len(lengths) * 9) // 10] if lengths else 0


def _is_full(line: str, following: list[str], width: int) -> bool:
    length = len(line.rstrip())
    if width > _WIDEST_WRAPPED:
        return length >= _LONG
    return length + 1 + sum(map(len, following)) >= _NEARLY_FULL * width


def _with_tables_near(raw: list[_Raw]) -> list[_Raw]:
    """Marks lines with tabs that have a neighbour with tabs: only those are rows of a table."""
    tabbed = [bool(re.search(r"\S\s*\t\s*\S|^\t+\S.*\t", line.text)) for line in raw]
    result = []
    for index, line in enumerate(raw):
        before = index > 0 and tabbed[index - 1] and line.gap == "wrap"
        after = index + 1 < len(raw) and tabbed[index + 1] and raw[index + 1].gap == "wrap"
        result.append(replace(line, next_is_near=tabbed[index] and (before or after)))
    return result


def _with_outer_pipes(raw: list[_Raw]) -> list[_Raw]:
    """The rows of a table whose rule shows that its bars at both ends were left out."""
    result = list(raw)
    for index, line in enumerate(raw):
        if not index or not _BARE_PIPE_RULE.fullmatch(line.text) or line.gap != "wrap":
            continue
        end = index + 1
        while end < len(raw) and raw[end].gap == "wrap" and "|" in raw[end].text:
            end += 1
        for place in range(index - 1, end):
            result[place] = replace(raw[place], text=f"|{raw[place].text}|")
    return result


def _line(raw: _Raw, parser: InlineParser | None, before: list[SourceLine]) -> SourceLine:
    cells = _cells(raw, parser)
    if cells:
        last = before[-1] if before else None
        table = last.table if last and last.table and raw.gap == "wrap" else _next_table(before)
        return SourceLine(raw.number, gap=raw.gap, cells=cells, table=table)
    text, heading, marker = _signs(
        raw.text, parser is not None, parser is not None or _may_be_item(raw, before)
    )
    spans = _spans(" ".join(text.split("\t")), parser)
    gap: Gap = "paragraph" if (heading or marker) and raw.gap != "page" else raw.gap
    return SourceLine(raw.number, strip_spans(spans), gap, heading, marker)


def _next_table(before: list[SourceLine]) -> int:
    return max((line.table for line in before), default=0) + 1


def _spans(text: str, parser: InlineParser | None) -> Spans:
    return parser.spans(text) if parser else ((Span(text),) if text else ())


def _cells(raw: _Raw, parser: InlineParser | None) -> tuple[Spans, ...]:
    if raw.next_is_near:
        return tuple(strip_spans(_spans(cell, parser)) for cell in raw.text.split("\t"))
    row = _PIPE_ROW.fullmatch(raw.text)
    if row is None or parser is None:
        return ()
    if _PIPE_RULE.fullmatch(raw.text):
        return ((),)
    return tuple(strip_spans(_spans(cell, parser)) for cell in re.split(r"(?<!\\)\|", row[1]))


def _may_be_item(raw: _Raw, before: list[SourceLine]) -> bool:
    """Whether a dash at the start may open a list item; inside running text it is only a dash."""
    if raw.gap != "wrap" or not before or raw.text.lstrip()[:1] not in "-–—":
        return True
    if not before[-1].full or before[-1].text.rstrip().endswith((".", ":", ";", "!", "?")):
        return True
    start = next((line for line in reversed(before) if line.gap != "wrap"), None)
    return start is not None and start.marker is not None


def _signs(text: str, markdown: bool, may_be_item: bool) -> tuple[str, int, Marker | None]:
    """The text without the signs of a heading or list item at its start."""
    heading = _HEADING.fullmatch(text) if markdown else None
    if heading:
        return heading[2], len(heading[1]), None
    bullet = _BULLET.match(text) if may_be_item else None
    if bullet:
        indent = len(bullet[1].expandtabs(4))
        return text[bullet.end() :], 0, Marker("bullet", level=indent // 2)
    ordered = _ORDERED.match(text) if markdown else None
    return (text[ordered.end() :] if ordered else text), 0, None


def _paired(
    lines: list[SourceLine], marks: list[str], texts: list[tuple[str, SourceFootnote]]
) -> SourceDocument:
    """Pairs each mark with the next unused text of the same sign; what stays alone is kept."""
    waiting: dict[str, list[SourceFootnote]] = defaultdict(list)
    for sign, footnote in texts:
        waiting[sign].append(footnote)
    footnotes: dict[int, SourceFootnote] = {}
    alone: list[int] = []
    for number, sign in enumerate(marks, 1):
        if waiting[sign]:
            footnotes[number] = waiting[sign].pop(0)
        else:
            alone.append(number)
    notes = [_alone_note(marks[number - 1], "ihr Text fehlt") for number in alone]
    kept = [_with_literal_marks(line, {n: marks[n - 1] for n in alone}) for line in lines]
    for sign, left in waiting.items():
        kept += [_footnote_as_line(sign, footnote) for footnote in left]
        notes += [_alone_note(sign, "ihr Zeichen fehlt im Text") for _footnote in left]
    return SourceDocument(tuple(_in_order(kept)), footnotes, tuple(notes))


def _in_order(lines: list[SourceLine]) -> list[SourceLine]:
    used = [line for line in lines if line.text.strip() or any(s.note for s in line.spans)]
    return sorted(used, key=lambda line: line.number)


def _with_literal_marks(line: SourceLine, alone: dict[int, str]) -> SourceLine:
    if not alone:
        return line
    spans = tuple(_literal(span, alone) for span in line.spans)
    cells = tuple(tuple(_literal(span, alone) for span in cell) for cell in line.cells)
    return replace(line, spans=spans, cells=cells)


def _literal(span: Span, alone: dict[int, str]) -> Span:
    return Span(alone[span.note].translate(_SUPERSCRIPTS)) if span.note in alone else span


def _footnote_as_line(sign: str, footnote: SourceFootnote) -> SourceLine:
    start = Span(f"{sign.translate(_SUPERSCRIPTS)} ")
    return SourceLine(footnote.line, (start, *footnote.spans))


def _alone_note(sign: str, done: str) -> ImportNote:
    return ImportNote(rule=FOOTNOTE, quote=sign, done=done)


def _cleaning_notes(parser: InlineParser) -> list[ImportNote]:
    notes = []
    if parser.escapes:
        count = len(parser.escapes)
        places = "an einer Stelle" if count == 1 else f"an {count} Stellen"
        notes.append(ImportNote(rule=ESCAPE, quote=parser.escapes[0], done=places))
    if parser.strays:
        places = "an einer Stelle" if parser.strays == 1 else f"an {parser.strays} Stellen"
        notes.append(ImportNote(rule=ESCAPE, quote="**", done=places))
    return notes
