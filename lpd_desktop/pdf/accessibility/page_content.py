"""What one page's content stream does: marks, painting, and the codes shown in each font."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

_SHOWING = frozenset(("Tj", "TJ", "'", '"'))
_PATH_OPENING = frozenset(("m", "re"))
_PAINTING = frozenset(
    (
        *("S", "s", "f", "F", "f*", "B", "B*", "b", "b*"),
        *("Do", "sh", "INLINE IMAGE", "EI", "BI"),
    )
)
_NEEDS_MARK = _SHOWING | _PATH_OPENING | _PAINTING
_NAMING = {
    "Tf": "/Font",
    "Do": "/XObject",
    "gs": "/ExtGState",
    "sh": "/Shading",
    "cs": "/ColorSpace",
    "CS": "/ColorSpace",
    "ri": "",
}
"""Operators that name something, and where the resources have it."""

_UNNAMED = ("/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern")
"""Colour spaces that need no resource."""


@dataclass(eq=False)
class PageContent:
    """What was seen on one page.

    Attributes:
        numbers: The number of each marked content in drawing order.
        unbalanced: German sentences on marks that do not fit together.
        nested: German sentences on marks that stand in each other.
        unmarked: Operators that paint outside of any mark.
        codes: The codes shown, by the object number of the font.
        operators: Every operator that occurs.
        missing: Names that the resources do not have.
        languages: Languages that marks name.
        deepest: How many graphics states are saved at most at the same time.
        saved: How many are left at the end, or -1 where one more was taken back.
    """

    numbers: list[int] = field(default_factory=list)
    unbalanced: list[str] = field(default_factory=list)
    nested: list[str] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)
    codes: dict[tuple[int, int], set[int]] = field(default_factory=dict)
    operators: set[str] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)
    deepest: int = 0
    saved: int = 0
    _names: dict[str, set[str]] = field(default_factory=dict)

    def name(self, operator: str, name: str) -> None:
        """Remembers what an operator was told to use."""
        self._names.setdefault(operator.lower(), set()).add(name)

    def named(self, operator: str) -> list[str]:
        """What an operator was told to use, such as `/DeviceRGB`; of both kinds of colour."""
        return sorted(self._names.get(operator.lower(), ()))


def read_content(page: Any) -> PageContent:
    """Follows the content stream of a pikepdf page or form."""
    import pikepdf

    reader = _ContentReader(getattr(page, "obj", page).get("/Resources", {}))
    for instruction in pikepdf.parse_content_stream(page):
        reader.take(str(instruction.operator), getattr(instruction, "operands", ()))
    return reader.finished()


class _ContentReader:
    """Keeps track of open marks and text objects."""

    def __init__(self, resources: Any) -> None:
        self._seen = PageContent()
        self._resources = resources
        fonts = resources.get("/Font", {})
        self._fonts = {str(name): font.objgen for name, font in fonts.items()}
        self._font: set[int] | None = None
        self._marks: list[str] = []
        self._marks_at_text: int | None = None

    def take(self, operator: str, operands: Any) -> None:
        """Takes one instruction."""
        self._seen.operators.add(operator)
        if operator in ("BDC", "BMC"):
            self._open(operator, operands)
        elif operator == "EMC":
            self._close()
        elif operator == "BT":
            self._marks_at_text = len(self._marks)
        elif operator == "ET":
            self._end_text()
        elif operator in ("q", "Q"):
            self._save(1 if operator == "q" else -1)
        elif operator in _NAMING:
            self._name(operator, str(operands[0]))
        if operator in _NEEDS_MARK:
            self._paint(operator, operands)

    def _paint(self, operator: str, operands: Any) -> None:
        if not any(self._marks):
            self._seen.unmarked.append(operator)
        if operator in _SHOWING:
            self._show(operands[-1])

    def _save(self, change: int) -> None:
        if self._seen.saved >= 0:
            self._seen.saved += change
            self._seen.deepest = max(self._seen.deepest, self._seen.saved)

    def _name(self, operator: str, name: str) -> None:
        self._seen.name(operator, name)
        if operator == "Tf":
            self._choose_font(name)
        kind = _NAMING[operator]
        if kind and name not in _UNNAMED and name not in self._resources.get(kind, {}):
            self._seen.missing.add(name[1:])

    def finished(self) -> PageContent:
        """What was seen, once the stream is at its end."""
        if self._marks or self._marks_at_text is not None:
            self._seen.unbalanced.append("Eine Markierung oder ein Textobjekt bleibt offen.")
        return self._seen

    def _open(self, operator: str, operands: Any) -> None:
        tag = str(operands[0])[1:]
        entries = self._entries(operands[1]) if operator == "BDC" else {}
        number = entries.get("/MCID")
        if number is not None:
            self._seen.numbers.append(int(number))
        if "/Lang" in entries:
            self._seen.languages.add(str(entries["/Lang"]))
        if tag == "Artifact" and number is not None:
            self._seen.nested.append("Beiwerk trägt die Nummer eines Inhalts.")
        kind = "Artifact" if tag == "Artifact" else "" if number is None else tag
        outer = next((mark for mark in reversed(self._marks) if mark), "")
        if kind and outer:
            self._seen.nested.append(f"Eine Markierung {tag} steht in einer Markierung {outer}.")
        self._marks.append(kind)

    def _entries(self, given: Any) -> Any:
        """The entries of a mark, written in it or named."""
        if _is_dict(given):
            return given
        known = self._resources.get("/Properties", {})
        if str(given) not in known:
            self._seen.missing.add(str(given)[1:])
            return {}
        return known[str(given)]

    def _close(self) -> None:
        if not self._marks:
            self._seen.unbalanced.append("Eine Markierung endet, die nicht begonnen hat.")
            return
        self._marks.pop()

    def _end_text(self) -> None:
        if self._marks_at_text != len(self._marks):
            self._seen.unbalanced.append("Markierungen und Textobjekte überkreuzen sich.")
        self._marks_at_text = None

    def _choose_font(self, name: str) -> None:
        font = self._fonts.get(name)
        self._font = None if font is None else self._seen.codes.setdefault(font, set())

    def _show(self, operand: Any) -> None:
        if self._font is not None:
            for part in _strings(operand):
                self._font.update(part)


def _is_dict(operand: Any) -> bool:
    return hasattr(operand, "get") and hasattr(operand, "keys")


def _strings(operand: Any) -> Iterable[bytes]:
    if isinstance(operand, _string()):
        return [bytes(operand)]
    return [bytes(part) for part in operand if isinstance(part, _string())]


@cache
def _string() -> Any:
    import pikepdf

    return pikepdf.String
