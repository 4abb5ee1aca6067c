"""For which year a document plans, so that the right form is taken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lpd_desktop.form.model import Form, PotentialsItem, TopicsItem
from lpd_desktop.form.similarity import similarity
from lpd_desktop.word.reading import read_document
from lpd_desktop.word.window import SURE

_YEAR = re.compile(r"\b(20\d\d)\b")
_LONGEST = 400


def planning_year(data: bytes, name: str, form: Form) -> int | None:
    """The year that the title or the form's own sentences name; None where they name none.

    `form` may be any year's: its wordings with `{year}` are looked for.

    Raises:
        UnreadableDocumentError: no document.
    """
    found: Counter[int] = Counter()
    for line in read_document(data, name).lines:
        years = _YEAR.findall(line.text)
        if len(years) == 1 and len(line.text) <= _LONGEST:
            year = int(years[0])
            alike = (
                similarity(line.text, each.replace("{year}", years[0])) for each in _wordings(form)
            )
            found[year] += any(score >= SURE for score in alike)
    year, count = found.most_common(1)[0] if found else (0, 0)
    return year if count else None


def _wordings(form: Form) -> Iterator[str]:
    """The wordings with a year, each also as its last half, as lines are wrapped."""
    if "{year}" in form.title:
        yield form.title
    for item in form.items:
        if isinstance(item, PotentialsItem):
            yield item.development_caption
        if isinstance(item, TopicsItem):
            yield from (question.text for question in item.questions if "{year}" in question.text)
