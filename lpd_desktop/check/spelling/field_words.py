"""The words of the field: abbreviations, terms of the law, names of places, parts of compounds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from lpd_desktop.check.language.vocabulary import vocabulary
from lpd_desktop.form.jobcenters import all_jobcenters
from lpd_desktop.runtime.resources import resource

_WORD = re.compile(r"[^\W\d_]+")
_ADJECTIVE = ("", "e", "em", "en", "er", "es")
_COMPARED = tuple(f"er{ending}" for ending in _ADJECTIVE)


@dataclass(frozen=True)
class FieldWords:
    """Ready for use.

    Attributes:
        words: Words as they are spelled inside a sentence.
        beginnings: What may begin a compound, with its linking letter, in small letters.
        nouns: What may end a compound noun, in small letters.
        adjectives: What may end a compound adjective.
    """

    words: frozenset[str]
    beginnings: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]


@cache
def field_words() -> FieldWords:
    """The word list that comes with the program, with the 53 Jobcenter and their towns."""
    lines = resource("spelling/sgb2_words.txt").read_text("utf-8").splitlines()
    entries = [entry for line in lines if not line.startswith("#") for entry in line.split()]
    ends = [entry[1:].lower() for entry in entries if entry.startswith("-")]
    starts = (entry[:-1].lower() for entry in entries if entry.endswith("-"))
    whole = (entry for entry in entries if "-" not in (entry[0], entry[-1]))
    return FieldWords(
        words=frozenset([*_all_forms(whole), *vocabulary().abbreviations, *_names()]),
        beginnings=frozenset(starts),
        nouns=_all_forms(entry for entry in ends if "~" not in entry),
        adjectives=_all_forms(entry for entry in ends if "~" in entry),
    )


def _all_forms(entries: Iterable[str]) -> frozenset[str]:
    return frozenset(form for entry in entries for form in forms_of(entry))


def forms_of(entry: str) -> Iterator[str]:
    """The forms that an entry of the list stands for.

    `Maßnahme|n` is `Maßnahme` and `Maßnahmen`; `passgenau~` is an adjective with all endings,
    `marktnah~er` one that is compared as well.
    """
    if "~" in entry:
        stem, _, compared = entry.partition("~")
        yield from (stem + ending for ending in _ADJECTIVE)
        if compared:
            yield from (stem + ending for ending in _COMPARED)
        return
    stem, *endings = entry.split("|")
    yield stem
    yield from (stem + ending for ending in endings)


def _names() -> Iterator[str]:
    """The words of the names, and what comes from a place: `Coesfelder`, `Kleves`."""
    for entry in all_jobcenters():
        for name in _WORD.findall(f"{entry.list_name} {entry.name} {entry.genitive}"):
            if name[0].isupper():
                yield name
                yield from _of_place(name)


def _of_place(name: str) -> Iterable[str]:
    stem = name.removesuffix("en") if name.endswith(("ingen", "usen")) else name.removesuffix("e")
    return (f"{name}s", f"{stem}er", f"{stem}ers", f"{stem}ern")
