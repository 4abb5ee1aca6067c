"""Wordings of a form that name its year, as patterns that any year fits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from lpd_desktop.form.canonical import canonical_json
from lpd_desktop.form.model import Form
from lpd_desktop.runtime.typed_data import decoded

_PLACE = "{year}"
_WORDS_AROUND = 3
_FEWEST = 2


def wordings_with_year(form: Form) -> tuple[re.Pattern[str], ...]:
    """For each wording with `{year}` the words around it; help texts are left out."""
    return _patterns(canonical_json([*_texts(form)]))


@cache
def _patterns(texts: bytes) -> tuple[re.Pattern[str], ...]:
    found = {_around(text) for text in decoded(texts, list[str])}
    return tuple(re.compile(pattern) for pattern in sorted(found - {""}))


def _texts(form: Form) -> Iterator[str]:
    yield form.title
    for item in form.items:
        raw = msgspec.to_builtins(item)
        yield from _strings({key: value for key, value in raw.items() if key != "help"})


def _strings(raw: object) -> Iterator[str]:
    if isinstance(raw, str) and _PLACE in raw:
        yield raw
    elif isinstance(raw, dict):
        for key, value in raw.items():
            if key != "help":
                yield from _strings(value)
    elif isinstance(raw, list | tuple):
        for value in raw:
            yield from _strings(value)


def _around(text: str) -> str:
    """Up to three words on both sides of the year, any blanks between them."""
    before, _, behind = text.partition(_PLACE)
    words = before.split()[-_WORDS_AROUND:]
    following = behind.rstrip(" .:?").split()[:_WORDS_AROUND]
    if len(words) + len(following) < _FEWEST or (not following and len(words) < _FEWEST):
        return ""
    parts = [*map(re.escape, words), r"(?P<year>20\d\d)", *map(re.escape, following)]
    return r"(?<!\w)" + r"\s+".join(parts)
