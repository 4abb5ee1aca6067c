"""Words of one document that count as right although no dictionary knows them."""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as changed

from lpd_desktop.plan.file import LpdFile


def with_ignored(word: str, file: LpdFile) -> LpdFile:
    """The file in which a word counts as right."""
    return _with(file, {*file.work.ignored_words, word})


def without_ignored(word: str, file: LpdFile) -> LpdFile:
    """The file in which a word is checked again."""
    return _with(file, {*file.work.ignored_words} - {word})


def _with(file: LpdFile, words: set[str]) -> LpdFile:
    ignored = tuple(sorted(words, key=str.casefold))
    return replace(file, work=changed(file.work, ignored_words=ignored))
