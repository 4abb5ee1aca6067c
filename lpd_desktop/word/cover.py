"""The cover: title, Jobcenter, Stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from lpd_desktop.form.jobcenters import all_jobcenters, find_jobcenter
from lpd_desktop.form.model import CoverItem, Form
from lpd_desktop.form.similarity import normalised
from lpd_desktop.plan.import_rules import JOBCENTER_SUGGESTED, JOBCENTER_UNKNOWN, OTHER_YEAR
from lpd_desktop.plan.model import Jobcenter
from lpd_desktop.plan.new import jobcenter_for, jobcenter_named
from lpd_desktop.plan.work import ImportNote
from lpd_desktop.word.source import SourceLine, slice_spans
from lpd_desktop.word.window import Window

_STAND = re.compile(r"(?:Stand|Datum)\s*:?\s*(?:vom\s+)?(.+?)\.?\s*", re.IGNORECASE)
_DIGITS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_WORDS = re.compile(r"(\d{1,2})\.\s?([A-Za-zä]{3,9})\.?\s?(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_YEAR = re.compile(r"\b20\d\d\b")
_MONTHS = ("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")
_LONGEST_NAME = 80
_LINES_AT_MOST = 60
"""What stands further down is no cover, but a document that does not follow the form."""


@dataclass
class Cover:
    """What the cover says; every line of it is in one of the lists."""

    jobcenter: Jobcenter | None = None
    as_of: str = ""
    placed: list[SourceLine] = field(default_factory=list)
    name_lines: list[SourceLine] = field(default_factory=list)
    form_lines: list[SourceLine] = field(default_factory=list)
    unplaced: list[SourceLine] = field(default_factory=list)
    notes: list[ImportNote] = field(default_factory=list)


def read_cover(lines: list[SourceLine], form: Form) -> Cover:
    """The cover out of the lines before the first section."""
    cover = Cover()
    after_own_name = False
    cover.unplaced += lines[_LINES_AT_MOST:]
    for line in lines[:_LINES_AT_MOST]:
        rest, known = _without_form_words(line, form, cover)
        after_own_name = after_own_name or known
        if rest is not None:
            _read_line(rest, form, cover, expects_name=after_own_name)
    return cover


def read_asides(lines: list[SourceLine], form: Form) -> tuple[list[SourceLine], list[SourceLine]]:
    """Headers, footers and text boxes: what repeats the form's title, and what is left."""
    cover = Cover()
    plain = [replace(line, aside=False) for line in lines]
    left = [_without_form_words(line, form, cover)[0] for line in plain]
    return cover.form_lines, [line for line in left if line is not None]


def _read_line(line: SourceLine, form: Form, cover: Cover, *, expects_name: bool) -> None:
    stand = _STAND.fullmatch(line.text.strip())
    as_of = iso_date(stand[1]) if stand else ""
    if as_of and not cover.as_of:
        cover.as_of = as_of
        cover.placed.append(line)
    elif cover.jobcenter is None and _take_name(line, form, cover, expects_name):
        cover.name_lines.append(line)
    else:
        cover.unplaced.append(line)


def _take_name(line: SourceLine, form: Form, cover: Cover, expects_name: bool) -> bool:
    name = " ".join(line.text.split())
    if len(name) > _LONGEST_NAME or line.cells:
        return False
    entry = find_jobcenter(name)
    if entry is not None:
        cover.jobcenter = jobcenter_for(entry, form.year)
    elif expects_name:
        cover.jobcenter = jobcenter_named(name, form.year)
        where = jobcenter_address(form)
        cover.notes.append(
            ImportNote(rule=JOBCENTER_UNKNOWN, where=where, quote=name, line=line.number)
        )
    return cover.jobcenter is not None


def _without_form_words(
    line: SourceLine, form: Form, cover: Cover
) -> tuple[SourceLine | None, bool]:
    """What a line holds besides title, subtitle, recipient; whether it named the office."""
    window = Window.at([line], 0)
    named = False
    taken = 0
    while taken < len(window.words):
        inner = window.after(taken)
        count = _form_words(inner, form, line, cover)
        if not count:
            break
        named = named or normalised(inner.words[count - 1].text) == normalised(form.own_name)
        taken += count
    if not taken:
        return line, False
    end = window.words[taken - 1].end
    cover.form_lines.append(replace(line, spans=slice_spans(line.spans, 0, end)))
    if taken == len(window.words):
        return None, named
    return replace(line, spans=slice_spans(line.spans, end, len(line.text))), named


def _form_words(window: Window, form: Form, line: SourceLine, cover: Cover) -> int:
    wordings = (form.title, form.subtitle, form.own_name, form.recipient.name)
    for wording in wordings:
        text = form.text(wording)
        hit = window.find(text) if text else None
        if hit is not None:
            _note_other_year(window.joined(hit.words), form, line, cover, text)
            return hit.words
    return 0


def _note_other_year(found: str, form: Form, line: SourceLine, cover: Cover, wording: str) -> None:
    year = _YEAR.search(found)
    if year and str(form.year) in wording and year[0] != str(form.year):
        done = f"dort {year[0]}, in der Form {form.year}"
        cover.notes.append(ImportNote(rule=OTHER_YEAR, quote=found, line=line.number, done=done))


def iso_date(text: str) -> str:
    """`04.11.2022` and `4. November 2022` as `2022-11-04`; empty for what is no date."""
    digits, words, iso = (pattern.fullmatch(text.strip()) for pattern in (_DIGITS, _WORDS, _ISO))
    if iso:
        parts = (int(iso[1]), int(iso[2]), int(iso[3]))
    elif digits:
        parts = (int(digits[3]), int(digits[2]), int(digits[1]))
    elif words and words[2].lower()[:3] in _MONTHS:
        parts = (int(words[3]), _MONTHS.index(words[2].lower()[:3]) + 1, int(words[1]))
    else:
        return ""
    try:
        return date(*parts).isoformat()
    except ValueError:
        return ""


def suggestion(text: str, form: Form) -> ImportNote | None:
    """Which of the 53 the text names most; a suggestion, never taken over unasked."""
    words = f" {normalised(text)} "
    counted = [
        (sum(words.count(f" {normalised(name)}") for name in (entry.name, entry.genitive)), entry)
        for entry in all_jobcenters()
    ]
    best, entry = max(counted, key=lambda pair: pair[0])
    if not best:
        return None
    where = jobcenter_address(form)
    return ImportNote(rule=JOBCENTER_SUGGESTED, where=where, quote=entry.name)


def jobcenter_address(form: Form) -> str:
    """Where the plan names its Jobcenter; empty for a form without a cover."""
    covers = (item.key for item in form.items if isinstance(item, CoverItem))
    return next((f"{key}/jobcenter" for key in covers), "")
