"""One draft out of what is left of it: its own rows first, then the newest state elsewhere."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import msgspec

from lpd_desktop.form.library import form_for_year, newest_year
from lpd_desktop.plan.addresses import Address
from lpd_desktop.plan.file import LpdFile, from_plain, plain_content
from lpd_desktop.plan.new import jobcenter_named, new_file
from lpd_desktop.plan.places import place_of
from lpd_desktop.plan.rich_text import Blocks
from lpd_desktop.plan.text_lines import text_of
from lpd_desktop.plan.work import UnplacedText
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.typed_data import decoded
from lpd_desktop.store.checksums import Row
from lpd_desktop.store.pieces import ANSWERS, PARTS, Pieces, put_together, take_apart

_STRUCTURE = ((PARTS, "schema"), (PARTS, "form"), (PARTS, "plan"))
_WITHOUT = {(PARTS, "work"): "{}", (PARTS, "release"): "null"}
_WORK_NAMES = {(PARTS, "work"): "Bearbeitung und Anmerkungen", (PARTS, "release"): "Freigabe"}
_EMPTY_TABLE, _EMPTY_TEXT = "null", "[]"
_BELOW = "/below"
_UNSURE = "Alle Antworten sind da; ob eine davon älter ist, ließ sich nicht mehr prüfen."


@dataclass(frozen=True)
class Source:
    """Another place where pieces of the draft stand.

    Attributes:
        time: When they were as they are, ISO in UTC.
        name: What a person reads, such as `der Sicherung vom 08.11.2022, 10:30`.
    """

    time: str
    name: str
    pieces: Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class Assembled:
    """A draft that was put together.

    Attributes:
        notes: German sentences on each answer that is not as it was saved last.
    """

    file: LpdFile
    notes: tuple[str, ...]


def assembled(
    own: Mapping[tuple[str, str], str], sources: Sequence[Source], row: Row | None
) -> Assembled:
    """The draft with as much as there is of it.

    Args:
        own: Its own intact pieces.
        sources: Where to look for what is missing.
        row: Its row of `drafts`, if there is one; names year and Jobcenter where all else fails.
    """
    newest_first = sorted(sources, key=lambda source: source.time, reverse=True)
    pieces = dict(own)
    notes = [*_complete_structure(pieces, newest_first), *_complete_work(pieces, newest_first)]
    try:
        return _filled(own, pieces, newest_first, notes)
    except (LpdError, KeyError, TypeError, ValueError, AttributeError):
        return _only_texts(row, own)


def _complete_structure(pieces: Pieces, sources: Sequence[Source]) -> list[str]:
    """Form and plan belong together: where one is missing all come from one other state."""
    if all(key in pieces for key in _STRUCTURE):
        return []
    for source in sources:
        if all(key in source.pieces for key in _STRUCTURE):
            pieces.update({key: source.pieces[key] for key in _STRUCTURE})
            return [f"Aufbau und Angaben auf dem Deckblatt stehen wie in {source.name}."]
    return []


def _complete_work(pieces: Pieces, sources: Sequence[Source]) -> list[str]:
    """Remarks, log and release: from the newest other state, else empty."""
    notes = []
    for key, empty in _WITHOUT.items():
        if key not in pieces:
            source = next((source for source in sources if key in source.pieces), None)
            pieces[key] = source.pieces[key] if source else empty
            where = f"stehen wie in {source.name}" if source else "waren nicht lesbar"
            notes.append(f"Angaben zu {_WORK_NAMES[key]} {where}.")
    return notes


def _filled(
    own: Mapping[tuple[str, str], str],
    pieces: Pieces,
    sources: Sequence[Source],
    notes: list[str],
) -> Assembled:
    missing: dict[str, str] = {}
    while True:
        try:
            raw = put_together(pieces)
            break
        except KeyError as error:
            if error.args[0] in pieces or error.args[0][0] != ANSWERS:
                raise
            missing[error.args[0][1]] = _fill(pieces, error.args[0], sources)
    file = from_plain(raw)
    kept = take_apart(raw)
    notes += [f"Bei „{_place(file, address)}“ steht {what}." for address, what in missing.items()]
    homeless = {key: content for key, content in own.items() if key not in kept}
    file = _with_unplaced(file, homeless, notes)
    return Assembled(file, tuple(notes or [_UNSURE]))


def _fill(pieces: Pieces, key: tuple[str, str], sources: Sequence[Source]) -> str:
    """Puts the newest other text in the place of a missing answer; says what it is."""
    for source in sources:
        if key in source.pieces:
            pieces[key] = source.pieces[key]
            return f"der Text aus {source.name}"
    pieces[key] = _EMPTY_TABLE if key[1].endswith("/table") else _EMPTY_TEXT
    return "nichts mehr: Der Text war nicht lesbar"


def _place(file: LpdFile, address: str) -> str:
    return place_of(file.form, file.plan, Address.parse(address.removesuffix(_BELOW)))


def _with_unplaced(
    file: LpdFile, answers: Mapping[tuple[str, str], str], notes: list[str]
) -> LpdFile:
    """Texts for which the plan has no place are kept with what an import could not place."""
    texts = [_words(content) for (table, _key), content in answers.items() if table == ANSWERS]
    unplaced = tuple(UnplacedText(text=text) for text in texts if text)
    if not unplaced:
        return file
    notes.append("Texte ohne Platz stehen bei den Hinweisen unter „Nicht zugeordnet“.")
    work = msgspec.structs.replace(file.work, unplaced=(*file.work.unplaced, *unplaced))
    return replace(file, work=work)


def _words(content: str) -> str:
    """What somebody can read of an answer; tables and figures as they are stored."""
    try:
        return text_of(decoded(content, Blocks))
    except msgspec.ValidationError:
        return "" if content in (_EMPTY_TABLE, _EMPTY_TEXT) else content


def _only_texts(row: Row | None, own: Mapping[tuple[str, str], str]) -> Assembled:
    """An empty plan of the same year with all texts beside it."""
    year, name = (int(row["year"]), str(row["jobcenter"])) if row else (newest_year(), "")
    form = form_for_year(year)
    empty = new_file(form, jobcenter_named(name, form.year))
    notes = ["Der Aufbau des Dokuments war nicht lesbar; es ist neu angelegt."]
    return Assembled(_with_unplaced(empty, own, notes), tuple(notes))


def state_of(content: Any) -> Pieces:
    """The pieces of a whole plan as it is kept in a restore point."""
    return take_apart(plain_content(from_plain(json.loads(content))))


def day_and_time(utc: str) -> str:
    """`2022-11-08T09:30:00Z` as `08.11.2022, 10:30` in the time zone of this machine."""
    try:
        return datetime.fromisoformat(utc).astimezone().strftime("%d.%m.%Y, %H:%M")
    except ValueError:
        return utc
