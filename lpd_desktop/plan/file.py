"""The .lpd file: draft, attachment of the PDF, and what other programs read."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NoReturn

import msgspec

from lpd_desktop.form.canonical import canonical_json, digest_of
from lpd_desktop.form.model import Form
from lpd_desktop.plan.fault_place import place_of_fault
from lpd_desktop.plan.model import Plan
from lpd_desktop.plan.rich_text import DEEPEST_LIST, NESTED_TOO_DEEP
from lpd_desktop.plan.work import Release, Work
from lpd_desktop.runtime.errors import LpdError
from lpd_desktop.runtime.files import read_bounded, write_atomically
from lpd_desktop.runtime.typed_data import converted

FILE_SCHEMA = 1

UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""From a schema number to the step that leads to the next one.

A step makes new objects and leaves those it is given alone: a seal holds for them. A sealed file
keeps its number while its work goes on, so a step also takes a `work` of the new shape.
"""

_PARTS: dict[str, Any] = {"form": Form, "plan": Plan, "work": Work, "release": Release | None}
_TOO_DEEP = "der Inhalt ist zu tief verschachtelt"
_PUBLISHED = ("form", "plan", "release", "schema")


_PDF_GIVEN = (
    "Das ist ein PDF; hier wird die .lpd-Datei gebraucht, in der der Plan bearbeitet wird. Bitte "
    "wählen Sie diese; gibt es nur das PDF, macht „lpd extract“ daraus eine .lpd-Datei."
)


class NotAPlanError(LpdError):
    """The bytes are no .lpd file."""


class PdfGivenError(NotAPlanError):
    """A PDF, where the plan itself is wanted."""


class HalfCharacterError(LpdError):
    """A text holds one half of a surrogate pair, which UTF-8 cannot hold."""


class NewerPlanError(LpdError):
    """The file was written by a later version of the program."""


@dataclass(frozen=True)
class LpdFile:
    """Form, plan, work and release of one file.

    Attributes:
        as_read: The parts as they stood in the file. Parts that did not change are written
            exactly so, because a seal holds for the data as it was written then.
    """

    form: Form
    plan: Plan
    work: Work = field(default_factory=Work)
    release: Release | None = None
    as_read: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)


def read_lpd(data: bytes) -> LpdFile:
    """The file in these bytes; an attachment without `work` gets an empty one.

    Its state is `approved` where there is a release: what was sealed is not open for changes.

    Raises:
        NotAPlanError: no JSON, or not of this shape, with the place.
        NewerPlanError: a schema number that this version does not know.
    """
    return from_plain(_parse(data))


def from_plain(raw: dict[str, Any]) -> LpdFile:
    """The file with this plain content, which must not be changed afterwards.

    Raises:
        NotAPlanError, NewerPlanError: see `read_lpd`.
    """
    current = _upgraded(raw)
    work = {} if current.get("release") is None else {"state": "approved"}
    fields = {"work": work, "release": None, **current}
    unknown = sorted(set(fields) - {*_PARTS, "schema"})
    if unknown:
        _refuse(f"die Angabe „{unknown[0]}“ ist unbekannt")
    parts = {name: _convert(fields, name, kind) for name, kind in _PARTS.items()}
    return LpdFile(**parts, as_read=raw)


def plain_content(file: LpdFile) -> dict[str, Any]:
    """What `write_lpd` writes, as plain data for reading only: parts of it belong to the file."""
    return _raw(file)


def write_lpd(file: LpdFile, *, mends_halves: bool = False) -> bytes:
    """The file's bytes: UTF-8, sorted keys, two-space indent, one final newline.

    Args:
        file: What is written.
        mends_halves: Writes a question mark for a half character instead of refusing it.

    Raises:
        HalfCharacterError: some text cannot be written; the checks name its place.
    """
    return _pretty(_raw(file), "replace" if mends_halves else "strict")


def write_published(file: LpdFile) -> bytes:
    """What the PDF carries: schema, form, plan and release; never the work.

    Raises:
        HalfCharacterError: see `write_lpd`.
    """
    raw = _raw(file)
    return _pretty({name: raw[name] for name in _PUBLISHED})


def published_text(file: LpdFile) -> str:
    """The same data in one line, to be kept beside a draft that replaces this plan."""
    raw = _raw(file)
    return canonical_json({name: raw[name] for name in _PUBLISHED}).decode("utf-8")


def seal_digest(file: LpdFile) -> str:
    """SHA-256 over the canonical JSON of `{form, plan, schema}` as it stands in the file."""
    raw = _raw(file)
    return digest_of({name: raw[name] for name in ("form", "plan", "schema")})


def load_lpd(path: Path) -> LpdFile:
    """The .lpd file at a path.

    Raises:
        UnreadableFileError, NotAPlanError, NewerPlanError.
    """
    return read_lpd(read_bounded(path))


def save_lpd(path: Path, file: LpdFile) -> None:
    """Writes the file all or nothing.

    Raises:
        UnwritableFileError, HalfCharacterError: the old file, if any, is untouched.
    """
    write_atomically(path, write_lpd(file))


def _raw(file: LpdFile) -> dict[str, Any]:
    """The plain content; the parts that are as they were read stand as they stood.

    A sealed file keeps the schema it was sealed in, an unsealed one moves to the newest.
    """
    understood = _upgraded(file.as_read) if file.as_read else {}
    kept = file.as_read if _may_keep(file, understood) else {}
    raw: dict[str, Any] = {"schema": kept.get("schema", FILE_SCHEMA)}
    for name, kind in _PARTS.items():
        part = getattr(file, name)
        same = name in kept and _is_same(understood[name], part, kind)
        raw[name] = kept[name] if same else msgspec.to_builtins(part)
    return raw


def _may_keep(file: LpdFile, understood: dict[str, Any]) -> bool:
    """Whether the schema is the newest, or the file still carries the seal it was read with."""
    if file.as_read.get("schema") == FILE_SCHEMA:
        return True
    is_sealed = file.release is not None and understood.get("release") is not None
    return is_sealed and _is_same(understood["release"], file.release, Release)


def _is_same(understood: Any, part: Any, kind: Any) -> bool:
    return bool(converted(understood, kind, strict=True) == part)


def _pretty(raw: Any, halves: Literal["strict", "replace"] = "strict") -> bytes:
    """What `json.dumps` would write, some ten times as fast."""
    try:
        data = msgspec.json.encode(raw, order="sorted")
    except UnicodeEncodeError:
        return _with_halves(raw, halves)
    return msgspec.json.format(data, indent=2) + b"\n"


def _with_halves(raw: Any, halves: Literal["strict", "replace"]) -> bytes:
    """Texts with half characters: refused with their place, or with question marks for them."""
    text = json.dumps(raw, sort_keys=True, indent=2, ensure_ascii=False)
    try:
        return f"{text}\n".encode("utf-8", halves)
    except UnicodeEncodeError as error:
        before = text[max(0, error.start - 20) : error.start].rsplit('"', 1)[-1]
        message = (
            f"Hinter „{before}“ steht ein halbes Zeichen, das sich nicht speichern lässt. "
            "Bitte löschen Sie es; die Prüfung nennt die Stelle."
        )
        raise HalfCharacterError(message) from error


def _parse(data: bytes) -> dict[str, Any]:
    if not data.strip():
        _refuse("die Datei ist leer")
    if data.lstrip()[:5] == b"%PDF-":
        raise PdfGivenError(_PDF_GIVEN)
    try:
        raw = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_without_duplicates,
            parse_float=_no_fractions,
            parse_constant=_no_fractions,
        )
        json.dumps(raw, ensure_ascii=False).encode("utf-8")
    except UnicodeError:
        _refuse("der Inhalt ist kein Text in UTF-8")
    except _FractionError as error:
        _refuse(f"die Zahl {error} ist nicht ganz; Beträge stehen in ganzen Cent")
    except RecursionError:
        _refuse(_TOO_DEEP)
    except ValueError:
        _refuse("der Inhalt ist beschädigt oder stammt aus einem anderen Programm")
    if not isinstance(raw, dict) or not {"schema", "form", "plan"} <= raw.keys():
        _refuse("die Angaben „schema“, „form“ und „plan“ fehlen")
    return raw


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        message = "a key stands twice"
        raise ValueError(message)
    return result


class _FractionError(ValueError):
    """A number in a file that is not whole, as it stands there."""


def _no_fractions(text: str) -> NoReturn:
    raise _FractionError(text[:40])


def _upgraded(raw: dict[str, Any]) -> dict[str, Any]:
    number = raw["schema"]
    if type(number) is not int or number < 1:
        _refuse("die Nummer des Formats ist ungültig")
    if number > FILE_SCHEMA:
        message = (
            f"Die Datei hat das Format {number}, dieses Programm kennt Formate bis {FILE_SCHEMA}. "
            "Bitte öffnen Sie sie mit einer neueren Version von LPD Desktop."
        )
        raise NewerPlanError(message)
    current = raw
    while current["schema"] < FILE_SCHEMA:
        current = UPGRADES[current["schema"]](current)
    return current


def _convert(fields: dict[str, Any], name: str, kind: Any) -> Any:
    try:
        return converted(fields[name], kind, strict=True)
    except RecursionError:
        _refuse(_TOO_DEEP)
    except msgspec.ValidationError as error:
        place = name + place_of_fault(fields[name], kind, str(error))
        if NESTED_TOO_DEEP in str(error):
            field_of_text = place.partition(".items")[0]
            _refuse(f"bei „{field_of_text}“ stehen mehr als {DEEPEST_LIST} Listen ineinander")
        _refuse(f"die Angabe bei „{place}“ passt nicht zum Format")


def _refuse(reason: str) -> NoReturn:
    message = (
        f"Das ist kein lesbares Planungsdokument (.lpd): {reason}. "
        "Bitte prüfen Sie, ob Sie die richtige Datei gewählt haben."
    )
    raise NotAPlanError(message) from None
