"""Faults in the shape of a form: unknown keys, missing keys, wrong types. Each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from lpd_desktop.form.identities import PERCENT_PATTERN
from lpd_desktop.form.model import Form

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

_TYPES = {
    "string": "ein Text",
    "integer": "eine ganze Zahl",
    "boolean": "true oder false",
    "array": "eine Liste",
    "object": "eine Tabelle",
    "null": "leer",
}
_PATTERNS = {PERCENT_PATTERN: "kein Prozentwert wie 12.5"}


def structure_faults(raw: dict[str, Any]) -> list[str]:
    """German sentences, one for each fault in the shape of a form's content."""
    errors = sorted(_validator().iter_errors(raw), key=lambda error: list(map(str, error.path)))
    return list(dict.fromkeys(fault for error in errors for fault in _faults(error)))


@cache
def _validator() -> Draft202012Validator:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(msgspec.json.schema(Form))


def place(path: Iterator[str | int] | list[str | int]) -> str:
    """`sections[2].items[1]`, counted from 1 as people count; `Form` for the whole."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return text.removeprefix(".") or "Form"


def _faults(error: ValidationError) -> Iterator[str]:
    if error.validator == "anyOf":
        yield from _faults_of_kind(error)
        return
    where = place(list(error.absolute_path))
    yield f"{where}: {_sentence(error)}."


def _sentence(error: ValidationError) -> str:
    if error.validator == "required":
        missing = error.message.split("'")[1]
        return f"Die Angabe „{missing}“ fehlt"
    if error.validator == "additionalProperties":
        unknown = ", ".join(f"„{key}“" for key in _unknown_keys(error))
        return f"Unbekannte Angabe {unknown}"
    if error.validator == "type":
        return f"Erwartet wird {_TYPES.get(str(error.validator_value), 'etwas anderes')}"
    if error.validator in ("enum", "const"):
        allowed = error.validator_value
        choices = allowed if isinstance(allowed, list) else [allowed]
        return f"„{error.instance}“ ist nicht erlaubt; möglich: {', '.join(map(str, choices))}"
    if error.validator == "pattern":
        return f"„{error.instance}“ ist {_PATTERNS[str(error.validator_value)]}"
    return "Der Wert passt nicht"


def _unknown_keys(error: ValidationError) -> list[str]:
    schema, instance = error.schema, error.instance
    if not isinstance(schema, dict) or not isinstance(instance, dict):
        return []
    return [key for key in instance if key not in schema.get("properties", {})]


def _faults_of_kind(error: ValidationError) -> Iterator[str]:
    """Of several possible shapes only the one meant by `kind` is told about."""
    branches: dict[int, list[ValidationError]] = {}
    for inner in error.context or ():
        branches.setdefault(int(inner.schema_path[0]), []).append(inner)
    meant = [inner for inner in branches.values() if not any(_is_about_kind(one) for one in inner)]
    if meant:
        for inner_error in meant[0]:
            yield from _faults(inner_error)
        return
    where = place(list(error.absolute_path))
    kind = error.instance.get("kind") if isinstance(error.instance, dict) else None
    yield f"{where}: Unbekannte Art „{kind}“." if kind else f"{where}: Die Angabe „kind“ fehlt."


def _is_about_kind(error: ValidationError) -> bool:
    if error.validator == "required":
        return error.message.startswith("'kind'")
    wrong_type = error.validator == "type" and not error.path
    return wrong_type or list(error.path)[:1] == ["kind"]
