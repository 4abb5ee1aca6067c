"""What is known in one plan besides the dictionary: added lists, the form's words, its names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from lpd_desktop.check.spelling.tokens import tokens_of
from lpd_desktop.check.spelling.word_lists import office_list, personal_list, read_words
from lpd_desktop.form.model import Form
from lpd_desktop.plan.file import LpdFile
from lpd_desktop.runtime.errors import LpdError

_NO_TEXT = frozenset({"id", "key", "kind", "plus", "role", "total", "unit", "minus", "of", "row"})


def known_words(file: LpdFile) -> frozenset[str]:
    """The words of the form and the names on the cover: nobody can spell them otherwise."""
    jobcenter = file.plan.jobcenter
    names = (jobcenter.name, jobcenter.genitive, jobcenter.own_name)
    return frozenset(
        token.word for text in (*_texts_of(file.form), *names) for token in tokens_of(text)
    )


def added_words(data_folder: Path) -> tuple[frozenset[str], str]:
    """The words of person and office; then a German sentence where a list cannot be read."""
    office = office_list(data_folder)
    try:
        personal, problem = read_words(personal_list(data_folder)), office.problem
    except LpdError as error:
        personal, problem = (), str(error)
    return frozenset(personal) | frozenset(office.words), problem


def _texts_of(form: Form) -> Iterator[str]:
    yield from _strings(msgspec.to_builtins(form))


def _strings(content: Any) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        for key, value in content.items():
            if key not in _NO_TEXT:
                yield from _strings(value)
    elif isinstance(content, list | tuple):
        for value in content:
            yield from _strings(value)
