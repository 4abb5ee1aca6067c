"""Titles and questions of a plan's own form, corrected where they differ from the ministry's.

Keys stay, so answers, findings and the plan of the year before find their places again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace as changed

from lpd_desktop.form.derive import derive_form
from lpd_desktop.form.library import UnknownFormError, form_with_id
from lpd_desktop.form.lint import lint_form
from lpd_desktop.form.model import (
    Form,
    Item,
    PotentialsItem,
    Provenance,
    TargetsItem,
    TopicsItem,
    item_name,
)
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.errors import NotAllowedError
from lpd_desktop.runtime.german import german_date
from lpd_desktop.runtime.typed_data import converted

_CORRECTED = "; Wortlaut berichtigt am "
_EMPTY = "Bitte schreiben Sie hier etwas; dieser Wortlaut darf nicht leer sein."
_BRACES = re.compile(r"[{}]")
_NO_BRACES = "Geschweifte Klammern { } sind hier nicht möglich; bitte nehmen Sie andere."

Steps = tuple[str | int, ...]
"""Names and places from 0, from the form down to a text."""


class FaultyWordingError(NotAllowedError):
    """A wording that no sound form can have."""


@dataclass(frozen=True)
class Wording:
    """One title or question of a form, as people read it.

    Attributes:
        where: What it belongs to, by keys; the same in forms of other years.
        section: Heading of its part, empty for the document as a whole.
        caption: What it is, in German.
        path: Where it stands in the form's plain content.
    """

    where: str
    section: str
    caption: str
    text: str
    path: Steps


def wordings(form: Form) -> tuple[Wording, ...]:
    """All titles and questions in the order of the document; empty ones are left out."""
    found = [Wording("title", "", "Titel des Dokuments", form.title, ("title",))]
    for number, section in enumerate(form.sections):
        path: Steps = ("sections", number)
        heading = form.text(section.heading)
        caption = f"Überschrift von Teil {section.key}"
        where = f"{section.key}:heading"
        found.append(Wording(where, heading, caption, section.heading, (*path, "heading")))
        for place, item in enumerate(section.items):
            found += _item_wordings(form, heading, item, (*path, "items", place))
    return tuple(replace(each, text=form.text(each.text)) for each in found if each.text)


def _item_wordings(form: Form, section: str, item: Item, path: Steps) -> Iterator[Wording]:
    name = form.text(item_name(item)).rstrip(":")
    for field, caption in _FIELDS.items():
        text = getattr(item, field, "")
        yield Wording(f"{item.key}/{field}", section, f"{caption} „{name}“", text, (*path, field))
    if isinstance(item, TopicsItem):
        yield from _topics_wordings(section, item, path)
    elif isinstance(item, PotentialsItem):
        for field, caption in _CAPTIONS.items():
            text = getattr(item, field)
            yield Wording(f"{item.key}/{field}", section, caption, text, (*path, field))
    elif isinstance(item, TargetsItem):
        for number, target in enumerate(item.targets):
            where, place = f"{item.key}/targets/{target.key}", (*path, "targets", number, "label")
            yield Wording(where, section, f"Zielwert {number + 1}", target.label, place)


_FIELDS = {"title": "Titel von", "instruction": "Anweisung zu", "question": "Frage zu"}
_CAPTIONS = {
    "topic_caption": "Beschriftung des Themas",
    "development_caption": "Beschriftung der Weiterentwicklung",
}


def _topics_wordings(section: str, item: TopicsItem, path: Steps) -> Iterator[Wording]:
    for number, topic in enumerate(item.topics):
        place = (*path, "topics", number)
        where = f"{item.key}/topics/{topic.key}"
        name = f"Thema {topic.number or number + 1}"
        yield Wording(where, section, name, topic.title, (*place, "title"))
        yield Wording(
            f"{where}/short", section, f"{name}, kurzer Name", topic.short, (*place, "short")
        )
        for count, question in enumerate(topic.questions):
            yield Wording(
                f"{where}/{question.key}",
                section,
                f"{name}, Frage {count + 1}",
                question.text,
                (*place, "questions", count, "text"),
            )
    for count, question in enumerate(item.questions):
        yield Wording(
            f"{item.key}/questions/{question.key}",
            section,
            f"Frage {count + 1} zu jedem Thema",
            question.text,
            (*path, "questions", count, "text"),
        )


def original_form(form: Form, added: Path | None = None) -> Form | None:
    """The form as the program or the office has it, for the same year; None for a foreign one."""
    try:
        found = form_with_id(form.provenance.derived_from or form.id, added)
    except UnknownFormError:
        return None
    return found if found.year == form.year else derive_form(found, form.year)


def wording_faults(form: Form, texts: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with corrected wordings, a German sentence by `where`; empty for nothing."""
    known = {each.where: each for each in wordings(form)}
    faults = ((where, _fault(form, known[where], text)) for where, text in texts.items())
    return {where: fault for where, fault in faults if fault}


def _fault(form: Form, known: Wording, text: str) -> str:
    if not text.strip():
        return _EMPTY
    if _BRACES.search(text):
        return _NO_BRACES
    raw = msgspec.to_builtins(form)
    _write(form, raw, known, text)
    return next(iter(lint_form(raw)), "")


def with_wordings(form: Form, texts: Mapping[str, str], date: str) -> Form:
    """The form with other wordings; its provenance says so.

    A confirmation that it is the ministry's wording holds no more, since what was compared has
    changed. The years of the old wording stay tied to the form's year.

    Args:
        form: The form.
        texts: New texts by `where`; those that are the same change nothing.
        date: ISO date of the correction.

    Raises:
        FaultyWordingError: a text is no wording, with the first fault.
    """
    known = {each.where: each for each in wordings(form)}
    tidy = {where: " ".join(text.split()) for where, text in texts.items()}
    news = {where: text for where, text in tidy.items() if text != known[where].text}
    for where, fault in wording_faults(form, news).items():
        message = f"{known[where].caption}: {fault}"
        raise FaultyWordingError(message)
    if not news:
        return form
    raw = msgspec.to_builtins(form)
    for where, text in news.items():
        _write(form, raw, known[where], text)
    result = converted(raw, Form, strict=True)
    return changed(result, provenance=_corrected(form.provenance, date))


def _corrected(provenance: Provenance, date: str) -> Provenance:
    source = provenance.source.partition(_CORRECTED)[0] + _CORRECTED + german_date(date)
    return changed(provenance, source=source, confirmed=None)


def _write(form: Form, raw: dict[str, Any], known: Wording, text: str) -> None:
    """Puts a text at its place in the plain content, with the placeholders that stood there."""
    *path, last = known.path
    holder: Any = raw
    for step in path:
        holder = holder[step]
    before = str(holder[last])
    for year, name in ((form.year, "{year}"), (form.year - 1, "{previous_year}")):
        if name in before:
            text = re.sub(rf"\b{year}\b", name, text)
    holder[last] = text


@dataclass(frozen=True)
class CorrectedWording:
    """The step that corrects wordings of the plan's own form; for `OpenDraft.change`."""

    texts: Mapping[str, str]
    date: str

    def __call__(self, file: LpdFile) -> LpdFile:
        """The file with the corrected form.

        Raises:
            FaultyWordingError: see `with_wordings`.
        """
        return replace(file, form=with_wordings(file.form, self.texts, self.date))
