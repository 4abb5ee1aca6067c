"""Headings of sections, items and potentials, with the instructions below them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpd_desktop.form.model import (
    BudgetItem,
    Form,
    Item,
    PotentialsItem,
    RichTextItem,
    TopicsItem,
)
from lpd_desktop.form.similarity import normalised, similarity
from lpd_desktop.word.events import Event
from lpd_desktop.word.numbering import number_of, without_label
from lpd_desktop.word.source import SourceLine
from lpd_desktop.word.window import SURE, Hit, Window

Found = tuple[Event, int]

_FEW = 2
_VERY_SURE = 92
_LABELLED_ENOUGH = 60
"""With its own letter, alone in its line and looking like a heading, a section may be shortened."""

_YEAR_AT_END = re.compile(r"\s+(?:\w+\s+)?20\d\d\W*$")
_NUMBER_BEHIND = re.compile(r"(?:[0-9]{1,2}|[IVX]{1,4})[.:]?")


def looks_like_heading(line: SourceLine) -> bool:
    """Whether the line's look alone says that it is a heading."""
    return bool(line.heading) or line.is_bold


def find_section(form: Form, window: Window, line: SourceLine) -> Found | None:
    """The heading of a section, its letter may be missing; it fills its line."""
    label, _rest = without_label(window.joined())
    skipped = len(label.split())
    inner = window.after(skipped)
    for section in form.sections:
        own_label, heading = without_label(form.text(section.heading))
        hit = inner.find(heading) if heading else None
        hit = hit or _shortened_section(inner, heading, line, same=_same(label, own_label))
        if hit is None or not inner.ends_line(hit.words):
            continue
        if hit.words <= _FEW and not _is_plain_heading(line, label, own_label, hit.score):
            continue
        labelled = bool(label or line.marker or not own_label)
        event = Event(
            "section",
            (),
            key=section.key,
            score=hit.score,
            wording=form.text(section.heading),
            label=label if labelled else "missing",
        )
        return event, skipped + hit.words
    return None


def _same(label: str, own_label: str) -> bool:
    return bool(own_label) and normalised(label).strip(")") == normalised(own_label)


def _shortened_section(window: Window, heading: str, line: SourceLine, *, same: bool) -> Hit | None:
    """`B. Handlungsansätze` for a longer heading: the letter and the look make up for it."""
    if not same or not looks_like_heading(line) or line.gap not in ("paragraph", "page"):
        return None
    count = window.rest_of_line(0)
    score = similarity(window.joined(count), heading) if count else 0
    return Hit(count, score) if score >= _LABELLED_ENOUGH else None


def _is_plain_heading(line: SourceLine, label: str, own_label: str, score: int) -> bool:
    """A short heading could be a heading inside an answer; then its letter or look decides."""
    if own_label:
        return normalised(label) == normalised(own_label) or line.heading in (1, 2)
    return score >= _VERY_SURE and line.gap in ("paragraph", "page")


def find_item(form: Form, window: Window, line: SourceLine, section: str) -> Found | None:
    """The heading of an item, its question, or the instruction of its topics or potentials."""
    for home in form.sections:
        for item in home.items:
            found = _title(form, item, window, line, at_home=home.key == section)
            if found is not None:
                return found
    return None


def _title(
    form: Form, item: Item, window: Window, line: SourceLine, *, at_home: bool
) -> Found | None:
    for wording in _instructions(item):
        hit = window.find(form.text(wording))
        if hit is not None and hit.words > _FEW:
            return Event("form", (), item=item.key, key=item.key, score=hit.score), hit.words
    if not item.title:
        return None
    label, _rest = without_label(window.joined())
    skipped = len(label.split())
    inner = window.after(skipped)
    hit = inner.find(without_label(form.text(item.title))[1])
    alone = hit is not None and at_home and _stands_alone(inner, hit.words, line)
    if hit is not None and (hit.words > _FEW or alone):
        return Event("item", (), item=item.key, key=item.key, score=hit.score), skipped + hit.words
    return _short_title(item, inner, line, skipped) if at_home else None


def _instructions(item: Item) -> Iterator[str]:
    if isinstance(item, TopicsItem | PotentialsItem):
        yield item.instruction
    elif isinstance(item, RichTextItem | BudgetItem) and item.question:
        yield item.question


def _short_title(item: Item, window: Window, line: SourceLine, skipped: int) -> Found | None:
    """Only the words before the parenthesis, alone in their line or with another parenthesis."""
    for name in {item.title.partition("(")[0].strip(), item.short} - {""}:
        count = len(name.split())
        fits = similarity(window.joined(count), name) >= _VERY_SURE
        count += _words_in_brackets(window, count) if fits else 0
        if fits and _stands_alone(window, count, line):
            return Event("item", (), item=item.key, key=item.key), skipped + count
    return None


def _words_in_brackets(window: Window, count: int) -> int:
    """How many words the line goes on with, when all of them stand in brackets."""
    more = window.rest_of_line(count)
    rest = window.after(count).joined(more)
    return more if rest.startswith("(") and rest.rstrip(":. ").endswith(")") else 0


def _stands_alone(window: Window, count: int, line: SourceLine) -> bool:
    if count > len(window.words) or not window.ends_line(count):
        return False
    if line.gap not in ("paragraph", "page"):
        return False
    return looks_like_heading(line) or window.joined(count).endswith(":") or not line.full


def find_potential(form: Form, item: PotentialsItem, window: Window, inside: bool) -> Found | None:
    """The heading of a potential, and inside of one its two captions."""
    label, _rest = without_label(window.joined())
    skipped = len(label.split())
    heading = without_label(item.heading.replace("{n}", "1"))[1]
    inner = window.after(skipped)
    hit = inner.find(heading)
    if hit is not None and hit.score >= SURE:
        behind = _number_behind(inner, hit.words)
        count = hit.words + bool(behind)
        count += inner.rest_of_line(count) > 0 and inner.words[count].text in ("-", "–", "—")
        numbered = "{n}" not in item.heading or bool(label or behind)
        if (numbered or window.ends_line(skipped + 2)) and _closes(inner, count):
            event = Event("potential", (), item=item.key, number=number_of(label or behind))
            return event, skipped + count
    return _caption(form, item, window) if inside else None


def _number_behind(window: Window, count: int) -> str:
    """The number of a potential that stands behind its heading."""
    if not window.rest_of_line(count):
        return ""
    text = window.words[count].text
    return text if _NUMBER_BEHIND.fullmatch(text) else ""


def _closes(window: Window, count: int) -> bool:
    return window.ends_line(count) or window.words[count - 1].text.endswith((":", "-", "–", "—"))


def _caption(form: Form, item: PotentialsItem, window: Window) -> Found | None:
    development = form.text(item.development_caption)
    hit = window.find(development)
    if hit is None:
        hit = window.find(_YEAR_AT_END.sub("", development), _VERY_SURE)
    if hit is not None and _closes(window, hit.words):
        return Event("development", (), item=item.key, score=hit.score), hit.words
    caption = form.text(item.topic_caption)
    hit = window.find(caption)
    if hit is not None and _closes(window, hit.words):
        return Event("potential_topic", (), item=item.key), hit.words
    return None
