"""Remarks as a list for people with a word processor, and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpd_desktop.plan.file import LpdFile
from lpd_desktop.plan.remark_list import (
    ABOUT_NAMES,
    NO_REMARKS,
    ListedRemark,
    by_place,
    listed_remarks,
    plan_facts,
    said_by,
    told_number,
)
from lpd_desktop.runtime.written_mark import marked_text
from lpd_desktop.word.docx_writing import DocxWriter, Line

TITLE = "Anmerkungen"
_HEADS = ("Nr.", "Anmerkung und Antworten", "Stand")
_SHARES = (8, 68, 24)
_MARKDOWN_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")
_LINE_START = re.compile(r"^(\d*)([-+.)])(?=\s|$)")


def remarks_docx(file: LpdFile, *, only_open: bool = False) -> bytes:
    """The remarks in the order of the document; the same data give the same bytes."""
    listed = listed_remarks(file, only_open=only_open)
    title = f"{TITLE} zu: {file.form.text(file.form.title)}"
    writer = DocxWriter.begun(title, author=file.plan.jobcenter.own_name)
    writer.title(TITLE)
    writer.paragraph(f"zu: {file.form.text(file.form.title)}")
    facts = [(caption, text or "–") for caption, text in plan_facts(file)]
    writer.table(("Angabe", "Inhalt"), facts, (30, 70))
    writer.paragraph(told_number(file, only_open=only_open))
    writer.paragraph(ABOUT_NAMES)
    writer.heading("Anmerkungen nach Stellen", 1)
    if not listed:
        writer.paragraph(NO_REMARKS)
    for place, remarks in by_place(listed):
        writer.heading(place, 2)
        rows = [(str(each.number), list(_lines(each)), each.standing) for each in remarks]
        writer.table(_HEADS, rows, _SHARES)
    return writer.data()


def _lines(listed: ListedRemark) -> Iterator[Line]:
    """What is said of one place, paragraph by paragraph; who says it is bold."""
    yield from ((line, False) for line in (listed.about, listed.place_note) if line)
    yield f"{said_by(listed.remark)}:", True
    yield from ((line, False) for line in _filled(listed.text))
    for reply in listed.remark.replies:
        yield f"Antwort von {said_by(reply)}:", True
        yield from ((line, False) for line in _filled(reply.text))


def _filled(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def remarks_markdown(file: LpdFile, *, only_open: bool = False) -> bytes:
    """The same list as Markdown in UTF-8; signs that mean something there are escaped."""
    listed = listed_remarks(file, only_open=only_open)
    parts = [f"# {TITLE}", _escaped(f"zu: {file.form.text(file.form.title)}")]
    parts.append("\n".join(f"- {name}: {_escaped(text or '–')}" for name, text in plan_facts(file)))
    parts += [told_number(file, only_open=only_open), ABOUT_NAMES]
    parts += [] if listed else [NO_REMARKS]
    for place, remarks in by_place(listed):
        parts.append(f"## {_escaped(place)}")
        for each in remarks:
            parts += [f"### {_escaped(each.title)}", *_markdown_parts(each)]
    return marked_text(("\n\n".join(parts) + "\n").encode("utf-8", "replace"))


def _markdown_parts(listed: ListedRemark) -> Iterator[str]:
    if listed.quote:
        yield f"> {_escaped(listed.quote)}"
    if listed.place_note:
        yield f"*{_escaped(listed.place_note)}*"
    yield f"**{_escaped(said_by(listed.remark))}:**"
    yield from map(_escaped, _filled(listed.text))
    for reply in listed.remark.replies:
        yield f"**Antwort von {_escaped(said_by(reply))}:**"
        yield from map(_escaped, _filled(reply.text))


def _escaped(text: str) -> str:
    escaped = _MARKDOWN_SIGNS.sub(r"\\\1", " ".join(text.split()))
    return _LINE_START.sub(lambda match: f"{match[1]}\\{match[2]}", escaped)
