"""What one page's content stream does: marks, painting, and the codes shown in each font."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
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


@dataclass(eq=False)
class PageContent:
    """What was seen on one page.

    Attributes:
        numbers: The number of each marked content in drawing order.
        unbalanced: German sentences on marks that do not fit together.
        nested: German sentences on marks that stand in each other.
        unmarked: Operators that paint outside of any mark.
        codes: The codes shown, by the object number of the font.
    """

    numbers: list[int] = field(default_factory=list)
    unbalanced: list[str] = field(default_factory=list)
    nested: list[str] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)
    codes: dict[tuple[int, int], set[int]] = field(default_factory=dict)


def read_content(page: Any) -> PageContent:
    """Follows the content stream of a pikepdf page."""
    import pikepdf

    reader = _ContentReader(page.obj.get("/Resources", {}).get("/Font", {}))
    for instruction in pikepdf.parse_content_stream(page):
        reader.take(str(instruction.operator), instruction.operands)
    return reader.finished()


class _ContentReader:
    """Keeps track of open marks and text objects."""

    def __init__(self, fonts: Any) -> None:
        self._seen = PageContent()
        self._fonts = {str(name): font.objgen for name, font in fonts.items()}
        self._font: set[int] | None = None
        self._marks: list[str] = []
        self._marks_at_text: int | None = None

    def take(self, operator: str, operands: Any) -> None:
        """Takes one instruction."""
        if operator in ("BDC", "BMC"):
            self._open(operator, operands)
        elif operator == "EMC":
            self._close()
        elif operator == "BT":
            self._marks_at_text = len(self._marks)
        elif operator == "ET":
            self._end_text()
        elif operator == "Tf":
            self._choose_font(str(operands[0]))
        elif operator in _NEEDS_MARK:
            if not self._marks:
                self._seen.unmarked.append(operator)
            if operator in _SHOWING:
                self._show(operands[-1])

    def finished(self) -> PageContent:
        """What was seen, once the stream is at its end."""
        if self._marks or self._marks_at_text is not None:
            self._seen.unbalanced.append("Eine Markierung oder ein Textobjekt bleibt offen.")
        return self._seen

    def _open(self, operator: str, operands: Any) -> None:
        tag = str(operands[0])[1:]
        number = operands[1].get("/MCID") if operator == "BDC" and _is_dict(operands[1]) else None
        if number is not None:
            self._seen.numbers.append(int(number))
        kind = "Artifact" if tag == "Artifact" else "" if number is None else tag
        outer = next((mark for mark in reversed(self._marks) if mark), "")
        if kind and outer:
            self._seen.nested.append(f"Eine Markierung {tag} steht in einer Markierung {outer}.")
        self._marks.append(kind)

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
    import pikepdf

    if isinstance(operand, pikepdf.String):
        return [bytes(operand)]
    return [bytes(part) for part in operand if isinstance(part, pikepdf.String)]
