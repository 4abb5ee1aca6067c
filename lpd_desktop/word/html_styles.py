"""The few rules of a page's style sheet that say what text is: bold, italic, hidden, struck."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

Declarations = dict[str, str]

_MEANT = frozenset(
    ["display", "font-style", "font-weight", "mso-hide", "mso-outline-level", "mso-style-name"]
) | frozenset(["text-decoration", "text-decoration-line", "visibility", "white-space"])
_SELECTOR = re.compile(r"([a-z][\w:-]*)?(?:\.([\w-]+))?", re.IGNORECASE)
_MOST_CHARACTERS = 500_000


def declarations_of(text: str) -> Declarations:
    """The declarations of a `style` attribute, names and values in lower case."""
    pairs = (part.partition(":") for part in text.split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _colon, value in pairs}


class StyleSheet:
    """Rules for elements, for classes, and for classes of elements; no others are understood."""

    def __init__(self, sheets: Iterable[str] = ()) -> None:
        """Takes the texts of all style sheets, in order."""
        self._rules: dict[tuple[str, str], Declarations] = {}
        for sheet in sheets:
            for selectors, body in _rules_of(sheet[:_MOST_CHARACTERS]):
                self._add(selectors, body)

    def __bool__(self) -> bool:
        """Whether there is any rule."""
        return bool(self._rules)

    def _add(self, selectors: str, body: str) -> None:
        meant = {name: value for name, value in declarations_of(body).items() if name in _MEANT}
        if not meant:
            return
        for selector in selectors.split(","):
            match = _SELECTOR.fullmatch(selector.strip())
            if match is not None and match[0]:
                key = ((match[1] or "").lower(), (match[2] or "").lower())
                self._rules.setdefault(key, {}).update(meant)

    def of(self, tag: str, classes: str) -> Declarations:
        """What the rules say of an element; `classes` in lower case."""
        names = classes.split()
        keys = [(tag, ""), *(("", name) for name in names), *((tag, name) for name in names)]
        result: Declarations = {}
        for key in keys:
            result.update(self._rules.get(key, {}))
        return result


def _rules_of(sheet: str) -> Iterator[tuple[str, str]]:
    """Selectors and bodies; what stands in a block such as `@media` is left out."""
    depth = 0
    for chunk in _without_comments(sheet).split("}"):
        head, _brace, body = chunk.partition("{")
        if not _brace:
            depth = max(0, depth - 1)
        elif head.lstrip().startswith("@"):
            depth += "{" in body
        elif not depth:
            yield head, body


def _without_comments(sheet: str) -> str:
    first, *others = sheet.replace("<!--", " ").replace("-->", " ").split("/*")
    return first + " ".join(part.partition("*/")[2] for part in others)
