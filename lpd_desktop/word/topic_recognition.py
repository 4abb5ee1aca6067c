"""Topics: their list, their headings in this and an earlier year's wording, their questions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lpd_desktop.form.model import Form, TopicsItem
from lpd_desktop.form.similarity import similarity
from lpd_desktop.word.events import Event
from lpd_desktop.word.numbering import Prefix, number_of, topic_prefix
from lpd_desktop.word.source import SourceLine
from lpd_desktop.word.window import SURE, Window

Found = tuple[Event, int]

_NUMBERED_ENOUGH = 78
"""Behind the form's own numbering a title may differ more."""

_BY_SIMILARITY = 50
_CLEARLY_BETTER = 6
_LINES_OF_A_TITLE = 4
_LABELS_OF_A_QUESTION = 3
_SHORT_QUESTION = 3
_LABEL_WORD = re.compile(r"frage|[-–—]|\(?(?:[a-z]\.?)?(?:[0-9]{1,2}\.?){0,3}[).:]*", re.IGNORECASE)
"""`1.`, `a)`, `B.1.2`, `Frage 1:` in front of a question."""


@dataclass(frozen=True)
class _Title:
    key: str
    wording: str
    words: int
    score: int


def find_topic(
    form: Form, item: TopicsItem, window: Window, lines: list[SourceLine], *, at_home: bool
) -> Found | None:
    """An entry in the list of topics, or the heading of a chosen one.

    `at_home`: the document is in the section of the topics; elsewhere only the form's own
    numbering makes a heading.
    """
    prefix = topic_prefix(window.joined(), item.topic_heading)
    strong = prefix.numbered and bool(item.topic_heading.split("{n}")[0].strip(" .:"))
    if not at_home and not strong:
        return None
    skipped = len(window.joined()[: prefix.length].split())
    if not strong:
        skipped = max(skipped, _words_of_a_label(window, item.topic_heading))
    title = _best_title(form, item, window.after(skipped), _NUMBERED_ENOUGH if strong else SURE)
    if title is None:
        return _by_similarity(form, item, window, lines, prefix) if strong else None
    count = skipped + title.words
    is_heading = strong or _question_follows(form, item, title, window, count)
    return _event("topic" if is_heading else "entry", item, title, prefix), count


def _words_of_a_label(window: Window, topic_heading: str) -> int:
    """How many words before a title are a number and words of the form's heading, in any order."""
    known = [word.strip(" .:").casefold() for word in topic_heading.split()]
    count = 0
    numbered = False
    for word in window.words[:_LABELS_OF_A_QUESTION]:
        bare = word.text.strip(" .:()-–").casefold()
        is_number = number_of(bare) > 0
        if not is_number and not (len(bare) > 3 and any(bare in each for each in known)):
            break
        numbered = numbered or is_number
        count += 1
    return count if numbered else 0


def _event(kind: str, item: TopicsItem, title: _Title, prefix: Prefix) -> Event:
    return Event(
        kind,  # type: ignore[arg-type]
        (),
        key=title.key,
        item=item.key,
        number=prefix.number,
        score=title.score,
        wording=title.wording,
        repeated=prefix.repeated,
    )


def _wordings(form: Form, item: TopicsItem) -> Iterator[tuple[str, str]]:
    for topic in item.topics:
        for wording in (topic.title, *topic.former_titles):
            if wording:
                yield topic.key, form.text(wording)


def _best_title(form: Form, item: TopicsItem, window: Window, least: int) -> _Title | None:
    best: _Title | None = None
    for key, wording in _wordings(form, item):
        hit = window.find(wording, least)
        if hit is None or (len(wording.split()) <= 2 and not window.ends_line(hit.words)):
            continue
        if best is None or (hit.score, hit.words) > (best.score, best.words):
            best = _Title(key, wording, hit.words, hit.score)
    return best


def _question_follows(
    form: Form, item: TopicsItem, title: _Title, window: Window, count: int
) -> bool:
    rest = window.after(count)
    return any(
        rest.find(form.text(question.text)) is not None for question in item.questions_of(title.key)
    )


def _by_similarity(
    form: Form,
    item: TopicsItem,
    window: Window,
    lines: list[SourceLine],
    prefix: Prefix,
) -> Found:
    """The topic whose wording is most like a numbered heading; without one an unknown topic."""
    skipped = len(window.joined()[: prefix.length].split())
    count = max(skipped, _heading_words(form, item, window, lines, skipped))
    text = window.after(skipped).joined(count - skipped)
    scored = sorted(
        ((similarity(text, wording), key, wording) for key, wording in _wordings(form, item)),
        reverse=True,
    )
    best_key = scored[0][1] if scored else ""
    second = next((score for score, key, _wording in scored if key != best_key), 0)
    if scored and scored[0][0] >= max(_BY_SIMILARITY, second + _CLEARLY_BETTER):
        score, key, wording = scored[0]
        return _event("topic", item, _Title(key, wording, count, min(score, 99)), prefix), count
    unknown = _Title("", text, count, 0)
    return _event("topic", item, unknown, prefix), max(count, 1)


def _heading_words(
    form: Form, item: TopicsItem, window: Window, lines: list[SourceLine], skipped: int
) -> int:
    """How many words a heading of unknown wording has: to the end of its lines or a question."""
    start = skipped
    if _is_question(form, item, window, skipped):
        return skipped
    if window.ends_line(skipped) and skipped < len(window.words):
        start = skipped + 1
    count = start
    line_of_start = window.words[max(start - 1, 0)].line
    for index, word in enumerate(window.words[start:], start):
        new_line = word.line != window.words[index - 1].line if index else False
        if new_line and lines[word.line].gap != "wrap":
            break
        if word.line - line_of_start >= _LINES_OF_A_TITLE or _is_question(
            form, item, window, index
        ):
            break
        count = index + 1
    return count


def _is_question(form: Form, item: TopicsItem, window: Window, index: int) -> bool:
    rest = window.after(index)
    return any(rest.find(form.text(question.text)) for question in item.questions)


def find_question(form: Form, item: TopicsItem, window: Window, topic: str) -> Found | None:
    """A question of the current topic, also behind a number or letter of its own."""
    for skipped in range(_label_words(window) + 1):
        inner = window.after(skipped)
        for question in item.questions_of(topic):
            hit = inner.find(form.text(question.text))
            if hit is None or (skipped and hit.words <= _SHORT_QUESTION):
                continue
            event = Event(
                "question",
                (),
                key=question.key,
                item=item.key,
                score=hit.score,
                wording=form.text(question.text),
            )
            return event, skipped + hit.words
    return None


def _label_words(window: Window) -> int:
    """How many words at the start may be the label of a question."""
    words = window.words[:_LABELS_OF_A_QUESTION]
    others = (place for place, word in enumerate(words) if not _LABEL_WORD.fullmatch(word.text))
    return next(others, len(words))
