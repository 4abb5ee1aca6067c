"""The words for these checks that are data: known abbreviations, spellings that compete."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property

import msgspec

from lpd_desktop.check.language.phrases import Phrase, phrase
from lpd_desktop.runtime.resources import resource
from lpd_desktop.runtime.typed_data import converted

_JOINTS = re.compile(r"[\s.\-‑–/]+")


class Spelling(msgspec.Struct, frozen=True):
    """Two ways to write one word, as regular expressions, with letters of all their matches."""

    first: str
    first_sign: str
    second: str
    second_sign: str


class _File(msgspec.Struct, frozen=True):
    known: tuple[str, ...]
    spellings: tuple[Spelling, ...]


@dataclass(frozen=True)
class Vocabulary:
    """The resource, ready for use.

    Attributes:
        known: The abbreviations in small letters, joined.
        abbreviations: The same as they are written.
    """

    known: frozenset[str]
    abbreviations: tuple[str, ...]
    spellings: tuple[Spelling, ...]

    @cached_property
    def rivals(self) -> tuple[tuple[Phrase, Phrase], ...]:
        """The competing spellings, compiled."""
        return tuple(
            (phrase(each.first_sign, each.first), phrase(each.second_sign, each.second))
            for each in self.spellings
        )


@cache
def vocabulary() -> Vocabulary:
    """The resource, read once."""
    with resource("language.toml").open("rb") as source:
        file = converted(tomllib.load(source), _File)
    return Vocabulary(frozenset(map(joined, file.known)), file.known, file.spellings)


def joined(word: str) -> str:
    """A word without the signs that join its parts, in small letters."""
    return _JOINTS.sub("", word).casefold()
